"""Columns of a table: their texts made ready for Word, and their widths found from these texts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roadmapc.render.docx import metrics, oxml
from roadmapc.render.view import MeasureRow, TableView
from roadmapc.text import typography

SIZE = 12
"""Size of type in a table, in points; widths are computed for it."""

_SEPARATOR = "\u2029"
"""Stands between the texts of a column while they are handled as one; in a text it would mean nothing."""

_BREAKS = {"\n": " ", "\t": " ", _SEPARATOR: " ", "-": "- "}
"""Where a line may end besides a space: after a hyphen; a range such as «2021–2025» is better left whole."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, its texts top to bottom."""

    heading: str
    """Content of `w:t`, as are the texts."""
    texts: Sequence[str]
    longest: int
    """Width of its longest unbreakable word with the margins of the cell, in twips."""
    amount: int
    """Characters of text in all its cells."""


def columns(table: TableView) -> tuple[Column, ...]:
    """The columns of a table."""
    measures = [row.cells for row in table.rows if isinstance(row, MeasureRow)]
    return tuple(
        _column(view.heading, [block.text for cells in measures for block in cells[index]])
        for index, view in enumerate(table.columns)
    )


def _column(heading: str, texts: list[str]) -> Column:
    # One long string goes through each rule at once: calls a cell would cost more than the rules.
    joined = _SEPARATOR.join(text.replace(_SEPARATOR, oxml.UNREADABLE) for text in [heading, *texts])
    bound = oxml.legible(typography.bind(joined))
    ready = oxml.run_text(bound).split(_SEPARATOR)
    return Column(ready[0], ready[1:], _longest(bound) + oxml.CELL_MARGINS, len(bound) + 1)


def _longest(text: str) -> int:
    for mark, opened in _BREAKS.items():
        text = text.replace(mark, opened)
    words = set(text.split(" "))
    # No letter is three times as wide as another, so much shorter words need not be measured.
    limit = max(map(len, words)) // 3
    return max(metrics.width(word, SIZE) for word in words if len(word) >= limit)


def widths(columns: Iterable[Column], available: int) -> tuple[int, ...]:
    """Widths in twips, together `available`.

    Every column is as wide as its longest word; the rest is shared by amount of text. Where even the
    words do not fit, each column gives way in proportion.
    """
    longest, amounts = zip(*((column.longest, column.amount) for column in columns), strict=True)
    if sum(longest) >= available:
        return _rounded([available * width / sum(longest) for width in longest], available)
    return _rounded(_shares(longest, amounts, available), available)


def _shares(longest: tuple[int, ...], amounts: tuple[int, ...], available: int) -> list[float]:
    """Shares by amount; a column whose share is below its longest word takes the word's width instead."""
    fixed: set[int] = set()
    while True:
        rest = available - sum(longest[index] for index in fixed)
        text = sum(amount for index, amount in enumerate(amounts) if index not in fixed)
        shares = [
            float(longest[index]) if index in fixed else rest * amount / text
            for index, amount in enumerate(amounts)
        ]
        narrow = {index for index, share in enumerate(shares) if share < longest[index]}
        if not narrow:
            return shares
        fixed |= narrow


def _rounded(shares: list[float], available: int) -> tuple[int, ...]:
    """Whole twips with the exact sum; what rounding leaves goes to the widest column."""
    whole = [int(share) for share in shares]
    whole[whole.index(max(whole))] += available - sum(whole)
    return tuple(whole)
