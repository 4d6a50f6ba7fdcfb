"""A text of an appendix taken apart: prose, and the pictures and tables between its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeAlias
from urllib.parse import unquote

from roadmapc.text.markdown import is_picture
from roadmapc.text.markdown_notes import OPEN, REFERENCE, label_of
from roadmapc.text.markdown_syntax import Lines, Stretch, literal, parse, with_line_feeds
from roadmapc.text.regex import regex

if TYPE_CHECKING:
    from markdown_it.token import Token


_BRACKET = regex(r"[\[\]]")
_ESCAPED = r"\\\g<0>"


class WrittenPicture(NamedTuple):
    """«![описание](файл.png "Подпись")»."""

    file: str
    """As the author wrote it."""
    description: str
    """Read aloud instead of the picture; empty if the author gave none."""
    caption: str
    """Empty for a picture without one."""
    span: Stretch = Stretch(0, 0)

    def under(self, path: str) -> str:
        """The same paragraph that names the file by another path."""
        title = ' "{}"'.format(self.caption.replace('"', '\\"')) if self.caption else ""
        return f"![{_BRACKET.sub(_ESCAPED, self.description)}](<{path}>{title})"


class WrittenTable(NamedTuple):
    """A table of bars."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """One text for each head; empty for an empty cell."""
    span: Stretch = Stretch(0, 0)


Apart: TypeAlias = WrittenPicture | WrittenTable
"""What is no prose."""


@lru_cache(maxsize=16)
def parts(markdown: str) -> tuple[str | Apart, ...]:
    """A text in its order; prose stays Markdown, each stretch with the footnotes that it refers to.

    Kept for a while: whoever looks for pictures, reads the plan or asks about it wants the same of a text.
    """
    markdown = with_line_feeds(markdown)
    # most texts have nothing but prose
    blocks = tuple(_blocks(markdown)) if "![" in markdown or "|" in markdown else ()
    notes = {label_of(block.tokens[0]): block for block in blocks if block.tokens[0].type == OPEN}
    found: list[str | Apart] = []
    prose: list[_Block] = []
    for block in blocks:
        apart = _apart(block)
        if apart is None:
            prose.append(block)
        else:
            found += (*_prose(markdown, prose, notes), apart)
            prose.clear()
    return (*found, *_prose(markdown, prose, notes)) if found else (markdown,)


def pictures(markdown: str) -> tuple[WrittenPicture, ...]:
    """The pictures of a text, in their order."""
    return tuple(part for part in parts(markdown) if isinstance(part, WrittenPicture))


def without_files(markdown: str) -> str:
    """A text, as long as it was, with line breaks in place of what of its pictures is not words."""
    pieces, at = [], 0
    for picture in pictures(markdown):
        start, end = picture.span
        written = markdown[start:end]
        kept = "\n" * len(written)
        for words in filter(None, (picture.description, picture.caption)):
            place = written.find(words)
            if place >= 0:  # not if some of its signs stand behind a backslash
                kept = kept[:place] + words + kept[place + len(words) :]
        pieces += [markdown[at:start], kept]
        at = end
    return "".join((*pieces, markdown[at:]))


class _Block(NamedTuple):
    """A block of a text that no other holds."""

    span: Stretch
    tokens: tuple[Token, ...]


def _blocks(markdown: str) -> Iterator[_Block]:
    lines, tokens, first = Lines(markdown), parse(markdown), 0
    for at, token in enumerate(tokens):
        if token.level == 0 and token.nesting <= 0:  # the end of a block
            span = lines.of(tokens[first])
            if span is not None:
                yield _Block(span, tuple(tokens[first : at + 1]))
            first = at + 1


def _apart(block: _Block) -> Apart | None:
    """What a block is if it is no prose."""
    if block.tokens[0].type == "table_open":
        return _table(block)
    if len(block.tokens) < 2 or not is_picture(block.tokens[1]):
        return None
    (picture,) = (child for child in block.tokens[1].children or () if child.type == "image")
    file, title = (literal(unquote(str(picture.attrGet(name) or ""))) for name in ("src", "title"))
    description = literal("".join(child.content for child in picture.children or ()))
    return WrittenPicture(file, description.strip(), title.strip(), block.span)


def _table(block: _Block) -> WrittenTable:
    rows: list[list[str]] = []
    for token in block.tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(literal("".join(child.content for child in token.children or ())).strip())
    heads, *others = map(tuple, rows)
    return WrittenTable(heads, tuple(others), block.span)


def _prose(markdown: str, blocks: Sequence[_Block], notes: Mapping[str, _Block]) -> Iterator[str]:
    """Blocks as they are written, their footnotes after them; nothing of none."""
    texts = [block for block in blocks if block.tokens[0].type != OPEN]
    inner = (child for block in texts for token in block.tokens for child in token.children or ())
    used = dict.fromkeys(label_of(child) for child in inner if child.type == REFERENCE)
    said = (notes[label] for label in used if label in notes)
    if texts:
        yield "\n\n".join(markdown[slice(*block.span)].strip("\n") for block in (*texts, *said))
