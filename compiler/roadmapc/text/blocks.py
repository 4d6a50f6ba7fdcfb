"""The text of a cell: paragraphs and list items."""

from enum import StrEnum
from typing import NamedTuple

from roadmapc.text.regex import regex

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


_ITEM = regex(r"(?:(?P<dash>[-–—])|(?P<letter>[а-я])\))\s+")


def from_text(text: str) -> tuple[Block, ...]:
    """Blocks of a text in which a line is a block, and «- » or «а) » opens a list item.

    A line that stands deeper than the mark of an item and has none of its own goes on with the item.
    """
    blocks: list[Block] = []
    depth = -1
    for line in text.split("\n"):
        words, indent = line.strip(), len(line) - len(line.lstrip())
        if match := _ITEM.match(words):
            kind, depth = BlockKind.DASH if match["dash"] else BlockKind.LETTER, indent
            blocks.append(Block(kind, words[match.end() :]))
        elif words and 0 <= depth < indent:
            blocks[-1] = blocks[-1]._replace(text=f"{blocks[-1].text} {words}")
        else:
            depth = -1
            blocks += [Block(BlockKind.PARAGRAPH, words)] if words else []
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
