"""The produced document as other programs see it: LibreOffice, pandoc, two validators."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from invented import COLUMNS, appendix, edited, letters, order, rows, text, with_cell

from roadmapc.render.document.view import MeasureRow, MeasuresView, SectionRow
from roadmapc.render.docx.order import render
from roadmapc.text.blocks import LETTERS
from roadmapc.text.typography import plain


@pytest.fixture(scope="module")
def pages(pdf, tool):
    """Text of each printed page, lines as printed."""
    printed = tool("pdftotext")("-layout", pdf, "-").stdout
    return [[line.strip() for line in page.split("\n") if line.strip()] for page in printed.split("\f")[:-1]]


def test_pages_are_numbered_from_the_second(pages):
    assert "ГОРОДСКОГО" in pages[0][0]
    assert [page[0] for page in pages[1:]] == [str(number) for number in range(2, len(pages) + 1)]


def test_the_heading_of_the_table_is_on_each_of_its_pages(pages):
    assert len(pages) > 5
    assert all(sum(line.startswith("№ п/п") for line in map(plain, page)) == 1 for page in pages[1:])


def test_no_section_begins_at_the_foot_of_a_page(template, convert, tool):
    measures = (MeasureRow((text("1"), text("Отчёт " * 30), (), (), text("Школы"))),)
    sections = (row for number in range(40) for row in (SectionRow(f"Раздел {number}", 1), *measures))
    view = order(replace(appendix(), parts=(MeasuresView(COLUMNS, tuple(sections)),)))

    def at_the_foot(form: bytes) -> list[str]:
        printed = tool("pdftotext")("-layout", convert(render(view, form).value, "pdf"), "-").stdout
        return re.findall(r"Раздел \d+(?=\s*\f)", printed)

    assert at_the_foot(template) == []
    keep = '<w:keepNext/><w:keepLines/><w:outlineLvl w:val="1"/>'
    assert at_the_foot(edited(template, keep, "", part="word/styles.xml")) != []


def test_no_word_of_the_table_is_broken(pdf, tool):
    printed = set(tool("pdftotext")("-raw", pdf, "-").stdout.split())
    cells = [cell for row in rows(3) if isinstance(row, MeasureRow) for cell in row.cells]
    texts = [block.text for cell in cells for block in cell] + [column.heading for column in COLUMNS]
    words = {word for text in texts for word in re.split(r"[\s-]+", text)}
    whole = {part for word in printed for part in (word, *re.split("[-–\u2011]", word))}
    assert {word for word in words if word not in whole} == set()


def test_letters_follow_the_alphabet_that_is_documented(build, convert, tool):
    items = letters(*(f"позиция {number};" for number in range(len(LETTERS))))
    printed = tool("pdftotext")("-raw", convert(build(with_cell(*items)), "pdf"), "-").stdout
    assert re.findall(r"(\w)\) позиция", printed) == list(LETTERS)


def test_only_the_named_typeface_is_used(pdf, tool):
    _, _, *fonts = tool("pdffonts")(pdf).stdout.splitlines()
    assert fonts
    assert all("LiberationSerif" in font or "TimesNewRoman" in font for font in fonts)


def nodes(tree: object) -> Iterator[dict]:
    """All elements of pandoc's tree, in the order of the document."""
    if isinstance(tree, dict):
        yield tree
    for child in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from nodes(child)


def words(tree: object) -> str:
    spoken = (
        node.get("c") if node.get("t") == "Str" else " "
        for node in nodes(tree)
        if node.get("t") in ("Str", "Space")
    )
    return plain("".join(spoken))


@pytest.fixture(scope="module")
def pandoc(build, tool, tmp_path_factory):
    path = tmp_path_factory.mktemp("pandoc") / "order.docx"
    path.write_bytes(build(order()))
    return json.loads(tool("pandoc")("--from=docx", "--to=json", path).stdout)["blocks"]


def test_pandoc_sees_headings_as_headings(pandoc):
    found = [(node["c"][0], words(node["c"][2])) for node in nodes(pandoc) if node.get("t") == "Header"]
    sections = [(row.level + 1, plain(row.title)) for row in rows(3) if isinstance(row, SectionRow)]
    title, plan = plain(order().title), plain(appendix().title)
    assert found[:2] == [(1, title), (1, plan)]
    assert found[2:] == sections


def test_pandoc_sees_the_table_with_its_head_and_its_lists(pandoc):
    (table,) = [node["c"] for node in pandoc if node.get("t") == "Table"]
    _, _, columns, (_, head), *_ = table
    assert len(columns) == len(COLUMNS)
    assert [words(cell[4]) for cell in head[0][1]] == [plain(column.heading) for column in COLUMNS]
    lists = [node["t"] for node in nodes(table) if node.get("t") in ("OrderedList", "BulletList")]
    assert (lists.count("OrderedList"), lists.count("BulletList")) == (6, 3)


@pytest.mark.parametrize("validator", ["ooxml-validator", "openxml-audit"])
def test_validators_find_nothing_to_correct(build, tool, tmp_path, validator):
    path = tmp_path / "order.docx"
    path.write_bytes(build(order(appendix(1), appendix(2))))
    tool(validator)(path)
