"""Markdown as its library reads it: the tokens of a text, and stretches of it that would not be printed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.text.regex import regex

if TYPE_CHECKING:
    from markdown_it.token import Token


class Stretch(NamedTuple):
    """From a character to before another."""

    start: int
    end: int


class Refused(NamedTuple):
    """A stretch of a text that would not be printed as it is written."""

    message: str
    span: Stretch
    advice: str
    replacement: str | None = None
    """What may stand there instead; `None` where a person has to decide."""


_UNDERSCORE = "\ue000"
"""Stands for «_» while the text is read, so that a blank to fill in is no emphasis: private letters are
forbidden in texts."""
_RETURN = regex(r"\r(?!\n)")


def parse(markdown: str) -> list[Token]:
    """The tokens of a text."""
    return parsed(markdown)[0]


def literal(content: str) -> str:
    """The words of a token as the author wrote them."""
    return content.replace(f"\\{_UNDERSCORE}", "_").replace(_UNDERSCORE, "_")


def parsed(markdown: str, *without: str) -> tuple[list[Token], set[str]]:
    """The tokens, and the names of links that are defined apart from them; `without` names rules."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only plans with prose need them
    from mdit_py_plugins.footnote import footnote_plugin  # noqa: PLC0415

    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    reader.use(footnote_plugin, inline=False, move_to_end=False).disable(["entity", *without])
    environment: dict[str, dict[str, object]] = {}
    tokens = reader.parse(with_line_feeds(markdown).replace("_", _UNDERSCORE), environment)
    return tokens, set(environment.get("references", ()))


def with_line_feeds(markdown: str) -> str:
    """The text, as long as it was, with a line feed for each lone carriage return: an end of line as well."""
    return _RETURN.sub("\n", markdown)


class Lines:
    """Where the lines of a text are."""

    def __init__(self, markdown: str) -> None:
        """Find them."""
        self._text = markdown
        self._starts = [0, *(found.end() for found in re.finditer("\n", markdown)), len(markdown) + 1]

    def of(self, token: Token) -> Stretch | None:
        """The lines of a block; `None` if the token is none."""
        if token.map is None:
            return None
        first, last = token.map
        end = self._starts[min(last, len(self._starts) - 1)]
        return Stretch(self._starts[first], min(end, len(self._text)))

    def first(self, block: Stretch) -> Stretch:
        """What is written in the first line of a block."""
        words = self._text[block.start : block.end].split("\n", 1)[0]
        indent = len(words) - len(words.lstrip())
        return Stretch(block.start + indent, block.start + max(len(words.rstrip()), indent + 1))
