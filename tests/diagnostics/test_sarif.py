"""SARIF against its published schema."""

import json
import os
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from roadmapc import __version__
from roadmapc.diagnostics.to_sarif import to_sarif
from roadmapc.pipeline import compile_plan

ROOT = Path(__file__).parents[2]
ALL_TOOLS = os.environ.get("ROADMAPC_ALL_TOOLS") == "1"
BAD = ROOT / "tests" / "plans" / "bad"
PLANS = sorted(BAD.glob("*.yaml"), key=str)
PACKAGE = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
"""The schema as its editors packed it for npm; `.ci/run` installs it into `.tools`."""


def log(plan: Path) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(to_sarif(compile_plan(plan).diagnostics, __version__))
    return result


@pytest.fixture(scope="session")
def schema():
    path = ROOT / ".tools" / "node_modules" / PACKAGE
    if not path.is_file():
        (pytest.fail if ALL_TOOLS else pytest.skip)(f"«{PACKAGE}» is not installed")
    return json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("plan", [p for p in PLANS if p.name != "inventory.yaml"], ids=lambda path: path.stem)
class TestSarif:
    def test_it_is_valid(self, plan, schema):
        jsonschema.Draft7Validator(schema).validate(log(plan))

    def test_each_finding_is_one_result_at_its_place(self, plan):
        said = compile_plan(plan).diagnostics
        results = log(plan)["runs"][0]["results"]
        assert [one["ruleId"] for one in results] == [one.code.id for one in said]
        for result, one in zip(results, said, strict=True):
            assert one.place is not None
            region = result["locations"][0]["physicalLocation"]["region"]
            assert (region["startLine"], region["startColumn"]) == one.place.file.position(
                one.place.span.start
            )

    def test_rules_are_those_of_the_results(self, plan):
        run = log(plan)["runs"][0]
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        assert rules == sorted({result["ruleId"] for result in run["results"]})
        assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in run["results"])


def test_nothing_to_say_is_a_run_without_results():
    assert json.loads(to_sarif((), __version__))["runs"][0]["results"] == []
