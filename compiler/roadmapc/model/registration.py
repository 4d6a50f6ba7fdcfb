"""What registration gives an order, when it is given on the command line and not in the file."""

from datetime import date
from typing import NamedTuple

from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.codes import REGISTERED_OTHERWISE
from roadmapc.model.from_tree.fields import mapping, text_of
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.text.dates import digits
from roadmapc.text.regex import regex


class Registration(NamedTuple):
    """The number and the date of an order."""

    number: str
    """Empty if not given."""
    date: date | None

    def fields(self) -> dict[str, str]:
        """Both as the order's fields have them; each empty if not given."""
        return {"number": self.number, "date": digits(self.date) if self.date else ""}


UNREGISTERED = Registration("", None)
"""Nothing but what the file says."""

_ZERO = regex(r"\b0(?=[0-9]\.)")
"""Which a file may leave out: «8.3.2021» is «08.03.2021»."""


def registered(file: SourceFile, plan: MappingNode, given: Registration) -> Outcome[MappingNode]:
    """The plan with what is given in the fields of its order; no value if the file says otherwise."""
    key, _ = plan.fields["order"]
    order = mapping(plan, "order")
    fields = dict(order.fields)
    problems = []
    for name, text in given.fields().items():
        written = text_of(order.get(name))
        if text and written and _ZERO.sub("", written) != _ZERO.sub("", text):
            message = f"в плане записано «{name}: {written}», а в команде – «{text}»"
            place = Place(file, order.key_span(name))
            hints = ("исправьте план или команду",)
            problems.append(Diagnostic(REGISTERED_OTHERWISE, message, place, hints))
        elif text:
            fields[name] = (key, ScalarNode(text, key.start, key.end, is_plain=False))
    if problems:
        return Outcome(None, tuple(problems))
    return Outcome(plan.with_value("order", order._replace(fields=fields)))
