"""Tables without duties: whatever differs between two of them is told, and nothing that does not."""

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.diff.judgement import JudgedField
from roadmapc.diff.provision import Provision
from roadmapc.diff.tables import judged
from roadmapc.model.parts import Head, Table, TableCell, TableRow
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.sums import RowKind

Rows = list[tuple[str, ...]]

HEADS = tuple(Head(text, (), is_upward=False) for text in ("№", "Статья", "Сумма"))
CELL = st.sampled_from(["", "1", "2", "аренда", "печать", "500", "600"])
ROWS = st.lists(st.tuples(CELL, CELL, CELL), max_size=6)


def appendix(rows: Rows) -> Provision:
    lines = tuple(TableRow(RowKind.ITEM, tuple(map(TableCell, cells))) for cells in rows)
    table = Table(HEADS, lines)
    return Provision(ProvisionKind.APPENDIX, "costs", True, "1", "Смета", None, (), parts=(table,))


@settings(deadline=None)
@given(ROWS, ROWS)
def test_whatever_differs_is_told(before: Rows, after: Rows) -> None:
    told = judged(appendix(before), appendix(after))
    assert bool(told) == (before != after)
    gone, come = (Counter(cell for row in rows for cell in row if cell) for rows in (before, after))
    assert all(cell in _texts(told, "before") for cell in gone - come)
    assert all(cell in _texts(told, "after") for cell in come - gone)


def _texts(told: tuple[JudgedField, ...], side: str) -> str:
    return "\n".join(getattr(field.value, side) for field in told)


@settings(deadline=None)
@given(st.lists(CELL, min_size=1, max_size=6), st.data())
def test_one_cell_that_differs_is_the_only_one_told(sums: list[str], data: st.DataObject) -> None:
    before: Rows = [(str(at), f"статья {at}", text) for at, text in enumerate(sums, start=1)]
    changed = data.draw(st.integers(0, len(sums) - 1))
    number, article, text = before[changed]
    after = [*before[:changed], (number, article, f"{text}7"), *before[changed + 1 :]]
    (field,) = judged(appendix(before), appendix(after))
    assert field.value == ("text", "Сумма", text, f"{text}7", f"строка {number} «{article}»")
