"""What acts do to the tree of a plan: every edit that can be carried out, and why the others cannot."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from enum import Enum, auto
from typing import NamedTuple

from roadmapc.edition.units import (
    FIELDS,
    LISTS,
    THE_PLAN,
    UnitList,
    find,
    meaning,
    numbered,
    own_fields,
    requisites,
    units,
)
from roadmapc.model.amendment import AmendingAct, ChangeKind, Edit, ProvisionName
from roadmapc.model.numbering import rank
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode

Come = dict[ProvisionKind, list[Edit]]
"""New units that one node is to hold, by kind."""


class Obstacle(Enum):
    """Why an edit cannot be carried out."""

    MISSING = auto()
    """The unit, or what has to hold it or stand before it, is not there."""
    PRESENT = auto()
    """There is a unit of that name already."""
    OTHER_WORDS = auto()
    """The act says what it finds, and finds another thing: another act has been there."""


class Failure(NamedTuple):
    """An edit that was left out."""

    edit: Edit
    obstacle: Obstacle
    field: str = ""
    """The field that reads otherwise; empty for a whole unit."""
    found: Node | None = None
    """What it reads; `None` if there is no such field."""


class CarriedOut(NamedTuple):
    """A tree after an act."""

    root: MappingNode
    failures: tuple[Failure, ...]


def carried_out(root: MappingNode, act: AmendingAct) -> CarriedOut:
    """The tree after everything that an act does, first what it says, then what stays unsaid."""
    said = edited(root, act.edits)
    unsaid = edited(said.root, act.unmarked)
    return CarriedOut(unsaid.root, (*said.failures, *unsaid.failures))


def edited(root: MappingNode, edits: Iterable[Edit]) -> CarriedOut:
    """The tree after some edits: all of them name units as they stand before the first of them."""
    editor = _Editor(root)
    for edit in edits:
        editor.take(edit)
    return editor.carried_out()


class _Editor:
    """Edits by the nodes that they concern; the tree is then built anew in one go."""

    def __init__(self, root: MappingNode) -> None:
        self._root = root
        self._units = units(root)
        self._requisites = requisites(root)
        self._fields: dict[int, list[Edit]] = defaultdict(list)
        """Changes of fields, by the node of the unit, or of the order, or of the plan."""
        self._contents: dict[int, MappingNode] = {}
        self._gone: set[int] = set()
        self._come: dict[tuple[int, ProvisionKind], list[Edit]] = defaultdict(list)
        """New units by the node that holds them."""
        self._names: set[ProvisionName] = set()
        """Of units that have come."""
        self._failures: list[Failure] = []

    def take(self, edit: Edit) -> None:
        """Keep an edit in mind, or why it cannot be carried out."""
        failure = self._taken(edit)
        if failure is not None:
            self._failures.append(failure)

    def _taken(self, edit: Edit) -> Failure | None:
        if edit.name.kind is ProvisionKind.REQUISITE:
            holder = self._root if edit.name == THE_PLAN else self._root.get("order")
            assert holder is not None, "the schema requires an order"
            return self._changed(edit, holder, self._requisites.get(edit.name, {}))
        if edit.kind is ChangeKind.ADDED:
            return self._added(edit)
        unit = find(self._units, edit.name)
        if unit is None:
            return Failure(edit, Obstacle.MISSING)
        if edit.kind is ChangeKind.REMOVED:
            self._gone.add(id(unit.node))
            return None
        return self._changed(edit, unit.node, own_fields(unit.node))

    def _changed(self, edit: Edit, node: Node, fields: Mapping[str, Node]) -> Failure | None:
        for name in (*edit.fields, *edit.dropped):
            found = fields.get(name)
            if edit.was and meaning(found, name) != meaning(edit.was.get(name), name):
                return Failure(edit, Obstacle.OTHER_WORDS, name, found)
        if edit.content is not None:
            self._contents[id(node)] = edit.content
        else:
            self._fields[id(node)].append(edit)
        return None

    def _added(self, edit: Edit) -> Failure | None:
        """A unit that is new; what has left its place in the same act may come back elsewhere."""
        kind = edit.name.kind
        there = self._units.get(edit.name)
        if edit.name in self._names or (there is not None and id(there.node) not in self._gone):
            return Failure(edit, Obstacle.PRESENT)
        node: Node | None = self._root
        if kind is ProvisionKind.CLAUSE:
            node = self._root.get("order")
        if edit.within:
            kinds = (kind, ProvisionKind.SECTION, ProvisionKind.APPENDIX)
            holders = (find(self._units, ProvisionName(each, edit.within)) for each in kinds)
            node = next((each.node for each in holders if each is not None), None)
        if node is None or (edit.after and not self._stands(node, edit)):
            return Failure(edit, Obstacle.MISSING)
        self._come[id(node), kind].append(edit)
        self._names.add(edit.name)
        return None

    def _stands(self, holder: Node, edit: Edit) -> bool:
        """Whether the neighbour of a new unit is there, or comes with it."""
        come = (each.name.id for each in self._come[id(holder), edit.name.kind])
        unit = find(self._units, ProvisionName(edit.name.kind, edit.after))
        return edit.after in come or unit is not None

    def carried_out(self) -> CarriedOut:
        """The tree with all that was taken."""
        root = self._node(self._root, "")
        assert isinstance(root, MappingNode)
        return CarriedOut(root, tuple(self._failures))

    def _node(self, node: Node, prefix: str) -> Node:
        """A node with its own fields, and the units in it, as they are afterwards."""
        if id(node) in self._contents:
            return self._contents[id(node)]
        if isinstance(node, SequenceNode):
            return node
        edits = self._fields.get(id(node), [])
        come = {kind: self._come.pop((id(node), kind), []) for kind in FIELDS}
        if isinstance(node, ScalarNode):
            if not edits and not any(come.values()):
                return node
            key = ScalarNode("text", node.start, node.end, is_plain=True)
            node = MappingNode({"text": (key, node)}, node.start, node.end)
        fields = dict(node.fields)
        for edit in edits:
            for name in edit.dropped:
                fields.pop(name, None)
            fields |= {name: (_key(name, edit), value) for name, value in edit.fields.items()}
        node = self._fields_of(node._replace(fields=fields), come, prefix)
        fields = node.fields | {
            FIELDS[kind]: (_key(FIELDS[kind], left[0]), self._list(UnitList(kind, ()), left, prefix))
            for kind, left in come.items()
            if left
        }
        return node._replace(
            fields={name: each for name, each in fields.items() if not _is_empty(name, each)}
        )

    def _value(self, name: str, value: Node, come: Come, prefix: str) -> Node:
        """A field with the units in it as they are afterwards; `come` loses those that find their place."""
        match name, value:
            case "order", MappingNode():
                return self._node(value, prefix)
            case "measures", MappingNode():
                return self._fields_of(value, come, prefix)
            case "parts", SequenceNode():
                parts = (
                    self._fields_of(part, come, prefix) if isinstance(part, MappingNode) else part
                    for part in value.items
                )
                return value._replace(items=tuple(parts))
        if name not in LISTS or not isinstance(value, SequenceNode):
            return value
        there = UnitList(LISTS[name], value.items)
        fitting = self._fitting(come[there.kind], there, prefix)
        come[there.kind] = [edit for edit in come[there.kind] if not any(edit is each for each in fitting)]
        return self._list(there, fitting, prefix)

    def _fields_of(self, node: MappingNode, come: Come, prefix: str) -> MappingNode:
        fields = node.fields.items()
        return node._replace(
            fields={name: (key, self._value(name, value, come, prefix)) for name, (key, value) in fields}
        )

    def _fitting(self, come: list[Edit], there: UnitList, prefix: str) -> list[Edit]:
        """Of new units those whose neighbour stands in this list; those without one go into the first."""
        names = {unit.name.id for unit in numbered(there, "", prefix)}
        names |= {unit.number for unit in numbered(there, "", prefix)}
        fitting: list[Edit] = []
        for edit in come:
            if not edit.after or edit.after in names:
                fitting.append(edit)
                names.add(edit.name.id)
        return fitting

    def _list(self, there: UnitList, come: list[Edit], prefix: str) -> SequenceNode:
        """A list without what is gone, and with what has come at the places that numbers give."""
        placed = [(unit.name.id, unit.number, unit.node, unit.prefix) for unit in numbered(there, "", prefix)]
        for edit in come:
            assert edit.content is not None, "what is new has a content"
            names = [name for name, _, _, _ in placed]
            at = names.index(edit.after) + 1 if edit.after in names else 0
            own = rank(edit.number)
            # another act may have put its own unit there already, under a lower number
            while own and at < len(placed) and () < rank(placed[at][1]) < own:
                at += 1
            placed.insert(at, (edit.name.id, edit.number, edit.content, ""))
        items = (self._node(node, inner) for _, _, node, inner in placed if id(node) not in self._gone)
        return SequenceNode(tuple(items), 0, 0)


def _key(name: str, edit: Edit) -> ScalarNode:
    return ScalarNode(name, *edit.place.span, is_plain=True)


def _is_empty(name: str, field: tuple[ScalarNode, Node]) -> bool:
    """Whether a list of units has lost the last of them."""
    return name in LISTS and isinstance(field[1], SequenceNode) and not field[1].items
