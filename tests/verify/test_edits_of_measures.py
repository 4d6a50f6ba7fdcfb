"""Edits of measure tables in Word: sums, marks, joined cells, notes, executors; each told at its place."""

from collections.abc import Callable
from typing import Any

import pytest
from docx.table import _Cell
from returned import Told

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Edit = Callable[[Any], None]


def cell(document: Any, text: str, at: int = 0) -> Any:
    """The cell of that text, as Word has it; one of several by its place among them."""
    cells = [_Cell(tc, table) for table in document.tables for row in table._tbl.tr_lst for tc in row.tc_lst]
    return [each for each in cells if each.text.replace("\u00a0", " ") == text][at]


def typed(old: str, new: str, at: int = 0) -> Edit:
    def edit(document: Any) -> None:
        cell(document, old, at).paragraphs[0].runs[0].text = new

    return edit


def noted(old: str, new: str) -> Edit:
    def edit(document: Any) -> None:
        (paragraph,) = (each for each in document.paragraphs if each.text.startswith(old))
        paragraph.runs[0].text = new

    return edit


def without_row(text: str) -> Edit:
    def edit(document: Any) -> None:
        row = cell(document, text)._tc.getparent()
        row.getparent().remove(row)

    return edit


def parted(text: str, words: str) -> Edit:
    """A number taken apart: the row under it gets one of its own."""

    def edit(document: Any) -> None:
        row = cell(document, text)._tc.getparent()
        for tc in (row.tc_lst[0], row.getnext().tc_lst[0]):
            merge = tc.find(f"{W}tcPr/{W}vMerge")
            merge.getparent().remove(merge)
        under = _Cell(row.getnext().tc_lst[0], None)
        under.paragraphs[0].add_run(words)

    return edit


EDITS = {
    "a sum": (typed("45,50", "54,50"), "строка «2.1», графа «местный бюджет»"),
    "a computed total": (typed("125,50", "152,50"), "строка «Всего», графа «местный бюджет»"),
    "a subtotal": (typed("120,50", "210,50", 1), "строка «Итого по разделу 1», графа «местный бюджет»"),
    "the name of a total": (typed("Итого по разделу 2", "Итого по разделу 3"), "строка «Итого по разделу 2»"),
    "a mark": (typed("х", "–"), "строка «1», графа «I квартал»"),
    "a number of a column": (typed("8", "9"), "графа «Исполнители»"),
    "a heading of a level": (typed("2027 год", "2028 год"), "2027 год"),
    "a note": (noted("Объёмы", "Объёмы не уточняются."), "абзац «Объёмы финансирования уточняются"),
    "an executor": (
        typed("Примеров В. Г.", "Школы"),
        "строка «не позднее 30 июня 2027 года», графа «Исполнители»",
    ),
    "a lost total": (without_row("Всего"), "строка «Всего»"),
    "a number of its own": (parted("1.1", "1.2"), "строка «1.1»"),
}


@pytest.mark.parametrize(("edit", "place"), EDITS.values(), ids=EDITS)
def test_an_edit_is_told_at_its_place(told: Told, edit: Edit, place: str) -> None:
    said = [one.message for one in told("measures", edit)]
    assert [message for message in said if place in message], said


def test_what_nobody_edited_is_the_same(told: Told) -> None:
    assert told("measures", lambda document: None) == []
