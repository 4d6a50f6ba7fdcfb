"""Where things of the model are written."""

from collections.abc import Iterator

from roadmapc.model.plan import Clause, Executor, Plan
from roadmapc.source.span import Span
from roadmapc.syntax.tree import ScalarNode


def of_clause(clause: Clause) -> Span:
    """The clause itself if it is one text, else the name of its text's field."""
    origin = clause.origin
    return origin.span if isinstance(origin, ScalarNode) else origin.key_span("text")


def executors(plan: Plan) -> Iterator[Executor]:
    """Those of the measures, in the order of writing."""
    for _, measure in plan.walk():
        yield from measure.executors
