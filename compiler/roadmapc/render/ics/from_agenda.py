"""Occurrences as events of a calendar."""

from collections.abc import Iterator

from roadmapc.render.agenda.view import OccurrenceView
from roadmapc.render.ics.event import Event
from roadmapc.text.dates import digits
from roadmapc.text.shorten import shortened

SUMMARY_LENGTH = 200
"""Characters of a summary; some calendar programs cut at 255, and the full text is in the description."""


def event(occurrence: OccurrenceView) -> Event:
    """An occurrence as people see it in their calendar."""
    duty, section = occurrence.duty, occurrence.duty.section
    audience = f" ({occurrence.audience})" if occurrence.audience else ""
    is_timed = occurrence.time is not None and occurrence.first_day == occurrence.due
    hours = f" ({occurrence.hours})" if occurrence.hours and not is_timed else ""
    return Event(
        uid=occurrence.uid,
        first_day=occurrence.first_day,
        last_day=occurrence.due,
        summary=shortened(f"{duty.number}. {duty.text}{audience}{hours}", SUMMARY_LENGTH),
        description="\n".join(_description(occurrence)),
        categories=(section,) if section else (),
        color=duty.color,
        start=occurrence.time if is_timed else None,
        end=occurrence.end_time if is_timed else None,
        time_zone=occurrence.time_zone,
        location=occurrence.place,
        reminders=occurrence.reminders,
    )


def _description(occurrence: OccurrenceView) -> Iterator[str]:
    duty = occurrence.duty
    yield f"{duty.number}. {duty.text}"
    yield f"Срок: {occurrence.phrase}"
    yield from _when_and_where(occurrence)
    if occurrence.moved:
        yield f"По плану {digits(occurrence.nominal)} – {occurrence.moved}"
        yield f"Исполнить до {digits(occurrence.due)}"
    if occurrence.other_due is not None:
        yield f"Последний день {occurrence.other_custom}: {digits(occurrence.other_due)}"
    if duty.lead:
        yield f"Ответственный: {duty.lead}"
    if duty.others:
        yield f"Соисполнители: {duty.others}"
    if duty.result:
        yield f"Результат: {duty.result}"
    if duty.section:
        yield f"Раздел: {duty.section}"
    yield f"{duty.plan.order} (план {duty.plan.id})"


def _when_and_where(occurrence: OccurrenceView) -> Iterator[str]:
    if occurrence.hours:
        zone = f" ({occurrence.time_zone})" if occurrence.time_zone else " по местному времени"
        yield f"Время: {occurrence.hours}{zone}"
    if occurrence.place:
        yield f"Место: {occurrence.place}"
