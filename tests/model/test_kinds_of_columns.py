"""Cells of a column as its kind has them printed."""

import pytest

from roadmapc.model.columns import ColumnKind, printed_cells

SHOWN = {
    "sums have as many decimals as the longest": (
        "money",
        "",
        ["12000", "3000.50"],
        ["12 000,00", "3 000,50"],
    ),
    "kopecks are two digits": ("money", "рублей", ["12.5", "3"], ["12,50", "3,00"]),
    "thousands may have one": ("money", "тыс. рублей", ["12.5", "3"], ["12,5", "3,0"]),
    "whole roubles stay whole": ("money", "рублей", ["12000", "300"], ["12 000", "300"]),
    "numbers keep their own decimals": (
        "number",
        "",
        ["40", "1,25", "не менее 5"],
        ["40", "1,25", "не менее 5"],
    ),
    "blanks are the same everywhere": ("money", "", ["", "-", "x", "1"], ["", "–", "х", "1"]),
    "text is as it is": ("text", "", ["12.50", "2027", "-"], ["12.50", "2027", "-"]),
    "days stay in their words": (
        *("date", ""),
        *(["01.09.2027", "1 сентября 2027 года", "—"], ["01.09.2027", "1 сентября 2027 года", "–"]),
    ),
}
REFUSED = {
    ("number", "сорок"): "«сорок» в графе чисел – не число",
    ("number", "12345678901234567890"): "в числе «12345678901234567890» слишком много цифр",
    ("money", "1,000,000.00"): "«1,000,000.00» в графе чисел – не число",
    ("date", "2027 год"): "«2027 год» в графе дат – не дата",
    ("date", "31.02.2027"): "дня «31.02.2027» не бывает",
    ("date", "31 июня 2027 г."): "дня «31 июня 2027 г.» не бывает",
    ("date", "01.09.0027"): "день «01.09.0027» не нашего времени",
}


@pytest.mark.parametrize("case", SHOWN.values(), ids=SHOWN)
def test_cells_of_a_kind(case: tuple[str, str, list[str], list[str]]) -> None:
    kind, unit, written, shown = case
    cells = printed_cells(ColumnKind(kind), written, unit)
    assert [text.replace("\u00a0", " ") for text in cells.texts] == shown
    assert cells.faults == ()


@pytest.mark.parametrize(("kind", "text"), REFUSED)
def test_what_a_column_cannot_hold_is_told_and_left_as_it_was(kind: str, text: str) -> None:
    cells = printed_cells(ColumnKind(kind), ["", text])
    assert cells.texts == ("", text)
    assert [(fault.at, fault.message) for fault in cells.faults] == [(1, REFUSED[kind, text])]
