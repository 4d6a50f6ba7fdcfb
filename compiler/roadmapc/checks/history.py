"""What history has settled of each unit, and where its acts are written."""

from roadmapc.model.amendment import AmendingAct, ProvisionChange, ProvisionName
from roadmapc.model.history import history
from roadmapc.model.plan import Plan
from roadmapc.source.span import Span


def last_words(plan: Plan) -> dict[ProvisionName, ProvisionChange]:
    """The latest change of each unit, which says whether the plan still has it."""
    return {unit: changes[-1][1] for unit, changes in history(plan).items()}


def of_act(act: AmendingAct, field: str) -> Span:
    """Where a requisite of an act is written."""
    value = act.origin.get(field)
    return act.origin.key_span(field) if value is None else value.span
