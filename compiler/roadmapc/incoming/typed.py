"""What the reader of a format finds, before its words are mended and given their places."""

from typing import NamedTuple, TypeAlias

from roadmapc.incoming.blocks import Alignment, Aside


class TypedAside(NamedTuple):
    """Words outside the reading order."""

    kind: Aside
    text: str
    where: str = ""
    """«сноска 1»; empty if the place of its paragraph says it."""


class TypedParagraph(NamedTuple):
    """A paragraph, which may be empty."""

    text: str
    """With all its signs as typed."""
    label: str = ""
    """Of an automatic list, as the next one is about it."""
    is_bullet: bool = False
    alignment: Alignment = Alignment.LEFT
    indent: float = 0.0
    """In millimetres."""
    is_bold: bool = False
    begins_page: bool = False
    box: str = ""
    """«надпись» if it stands in one."""
    asides: tuple[TypedAside, ...] = ()
    """Notes that it refers to, words deleted in it."""
    things: tuple[str, ...] = ()
    """What stands in it and is no text: «рисунок»."""


class TypedCell(NamedTuple):
    """A cell in its place."""

    row: int
    column: int
    rows: int
    columns: int
    content: "tuple[TypedBlock, ...]"


class TypedTable(NamedTuple):
    """A table, its cells by rows."""

    cells: tuple[TypedCell, ...]
    heads: int = 0
    has_lines: bool = True
    alignment: Alignment = Alignment.LEFT
    indent: float = 0.0
    """In millimetres."""


TypedBlock: TypeAlias = TypedParagraph | TypedTable
