"""The text of a cell: paragraphs and list items."""

import re
from enum import StrEnum
from typing import NamedTuple

LETTERS = "абвгдежзиклмнопрстуфхцчшщыэюя"
"""Letters of lettered lists in their order, as Word counts them (`russianLower`): without ё, й, ъ, ь."""


def letter(ordinal: int) -> str:
    """The letter of an item by its ordinal, from 1; after the last letter comes the first."""
    return LETTERS[(ordinal - 1) % len(LETTERS)]


class BlockKind(StrEnum):
    """What a block is printed as."""

    PARAGRAPH = "paragraph"
    DASH = "dash"
    LETTER = "letter"


class Block(NamedTuple):
    """One paragraph of a cell, without its mark."""

    kind: BlockKind
    text: str


_ITEM = re.compile(r"(?:(?P<dash>[-–—])|(?P<letter>[а-я])\))\s+")


def from_text(text: str) -> tuple[Block, ...]:
    """Blocks of a text in which a line is a block, and «- » or «а) » opens a list item."""
    blocks: list[Block] = []
    for line in filter(None, map(str.strip, text.split("\n"))):
        if match := _ITEM.match(line):
            kind = BlockKind.DASH if match["dash"] else BlockKind.LETTER
            blocks.append(Block(kind, line[match.end() :]))
        else:
            blocks.append(Block(BlockKind.PARAGRAPH, line))
    return tuple(blocks)


def lettered(texts: tuple[str, ...]) -> tuple[Block, ...]:
    """A list whose items are printed «а)», «б)», «в)»; a single text is a plain paragraph."""
    kind = BlockKind.LETTER if len(texts) > 1 else BlockKind.PARAGRAPH
    return tuple(Block(kind, text) for text in texts)


def in_one_line(blocks: tuple[Block, ...]) -> str:
    """The text where there is no room for lines: lists become enumerations."""
    return " ".join(block.text for block in punctuated(blocks))


def punctuated(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """List items with their final marks, «;» and for the last «.», where the author put none."""
    return tuple([_punctuated(block, blocks[at : at + 1]) for at, block in enumerate(blocks, start=1)])


def _punctuated(block: Block, following: tuple[Block, ...]) -> Block:
    if block.kind is BlockKind.PARAGRAPH or block.text[-1] in ";.,:!?":
        return block
    continues = bool(following) and following[0].kind is block.kind
    return block._replace(text=block.text + (";" if continues else "."))
