"""Texts that other programs could obey: what is read back from each output is the text, and nothing else."""

import csv
import io
import json
from collections import Counter
from html.parser import HTMLParser

import openpyxl
import pytest
from docx import Document
from icalendar import Calendar

FORMULAS = (
    *("=1+1", "+1+1", "-1+1", "@SUM(1;1)", "\t=1+1", "＝1+1"),
    *('=HYPERLINK("http://example.org";"отчёт")', "=cmd|' /C calc'!A0", "=1+1\n=2+2"),
)
ENTRIES = (
    *(
        "а\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:подложное",
        "а\nATTACH:file:///etc/passwd",
        "а;б,в:г\\н\\n",
    ),
    *('а";ALTREP="http://example.org', "а\n ещё", "BEGIN:VALARM", "^n^'^^"),
)
TAGS = (
    *("</script><script>caught()</script>", "<img src=x onerror=caught()>", '"><svg onload=caught()>'),
    *("<!--", "]]>", "&lt;b&gt;&#0;", "</title><style>a:b</style>", "javascript:caught()"),
)
BRACES = ("{{ 7 * 7 }}", "{% for a in b %}", "{{ self }}", "{# нет #}", "{{r title }}", "{%p endfor %}")
"""What templates obey: no text of a plan may have them."""
EMPTY = ("отчёт",)


@pytest.fixture
def made(repository, run):
    """Build a plan with a measure and a body for each text; the result is the folder of outputs."""

    def build(texts):
        (repository / "roadmaps" / "plan.yaml").write_text(plan(texts), "utf-8")
        directory = repository / "roadmaps" / "organisations" / "town.yaml"
        directory.write_text(organisation(texts), "utf-8")
        result = run("build", "-o", "out", "--format", "docx,ics,xlsx,html")
        assert result.returncode == 0, [line for line in result.stderr.splitlines() if "ошибка" in line]
        return repository / "out" / "hostile"

    return build


def plan(texts):
    """YAML, as JSON is."""
    measures = [
        {
            "id": f"m{at}",
            "measure": text,
            "deadline": "до 02.09.2024",
            "executors": [f"body-{at}"],
            "result": text,
        }
        for at, text in enumerate(texts)
    ]
    order = {
        "author": "director",
        "signatory": "director",
        "title": texts[0],
        "clauses": [
            "Утвердить план (приложение).",
            {"text": "Контроль оставляю за собой.", "control": "director"},
        ],
    }
    appendix = {"id": "plan", "title": texts[-1], "sections": [{"id": "all", "measures": measures}]}
    head = {"format": 1, "id": "hostile", "organisation": "organisations/town.yaml", "period": "2024"}
    return json.dumps({**head, "order": order, "appendices": [appendix]}, ensure_ascii=False)


def organisation(texts):
    bodies = {
        f"body-{at}": {"name": text, "email": "department@example.org"} for at, text in enumerate(texts)
    }
    director = {"name": "Образцова А. Б.", "post": texts[0], "post_genitive": texts[0]}
    record = {"format": 1, "name": texts[-1], "bodies": bodies, "officials": {"director": director}}
    return json.dumps(record, ensure_ascii=False)


def words(text):
    """A text apart from its kinds of spaces, of hyphens and of quotation marks."""
    return " ".join(str(text).replace("\u2011", "-").split())


@pytest.mark.parametrize("text", BRACES)
def test_a_brace_reaches_no_output(text, repository, run):
    (repository / "roadmaps" / "plan.yaml").write_text(plan((text,)), "utf-8")
    (repository / "roadmaps" / "organisations" / "town.yaml").write_text(organisation(EMPTY), "utf-8")
    result = run("build", "-o", "out", "--format", "docx")
    assert (result.returncode, "M414" in result.stderr) == (1, True)


@pytest.mark.parametrize("texts", [FORMULAS, ENTRIES, TAGS])
def test_a_book_holds_texts(texts, made):
    book = openpyxl.load_workbook(made(texts) / "register.xlsx")
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert {words(text) for text in texts} <= {words(cell.value) for cell in cells}
    assert all(cell.hyperlink is None or "mailto:" in cell.hyperlink.target for cell in cells)


def test_libreoffice_shows_the_texts_of_a_book(made, tool, tmp_path):
    book = made(FORMULAS) / "register.xlsx"
    as_csv = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    tool("soffice")(profile, "--headless", "--convert-to", as_csv, "--outdir", tmp_path, book)
    content = (tmp_path / "register.csv").read_text("utf-8")
    found = {words(cell) for row in csv.reader(io.StringIO(content)) for cell in row}
    assert {words(text) for text in FORMULAS} <= found


def test_a_table_of_text_has_no_field_that_starts_a_formula(made):
    content = (made(FORMULAS) / "register.csv").read_text("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(content), delimiter=";") for cell in row]
    assert {f"'{words(text)}" for text in FORMULAS} <= {words(cell) for cell in cells}
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝"))]


@pytest.mark.parametrize("texts", [FORMULAS, ENTRIES, TAGS])
def test_a_calendar_has_an_entry_for_each_measure_and_no_other(texts, made):
    folder = made(texts)
    calendar = Calendar.from_ical((folder / "calendar.ics").read_bytes())
    assert Counter(part.name for part in calendar.walk()) == {"VCALENDAR": 1, "VEVENT": len(texts)}
    known = {name for event in _events(made(EMPTY) / "calendar.ics") for name in event}
    assert {name for event in _events(folder / "calendar.ics") for name in event} <= known
    assert len(list(folder.glob("officers/*.ics"))) == len(texts)


def _events(path):
    return Calendar.from_ical(path.read_bytes()).walk("VEVENT")


class _Elements(HTMLParser):
    """Counts elements by name with the names of their attributes."""

    def __init__(self):
        super().__init__()
        self.found = set()

    def handle_starttag(self, tag, attrs):
        self.found.add((tag, frozenset(name for name, _ in attrs)))


def elements(page):
    reader = _Elements()
    reader.feed(page.read_text("utf-8"))
    return reader.found


@pytest.mark.parametrize("texts", [FORMULAS, ENTRIES, TAGS])
def test_a_page_has_no_element_that_a_harmless_one_has_not(texts, made):
    harmless = elements(made(EMPTY * len(texts)) / "calendar.html")
    assert elements(made(texts) / "calendar.html") <= harmless


def test_a_browser_runs_nothing_of_a_text(made, tool, tmp_path):
    page = made((*TAGS, "<img src=x onerror=\"document.title='пойман'\">")) / "calendar.html"
    shown = tool("chromium")(
        "--headless", "--no-sandbox", f"--user-data-dir={tmp_path}", "--dump-dom", f"file://{page}"
    ).stdout
    assert "<title>пойман" not in shown
    assert "onerror=&quot;" not in shown.partition("<body")[0]
    assert "&lt;img src=x onerror" in shown


@pytest.mark.parametrize("texts", [FORMULAS, ENTRIES, TAGS])
def test_a_document_prints_the_texts_as_they_are_written(texts, made):
    document = Document(str(made(texts) / "order.docx"))
    cells = {words(cell.text) for table in document.tables for row in table.rows for cell in row.cells}
    assert {words(text) for text in texts} <= cells
    assert not any("49" in cell for cell in cells)
