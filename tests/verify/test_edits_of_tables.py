"""Edits of an estimate in Word, each told at the row and the column that an officer would look for."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.table import _Cell
from returned import Told

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def cell(document: Any, text: str) -> Any:
    """The first cell of that text, as Word has it."""
    cells = (
        _Cell(element, table)
        for table in document.tables
        for row in table._tbl.tr_lst
        for element in row.tc_lst
    )
    return next(each for each in cells if each.text.replace("\u00a0", " ") == text)


def typed(old: str, new: str) -> Callable[[Any], None]:
    """Other words in a cell."""

    def edit(document: Any) -> None:
        cell(document, old).paragraphs[0].runs[0].text = new

    return edit


def in_paragraph(old: str, new: str) -> Callable[[Any], None]:
    """Other words above or under a table."""

    def edit(document: Any) -> None:
        next(each for each in document.paragraphs if each.text == old).runs[0].text = new

    return edit


def without_row(words: str) -> Callable[[Any], None]:
    def edit(document: Any) -> None:
        row = cell(document, words)._tc.getparent()
        row.getparent().remove(row)

    return edit


def unmerged(words: str) -> Callable[[Any], None]:
    """A row whose merged cell is taken apart."""

    def edit(document: Any) -> None:
        row = cell(document, words)._tc.getparent()
        for merge in list(row.iter(f"{W}vMerge")):
            merge.getparent().remove(merge)

    return edit


EDITS = {
    "a sum": (typed("14 200,00", "14 300,00"), "V902", "строка «1», графа «бюджет города»"),
    "a computed total": (typed("103 244,50", "103 244,00"), "V902", "строка «Всего по смете», графа «бюджет"),
    "words under a merged cell": (
        typed("Проживание членов жюри", "Питание членов жюри"),
        "V902",
        "строка «Проживание членов жюри», графа «Наименование расходов»",
    ),
    "the title of a group": (
        typed("Раздел 2. Проведение", "Раздел 2. Закрытие"),
        "V902",
        "строка «Раздел 2. Проведение»",
    ),
    "a heading": (typed("внебюджетные средства", "спонсоры"), "V902", "строка «бюджет города»"),
    "a number of a column": (typed("6", "7"), "V902", "строка «1», графа «внебюджетные средства»"),
    "the unit": (in_paragraph("(рублей)", "(тыс. рублей)"), "V902", "абзац «(рублей)»"),
    "a note": (
        in_paragraph(
            "Цена указана с налогом на добавленную стоимость.",
            "Цена указана без налога на добавленную стоимость.",
        ),
        "V902",
        "абзац «Цена указана с налогом",
    ),
    "a lost row": (without_row("Проживание членов жюри"), "V902", "строка «Проживание членов жюри»"),
    "a cell taken apart": (unmerged("Проживание членов жюри"), "V908", "графа «№ п/п»"),
}


@pytest.mark.parametrize(("edit", "code", "place"), EDITS.values(), ids=EDITS)
def test_an_edit_is_told_at_its_place(told: Told, edit: Callable[[Any], None], code: str, place: str) -> None:
    said = [(one.code.id, one.message) for one in told("estimate", edit)]
    assert [message for found, message in said if found == code and place in message], said


def test_an_estimate_that_nobody_edited_is_the_same(told: Told) -> None:
    assert told("estimate", lambda document: None) == []
