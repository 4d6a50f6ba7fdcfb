"""The history of the plan."""

from collections.abc import Iterable, Iterator
from datetime import date

from roadmapc.diagnostics.diagnostic import Place
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.act import ActKind, kind_of
from roadmapc.model.amendment import (
    ActLife,
    ActName,
    AmendingAct,
    ChangeKind,
    Edit,
    NamedAct,
    ProvisionChange,
    ProvisionName,
    Suspension,
)
from roadmapc.model.files import Files
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.dates import read_date
from roadmapc.model.from_tree.fields import mappings, optional_scalar, scalar, scalars, text_of
from roadmapc.model.organisation import Organisation
from roadmapc.model.provision import ProvisionKind
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, Node


def read_amendments(context: Context, node: MappingNode, kind: ActKind) -> tuple[AmendingAct, ...]:
    """The amending acts, of the kind of the act itself if they name no other.

    One of an impossible date is left out, with a finding.
    """
    acts = (read_act(context, act, kind) for act in mappings(node, "amendments"))
    return tuple(act for act in acts if act is not None)


def read_act(context: Context, node: MappingNode, default: ActKind) -> AmendingAct | None:
    """One act of a list, or of a file of its own; `None`, with a finding, if its date is impossible."""
    day = read_date(context, scalar(node, "date"))
    if day is None:
        return None
    unmarked = node.get("unmarked")
    return AmendingAct(
        kind=kind_of(text_of(node.get("kind")), default),
        date=day,
        number=text_of(node.get("number")),
        title=context.field(node, "title"),
        changes=tuple(
            _change(context.file, change, kind) for kind in ChangeKind for change in mappings(node, kind)
        ),
        edits=tuple(_edits(context.file, node)),
        unmarked=tuple(_edits(context.file, unmarked)) if isinstance(unmarked, MappingNode) else (),
        life=_life(context, node, day),
        origin=node,
        file=context.file,
    )


def read_act_file(
    file: SourceFile, node: MappingNode, organisation: Organisation, default: ActKind
) -> Outcome[AmendingAct]:
    """An act that is kept in a file of its own; no value if its date is impossible."""
    context = Context(file, organisation, Files({}, {}))
    return Outcome(read_act(context, node, default), tuple(context.problems))


def _life(context: Context, node: MappingNode, signed: date) -> ActLife:
    days = [optional_scalar(node, name) for name in ("effective", "applies_since")]
    effective, applies = (read_date(context, day) if day else None for day in days)
    corrects = node.get("corrects")
    named = (corrects,) if isinstance(corrects, MappingNode) else ()
    return ActLife(
        effective=effective or signed,
        applies_since=applies or effective or signed,
        ground=context.field(node, "ground"),
        repeals=tuple(_named(context, mappings(node, "repeals"))),
        corrects=next(_named(context, named), None),
        suspends=tuple(_suspended(context, node)),
    )


def _suspended(context: Context, node: MappingNode) -> Iterator[Suspension]:
    for each in mappings(node, "suspended"):
        until = read_date(context, scalar(each, "until"))
        if until is not None:
            yield Suspension(_name(each), until, Place(context.file, scalar(each, "id").span))


def _named(context: Context, nodes: Iterable[MappingNode]) -> Iterator[NamedAct]:
    for node in nodes:
        day = read_date(context, scalar(node, "date"))
        if day is not None:
            yield NamedAct(ActName(day, text_of(node.get("number"))), Place(context.file, node.span))


def _change(file: SourceFile, node: MappingNode, kind: ChangeKind) -> ProvisionChange:
    return ProvisionChange(
        provision=_name(node),
        kind=kind,
        fields=tuple(text_of(field) for field in scalars(node, "fields")),
        number=text_of(node.get("number")).rstrip("."),
        within=text_of(node.get("within")),
        place=Place(file, scalar(node, "id").span),
    )


def _name(node: MappingNode) -> ProvisionName:
    return ProvisionName(ProvisionKind(text_of(node.get("unit"))), text_of(node.get("id")))


def _edits(file: SourceFile, node: MappingNode) -> Iterator[Edit]:
    """What the lists of an act do to the file, in the order in which it is done."""
    for kind in (ChangeKind.REMOVED, ChangeKind.CHANGED, ChangeKind.ADDED):
        for change in mappings(node, kind):
            was, fields, content = (change.get(name) for name in ("was", "set", "content"))
            yield Edit(
                name=_name(change),
                kind=kind,
                number=text_of(change.get("number")).rstrip("."),
                was=_values(was),
                fields=_values(fields),
                dropped=tuple(text_of(field) for field in scalars(change, "unset")),
                content=content if isinstance(content, MappingNode) else None,
                within=text_of(change.get("within")),
                after=text_of(change.get("after")),
                place=Place(file, scalar(change, "id").span),
            )


def _values(node: Node | None) -> dict[str, Node]:
    return {name: value for name, (_, value) in node.fields.items()} if isinstance(node, MappingNode) else {}
