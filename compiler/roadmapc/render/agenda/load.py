"""How much is due in which month, and by whom."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roadmapc.render.agenda.view import AgendaView, Assignee


@dataclass(frozen=True, slots=True)
class Load:
    """Counts of occurrences by the month of their due day."""

    months: tuple[date, ...]
    """First days, without gaps from the earliest to the latest; empty if nothing is due."""
    totals: Counter[date]
    """Every occurrence once, by month."""
    of_executor: dict[Assignee, Counter[date]]
    """By month for each executor, the most loaded first; an occurrence of two counts for both."""


def load(agenda: AgendaView) -> Load:
    """The load that an agenda brings."""
    totals: Counter[date] = Counter()
    executors = acting(agenda)
    of_executor = {executor: Counter[date]() for executor in executors}
    for occurrence in agenda.occurrences:
        month = occurrence.due.replace(day=1)
        totals[month] += 1
        for executor in occurrence.duty.executors:
            of_executor[executor][month] += 1
    ranked = sorted(of_executor.items(), key=lambda item: -item[1].total())
    return Load(tuple(_months(totals)), totals, dict(ranked))


def acting(agenda: AgendaView) -> tuple[Assignee, ...]:
    """Those who have duties themselves, not as heads of bodies, in the order of the agenda."""
    executors = {executor for duty in agenda.duties for executor in duty.executors}
    return tuple(assignee for assignee in agenda.assignees if assignee in executors)


def _months(totals: Counter[date]) -> Iterator[date]:
    if not totals:
        return
    month, last = min(totals), max(totals)
    while month <= last:
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
