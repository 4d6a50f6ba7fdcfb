"""Whom a change concerns: every body and person with the changes of their duties."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from roadmapc.diff.changes import Added, DutyDates, Removed
from roadmapc.diff.findings import JudgedChange, JudgedField, Meaning, Review, Significance
from roadmapc.diff.provision import Provision
from roadmapc.model.organisation import Body, Official
from roadmapc.model.provision import ProvisionKind


class Concern(StrEnum):
    """What a change is to those whom it concerns."""

    GAINED = "gained"
    """They have a duty that they had not."""
    LEADS = "leads"
    """A body becomes the first of the executors, who is responsible."""
    LOST = "lost"
    """They have a duty no more."""
    DEADLINE = "deadline"
    """Their duty is due on other days, or its deadline says another thing."""
    FELLOWS = "fellows"
    """They share their duty with others now."""
    CHANGED = "changed"
    """Their duty is another."""


_CONCERNS = {"deadline": Concern.DEADLINE, "checkpoint": Concern.DEADLINE, "executors": Concern.FELLOWS}
"""By the field that changed; any other field is the duty itself."""


class NoticeLine(NamedTuple):
    """One change of a duty."""

    concern: Concern
    unit: Provision
    """As it is in the new plan; as it was, if it is there no more."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What one body or person has to be told."""

    who: str
    """As tables print a body; surname first of a person."""
    lines: list[NoticeLine] = field(default_factory=list)
    """In the order of the plan."""
    dates: list[DutyDates] = field(default_factory=list)
    """Other dates of duties that are as they were, because the plan lasts longer or shorter."""


def notices(review: Review) -> tuple[Notice, ...]:
    """One a body or person, by the name; editorial changes concern nobody."""
    found: dict[str, Notice] = {}
    for judged in review.of(Significance.SUBSTANTIVE):
        for who, line in _lines(judged):
            found.setdefault(who, Notice(who)).lines.append(line)
    for dates in _of_same_duties(review):
        for body in _bound(dates):
            found.setdefault(body.short, Notice(body.short)).dates.append(dates)
    return tuple(sorted(found.values(), key=lambda notice: notice.who.casefold()))


def _lines(judged: JudgedChange) -> Iterator[tuple[str, NoticeLine]]:
    change = judged.change
    before = None if isinstance(change, Added) else change.before
    after = None if isinstance(change, Removed) else change.after
    unit = judged.unit
    if unit.kind is ProvisionKind.REQUISITE:
        return
    yield from ((name, NoticeLine(concern, unit)) for name, concern in _people(judged.fields))
    fields = [each for each in judged.fields if not each.is_naming]
    if fields or not judged.fields:
        for who in _addressees(before, after):
            yield from (
                (_name(who), NoticeLine(each, unit)) for each in _concerns(who, before, after, fields)
            )


def _people(fields: Iterable[JudgedField]) -> Iterator[tuple[str, Concern]]:
    """Who has gone from an office and who has come, each once."""
    changed = [
        each.arguments for judged in fields for each in judged.findings if each.meaning is Meaning.PERSON
    ]
    for old, new in dict.fromkeys(changed):
        yield old, Concern.LOST
        yield new, Concern.GAINED


def _addressees(before: Provision | None, after: Provision | None) -> list[Body | Official]:
    named = [who for each in (before, after) if each for who in each.addressees]
    return list({(type(who), who.id): who for who in named}.values())


def _name(who: Body | Official) -> str:
    return who.short if isinstance(who, Body) else who.name


def _concerns(
    who: Body | Official, before: Provision | None, after: Provision | None, fields: Iterable[JudgedField]
) -> Iterable[Concern]:
    if not _has(after, who):
        return (Concern.LOST,)
    if not _has(before, who):
        return (Concern.GAINED,)
    if _leads(after, who) and not _leads(before, who):
        return (Concern.LEADS,)
    substantive = (each for each in fields if each.significance is Significance.SUBSTANTIVE)
    return dict.fromkeys(_CONCERNS.get(each.value.name, Concern.CHANGED) for each in substantive)


def _has(unit: Provision | None, who: Body | Official) -> bool:
    return unit is not None and any(each.id == who.id for each in unit.addressees)


def _leads(unit: Provision | None, who: Body | Official) -> bool:
    return bool(unit and unit.executors and unit.executors[0].body.id == who.id)


def _of_same_duties(review: Review) -> Iterator[DutyDates]:
    """Dates of duties that nobody is told of yet."""
    changed = {(each.unit.kind, each.unit.id) for each in review.of(Significance.SUBSTANTIVE)}
    return (each for each in review.diff.dates if (each.duty.kind, each.duty.id) not in changed)


def _bound(dates: DutyDates) -> tuple[Body, ...]:
    """Whose dates they are: of the body that is the audience, else of all that have the duty."""
    bodies = dates.duty.bodies
    return tuple(body for body in bodies if body.short == dates.audience) or bodies
