"""A calendar on a server: a moved deadline is moved, not doubled; a removed measure is gone."""

import http.client
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import caldav
import icalendar
import pytest

from in_process import run

GOOD = Path(__file__).parents[2] / "plans/good"
PLAN = """\
format: 1
id: seasons
organisation: organisations/town.yaml
period: 2024
order:
  author: director
  signatory: director
  title: Об утверждении плана
  clauses:
    - text: Утвердить план (приложение).
      approves: plan
    - text: Контроль за исполнением приказа оставляю за собой.
      control: director
appendices:
  - id: plan
    title: План
    sections:
      - id: all
        measures:
          - id: spring
            measure: Провести весенний смотр
            deadline: не позднее 15 апреля 2024 года
            executors: [department]
            result: справка
          - id: autumn
            measure: Подготовить осенний отчёт
            deadline: не позднее 2 сентября 2024 года
            executors: [methodology]
            result: отчёт
"""
COLLECTION = "/officer/{name}/"
HEADERS = {"Content-Type": "text/calendar", "Authorization": "Basic b2ZmaWNlcjo="}
"""Anybody is let in who says a name."""


class Server(NamedTuple):
    """Radicale on this machine."""

    port: int

    def put(self, name: str, calendar: bytes) -> None:
        """Replace a whole collection, as a publisher does."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request("PUT", COLLECTION.format(name=name), calendar, HEADERS)
        assert connection.getresponse().status in (201, 204)
        connection.close()

    def events(self, name: str, first_day: date, end: date) -> list[icalendar.Event]:
        """Events that touch a day from the first to the day before the end."""
        with caldav.DAVClient(f"http://127.0.0.1:{self.port}/", username="officer", password="") as client:
            calendar = client.calendar(url=f"http://127.0.0.1:{self.port}{COLLECTION.format(name=name)}")
            found = calendar.search(start=first_day, end=end, event=True, expand=False)
            return [each.icalendar_component for each in found]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("radicale")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    config = folder / "radicale.conf"
    config.write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n[auth]\ntype = none\n"
        f"[storage]\nfilesystem_folder = {folder}/store\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-m", "radicale", "-C", str(config)],
        stderr=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
    )
    try:
        _wait_for(port)
        yield Server(port)
    finally:
        process.terminate()
        process.wait(timeout=30)


def _wait_for(port: int) -> None:
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail("Radicale did not start")


def build(folder: Path, plan: str) -> bytes:
    """Build the plan over its earlier outputs."""
    shutil.copytree(GOOD / "organisations", folder / "roadmaps/organisations", dirs_exist_ok=True)
    source = folder / "roadmaps/seasons.yaml"
    source.write_text(plan, "utf-8")
    result = run("build", source, "-o", folder / "build", "--format", "ics")
    assert result.exit_code == 0, result.stderr
    return (folder / "build/seasons/calendar.ics").read_bytes()


def days(events: list[icalendar.Event]) -> dict[str, list[date]]:
    found: dict[str, list[date]] = {}
    for event in events:
        found.setdefault(str(event["SUMMARY"]), []).append(event.start)
    return found


def test_a_subscribed_calendar_follows_the_plan(server: Server, tmp_path: Path) -> None:
    spring, autumn = "1 Провести весенний смотр", "2 Подготовить осенний отчёт"
    year = ("plan", date(2024, 1, 1), date(2025, 1, 1))

    server.put("plan", build(tmp_path, PLAN))
    first, *_ = server.events(*year)
    assert days(server.events(*year)) == {spring: [date(2024, 4, 15)], autumn: [date(2024, 9, 2)]}
    april = server.events("plan", date(2024, 4, 1), date(2024, 5, 1))
    assert days(april) == {spring: [date(2024, 4, 15)]}

    moved = PLAN.replace("15 апреля", "23 апреля")
    server.put("plan", build(tmp_path, moved))
    assert days(server.events(*year)) == {spring: [date(2024, 4, 23)], autumn: [date(2024, 9, 2)]}

    server.put("plan", build(tmp_path, moved[: moved.index("          - id: autumn")]))
    kept, gone = sorted(server.events(*year), key=lambda event: event.start)
    assert days([kept, gone]) == {spring: [date(2024, 4, 23)], f"Отменено: {autumn}": [date(2024, 9, 2)]}
    assert (kept.get("STATUS"), gone["STATUS"]) == (None, "CANCELLED")
    assert kept["SEQUENCE"] == gone["SEQUENCE"] == 1
    assert gone.DTSTAMP == gone.LAST_MODIFIED > first.DTSTAMP


def test_a_server_keeps_every_file_of_a_plan(
    plan: str, server: Server, published: Any, numbered: Any
) -> None:
    files, expected = published(plan, "events")
    for at, (name, content) in enumerate(files.items()):
        collection = f"{plan}-{at}"
        server.put(collection, content)
        kept = server.events(collection, date(2019, 1, 1), date(2031, 1, 1))
        assert sorted(_seen(each, numbered) for each in kept) == expected[name], name
        in_2022 = server.events(collection, date(2022, 1, 1), date(2023, 1, 1))
        assert sorted(_seen(each, numbered) for each in in_2022) == [
            each for each in expected[name] if each.first_day < "2023-01-01" and each.end > "2022-01-01"
        ]


def _seen(event: icalendar.Event, numbered: Any) -> tuple[str, str, str]:
    return event.start.isoformat(), event.end.isoformat(), numbered(str(event["SUMMARY"]))
