"""Lists that count their items: each begins anew."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from roadmapc.render.docx import oxml


class ListKind(StrEnum):
    """What a list counts with, and the field of `Styles` that carries it."""

    LETTER = "letter"
    """«а)», in cells of tables."""
    NUMBER = "number_item"
    """«1.», in prose."""


@dataclass(slots=True)
class Lists:
    """Counting lists of a document: each is an instance (`w:num`) of its own."""

    definitions: Mapping[ListKind, str]
    """The list definition (`w:abstractNumId`) behind the style of each kind."""
    dash: int
    """The list (`w:numId`) of dashes in prose, which count nothing and need no instances."""
    first: int
    """The first number that the template does not use."""
    _begun: list[str] = field(default_factory=list)

    def begin(self, kind: ListKind, level: int = 0, start: int = 1) -> int:
        """The number of a new list that counts at a level from `start`."""
        number = self.first + len(self._begun)
        self._begun.append(oxml.restarted_list(number, self.definitions[kind], level, start))
        return number

    def instances(self) -> str:
        """Definitions (`w:num`) of all lists begun."""
        return "".join(self._begun)
