"""Printed numbers as the author typed them, by table."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.model.from_tree.fields import optional_scalar
from roadmapc.model.plan import Measure, Measures, Plan, Section
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode, ScalarNode


class Numbered(NamedTuple):
    """A row with a number."""

    number: str
    """As printed, without the final full stop."""
    node: ScalarNode | None
    """The number as the author typed it; `None` if the compiler gave it."""
    origin: MappingNode
    kind: ProvisionKind
    """A section or a measure."""
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
            yield _numbered(ProvisionKind.SECTION, section, section)
        for measure in section.measures:
            yield _numbered(ProvisionKind.MEASURE, measure, section)


def _numbered(kind: ProvisionKind, unit: Section | Measure, section: Section) -> Numbered:
    return Numbered(unit.number, optional_scalar(unit.origin, "number"), unit.origin, kind, section)
