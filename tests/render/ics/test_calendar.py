"""The calendar file as other programs read it."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.render.ics import calendar as ics
from roadmapc.render.ics.component import component
from roadmapc.render.ics.event import Event
from roadmapc.render.ics.revision import Published, Revision, written

SIGNED = date(2021, 3, 18)
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def event(
    summary: str = "Отчёт",
    *,
    description: str = "",
    categories: tuple[str, ...] = (),
    first_day: date = date(2021, 10, 1),
    last_day: date = date(2021, 10, 1),
    name: str = "2ea70d0a-0dcd-5496-b2ff-2fe25f0cf5bb",
) -> Event:
    return Event(name, first_day, last_day, summary, description, categories, "teal")


def calendar(name: str, events: Iterable[Event]) -> bytes:
    entries = [written(Published(component(each), Revision(SIGNED))) for each in events]
    return b"".join(ics.calendar(name, "", entries))


def read(content: bytes) -> list[icalendar.Event]:
    """The events as `icalendar` sees them, which must have no complaint."""
    found = icalendar.Calendar.from_ical(content)
    assert isinstance(found, icalendar.Calendar)
    assert found.errors == []
    events = found.events
    assert all(event.errors == [] for event in events)
    return events


def readable(text: str) -> str:
    """A text as a reader must get it: no control characters, one kind of line break."""
    return FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


hard = st.sampled_from('аЯ€😀 ,;:\\"\n\r\t\x00\x1f\x7fx\u2028\u0085\u00a0')
texts = st.text() | st.text(hard, max_size=20) | st.text(hard, min_size=70)
days = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def test_a_deadline_is_read_back_whole() -> None:
    written = event(
        "Отчёт; итоги, выводы", description="Строка 1\nC:\\планы", categories=("ОО, СОШ", "кадры")
    )
    [found] = read(calendar("План", [written]))
    assert found.uid == written.uid
    assert str(found["SUMMARY"]) == written.summary
    assert str(found["DESCRIPTION"]) == written.description
    assert found.categories == list(written.categories)
    assert found.start == date(2021, 10, 1)
    assert found.end == date(2021, 10, 2)
    assert found.DTSTAMP == found.LAST_MODIFIED == datetime(2021, 3, 18, tzinfo=UTC)
    assert found["TRANSP"] == "TRANSPARENT"


def test_a_window_ends_on_the_day_after_its_last_day() -> None:
    [found] = read(calendar("План", [event(first_day=date(2021, 2, 1), last_day=date(2021, 2, 28))]))
    assert (found.start, found.end) == (date(2021, 2, 1), date(2021, 3, 1))


def test_an_empty_calendar_has_a_head_and_a_name() -> None:
    assert calendar("План", []).decode() == (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//roadmapc//roadmapc//RU\r\nCALSCALE:GREGORIAN\r\n"
        "METHOD:PUBLISH\r\nNAME:План\r\nX-WR-CALNAME:План\r\n"
        "REFRESH-INTERVAL;VALUE=DURATION:P1D\r\nX-PUBLISHED-TTL:P1D\r\nEND:VCALENDAR\r\n"
    )


def test_what_an_event_lacks_is_not_written() -> None:
    content = calendar("План", [event()])
    assert b"DESCRIPTION" not in content
    assert b"CATEGORIES" not in content


def test_events_keep_the_order_they_are_given_in() -> None:
    names = ["event-3", "event-1", "event-2"]
    assert [found.uid for found in read(calendar("План", [event(name=name) for name in names]))] == names


@pytest.mark.parametrize("length", range(60, 90))
def test_a_line_is_folded_between_characters(length: int) -> None:
    content = calendar("План", [event("x" + "Ж" * length)])
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    for line in content.split(b"\r\n"):
        line.decode("utf-8")
    assert content.replace(b"\r\n ", b"").decode().count("Ж" * length) == 1


def test_lines_are_filled_up_before_they_are_folded() -> None:
    lines = calendar("План", [event("x" * 300)]).split(b"\r\n")
    assert [len(line) for line in lines if b"xxx" in line] == [75, 75, 75, 75, 12]


def test_marks_of_the_format_are_escaped() -> None:
    content = calendar("Раз; два, три", [event("a;b,c\\d", categories=("e,f", "g"))]).decode("utf-8")
    assert "NAME:Раз\\; два\\, три\r\n" in content
    assert "SUMMARY:a\\;b\\,c\\\\d\r\n" in content
    assert "CATEGORIES:e\\,f,g\r\n" in content


@given(texts, texts, st.lists(texts.filter(readable), max_size=3), texts)
def test_any_text_is_read_back(summary: str, description: str, categories: list[str], name: str) -> None:
    written = event(summary, description=description, categories=tuple(categories))
    content = calendar(name, [written])
    [found] = read(content)
    assert str(found["SUMMARY"]) == readable(summary)
    assert str(found.get("DESCRIPTION", "")) == readable(description)
    assert found.categories == [readable(category) for category in categories]
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")
    assert not FORBIDDEN.search(content.decode("utf-8"))
    assert b"\n" not in content.replace(b"\r\n", b"")


@given(days, st.integers(0, 800))
def test_any_days_are_read_back(first_day: date, length: int) -> None:
    last_day = first_day + timedelta(length)
    [found] = read(calendar("План", [event(first_day=first_day, last_day=last_day)]))
    assert (found.start, found.end) == (first_day, last_day + timedelta(1))


def test_another_reader_finds_the_calendar_valid() -> None:
    written = [
        event(
            f"Мера {number}, " + "слово " * 40, description="Кому: школы;\nчто: отчёт", name=f"event-{number}"
        )
        for number in range(20)
    ]
    found = vobject.readOne(calendar("План", written).decode("utf-8"))
    assert found.validate(raiseException=True)
    assert [entry.summary.value for entry in found.vevent_list] == [entry.summary for entry in written]
    assert {entry.description.value for entry in found.vevent_list} == {"Кому: школы;\nчто: отчёт"}
    assert {entry.dtend.value for entry in found.vevent_list} == {date(2021, 10, 2)}
