"""What was published before decides what is published next."""

from collections.abc import Callable
from datetime import date, time, timedelta

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.render.agenda.view import AgendaView, Assignee
from roadmapc.render.ics.component import Component
from roadmapc.render.ics.event import EVENTS, EntryForm, EntryKind
from roadmapc.render.ics.files import calendars
from roadmapc.render.ics.revision import Published, Revision, read, written

FIRST, LATER, LAST = date(2021, 3, 18), date(2021, 6, 1), date(2021, 9, 1)
Files = dict[str, bytes]
Make = Callable[..., AgendaView]


def seen(content: bytes) -> dict[str, tuple[int, date, str]]:
    """Number of the revision, its day, and the status, by the summary."""
    events = icalendar.Calendar.from_ical(content).events
    return {
        str(each["SUMMARY"]): (each["SEQUENCE"], each.LAST_MODIFIED.date(), str(each.get("STATUS", "")))
        for each in events
    }


def issue(agenda: AgendaView, day: date, earlier: Files | None = None, form: EntryForm = EVENTS) -> Files:
    made = calendars(agenda, day, earlier or {}, form)
    return {name: b"".join(pieces) for name, pieces in made}


def test_the_first_issue_has_no_history(agenda_of: Make) -> None:
    assert seen(issue(agenda_of("Отчёт"), FIRST)["calendar.ics"]) == {"1 Отчёт": (0, FIRST, "")}


def test_an_unchanged_event_keeps_its_revision(agenda_of: Make) -> None:
    first = issue(agenda_of("Отчёт", "Сбор"), FIRST)
    assert issue(agenda_of("Отчёт", "Сбор"), LATER, first) == first


def test_a_changed_event_has_the_next_revision(agenda_of: Make) -> None:
    first = issue(agenda_of("Отчёт", "Сбор"), FIRST)
    second = issue(agenda_of("Отчёт", "Большой сбор"), LATER, first)
    third = issue(agenda_of("Отчёт", "Сбор"), LAST, second)
    assert seen(second["calendar.ics"]) == {"1 Отчёт": (0, FIRST, ""), "2 Большой сбор": (1, LATER, "")}
    assert seen(third["calendar.ics"]) == {"1 Отчёт": (0, FIRST, ""), "2 Сбор": (2, LAST, "")}


def test_a_moved_event_is_the_same_event(agenda_of: Make) -> None:
    first = issue(agenda_of("Отчёт"), FIRST)
    day = date(2021, 9, 2)
    second = issue(agenda_of("Отчёт", first_day=day, nominal=day, due=day), LATER, first)
    [before], [after] = (
        icalendar.Calendar.from_ical(each["calendar.ics"]).events for each in (first, second)
    )
    assert (before.uid, before.start) == (after.uid, day - timedelta(1))
    assert (after.start, after["SEQUENCE"]) == (day, 1)


def test_a_vanished_event_is_cancelled_once(agenda_of: Make) -> None:
    first = issue(agenda_of("Отчёт", "Сбор"), FIRST)
    second = issue(agenda_of("Отчёт"), LATER, first)
    third = issue(agenda_of("Отчёт"), LAST, second)
    assert seen(second["calendar.ics"]) == {
        "1 Отчёт": (0, FIRST, ""),
        "Отменено: 2 Сбор": (1, LATER, "CANCELLED"),
    }
    assert third == second


def test_an_event_that_comes_back_is_no_longer_cancelled(agenda_of: Make) -> None:
    issues = issue(agenda_of("Отчёт", "Сбор"), FIRST)
    for day, texts in ((LATER, ("Отчёт",)), (LAST, ("Отчёт", "Сбор"))):
        issues = issue(agenda_of(*texts), day, issues)
    assert seen(issues["calendar.ics"])["2 Сбор"] == (2, LAST, "")


def test_whoever_lost_a_duty_is_told(agenda_of: Make) -> None:
    """The event lives on for another; in the old executor's calendar it is cancelled."""
    agenda = agenda_of("Отчёт")
    first = issue(agenda, FIRST)
    [occurrence] = agenda.occurrences
    other = Assignee("library", "Библиотека", is_official=False)
    duty = occurrence.duty.__class__(
        **{name: getattr(occurrence.duty, name) for name in occurrence.duty.__slots__}
        | {"lead": "Библиотека", "assignees": (other,)}
    )
    handed_over = AgendaView("О плане", agenda.plans, (occurrence._replace(duty=duty),), (), (other,))
    second = issue(handed_over, LATER, first)
    assert seen(second["officers/school.ics"]) == {"Отменено: 1 Отчёт": (1, LATER, "CANCELLED")}
    assert seen(second["officers/library.ics"]) == {"1 Отчёт": (1, LATER, "")}
    assert issue(handed_over, LAST, second) == second


def test_a_cancelled_event_says_so_on_one_line_and_rings_no_more(agenda_of: Make) -> None:
    text = "Представить отчёт; копию, если надо, направить в архив управления образования"
    agenda = agenda_of(text, "Сбор", first_day=date(2021, 8, 1), reminders=(date(2021, 8, 18),))
    [kept] = [each for each in agenda.occurrences if each.duty.text == "Сбор"]
    first = issue(agenda, FIRST)
    second = issue(agenda._replace(occurrences=(kept,)), LATER, first)
    other, gone = icalendar.Calendar.from_ical(second["calendar.ics"]).events
    assert str(gone["SUMMARY"]) == "Отменено: 1 Представить отчёт; копию, если надо… · с 01.08"
    assert (gone["STATUS"], gone.alarms.times) == ("CANCELLED", [])
    assert len(other.alarms.times) == 1


def test_stamps_move_with_the_number_of_the_revision(agenda_of: Make) -> None:
    """On one day, and even if the next build bears an earlier day."""
    issues, stamps = issue(agenda_of("Отчёт"), LATER), []
    for text, day in (("Отчёт", LATER), ("Доклад", LATER), ("Отчёт", LATER), ("Доклад", FIRST)):
        issues = issue(agenda_of(text), day, issues)
        [event] = icalendar.Calendar.from_ical(issues["calendar.ics"]).events
        assert event.DTSTAMP == event.LAST_MODIFIED
        stamps.append((event["SEQUENCE"], event.DTSTAMP.isoformat()))
    assert stamps == [(at, f"2021-06-01T00:00:0{at}+00:00") for at in range(4)]


@pytest.mark.parametrize(
    ("written", "instead", "kept"),
    [
        ("Сбор".encode(), b"\xff\xfe", True),
        (b"20210318T", b"20219999T", False),
        (b"Europe/Moscow", b"Europe/Nowhere", True),
        (b"Europe/Moscow", b"../../etc/passwd", True),
        (b"Europe/Moscow:2021", b"Europe/Moscow:9999", True),
    ],
    ids=["no UTF-8", "no day", "no zone", "a path", "no year"],
)
def test_an_earlier_file_that_no_build_has_written_ends_none(
    agenda_of: Make, written: bytes, instead: bytes, kept: bool
) -> None:
    """One without a day is passed over; any other is cancelled, so far as it can be read."""
    agenda = agenda_of("Сбор", time=time(10), time_zone="Europe/Moscow")
    whole = issue(agenda, FIRST)["calendar.ics"]
    damaged = whole.replace(written, instead)
    assert damaged != whole
    second = issue(agenda_of("Отчёт")._replace(occurrences=()), LATER, {"calendar.ics": damaged})
    [*events] = icalendar.Calendar.from_ical(second["calendar.ics"]).events
    assert [event["STATUS"] for event in events] == (["CANCELLED"] if kept else [])
    assert (b"BEGIN:VTIMEZONE" in second["calendar.ics"]) == (kept and not written.startswith(b"Europe"))


def test_events_that_become_tasks_are_changed(agenda_of: Make) -> None:
    first = issue(agenda_of("Отчёт"), FIRST)
    second = issue(agenda_of("Отчёт"), LATER, first, EntryForm(EntryKind.TASK))
    calendar = icalendar.Calendar.from_ical(second["calendar.ics"])
    assert (len(calendar.events), [task["SEQUENCE"] for task in calendar.todos]) == (0, [1])


@pytest.mark.parametrize(
    "content", [b"", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", b"\x00\xff", b"BEGIN:VEVENT\r\nUID:x"]
)
def test_what_is_not_ours_is_passed_over(content: bytes, agenda_of: Make) -> None:
    agenda = agenda_of("Отчёт")
    assert issue(agenda, FIRST, {"calendar.ics": content}) == issue(agenda, FIRST)


lines = st.lists(
    st.binary(max_size=60).filter(lambda line: b"\r" not in line and b"\n" not in line), max_size=5
)
revisions = st.builds(Revision, st.dates(), st.integers(0, 999), st.booleans())
entries = st.lists(
    st.builds(
        lambda kind, uid, found, revision: Published(
            Component(kind, str(uid), b"".join(b"X:" + line + b"\r\n" for line in found)), revision
        ),
        st.sampled_from(EntryKind),
        st.uuids(),
        lines,
        revisions,
    ),
    unique_by=lambda entry: entry.component.uid,
)


@given(entries)
def test_entries_are_read_as_they_were_written(published: list[Published]) -> None:
    assert list(read(b"".join(map(written, published))).values()) == published


def test_reminders_come_on_the_morning_of_their_day(agenda_of: Make) -> None:
    days = (date(2021, 8, 18), date(2021, 8, 27))
    for form in (EVENTS, EntryForm(EntryKind.TASK)):
        content = issue(agenda_of("Отчёт", reminders=days), FIRST, form=form)["calendar.ics"]
        [entry] = [
            each for each in icalendar.Calendar.from_ical(content).walk() if each.name in ("VEVENT", "VTODO")
        ]
        base = entry["DUE"].dt if entry.name == "VTODO" else entry["DTSTART"].dt
        triggers = [alarm["TRIGGER"].dt for alarm in entry.walk("VALARM")]
        assert [trigger - timedelta(hours=9) for trigger in triggers] == [day - base for day in days]


@pytest.mark.parametrize(
    ("changes", "triggers"),
    [
        ({}, [timedelta(-15, 9 * 3600), timedelta(-6, 9 * 3600)]),
        # on the days of the window the second reminder would come too late for programs that count back
        ({"first_day": date(2021, 8, 27)}, [timedelta(-10, 9 * 3600), timedelta(-1, 9 * 3600)]),
        ({"time": time(4)}, [timedelta(-15, 5 * 3600), timedelta(-6, 5 * 3600)]),
    ],
    ids=["a day", "a window", "an hour"],
)
def test_reminders_come_before_the_start(
    agenda_of: Make, changes: dict[str, object], triggers: list[timedelta]
) -> None:
    """As minutes before the start, the only ones that Outlook and Google keep."""
    agenda = agenda_of("Отчёт", reminders=(date(2021, 8, 17), date(2021, 8, 26)), **changes)
    [event] = icalendar.Calendar.from_ical(issue(agenda, FIRST)["calendar.ics"]).events
    alarms = event.walk("VALARM")
    assert [alarm["TRIGGER"].dt for alarm in alarms] == triggers
    assert not any("RELATED" in alarm["TRIGGER"].params for alarm in alarms)


def test_nobody_is_reminded_unasked(agenda_of: Make) -> None:
    assert b"VALARM" not in issue(agenda_of("Отчёт"), FIRST)["calendar.ics"]
