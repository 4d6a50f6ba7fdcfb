"""Every program sees in every file exactly the days of `calendar --format json`."""

import json
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import pytz
import recurring_ical_events
import vobject
from khal.khalendar import CalendarCollection

from roadmapc.model.organisation import Body

ROOT = Path(__file__).parents[3]
READERS = Path(__file__).parent / "readers"
ALL_DAYS = (date(2019, 1, 1), date(2031, 1, 1))

Seen = tuple[str, str, str]
Tool = Callable[[str], Callable[..., "subprocess.CompletedProcess[str]"]]


def test_icalendar(plan: str, form: str, published: Any, numbered: Any) -> None:
    files, expected = published(plan, form)
    for name, content in files.items():
        calendar = icalendar.Calendar.from_ical(content)
        assert calendar.errors == []
        found = recurring_ical_events.of(calendar, skip_bad_series=False).between(*ALL_DAYS)
        days = [
            (each.start.isoformat(), each.end.isoformat(), numbered(str(each["SUMMARY"]))) for each in found
        ]
        assert sorted(days) == expected[name], name


def test_icalendar_sees_tasks(files: Any, expected: list[Seen], numbered: Any) -> None:
    calendar = icalendar.Calendar.from_ical(files("tasks")["calendar.ics"])
    assert calendar.events == []
    dated = [task for task in calendar.todos if "DUE" in task]
    assert sorted(numbered(str(task["SUMMARY"])) for task in dated) == sorted(each[2] for each in expected)
    for task in dated:
        assert task.errors == []
        assert "DTSTART" not in task or task["DTSTART"].dt < task["DUE"].dt


def test_vobject(plan: str, form: str, published: Any, numbered: Any) -> None:
    files, expected = published(plan, form)
    for name, content in files.items():
        calendar = vobject.readOne(content.decode())
        assert calendar.validate(raiseException=True)
        days = [day for event in calendar.contents.get("vevent", ()) for day in days_of_vobject(event)]
        assert sorted((first, end, numbered(title)) for first, end, title in days) == expected[name], name


def days_of_vobject(event: Any) -> Iterator[Seen]:
    first, length = event.dtstart.value, event.dtend.value - event.dtstart.value
    starts = (each.date() for each in event.getrruleset()) if "rrule" in event.contents else (first,)
    for start in starts:
        yield start.isoformat(), (start + length).isoformat(), event.summary.value


def test_vobject_finds_tasks_valid(files: Any) -> None:
    assert vobject.readOne(files("tasks")["calendar.ics"].decode()).validate(raiseException=True)


@pytest.fixture
def by_javascript(
    tool: Tool, tmp_path: Path, numbered: Any
) -> Callable[[str, dict[str, bytes]], dict[str, list[Seen]]]:
    """What a package of npm sees in calendar files, in a zone where a careless reader would lose a day."""

    def see(reader: str, files: dict[str, bytes]) -> dict[str, list[Seen]]:
        modules = ROOT / ".tools/node_modules"
        if not (modules / reader).is_dir():
            message = f"{reader} is not installed: npm install --prefix .tools {reader}"
            (pytest.fail if os.environ.get("ROADMAPC_ALL_TOOLS") == "1" else pytest.skip)(message)
        paths = [tmp_path / str(at) for at in range(len(files))]
        for path, content in zip(paths, files.values(), strict=True):
            path.write_bytes(content)
        environment = {**os.environ, "NODE_PATH": str(modules), "TZ": "Asia/Yekaterinburg"}
        answer = tool("node")(READERS / f"{reader}.cjs", *paths, env=environment).stdout
        found = [
            sorted((first, end, numbered(title)) for first, end, title in days) for days in json.loads(answer)
        ]
        return dict(zip(files, found, strict=True))

    return see


@pytest.mark.parametrize("reader", ["ical.js", "node-ical"])
def test_javascript(reader: str, plan: str, form: str, published: Any, by_javascript: Any) -> None:
    files, expected = published(plan, form)
    assert by_javascript(reader, files) == expected


def test_khal(plan: str, form: str, published: Any, numbered: Any, tmp_path: Path) -> None:
    """By its own collection: its list repeats a window on each of its days."""
    files, expected = published(plan, form)
    calendars = {name: tmp_path / str(at) for at, name in enumerate(files)}
    for name, folder in calendars.items():
        folder.mkdir()
        write_apart(files[name], folder)
    assert {
        name: sorted((first, end, numbered(title)) for first, end, title in days)
        for name, days in seen_by_khal(calendars).items()
    } == expected


def write_apart(content: bytes, folder: Path) -> None:
    """A file for each entry, as khal keeps them."""
    for event in icalendar.Calendar.from_ical(content).events:
        alone = icalendar.Calendar()
        alone.add_component(event)
        (folder / f"{event.uid}.ics").write_bytes(alone.to_ical())


def seen_by_khal(calendars: dict[str, Path]) -> dict[str, list[Seen]]:
    zone = pytz.timezone("Europe/Moscow")
    settings = {"readonly": True, "ctype": "calendar", "color": "", "priority": 10, "addresses": []}
    collection = CalendarCollection(
        {name: {"name": name, "path": str(path), **settings} for name, path in calendars.items()},
        dbpath=":memory:",
        locale={"local_timezone": zone, "default_timezone": zone},
    )
    found: dict[str, list[Seen]] = {name: [] for name in calendars}
    first, last = (datetime.combine(day, time.min) for day in ALL_DAYS)
    with closing(collection._backend.conn):  # khal leaves it open, of which Python 3.13 warns
        for each in collection.get_floating(first, last):
            end = each.end + timedelta(1)
            found[each.calendar].append((each.start.isoformat(), end.isoformat(), each.summary))
    return {name: sorted(days) for name, days in found.items()}


def test_a_series_is_written_as_one(published: Any) -> None:
    """Of eleven deadlines eight keep more than one of their days; the others only begin, or have moved."""
    files, expected = published("recurring", "series")
    calendar = icalendar.Calendar.from_ical(files["calendar.ics"])
    assert sum("RRULE" in event for event in calendar.events) == 8
    assert not any("RDATE" in event for event in calendar.events)
    assert len(calendar.events) < len(expected["calendar.ics"]) / 5
    weekly = [event for event in calendar.events if event["SUMMARY"] == "11 Отчёт 10"]
    [moved] = [event for event in weekly if event.start == date(2023, 2, 22)]
    assert "По плану 23.02.2023 – нерабочий праздничный день" in str(moved["DESCRIPTION"])


def held_by_officers(made: dict[str, bytes]) -> dict[str, str]:
    """A file for each event that some officer has; there it is the same as in the calendar of all."""
    whole = entries_of(made["calendar.ics"])
    held = {}
    for name in made.keys() - {"calendar.ics"}:
        for uid, content in entries_of(made[name]).items():
            assert content == whole[uid], name
            held[uid] = name
    assert held.keys() == whole.keys()
    return held


def entries_of(content: bytes) -> dict[str, bytes]:
    calendar = icalendar.Calendar.from_ical(content)
    return {entry.uid: entry.to_ical() for entry in (*calendar.events, *calendar.todos)}


def test_the_officers_together_have_the_plan(plan: str, form: str, published: Any) -> None:
    """Nobody's duty is lost and none is invented."""
    assert held_by_officers(published(plan, form).files)


def test_the_officers_together_have_all_plans(files: Any) -> None:
    assert len(held_by_officers(files())) == len(entries_of(files()["calendar.ics"]))


def test_an_officer_has_what_the_plan_gives(files: Any, reported: list[dict[str, Any]], plans: Any) -> None:
    made = files()
    for compiled in plans:
        directory = compiled.surroundings.directory.stem
        for entry in compiled.calendar.entries:
            for actor in entry.duty.actors:
                head = actor.head if isinstance(actor, Body) else None
                for name in filter(None, (actor.id, head)):
                    assert entry.uid.encode() in made[f"officers/{directory}/{name}.ics"]


@pytest.mark.parametrize("form", ["events", "series", "tasks"])
def test_every_line_is_as_the_standard_wants(form: str, files: Any) -> None:
    for content in files(form).values():
        assert content.endswith(b"END:VCALENDAR\r\n")
        assert b"\n" not in content.replace(b"\r\n", b"")
        for line in content.split(b"\r\n"):
            assert len(line) <= 75
            line.decode("utf-8")
