"""What an amendment changes, as history writes it down."""

from collections.abc import Iterable, Iterator

from roadmapc.amend.numbers import appendix_of
from roadmapc.amend.printed_order import key
from roadmapc.amend.scheme import Scheme
from roadmapc.amend.standing import standing
from roadmapc.amend.to_yaml import mapping, sequence, text
from roadmapc.diff.from_plan import provisions
from roadmapc.diff.from_plans import value_changes
from roadmapc.diff.matching import Pair, pairs
from roadmapc.diff.provision import Provision
from roadmapc.model.amendment import ChangeKind
from roadmapc.model.plan import Plan
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode, Node

_WHOLE = (ProvisionKind.REQUISITE, ProvisionKind.CLAUSE)
"""Kinds of units that are one text: there are no fields to name."""
_UNPRINTED = {
    ProvisionKind.REQUISITE: frozenset(),
    ProvisionKind.CLAUSE: frozenset({"number", "deadline", "checkpoint", "executors", "control"}),
    ProvisionKind.APPENDIX: frozenset({"number"}),
    ProvisionKind.SECTION: frozenset({"number"}),
    ProvisionKind.MEASURE: frozenset({"number", "checkpoint"}),
}
"""Fields that an amendment does not change: they are not printed, or never change."""
_REQUISITES = frozenset({"title", "preamble"})
"""Those that an amendment can change."""


def touched(old: Plan, new: Plan, found: Scheme) -> dict[str, Node]:
    """The fields `changed`, `added` and `removed` of an act, as far as there is something in them."""
    lists = _Recorder(old, new, found).lists()
    return {manner.value: sequence(tuple(nodes)) for manner, nodes in lists.items() if nodes}


class _Recorder:
    """Two plans with their units matched.

    What is said anew or added with all that it holds stands for what it holds.
    """

    def __init__(self, old: Plan, new: Plan, found: Scheme) -> None:
        self._numbers = found.numbers
        self._before, self._after = provisions(old), provisions(new)
        self._pairs = standing(self._before, pairs(self._before, self._after))
        self._restated = {
            unit
            for pair in self._pairs
            for unit in pair
            if unit.kind is ProvisionKind.APPENDIX and self._numbers[key(pair.after)] in found.restated
        }

    def lists(self) -> dict[ChangeKind, list[Node]]:
        """Units by what happens to them, in the order of the text."""
        kept = {unit for pair in self._pairs for unit in pair}
        added = (unit for unit in _outermost(self._after, kept) if not self._is_restated(unit))
        removed = (unit for unit in _outermost(self._before, kept) if not self._is_restated(unit))
        return {
            ChangeKind.CHANGED: list(self._changed()),
            ChangeKind.ADDED: [self._named(unit) for unit in added],
            ChangeKind.REMOVED: [self._removed(unit) for unit in removed],
        }

    def _changed(self) -> Iterator[MappingNode]:
        for pair in self._pairs:
            if pair.after in self._restated:
                yield self._named(pair.after)
            elif not self._is_restated(pair.after) and (names := _printed_changes(pair)):
                fields = () if pair.after.kind in _WHOLE else (("fields", sequence(tuple(map(text, names)))),)
                yield self._named(pair.after, *fields)

    def _is_restated(self, unit: Provision) -> bool:
        """Whether a unit is in an appendix that is said anew whole."""
        return appendix_of(unit) in self._restated

    def _removed(self, unit: Provision) -> MappingNode:
        holder = appendix_of(unit) if unit.kind is ProvisionKind.SECTION else unit.parent
        has_place = unit.kind in (ProvisionKind.SECTION, ProvisionKind.MEASURE) and holder is not None
        within = (("within", text(holder.id)),) if has_place and holder is not None else ()
        is_elsewhere = key(unit) in self._numbers  # a clause that bears its name on under a new number
        name = unit.number if is_elsewhere or not unit.is_named else unit.id
        return _record(unit, name, ("number", text(unit.number)), *within)

    def _named(self, unit: Provision, *fields: tuple[str, Node]) -> MappingNode:
        """A unit of the new edition by its stable name, or by its number if it has none."""
        return _record(unit, unit.id if unit.is_named else self._numbers[key(unit)], *fields)


def _record(unit: Provision, name: str, *fields: tuple[str, Node]) -> MappingNode:
    return mapping({"unit": text(unit.kind.value), "id": text(name), **dict(fields)})


def _outermost(edition: Iterable[Provision], kept: set[Provision]) -> Iterator[Provision]:
    """Units of one edition alone that are not within another such unit."""
    return (unit for unit in edition if unit not in kept and (unit.parent is None or unit.parent in kept))


def _printed_changes(pair: Pair) -> list[str]:
    """Names of fields that are printed otherwise."""
    kind = pair.after.kind
    if kind is ProvisionKind.REQUISITE and pair.after.id not in _REQUISITES:
        return []
    changes = (value for value in value_changes(*pair) if value.name not in _UNPRINTED[kind])
    return [value.name for value in changes if value.before.split() != value.after.split()]
