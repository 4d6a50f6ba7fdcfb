"""The units of a plan's file: whatever an act can name, with its number, its place and its own fields.

A unit is found by the list that holds it and by its name, so that kinds of content which have no units of
their own, a table or a text, need no word here: they are fields of the appendix that holds them.
"""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from roadmapc.model.amendment import ProvisionName
from roadmapc.model.files import path_of
from roadmapc.model.from_tree.fields import scalars, text_of
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import place_of
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.markdown_parts import pictures

LISTS = {
    "clauses": ProvisionKind.CLAUSE,
    "appendices": ProvisionKind.APPENDIX,
    "sections": ProvisionKind.SECTION,
    "measures": ProvisionKind.MEASURE,
}
"""Fields that hold units, by their kind."""
FIELDS = {kind: name for name, kind in LISTS.items()}
THE_PLAN = ProvisionName(ProvisionKind.REQUISITE, "plan")
"""By what an act names the fields of the file itself; of the order it names each requisite."""
HISTORY = ("acts", "amendments")
"""Fields that say how the text came about, and are no part of it."""


class Unit(NamedTuple):
    """A clause, an appendix, a section or a measure as it is written."""

    name: ProvisionName
    number: str
    """As printed, without a final full stop."""
    node: MappingNode | ScalarNode
    """A clause may be one text."""
    holder: str
    """The name of the unit that holds it; empty for clauses of the order and for appendices."""
    after: str
    """The name of the neighbour before it; empty for the first."""
    prefix: str
    """What the numbers of units in it begin with."""


class UnitList(NamedTuple):
    """A list of units of one kind, with what their numbers begin with."""

    kind: ProvisionKind
    items: tuple[Node, ...]


def units(root: MappingNode) -> dict[ProvisionName, Unit]:
    """All units of a plan by their names, in the order of printing."""
    return {unit.name: unit for unit in _within(root, "", "")}


def find(there: Mapping[ProvisionName, Unit], name: ProvisionName) -> Unit | None:
    """The unit of that name; a clause may also be called by its number. `None` if there is none."""
    if name in there or name.kind is not ProvisionKind.CLAUSE:
        return there.get(name)
    clauses = (each for each in there.values() if each.name.kind is ProvisionKind.CLAUSE)
    return next((each for each in clauses if each.number == name.id), None)


def _within(node: Node, holder: str, prefix: str) -> Iterator[Unit]:
    for each in unit_lists(node):
        for unit in numbered(each, holder, prefix):
            yield unit
            yield from _within(unit.node, unit.name.id, unit.prefix)


def numbered(each: UnitList, holder: str, prefix: str) -> Iterator[Unit]:
    """The units of one list under the numbers that they print.

    A row whose number is joined to that of the row above is no step of the numbers.
    """
    above: Unit | None = None
    count = 0
    for item in each.items:
        if isinstance(item, SequenceNode):
            continue
        is_joined = isinstance(item, MappingNode) and "number" in map(text_of, scalars(item, "joined"))
        count += not (is_joined and above)
        is_only = each.kind is ProvisionKind.APPENDIX and len(each.items) == 1
        ordinal = above.number if is_joined and above else f"{prefix}{count}"
        above = _unit(each.kind, item, "" if is_only else ordinal, holder, above.name.id if above else "")
        yield above


def _unit(
    kind: ProvisionKind, node: MappingNode | ScalarNode, ordinal: str, holder: str, before: str
) -> Unit:
    """A section without a title is no step of the numbers: what it holds counts from 1."""
    fields = own_fields(node)
    number = text_of(fields["number"]).rstrip(".") if "number" in fields else ordinal
    prefix = f"{number}." if number else ""
    if kind is ProvisionKind.SECTION:
        is_titled = bool(text_of(fields.get("title")))
        prefix = f"{ordinal}." if is_titled and number else ""
        number = number if is_titled else ""
    elif kind is ProvisionKind.APPENDIX:
        prefix = ""
    name = text_of(fields.get("id")) or number or place_of(ordinal)
    return Unit(ProvisionName(kind, name), number, node, holder, before, prefix)


def unit_lists(node: Node) -> Iterator[UnitList]:
    """The lists of units that a node holds itself: those of the order, and of tables among the parts, too."""
    if not isinstance(node, MappingNode):
        return
    for name, (_, value) in node.fields.items():
        if name in LISTS and isinstance(value, SequenceNode):
            yield UnitList(LISTS[name], value.items)
        elif name in ("order", "measures"):
            yield from unit_lists(value)
        elif name == "parts" and isinstance(value, SequenceNode):
            for part in value.items:
                yield from unit_lists(part)


def own_fields(node: MappingNode | ScalarNode) -> Mapping[str, Node]:
    """What a unit says itself, without the units in it; a clause of one text has that text."""
    if isinstance(node, ScalarNode):
        return {"text": node}
    return {name: value for name, (_, value) in node.fields.items() if name not in LISTS}


def requisites(root: MappingNode) -> dict[ProvisionName, Mapping[str, Node]]:
    """What a plan says outside of its units: the fields of its file, and each requisite of the order."""
    plan = {
        name: value
        for name, (_, value) in root.fields.items()
        if name not in LISTS and name not in (*HISTORY, "order")
    }
    order = root.get("order")
    fields = own_fields(order) if isinstance(order, MappingNode) else {}
    named = {ProvisionName(ProvisionKind.REQUISITE, name): {name: fields[name]} for name in fields}
    return {THE_PLAN: plan, **named}


def meaning(node: Node | None, field: str = "") -> object:
    """What a field says, however it is written: equal ones are the same.

    The order of fields is no matter but among columns; units within parts are compared by themselves.
    """
    match node:
        case None:
            return None
        case ScalarNode():
            return node.text
        case SequenceNode():
            return tuple(meaning(item) for item in node.items)
    fields = [
        (name, meaning(value, name))
        for name, (_, value) in node.fields.items()
        if not (name in LISTS and isinstance(value, SequenceNode) and field == "measures")
    ]
    return tuple(fields if field == "columns" else sorted(fields, key=lambda each: each[0]))


def inlined(root: MappingNode, texts: Mapping[str, SourceFile]) -> MappingNode:
    """A plan with the texts of other files in their places: an edition is whole by itself."""
    appendices = root.get("appendices")
    if not isinstance(appendices, SequenceNode):
        return root
    items = tuple(with_texts(each, texts) for each in appendices.items)
    return root.with_value("appendices", appendices._replace(items=items))


def with_texts(appendix: Node, texts: Mapping[str, SourceFile]) -> Node:
    """An appendix with the texts of other files in their places."""
    parts = appendix.get("parts") if isinstance(appendix, MappingNode) else None
    if not isinstance(appendix, MappingNode) or not isinstance(parts, SequenceNode):
        return appendix
    items = tuple(_with_text(part, texts) for part in parts.items)
    return appendix.with_value("parts", parts._replace(items=items))


def _with_text(part: Node, texts: Mapping[str, SourceFile]) -> Node:
    """A part with the prose of its file; the pictures of the prose lie beside the file."""
    reference = part.get("file") if isinstance(part, MappingNode) else None
    if not isinstance(part, MappingNode) or not isinstance(reference, ScalarNode):
        return part
    file = texts.get(reference.text)
    if file is None:
        return part
    prose = file.text
    for picture in reversed(pictures(prose)):
        written = picture.under(path_of(picture.file, reference.text))
        prose = f"{prose[: picture.span.start]}{written}\n{prose[picture.span.end :]}"
    key = part.fields["file"][0]
    words = ScalarNode(prose, reference.start, reference.end, is_plain=False)
    return part._replace(fields={"text": (key, words)})
