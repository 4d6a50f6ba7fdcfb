"""A text with its name and its lines."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from roadmapc.source.span import Position, Span

_LINE_FEED = re.compile(r"\n")
_LINE_BREAK = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, eq=False)
class SourceFile:
    """A text as it was read, under the name that messages show.

    Compared by identity: two files may have the same name and text.
    """

    name: str
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        breaks = _LINE_BREAK if "\r" in self.text else _LINE_FEED  # one sign is quick to look for
        return [0, *map(re.Match.end, breaks.finditer(self.text))]

    def position(self, offset: int) -> Position:
        """Line and column of an offset; an offset past the end is taken as the end."""
        offset = min(offset, len(self.text))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column; a place past the end is taken as the end."""
        if line > len(self._line_starts):
            return len(self.text)
        return min(self._line_starts[line - 1] + column - 1, len(self.text))

    def depth(self, offset: int) -> int:
        """How many characters stand before an offset in its line."""
        return self.position(offset).column - 1

    def with_own_breaks(self, text: str) -> str:
        """A text of several lines with the line breaks that this one has."""
        return text.replace("\n", "\r\n") if "\r\n" in self.text else text

    def line(self, number: int) -> str:
        """The text of a line without its line break; empty if there is no such line."""
        return self.text[slice(*self.line_span(number))]

    def line_span(self, number: int) -> Span:
        """Where a line stands, without its line break; empty, at the end of the text, if there is none."""
        if not 1 <= number <= len(self._line_starts):
            return Span(len(self.text), len(self.text))
        start, *following = self._line_starts[number - 1 : number + 1]
        end = following[0] if following else len(self.text)
        while end > start and self.text[end - 1] in "\r\n":
            end -= 1
        return Span(start, end)

    def rest_of_line(self, offset: int) -> Span:
        """From an offset to the last visible character of its line; empty only at the end of the text."""
        end = self.line_span(self.position(offset).line).end
        while end > offset and self.text[end - 1].isspace():
            end -= 1
        return Span(offset, min(max(end, offset + 1), len(self.text)))

    def named(self, name: str) -> "SourceFile":
        """The same under another name."""
        return SourceFile(name, self.text)
