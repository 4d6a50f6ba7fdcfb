"""Some lines of a file under their own numbers: what a report shows of it, without the rest."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import accumulate

from roadmapc.source.file import SourceFile
from roadmapc.source.span import Position, Span


class Excerpt(SourceFile):
    """Answers for these lines as the whole file does; a line that is left out is empty."""

    lines: Mapping[int, str]
    """By number, in order, without their line breaks."""

    def __init__(self, name: str, lines: Mapping[int, str]) -> None:
        """The lines are those of the file of that name."""
        super().__init__(name, "\n".join(lines.values()))
        object.__setattr__(self, "lines", lines)

    @cached_property
    def _numbers(self) -> list[int]:
        return list(self.lines)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins in this text."""
        return [0, *accumulate(len(line) + 1 for line in self.lines.values())][: len(self.lines)]

    def position(self, offset: int) -> Position:
        """The line and the column of the whole file."""
        at = max(bisect_right(self._starts, offset) - 1, 0)
        return Position(self._numbers[at], offset - self._starts[at] + 1)

    def line_span(self, number: int) -> Span:
        """Where a line of that number stands in this text; empty, at its end, if it is left out."""
        if number not in self.lines:
            return Span(len(self.text), len(self.text))
        start = self._start(number)
        return Span(start, start + len(self.lines[number]))

    def named(self, name: str) -> "Excerpt":
        """The same lines under another name."""
        return Excerpt(name, self.lines)

    def span(self, start: Position, end: Position) -> Span:
        """What stands between two positions of the whole file, of whose lines this has both."""
        return Span(*(self._start(line) + column - 1 for line, column in (start, end)))

    def _start(self, number: int) -> int:
        """Where a line that this has begins in this text."""
        return self._starts[bisect_left(self._numbers, number)]


def excerpt(file: SourceFile, numbers: Iterable[int]) -> Excerpt:
    """These lines of a file."""
    return Excerpt(file.name, {number: file.line(number) for number in sorted(set(numbers))})
