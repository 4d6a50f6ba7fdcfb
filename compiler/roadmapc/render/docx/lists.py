"""Lettered lists: each begins anew with «а)»."""

from __future__ import annotations

from dataclasses import dataclass, field

from roadmapc.render.docx import oxml


@dataclass(slots=True)
class Lists:
    """Lettered lists of a document: each cell's list is an instance (`w:num`) of its own."""

    definition: str
    """The list definition (`w:abstractNumId`) behind the style of lettered items."""
    first: int
    """The first number (`w:numId`) that the template does not use."""
    count: int = field(default=0)

    def begin(self) -> int:
        """The number of a new list."""
        self.count += 1
        return self.first + self.count - 1

    def instances(self) -> str:
        """Definitions (`w:num`) of all lists begun."""
        numbers = range(self.first, self.first + self.count)
        return "".join(oxml.restarted_list(number, self.definition) for number in numbers)
