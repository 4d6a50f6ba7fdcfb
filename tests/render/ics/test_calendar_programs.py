"""Every program sees exactly the days of `calendar --format json`."""

import json
import os
import subprocess
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest
import pytz
import recurring_ical_events
import vobject
from khal.khalendar import CalendarCollection

ROOT = Path(__file__).parents[3]
READERS = Path(__file__).parent / "readers"
ALL_DAYS = (date(2019, 1, 1), date(2031, 1, 1))

Seen = tuple[str, str, str]
Tool = Callable[[str], Callable[..., "subprocess.CompletedProcess[str]"]]


def one_line(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("form", ["events", "series"])
def test_icalendar(form: str, files: Any, expected: list[Seen]) -> None:
    calendar = icalendar.Calendar.from_ical(files(form)["calendar.ics"])
    assert calendar.errors == []
    found = recurring_ical_events.of(calendar, skip_bad_series=False).between(*ALL_DAYS)
    days = [(each.start.isoformat(), each.end.isoformat(), str(each["SUMMARY"])) for each in found]
    assert sorted(days) == expected


def test_icalendar_sees_tasks(files: Any, expected: list[Seen]) -> None:
    calendar = icalendar.Calendar.from_ical(files("tasks")["calendar.ics"])
    assert calendar.events == []
    assert sorted(str(task["SUMMARY"]) for task in calendar.todos) == sorted(each[2] for each in expected)
    for task in calendar.todos:
        assert task.errors == []
        assert "DTSTART" not in task or task["DTSTART"].dt < task["DUE"].dt


@pytest.mark.parametrize("form", ["events", "series", "tasks"])
def test_vobject(form: str, files: Any, expected: list[Seen]) -> None:
    calendar = vobject.readOne(files(form)["calendar.ics"].decode())
    assert calendar.validate(raiseException=True)
    if form == "events":
        events = calendar.vevent_list
        found = [(e.dtstart.value.isoformat(), e.dtend.value.isoformat(), e.summary.value) for e in events]
        assert sorted(found) == expected


@pytest.fixture
def by_javascript(tool: Tool, tmp_path: Path) -> Callable[[str, bytes], list[Seen]]:
    """What a package of npm sees in a calendar file, in a zone where a careless reader would lose a day."""

    def see(reader: str, content: bytes) -> list[Seen]:
        modules = ROOT / ".tools/node_modules"
        if not (modules / reader).is_dir():
            message = f"{reader} is not installed: npm install --prefix .tools {reader}"
            (pytest.fail if os.environ.get("ROADMAPC_ALL_TOOLS") == "1" else pytest.skip)(message)
        calendar = tmp_path / "calendar.ics"
        calendar.write_bytes(content)
        environment = {**os.environ, "NODE_PATH": str(modules), "TZ": "Asia/Yekaterinburg"}
        answer = tool("node")(READERS / f"{reader}.cjs", calendar, env=environment).stdout
        return sorted((first, end, summary) for _, first, end, summary in json.loads(answer))

    return see


@pytest.mark.parametrize("form", ["events", "series"])
def test_ical_js(form: str, files: Any, expected: list[Seen], by_javascript: Any) -> None:
    assert by_javascript("ical.js", files(form)["calendar.ics"]) == expected


def test_node_ical(files: Any, expected: list[Seen], by_javascript: Any) -> None:
    # of series it does not read RDATE, and so misses what moved off a day off
    assert by_javascript("node-ical", files("events")["calendar.ics"]) == expected


@pytest.mark.parametrize("form", ["events", "series"])
def test_khal(form: str, files: Any, expected: list[Seen], tmp_path: Path) -> None:
    """By its own collection: its list repeats a long window on each of its days."""
    for event in icalendar.Calendar.from_ical(files(form)["calendar.ics"]).events:
        alone = icalendar.Calendar()
        alone.add_component(event)
        (tmp_path / f"{event.uid}.ics").write_bytes(alone.to_ical())
    zone = pytz.timezone("Europe/Moscow")
    collection = CalendarCollection(
        {"plan": {"name": "plan", "path": str(tmp_path), "readonly": True, "ctype": "calendar", "color": "",
                  "priority": 10, "addresses": []}},
        dbpath=":memory:",
        locale={"local_timezone": zone, "default_timezone": zone},
    )  # fmt: skip
    first, last = (datetime.combine(day, time.min) for day in ALL_DAYS)
    found = [
        (each.start, each.end + timedelta(1), each.summary) for each in collection.get_floating(first, last)
    ]
    days = [(start.isoformat(), end.isoformat(), one_line(summary)) for start, end, summary in found]
    assert sorted(days) == expected


def test_the_officers_together_have_the_calendar(files: Any) -> None:
    """Nobody's duty is lost and none is invented."""
    made = files()
    whole = {
        event.uid: event.to_ical() for event in icalendar.Calendar.from_ical(made["calendar.ics"]).events
    }
    held = {}
    for name in made.keys() - {"calendar.ics"}:
        for event in icalendar.Calendar.from_ical(made[name]).events:
            assert event.to_ical() == whole[event.uid], name
            held[event.uid] = name
    assert held.keys() == whole.keys()


def test_an_officer_has_what_the_plan_gives(files: Any, reported: list[dict[str, Any]], plans: Any) -> None:
    made = files()
    for compiled in plans:
        directory = compiled.directory.stem
        for entry in compiled.calendar.entries:
            for body in entry.duty.bodies:
                names = [body.id, body.head] if body.head else [body.id]
                for name in names:
                    assert entry.uid.encode() in made[f"officers/{directory}/{name}.ics"]


@pytest.mark.parametrize("form", ["events", "series", "tasks"])
def test_every_line_is_as_the_standard_wants(form: str, files: Any) -> None:
    for content in files(form).values():
        assert content.endswith(b"END:VCALENDAR\r\n")
        assert b"\n" not in content.replace(b"\r\n", b"")
        for line in content.split(b"\r\n"):
            assert len(line) <= 75
            line.decode("utf-8")
