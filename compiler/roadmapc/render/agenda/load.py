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
    of_body: dict[Assignee, Counter[date]]
    """By month for each body, the most loaded first; an occurrence of two bodies counts for both."""


def load(agenda: AgendaView) -> Load:
    """The load that an agenda brings."""
    totals: Counter[date] = Counter()
    of_body = {assignee: Counter[date]() for assignee in agenda.assignees if not assignee.is_official}
    for occurrence in agenda.occurrences:
        month = occurrence.due.replace(day=1)
        totals[month] += 1
        for assignee in occurrence.duty.assignees:
            if not assignee.is_official:
                of_body[assignee][month] += 1
    ranked = sorted(of_body.items(), key=lambda item: -item[1].total())
    return Load(tuple(_months(totals)), totals, dict(ranked))


def _months(totals: Counter[date]) -> Iterator[date]:
    if not totals:
        return
    month, last = min(totals), max(totals)
    while month <= last:
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)
