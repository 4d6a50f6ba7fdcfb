"""A review of all plans of a folder: those that differ, those that are new, those that are gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from roadmapc.diff.findings import Review
from roadmapc.diff.plans import PlanPair
from roadmapc.render.changes.from_review import changes_view
from roadmapc.render.changes.summary import NOTHING
from roadmapc.render.changes.view import ChangesView, NoticeRow, ReviewView
from roadmapc.schedule.from_plan import duties
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.text.dates import digits
from roadmapc.text.plural import counted

Part = Review | PlanPair
"""A plan that both folders have, reviewed; or a pair of which one side is missing."""


def folder_view(parts: Sequence[Part]) -> ReviewView:
    """Every plan under its own title, below one line for all; a single plan speaks for itself."""
    return ReviewView("" if len(parts) == 1 else _summary(parts), tuple(map(_view, parts)))


def _summary(parts: Sequence[Part]) -> str:
    if not parts:
        return NOTHING
    modified = [part for part in parts if isinstance(part, Review)]
    whole = [part for part in parts if isinstance(part, PlanPair)]
    counts = {
        "изменено": len(modified),
        "новых": sum(pair.before is None for pair in whole),
        "исключено": sum(pair.after is None for pair in whole),
    }
    return "Планы: " + ", ".join(f"{name} – {count}" for name, count in counts.items() if count)


def _view(part: Part) -> ChangesView:
    if isinstance(part, Review):
        return changes_view(part)
    happened, concern = ("новый план", "новых") if part.before is None else ("плана больше нет", "снято")
    return ChangesView(
        title=part.calendar.plan.order.title,
        summary=(happened, *_extent(part.calendar)),
        substantive=(),
        editorial=(),
        notices=tuple(_notices(part.calendar, concern)),
        dates=(),
    )


def _extent(calendar: PlanCalendar) -> Iterator[str]:
    """How much it orders, and when."""
    measures = sum(1 for _ in calendar.plan.walk())
    yield counted(measures, "мероприятие", "мероприятия", "мероприятий")
    if calendar.entries:
        days = [entry.occurrence.due for entry in calendar.entries]
        first, last = digits(min(days)), digits(max(days))
        yield f"календарь: {counted(len(days), 'дата', 'даты', 'дат')} с {first} по {last}"


def _notices(calendar: PlanCalendar, concern: str) -> Iterator[NoticeRow]:
    held = Counter(body.short for duty in duties(calendar.plan) for body in duty.bodies)
    for name in sorted(held, key=str.casefold):
        yield NoticeRow(name, f"{concern} обязанностей – {held[name]}")
