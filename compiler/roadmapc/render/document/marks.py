"""The marks of a consolidated edition at their units.

A plan without history has none, so an order as signed and an edition are made in one way.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from roadmapc.model.amendment import ChangeKind, ProvisionName
from roadmapc.model.history import Changes, history
from roadmapc.model.numbering import rank
from roadmapc.model.plan import Plan
from roadmapc.model.provision import ProvisionKind
from roadmapc.render.document import notes
from roadmapc.render.document.view import NoteView

Unit = TypeVar("Unit")


class Gone(NamedTuple):
    """A unit that lost force, in the place that its number keeps."""

    number: str
    note: NoteView


class Marks:
    """Notes by unit."""

    def __init__(self, plan: Plan) -> None:
        """All notes of a plan are known at once."""
        self._standing: dict[ProvisionName, Changes] = {}
        self._gone: dict[tuple[ProvisionKind, str], list[Gone]] = defaultdict(list)
        for unit, changes in history(plan).items():
            act, last = changes[-1]
            if last.kind is ChangeKind.REMOVED:
                note = notes.gone(act, last, plan.profile.amendments.removal)
                self._gone[unit.kind, last.within].append(Gone(last.number, note))
            else:
                self._standing[unit] = _since_return(changes)

    @property
    def is_empty(self) -> bool:
        """Whether the plan is as it was signed."""
        return not self._standing and not self._gone

    def of(self, unit: ProvisionName) -> Iterator[NoteView]:
        """The note of a unit that is there; nothing if it is as it was signed."""
        if unit in self._standing:
            yield notes.standing(unit, self._standing[unit])

    def gone(self, kind: ProvisionKind, within: str = "") -> Sequence[Gone]:
        """Units of a kind that lost force, by what held them, in the order of their numbers."""
        return sorted(self._gone.get((kind, within), ()), key=lambda each: rank(each.number))


def _since_return(changes: Changes) -> Changes:
    """What happened after the unit last lost force; everything if it never did."""
    removals = [at for at, (_, change) in enumerate(changes, start=1) if change.kind is ChangeKind.REMOVED]
    return changes[removals[-1] :] if removals else changes


def woven(
    units: Iterable[Unit], gone: Sequence[Gone], number: Callable[[Unit], str]
) -> Iterator[Unit | Gone]:
    """Units with those that lost force at the places of their numbers."""
    waiting = list(gone)
    for unit in units:
        while waiting and rank(waiting[0].number) < rank(number(unit)):
            yield waiting.pop(0)
        yield unit
    yield from waiting
