"""Figures of answers beside those counted from `calendar --format json`, which reads no records but plans."""

import json
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from in_process import run_ok

ROOT = Path(__file__).parents[2]

Json = dict[str, Any]


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plans of this repository, built."""
    root = tmp_path_factory.mktemp("published")
    plans = shutil.copytree(ROOT / "roadmaps", root / "roadmaps")
    run_ok("build", plans, "-o", root / "build", "--format", "ics")
    return root


@pytest.fixture(scope="module")
def calendars(published: Path) -> list[Json]:
    """What compiling them anew says, with the name of the municipality in each."""
    found: list[Json] = json.loads(run_ok("calendar", published / "roadmaps", "--format", "json").stdout)[
        "plans"
    ]
    for plan in found:
        source = yaml.safe_load((published / "roadmaps" / f"{plan['plan']}.yaml").read_text("utf-8"))
        directory = published / "roadmaps" / source["organisation"]
        plan["municipality"] = yaml.safe_load(directory.read_text("utf-8"))["name"]
        plan["units"] = dict(units(source))
    return found


def units(source: Any) -> Iterator[tuple[str, set[str]]]:
    """The units that measures name beside their bodies, by the ids of measures; JSON has the bodies alone."""
    parts = source.values() if isinstance(source, dict) else source if isinstance(source, list) else ()
    for part in parts:
        yield from units(part)
    if isinstance(source, dict) and isinstance(source.get("executors"), list):
        named = [each.get("units", []) for each in source["executors"] if isinstance(each, dict)]
        yield source["id"], {unit for each in named for unit in each}


@pytest.fixture(scope="module")
def asked(published: Path) -> Callable[..., list[list[Any]]]:
    def ask(*words: object) -> list[list[Any]]:
        report = json.loads(run_ok("portfolio", published, *words, "--format", "json").stdout)
        assert report["plans"]["left_out"] == []
        rows: list[list[Any]] = report["answers"][0]["rows"]
        return rows

    return ask


def monday(day: str) -> str:
    found = date.fromisoformat(day)
    return (found - timedelta(days=found.weekday())).isoformat()


def executors(plan: Json, occurrence: Json) -> set[str]:
    named = {each["id"] for each in occurrence["executors"]} or {"_unassigned"}
    return named | plan["units"].get(occurrence["measure"]["id"], set())


def every(calendars: list[Json]) -> Iterator[tuple[Json, Json]]:
    return ((plan, each) for plan in calendars for each in plan["occurrences"])


def duties(plan: Json) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Those with a date, and those with a deadline that has none."""
    return tuple(
        {(each["measure"]["id"], each["measure"]["text"].rstrip(";")) for each in plan[kind]}
        for kind in ("occurrences", "undated")
    )


def test_load_by_week(calendars: list[Json], asked: Callable[..., list[list[Any]]]) -> None:
    counted = Counter(
        (monday(each["due"]), plan["municipality"], executor)
        for plan, each in every(calendars)
        for executor in executors(plan, each)
    )
    answered = {tuple(row[:3]): row[4] for row in asked("--question", "load")}
    assert answered == counted


def test_load_of_one_executor_is_what_the_calendar_shows(
    published: Path, asked: Callable[..., list[list[Any]]]
) -> None:
    """He also has what the bodies have that he heads."""
    words = ("--executor", "Начальник отдела общего образования")
    shown = json.loads(run_ok("calendar", published / "roadmaps", *words, "--format", "json").stdout)["plans"]
    counted = Counter(monday(each["due"]) for plan in shown for each in plan["occurrences"])
    answered = Counter({row[0]: row[4] for row in asked("--question", "load", *words)})
    assert sum(counted.values()) > 10
    assert answered == counted


def test_what_one_executor_has_due_and_where_it_clashes(
    published: Path, calendars: list[Json], asked: Callable[..., list[list[Any]]]
) -> None:
    words = ("--executor", "Департамент образования", "--from", "01.01.2022", "--to", "31.12.2022")
    shown = json.loads(run_ok("calendar", published / "roadmaps", *words, "--format", "json").stdout)["plans"]
    found = [(plan["plan"], each) for plan in shown for each in plan["occurrences"]]
    due = Counter((each["due"], plan, each["measure"]["number"]) for plan, each in found)
    assert due
    assert Counter((row[0], row[2], row[3]) for row in asked("--question", "due", *words)) == due
    towns = {plan["plan"]: plan["municipality"] for plan in calendars}
    on_day = Counter(
        (day, towns[plan])
        for day, plan, _ in {(each["due"], plan, each["measure"]["id"]) for plan, each in found}
    )
    crowded = {key: count for key, count in on_day.items() if count > 1}
    rows = asked("--question", "clashes", "--least", 2, *words)
    assert {tuple(row[:2]): row[4] for row in rows} == crowded
    assert crowded


def test_what_falls_due(calendars: list[Json], asked: Callable[..., list[list[Any]]]) -> None:
    counted = Counter(
        (each["due"], plan["plan"], each["measure"]["number"])
        for plan, each in every(calendars)
        if "2023-01-01" <= each["due"] <= "2023-06-30"
    )
    rows = asked("--question", "due", "--from", "01.01.2023", "--to", "30.06.2023")
    assert Counter((row[0], row[2], row[3]) for row in rows) == counted
    assert counted


@pytest.mark.parametrize("least", [2, 3, 8])
def test_clashes(least: int, calendars: list[Json], asked: Callable[..., list[list[Any]]]) -> None:
    on_day: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for plan, each in every(calendars):
        for executor in executors(plan, each):
            key = (each["due"], plan["municipality"], executor)
            on_day.setdefault(key, set()).add((plan["plan"], each["measure"]["id"], each["measure"]["text"]))
    counted = {key: len(found) for key, found in on_day.items() if len(found) >= least}
    answered = {tuple(row[:3]): row[4] for row in asked("--question", "clashes", "--least", least)}
    assert answered == counted
    assert counted


def test_shares_without_a_date(calendars: list[Json], asked: Callable[..., list[list[Any]]]) -> None:
    counted = {}
    for plan in calendars:
        dated, undated = duties(plan)
        share = round(100 * len(undated - dated) / len(dated | undated), 1)
        counted[plan["plan"]] = (
            *(len(dated | undated), len(undated - dated), len(undated & dated)),
            pytest.approx(share, abs=0.051),
        )
    assert {row[1]: tuple(row[3:]) for row in asked("--question", "undated")} == counted
    assert any(each[1] for each in counted.values())


def test_summary(calendars: list[Json], asked: Callable[..., list[list[Any]]]) -> None:
    counted = Counter(plan["municipality"] for plan in calendars)
    dates = Counter(plan["municipality"] for plan, _ in every(calendars))
    assert {row[0]: (row[1], row[3]) for row in asked()} == {
        name: (count, dates[name]) for name, count in counted.items()
    }


def test_every_date_is_as_the_calendar_has_it(
    calendars: list[Json], asked: Callable[..., list[list[Any]]]
) -> None:
    query = "SELECT plan, uid, due, nominal, duty, number, audience FROM dates"
    counted = Counter(
        (
            *(plan["plan"], each["uid"], each["due"], each["nominal"]),
            *(each["measure"]["id"], each["measure"]["number"], each["audience"] or ""),
        )
        for plan, each in every(calendars)
    )
    assert Counter(map(tuple, asked("--sql", query))) == counted


def test_what_has_no_date(calendars: list[Json], asked: Callable[..., list[list[Any]]]) -> None:
    counted = Counter(
        (plan["plan"], each["measure"]["id"], each["phrase"])
        for plan in calendars
        for each in plan["undated"]
    )
    assert Counter(map(tuple, asked("--sql", "SELECT plan, duty, phrase FROM undated"))) == counted
