"""Shapes of commissions and forms that public acts have: each is printed as it is said, or is refused.

A shape is the parts of an appendix in a registered order. What is printed is read back with python-docx; a
line of a table is its cells with « | » between them, a caption stands in a line of its own.
"""

import re
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
from docx.table import Table
from lxml import html

from in_process import run, run_ok
from roadmapc.text.typography import plain

HERE = Path(__file__).parent
GUIDE = HERE.parents[1] / "roadmaps" / "README.md"
DIRECTORY = """\
format: 1
name: Администрация города Примерска
bodies:
  department: {name: управление образования, genitive: управления образования, head: director}
officials:
  director:
    {name: Образцова А. Б., full_name: Образцова Анна Борисовна, post: Начальник управления образования}
  methodologist: {name: Примеров В. Г., post: Методист управления образования}
  nobody: {name: Черновиков О. П.}
"""
PLAN = """\
format: 1
id: shape
organisation: organisation.yaml
period: 2021
order:
  date: 18.03.2021
  number: 168
  author: department
  signatory: director
  title: О комиссии
  clauses:
    - {{text: Утвердить приложение.}}
    - {{text: Контроль за исполнением приказа оставляю за собой., control: director}}
appendices:
{appendix}
{amendments}"""
HISTORY = """\
amendments:
  - date: 01.06.2021
    number: 200
    title: О внесении изменений
    changed: [{unit: appendix, id: appendix}]
"""


class Shape(NamedTuple):
    """Parts of an appendix and what they print, or the code that refuses them."""

    parts: str
    printed: tuple[str, ...] = ()
    refused: str = ""


MEMBERS = "composition: [{{title: Члены комиссии, members: [{}]}}]".format
FORM = "form: [{}]".format
SHAPES = {
    # Commissions
    "a member of the directory under a head": Shape(
        MEMBERS("methodologist"),
        ("Члены комиссии:", "Примеров В. Г. | - | методист управления образования"),
    ),
    "a full name where the directory has it": Shape(
        MEMBERS("director"), ("Образцова Анна Борисовна | - | начальник управления образования",)
    ),
    "a head with its own colon": Shape(
        "composition: [{title: 'Председатель комиссии:', members: [director]}]", ("Председатель комиссии:",)
    ),
    "the role after the post": Shape(
        MEMBERS("{official: director, role: секретарь комиссии}"),
        ("Образцова Анна Борисовна | - | начальник управления образования, секретарь комиссии",),
    ),
    "a person from outside by agreement": Shape(
        MEMBERS("{name: Закладкина Нина Фёдоровна, post: директор школы № 1, note: по согласованию}"),
        ("Закладкина Нина Фёдоровна | - | директор школы № 1 (по согласованию)",),
    ),
    "a remark with its own brackets": Shape(
        MEMBERS("{name: Листов П. И., post: врач, note: (по согласованию)}"),
        ("Листов П. И. | - | врач (по согласованию)",),
    ),
    "a seat that goes with a post": Shape(MEMBERS("{post: начальник отдела}"), ("начальник отдела",)),
    "a vacant seat": Shape(
        MEMBERS("{post: начальник отдела, note: вакансия}"), ("начальник отдела (вакансия)",)
    ),
    "members without a head": Shape(
        "composition: [{members: [{official: director, role: председатель комиссии}, methodologist]}]",
        (
            "Образцова Анна Борисовна | - | начальник управления образования, председатель комиссии",
            "Примеров В. Г. | - | методист управления образования",
        ),
    ),
    "names out of the alphabet": Shape(
        MEMBERS("methodologist, director"), ("Примеров В. Г. | - | методист управления образования",)
    ),
    "a name of no record": Shape(MEMBERS("deputy"), refused="M401"),
    "a record without a post": Shape(MEMBERS("nobody"), refused="M441"),
    "a post said twice": Shape(MEMBERS("{official: director, post: начальник}"), refused="M440"),
    "a name without a post": Shape(MEMBERS("{name: Закладкина Н. Ф.}"), refused="M440"),
    "a head without members": Shape("composition: [{title: Члены комиссии}]", refused="S202"),
    # Forms
    "a stamp at the right edge": Shape(FORM("{right: Примерная форма}"), ("Примерная форма",)),
    "a title and a line under it": Shape(
        FORM("{title: Отчёт}, {centre: за ____ год}"), ("Отчёт", "за ____ год")
    ),
    "a date with blanks": Shape(FORM("'«___» _____________ 20__ г.'"), ("«___» _____________ 20__ г.",)),
    "a blank with straight quotes": Shape(FORM("""'"__" ______ 20__ г.'"""), ('"__" ______ 20__ г.',)),
    "a number with its unit": Shape(FORM("Всего ___________ чел."), ("Всего ___________ чел.",)),
    "a bracket glued to a blank": Shape(
        FORM("за ________________(период)"), ("за ________________(период)",)
    ),
    "a town to fill in": Shape(FORM("г. _____________"), ("г. _____________",)),
    "a line over the full width with a caption": Shape(
        FORM("{captions: [наименование программы]}"), ("____", "(наименование программы)")
    ),
    "words with a line to the edge": Shape(FORM("{line: Адрес}"), ("Адрес ____",)),
    "a block of signatures": Shape(
        FORM("{line: Руководитель, captions: [подпись, 'инициалы, фамилия']}, М.П."),
        ("Руководитель ____ ____", "(подпись) (инициалы, фамилия)", "М.П."),
    ),
    "captions under typed blanks": Shape(
        FORM("{line: 'Принял ______ / ________ /', captions: [должность, подпись]}"),
        ("Принял ______ / ________ /", "(должность) (подпись)"),
    ),
    "captions with brackets of their own": Shape(FORM("{captions: [(должность)]}"), ("(должность)",)),
    "captions with brackets inside": Shape(
        FORM("{captions: [подпись (при наличии), (должность (полностью))]}"),
        ("(подпись (при наличии)) (должность (полностью))",),
    ),
    "an approval at the right edge": Shape(
        FORM('{right: "УТВЕРЖДАЮ\\nРуководитель\\n________ ________"}'),
        ("УТВЕРЖДАЮ", "Руководитель", "________ ________"),
    ),
    "lines to write on": Shape(FORM("{lines: 2}"), ("____", "____")),
    "a table to fill in": Shape(
        "table: {columns: [№ п/п, Вопрос], blank_rows: 2}", ("№ п/п | Вопрос", " | ", " | ")
    ),
    "cells not to be filled in": Shape(
        "table: {columns: [Показатель, План], rows: [[Всего, х]], blank_rows: 1}", ("Всего | х", " | ")
    ),
    "a form of paragraphs": Shape(
        'text: "Смена с «___» __________ 20___ г. по «___» __________ 20___ г."',
        ("Смена с «___» __________ 20___ г. по «___» __________ 20___ г.",),
    ),
    "more captions than blanks": Shape(
        FORM("{line: Принял ______, captions: [должность, подпись]}"), refused="M443"
    ),
    "two sides in one line": Shape(FORM("{right: ФОРМА, centre: Отчёт}"), refused="M444"),
    "a head of a table alone": Shape("table: {columns: [Вопрос, Ответ]}", refused="M445"),
}


def plan(folder: Path, appendix: str, amendments: str = "") -> Path:
    (folder / "organisation.yaml").write_text(DIRECTORY, "utf-8")
    path = folder / "shape.yaml"
    path.write_text(PLAN.format(appendix=appendix, amendments=amendments), "utf-8")
    return path


def of(shape: Shape) -> str:
    return f"  - {{id: appendix, kind: form, title: Приложение, parts: [{{{shape.parts}}}]}}"


def said(text: str) -> str:
    """A text with single spaces, and with a blank of four signs for each that a layout made."""
    return re.sub("_{17,}", "____", " ".join(plain(text).split())) if text.strip(" |") else text


def lines(path: Path) -> list[str]:
    """The paragraphs and rows of a document, in its order."""
    found: list[str] = []
    for block in docx.Document(str(path)).iter_inner_content():
        if isinstance(block, Table):
            rows = (dict.fromkeys(cell._tc for cell in row.cells) for row in block.rows)
            found += [" | ".join(docx.table._Cell(tc, block).text for tc in row) for row in rows]
        else:
            found.append(block.text)
    return list(map(said, found))


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_is_printed_or_refused(name: str, tmp_path: Path) -> None:
    shape = SHAPES[name]
    result = run("build", plan(tmp_path, of(shape)), "--format", "docx", "-o", tmp_path / "out")
    if shape.refused:
        assert result.exit_code == 1
        assert f" {shape.refused}: " in result.stderr
        assert "= совет: " in result.stderr
        return
    assert result.exit_code == 0, result.stderr
    rest = iter(lines(tmp_path / "out" / "shape" / "order.docx"))
    assert [text for text in shape.printed if text not in rest] == []


@pytest.mark.parametrize("name", [name for name, shape in SHAPES.items() if shape.printed])
def test_a_shape_stands_in_the_edition(name: str, tmp_path: Path) -> None:
    shape = SHAPES[name]
    path = plan(tmp_path, of(shape), HISTORY)
    result = run("build", path, "--format", "docx,html", "-o", tmp_path / "out")
    assert result.exit_code == 0, result.stderr
    rest = iter(lines(tmp_path / "out" / "shape" / "edition.docx"))
    assert [text for text in shape.printed if text not in rest] == []
    page = html.fromstring((tmp_path / "out" / "shape" / "edition.html").read_bytes()).text_content()
    words = [word for text in shape.printed for word in text.replace("|", " ").split()]
    assert [word for word in words if word not in said(page)] == []


@pytest.mark.parametrize(
    ("appendix", "is_form"),
    [
        ("{id: a, title: Сведения, kind: form, parts: [{text: 'Дата: ____'}]}", True),
        ("{id: a, title: Сведения, parts: [{form: ['Дата: ____']}]}", True),
        ("{id: a, title: Сведения, parts: [{text: 'Дата: ____'}]}", False),
        ("{id: a, title: Сведения, parts: [{form: [М.П.]}, {text: 'Дата: ____'}]}", False),
    ],
)
def test_blanks_are_content_of_a_form_and_of_nothing_else(
    appendix: str, is_form: bool, tmp_path: Path
) -> None:
    result = run("build", plan(tmp_path, f"  - {appendix}"), "--format", "docx", "-o", tmp_path / "out")
    assert ("T990" in result.stderr) is not is_form
    assert result.exit_code == (0 if is_form else 1)


@pytest.mark.parametrize("heading", ["### Состав комиссии", "### Форма, которую заполнят другие"])
def test_the_example_of_the_guide_is_a_plan(heading: str, tmp_path: Path) -> None:
    example = GUIDE.read_text("utf-8").split(heading)[1].split("```yaml\n")[1].split("```")[0]
    appendix = "".join(f"  {line}\n" for line in example.splitlines())
    result = run("check", "--format", "concise", plan(tmp_path, appendix))
    assert result.exit_code == 0, result.output
    assert re.findall(r" [MS]\d{3}\b", result.output) == []


def test_members_have_no_duties(tmp_path: Path) -> None:
    good = HERE / "good" / "full.yaml"
    run_ok("build", good, "--format", "xlsx,ics,html", "-o", tmp_path)
    texts = [path.read_bytes() for path in tmp_path.rglob("*") if path.suffix in (".csv", ".ics", ".html")]
    assert len(texts) > 3
    assert [text for text in texts if "Закладкина".encode() in text] == []


def test_a_full_name_of_somebody_else_is_asked_about(tmp_path: Path) -> None:
    path = plan(tmp_path, of(SHAPES["a member of the directory under a head"]))
    directory = tmp_path / "organisation.yaml"
    directory.write_text(DIRECTORY.replace("Образцова Анна", "Образцова Инна"), "utf-8")
    result = run("check", "--format", "concise", path)
    assert "organisation.yaml:7:29: замечание M442: полное имя «Образцова Инна Борисовна»" in result.output
    directory.write_text(DIRECTORY.replace("name: Образцова А. Б.", "name: Образцова А.Б."), "utf-8")
    assert "M442" not in run("check", "--format", "concise", path).output
