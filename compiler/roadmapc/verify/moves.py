"""Texts that are gone from one place and stand in another: one finding, not two."""

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.diff.words import near, segments
from roadmapc.verify.findings import Discrepancy, Finding, Move, Side
from roadmapc.verify.meaning import meaning
from roadmapc.verify.passage import Passage, Unit

_TELLING = 20
"""Characters of a text that is known again in another row; shorter ones stand in many."""


class Change(NamedTuple):
    """A passage that says something else, or a whole unit that only one side has."""

    place: str
    """In the plan's document; in the other where the plan has no such passage."""
    before: str
    after: str
    row: str = ""
    """Of a cell; empty for whole units."""
    column: str = ""
    is_row: bool = False

    @classmethod
    def of_unit(cls, before: Unit | None, after: Unit | None) -> "Change":
        """That one side has no such unit."""
        unit = before or after
        assert unit is not None
        text = "\n".join(cell.text or cell.signature or "" for cell in unit.cells).strip()
        place = unit.row or unit.cells[0].place
        return cls(place, text if before else "", text if after else "", is_row=bool(unit.row))

    @classmethod
    def of_cell(cls, before: Passage, after: Passage, row: str) -> "Change":
        """That a cell says something else, or a paragraph."""
        known = before if before.place else after
        return cls(known.place, before.text, after.text, row, known.column)


def told(changes: Sequence[Change]) -> list[tuple[Finding, ...]]:
    """What is to be said of each change."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for at, change in enumerate(changes):
        if change.after:
            places[meaning(change.after)].append(at)
    moves: dict[int, int] = {}
    for at, change in enumerate(changes):
        found = places.get(meaning(change.before), []) if change.before else []
        target = next((other for other in found if other != at and _is_move(change, changes[other])), None)
        if target is not None:
            found.remove(target)
            moves[at] = target
    arrived = set(moves.values())
    return [tuple(_told(changes, at, moves.get(at), has_arrived=at in arrived)) for at in range(len(changes))]


def _is_move(origin: Change, target: Change) -> bool:
    if origin.is_row != target.is_row:
        return False
    if origin.row or target.row:
        return origin.row == target.row or len(origin.before) >= _TELLING
    return True


def _told(changes: Sequence[Change], at: int, target: int | None, *, has_arrived: bool) -> list[Finding]:
    change = changes[at]
    found: list[Finding] = []
    before, after = change.before, "" if has_arrived else change.after
    if target is not None:
        before = ""
        found.append(_move(change, changes[target]))
    if not before and not after:
        return found
    if change.is_row:
        return [*found, Discrepancy(change.place, (), Side.DOCUMENT if before else Side.PLAN)]
    return [*found, Discrepancy(change.place, near(segments(before, after)))]


def _move(change: Change, target: Change) -> Move:
    if change.row and change.row == target.row:
        return Move(change.row, change.before, change.column, target.column)
    return Move(change.place, change.before if change.row else "", "", target.place)
