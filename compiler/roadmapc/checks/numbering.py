"""Printed numbers as the author typed them."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.model.from_tree.fields import optional_scalar
from roadmapc.model.plan import Measure, Measures, Section
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.text.regex import regex


class NumberedRow(NamedTuple):
    """A section or a measure with a number."""

    number: str
    """As printed, without the final full stop."""
    node: ScalarNode | None
    """The number as the author typed it; `None` if the compiler gave it."""
    origin: MappingNode
    kind: ProvisionKind
    """A section or a measure."""
    section: Section
    """Where it stands: for a section, itself."""


_TOTAL = regex(r"(?:итого|всего)\b", re.IGNORECASE)


def is_total(measure: Measure) -> bool:
    """Whether a row of a table sums up others: «Итого по разделу»; it is no duty."""
    return _TOTAL.match(measure.title) is not None


def has_typed(table: Measures) -> bool:
    """Whether the author has numbered anything in a table."""
    return any(
        "number" in section.origin.fields
        or any("number" in measure.origin.fields for measure in section.measures)
        for section in table.walk()
    )


def rows(table: Measures) -> Iterator[NumberedRow]:
    """Sections and measures of a table that have a number, in the order of printing."""
    for section in table.walk():
        if section.number:
            yield _numbered(ProvisionKind.SECTION, section, section)
        for measure in section.measures:
            if measure.has_own_number:
                yield _numbered(ProvisionKind.MEASURE, measure, section)


def _numbered(kind: ProvisionKind, row: Section | Measure, section: Section) -> NumberedRow:
    return NumberedRow(row.number, optional_scalar(row.origin, "number"), row.origin, kind, section)
