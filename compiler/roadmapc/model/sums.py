"""Totals of a column: which rows are added up, and to what.

Shared by plain tables and measure tables, and by what is computed and what is checked.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from enum import StrEnum

from roadmapc.text.regex import regex

_TOTAL = regex(r"\W*(?:итого|всего|общий\s+итог|общая\s+сумма|общее\s+количество)(?![а-яё])", re.IGNORECASE)
_PART = regex(r"\W*(?:в\s+том\s+числе|в\s+т\.\s*ч\.|из\s+них|из\s+него)", re.IGNORECASE)


class RowKind(StrEnum):
    """What a row is to the totals of its table."""

    ITEM = "item"
    """It is added up."""
    PART = "part"
    """«В том числе»: a part of the row above, which is added up already."""
    GROUP = "group"
    """A title over the whole width: a new sum begins under it."""
    SUBTOTAL = "subtotal"
    """«Итого»: the rows since the last title, subtotal or total."""
    TOTAL = "total"
    """«Всего»: all rows since the last total; above the rows, all of them."""


TOTALS = (RowKind.SUBTOTAL, RowKind.TOTAL)
FILLED = (RowKind.GROUP, *TOTALS)
"""Rows that end a group, and whose cells the program can fill: such a row is a field of the kind's name."""


def says_total(label: str) -> bool:
    """Whether a row or a heading is called a total: «Итого», «Всего по разделу 1»."""
    return _TOTAL.match(label) is not None


def says_part(label: str) -> bool:
    """Whether a row or a heading is called a part of another: «в том числе», «из них»."""
    return _PART.match(label) is not None


def sums(kinds: Sequence[RowKind], values: Sequence[Decimal | None]) -> tuple[Decimal | None, ...]:
    """What each subtotal and total of a column comes to, exactly.

    `None` for all other rows, and for a sum of no numbers. A total that stands before every row to be
    added is the sum of those below it: estimates begin with «Всего» as often as they end with it.
    """
    items = [value if kind is RowKind.ITEM else None for kind, value in zip(kinds, values, strict=True)]
    first = next((at for at, kind in enumerate(kinds) if kind is not RowKind.GROUP), None)
    found: list[Decimal | None] = []
    group_start = total_start = 0
    for at, kind in enumerate(kinds):
        match kind:
            case RowKind.SUBTOTAL:
                found.append(_sum(items[group_start:at]))
            case RowKind.TOTAL:
                found.append(_sum(items if at == first else items[total_start:at]))
                total_start = at
            case _:
                found.append(None)
        if kind in FILLED:
            group_start = at
    return tuple(found)


def _sum(values: Sequence[Decimal | None]) -> Decimal | None:
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None
