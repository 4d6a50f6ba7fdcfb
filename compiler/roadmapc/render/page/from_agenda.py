"""An agenda in the parts of the page."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

from roadmapc.model.act import Case
from roadmapc.render.agenda.view import NOBODY, AgendaView, DutyView, OccurrenceView, UndatedView
from roadmapc.render.page.view import (
    AssigneeChoice,
    DayDuties,
    DutyItem,
    FilterChoice,
    MonthBar,
    MonthDuties,
    PageView,
    Particular,
    YearStrip,
)
from roadmapc.text.dates import MONTHS_GENITIVE, WEEKDAYS, digits, month_and_year

_MEASURES = "Мероприятия без раздела"


def page_view(agenda: AgendaView) -> PageView:
    """Everything the page shows."""
    page = _Page(agenda)
    months = tuple(page.months())
    undated = tuple(map(page.undated_item, agenda.undated))
    counts = {month.key: sum(len(day.items) for day in month.days) for month in months}
    return PageView(
        title=agenda.name,
        plans=agenda.plans,
        totals=f"Сроков: {sum(counts.values())}, без даты: {len(undated)}",
        bodies=page.choices(is_official=False),
        officials=page.choices(is_official=True),
        sections=tuple(FilterChoice(value, label) for (_, label), value in page.sections.items()),
        years=tuple(_years(counts)),
        months=months,
        undated=undated,
    )


class _Page:
    """Numbers what can be chosen, so that items refer to it briefly."""

    def __init__(self, agenda: AgendaView) -> None:
        self.sections: dict[tuple[str, str], str] = {}
        self._agenda = agenda
        self._is_joint = len(agenda.plans) > 1
        self._numbers = {assignee: str(at) for at, assignee in enumerate(agenda.assignees)}
        for duty in agenda.duties:
            self.sections.setdefault(self._section(duty), str(len(self.sections)))
        self._items = {id(duty): self._of_duty(duty) for duty in agenda.duties}

    def choices(self, *, is_official: bool) -> tuple[AssigneeChoice, ...]:
        assignees = [each for each in self._numbers if each.is_official == is_official]
        return tuple(AssigneeChoice(each.key, self._numbers[each], each.name) for each in assignees)

    def months(self) -> Iterator[MonthDuties]:
        days = groupby(self._agenda.occurrences, key=lambda each: each.due)
        read = ((due, tuple(self._rows(occurrences))) for due, occurrences in days)
        for month, group in groupby(read, key=lambda each: each[0].replace(day=1)):
            in_month = f"{MONTHS_GENITIVE[month.month - 1]} {month.year}"
            yield MonthDuties(
                key=_key(month),
                heading=month_and_year(month).capitalize(),
                days=tuple(
                    DayDuties(due.isoformat(), due.day, in_month, WEEKDAYS[due.weekday()], items)
                    for due, items in group
                ),
            )

    def _rows(self, occurrences: Iterable[OccurrenceView]) -> Iterator[DutyItem]:
        """The rows of a day: a duty that binds several audiences at one hour stands in one of them."""
        rows: dict[tuple[int, str], list[OccurrenceView]] = {}
        for occurrence in occurrences:
            rows.setdefault((id(occurrence.duty), occurrence.when_and_where), []).append(occurrence)
        for (_, when_and_where), row in rows.items():
            starts = {each.window_start for each in row}
            start = starts.pop() if len(starts) == 1 else None
            since = f"с {digits(start)}" if start else ""
            # a day that binds some by name and all the others with them binds all
            audiences = tuple(dict.fromkeys(each.audience for each in row))
            whom = "" if "" in audiences else f"Для кого: {'; '.join(audiences)}"
            facts = dict.fromkeys(fact for each in row for fact in _dates(each))
            yield self._item(row[0].duty, whom, (since, when_and_where), facts)

    def undated_item(self, undated: UndatedView) -> DutyItem:
        """A duty without a date, with the phrase and the reason."""
        return self._item(undated.duty, undated.why, (), ())

    def _item(
        self, duty: DutyView, note: str, brief: tuple[str, ...], facts: Iterable[Particular]
    ) -> DutyItem:
        item = self._items[id(duty)]
        return item._replace(
            note=note,
            brief=" · ".join(filter(None, (*brief, item.brief))),
            facts=(*facts, *item.facts),
        )

    def _of_duty(self, duty: DutyView) -> DutyItem:
        """What its rows have in common."""
        return DutyItem(
            number=duty.label,
            text=duty.text,
            who=" ".join(self._numbers[assignee] for assignee in duty.assignees),
            section=self.sections[self._section(duty)],
            color=duty.color,
            note="",
            brief=duty.lead or NOBODY.name,
            facts=tuple(self._facts(duty)),
        )

    def _section(self, duty: DutyView) -> tuple[str, str]:
        """The section with its plan, since plans have sections of the same name."""
        label = _label(duty)
        return (duty.plan.id, f"{duty.plan.id}: {label}" if self._is_joint else label)

    def _facts(self, duty: DutyView) -> Iterator[Particular]:
        if duty.others:
            yield Particular("Соисполнители", duty.others)
        if duty.participants:
            yield Particular("Участвуют", duty.participants)
        if duty.result:
            yield Particular("Результат", duty.result)
        yield Particular("Раздел", _label(duty))
        if self._is_joint:
            yield Particular("Документ", duty.plan.order)


def _label(duty: DutyView) -> str:
    """Where the duty stands; a measure is never called a clause."""
    if duty.is_clause:
        return f"Пункты {duty.plan.kind.noun(Case.GENITIVE)}"
    section = duty.section or _MEASURES
    return f"Приложение № {duty.appendix}. {section}" if duty.appendix else section


def _dates(occurrence: OccurrenceView) -> Iterator[Particular]:
    """How the day came about; of one audience of several, under its name."""
    start = f"с {digits(occurrence.window_start)}; " if occurrence.window_start else ""
    whose = f" ({occurrence.audience})" if occurrence.audience else ""
    yield Particular("Срок", f"{start}«{occurrence.phrase}»{whose}")
    if occurrence.rule.casefold() != occurrence.phrase.casefold():
        yield Particular("Понят так", occurrence.rule)
    if occurrence.when_and_where:
        zone = f" ({occurrence.time_zone})" if occurrence.hours and occurrence.time_zone else ""
        yield Particular("Когда и где", f"{occurrence.when_and_where}{zone}")
    if occurrence.moved:
        yield Particular("День по плану", f"{digits(occurrence.nominal)} – {occurrence.moved}")
    if occurrence.amended:
        yield Particular("Изменение", occurrence.amended)
    if occurrence.other_due:
        yield Particular("Последний день", f"{digits(occurrence.other_due)} {occurrence.other_custom}")


def _years(counts: Mapping[str, int]) -> Iterator[YearStrip]:
    """Twelve bars a year, each as high as its share of the fullest month; `counts` are rows by month."""
    peak = max(counts.values(), default=1)
    years = [int(key[:4]) for key in counts]
    for year in range(min(years, default=1), max(years, default=0) + 1):
        bars = []
        for month in (date(year, number, 1) for number in range(1, 13)):
            key, name = _key(month), month_and_year(month)
            count = counts.get(key, 0)
            bars.append(MonthBar(key, name[:3], name[3:], count, f"{count / peak:.3f}"))
        yield YearStrip(year, tuple(bars))


def _key(month: date) -> str:
    return month.isoformat()[:7]
