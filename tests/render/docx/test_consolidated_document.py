"""The consolidated edition in Word: its marks stand at the units that acts touched.

What is expected is read from the plan's YAML anew, without the compiler.
"""

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import docx
import pytest
import yaml
from lints import LINTS, parts_of

from held import Held
from roadmapc.assets import asset
from roadmapc.catalogue import every_code
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.outputs import Earlier, document, outputs
from roadmapc.pipeline import compile_plan
from roadmapc.render.document.digest import content_digest
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.docx.order import render
from roadmapc.render.formats import DOCX, HTML
from roadmapc.state.wanted import OutputOptions

GOOD = Path(__file__).parents[2] / "plans" / "good"
AMENDED = GOOD / "amended.yaml"
TEXT = AMENDED.read_text("utf-8")
PLAN = yaml.load(TEXT, yaml.BaseLoader)
WORD = OutputOptions((DOCX,))
GUIDE = (Path(__file__).parents[3] / "compiler" / "EDITIONS.md").read_text("utf-8")

Compile = Callable[[str], Outcome[Compiled]]


def read(text: str) -> str:
    """A text as it is read: a space that does not break is a space."""
    return text.replace("\u00a0", " ").replace("\u2011", "-")


def act(written: dict[str, Any]) -> str:
    return f"от {written['date']} № {written['number']}"


def acts_of(unit: str, name: str) -> list[str]:
    """The acts that changed or added a unit, oldest first."""
    return [
        act(each)
        for each in PLAN["amendments"]
        for touched in (*each.get("added", ()), *each.get("changed", ()))
        if (touched["unit"], touched["id"]) == (unit, name)
    ]


def measures() -> Iterator[tuple[str, str]]:
    """The number and the name of each measure."""
    for at, section in enumerate(PLAN["appendices"][0]["sections"], start=1):
        for place, measure in enumerate(section["measures"], start=1):
            yield measure.get("number", f"{at}.{place}"), measure["id"]


@pytest.fixture(scope="module")
def edition() -> bytes:
    compiled = compile_plan(AMENDED).value
    assert compiled is not None
    outcome = document(compiled, WORD)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


@pytest.fixture(scope="module")
def paragraphs(edition: bytes) -> list[str]:
    return [read(each.text) for each in docx.Document(BytesIO(edition)).paragraphs if each.text]


@pytest.fixture(scope="module")
def rows(edition: bytes) -> list[list[str]]:
    """The cells of each row, a merged one once."""
    (table,) = docx.Document(BytesIO(edition)).tables
    return [[read(cell.text) for cell in dict.fromkeys(row.cells)] for row in table.rows]


def document_of(compiled: Outcome[Compiled]) -> str:
    """Everything that the document of a plan says, a line a paragraph."""
    assert compiled.value is not None, compiled.diagnostics
    content = document(compiled.value, WORD).value
    assert content is not None
    found = docx.Document(BytesIO(content))
    cells = (cell.text for table in found.tables for row in table.rows for cell in row.cells)
    return read("\n".join((*(each.text for each in found.paragraphs), *cells)))


NATURE = "справочный текст: подписаны приказ и каждый из изменивших его актов"


def test_the_list_of_acts_is_under_the_title(paragraphs: list[str]) -> None:
    history = paragraphs[paragraphs.index(PLAN["order"]["title"]) + 1]
    listed = ", ".join(map(act, PLAN["amendments"]))
    assert history.splitlines() == [
        f"(в редакции приказов {listed})",
        f"(наименование в ред. приказа {act(PLAN['amendments'][0])})",
        f"Актуальная редакция на 02.09.2024 – {NATURE}",
    ]


def test_a_measure_has_its_acts_in_the_row_below_and_another_has_none(rows: list[list[str]]) -> None:
    seen = 0
    for number, name in measures():
        at = next(at for at, row in enumerate(rows) if row[0] == number and len(row) > 1)
        below = rows[at + 1] if at + 1 < len(rows) else [""]
        note = below[0] if len(below) == 1 and below[0].startswith("(") else ""
        expected = acts_of("measure", name)
        assert bool(note) == bool(expected), name
        assert all(each in note for each in expected), name
        seen += bool(note)
    assert seen == 2


def test_a_row_that_lost_force_keeps_its_place(rows: list[list[str]]) -> None:
    numbers = [row[0].split(". ")[0] for row in rows[1:] if not row[0].startswith("(")]
    assert numbers == ["1", "1.1", "1.2", "1.3", "1.4", "2", "3", "3.1"]
    assert ["1.2. Утратила силу. – Приказ от 01.03.2024 № 41"] in rows
    assert ["2. Утратил силу. – Приказ от 02.09.2024 № 120-О"] in rows


def test_clauses_have_their_notes(paragraphs: list[str]) -> None:
    start = paragraphs.index("2. Департаменту до 01.02.2024 разместить на сайте:")
    assert paragraphs[start + 1 : start + 6] == [
        "(в ред. приказа от 02.09.2024 № 120-О)",
        "2.1. план наставничества;",
        "2.2. список наставников.",
        "(пункт введён приказом от 01.03.2024 № 41)",
        "3. Утратил силу. – Приказ от 01.03.2024 № 41",
    ]


def test_an_appendix_has_its_note_under_its_title(paragraphs: list[str]) -> None:
    title = PLAN["appendices"][0]["title"]
    assert paragraphs[paragraphs.index(title) + 1] == "(наименование в ред. приказа от 02.09.2024 № 120-О)"


def test_pandoc_reads_the_same_order_of_rows(
    edition: bytes, tool: Callable[..., Callable[..., subprocess.CompletedProcess[str]]], tmp_path: Path
) -> None:
    path = tmp_path / "edition.docx"
    path.write_bytes(edition)
    text = read(tool("pandoc")("-t", "plain", "--wrap=none", "--columns=400", path).stdout)
    wanted = (
        "Назначить наставников",
        "(строка 1.1 в ред. приказов",
        "1.2. Утратила силу.",
        "Провести семинар",
        "3. Итоги",
    )
    places = [text.index(each) for each in wanted]
    assert places == sorted(places)


def test_an_amended_plan_has_an_edition_and_no_order() -> None:
    compiled = compile_plan(AMENDED).value
    assert compiled is not None
    made = Held()
    assert outputs(compiled, OutputOptions((DOCX, HTML)), GOOD, Earlier(), made).value
    assert {"edition.docx", "edition.html"} <= set(made.files)
    assert "order.docx" not in made.files
    assert set(json.loads(made.files["manifest.json"])["outputs"]) >= {"edition.docx", "edition.html"}


def test_an_edition_bears_the_day_of_its_last_act(edition: bytes) -> None:
    assert str(docx.Document(BytesIO(edition)).core_properties.created).startswith("2024-09-02")


def test_history_is_no_part_of_the_content(compiled: Compile) -> None:
    plain_plan = compiled(TEXT[: TEXT.index("amendments:")]).value
    amended = compiled(TEXT).value
    assert plain_plan is not None
    assert amended is not None
    assert content_digest(plain_plan.plan) == content_digest(amended.plan)


def test_a_unit_that_came_back_is_marked_from_then_on(compiled: Compile) -> None:
    gone = '[{unit: measure, id: report, number: "3.1", within: summary}]'
    acts = (
        f"  - {{date: 01.12.2024, number: 7, removed: {gone}}}",
        "  - {date: 01.02.2025, number: 8, added: [{unit: measure, id: report}]}",
    )
    said = document_of(compiled(TEXT + "\n".join(acts)))
    assert "(строка 3.1 введена приказом от 01.02.2025 № 8)" in said
    assert "3.1. Утратила силу" not in said


def test_an_appendix_said_anew_forgets_what_was_said_of_its_rows(compiled: Compile) -> None:
    anew = "  - {date: 01.12.2024, number: 7, changed: [{unit: appendix, id: plan}]}\n"
    said = document_of(compiled(TEXT + anew))
    assert "(в ред. приказов от 02.09.2024 № 120-О, от 01.12.2024 № 7)" in said
    assert "Утратила силу" not in said
    assert "введена" not in said
    assert "3. Утратил силу. – Приказ от 01.03.2024 № 41" in said, "a clause is not in the appendix"


def test_an_office_that_leaves_rows_out_says_so(compiled: Compile, tmp_path: Path) -> None:
    profile = "format: 1\nname: дом\nbased_on: gost-2025\namendments: {removal: exclude}\n"
    assert compiled(TEXT).value is not None, "the folder is there now"
    (tmp_path / "profiles" / "own.yaml").write_text(profile, "utf-8")
    said = document_of(compiled(TEXT.replace("period:", "profile: profiles/own.yaml\nperiod:")))
    assert "1.2. Исключена. – Приказ от 01.03.2024 № 41" in said
    assert "2. Утратил силу. – Приказ от 02.09.2024 № 120-О" in said


def test_an_appendix_that_lost_force_keeps_its_sheet(compiled: Compile) -> None:
    gone = '    removed:\n      - {unit: appendix, id: old, number: "1"}\n'
    text = TEXT.replace("  - id: plan\n    title", '  - id: plan\n    number: "2"\n    title')
    lines = document_of(
        compiled(text.replace("    removed:\n      - {unit: section", gone + "      - {unit: section"))
    )
    assert lines.index("Приложение № 1") < lines.index("Утратило силу. – Приказ от 02.09.2024 № 120-О")
    assert lines.index("Утратило силу. – Приказ от 02.09.2024 № 120-О") < lines.index("Приложение № 2")


def test_acts_of_other_kinds_are_named_in_their_case(compiled: Compile) -> None:
    text = TEXT.replace("  - kind: приказ\n", "  - kind: распоряжение\n")
    said = document_of(compiled(text))
    assert "(в редакции приказа от 01.03.2024 № 41, распоряжения от 02.09.2024 № 120-О)" in said


def without_place(template: bytes) -> bytes:
    """The shipped template as a clerk has it who has not heard of editions."""
    made = BytesIO()
    with ZipFile(BytesIO(template)) as source, ZipFile(made, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"{{ amendments }}", b""))
    return made.getvalue()


def test_a_template_without_a_place_for_history_is_refused_to_an_edition_alone(compiled: Compile) -> None:
    template = without_place(asset("templates", "order.docx"))
    for text, codes in ((TEXT, ["R008"]), (TEXT[: TEXT.index("amendments:")], [])):
        found = compiled(text).value
        assert found is not None
        view = order_view(found.plan, found.calendar, found.plan.order.date)
        assert [said.code.id for said in render(view, template).diagnostics] == codes


@pytest.mark.parametrize("lint", LINTS, ids=lambda lint: lint.__name__)
def test_nothing_is_wrong_to_the_eye(lint: Callable[..., Iterator[str]], edition: bytes) -> None:
    assert list(lint(parts_of(edition))) == []


@pytest.mark.parametrize("validator", ["ooxml-validator", "openxml-audit"])
def test_validators_find_nothing_to_correct_in_an_edition(
    edition: bytes, tool: Callable[..., Callable[..., object]], tmp_path: Path, validator: str
) -> None:
    path = tmp_path / "edition.docx"
    path.write_bytes(edition)
    tool(validator)(path)


def test_the_example_of_the_guide_is_a_plan_that_is_built_here() -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", GUIDE, re.DOTALL)
    assert yaml.load(example, yaml.BaseLoader)["amendments"] == PLAN["amendments"]


def test_the_guide_shows_marks_as_they_are_printed(paragraphs: list[str], rows: list[list[str]]) -> None:
    marks = re.findall(r"\| (\(.+\)|\d\. У.+|\d\.\d\. У.+|Актуальная.+) \|$", GUIDE, re.MULTILINE)
    printed = {
        line for text in (*paragraphs, *(cell for row in rows for cell in row)) for line in text.splitlines()
    }
    assert len(marks) == 8
    assert set(marks) <= printed


def test_the_guide_names_codes_that_exist() -> None:
    named = re.findall(r"^\| ([A-Z]\d{3}) \|", GUIDE, re.MULTILINE)
    assert set(named) <= {code.id for code in every_code()}
    assert len(named) == 16
