"""Columns of a table: their texts made ready for Word, and their widths found from these texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import cbrt

from roadmapc.render.docx import metrics, oxml
from roadmapc.render.docx.formatting import Face, Page
from roadmapc.text.blocks import Block

_WIDEST = 1 / 3
"""Share of the page that a column's longest word may claim: what is longer is no word but an address."""

_MEASURED = 20
"""Paragraphs of which the widest is looked for: of many the longest in letters is not always the widest."""
_BEYOND_PAGES = 250
"""Letters that fit on no page side by side."""

LAST_LINE = 20
"""Characters' worth of space that a paragraph leaves empty before another: its last line is seldom full."""


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column, its texts top to bottom."""

    texts: Sequence[str]
    """Each the content of `w:t`."""
    longest: int
    """Width of its longest unbreakable word with the margins of the cell, in twips."""
    widest: int
    """Width of its longest paragraph on one line, likewise: more would leave every cell as high as it is."""
    amounts: Sequence[int]
    """How much text a cell holds, in characters; a number for each row of cells."""
    paragraphs: Sequence[int]
    """How many paragraphs a cell holds."""


Cell = tuple[Block, ...]
"""What a cell prints; an empty one has no blocks."""


def columns(headings: Iterable[str], rows: Sequence[tuple[Cell, ...]], face: Face) -> tuple[TableColumn, ...]:
    """The columns of a table, as wide as their headings and texts claim."""
    return tuple(
        _column(heading, [cells[index] for cells in rows], face) for index, heading in enumerate(headings)
    )


def _column(heading: str, cells: list[Cell], face: Face) -> TableColumn:
    # One long string goes through each rule at once: calls a cell would cost more than the rules.
    texts = [heading, *[block.text for blocks in cells for block in blocks]]
    joined = metrics.SEPARATOR.join([text.replace(metrics.SEPARATOR, oxml.UNREADABLE) for text in texts])
    bound = oxml.bound(joined)
    _, *ready = oxml.run_text(bound).split(metrics.SEPARATOR)
    longest = metrics.longest_word(bound, face.size) + oxml.cell_margins(face.side)
    amounts = [sum([len(block.text) for block in blocks], LAST_LINE * len(blocks[1:])) for blocks in cells]
    return TableColumn(ready, longest, max(longest, _widest(bound, face)), amounts, list(map(len, cells)))


def _widest(bound: str, face: Face) -> int:
    """Twips of the widest of some texts behind their heading, with the margins of the cell.

    Only a few of the longest are measured, and of each no more than what is wider than any page.
    """
    _, *texts = bound.split(metrics.SEPARATOR)
    longest = nlargest(_MEASURED, dict.fromkeys(texts), key=len)
    widths = (metrics.width(text[:_BEYOND_PAGES], face.size) for text in longest)
    return max(widths, default=0) + oxml.cell_margins(face.side)


def height(columns: Iterable[TableColumn], across: Iterable[int], face: Face) -> int:
    """Twips that the rows of these columns take in these widths, as near as amounts of text tell."""
    margins, advance = oxml.cell_margins(face.side), metrics.mean_advance(face.size)
    sized = [
        (max(1, (width - margins) // advance), column) for column, width in zip(columns, across, strict=True)
    ]
    cells = ([-(-amount // line) for amount in column.amounts] for line, column in sized)
    lines: list[int] = [max(1, *row) for row in zip(*cells, strict=True)]
    return sum(lines) * metrics.line_height(face.size) + len(lines) * 2 * oxml.TOP_MARGIN


def are_too_wide(columns: Iterable[TableColumn], page: Page) -> bool:
    """Whether their words do not fit the page side by side."""
    return sum(column.longest for column in columns) > page.width


def widths(columns: Iterable[TableColumn], available: int) -> tuple[int, ...]:
    """Widths in twips, together `available`.

    Every column is as wide as its longest word and, if others can use the room, no wider than its longest
    paragraph; the rest is shared by weight of text. Where even the words do not fit, the columns of the
    longest ones give way.
    """
    columns = tuple(columns)
    words = _levelled([min(column.longest, available * _WIDEST) for column in columns], available)
    # widths in proportion to these weights make the sum of the squared heights of all cells the least
    weights = tuple(cbrt(sum([amount * amount for amount in each.amounts], start=1)) for each in columns)
    room = max(1.0, available / sum(column.widest for column in columns))
    most = tuple(max(word, column.widest * room) for word, column in zip(words, columns, strict=True))
    return _rounded(_shares(words, most, weights, available), available)


def _levelled(words: list[float], available: int) -> tuple[float, ...]:
    """Widths of words, the widest cut to one level so that together they fit."""
    level, rest = 0.0, float(available)
    for index, word in enumerate(sorted(words)):
        level = rest / (len(words) - index)
        if word > level:
            break
        rest -= word
    return tuple(min(word, level) for word in words)


def _shares(
    least: tuple[float, ...], most: tuple[float, ...], weights: tuple[float, ...], available: int
) -> list[float]:
    """Shares by weight; one beyond a bound takes that bound, and the others share what it leaves or lacks.

    Of the two kinds of bounds that is kept first which moves more: the other may then be no matter.
    """
    fixed: dict[int, float] = {}
    while True:
        rest = available - sum(fixed.values())
        total = sum(weight for index, weight in enumerate(weights) if index not in fixed)
        shares = [fixed.get(index, rest * weight / total) for index, weight in enumerate(weights)]
        kept = [min(max(share, low), high) for share, low, high in zip(shares, least, most, strict=True)]
        excess = sum(kept) - sum(shares)
        beyond = {
            index: bound
            for index, (bound, share) in enumerate(zip(kept, shares, strict=True))
            if bound != share and (bound > share) == (excess > 0)
        }
        if not beyond:
            return shares
        fixed |= beyond
        if len(fixed) == len(weights):
            return [fixed[index] for index in range(len(weights))]


def _rounded(shares: list[float], available: int) -> tuple[int, ...]:
    """Whole twips with the exact sum; what rounding leaves goes to the widest column."""
    whole = [int(share) for share in shares]
    whole[whole.index(max(whole))] += available - sum(whole)
    return tuple(whole)
