"""An agenda for a terminal: months, then what has no date and why."""

from collections.abc import Hashable, Iterator
from datetime import date
from itertools import groupby
from typing import NamedTuple

from roadmapc.render.agenda.view import AgendaView, DutyView, OccurrenceView
from roadmapc.render.document.folded import folded
from roadmapc.schedule.asked import DaySpan
from roadmapc.text.dates import WEEKDAYS, digits, month_and_year
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened

_WIDTH = 64
"""Characters of a duty's text."""


class Colours(NamedTuple):
    """What a terminal is told before a kind of words, and after it."""

    heading: str
    moved: str
    """Of days that were moved off a day off."""
    note: str
    end: str


PLAIN = Colours("", "", "", "")
COLOURED = Colours("\x1b[1m", "\x1b[33m", "\x1b[2m", "\x1b[0m")


def calendar_table(agenda: AgendaView, summary: str = "", colours: Colours = PLAIN) -> str:
    """The report of `calendar`; `summary` is said before everything else."""
    return "\n".join(_TableLines(agenda, colours).all(summary)) + "\n"


def span_summary(span: DaySpan, count: int, following: date | None) -> str:
    """How much is due in the days asked about; if nothing is, when something will be."""
    first_day, last_day = span
    days = " ".join(
        f"{word} {digits(day)}" for word, day in (("с", first_day), ("по", last_day)) if day is not None
    )
    if count:
        return f"{days.capitalize()}: {counted(count, 'срок', 'срока', 'сроков')}"
    nearest = f", ближайший – {digits(following)}" if following else ""
    return f"{days.capitalize()} сроков нет{nearest}"


def _alike(occurrence: OccurrenceView) -> Hashable | None:
    """What dates share that only the day tells apart; `None` for a window and for what was moved."""
    if occurrence.moved or occurrence.first_day < occurrence.due:
        return None
    hours = occurrence.time, occurrence.end_time
    return id(occurrence.duty), occurrence.phrase, occurrence.audience, hours, occurrence.place


class _TableLines:
    """The lines of an agenda."""

    def __init__(self, agenda: AgendaView, colours: Colours) -> None:
        self._agenda = agenda
        self._colours = colours
        self._is_joint = len(agenda.plans) > 1
        duties = agenda.duties
        labels = {id(duty): duty.label for duty in duties}
        width = max(map(len, labels.values()), default=0)
        self._indent = " " * width
        """As wide as the column of labels."""
        self._below_day = f"{'':13}  {self._indent}"
        """The same behind a day."""
        self._deeds = {
            id(duty): f"{labels[id(duty)]:<{width}} {shortened(duty.brief, _WIDTH)}" for duty in duties
        }
        """What lines say of duties, which come again and again."""
        self._executors = {id(duty): "; ".join(filter(None, (duty.lead, duty.others))) for duty in duties}

    def all(self, summary: str) -> Iterator[str]:
        """The summary, else that there is nothing; under each month what is due; what has no date."""
        occurrences, undated, heading = self._agenda.occurrences, self._agenda.undated, self._colours.heading
        is_empty = not occurrences and not undated
        if summary or is_empty:
            yield summary or "Сроков нет"
        if summary and not is_empty:
            yield ""
        for month, group in groupby(occurrences, key=lambda each: each.due.replace(day=1)):
            yield self._in(heading, month_and_year(month).capitalize())
            for line in folded(group, _alike):
                yield self._occurrence(*line)
            yield ""
        if undated:
            yield self._in(heading, "Без даты")
        for each in undated:
            yield f"  {self._deeds[id(each.duty)]}"
            yield self._notes(self._indent, each.duty, each.why)

    def _occurrence(self, occurrence: OccurrenceView, *others: OccurrenceView) -> str:
        """A date, and how often it comes again in the month: two lines."""
        duty, due = occurrence.duty, occurrence.due
        day = f"{digits(due)} {WEEKDAYS[due.weekday()]}"
        shown = self._in(self._colours.moved, day) if occurrence.moved else day
        again = ""
        if others:
            times = counted(len(others) + 1, "день", "дня", "дней")
            again = f"{occurrence.phrase}: {times} по {digits(others[-1].due)}"
        start = f"с {digits(occurrence.first_day)}" if occurrence.first_day < due else ""
        nominal = f"по плану {digits(occurrence.nominal)}" if due != occurrence.nominal else ""
        where = (occurrence.hours, occurrence.place, occurrence.audience)
        notes = (again, start, nominal, *where, occurrence.amended)
        return f"  {shown}  {self._deeds[id(duty)]}\n{self._notes(self._below_day, duty, *notes)}"

    def _notes(self, indent: str, duty: DutyView, *notes: str) -> str:
        """The plan, if there are several, the notes, the executors."""
        words = (duty.plan.id if self._is_joint else "", *notes, self._executors[id(duty)])
        return f"  {indent} {self._in(self._colours.note, ' · '.join(filter(None, words)))}"

    def _in(self, colour: str, text: str) -> str:
        return f"{colour}{text}{self._colours.end}"
