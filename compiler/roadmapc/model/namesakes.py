"""Plans of one name, which is seen only when several are read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.model.codes import DUPLICATE_ID
from roadmapc.model.from_tree.fields import scalar
from roadmapc.model.plan import Plan, PlanId


def namesakes(plans: Iterable[Plan]) -> Iterator[Diagnostic]:
    """Plans that bear the name of an earlier one: their folders and their events would be the same."""
    first: dict[PlanId, Plan] = {}
    for plan in plans:
        other = first.setdefault(plan.id, plan)
        if other is not plan:
            label = Label(_name(other), "первый план с этим именем")
            message, hint = f"имя плана «{plan.id}» уже занято", "дайте одному из планов другое имя"
            yield Diagnostic(DUPLICATE_ID, message, _name(plan), (hint,), (label,))


def _name(plan: Plan) -> Place:
    return Place(plan.file, scalar(plan.origin, "id").span)
