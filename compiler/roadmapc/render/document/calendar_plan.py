"""The calendar plan of an order: all its dates month by month, then what has no date.

A signed order prints the days that its plan names; where the office's convention moves one off a day off,
the day by which to act stands under it.
"""

from collections.abc import Hashable, Iterator, Sequence
from datetime import date, time
from itertools import count, groupby

from roadmapc.model.act import Case
from roadmapc.model.plan import Measures, Plan
from roadmapc.model.printed import executor_text, paragraphs, separated
from roadmapc.model.profile import Wording
from roadmapc.model.provision import ProvisionKind
from roadmapc.render.document.folded import folded
from roadmapc.render.document.view import ColumnView, MeasureRow, MeasuresView, SectionRow
from roadmapc.schedule.plan_calendar import Duty, Entry, PlanCalendar
from roadmapc.text.dates import MONTHS_GENITIVE, digits, month_and_year
from roadmapc.text.hours import event_in_words

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
    return MeasuresView(_COLUMNS, tuple(_rows(calendar, wording)))


def _rows(calendar: PlanCalendar, wording: Wording) -> Iterator[SectionRow | MeasureRow]:
    """Rows numbered one after another, through all months."""
    printed, ordinals = _printed_numbers(calendar.plan), count(1)
    stop = "." if wording.has_number_stop else ""

    def row(duty: Duty, *term: str) -> MeasureRow:
        executors = separated(paragraphs(*map(executor_text, duty.executors)))
        texts = ((f"{next(ordinals)}{stop}",), term, (_text(duty, printed, calendar.plan),))
        return MeasureRow((*(paragraphs(*lines) for lines in texts), executors))

    entries = sorted(calendar.entries, key=_in_time)
    for month, group in groupby(entries, key=lambda entry: entry.occurrence.nominal.replace(day=1)):
        yield SectionRow(f"{month_and_year(month).capitalize()} года", 1)
        for first, *others in folded(group, _alike):
            days = _days([entry.occurrence.nominal for entry in (first, *others)]) if others else ""
            yield row(first.duty, *_term(first, days))
    if calendar.undated:
        yield SectionRow(_UNDATED, 1)
    for undated in calendar.undated:
        yield row(undated.duty, undated.phrase or _NO_DEADLINE)


def _in_time(entry: Entry) -> tuple[date, time]:
    return entry.occurrence.nominal, entry.occurrence.time or time.min


def _printed_numbers(plan: Plan) -> dict[str, str]:
    """Numbers of measures by id, of those whose tables print them: by no other can a reader find a row."""
    numbers: dict[str, str] = {}
    for appendix in plan.appendices:
        for part in appendix.parts:
            if isinstance(part, Measures) and "number" in [column.key for column in part.columns]:
                sections = part.walk()
                numbers |= {each.id: each.number for section in sections for each in section.measures}
    return numbers


def _text(duty: Duty, printed_numbers: dict[str, str], plan: Plan) -> str:
    """After the number by which it is found in the order."""
    if duty.kind is ProvisionKind.CLAUSE:
        if not duty.number:
            return duty.text
        return f"Пункт {duty.number} {plan.order.kind.noun(Case.GENITIVE)}. {duty.text}"
    number = printed_numbers.get(duty.id)
    return f"{number}. {duty.text}" if number else duty.text


def _alike(entry: Entry) -> Hashable | None:
    """What dates share that only the day tells apart; `None` for a window and for what was moved."""
    occurrence = entry.occurrence
    if occurrence.due != occurrence.nominal or occurrence.first_day not in (None, occurrence.nominal):
        return None
    hours = (occurrence.time, occurrence.end_time)
    return id(entry.duty), id(entry.term), occurrence.audience, hours, occurrence.place


def _days(days: Sequence[date]) -> str:
    """«1–5, 8–12 марта 2021 года»: all of them, so that a signed order says no less than its calendar."""
    spans: list[list[int]] = []
    for day in days:
        if spans and day.day == spans[-1][-1] + 1:
            spans[-1].append(day.day)
        else:
            spans.append([day.day])
    numbers = ", ".join(f"{span[0]}–{span[-1]}" if len(span) > 1 else f"{span[0]}" for span in spans)
    return f"{numbers} {MONTHS_GENITIVE[days[0].month - 1]} {days[0].year} года"


def _term(entry: Entry, several: str) -> tuple[str, ...]:
    """The days as the plan has them, then what an officer must know besides; empty where there is nothing.

    `several` are the days of a line of many dates, else empty.
    """
    occurrence = entry.occurrence
    days = several or digits(occurrence.nominal)
    if not several and occurrence.first_day is not None and occurrence.first_day < occurrence.nominal:
        days = f"с {digits(occurrence.first_day)} по {days}"
    is_moved = occurrence.due != occurrence.nominal
    moved = f"исполнить не позднее {digits(occurrence.due)}" if is_moved else ""
    event = event_in_words(occurrence.time, occurrence.end_time, occurrence.place)
    checkpoint = f"контрольный срок («{entry.term.deadline.text}»)" if entry.term.checkpoint else ""
    days = f"{occurrence.audience}: {days}" if occurrence.audience else days
    return days, event, checkpoint, moved
