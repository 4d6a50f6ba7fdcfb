"""The head of a table in levels: merged headings, some of them upright along narrow columns."""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from roadmapc.model.parts import Head
from roadmapc.render.docx import metrics, oxml
from roadmapc.render.docx.formatting import Face
from roadmapc.render.docx.oxml import Merge, bound

_TALLEST = 4000
"""Twips that an upward heading may take before it is broken into lines: 7 cm."""

Heads = tuple[Head, ...]


def flat(*headings: str) -> Heads:
    """A head of one level."""
    return tuple(Head(heading, (), is_upward=False) for heading in headings)


def least_widths(heads: Heads, face: Face) -> tuple[int, ...]:
    """Twips that the headings of each column claim; those over several columns share theirs out."""
    return tuple(width for head in heads for width in _least(head, face))


def _least(head: Head, face: Face) -> Iterator[int]:
    if head.is_upward:
        lines = -(-metrics.width(bound(head.text), face.size) // _TALLEST)
        own = lines * metrics.line_height(face.size) + oxml.cell_margins(face.side)
    else:
        own = metrics.longest_word(bound(head.text), face.size) + oxml.cell_margins(face.side)
    below = least_widths(head.columns, face) or (own,)
    lacking = max(0, own - sum(below))
    yield from (width + -(-lacking // len(below)) for width in below)


def rows(heads: Heads, widths: tuple[int, ...], face: Face) -> str:
    """The rows (`w:tr`) of a head over columns of these widths; nothing of no heads."""
    depth = max((head.depth for head in heads), default=0)
    return "".join(
        f"{oxml.row_start(heads=True, height=_height(heads, level, depth, face))}"
        f"{''.join(_cells(heads, widths, face, level, depth - 1 - level))}{oxml.ROW_END}"
        for level in range(depth)
    )


def numbers(texts: tuple[str, ...], widths: tuple[int, ...], face: Face) -> str:
    """The row of column numbers under a head, repeated with it; nothing of no numbers."""
    cells = (
        f"{oxml.head_cell_start(width, 1, Merge.NONE, is_upward=False)}"
        f"{oxml.paragraph_start(face.head)}{text}{oxml.PARAGRAPH_END}{oxml.CELL_END}"
        for text, width in zip(texts, widths, strict=bool(texts))
    )
    return f"{oxml.row_start(heads=True)}{''.join(cells)}{oxml.ROW_END}" if texts else ""


def _cells(heads: Heads, widths: tuple[int, ...], face: Face, level: int, rows: int) -> Iterator[str]:
    """The cells of the row at a level below these heads, which stand over `widths`; `rows` are under it."""
    ends = accumulate((head.width for head in heads), initial=0)
    for head, (start, end) in zip(heads, pairwise(ends), strict=True):
        if level > 0 and head.columns:
            yield from _cells(head.columns, widths[start:end], face, level - 1, rows)
        else:
            yield _cell(head, widths[start:end], face, level, rows)


def _cell(head: Head, widths: tuple[int, ...], face: Face, level: int, rows: int) -> str:
    """A heading at its own level; below it the rest of its merged cell, if there is more than one row."""
    merge = Merge.REST if level else Merge.FIRST if rows and not head.columns else Merge.NONE
    text = "" if level else oxml.run_text(bound(head.text))
    start = oxml.head_cell_start(sum(widths), len(widths), merge, is_upward=head.is_upward)
    return f"{start}{oxml.paragraph_start(face.head)}{text}{oxml.PARAGRAPH_END}{oxml.CELL_END}"


def _height(heads: Heads, level: int, depth: int, face: Face) -> int:
    """Twips that the upward headings which end in this row need; 0 without such."""
    if level < depth - 1:
        return 0
    leaves = (leaf for head in heads for leaf in head.leaves)
    upward = [metrics.width(bound(leaf.text), face.size) for leaf in leaves if leaf.is_upward]
    return min(max(upward), _TALLEST) + oxml.cell_margins(face.side) if upward else 0
