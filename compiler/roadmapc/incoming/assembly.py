"""Content to blocks: each paragraph is given its mended words, its characters in the whole text, its name."""

import re
from collections.abc import Iterable, Iterator

from roadmapc.incoming.blocks import Aside, Block, Cell, Incoming, Margin, Mending, Paragraph, Table
from roadmapc.incoming.layout_tables import without_layout_tables
from roadmapc.incoming.look_alikes import TO_RUSSIAN
from roadmapc.incoming.mending import Change, mended
from roadmapc.incoming.typed import TypedAside, TypedBlock, TypedParagraph, TypedTable
from roadmapc.source.span import Span

_ASIDES = {
    Aside.RUNNING_HEAD: "колонтитул",
    Aside.FOOTNOTE: "сноска",
    Aside.COMMENT: "примечание рецензента",
    Aside.DELETED: "удалено",
    Aside.HIDDEN: "скрыто",
}


_LATIN_ITEM = re.compile(r"[ae]\)")
"""The mark of an item, which a Latin list has as well: «a)» before «б)» is a Russian one."""


def assembled(name: str, content: Iterable[TypedBlock], asides: Iterable[TypedAside] = ()) -> Incoming:
    """A document of its content; `asides` are those that stand beside no paragraph."""
    content = tuple(without_layout_tables(content))
    assembly = _Assembly(has_russian_items=any(map(_is_russian_item, _paragraphs(content))))
    blocks = tuple(assembly.blocks(content))
    margins = tuple(assembly.margins(asides))
    return Incoming(
        name,
        assembly.text,
        blocks,
        margins,
        tuple(assembly.mendings),
        tuple(assembly.pictures),
        tuple(assembly.nested),
    )


def _paragraphs(content: Iterable[TypedBlock]) -> Iterator[TypedParagraph]:
    for block in content:
        if isinstance(block, TypedParagraph):
            yield block
        else:
            yield from (each for cell in block.cells for each in _paragraphs(cell.content))


def _is_russian_item(paragraph: TypedParagraph) -> bool:
    return paragraph.text.lstrip().startswith(("б)", "в)"))


class _Assembly:
    """Goes through the content once; what stands beside it is told at the end."""

    def __init__(self, *, has_russian_items: bool) -> None:
        """`has_russian_items` says that lists have Russian letters."""
        self._has_russian_items = has_russian_items
        self._pieces: list[str] = []
        self._length = 0
        self._paragraphs = 0
        self._tables = 0
        self._begins_page = False
        self._is_in_cell = False
        """Where a label may be all that is printed: the number of a row."""
        self._beside: list[tuple[TypedAside, str, Span | None]] = []
        self.mendings: list[Mending] = []
        self.pictures: list[str] = []
        self.nested: list[str] = []

    @property
    def text(self) -> str:
        """Of all paragraphs so far, a line break between two."""
        return "\n".join(self._pieces)

    def blocks(self, content: Iterable[TypedBlock]) -> Iterator[Block]:
        """Those of the main text that have words."""
        for block in content:
            if isinstance(block, TypedTable):
                yield from self._table(block)
            elif (paragraph := self._in_main(block)) is not None:
                yield paragraph

    def margins(self, asides: Iterable[TypedAside]) -> Iterator[Margin]:
        """What stands beside the text, then what stands beside no paragraph of it."""
        for aside, place, beside in (*self._beside, *((each, "", None) for each in asides)):
            where = ", ".join(filter(None, (aside.where or _ASIDES[aside.kind], place)))
            paragraph = self._paragraph(TypedParagraph(aside.text), where)
            if paragraph is not None:
                yield Margin(aside.kind, paragraph, beside)

    def _in_main(self, typed: TypedParagraph) -> Paragraph | None:
        where = f"{typed.box}, абзац" if typed.box else "абзац"
        paragraph = self._placed(typed, f"{where} {self._paragraphs + 1}")
        self._paragraphs += paragraph is not None
        return paragraph

    def _placed(self, typed: TypedParagraph, where: str) -> Paragraph | None:
        """A paragraph of the text; one without words may hold a picture or the end of a page."""
        begins_page = typed.begins_page or self._begins_page
        paragraph = self._paragraph(typed._replace(begins_page=begins_page), where)
        self._begins_page = begins_page and paragraph is None
        place = where if paragraph is not None else f"перед: {where}"
        self.pictures += (f"{thing}, {place}" for thing in typed.things)
        beside = None if paragraph is None else paragraph.span
        self._beside += ((each, "" if each.where else place, beside) for each in typed.asides)
        return paragraph

    def _paragraph(self, typed: TypedParagraph, where: str) -> Paragraph | None:
        text, changes = mended(typed.text)
        if self._has_russian_items and (item := _LATIN_ITEM.match(text)):
            read = item[0].translate(TO_RUSSIAN)
            text = read + text[item.end() :]
            changes = (*changes, Change(item[0], read, "латинская буква вместо русской"))
        if not text and not (self._is_in_cell and typed.label.strip()):
            return None
        self.mendings += (Mending(where, *change) for change in changes)
        start = self._length
        self._pieces.append(text)
        self._length += len(text) + 1
        return Paragraph(
            text,
            Span(start, start + len(text)),
            where,
            typed.label.strip(),
            typed.is_bullet,
            typed.alignment,
            round(typed.indent, 1),
            typed.is_bold,
            typed.begins_page,
        )

    def _table(self, table: TypedTable) -> Iterator[Table]:
        self._tables += 1
        where = f"таблица {self._tables}"
        cells: list[Cell] = []
        inner: list[tuple[str, TypedTable]] = []
        self._is_in_cell = True
        for cell in table.cells:
            place = f"{where}, строка {cell.row + 1}, графа {cell.column + 1}"
            inner += ((place, each) for each in cell.content if isinstance(each, TypedTable))
            typed = (each for each in cell.content if isinstance(each, TypedParagraph))
            paragraphs = tuple(filter(None, (self._placed(each, place) for each in typed)))
            cells.append(Cell(cell.row, cell.column, cell.rows, cell.columns, paragraphs))
        self._is_in_cell = False
        if any(cell.paragraphs for cell in cells):
            yield Table(where, tuple(cells), table.heads, table.has_lines)
        else:
            self._tables -= 1
        yield from self._taken_out(inner)

    def _taken_out(self, inner: Iterable[tuple[str, TypedTable]]) -> Iterator[Table]:
        """Tables that stood in cells, and those in theirs."""
        for place, each in inner:
            found = tuple(self._table(each))
            self.nested += (f"{table.where} из ячейки: {place}" for table in found[:1])
            yield from found
