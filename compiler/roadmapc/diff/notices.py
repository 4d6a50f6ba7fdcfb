"""Whom a change concerns: every body with the changes of its duties."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from roadmapc.diff.changes import Added, Removed
from roadmapc.diff.findings import JudgedChange, Review, Significance
from roadmapc.diff.unit import Unit
from roadmapc.model.organisation import Body, BodyId


class Concern(StrEnum):
    """What a change is to a body."""

    GAINED = "gained"
    """It has a duty that it had not."""
    LEADS = "leads"
    """It becomes the first of the executors, who is responsible."""
    LOST = "lost"
    """It has a duty no more."""
    CHANGED = "changed"
    """Its duty, or the date of it, is another."""


class NoticeLine(NamedTuple):
    """One change of a body's duties."""

    concern: Concern
    unit: Unit
    """As it is in the new plan; as it was, if it is there no more."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What one body has to be told."""

    body: Body
    lines: tuple[NoticeLine, ...]
    """In the order of the plan, at least one."""


def notices(review: Review) -> tuple[Notice, ...]:
    """One a body, by its name; editorial changes concern nobody."""
    bodies: dict[BodyId, Body] = {}
    lines: dict[BodyId, list[NoticeLine]] = {}
    for judged in review.of(Significance.SUBSTANTIVE):
        for body, line in _lines(judged):
            bodies[body.id] = body
            lines.setdefault(body.id, []).append(line)
    in_order = sorted(bodies.values(), key=lambda body: body.short.casefold())
    return tuple(Notice(body, tuple(lines[body.id])) for body in in_order)


def _lines(judged: JudgedChange) -> list[tuple[Body, NoticeLine]]:
    change = judged.change
    before = None if isinstance(change, Added) else change.before
    after = None if isinstance(change, Removed) else change.after
    unit = after or before
    assert unit is not None
    bodies = {body.id: body for each in (before, after) if each for body in each.bodies}
    return [(body, NoticeLine(_concern(body, before, after), unit)) for body in bodies.values()]


def _concern(body: Body, before: Unit | None, after: Unit | None) -> Concern:
    if not _has(after, body):
        return Concern.LOST
    if not _has(before, body):
        return Concern.GAINED
    return Concern.LEADS if _leads(after, body) and not _leads(before, body) else Concern.CHANGED


def _has(unit: Unit | None, body: Body) -> bool:
    return unit is not None and any(each.id == body.id for each in unit.bodies)


def _leads(unit: Unit | None, body: Body) -> bool:
    return unit is not None and unit.executors[0].body.id == body.id
