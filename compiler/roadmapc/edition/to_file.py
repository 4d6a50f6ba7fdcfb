"""An act as a file: what it changes with the words that were and are, so that it can be carried out again."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.edition.carry_out import carried_out
from roadmapc.edition.differences import Difference, differences, differing
from roadmapc.edition.proof import not_carried_out
from roadmapc.edition.units import Unit, find, own_fields, requisites, units
from roadmapc.model.act import ActKind
from roadmapc.model.amendment import AmendingAct, ChangeKind, ProvisionName
from roadmapc.model.from_tree.amendments import read_act_file
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.organisation import Organisation
from roadmapc.model.provision import ProvisionKind
from roadmapc.schema.validate import validate
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.to_yaml import mapping, sequence, text, to_yaml
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode

Entries = Mapping[ChangeKind, Iterable[MappingNode]]
"""What is told of an act, by what happens to the units: kind, name, fields, number, place."""


def act_file(  # noqa: PLR0913 - two trees, the directory, and what is said of them
    head: Mapping[str, Node],
    said: Entries,
    old: MappingNode,
    new: MappingNode,
    organisation: Organisation,
    *,
    is_kept: Callable[[Difference, str], bool] = lambda difference, field: True,
) -> Outcome[str]:
    """The text of an act that leads from one tree to the other; `head` are its requisites.

    What it says is carried out first; what then still differs is unmarked, as far as `is_kept` wants it. No
    value if what it says cannot be carried out on the first tree.
    """
    worded = lists(with_words(said, old, new))
    act = read_act_text(act_text({**head, **worded}), organisation)
    if act.value is None:
        return Outcome(None, act.diagnostics)
    reached = carried_out(old, act.value)
    if reached.failures:
        return Outcome(None, tuple(map(not_carried_out, reached.failures)))
    rest = lists(remaining(reached.root, new, is_kept))
    return Outcome(act_text({**head, **worded, **({"unmarked": mapping(rest)} if rest else {})}))


def act_text(fields: Mapping[str, Node]) -> str:
    """The file of an act in the format of this program."""
    return to_yaml(mapping({"format": ScalarNode("1", 0, 0, is_plain=True), **fields}))


def read_act_text(words: str, organisation: Organisation) -> Outcome[AmendingAct]:
    """An act of our own making, read as any other."""
    file = SourceFile("изменяющий акт", words)
    root = from_yaml(file).then(lambda node: validate(file, node, "act"))
    return root.then(lambda root: read_act_file(file, root, organisation, ActKind.ORDER))


def lists(entries: Entries) -> dict[str, Node]:
    """The fields of a file that hold them, without empty ones."""
    listed = {kind: sequence(tuple(entries.get(kind, ()))) for kind in ChangeKind}
    return {kind.value: nodes for kind, nodes in listed.items() if nodes.items}


def with_words(entries: Entries, old: MappingNode, new: MappingNode) -> Entries:
    """The same with what was there and what is there now."""
    filler = _Filler(old, new)
    return {kind: [filler.filled(kind, each) for each in entries.get(kind, ())] for kind in ChangeKind}


def remaining(old: MappingNode, new: MappingNode, is_kept: Callable[[Difference, str], bool]) -> Entries:
    """Entries for what still differs between two trees; of a whole unit the field is empty."""
    found: dict[ChangeKind, list[MappingNode]] = {kind: [] for kind in ChangeKind}
    for difference in differences(old, new):
        kept = {name for name in difference.names or ("",) if is_kept(difference, name)}
        was, fields = (
            {name: value for name, value in side.items() if name in kept}
            for side in (difference.was, difference.fields)
        )
        each = difference._replace(was=was, fields=fields)
        if not kept:
            continue
        named = {"unit": text(each.name.kind.value), "id": text(each.name.id)}
        found[each.kind].append(mapping({**named, **_content(each)}))
    return found


def _content(each: Difference) -> dict[str, Node]:
    if each.kind is ChangeKind.REMOVED:
        assert each.old is not None
        return {"number": text(each.old.number or "–")}
    if each.kind is ChangeKind.ADDED:
        assert each.new is not None
        return _place(each.new)
    if each.is_whole:
        assert each.new is not None
        return {"content": _whole(each.new)}
    return dict(_fields(each.was, each.fields))


def _place(unit: Unit) -> dict[str, Node]:
    """A new unit with its number, what holds it and what it stands after."""
    fields = {"number": unit.number, "within": unit.holder, "after": unit.after}
    return {**{name: text(value) for name, value in fields.items() if value}, "content": _whole(unit)}


def _whole(unit: Unit) -> MappingNode:
    return mapping({"text": unit.node}) if isinstance(unit.node, ScalarNode) else unit.node


def _fields(was: Mapping[str, Node], now: Mapping[str, Node]) -> Iterator[tuple[str, Node]]:
    """Fields before and after; what is dropped has only been."""
    dropped = tuple(text(name) for name in was if name not in now)
    if was:
        yield "was", mapping(dict(was))
    if now:
        yield "set", mapping(dict(now))
    if dropped:
        yield "unset", sequence(dropped)


class _Filler:
    """Two trees of one plan."""

    def __init__(self, old: MappingNode, new: MappingNode) -> None:
        self._units = units(old), units(new)
        self._requisites = requisites(old), requisites(new)

    def filled(self, kind: ChangeKind, entry: MappingNode) -> MappingNode:
        """An entry with the words of the unit that it names."""
        name = ProvisionName(ProvisionKind(text_of(entry.get("unit"))), text_of(entry.get("id")))
        fields = {field: value for field, (_, value) in entry.fields.items()}
        if kind is ChangeKind.REMOVED:
            return entry
        new = find(self._units[1], name)
        if kind is ChangeKind.ADDED:
            assert new is not None, "what was added is there"
            return mapping({**fields, **_place(new)})
        if name.kind is ProvisionKind.REQUISITE:
            before, after = (side.get(name, {}) for side in self._requisites)
            return mapping({**fields, **dict(_differing(before, after))})
        old = find(self._units[0], name)
        assert old is not None, "what was changed was there"
        assert new is not None, "what was changed is there"
        number = {"number": text(new.number)} if new.number else {}
        if name.kind is ProvisionKind.APPENDIX and "fields" not in fields:
            return mapping({**fields, **number, "content": _whole(new)})
        own = dict(_differing(own_fields(old.node), own_fields(new.node)))
        return mapping({**fields, **number, **own})


def _differing(before: Mapping[str, Node], after: Mapping[str, Node]) -> Iterator[tuple[str, Node]]:
    """The fields that differ, but for what an act says otherwise: parts as a whole, a number as its own."""
    was, now = (
        {name: node for name, node in side.items() if name not in ("parts", "number")}
        for side in differing(before, after)
    )
    return _fields(was, now)
