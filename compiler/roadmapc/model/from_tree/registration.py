"""What registration gives an order in the place of what its file leaves out."""

from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.codes import REGISTERED_OTHERWISE
from roadmapc.model.from_tree.fields import mapping, text_of
from roadmapc.model.registration import Registration
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.text.regex import regex

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
