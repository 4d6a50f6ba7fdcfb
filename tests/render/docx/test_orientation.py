"""Orientation belongs to a part of an appendix: read back by python-docx, printed by LibreOffice."""

from dataclasses import replace
from itertools import count

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from invented import COLUMNS, MEASURES, concept, edited, order, text

from roadmapc.model.parts import Orientation
from roadmapc.render.document.prose import prose
from roadmapc.render.document.view import (
    AppendixView,
    ColumnView,
    CompositionView,
    HeadingView,
    MeasureRow,
    MeasuresView,
    PassportView,
    ProseView,
    SeatsView,
    SeatView,
    TableView,
)
from roadmapc.render.docx.order import render

UPRIGHT, ACROSS = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
FOUR = (
    ColumnView("number", "№ п/п"),
    ColumnView("measure", "Мероприятие"),
    ColumnView("deadline", "Срок"),
    ColumnView("executors", "Ответственные"),
)
NARROW = MeasuresView(
    FOUR, tuple(MeasureRow((text(str(at)), text("Обход"), text("май"), text("ОО"))) for at in range(1, 40))
)
WIDE = MeasuresView(COLUMNS, tuple(MeasureRow((text("1"), *cells)) for cells in MEASURES))
LINE = ProseView(prose("Сведения представляются в отдел.", count(1)))
PAGES = ProseView(prose("\n\n".join(["Школы города работают по единому плану. " * 12] * 6), count(1)))
FIGURES = next(part for part in concept().parts if isinstance(part, TableView))
PASSPORT = PassportView((("Цель", text("рост качества")), ("Срок", text("год"))))


def composition(members):
    """So many members of a commission."""
    seats = [SeatView(f"Образцова А. {at}.", "методист методического отдела") for at in range(members)]
    return CompositionView((SeatsView("Члены комиссии:", tuple(seats)),))


def of(*parts):
    return AppendixView(("Приложение",), "План", parts)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((NARROW,), [UPRIGHT]),
        ((WIDE,), [ACROSS]),
        ((PAGES, WIDE), [UPRIGHT, ACROSS]),
        ((PAGES, WIDE, PAGES), [UPRIGHT, ACROSS, UPRIGHT]),
        # what is short goes with its neighbour, as its heading does with what it heads
        ((LINE, WIDE), [ACROSS]),
        ((PASSPORT, WIDE), [ACROSS]),
        ((WIDE, LINE), [ACROSS]),
        ((composition(3), WIDE), [ACROSS]),
        ((composition(20), WIDE), [UPRIGHT, ACROSS]),
        ((PAGES, HeadingView("Мероприятия"), WIDE), [UPRIGHT, ACROSS]),
        ((WIDE, HeadingView("Иное"), NARROW), [ACROSS, UPRIGHT]),
        # what the author says goes over what the columns need
        ((replace(NARROW, orientation=Orientation.LANDSCAPE),), [ACROSS]),
        ((replace(WIDE, orientation=Orientation.PORTRAIT),), [UPRIGHT]),
        ((replace(NARROW, orientation=Orientation.LANDSCAPE), WIDE), [ACROSS]),
        ((PAGES, replace(FIGURES, orientation=Orientation.LANDSCAPE)), [UPRIGHT, ACROSS]),
        ((replace(FIGURES, orientation=Orientation.PORTRAIT), WIDE), [UPRIGHT, ACROSS]),
    ],
)
def test_each_part_stands_on_the_page_that_suits_it(opened, parts, expected):
    sections = opened(order(of(*parts))).sections
    assert [section.orientation for section in sections] == [UPRIGHT, *expected]
    assert [section.different_first_page_header_footer for section in sections] == [
        True,
        *(False for _ in expected),
    ]


def test_a_heading_is_never_parted_from_what_it_heads(opened):
    document = opened(order(of(PAGES, HeadingView("Мероприятия"), WIDE)))
    (heading,) = (each._p for each in document.paragraphs if each.text.strip() == "Мероприятия")
    assert heading.getnext() is document.tables[0]._tbl


def test_the_last_rows_of_a_table_share_a_page(opened):
    table = opened(order(of(NARROW))).tables[0]
    kept = [bool(row._tr.findall(f".//{qn('w:keepNext')}")) for row in table.rows[1:]]
    assert kept == [False] * 36 + [True, True, False]


@pytest.mark.parametrize("rows", range(20, 60, 3))
def test_no_sheet_is_printed_for_one_or_two_rows(build, convert, tool, rows):
    view = order(of(replace(NARROW, rows=NARROW.rows[:1] * rows)))
    printed = tool("pdftotext")("-layout", convert(build(view), "pdf"), "-").stdout
    *_, last = printed.rstrip("\f").split("\f")
    assert last.count("Обход") >= 3


def test_a_template_without_a_page_across_is_told_of_a_part_that_wants_one(template):
    upright = edited(template, ' w:orient="landscape"', "")
    upright = edited(upright, 'w:w="16838" w:h="11906"', 'w:w="11906" w:h="16838"')
    assert render(order(of(WIDE)), upright).diagnostics == ()
    outcome = render(order(of(replace(NARROW, orientation=Orientation.LANDSCAPE))), upright)
    assert [each.code.id for each in outcome.diagnostics] == ["M429"]
    assert outcome.value is None
