"""Whom a change concerns: every body and person with the changes of their duties."""

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from roadmapc.diff.changes import Added, DutyDates, Removed
from roadmapc.diff.judgement import JudgedChange, JudgedField, Meaning, Review, Significance
from roadmapc.diff.provision import Provision
from roadmapc.model.organisation import Actor, key_of
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
    SCOPE = "scope"
    """They act in another circle, or on another condition: «имеющие свои котельные», «по согласованию»."""
    FELLOWS = "fellows"
    """They share their duty with others now, or with the same in another circle."""
    CHANGED = "changed"
    """Their duty is another."""


_CONCERNS = {"deadline": Concern.DEADLINE, "checkpoint": Concern.DEADLINE, "executors": Concern.FELLOWS}
"""By the field that changed; any other field is the duty itself."""


class NoticeLine(NamedTuple):
    """One change of a duty."""

    concern: Concern
    provision: Provision
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
    by_name: dict[str, Notice] = {}
    substantive = review.of(Significance.SUBSTANTIVE)
    for judged in substantive:
        for who, concern in _concerns(judged):
            line = NoticeLine(concern, judged.provision)
            by_name.setdefault(who, Notice(who)).lines.append(line)
    changed = {(judged.provision.kind, judged.provision.id) for judged in substantive}
    for dates in review.diff.dates:
        if (dates.duty.kind, dates.duty.id) not in changed:
            # the dates are those of the body that is the audience, else of all that have the duty
            actors = dates.duty.actors
            for actor in [actor for actor in actors if actor.short == dates.audience] or actors:
                by_name.setdefault(actor.short, Notice(actor.short)).dates.append(dates)
    return tuple(sorted(by_name.values(), key=lambda notice: notice.who.casefold()))


def _concerns(judged: JudgedChange) -> Iterator[tuple[str, Concern]]:
    """Whom a change concerns and how: who went or came in an office, then who has the duty."""
    change = judged.change
    before = None if isinstance(change, Added) else change.before
    after = None if isinstance(change, Removed) else change.after
    if judged.provision.kind is ProvisionKind.REQUISITE:
        return  # title, signatory, period: nobody's duty
    yield from _people(judged.fields)
    fields = [field for field in judged.fields if not field.is_naming]
    if judged.fields and not fields:
        return  # whoever has the duty is only called otherwise
    addressees = (who for edition in (before, after) if edition for who in edition.addressees)
    for who in {key_of(who): who for who in addressees}.values():
        yield from ((who.short, concern) for concern in _concerns_of(who, before, after, fields))


def _people(fields: Iterable[JudgedField]) -> Iterator[tuple[str, Concern]]:
    """Who has gone from an office and who has come, each once."""
    judgements = (judgement for field in fields for judgement in field.judgements)
    changed = [judgement.arguments for judgement in judgements if judgement.meaning is Meaning.PERSON]
    for old, new in dict.fromkeys(changed):
        yield old, Concern.LOST
        yield new, Concern.GAINED


def _concerns_of(
    who: Actor, before: Provision | None, after: Provision | None, fields: Iterable[JudgedField]
) -> Iterable[Concern]:
    if not _has(after, who):
        return (Concern.LOST,)
    if not _has(before, who):
        return (Concern.GAINED,)
    if _leads(after, who) and not _leads(before, who):
        return (Concern.LEADS,)
    substantive = (field for field in fields if field.significance is Significance.SUBSTANTIVE)
    concerns = dict.fromkeys(_CONCERNS.get(field.value.name, Concern.CHANGED) for field in substantive)
    # «школы» → «школы, имеющие свои котельные»: to schools it is more than other fellows
    if Concern.FELLOWS in concerns and _scope(before, who) != _scope(after, who):
        return dict.fromkeys(Concern.SCOPE if each is Concern.FELLOWS else each for each in concerns)
    return concerns


def _scope(provision: Provision | None, who: Actor) -> Hashable:
    """In which circle a body acts; `None` for one that acts as a unit of another."""
    executors = provision.executors if provision else ()
    return next((each.scope for each in executors if key_of(each.actor) == key_of(who)), None)


def _has(provision: Provision | None, who: Actor) -> bool:
    return provision is not None and key_of(who) in map(key_of, provision.addressees)


def _leads(provision: Provision | None, who: Actor) -> bool:
    return bool(provision and provision.executors and key_of(provision.executors[0].actor) == key_of(who))
