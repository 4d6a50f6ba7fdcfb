"""What another deadline means: judged by what it says, then by the days it falls on."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from roadmapc.calendar.from_deadline import undated_reason
from roadmapc.calendar.occurrence import Occurrence
from roadmapc.deadline.ast import Deadline, DeadlineClause
from roadmapc.diff.dates import window
from roadmapc.diff.findings import Judgement, Meaning
from roadmapc.model.plan import Term
from roadmapc.text.dates import digits

DAYS_SHOWN = 2
"""Days of a series that a finding lists."""

_EVERYBODY = ""
"""The audience of a clause that names none."""


class Deadlines(NamedTuple):
    """The deadline of one unit in both editions."""

    before: tuple[Term, ...]
    after: tuple[Term, ...]
    dates_before: tuple[Occurrence, ...]
    """By due day, in the period that both editions cover."""
    dates_after: tuple[Occurrence, ...]


def findings(deadlines: Deadlines) -> tuple[Judgement, ...]:
    """What the change of the phrase means."""
    before, after = (_clauses(term.deadline for term in terms) for terms in deadlines[:2])
    if before == after:
        return (Judgement(Meaning.SAME_READING),)
    if not before:
        return (Judgement(Meaning.DEADLINE_SET),)
    if not after:
        return (Judgement(Meaning.DEADLINE_DROPPED),)
    found = (*_of_audiences(deadlines), *_of_dates(deadlines))
    if found:
        return found
    is_same = _undated(before) == _undated(after)
    return (Judgement(Meaning.SAME_DATES if is_same else Meaning.OTHER_CONDITION),)


def checkpoint_findings(deadlines: Deadlines) -> tuple[Judgement, ...]:
    """What the change of the dates that stand for an undated phrase means."""
    return tuple(_of_dates(deadlines)) or (Judgement(Meaning.SAME_DATES),)


def _clauses(deadlines: Iterable[Deadline]) -> tuple[DeadlineClause, ...]:
    return tuple(clause for deadline in deadlines for clause in deadline.clauses)


def _undated(clauses: tuple[DeadlineClause, ...]) -> list[DeadlineClause]:
    """Clauses that have no dates by which they could be compared."""
    return [clause for clause in clauses if undated_reason(clause.rule) is not None]


def _of_audiences(deadlines: Deadlines) -> Iterator[Judgement]:
    """Who was bound and is no more, and the other way about; a deadline for all binds everybody."""
    before, after = _audiences(deadlines.before), _audiences(deadlines.after)
    if _EVERYBODY not in after:
        yield from (
            Judgement(Meaning.AUDIENCE_LOST, (name,)) for name in before if name and name not in after
        )
    if _EVERYBODY not in before:
        yield from (
            Judgement(Meaning.AUDIENCE_GAINED, (name,)) for name in after if name and name not in before
        )
    if _EVERYBODY in before and _EVERYBODY not in after:
        yield Judgement(Meaning.AUDIENCE_LOST, ("остальные исполнители",))
    if _EVERYBODY in after and _EVERYBODY not in before:
        yield Judgement(Meaning.AUDIENCE_GAINED, ("все исполнители",))


def _audiences(terms: tuple[Term, ...]) -> tuple[str, ...]:
    found = (clause.audience for term in terms for clause in term.controlled.clauses)
    return tuple(dict.fromkeys(found))


def _of_dates(deadlines: Deadlines) -> Iterator[Judgement]:
    """What happened to the dates of each audience that both editions have."""
    before, after = _audiences(deadlines.before), _audiences(deadlines.after)
    for audience in before:
        if audience in after:
            old = [each for each in deadlines.dates_before if each.audience == audience]
            new = [each for each in deadlines.dates_after if each.audience == audience]
            yield from _compared(audience, old, new)


def _compared(audience: str, before: list[Occurrence], after: list[Occurrence]) -> Iterator[Judgement]:
    if [_told(each) for each in before] == [_told(each) for each in after]:
        return
    if not before or not after:
        meaning = Meaning.UNDATED if before else Meaning.DATED
        yield Judgement(meaning, (audience, digits((before or after)[0].due)))
    elif len(before) != len(after):
        meaning = Meaning.MORE_OFTEN if len(after) > len(before) else Meaning.LESS_OFTEN
        yield Judgement(meaning, (audience, str(len(before)), str(len(after))))
    else:
        yield _shifted(audience, before, after)


def _shifted(audience: str, before: list[Occurrence], after: list[Occurrence]) -> Judgement:
    """As many dates as there were, on other days."""
    days = [(old.due, new.due) for old, new in zip(before, after, strict=True) if old.due != new.due]
    if not days:
        old, new = next(pair for pair in zip(before, after, strict=True) if _told(pair[0]) != _told(pair[1]))
        if old.nominal != new.nominal:
            nominal = (digits(old.nominal), digits(new.nominal))
            return Judgement(Meaning.OTHER_DAY_OFF, (audience, *nominal, digits(new.due)))
        return Judgement(Meaning.STARTS_OTHERWISE, (audience, _first(old), _first(new)))
    directions = {new > old for old, new in days}
    if len(directions) == 1:
        meaning = Meaning.LATER if directions == {True} else Meaning.EARLIER
        return Judgement(meaning, (audience, *map(digits, days[0])))
    return Judgement(Meaning.OTHER_DATES, (audience, *(_listed(each) for each in zip(*days, strict=True))))


def _told(occurrence: Occurrence) -> tuple[object, date]:
    """What the calendar shows, and the day that the order names."""
    return window(occurrence), occurrence.nominal


def _first(occurrence: Occurrence) -> str:
    return digits(occurrence.first_day) if occurrence.first_day else ""


def _listed(days: tuple[date, ...]) -> str:
    """The first days, which show the rule of the rest."""
    more = ", …" if len(days) > DAYS_SHOWN else ""
    return ", ".join(map(digits, days[:DAYS_SHOWN])) + more
