"""Where things of the model are written."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.model.from_tree.fields import items, optional_scalar
from roadmapc.model.plan import Clause, Plan
from roadmapc.source.span import Span
from roadmapc.syntax.tree import MappingNode, ScalarNode


def of_clause(clause: Clause) -> Span:
    """The clause itself if it is one text, else the name of its text's field."""
    origin = clause.origin
    return origin.span if isinstance(origin, ScalarNode) else origin.key_span("text")


def executors(plan: Plan) -> Iterator[ScalarNode]:
    """The names of the measures' executors as they are written, with a qualifier or without."""
    for _, measure in plan.walk():
        for node in items(measure.origin, "executors"):
            name = optional_scalar(node, "id") if isinstance(node, MappingNode) else node
            if isinstance(name, ScalarNode):
                yield name
