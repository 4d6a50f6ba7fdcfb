"""Plans of one name, which is seen only when several are read."""

from dataclasses import dataclass, field
from typing import NamedTuple

from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.model.codes import DUPLICATE_ID
from roadmapc.model.from_tree.fields import scalar
from roadmapc.model.plan import Plan, PlanId
from roadmapc.source.file import SourceFile


class PlanName(NamedTuple):
    """What a plan is called, and where it says so."""

    id: PlanId
    place: Place


def name_of(plan: Plan) -> PlanName:
    """The name of a plan."""
    return PlanName(plan.id, Place(plan.file, scalar(plan.origin, "id").span))


@dataclass(slots=True)
class Namesakes:
    """Remembers the names of plans, and of a plan nothing else: there may be thousands."""

    _first: dict[PlanId, Label] = field(default_factory=dict)

    def clashes(self, name: PlanName) -> tuple[Diagnostic, ...]:
        """That a plan bears an earlier one's name: their folders and their events would be the same."""
        (file, span), first = name.place, self._first.get(name.id)
        if first is None:
            # a text that ends with the name holds less memory than the whole plan
            text = SourceFile(file.name, file.text[: span.end])
            self._first[name.id] = Label(Place(text, span), "первый план с этим именем")
            return ()
        message, hint = f"имя плана «{name.id}» уже занято", "дайте одному из планов другое имя"
        return (Diagnostic(DUPLICATE_ID, message, name.place, (hint,), (first,)),)
