"""`roadmapc calendar` against dates that a person worked out."""

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

import yaml
from click.testing import CliRunner

from roadmapc.cli.main import roadmapc

EXPECTED = Path(__file__).with_name("arkhangelsk-2021.yaml")
PLAN = Path(__file__).parents[2] / "roadmaps" / EXPECTED.name


def calendar() -> Any:
    said = CliRunner().invoke(roadmapc, ["calendar", str(PLAN), "--format", "json"])
    assert said.exit_code == 0, said.stderr
    return json.loads(said.stdout)


def written(occurrence: dict[str, Any]) -> str:
    first_day, nominal, due = (digits(occurrence[key]) for key in ("first_day", "nominal", "due"))
    window = f"с {first_day} по {nominal}" if first_day else nominal
    return window if due == nominal else f"{window} → {due}"


def digits(day: str | None) -> str:
    return ".".join(reversed(day.split("-"))) if day else ""


def test_every_dated_measure_has_exactly_the_dates_worked_out_by_hand() -> None:
    expected = yaml.load(EXPECTED.read_text("utf-8"), yaml.BaseLoader)
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for occurrence in calendar()["occurrences"]:
        found[occurrence["measure"]["number"]][occurrence["audience"] or ""].append(written(occurrence))
    assert found.keys() == expected["measures"].keys()
    for number, audiences in expected["measures"].items():
        for audience, series in audiences.items():
            dates = [date for name in series for date in expected["series"][name]]
            assert sorted(found[number][audience]) == sorted(dates), f"{number} {audience}"
        assert found[number].keys() == audiences.keys()


def test_every_undated_measure_is_named_with_its_reason() -> None:
    expected = yaml.load(EXPECTED.read_text("utf-8"), yaml.BaseLoader)
    found = {each["measure"]["number"]: each["reason"] for each in calendar()["undated"]}
    assert found == expected["undated"]
