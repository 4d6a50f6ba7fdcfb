"""Compositions of commissions, read back by python-docx and from LibreOffice's pages."""

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from invented import order
from lints import LINTS, parts_of

from roadmapc.render.document.view import AppendixView, CompositionView, SeatsView, SeatView
from roadmapc.text.typography import plain

HEAD = SeatsView("Председатель комиссии:", (SeatView("Образцова Анна Борисовна", "начальник управления"),))
MEMBERS = SeatsView(
    "Члены комиссии:",
    (
        SeatView("Закладкина Н. Ф.", "директор школы № 11 (по согласованию)"),
        SeatView("", "начальник отдела кадров"),
    ),
)


def commission(*groups):
    return order(AppendixView(("Приложение",), "Состав комиссии", (CompositionView(groups),)))


@pytest.fixture(scope="module")
def document(build):
    return docx.Document(BytesIO(build(commission(HEAD, MEMBERS))))


@pytest.fixture(scope="module")
def table(document):
    return document.tables[0]


def test_a_row_is_a_name_a_dash_and_a_post(table):
    cells = [[cell.iter(qn("w:t")) for cell in row._tr.tc_lst] for row in table.rows]
    texts = [[plain("".join(text.text for text in cell)) for cell in row] for row in cells]
    assert texts == [
        ["Председатель комиссии:"],
        ["Образцова Анна Борисовна", "-", "начальник управления"],
        ["Члены комиссии:"],
        ["Закладкина Н. Ф.", "-", "директор школы № 11 (по согласованию)"],
        ["начальник отдела кадров"],
    ]


def test_no_rule_is_drawn(table):
    assert list(table._tbl.iter(qn("w:tblBorders"), qn("w:tcBorders"))) == []


def test_a_first_name_is_not_parted_from_its_patronymic(table):
    assert [table.rows[at].cells[0].text for at in (1, 3)] == [
        "Образцова Анна\u00a0Борисовна",
        "Закладкина\u00a0Н.\u00a0Ф.",
    ]


def test_a_short_remark_in_brackets_is_not_parted(table):
    assert table.rows[3].cells[2].text.endswith(" (по\u00a0согласованию)")


def test_a_head_keeps_to_its_first_member_and_no_row_is_broken(table):
    kept = [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in table.rows]
    assert kept == [True, None, True, None, None]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_members_stand_on_a_page_of_the_order(document):
    assert {section.orientation for section in document.sections} == {document.sections[0].orientation}


@pytest.mark.parametrize("name", ["Образцова Анна Борисовна", "Я" * 60, "Ли Ю"])
def test_nothing_is_wrong_with_names_of_any_length(build, name):
    members = SeatsView("", (SeatView(name, "директор " * 40),))
    assert [found for lint in LINTS for found in lint(parts_of(build(commission(members))))] == []


def test_no_head_stands_alone_at_the_foot_of_a_page(build, convert, tool):
    groups = [
        SeatsView(
            f"Группа {at}:",
            tuple([SeatView("Образцова Анна Борисовна", "директор школы " * 9)] * (1 + at % 3)),
        )
        for at in range(30)
    ]
    pages = tool("pdftotext")("-layout", convert(build(commission(*groups)), "pdf"), "-").stdout.split("\f")
    last = [page.split("\n\n\n")[0].rstrip().splitlines()[-1] for page in pages if "директор" in page]
    assert len(last) > 3
    assert [line for line in last if "Группа" in line] == []
