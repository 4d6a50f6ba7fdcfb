"""Tables of an appendix whole: with those that go on with them, and the headings that stand between."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias, TypeGuard

from roadmapc.incoming.blocks import Block, Cell, Paragraph, Table
from roadmapc.recognition.grid import TableLine, alike, in_one_line, lines_of, paragraph_text
from roadmapc.recognition.number_forms import whole_number
from roadmapc.recognition.table_head import read_head
from roadmapc.source.span import Span

_LONG = 200
"""No heading of a section has so many letters."""
_LEVELS = 3
"""Headings that may stand one under another."""


class Rows(NamedTuple):
    """A table."""

    first: Table | None
    """Its beginning, which says how it is drawn; `None` if that is a line with tabs."""
    lines: tuple[TableLine, ...]


Gathered: TypeAlias = tuple[Paragraph, ...] | Rows
"""Paragraphs in a row, or a table."""


def gathered(blocks: Sequence[Block]) -> Iterator[Gathered]:
    """Paragraphs and tables in order; a table ends where something else stands or another head begins."""
    run: list[Paragraph] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        rows = _Rows(blocks, at)
        if rows.lines:
            if run:
                yield tuple(run)
                run = []
            yield Rows(block if isinstance(block, Table) else None, tuple(rows.lines))
            at = rows.end
        else:
            assert isinstance(block, Paragraph), "a table has rows"
            run.append(block)
            at += 1
    if run:
        yield tuple(run)


class _Rows:
    """The rows of the table that begins at a block, none if none does."""

    def __init__(self, blocks: Sequence[Block], at: int) -> None:
        self._blocks = blocks
        self.lines: list[TableLine] = []
        self.end = at
        begun = self._lines_at(at)
        if not begun or (isinstance(blocks[at], Paragraph) and not self._leads(at + 1, len(begun[0].cells))):
            return
        first = blocks[at]
        self._width = len(begun[0].cells)
        self._head = [
            _said(row) for row in read_head(begun, first.heads if isinstance(first, Table) else 0).rows
        ]
        self.lines, self.end = list(begun), at + 1
        while self.end < len(blocks):
            more = self._more(self.end)
            if not more:
                return
            self.lines += more
            self.end += 1

    def _more(self, at: int) -> Sequence[TableLine]:
        """What a block adds to the table; nothing if it does not go on with it."""
        block = self._blocks[at]
        if self._head and _is_bare_number(block):
            return (_tabbed(block, self._width),)
        lines = self._lines_at(at)
        if lines and len(lines[0].cells) == self._width and self._goes_on(block, lines):
            return lines
        if isinstance(block, Table) or not self._head or not self._leads(at + 1, self._width):
            return ()
        is_heading = len(block.text) < _LONG and "\t" not in block.text
        return (_heading(block, self._width),) if is_heading else ()

    def _goes_on(self, block: Block, lines: Sequence[TableLine]) -> bool:
        """Whether rows of the same width have the same head, or none of their own below one that has."""
        own = read_head(lines, block.heads if isinstance(block, Table) else 0)
        if own.titles or not self._head:
            return False
        return not own.rows or [_said(row) for row in own.rows] == self._head

    def _leads(self, at: int, width: int) -> bool:
        """Whether rows of a width follow, which have no head: at once, or after headings of theirs."""
        for place in range(at, min(at + _LEVELS + 1, len(self._blocks))):
            block, lines = self._blocks[place], self._lines_at(place)
            if _is_bare_number(block):
                return True
            if lines:
                heads = block.heads if isinstance(block, Table) else 0
                return len(lines[0].cells) == width and not read_head(lines, heads).rows
            if isinstance(block, Paragraph) and len(block.text) > _LONG:
                return False
        return False

    def _lines_at(self, at: int) -> Sequence[TableLine]:
        """The rows of a table, or a paragraph with tabs as one; a single tab is of a signature."""
        block = self._blocks[at]
        if isinstance(block, Table):
            return lines_of(block)
        return (_tabbed(block),) if block.text.count("\t") > 1 else ()


def _is_bare_number(block: Block) -> TypeGuard[Paragraph]:
    """Whether a paragraph is «1.» alone: the row of a form, its empty cells are not seen in plain text."""
    return isinstance(block, Paragraph) and bool(whole_number(block.text).parts)


def _tabbed(paragraph: Paragraph, width: int = 0) -> TableLine:
    """A paragraph as a row of at least so many cells: what stands between tabs is one."""
    cells: list[Cell] = []
    start = paragraph.span.start
    for at, words in enumerate(paragraph.text.split("\t")):
        part = paragraph._replace(
            text=words, span=Span(start, start + len(words)), label="" if at else paragraph.label
        )
        cells.append(Cell(0, at, 1, 1, (part,) if paragraph_text(part) else ()))
        start += len(words) + 1
    cells += [Cell(0, at, 1, 1, ()) for at in range(len(cells), width)]
    words_of = tuple("\n".join(map(paragraph_text, cell.paragraphs)) for cell in cells)
    return TableLine(tuple(cells), 0, paragraph.where, words_of)


def _heading(paragraph: Paragraph, width: int) -> TableLine:
    """A paragraph between two tables as a row of one cell."""
    cell = Cell(0, 0, 1, width, (paragraph,))
    return TableLine((cell,) * width, 0, paragraph.where, (in_one_line(paragraph_text(paragraph)),) * width)


def _said(line: TableLine) -> list[str]:
    return [alike(each) for each in line.texts]
