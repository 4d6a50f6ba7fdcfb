"""Paragraphs and tables of both documents side by side."""

import re
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile, zip_longest
from typing import Any

from docx.oxml.ns import qn

from roadmapc.render.redline.marks import Marker, MarkKind, move_paragraph_mark
from roadmapc.render.redline.words import merged

ALIKE = 0.5
"""Share of common words from which two rows are one that has changed."""

_NUMBER = re.compile(r"[\d.⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")


@dataclass(frozen=True, slots=True)
class Merger:
    """Makes one body of two."""

    _marker: Marker
    _notes: Mapping[str, str]
    """The words of footnotes by their ids."""

    def blocks(self, old: Sequence[Any], new: Sequence[Any]) -> list[Any]:
        """Paragraphs and tables of a body or a cell."""
        made = [
            block
            for before, after in _aligned(old, new, lambda block: (block.tag, *self._content(block)))
            for block in self._block(before, after)
        ]
        _keep_last_mark(made)
        return made

    def _block(self, old: Any | None, new: Any | None) -> Iterator[Any]:
        if old is None or new is None or old.tag != new.tag:
            for kind, block in _sides(old, new):
                yield self._one(kind, block)
        elif self._content(old) == self._content(new):
            yield deepcopy(new)
        else:
            yield merged(old, new, self._marker) if new.tag == _PARAGRAPH else self._table(old, new)

    def _content(self, block: Any) -> tuple[str, ...]:
        """What is read of a block: its letters, its footnotes, its pictures."""
        notes = (self._notes.get(each.get(qn("w:id")), "") for each in block.iter(qn("w:footnoteReference")))
        pictures = (each.get(qn("r:embed"), "") for each in block.iter(qn("a:blip")))
        return (_text(block), *notes, *pictures)

    def _one(self, kind: MarkKind, block: Any) -> Any:
        block = deepcopy(block)
        if kind == "del":
            _forget_layout(block)
        if block.tag == _TABLE:
            for row in block.iter(_ROW):
                self._marker.row(kind, row)
        else:
            self._marker.content(kind, block)
            self._marker.paragraph_mark(kind, block)
        return block

    def _table(self, old: Any, new: Any) -> Any:
        result = deepcopy(new)
        for row in result.findall(_ROW):
            result.remove(row)
        for before, after in _aligned(old.findall(_ROW), new.findall(_ROW), _unnumbered):
            result.extend(self._rows(before, after))
        return result

    def _rows(self, old: Any | None, new: Any | None) -> Iterator[Any]:
        if old is not None and new is not None and _is_same_row(old, new):
            yield self._row(old, new)
            return
        for kind, row in _sides(old, new):
            copy = deepcopy(row)
            if kind == "del":
                _forget_layout(copy)
            self._marker.row(kind, copy)
            yield copy

    def _row(self, old: Any, new: Any) -> Any:
        result = deepcopy(new)
        for cell, before in zip(result.findall(_CELL), old.findall(_CELL), strict=True):
            after = [block for block in cell if block.tag in (_PARAGRAPH, _TABLE)]
            blocks = self.blocks([block for block in before if block.tag in (_PARAGRAPH, _TABLE)], after)
            for block in after:
                cell.remove(block)
            cell.extend(blocks)
        return result


def _sides(old: Any | None, new: Any | None) -> Iterator[tuple[MarkKind, Any]]:
    if old is not None:
        yield "del", old
    if new is not None:
        yield "ins", new


def _is_same_row(old: Any, new: Any) -> bool:
    """Whether two rows are one: as many cells, and enough of the words."""
    if len(old.findall(_CELL)) != len(new.findall(_CELL)):
        return False
    before, after = _unnumbered(old).split(), _unnumbered(new).split()
    return SequenceMatcher(None, before, after, autojunk=False).ratio() >= ALIKE


def _unnumbered(row: Any) -> str:
    """The text of a row without its number, which changes when a row before it is put in or taken out."""
    cells = [_text(cell) for cell in row.findall(_CELL)]
    return "\n".join(cells[1:] if cells and _NUMBER.fullmatch(cells[0]) else cells)


def _aligned(old: Sequence[Any], new: Sequence[Any], key: Any) -> Iterator[tuple[Any | None, Any | None]]:
    """Equal ones together, the others in their order."""
    matcher = SequenceMatcher(None, [key(each) for each in old], [key(each) for each in new], autojunk=False)
    for _, start, end, new_start, new_end in matcher.get_opcodes():
        yield from zip_longest(old[start:end], new[new_start:new_end])


def _text(element: Any) -> str:
    """Every letter, with marks between paragraphs."""
    return "\n".join(
        "".join(part.text or "" for part in each.iter(qn("w:t"))) for each in element.iter(_PARAGRAPH)
    )


def _forget_layout(element: Any) -> None:
    """What is struck out neither ends a section nor counts in a list that the new document has not."""
    for layout in element.xpath(".//w:pPr/w:sectPr | .//w:pPr/w:numPr"):
        layout.getparent().remove(layout)


def _keep_last_mark(blocks: list[Any]) -> None:
    """The last paragraph of a cell cannot lose its mark: the last unmarked one is marked instead."""
    marks = "./w:pPr/w:rPr/w:ins | ./w:pPr/w:rPr/w:del"
    marked = list(takewhile(lambda block: block.tag == _PARAGRAPH and block.xpath(marks), reversed(blocks)))
    rest = blocks[: len(blocks) - len(marked)]
    if marked and rest and rest[-1].tag == _PARAGRAPH:
        move_paragraph_mark(marked[0], rest[-1])
