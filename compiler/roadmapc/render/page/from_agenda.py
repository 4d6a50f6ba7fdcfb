"""An agenda in the parts of the page."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from roadmapc.model.act import Case
from roadmapc.render.agenda.load import Load, load
from roadmapc.render.agenda.view import AgendaView, DutyView, OccurrenceView, UndatedView
from roadmapc.render.page.view import DutyItem, FilterChoice, MonthBar, MonthDuties, PageView, YearStrip
from roadmapc.text.dates import WEEKDAYS, digits, month_and_year


def page_view(agenda: AgendaView) -> PageView:
    """Everything the page shows."""
    page = _Page(agenda)
    return PageView(
        title=agenda.title,
        plans=agenda.plans,
        bodies=page.choices(is_official=False),
        officials=page.choices(is_official=True),
        sections=tuple(FilterChoice(value, label) for (_, label), value in page.sections.items()),
        years=tuple(_years(load(agenda))),
        months=tuple(page.months()),
        undated=tuple(map(page.undated_item, agenda.undated)),
    )


class _Page:
    """Numbers what can be chosen, so that items refer to it briefly."""

    def __init__(self, agenda: AgendaView) -> None:
        self.sections: dict[tuple[str, str], str] = {}
        self._agenda = agenda
        self._is_joint = len(agenda.plans) > 1
        self._numbers = {assignee: str(at) for at, assignee in enumerate(agenda.assignees)}
        dated = [each.duty for each in agenda.occurrences]
        for duty in (*dated, *(each.duty for each in agenda.undated)):
            self.sections.setdefault(self._section(duty), str(len(self.sections)))

    def choices(self, *, is_official: bool) -> tuple[FilterChoice, ...]:
        assignees = self._numbers.items()
        return tuple(FilterChoice(at, each.name) for each, at in assignees if each.is_official == is_official)

    def months(self) -> Iterator[MonthDuties]:
        for month, group in groupby(self._agenda.occurrences, key=lambda each: each.due.replace(day=1)):
            yield MonthDuties(_key(month), month_and_year(month).capitalize(), tuple(map(self._item, group)))

    def _item(self, occurrence: OccurrenceView) -> DutyItem:
        duty, due = occurrence.duty, occurrence.due
        audience = f" ({occurrence.audience})" if occurrence.audience else ""
        return DutyItem(
            duty=duty,
            text=f"{duty.text}{audience}",
            who=self._who(duty),
            section=self.sections[self._section(duty)],
            day=due.isoformat(),
            date=digits(due),
            weekday=WEEKDAYS[due.weekday()],
            notes=(*_dates(occurrence), *self._notes(duty)),
        )

    def undated_item(self, undated: UndatedView) -> DutyItem:
        """A duty without a date, with the phrase and the reason."""
        duty = undated.duty
        section, notes = self.sections[self._section(duty)], (undated.why, *self._notes(duty))
        return DutyItem(duty, duty.text, self._who(duty), section, "", "", "", notes)

    def _who(self, duty: DutyView) -> str:
        return " ".join(self._numbers[assignee] for assignee in duty.assignees)

    def _section(self, duty: DutyView) -> tuple[str, str]:
        """The section with its plan, since plans have sections of the same name."""
        label = duty.section or f"Пункты {duty.plan.kind.noun(Case.GENITIVE)}"
        return (duty.plan.id, f"{duty.plan.id}: {label}" if self._is_joint else label)

    def _notes(self, duty: DutyView) -> Iterator[str]:
        others = f"; вместе с: {duty.others}" if duty.others else ""
        yield f"Исполняет: {duty.lead}{others}" if duty.lead else "Исполнитель не назван"
        if duty.result:
            yield f"Результат: {duty.result}"
        place = duty.section or f"Пункт {duty.plan.kind.noun(Case.GENITIVE)}"
        yield f"{duty.plan.order}. {place}" if self._is_joint else place


def _dates(occurrence: OccurrenceView) -> Iterator[str]:
    start = f"с {digits(occurrence.window_start)}; " if occurrence.window_start else ""
    yield f"Срок: {start}«{occurrence.phrase}»"
    if occurrence.when_and_where:
        yield occurrence.when_and_where[0].upper() + occurrence.when_and_where[1:]
    if occurrence.moved:
        yield f"По плану {digits(occurrence.nominal)} – {occurrence.moved}"
    if occurrence.other_due:
        yield f"Последний день {occurrence.other_custom}: {digits(occurrence.other_due)}"


def _years(duties: Load) -> Iterator[YearStrip]:
    """Twelve bars a year, each as high as its share of the fullest month."""
    peak = max(duties.totals.values(), default=1)
    for year in sorted({month.year for month in duties.months}):
        bars = []
        for month in (date(year, number, 1) for number in range(1, 13)):
            count, name = duties.totals[month], month_and_year(month)
            bars.append(MonthBar(_key(month), name[:3], name[3:], count, f"{count / peak:.3f}"))
        yield YearStrip(year, tuple(bars))


def _key(month: date) -> str:
    return month.isoformat()[:7]
