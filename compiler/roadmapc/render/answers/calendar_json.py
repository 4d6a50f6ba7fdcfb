"""The calendar of a plan for other programs."""

import json
from collections.abc import Sequence
from typing import Any

from roadmapc.model.plan import Plan
from roadmapc.render.answers.occurrence_json import days, event, other_day
from roadmapc.schedule.plan_calendar import Duty, Entry, PlanCalendar


def calendars_json(calendars: Sequence[PlanCalendar]) -> str:
    """The report of `calendar --format json`; several plans stand in a list, `plans`."""
    reports = [_report(calendar) for calendar in calendars]
    report = reports[0] if len(reports) == 1 else {"plans": reports}
    return json.dumps(report, ensure_ascii=False, indent=1) + "\n"


def _report(calendar: PlanCalendar) -> dict[str, Any]:
    plan = calendar.plan
    return {
        "plan": plan.id,
        "period": {
            "first_day": plan.period.first_day.isoformat(),
            "last_day": plan.period.last_day.isoformat(),
        },
        "time_zone": plan.time_zone or None,
        "occurrences": [_occurrence(plan, entry) for entry in calendar.entries],
        "undated": [
            {
                "measure": _measure(each.duty),
                "phrase": each.phrase,
                "reason": str(each.reason or "no_deadline"),
            }
            for each in calendar.undated
        ],
    }


def _occurrence(plan: Plan, entry: Entry) -> dict[str, Any]:
    occurrence = entry.occurrence
    return {
        "uid": entry.uid,
        "measure": _measure(entry.duty),
        "section": entry.duty.section.title if entry.duty.section else None,
        "executors": [
            {"id": executor.actor.id, "name": executor.actor.short, "lead": at == 0}
            for at, executor in enumerate(entry.duty.executors)
        ],
        "audience": occurrence.audience or None,
        **days(occurrence),
        **event(occurrence),
        "convention": str(plan.profile.policy.convention),
        "other_due": other_day(occurrence),
        "amended": {"from": moved.former.isoformat(), "act": moved.act} if (moved := entry.moved) else None,
    }


def _measure(duty: Duty) -> dict[str, str]:
    return {"id": duty.id, "number": duty.number, "text": duty.text}
