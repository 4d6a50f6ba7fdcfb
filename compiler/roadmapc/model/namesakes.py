"""Plans of one name, which is seen only when several are read."""

from dataclasses import dataclass, field

from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.model.codes import DUPLICATE_ID
from roadmapc.model.from_tree.fields import scalar
from roadmapc.model.plan import Plan, PlanId
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span


@dataclass(slots=True)
class Namesakes:
    """Remembers the names of plans, and of a plan nothing else: there may be thousands."""

    _first: dict[PlanId, Label] = field(default_factory=dict)

    def clashes(self, plan: Plan) -> tuple[Diagnostic, ...]:
        """That the plan bears an earlier one's name: their folders and their events would be the same."""
        span = scalar(plan.origin, "id").span
        first = self._first.get(plan.id)
        if first is None:
            self._first[plan.id] = Label(_alone(plan.file, span), "первый план с этим именем")
            return ()
        message, hint = f"имя плана «{plan.id}» уже занято", "дайте одному из планов другое имя"
        return (Diagnostic(DUPLICATE_ID, message, Place(plan.file, span), (hint,), (first,)),)


def _alone(file: SourceFile, span: Span) -> Place:
    """The same place in a text that ends with it."""
    return Place(SourceFile(file.name, file.text[: span.end]), span)
