"""Places in a text.

Offsets count characters from 0, half-open; lines and columns count characters from 1.
"""

from __future__ import annotations

from typing import NamedTuple


class Position(NamedTuple):
    """A place as editors show it: line and column, both from 1, in characters."""

    line: int
    column: int


class Span(NamedTuple):
    """A half-open stretch of characters, `start` included and `end` not."""

    start: int
    end: int

    def within(self, outer: Span) -> bool:
        """Whether no character of this span lies outside `outer`."""
        return outer.start <= self.start and self.end <= outer.end

    def shifted(self, offset: int) -> Span:
        """The same stretch in a text that has `offset` more characters before it."""
        return Span(self.start + offset, self.end + offset)
