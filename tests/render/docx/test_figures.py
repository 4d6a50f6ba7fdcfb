"""Tables with sums and merged cells, read back by python-docx and by lints; where figures stand on paper."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from invented import order
from lints import LINTS, parts_of

from roadmapc.model.columns import ColumnKind
from roadmapc.model.parts import Head, TableCell, TableRow
from roadmapc.model.sums import RowKind
from roadmapc.pipeline import compile_plan
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.document.view import AppendixView, OrderView, TableView

DIGIT, COMMA = 6.0, 3.0
"""Points that a digit and a comma take at 12 points."""
ESTIMATE = Path(__file__).parents[2] / "plans" / "good" / "estimate.yaml"


@pytest.fixture(scope="module")
def content(build: Any) -> bytes:
    compiled = compile_plan(ESTIMATE).value
    assert compiled is not None
    assert compiled.plan.order.date is not None
    return build(order_view(compiled.plan, compiled.calendar, compiled.plan.order.date))


@pytest.fixture(scope="module")
def document(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


def properties(cell: Any) -> tuple[int, str | None]:
    """How many columns a cell takes, and whether it goes on from above or reaches down."""
    merge = cell.tcPr.find(qn("w:vMerge"))
    down = None if merge is None else merge.get(qn("w:val"), "continue")
    return cell.grid_span, down


def test_merged_cells_are_words_own(document: Any) -> None:
    estimate = document.tables[0]
    trip, stay = (
        next(row for row in estimate._tbl.tr_lst if words in row.xml)
        for words in ("Проезд членов", "Проживание членов")
    )
    assert [properties(cell) for cell in trip.tc_lst] == [(1, "restart"), *[(1, None)] * 5]
    assert [properties(cell) for cell in stay.tc_lst] == [(1, "continue"), *[(1, None)] * 5]
    total = estimate._tbl.tr_lst[-1]
    assert [properties(cell) for cell in total.tc_lst] == [(4, None), (1, None), (1, None)]
    group = next(row for row in estimate._tbl.tr_lst if "Раздел 2. Проведение" in row.xml)
    assert [properties(cell) for cell in group.tc_lst] == [(6, None)]


def test_every_row_is_as_wide_as_the_grid(document: Any) -> None:
    for table in document.tables:
        grid = [column.w for column in table._tbl.tblGrid.gridCol_lst]
        for row in table._tbl.tr_lst:
            assert sum(cell.grid_span for cell in row.tc_lst) == len(grid)
            assert sum(cell.width for cell in row.tc_lst) == sum(grid)


def test_the_row_of_column_numbers_is_repeated_with_the_head(document: Any) -> None:
    rows = document.tables[0]._tbl.tr_lst
    repeated = [row.trPr is not None and row.trPr.find(qn("w:tblHeader")) is not None for row in rows]
    assert repeated == [True] * 3 + [False] * (len(rows) - 3)
    assert [cell.text for cell in document.tables[0].rows[2].cells] == ["1", "2", "3", "4", "5", "6"]


def test_only_the_rows_that_the_author_named_are_bold(document: Any) -> None:
    bold = [
        row.cells[0].text
        for row in document.tables[0].rows
        if any(run.bold for run in row.cells[0].paragraphs[0].runs)
    ]
    assert bold == ["Итого по разделу 1", "Итого по разделу 2", "Всего по смете"]


def test_the_unit_stands_at_the_right_edge_on_the_page_of_its_table(document: Any) -> None:
    unit = next(paragraph for paragraph in document.paragraphs if paragraph.text == "(рублей)")
    assert unit.alignment == docx.enum.text.WD_ALIGN_PARAGRAPH.RIGHT
    assert unit.paragraph_format.keep_with_next
    assert unit._p.getnext() is document.tables[0]._tbl


@pytest.fixture(scope="module")
def order_of() -> Callable[[TableView], OrderView]:
    return lambda table: order(AppendixView(("Приложение",), "Показатели", (table,)))


def figure_table(*texts: str, kind: ColumnKind = ColumnKind.NUMBER) -> TableView:
    heads = (Head("Показатель", (), False), Head("Значение", (), False, kind))
    rows = tuple(
        TableRow(RowKind.ITEM, (TableCell("доля"), TableCell(text.replace(" ", "\u00a0")))) for text in texts
    )
    return TableView(heads, rows)


def ends(table: Any) -> list[int]:
    """Twips between the end of each figure and the right edge of its cell."""
    paragraphs = (row.cells[1].paragraphs[0] for row in table.rows[1:])
    return [paragraph.paragraph_format.right_indent.twips for paragraph in paragraphs]


def test_digits_of_one_rank_stand_under_one_another(opened: Any, order_of: Any) -> None:
    table = opened(order_of(figure_table("1 000", "12,5", "3,25", "4,5 %"))).tables[0]
    whole, tenth, hundredth, per_cent = ends(table)
    assert whole - tenth == pytest.approx(20 * (COMMA + DIGIT), abs=2)
    assert tenth - hundredth == pytest.approx(20 * DIGIT, abs=2)
    assert per_cent < hundredth
    assert min(ends(table)) > 0


def test_figures_stand_so_on_the_printed_page(order_of: Any, build: Any, convert: Any, tool: Any) -> None:
    texts = ("1 000,5", "22,25", "333")
    pdf = convert(build(order_of(figure_table(*texts))), "pdf")
    layout = tool("pdftotext")("-bbox", pdf, "-").stdout
    found = re.findall(r'xMax="([\d.]+)".*?>([^<]+)</word>', layout)
    places = {word.split()[-1]: float(right) for right, word in found}
    tenths, hundredths, whole = (places[word.split()[-1]] for word in texts)
    assert whole == pytest.approx(hundredths - COMMA - 2 * DIGIT, abs=0.5)
    assert tenths == pytest.approx(hundredths - DIGIT, abs=0.5)


@pytest.mark.parametrize("validator", ["ooxml-validator", "openxml-audit"])
def test_validators_find_nothing_to_correct_in_an_estimate(
    content: bytes, tool: Any, tmp_path: Path, validator: str
) -> None:
    path = tmp_path / "estimate.docx"
    path.write_bytes(content)
    tool(validator)(path)


@pytest.mark.parametrize("lint", LINTS, ids=lambda lint: lint.__name__)
def test_a_lint_has_nothing_to_say_of_an_estimate(lint: Any, content: bytes) -> None:
    assert list(lint(parts_of(content))) == []
