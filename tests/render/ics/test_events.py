"""Events: every output has them on their own day, calendars at the local hour of the plan's zone."""

import json
import os
import subprocess
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import icalendar
import pytest
import pytz
import recurring_ical_events
import vobject
from docx import Document
from khal.khalendar import CalendarCollection
from lxml import html
from openpyxl import load_workbook
from test_calendar_programs import READERS, ROOT

from in_process import run
from roadmapc.text.typography import plain

Tool = Callable[[str], Callable[..., "subprocess.CompletedProcess[str]"]]

PLAN = """\
format: 1
id: events
organisation: organisations/town.yaml
period: 2024
{zone}seasons:
  день голосования: второе воскресенье сентября
order:
  date: 09.01.2024
  number: "3"
  author: department
  signatory: director
  title: Об утверждении плана праздников
  clauses:
    - Утвердить план (приложения).
appendices:
  - id: plan
    title: План праздников
    columns: {{number: №, measure: Что, deadline: Когда, place: Место проведения, executors: Кто}}
    sections:
      - id: all
        measures:
{measures}
  - id: dates
    title: Календарный план
    kind: calendar
"""
MEASURE = """\
          - id: m{at}
            measure: Событие {at}
            deadline: {phrase}
            executors: [department]
            cells: {{place: "{place}"}}
"""
DAYS = {
    "22 июня, 4.00 ч.": ("2024-06-22", "04:00"),
    "1 июня, 10.00": ("2024-06-01", "10:00"),
    "9 мая в 10.00, площадь Победы": ("2024-05-09", "10:00"),
    "23 февраля 2024 года, 12.00": ("2024-02-23", "12:00"),
    "12 июня 2024 г. с 10.00 до 14.00": ("2024-06-12", "10:00"),
    "в 18:30 15 июня 2024 года": ("2024-06-15", "18:30"),
    "16 июня 2024 г. (воскресенье)": ("2024-06-16", None),
    "День защиты детей": ("2024-06-01", None),
    "9 мая": ("2024-05-09", None),
    "в день голосования с 8.00 до 20.00": ("2024-09-08", "08:00"),
    "24 февраля 2024 года": ("2024-02-24", None),
    "31 декабря, 23.00-1.00": ("2024-12-31", "23:00"),
}
"""Days off on which something happens, and the hours; the last but one by its column «Место проведения»."""
HELD_AT = {"24 февраля 2024 года": "парк"}


def plan_in(folder: Path, zone: str) -> Path:
    measures = "".join(
        MEASURE.format(at=at, phrase=f'"{phrase}"', place=HELD_AT.get(phrase, ""))
        for at, phrase in enumerate(DAYS, start=1)
    ).replace('            cells: {place: ""}\n', "")
    path = folder / "events.yaml"
    zone = f"time_zone: {zone}\n" if zone else ""
    path.write_text(PLAN.format(zone=zone, measures=measures.rstrip()), "utf-8")
    directory = Path(__file__).parents[2] / "plans/good/organisations/town.yaml"
    (folder / "organisations").mkdir()
    words = directory.read_text("utf-8").replace("time_zone: Europe/Kaliningrad\n", "")
    (folder / "organisations/town.yaml").write_text(words, "utf-8")
    return path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of outputs of the plan in a zone, built once."""
    folders: dict[str, Path] = {}

    def build(zone: str) -> Path:
        if zone not in folders:
            folder = tmp_path_factory.mktemp("events")
            formats = ["--format", "docx,ics,xlsx,html", "-o", str(folder / "out")]
            result = run("build", plan_in(folder, zone), *formats)
            assert result.exit_code == 0, result.stderr
            folders[zone] = folder / "out/events"
        return folders[zone]

    return build


def numbered() -> dict[str, tuple[str, str | None]]:
    return {f"Событие {at}": when for at, when in enumerate(DAYS.values(), start=1)}


def test_json_has_them_on_their_days(built: Callable[[str], Path]) -> None:
    plan = built("Asia/Kamchatka").parents[1] / "events.yaml"
    result = run("calendar", plan, "--format", "json")
    report = json.loads(result.stdout)
    assert report["time_zone"] == "Asia/Kamchatka"
    found = {each["measure"]["text"]: each for each in report["occurrences"]}
    assert {name: (each["due"], each["time"]) for name, each in found.items()} == numbered()
    assert all(each["first_day"] == each["nominal"] == each["due"] for each in found.values())
    assert all(each["other_due"] is None for each in found.values())
    assert [each["place"] for each in found.values() if each["place"]] == ["парк", "площадь Победы"]
    assert found["Событие 5"]["end_time"] == "14:00"


def test_the_register_has_them_on_their_days(built: Callable[[str], Path]) -> None:
    (path,) = built("").glob("*.xlsx")
    head, *rows = load_workbook(path)["Реестр"].iter_rows(values_only=True)
    cells = [dict(zip(head, row, strict=True)) for row in rows]
    days = {each["Мероприятие"]: f"{each['Исполнить до']:%Y-%m-%d}" for each in cells if each["Мероприятие"]}
    assert days == {name: day for name, (day, _) in numbered().items()}
    by_name = {each["Мероприятие"]: each for each in cells}
    assert by_name["Событие 3"]["Время события"] == "в 10:00"
    assert by_name["Событие 11"]["Место события"] == "парк"


def test_the_page_has_them_on_their_days(built: Callable[[str], Path]) -> None:
    (path,) = built("").glob("*.html")
    items = html.fromstring(path.read_bytes()).xpath("//li[@data-day]")
    days = {text.text: day.get("data-day") for day in items for text in day.xpath(".//*[@class='text']")}
    assert days == {name: day for name, (day, _) in numbered().items()}
    assert any("в 10:00, площадь Победы" in item.text_content() for item in items)


def test_the_calendar_plan_of_the_order_has_them_on_their_days(built: Callable[[str], Path]) -> None:
    (path,) = built("").glob("*.docx")
    rows = [[cell.text for cell in row.cells] for row in Document(str(path)).tables[-1].rows]
    days = {row[2].split(". ")[-1]: row[1].split("\n") for row in rows if "Событие" in row[2]}
    assert {
        name: datetime.strptime(lines[0], "%d.%m.%Y").date().isoformat() for name, lines in days.items()
    } == {name: day for name, (day, _) in numbered().items()}
    assert list(map(plain, days["Событие 3"][1:])) == ["в 10:00, площадь Победы"]


ZONES = {"Europe/Kaliningrad": 2, "Asia/Kamchatka": 12}
"""Hours ahead of UTC."""


def content(built: Callable[[str], Path], zone: str) -> bytes:
    (path,) = built(zone).glob("calendar.ics")
    return path.read_bytes()


def instants(hours: int) -> dict[str, str]:
    """When each event with an hour begins, in UTC."""
    found = {}
    for at, (name, (day, hour)) in enumerate(numbered().items(), start=1):
        if hour is not None:
            begins = datetime.fromisoformat(f"{day}T{hour}") - timedelta(hours=hours)
            found[f"{at} {name}"] = begins.isoformat()
    return found


@pytest.mark.parametrize("zone", ZONES)
def test_icalendar_reads_the_local_hour(zone: str, built: Callable[[str], Path]) -> None:
    calendar = icalendar.Calendar.from_ical(content(built, zone))
    assert calendar.errors == []
    found = recurring_ical_events.of(calendar, skip_bad_series=False).between((2024, 1, 1), (2025, 2, 1))
    timed = [each for each in found if isinstance(each.start, datetime)]
    offset = timedelta(hours=ZONES[zone])
    assert all(each.start.utcoffset() == offset for each in timed)
    assert {
        str(each["SUMMARY"]): (each.start - offset).replace(tzinfo=None).isoformat() for each in timed
    } == (instants(ZONES[zone]))
    assert {each["LOCATION"] for each in found if "LOCATION" in each} == {"площадь Победы", "парк"}
    (overnight,) = [each for each in timed if str(each["SUMMARY"]).endswith("Событие 12")]
    assert overnight.end - overnight.start == timedelta(hours=2)
    whole = {str(each["SUMMARY"]): each.start.isoformat() for each in found if each not in timed}
    assert set(whole.values()) == {"2024-06-16", "2024-06-01", "2024-05-09", "2024-02-24"}


@pytest.mark.parametrize("zone", ZONES)
def test_vobject_reads_the_local_hour(zone: str, built: Callable[[str], Path]) -> None:
    calendar = vobject.readOne(content(built, zone).decode())
    assert calendar.validate(raiseException=True)
    starts = {event.summary.value: event.dtstart.value for event in calendar.contents["vevent"]}
    timed = {name: start for name, start in starts.items() if isinstance(start, datetime)}
    utc = {name: (start - start.utcoffset()).replace(tzinfo=None) for name, start in timed.items()}
    assert {name: start.isoformat() for name, start in utc.items()} == instants(ZONES[zone])


@pytest.mark.parametrize("zone", ZONES)
def test_khal_reads_the_local_hour(zone: str, built: Callable[[str], Path], tmp_path: Path) -> None:
    calendar = icalendar.Calendar.from_ical(content(built, zone))
    for event in calendar.events:
        alone = icalendar.Calendar()
        for component in (*calendar.timezones, event):
            alone.add_component(component)
        (tmp_path / f"{event.uid}.ics").write_bytes(alone.to_ical())
    settings = {"readonly": True, "ctype": "calendar", "color": "", "priority": 10, "addresses": []}
    moscow = pytz.timezone("Europe/Moscow")
    collection = CalendarCollection(
        {"all": {"name": "all", "path": str(tmp_path), **settings}},
        dbpath=":memory:",
        locale={"local_timezone": moscow, "default_timezone": moscow},
    )
    days = (datetime(2023, 12, 1, tzinfo=UTC), datetime(2025, 2, 1, tzinfo=UTC))
    with closing(collection._backend.conn):  # khal leaves it open, of which Python 3.13 warns
        found = {each.summary: each.start.astimezone(UTC) for each in collection.get_localized(*days)}
    assert {name: start.replace(tzinfo=None).isoformat() for name, start in found.items()} == (
        instants(ZONES[zone])
    )


def test_without_a_zone_hours_are_those_of_the_reader(built: Callable[[str], Path]) -> None:
    written = content(built, "")
    assert b"TZID" not in written
    assert b"VTIMEZONE" not in written
    calendar = icalendar.Calendar.from_ical(written)
    starts = [event.start for event in calendar.events if isinstance(event.start, datetime)]
    assert all(start.tzinfo is None for start in starts)
    assert sorted(start.isoformat() for start in starts) == sorted(instants(0).values())


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("reader", ["ical.js", "node-ical"])
def test_javascript_reads_the_local_hour(
    reader: str, zone: str, built: Callable[[str], Path], tool: Tool, tmp_path: Path
) -> None:
    if not (ROOT / ".tools/node_modules" / reader).is_dir():
        promised = os.environ.get("ROADMAPC_ALL_TOOLS") == "1"
        (pytest.fail if promised else pytest.skip)(f"{reader} is not installed")
    path = tmp_path / "calendar.ics"
    path.write_bytes(content(built, zone))
    environment = {"NODE_PATH": str(ROOT / ".tools/node_modules"), "TZ": "Asia/Yekaterinburg"}
    answer = tool("node")(READERS / f"{reader}-instants.cjs", path, env=environment).stdout
    assert json.loads(answer) == instants(ZONES[zone])
