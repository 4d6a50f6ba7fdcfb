"""The plan's calendar as iCalendar files: the whole, and one for each responsible body."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from roadmapc.model.organisation import BodyId
from roadmapc.render.from_plan import executor_text, section_title
from roadmapc.render.ics import Event, calendar
from roadmapc.schedule.plan_calendar import Entry, PlanCalendar
from roadmapc.text.blocks import Block

SUMMARY_LENGTH = 200
"""Characters of a summary; some calendar programs cut at 255, and the full text is in the description."""


def calendars(plan_calendar: PlanCalendar, modified: date) -> dict[str, bytes]:
    """`calendar.ics` and `officers/<id>.ics`; a body without dates has no file."""
    plan = plan_calendar.plan
    events = [_event(entry, modified) for entry in plan_calendar.entries]
    files = {"calendar.ics": calendar(plan.order.title, events)}
    of_body: dict[BodyId, list[Event]] = defaultdict(list)
    for entry, event in zip(plan_calendar.entries, events, strict=True):
        for body in entry.duty.bodies:
            of_body[body.id].append(event)
    for name, its_events in sorted(of_body.items()):
        body = plan.organisation.bodies[name]
        files[f"officers/{body.id}.ics"] = calendar(f"{body.short}: {plan.order.title}", its_events)
    return files


def _event(entry: Entry, modified: date) -> Event:
    duty = entry.duty
    return Event(
        uid=entry.uid,
        first_day=entry.first_day,
        last_day=entry.occurrence.due,
        summary=_summary(entry),
        description=_description(entry),
        categories=(duty.section.title,) if duty.section and duty.section.title else (),
        modified=modified,
    )


def _summary(entry: Entry) -> str:
    audience = f" ({entry.occurrence.audience})" if entry.occurrence.audience else ""
    summary = f"{entry.duty.number}. {entry.duty.text}{audience}"
    return summary if len(summary) <= SUMMARY_LENGTH else summary[: SUMMARY_LENGTH - 1].rstrip() + "…"


def _description(entry: Entry) -> str:
    duty, occurrence = entry.duty, entry.occurrence
    lines = [f"{duty.number}. {duty.text}", f"Срок: {entry.term.deadline.text}"]
    if occurrence.due != occurrence.nominal:
        lines.append(f"По плану {occurrence.nominal:%d.%m.%Y}, исполнить до {occurrence.due:%d.%m.%Y}")
    if occurrence.other_due is not None:
        lines.append(f"По правилу статьи 193 ГК РФ: {occurrence.other_due:%d.%m.%Y}")
    if duty.executors:
        lines.append(f"Исполнители: {'; '.join(map(executor_text, duty.executors))}")
    if duty.result:
        lines.append(f"Результат: {_one_line(duty.result)}")
    if duty.section is not None and duty.section.title:
        lines.append(f"Раздел: {section_title(duty.section)}")
    return "\n".join(lines)


def _one_line(blocks: tuple[Block, ...]) -> str:
    return "; ".join(block.text.rstrip(";.") for block in blocks)
