"""The head of a table in levels, each heading with the cells that it takes."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.model.plan import Head


class HeadCell(NamedTuple):
    """A heading (`th`)."""

    text: str
    columns: int
    """How many columns it stands over."""
    rows: int
    """How many levels it goes down."""


def levels(heads: tuple[Head, ...]) -> tuple[tuple[HeadCell, ...], ...]:
    """The rows of a head, from the top."""
    depth = max((head.depth for head in heads), default=0)
    return tuple(tuple(_cells(heads, depth, level)) for level in range(depth))


def _cells(heads: tuple[Head, ...], depth: int, level: int) -> Iterator[HeadCell]:
    """The headings that begin at a level of a head that is `depth` levels deep."""
    for head in heads:
        if level:
            yield from _cells(head.columns, depth - 1, level - 1)
        else:
            yield HeadCell(head.text, head.width, 1 if head.columns else depth)
