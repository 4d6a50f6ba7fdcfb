"""Measure tables of every shape: what stands in their cells, read back by python-docx from a built plan."""

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from lints import LINTS, parts_of

from roadmapc.pipeline import compile_plan
from roadmapc.render.consolidated.html import html
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.docx.order import render
from roadmapc.text.typography import plain

PLAN = Path(__file__).parents[2] / "plans" / "good" / "measures.yaml"


@pytest.fixture(scope="module")
def view() -> Any:
    compiled = compile_plan(PLAN).value
    assert compiled is not None
    return order_view(compiled.plan, compiled.calendar, compiled.plan.period.first_day)


@pytest.fixture(scope="module")
def built(view: Any, template: bytes) -> bytes:
    outcome = render(view, template)
    assert outcome.diagnostics == ()
    return outcome.value


@pytest.fixture(scope="module")
def tables(built: bytes) -> list[Any]:
    return docx.Document(BytesIO(built)).tables


def texts(table: Any) -> list[list[str]]:
    return [[plain(cell.text) for cell in row.cells] for row in table.rows]


MONEY = ["Объём финансирования, тыс. рублей"] * 4
LEFT = ["№ п/п", "Мероприятие", "Срок"]


def test_heads_stand_in_three_levels_over_numbers_of_columns(tables):
    found = texts(tables[0])
    assert found[0] == [*LEFT, *MONEY, "Исполнители"]
    assert found[1][3:7] == ["2026 год"] * 2 + ["2027 год"] * 2
    assert found[2][3:7] == ["местный бюджет", "краевой бюджет"] * 2
    assert found[3] == list("12345678")
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in tables[0].rows]
    assert heads == [True] * 4 + [False] * 8


def test_totals_stand_over_the_columns_before_the_sums_and_add_up(tables):
    found = texts(tables[0])
    assert found[7] == ["Итого по разделу 1"] * 3 + ["120,50", "1 250,00", "80,00", "1 300,00", ""]
    assert found[10:] == [
        ["Итого по разделу 2"] * 3 + ["-", "-", "45,50", "-", ""],
        ["Всего"] * 3 + ["120,50", "1 250,00", "125,50", "1 300,00", ""],
    ]
    bold = [run.bold for cell in tables[0].rows[11].cells for run in cell.paragraphs[0].runs]
    assert set(bold) == {True}


def test_rows_under_one_number_share_its_cell(tables):
    table = tables[0]
    number, measure = ([row.cells[at]._tc for row in table.rows[5:7]] for at in (0, 1))
    assert number[0] is number[1]
    assert measure[0] is measure[1]
    assert [plain(row.cells[2].text) for row in table.rows[5:7]] == [
        "не позднее 30 июня 2026 года",
        "не позднее 30 июня 2027 года",
    ]


def test_executors_are_called_as_the_author_wants(tables):
    assert texts(tables[0])[5][-1].split("\n") == [
        "Начальник методического отдела Примеров В. Г.;",
        "Школы (по согласованию)",
    ]
    assert texts(tables[0])[6][-1] == "Примеров В. Г."
    assert texts(tables[1])[3][-1] == "Начальник методического отдела"


def test_marks_stand_under_upright_quarters(tables):
    found = texts(tables[1])
    assert found[1][2:6] == ["I квартал", "II квартал", "III квартал", "IV квартал"]
    upright = tables[1]._tbl.tr_lst[1].findall(f".//{qn('w:textDirection')}")
    assert [each.get(qn("w:val")) for each in upright] == ["btLr"] * 4
    assert [row[2:7] for row in found[3:5]] == [["х", "-", "х", "-", "8"], ["-", "-", "х", "-", "4"]]
    assert found[5] == ["Всего"] * 6 + ["12", ""]


def test_figures_of_a_column_end_one_under_another(tables):
    def end(row: int) -> int:
        return int(tables[0].rows[row].cells[5]._tc.p_lst[0].pPr.find(qn("w:ind")).get(qn("w:right")))

    assert end(6) == end(9) == end(11)


def test_notes_stand_under_their_tables(built):
    body = docx.Document(BytesIO(built)).element.body
    after = [
        "".join(node.text for each in table.itersiblings() for node in each.iter(qn("w:t")) if node.text)
        for table in body.findall(qn("w:tbl"))
    ]
    assert plain(after[0]).startswith("Объёмы финансирования уточняются")
    assert plain(after[1]).startswith("Знаком «х» отмечен квартал")


def test_marks_are_the_deadlines_of_the_calendar():
    compiled = compile_plan(PLAN).value
    due = [
        (entry.duty.number, entry.duty.appendix, f"{entry.occurrence.due:%d.%m.%Y}")
        for entry in compiled.calendar.entries
        if entry.duty.appendix == "2"
    ]
    assert due == [("1", "2", "31.03.2026"), ("1", "2", "30.09.2026"), ("2", "2", "30.09.2026")]


def test_the_page_of_an_edition_has_the_same_cells(view):
    page = html(view).decode()
    assert page.count('rowspan="2">1.1<') == 1
    assert '<th colspan="3" scope="row">Итого по разделу 1</th><td>120,50</td>' in page
    assert '<th scope="colgroup" colspan="4" rowspan="1">Объём финансирования, тыс. рублей</th>' in plain(
        page
    )


@pytest.mark.parametrize("validator", ["ooxml-validator", "openxml-audit"])
def test_validators_find_nothing_to_correct(built, tool, tmp_path, validator):
    path = tmp_path / "order.docx"
    path.write_bytes(built)
    tool(validator)(path)


def test_nothing_is_wrong_with_it(built):
    assert [found for lint in LINTS for found in lint(parts_of(built))] == []
