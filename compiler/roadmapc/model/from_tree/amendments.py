"""The history of the plan."""

from roadmapc.model.act import ActKind, kind_of
from roadmapc.model.amendment import AmendingAct, ChangeKind, ProvisionChange, ProvisionName
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.dates import read_date
from roadmapc.model.from_tree.fields import mappings, scalar, scalars, text_of
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode


def read_amendments(context: Context, node: MappingNode, kind: ActKind) -> tuple[AmendingAct, ...]:
    """The amending acts, of the kind of the act itself if they name no other.

    One of an impossible date is left out, with a finding.
    """
    acts = (_act(context, act, kind) for act in mappings(node, "amendments"))
    return tuple(act for act in acts if act is not None)


def _act(context: Context, node: MappingNode, default: ActKind) -> AmendingAct | None:
    day = read_date(context, scalar(node, "date"))
    if day is None:
        return None
    return AmendingAct(
        kind=kind_of(text_of(node.get("kind")), default),
        date=day,
        number=text_of(node.get("number")),
        title=context.field(node, "title"),
        changes=tuple(_change(change, kind) for kind in ChangeKind for change in mappings(node, kind)),
        origin=node,
    )


def _change(node: MappingNode, kind: ChangeKind) -> ProvisionChange:
    return ProvisionChange(
        provision=ProvisionName(ProvisionKind(text_of(node.get("unit"))), text_of(node.get("id"))),
        kind=kind,
        fields=tuple(text_of(field) for field in scalars(node, "fields")),
        number=text_of(node.get("number")).rstrip("."),
        within=text_of(node.get("within")),
        node=scalar(node, "id"),
    )
