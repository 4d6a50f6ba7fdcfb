"""The calendar plan of an order: all its dates month by month, then what has no date.

A signed order prints the days that its plan names; where the office's convention moves one off a day off,
the day by which to act stands under it.
"""

from collections.abc import Iterator
from itertools import groupby

from roadmapc.model.plan import Measures, Plan
from roadmapc.model.printed import executor_text, paragraphs
from roadmapc.model.profile import Wording
from roadmapc.model.provision import ProvisionKind
from roadmapc.render.document.view import ColumnView, MeasureRow, MeasuresView, SectionRow
from roadmapc.schedule.plan_calendar import Duty, Entry, PlanCalendar
from roadmapc.text.dates import digits, month_and_year

_COLUMNS = (
    ColumnView("number", "№ п/п"),
    ColumnView("deadline", "Срок"),
    ColumnView("measure", "Мероприятие"),
    ColumnView("executors", "Исполнители"),
)
_UNDATED = "Без календарной даты"
_NO_DEADLINE = "не установлен"


def calendar_plan(calendar: PlanCalendar, wording: Wording) -> MeasuresView:
    """The table of a calendar plan."""
    return MeasuresView(_COLUMNS, tuple(_Writer(calendar, wording).rows()))


class _Writer:
    """Numbers rows one after another, through all months."""

    def __init__(self, calendar: PlanCalendar, wording: Wording) -> None:
        self._calendar = calendar
        self._numbers = _printed_numbers(calendar.plan)
        self._stop = "." if wording.has_number_stop else ""
        self._count = 0

    def rows(self) -> Iterator[SectionRow | MeasureRow]:
        entries = sorted(self._calendar.entries, key=lambda entry: entry.occurrence.nominal)
        for month, group in groupby(entries, key=lambda entry: entry.occurrence.nominal.replace(day=1)):
            yield SectionRow(f"{month_and_year(month).capitalize()} года", 1)
            for entry in group:
                yield self._row(entry.duty, _term(entry))
        if self._calendar.undated:
            yield SectionRow(_UNDATED, 1)
        for each in self._calendar.undated:
            yield self._row(each.duty, (each.phrase or _NO_DEADLINE,))

    def _row(self, duty: Duty, term: tuple[str, ...]) -> MeasureRow:
        self._count += 1
        return MeasureRow(
            (
                paragraphs(f"{self._count}{self._stop}"),
                paragraphs(*term),
                paragraphs(self._text(duty)),
                paragraphs(*map(executor_text, duty.executors)),
            )
        )

    def _text(self, duty: Duty) -> str:
        """After the number by which it is found in the order."""
        if duty.kind is ProvisionKind.CLAUSE:
            return f"Пункт {duty.number} приказа. {duty.text}"
        number = self._numbers.get(duty.id)
        return f"{number}. {duty.text}" if number else duty.text


def _printed_numbers(plan: Plan) -> dict[str, str]:
    """Numbers of the measures whose tables print them."""
    parts = [part for appendix in plan.appendices for part in appendix.parts]
    tables = [part for part in parts if isinstance(part, Measures)]
    numbered = [table for table in tables if "number" in [column.key for column in table.columns]]
    sections = [section for table in numbered for section in table.walk()]
    return {measure.id: measure.number for section in sections for measure in section.measures}


def _term(entry: Entry) -> tuple[str, ...]:
    """The days as the plan has them, then what an officer must know besides; empty where there is nothing."""
    found = entry.occurrence
    days = digits(found.nominal)
    if found.first_day is not None and found.first_day < found.nominal:
        days = f"с {digits(found.first_day)} по {days}"
    moved = f"исполнить не позднее {digits(found.due)}" if found.due != found.nominal else ""
    checkpoint = f"контрольный срок («{entry.term.deadline.text}»)" if entry.term.checkpoint else ""
    return f"{found.audience}: {days}" if found.audience else days, checkpoint, moved
