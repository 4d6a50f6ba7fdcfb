"""Shares in per cent: more than the whole, and shares of one whole that do not make it up."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from roadmapc.checks.facts.grids import Grid
from roadmapc.checks.facts.totals import label_of, number
from roadmapc.checks.texts import Text
from roadmapc.model.sums import says_total
from roadmapc.text.regex import regex

_OVER = regex(r"(?<![\d,.])(?P<share>\d{3,4}(?:[,.]\d+)?)\s*%")
OF_WHOLE = regex(
    r"дол[яиюей]|охват|удельн|процент|численност|количеств|успеваемост|обеспеченност|100 ?%", re.IGNORECASE
)
_GROWTH = regex(
    r"рост|увелич|прирост|к\s+уровню|от\s+уровня|по\s+сравнению|по\s+отношению|выше|больше|темп|заработн|зарплат"
    r"|перевыполн|инфляц|стоимост|цен[аы]|исполнени|выполнени|от\s+план",
    re.IGNORECASE,
)


def over_hundred(words: str) -> Iterator[re.Match[str]]:
    """Shares of more than a hundred per cent, where nothing says that something grows by so much."""
    for found in _OVER.finditer(words):
        near = words[max(0, found.start() - 50) : found.end() + 25]
        if Decimal(found["share"].replace(",", ".")) > 100 and not _GROWTH.search(near):
            yield found


def shares_over_hundred(grid: Grid) -> Iterator[Text]:
    """Cells of rows that are called a share, in per cent, with more than a hundred."""
    for row in grid.rows if len(grid.heads) > 1 else ():
        label = label_of(row)
        if not OF_WHOLE.search(label) or _GROWTH.search(label):
            continue
        is_share = "%" in "".join(cell.words for cell in row) or re.search(
            r"дол[яи]|процент|удельн", label, re.IGNORECASE
        )
        for cell in row if is_share else ():
            value = number(cell.words)
            if value is not None and 100 < value < 1000 and cell is not row[0]:
                yield cell


_SHARE = regex(r"(?<![\d,.])(\d{1,3}(?:,\d+)?)\s*%")
_PARTS = regex(r"(?:из\s+них|в\s+том\s+числе)[:\s]", re.IGNORECASE)
_SOURCE = regex(r"бюджет|средств|источник", re.IGNORECASE)
_STRUCTURE = regex(r"источник|структур|категори|состав", re.IGNORECASE)
_WHOLE = Decimal(100)


class Split(NamedTuple):
    """Shares of one whole that do not make it up."""

    start: int
    end: int
    sum: Decimal


def splits(words: str) -> Iterator[Split]:
    """Shares after «из них», or of several budgets, within one sentence; parts of parts are not judged."""
    for sentence in re.finditer(r"[^.;\n]+(?:\.\d[^.;\n]*)*", words):
        part = _PARTS.search(sentence[0])
        shares = list(_SHARE.finditer(sentence[0], part.end() if part else 0))
        if (
            len(shares) < 2
            or len(_PARTS.findall(sentence[0])) > 1
            or not (part or len(_SOURCE.findall(sentence[0])) >= len(shares))
        ):
            continue
        total = sum((Decimal(share[1].replace(",", ".")) for share in shares), Decimal(0))
        wrong = total > _WHOLE if part else total != _WHOLE
        if wrong:
            yield Split(sentence.start() + shares[0].start(), sentence.start() + shares[-1].end(), total)


def split_columns(grid: Grid) -> Iterator[tuple[Text, Decimal]]:
    """The last cell of a column of shares of one whole: of sources, of a structure."""
    if not grid.rows or not any(_STRUCTURE.search(heads[-1]) for heads in grid.heads):
        return
    for at, heads in enumerate(grid.heads):
        if not re.search(r"дол[яи]|%|удельн", heads[-1], re.IGNORECASE):
            continue
        rows = [row for row in grid.rows if not says_total(label_of(row))]
        values = [number(row[at].words) for row in rows]
        known = [value for value in values if value is not None]
        total = sum(known, Decimal(0))
        if len(known) == len(values) > 1 and abs(total - _WHOLE) > 1:
            yield rows[-1][at], total
