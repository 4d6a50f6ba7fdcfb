"""The way into the model."""

from collections.abc import Mapping

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.act import ActKind
from roadmapc.model.codes import RESERVED_NAME
from roadmapc.model.from_tree.amendments import read_amendments
from roadmapc.model.from_tree.appendix import read_appendix
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.dates import read_period
from roadmapc.model.from_tree.fields import mapping, mappings, scalar
from roadmapc.model.from_tree.order import read_order
from roadmapc.model.organisation import Organisation
from roadmapc.model.plan import Plan, PlanId
from roadmapc.model.profile import Profile
from roadmapc.model.reserved import why_no_plan
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode

_OTHER_NAME = "дайте плану другое имя, например с годом: plan-2027"


def read_plan(
    file: SourceFile,
    node: MappingNode,
    organisation: Organisation,
    profile: Profile,
    texts: Mapping[str, SourceFile],
) -> Outcome[Plan]:
    """The plan of a valid tree; no value if its period or its author cannot be known.

    `texts` are the files that parts of appendices refer to, by the reference.
    """
    context = Context(file, organisation, texts)
    period = read_period(context, scalar(node, "period"))
    # Appendices come before the order: its clauses refer to them by name. A single one has no number.
    nodes = tuple(mappings(node, "appendices"))
    appendices = tuple(
        read_appendix(context, child, str(ordinal) if len(nodes) > 1 else "")
        for ordinal, child in enumerate(nodes, start=1)
    )
    order = read_order(context, mapping(node, "order"))
    amendments = read_amendments(context, node, order.kind if order else ActKind.ORDER)
    context.report_unread(node)
    name = scalar(node, "id")
    if reason := why_no_plan(name.text):
        context.report(RESERVED_NAME, f"план нельзя назвать «{name.text}»: {reason}", name.span, _OTHER_NAME)
    if period is None or order is None:
        return Outcome(None, tuple(context.problems))
    plan = Plan(
        id=PlanId(name.text),
        period=period,
        profile=profile,
        organisation=organisation,
        order=order,
        appendices=appendices,
        amendments=amendments,
        file=file,
        origin=node,
    )
    return Outcome(plan, tuple(context.problems))
