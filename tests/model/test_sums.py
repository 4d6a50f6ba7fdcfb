"""Which rows a total adds up, shown row by row: what kind it is, its number, what it comes to."""

from decimal import Decimal

import pytest

from roadmapc.model.sums import RowKind, says_part, says_total, sums

TABLES = {
    "one total": ["item 1", "item 2,5", "total = 3,5"],
    "groups and a total of all": [
        *("group", "item 1", "item 2", "subtotal = 3"),
        *("group", "item 4", "subtotal = 4", "total = 7"),
    ],
    "parts are in their row already": ["item 10", "part 4", "part 6", "item 1", "total = 11"],
    "parts of a total": ["item 10", "total = 10", "part 4", "part 6"],
    "a total above its rows": ["total = 3", "item 1", "item 2"],
    "under a title too": ["group", "total = 3", "item 1", "item 2", "total = 3"],
    "a subtotal of rows without a title": ["item 1", "item 2", "subtotal = 3", "item 4", "total = 7"],
    "each total begins anew": ["item 1", "total = 1", "item 2", "total = 2"],
    "cells without a number": ["item", "item 2", "total = 2"],
    "nothing to add": ["group", "item", "subtotal", "total"],
}


@pytest.mark.parametrize("rows", TABLES.values(), ids=TABLES)
def test_a_total_is_the_sum_of_its_rows(rows: list[str]) -> None:
    parts = [row.replace(",", ".").partition("= ") for row in rows]
    kinds, values = zip(*((*before.split(), None)[:2] for before, _, _ in parts), strict=True)
    expected = tuple(Decimal(total) if total else None for _, _, total in parts)
    found = sums([RowKind(kind) for kind in kinds], [None if one is None else Decimal(one) for one in values])
    assert found == expected


@pytest.mark.parametrize("label", ["Итого", "ИТОГО:", "Всего по разделу 1", "Общая сумма"])
def test_what_is_called_a_total(label: str) -> None:
    assert says_total(label)


@pytest.mark.parametrize("label", ["в том числе:", "В т. ч. по годам", "из них дети"])
def test_what_is_called_a_part(label: str) -> None:
    assert says_part(label)


@pytest.mark.parametrize("label", ["Итоговое занятие", "Всеобуч", "Работа с ними", "Иные расходы"])
def test_what_only_looks_so(label: str) -> None:
    assert not says_total(label)
    assert not says_part(label)
