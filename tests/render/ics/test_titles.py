"""What a calendar shows of a day: how much, on which day, under which title."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.calendar.workdays import WorkCalendar
from roadmapc.compiled import Compiled
from roadmapc.render.agenda.view import AgendaView, OccurrenceView
from roadmapc.render.answers.calendar_json import calendars_json
from roadmapc.render.ics.event import EVENTS, EntryForm, EntryKind
from roadmapc.render.ics.files import calendars
from roadmapc.render.ics.summary import LENGTH, summaries

Make = Callable[..., AgendaView]
SIGNED = date(2021, 3, 18)


def events_of(content: bytes) -> list[icalendar.Event]:
    found: list[icalendar.Event] = icalendar.Calendar.from_ical(content).events
    return found


def days_of(event: icalendar.Event) -> Iterable[date]:
    return (event.start + timedelta(at) for at in range((event.end - event.start).days))


def is_last_of_month(day: date, work_calendar: WorkCalendar) -> bool:
    """Whether all that is due «в июне» or «в 2021 году» may fall on it."""
    return work_calendar.add_working_days(day, 1).month != day.month


def test_an_ordinary_day_has_few_entries(published: Any, plans: tuple[Compiled, ...]) -> None:
    for compiled in plans:
        for name, content in published(compiled.plan.id, "events").files.items():
            entries = Counter(day for event in events_of(content) for day in days_of(event))
            crowded = {day for day, count in entries.items() if count > 5}
            ordinary = {day for day in crowded if not is_last_of_month(day, compiled.calendar.work_calendar)}
            assert not ordinary, name


def test_every_dated_duty_has_an_event_on_its_day(published: Any, plans: tuple[Compiled, ...]) -> None:
    for compiled in plans:
        report = json.loads(calendars_json([compiled.calendar]))
        events = events_of(published(compiled.plan.id, "events").files["calendar.ics"])
        last_days = {event.uid: (event.end - timedelta(1)).isoformat() for event in events}
        assert last_days == {each["uid"]: each["due"] for each in report["occurrences"]}


def test_titles_are_short_and_tell_their_days_apart(
    plan: str, published: Any, plans: tuple[Compiled, ...]
) -> None:
    for content in published(plan, "events").files.values():
        titles = [(day, str(event["SUMMARY"])) for event in events_of(content) for day in days_of(event)]
        assert len(set(titles)) == len(titles)
        assert all(len(title) <= LENGTH for _, title in titles)


def test_names_of_calendars_are_those_of_bodies_and_plans(published: Any) -> None:
    files = published("yurga-2020", "events").files
    names = {
        name: str(icalendar.Calendar.from_ical(content)["X-WR-CALNAME"]) for name, content in files.items()
    }
    assert names["calendar.ics"] == "План по повышению качества общего… 2020–2021"
    assert names["officers/schools.ics"] == "ОО · План по повышению качества общего… 2020–2021"
    assert all(name.endswith(names["calendar.ics"]) for name in names.values())


def made(agenda: AgendaView, form: EntryForm = EVENTS) -> icalendar.Calendar:
    content = b"".join(dict(calendars(agenda, SIGNED, {}, form))["calendar.ics"])
    found: icalendar.Calendar = icalendar.Calendar.from_ical(content)
    return found


def shown(agenda: AgendaView, form: EntryForm = EVENTS) -> list[tuple[date, date, str]]:
    """First day, last day and title of each event."""
    return [(each.start, each.end - timedelta(1), str(each["SUMMARY"])) for each in made(agenda, form).events]


DUE = date(2021, 9, 10)
BARS = EntryForm(has_bars=True)


@pytest.mark.parametrize(
    ("first_day", "form", "is_event", "expected"),
    [
        (date(2021, 9, 4), EVENTS, False, (date(2021, 9, 4), DUE, "1 Отчёт · с 04.09")),
        (date(2021, 9, 3), EVENTS, False, (DUE, DUE, "1 Отчёт · с 03.09")),
        (date(2020, 9, 3), EVENTS, False, (DUE, DUE, "1 Отчёт · с 03.09.2020")),
        (date(2021, 9, 3), EVENTS, True, (date(2021, 9, 3), DUE, "1 Отчёт · с 03.09")),
        (date(2021, 9, 3), BARS, False, (date(2021, 9, 3), DUE, "1 Отчёт · с 03.09")),
        (date(2021, 1, 1), BARS, False, (SIGNED, DUE, "1 Отчёт · с 01.01")),
    ],
    ids=["a week", "longer", "since last year", "an event", "bars", "bars since before the order"],
)
def test_a_window(
    agenda_of: Make,
    first_day: date,
    form: EntryForm,
    is_event: bool,
    expected: tuple[date, date, str],
) -> None:
    agenda = agenda_of("Отчёт", first_day=first_day, nominal=DUE, due=DUE, is_event=is_event)
    assert shown(agenda, form) == [expected]


def test_what_was_due_before_the_order_stays_on_its_day(agenda_of: Make) -> None:
    due = date(2021, 2, 26)
    agenda = agenda_of("Отчёт", first_day=date(2021, 2, 22), nominal=due, due=due)
    assert shown(agenda) == [(due, due, "1 Отчёт · с 22.02")]


def test_a_task_keeps_the_start_of_its_window(agenda_of: Make) -> None:
    agenda = agenda_of("Отчёт", first_day=date(2021, 4, 1), nominal=DUE, due=DUE)
    [task] = made(agenda, EntryForm(EntryKind.TASK)).todos
    assert (task["DTSTART"].dt, task["DUE"].dt) == (date(2021, 4, 1), DUE)


LONG = "Представление отчётных сведений муниципального уровня об итогах работы "


@pytest.mark.parametrize(
    ("occurrences", "expected"),
    [
        (
            [(LONG + "школ", "", ""), (LONG + "школ", "школы", "")],
            [
                "1 Представление отчётных сведений муниципального уровня…",
                "1 Представление отчётных сведений муниципального… · школы",
            ],
        ),
        ([(LONG + "школ", "", ""), (LONG + "садов", "", "")], [
                "1 Представление отчётных сведений муниципального… · …школ",
                "1 Представление отчётных сведений муниципального… · …садов",
            ]),
        (
            [(LONG, "организации, в которых больше тысячи учеников", ""),
             (LONG, "организации, в которых меньше тысячи учеников", "")],
            [
                "1 Представление отчётных сведений… · …больше тысячи учеников",
                "1 Представление отчётных сведений… · …меньше тысячи учеников",
            ],
        ),
        ([("Отчёт", "", "до 1 мая"), ("Отчёт", "", "к майским")], ["1 Отчёт", "1 Отчёт · к майским"]),
        ([("Отчёт", "", ""), ("Отчёт", "", "")], ["1 Отчёт", "1 Отчёт · 2-й"]),
    ],
    ids=["audience", "deed", "audiences that begin alike", "phrase", "nothing"],
)  # fmt: skip
def test_neighbours_are_told_apart(
    agenda_of: Make, occurrences: list[tuple[str, str, str]], expected: list[str]
) -> None:
    """Duties of one number, as two tables of an appendix have them, and one duty of several deadlines."""
    [pattern] = agenda_of("Отчёт").occurrences
    duties = {text: _with(pattern, text) for text, *_ in occurrences}
    given = [
        duties[text]._replace(uid=str(at), audience=audience, phrase=phrase)
        for at, (text, audience, phrase) in enumerate(occurrences)
    ]
    assert list(summaries(given).values()) == expected


def _with(occurrence: OccurrenceView, text: str) -> OccurrenceView:
    fields = {name: getattr(occurrence.duty, name) for name in occurrence.duty.__slots__}
    return occurrence._replace(duty=occurrence.duty.__class__(**fields | {"text": text, "brief": text}))


words = st.text("абв -,.(«№", max_size=90)


@given(st.lists(st.tuples(words, words, words, st.sampled_from([DUE, date(2020, 1, 1)])), max_size=6))
def test_any_titles_are_short_and_apart(agenda_of: Make, given: list[tuple[str, str, str, date]]) -> None:
    [pattern] = agenda_of("Отчёт").occurrences
    occurrences = [
        _with(pattern, text)._replace(
            uid=str(at), audience=audience, phrase=phrase, first_day=first_day, nominal=DUE, due=DUE
        )
        for at, (text, audience, phrase, first_day) in enumerate(given)
    ]
    titles = summaries(occurrences).values()
    assert len(set(titles)) == len(occurrences)
    assert all(len(title) <= LENGTH for title in titles)
