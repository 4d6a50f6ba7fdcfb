"""The lines of an act outside its appendices in reading order, whether a table holds them or not."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from roadmapc.incoming.blocks import Alignment, Block, Paragraph, Table
from roadmapc.source.span import Span
from roadmapc.text.typography import NO_BREAK_HYPHEN

_LINE_BREAK = re.compile(r"\n")
_BREAK = re.compile(r"\n|\t+| {4,}")
"""What parts words that stand apart: a line break, a tab, spaces in place of one."""


class Line(NamedTuple):
    """Words between two breaks, spaces collapsed."""

    text: str
    span: Span
    paragraph: Paragraph
    block: int
    """Of which it is, by its place among the blocks."""
    begins: bool
    """Whether it is the first of its paragraph."""
    row: int = -1
    """Of the table that holds it; -1 outside tables."""
    column: int = -1

    @property
    def where(self) -> str:
        """For messages."""
        return self.paragraph.where

    @property
    def is_right(self) -> bool:
        """Whether it stands in the right half of the sheet."""
        return self.paragraph.alignment is Alignment.RIGHT or self.paragraph.indent > _MIDDLE


_EDITION = re.compile(
    r"\(?(?:наименование в ред|введ[её]н\w* |с изм|в ред\.|в редакции|(?:актуальн|действующ)ая редакция).*",
    re.IGNORECASE,
)
_MIDDLE = 60.0
"""Millimetres from the left margin."""


class Words(NamedTuple):
    """A text with the characters that it is made of."""

    text: str
    spans: tuple[Span, ...]
    where: str

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Words":
        """Several lines as one text, a hyphenated word put together again by nobody."""
        return cls(" ".join(line.text for line in lines), tuple(line.span for line in lines), lines[0].where)


NO_WORDS = Words("", (), "")


def is_edition_note(line: Line) -> bool:
    """Whether a line only says of which edition something is: a consolidated text prints it by itself."""
    return bool(_EDITION.fullmatch(line.text))


def collapsed(text: str) -> str:
    """With single spaces and plain hyphens, as a plan keeps a text: the printer sets others anew."""
    return " ".join(text.replace(NO_BREAK_HYPHEN, "-").split())


def lines_of(blocks: Iterable[Block], first: int = 0) -> Iterator[Line]:
    """All lines; `first` is the place of the first block among all."""
    for at, block in enumerate(blocks, start=first):
        if isinstance(block, Paragraph):
            yield from _lines(block, at)
        else:
            for cell in block.cells:
                for paragraph in cell.paragraphs:
                    for line in _lines(paragraph, at):
                        yield line._replace(row=cell.row, column=cell.column)


def rows_of(paragraph: Paragraph, block: int) -> Iterator[Line]:
    """The lines of running text: a tab in it is a space."""
    return _lines(paragraph, block, breaks=_LINE_BREAK)


def _lines(paragraph: Paragraph, block: int, *, breaks: re.Pattern[str] = _BREAK) -> Iterator[Line]:
    start, begins = 0, True
    for found in (*breaks.finditer(paragraph.text), None):
        end = found.start() if found else len(paragraph.text)
        words = paragraph.text[start:end]
        if text := collapsed(words):
            lead = len(words) - len(words.lstrip())
            span = Span(start + lead, start + len(words.rstrip())).shifted(paragraph.span.start)
            yield Line(text, span, paragraph, block, begins)
            begins = False
        start = found.end() if found else end


def is_layout(table: Table) -> bool:
    """Whether a table only places words: it is borderless, or too small to be a table of anything."""
    columns = max((cell.column + cell.columns for cell in table.cells), default=0)
    rows = max((cell.row + cell.rows for cell in table.cells), default=0)
    return not table.has_lines or columns * rows <= _FEW


_FEW = 3
"""Cells that make no table yet."""
