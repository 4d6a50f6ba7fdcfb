"""Plans of one name, which is seen only when several are read."""

from dataclasses import dataclass, field

from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.model.codes import DUPLICATE_ID
from roadmapc.model.from_tree.fields import scalar
from roadmapc.model.plan import Plan, PlanId
from roadmapc.source.file import SourceFile


@dataclass(slots=True)
class Namesakes:
    """Remembers the names of plans, and of a plan nothing else: there may be thousands."""

    _first: dict[PlanId, Label] = field(default_factory=dict)

    def clashes(self, plan: Plan) -> tuple[Diagnostic, ...]:
        """That the plan bears an earlier one's name: their folders and their events would be the same."""
        span = scalar(plan.origin, "id").span
        first = self._first.get(plan.id)
        if first is None:
            # a text that ends with the name holds less memory than the whole plan
            text = SourceFile(plan.file.name, plan.file.text[: span.end])
            self._first[plan.id] = Label(Place(text, span), "первый план с этим именем")
            return ()
        message, hint = f"имя плана «{plan.id}» уже занято", "дайте одному из планов другое имя"
        return (Diagnostic(DUPLICATE_ID, message, Place(plan.file, span), (hint,), (first,)),)
