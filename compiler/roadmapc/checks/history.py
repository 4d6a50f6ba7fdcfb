"""What history has settled: which units it speaks of, and which numbers nobody may bear again."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.model.amendment import AmendingAct, Manner, Touch, UnitName
from roadmapc.model.history import history
from roadmapc.model.plan import Plan
from roadmapc.source.span import Span


def last_words(plan: Plan) -> dict[UnitName, Touch]:
    """The latest touch of each unit, which says whether the plan still has it."""
    return {unit: touches[-1][1] for unit, touches in history(plan).items()}


def retired(plan: Plan) -> Iterator[Touch]:
    """Units that lost force and have not come back."""
    return (touch for touch in last_words(plan).values() if touch.manner is Manner.REMOVED)


def of_act(act: AmendingAct, field: str) -> Span:
    """Where a requisite of an act is written."""
    value = act.origin.get(field)
    return act.origin.key_span(field) if value is None else value.span
