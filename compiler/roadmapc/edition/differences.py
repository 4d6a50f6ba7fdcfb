"""What differs between two trees of a plan, unit by unit and field by field."""

from collections.abc import Iterator, Mapping
from itertools import zip_longest
from typing import NamedTuple

from roadmapc.diff.moves import longest_rise
from roadmapc.edition.units import LISTS, Unit, meaning, numbered, own_fields, requisites, unit_lists
from roadmapc.model.amendment import ChangeKind, ProvisionName
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode, Node


class Difference(NamedTuple):
    """One unit, or one requisite, that the two trees do not have alike."""

    name: ProvisionName
    kind: ChangeKind
    was: Mapping[str, Node]
    """The fields that differ, as the first tree has them; a field that it has not is not here."""
    fields: Mapping[str, Node]
    """The same in the second."""
    old: Unit | None
    """`None` for a requisite, and for what the first tree has not, at least not here."""
    new: Unit | None
    is_whole: bool = False
    """Whether the unit differs in a way that only the whole of it can say."""

    @property
    def names(self) -> tuple[str, ...]:
        """The fields that differ, in the order of writing."""
        return tuple(dict.fromkeys((*self.fields, *self.was)))


def differences(old: MappingNode, new: MappingNode) -> Iterator[Difference]:
    """Everything that differs, in the order of the second tree, what is gone first.

    What stands elsewhere is gone from the one place and new in the other, with all that it holds.
    """
    before, after = requisites(old), requisites(new)
    for name in dict.fromkeys((*after, *before)):
        yield from _fields(name, before.get(name, {}), after.get(name, {}), None, None)
    yield from _lists(old, new, None, None)


def _lists(old: Node, new: Node, above: Unit | None, below: Unit | None) -> Iterator[Difference]:
    """The units that two nodes hold; lists of a kind are compared one by one, as they stand in both."""
    holders = [(each.name.id, each.prefix) if each else ("", "") for each in (above, below)]
    lists = [(*unit_lists(old),), (*unit_lists(new),)]
    both = (
        pair
        for kind in LISTS.values()
        for pair in zip_longest(*([each for each in side if each.kind is kind] for side in lists))
    )
    for before, after in both:
        gone = list(numbered(before, *holders[0])) if before else []
        come = list(numbered(after, *holders[1])) if after else []
        places = {unit.name: at for at, unit in enumerate(gone)}
        shared = [unit for unit in {unit.name: unit for unit in come}.values() if unit.name in places]
        staying = longest_rise([places[unit.name] for unit in shared])
        kept = {unit.name for at, unit in enumerate(shared) if at in staying}
        for unit in gone:
            if unit.name not in kept:
                yield _whole(ChangeKind.REMOVED, unit, None)
        for unit in come:
            if unit.name in kept:
                kept.remove(unit.name)  # of two of one name the second is one too many
                yield from _unit(gone[places[unit.name]], unit)
            else:
                yield _whole(ChangeKind.ADDED, None, unit)


def _whole(kind: ChangeKind, old: Unit | None, new: Unit | None) -> Difference:
    unit = old or new
    assert unit is not None
    return Difference(unit.name, kind, {}, {}, old, new, is_whole=True)


def _unit(old: Unit, new: Unit) -> Iterator[Difference]:
    """The fields of a unit that both have, then what it holds; tables that came or went are told with it."""
    counts = [len(list(unit_lists(unit.node))) for unit in (old, new)]
    is_appendix = new.name.kind is ProvisionKind.APPENDIX
    before, after = own_fields(old.node), own_fields(new.node)
    has_other_parts = meaning(before.get("parts")) != meaning(after.get("parts"))
    if is_appendix and (has_other_parts or counts[0] != counts[1]):
        yield Difference(new.name, ChangeKind.CHANGED, {}, {}, old, new, is_whole=True)
        return
    yield from _fields(new.name, before, after, old, new)
    yield from _lists(old.node, new.node, old, new)


def _fields(
    name: ProvisionName,
    before: Mapping[str, Node],
    after: Mapping[str, Node],
    old: Unit | None,
    new: Unit | None,
) -> Iterator[Difference]:
    was, fields = differing(before, after)
    if was or fields:
        yield Difference(name, ChangeKind.CHANGED, was, fields, old, new)


def differing(
    before: Mapping[str, Node], after: Mapping[str, Node]
) -> tuple[Mapping[str, Node], Mapping[str, Node]]:
    """The fields that two nodes do not have alike, as the one and the other has them."""
    names = [
        name
        for name in dict.fromkeys((*after, *before))
        if meaning(before.get(name), name) != meaning(after.get(name), name)
    ]
    was, now = ({name: side[name] for name in names if name in side} for side in (before, after))
    return was, now
