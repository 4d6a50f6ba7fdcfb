"""What another deadline means: judged by what it says, then by the days it falls on."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from roadmapc.calendar.from_deadline import undated_reason
from roadmapc.calendar.occurrence import Occurrence
from roadmapc.deadline.ast import DeadlineClause
from roadmapc.diff.dates import window
from roadmapc.diff.judgement import Judgement, Meaning
from roadmapc.model.plan import Term
from roadmapc.text.dates import digits
from roadmapc.text.hours import event_in_words

DAYS_SHOWN = 2
"""Days of a series that a judgement lists."""

_EVERYBODY = ""
"""The audience of a clause that names none."""


class Deadlines(NamedTuple):
    """The deadline of one provision in both editions."""

    before: tuple[Term, ...]
    after: tuple[Term, ...]
    dates_before: tuple[Occurrence, ...]
    """By due day, in the period that both editions cover."""
    dates_after: tuple[Occurrence, ...]


def judgements(deadlines: Deadlines) -> tuple[Judgement, ...]:
    """What the change of the phrase means."""
    before, after = (
        tuple(clause for term in terms for clause in term.deadline.clauses)
        for terms in (deadlines.before, deadlines.after)
    )
    if before == after:
        return (Judgement(Meaning.SAME_READING),)
    if not before:
        return (Judgement(Meaning.DEADLINE_SET),)
    if not after:
        return (Judgement(Meaning.DEADLINE_DROPPED),)
    differences = (*_of_audiences(deadlines), *_of_dates(deadlines))
    if differences:
        return differences
    is_same = _undated(before) == _undated(after)
    return (Judgement(Meaning.SAME_DATES if is_same else Meaning.OTHER_CONDITION),)


def checkpoint_judgements(deadlines: Deadlines) -> tuple[Judgement, ...]:
    """What the change of the dates that stand for an undated phrase means."""
    return tuple(_of_dates(deadlines)) or (Judgement(Meaning.SAME_DATES),)


def _undated(clauses: tuple[DeadlineClause, ...]) -> list[DeadlineClause]:
    """Clauses that have no dates by which they could be compared."""
    return [clause for clause in clauses if undated_reason(clause.rule) is not None]


def _of_audiences(deadlines: Deadlines) -> Iterator[Judgement]:
    """Who was bound and is no more, and the other way about; a deadline for all binds everybody."""
    before, after = _audiences(deadlines.before), _audiences(deadlines.after)
    # «школы: до 1 мая» → «лицеи: до 1 мая»
    if _EVERYBODY not in after:
        yield from (
            Judgement(Meaning.AUDIENCE_LOST, (name,)) for name in before if name and name not in after
        )
    if _EVERYBODY not in before:
        yield from (
            Judgement(Meaning.AUDIENCE_GAINED, (name,)) for name in after if name and name not in before
        )
    # «до 1 мая» → «школы: до 1 мая», and the other way about
    if _EVERYBODY in before and _EVERYBODY not in after:
        yield Judgement(Meaning.AUDIENCE_LOST, ("остальные исполнители",))
    if _EVERYBODY in after and _EVERYBODY not in before:
        yield Judgement(Meaning.AUDIENCE_GAINED, ("все исполнители",))


def _audiences(terms: tuple[Term, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clause.audience for term in terms for clause in term.controlled.clauses))


def _of_dates(deadlines: Deadlines) -> Iterator[Judgement]:
    """What happened to the dates of each audience that both editions have."""
    after = _audiences(deadlines.after)
    for audience in _audiences(deadlines.before):
        if audience in after:
            old = [occurrence for occurrence in deadlines.dates_before if occurrence.audience == audience]
            new = [occurrence for occurrence in deadlines.dates_after if occurrence.audience == audience]
            yield from _compared(audience, old, new)


def _compared(audience: str, before: list[Occurrence], after: list[Occurrence]) -> Iterator[Judgement]:
    """The plainest difference alone: whether there are dates, then how many, then which days."""
    if list(map(_shown, before)) == list(map(_shown, after)):
        return
    if not before or not after:  # «до 1 июня» → «по запросу», and the other way about
        meaning = Meaning.UNDATED if before else Meaning.DATED
        yield Judgement(meaning, (audience, digits((before or after)[0].due)))
    elif len(before) != len(after):  # «ежегодно» → «ежеквартально»
        meaning = Meaning.MORE_OFTEN if len(after) > len(before) else Meaning.LESS_OFTEN
        yield Judgement(meaning, (audience, str(len(before)), str(len(after))))
    else:
        yield _shifted(audience, before, after)


def _shifted(audience: str, before: list[Occurrence], after: list[Occurrence]) -> Judgement:
    """As many dates as there were, on other days."""
    pairs = list(zip(before, after, strict=True))
    days = [(old.due, new.due) for old, new in pairs if old.due != new.due]
    if not days:
        old, new = next((old, new) for old, new in pairs if _shown(old) != _shown(new))
        # «до 1 мая» → «до 2 мая»: both are days off, and the calendar moves both to one working day
        if old.nominal != new.nominal:
            nominal = (digits(old.nominal), digits(new.nominal))
            return Judgement(Meaning.OTHER_DAY_OFF, (audience, *nominal, digits(new.due)))
        if window(old) == window(new):
            return Judgement(Meaning.OTHER_HOURS, (audience, _event(old), _event(new)))
        return _of_start(audience, old.first_day, new.first_day)
    directions = {new > old for old, new in days}
    if len(directions) == 1:
        meaning = Meaning.LATER if directions == {True} else Meaning.EARLIER
        return Judgement(meaning, (audience, *map(digits, days[0])))
    # the first days show the rule of the rest
    more = ", …" if len(days) > DAYS_SHOWN else ""
    listed = (", ".join(map(digits, side[:DAYS_SHOWN])) + more for side in zip(*days, strict=True))
    return Judgement(Meaning.OTHER_DATES, (audience, *listed))


def _of_start(audience: str, before: date | None, after: date | None) -> Judgement:
    """Another first day of a window whose last day is as it was."""
    starts = tuple(digits(day) for day in (before, after) if day)
    if before and after:
        return Judgement(Meaning.STARTS_OTHERWISE, (audience, *starts))
    # «август» → «до 31 августа», and the other way about
    return Judgement(Meaning.START_DROPPED if before else Meaning.START_SET, (audience, *starts))


def _shown(occurrence: Occurrence) -> tuple[object, date, str]:
    """What the calendar shows, the day that the order names, and when and where on it."""
    return window(occurrence), occurrence.nominal, _event(occurrence)


def _event(occurrence: Occurrence) -> str:
    return event_in_words(occurrence.time, occurrence.end_time, occurrence.place) or "не назван"
