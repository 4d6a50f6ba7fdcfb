"""Printed numbers as the author typed them, by table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.model.plan import Measures, Plan, Section
from roadmapc.syntax.tree import MappingNode, ScalarNode


class Numbered(NamedTuple):
    """A row with a number."""

    number: str
    """As printed, without the final full stop."""
    node: ScalarNode | None
    """The number as the author typed it; `None` if the compiler gave it."""
    origin: MappingNode
    kind: str
    """«раздел» or «мероприятие»."""
    section: Section
    """Where it stands: for a section, itself."""


def tables(plan: Plan) -> Iterator[Measures]:
    """The measure tables of a plan."""
    for appendix in plan.appendices:
        yield from (part for part in appendix.parts if isinstance(part, Measures))


def rows(table: Measures) -> Iterator[Numbered]:
    """Sections and measures of a table in the order of printing."""
    for section in table.walk():
        if section.number:
            yield Numbered(section.number, _typed(section.origin), section.origin, "раздел", section)
        for measure in section.measures:
            yield Numbered(measure.number, _typed(measure.origin), measure.origin, "мероприятие", section)


def _typed(origin: MappingNode) -> ScalarNode | None:
    node = origin.get("number")
    return node if isinstance(node, ScalarNode) else None
