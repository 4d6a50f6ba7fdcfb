"""Occurrences as events of a calendar: decision 0028."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from roadmapc.render.agenda.view import DutyView, OccurrenceView, UndatedView
from roadmapc.render.ics.event import EntryForm, EntryKind, Event, UndatedTask
from roadmapc.render.ics.summary import undated_summary
from roadmapc.text.dates import digits
from roadmapc.text.letters import capital

_ONE_DAY: Final = timedelta(days=1)
_A_WEEK: Final = timedelta(days=7)
"""How long a window may be that is shown on all its days: a week of a calendar shows it whole."""


def event(occurrence: OccurrenceView, summary: str, form: EntryForm) -> Event:
    """An occurrence as people see it in their calendar, under its title."""
    duty, first_day = occurrence.duty, _first_day(occurrence, form)
    is_timed = occurrence.time is not None and occurrence.first_day == occurrence.due
    return Event(
        uid=occurrence.uid,
        first_day=first_day,
        last_day=occurrence.due,
        summary=summary,
        description="\n".join(_description(occurrence)),
        categories=(duty.section,) if duty.section else (),
        color=duty.color,
        start=occurrence.time if is_timed else None,
        end=occurrence.end_time if is_timed else None,
        time_zone=occurrence.time_zone,
        location=occurrence.place,
        reminders=tuple(sorted({min(day, first_day - _ONE_DAY) for day in occurrence.reminders})),
    )


def undated_task(undated: UndatedView) -> UndatedTask:
    """A duty without a day, so that whoever has nothing else has it in a file."""
    duty = undated.duty
    words = (duty.text, f"Без даты: {undated.why}", *_people(duty), _origin(duty))
    categories = (duty.section,) if duty.section else ()
    return UndatedTask(undated.uid, undated_summary(undated), "\n".join(words), categories, duty.color)


def _first_day(occurrence: OccurrenceView, form: EntryForm) -> date:
    """Of the days that the event is shown on: of the window, where that is short, happens, or is asked for.

    None lies before the order was signed, unless the duty was due before that. A task begins with its window:
    programs do not show it day by day.
    """
    start, due = occurrence.window_start, occurrence.due
    if start is None:
        return due
    is_bar = occurrence.is_event or due - start < _A_WEEK or form.has_bars
    if not is_bar and form.kind is EntryKind.EVENT:
        return due
    return min(max(start, occurrence.duty.controlled_since or start), due)


def _description(occurrence: OccurrenceView) -> Iterator[str]:
    """The deed in full, then why and when, who, and by which act; each on a line, as phones show it."""
    duty = occurrence.duty
    yield duty.text
    yield f"Срок: {occurrence.phrase}"
    if occurrence.rule.casefold() != occurrence.phrase.casefold():
        yield f"Понято: {occurrence.rule}"
    if occurrence.window_start is not None:
        yield f"С {digits(occurrence.window_start)} по {digits(occurrence.nominal)}"
    yield from _when_and_where(occurrence)
    if occurrence.moved:
        due = digits(occurrence.due)
        yield f"По плану {digits(occurrence.nominal)} – {occurrence.moved}; исполнить до {due}"
    if occurrence.amended:
        yield capital(occurrence.amended)
    if occurrence.other_due is not None:
        yield f"Последний день {occurrence.other_custom}: {digits(occurrence.other_due)}"
    if occurrence.audience:
        yield f"Для кого: {occurrence.audience}"
    yield from _people(duty)
    if duty.result:
        yield f"Результат: {duty.result}"
    yield _origin(duty)


def _when_and_where(occurrence: OccurrenceView) -> Iterator[str]:
    if occurrence.hours:
        zone = f" ({occurrence.time_zone})" if occurrence.time_zone else " по местному времени"
        yield f"Время: {occurrence.hours}{zone}"
    if occurrence.place:
        yield f"Место: {occurrence.place}"


def _people(duty: DutyView) -> Iterator[str]:
    """Who leads and who takes part. The names follow a colon, so that they stay in the nominative."""
    if duty.lead:
        yield f"{'Ответственный исполнитель' if duty.others else 'Исполнитель'}: {duty.lead}"
    if duty.others:
        yield f"{'Соисполнители' if '; ' in duty.others else 'Соисполнитель'}: {duty.others}"
    if duty.participants:
        yield f"Участвуют: {duty.participants}"


def _origin(duty: DutyView) -> str:
    """Where it is written; its section is the category."""
    label = duty.label if duty.number else f"«{duty.brief}»"
    place = f"п. {duty.number or label}" if duty.is_clause else f"мероприятие {label}"
    return f"{duty.plan.order}, {place}"
