"""The style of tables, which a clerk changes in one place, and the two sizes of their type."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from invented import COLUMNS, appendix, edited, letters, order, rich, text
from printed import report

from roadmapc.render.document.view import ColumnView, MeasureRow, MeasuresView, SectionRow
from roadmapc.render.docx.order import render

STYLES = "word/styles.xml"
NAME = "Таблица плана"


def made(template: bytes, view):
    outcome = render(view, template)
    assert outcome.diagnostics == ()
    return docx.Document(BytesIO(outcome.value))


def test_every_table_has_the_style_and_no_rules_of_its_own(opened):
    document = opened(rich())
    assert len(document.tables) > 3
    assert {table.style.name for table in document.tables} == {NAME}
    assert document.element.xpath(".//w:tblBorders") == []


def test_margins_that_a_clerk_gives_the_style_make_columns_wider(template):
    wide = (
        '<w:left w:w="170" w:type="dxa"/><w:bottom w:w="28" w:type="dxa"/><w:right w:w="170" w:type="dxa"/>'
    )
    own = edited(template, wide.replace("170", "85"), wide, part=STYLES)

    def number(form: bytes) -> int:
        return made(form, order()).tables[0]._tbl.tblGrid.gridCol_lst[0].w.twips

    assert number(own) - number(template) == 2 * (170 - 85)


def test_a_template_made_before_the_style_gets_it(template):
    former = edited(template, f'w:val="{NAME}"', 'w:val="Сетка"', part=STYLES)
    document = made(former, order())
    assert document.tables[0].style.name == NAME
    assert document.tables[0].style.style_id != document.styles["Сетка"].style_id


@pytest.mark.parametrize("level", [1, 2, 3, 4, 7])
def test_rows_of_sections_look_each_their_own_way(opened, level):
    rows = (SectionRow("1. Раздел", level), MeasureRow((text("1"), *(text("Отчёт"),) * 4)))
    view = order(replace(appendix(), parts=(MeasuresView(COLUMNS, rows),)))
    (found,) = opened(view).tables[0].rows[1].cells[0].paragraphs
    names = ("раздел", "подраздел", "подраздел 3", "подраздел 4")
    assert found.style.name == f"Таблица: {names[min(level, 4) - 1]}"


def test_a_head_of_one_row_merges_nothing(opened):
    assert opened(order()).tables[0]._tbl.xpath(".//w:vMerge") == []


WIDE = tuple(
    ColumnView(f"free{year}", f"Финансирование мероприятий в {year} году") for year in range(2024, 2030)
)
ROW = MeasureRow(
    (text("1"), letters("организация сопровождения;", "отчёт."), *(text("по согласованию"),) * 7)
)


@pytest.fixture(scope="module")
def crowded():
    """A measure table whose words do not fit the wide page in the usual type."""
    columns = (*COLUMNS[:3], *WIDE)
    return order(replace(appendix(), parts=(MeasuresView(columns, (SectionRow("1. Раздел", 1), ROW)),)))


def test_a_table_that_is_too_wide_is_set_in_small_type_with_its_lists(opened, crowded):
    table = opened(crowded).tables[0]
    names = {each.style.name for row in table.rows for cell in row.cells for each in cell.paragraphs}
    small = {"Таблица: мелкая шапка", "Таблица: мелкий текст", "Таблица: мелкие буквы"}
    assert names - {"Таблица: мелкое число"} == small | {"Таблица: раздел"}
    margins = {each.tag: each.get(qn("w:w")) for each in table._tbl.tblPr.find(qn("w:tblCellMar"))}
    assert margins == {qn("w:left"): "57", qn("w:right"): "57"}


def test_no_word_of_it_is_broken(build, convert, crowded, tmp_path):
    content = build(crowded)
    (tmp_path / "order.docx").write_bytes(content)
    found = report(tmp_path / "order.docx", convert(content, "pdf"))
    assert found.unfound == []
    assert found.defects == {}
