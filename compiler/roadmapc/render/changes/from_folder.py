"""A review of all plans of a folder: those that differ, those that are new, those that are gone."""

from collections import Counter
from collections.abc import Iterator, Sequence

from roadmapc.diff.judgement import Review
from roadmapc.diff.plans import PlanPair
from roadmapc.render.changes.from_review import changes_view
from roadmapc.render.changes.summary import NOTHING, total
from roadmapc.render.changes.view import ChangesView, NoticeRow, ReviewView
from roadmapc.schedule.from_plan import duties
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.text.dates import digits
from roadmapc.text.plural import counted

Part = Review | PlanPair
"""A plan that both folders have, reviewed; or a pair of which one side is missing."""


def folder_view(parts: Sequence[Part]) -> ReviewView:
    """Every plan under its own title, below one line for all; a single plan speaks for itself."""
    views = tuple(map(_view, parts))
    if not views:
        return ReviewView(NOTHING, ())
    return ReviewView("" if len(views) == 1 else _summary(parts, views), views)


def _summary(parts: Sequence[Part], views: Sequence[ChangesView]) -> str:
    """How many plans, and how much there is to read of those that both folders have."""
    substantive = sum(len(view.substantive) for view in views)
    editorial = sum(len(view.editorial) for view in views)
    rows = (total(substantive, editorial),) if substantive or editorial else ()
    return "; ".join((_counted(parts), *rows))


def _counted(parts: Sequence[Part]) -> str:
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
