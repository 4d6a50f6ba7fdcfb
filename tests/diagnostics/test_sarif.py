"""SARIF against its published schema."""

import json
import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest

from roadmapc import __version__
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Edit, Label, Place
from roadmapc.diagnostics.to_sarif import FINGERPRINT, to_sarif
from roadmapc.pipeline import compile_plan
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span

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


CODE = Code("N710", "alike", Severity.WARNING, "Похоже.")
NAMES = [
    "roadmaps/План школ 2027.yaml",
    "roadmaps/50 % #1?.yaml",
    "roadmaps/c:d.yaml",
    "a:b.yaml",
    "roadmaps/[ё]'&.yaml",
    "/srv/План.yaml",
]


@pytest.mark.parametrize("name", NAMES)
def test_the_address_of_a_file_is_a_uri_that_leads_to_it(name, schema):
    file = SourceFile(name, "слово\n")
    place = Place(file, Span(0, 5))
    said = Diagnostic(CODE, "так", place, related=(Label(place, "тут"),), edit=Edit(place.span, "дело"))
    report = json.loads(to_sarif([said], __version__))
    jsonschema.Draft7Validator(schema).validate(report)
    (result,) = report["runs"][0]["results"]
    uris = {
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        result["fixes"][0]["artifactChanges"][0]["artifactLocation"]["uri"],
    }
    (uri,) = uris
    assert uri.isascii()
    read = urlsplit(uri)
    assert (read.scheme, read.netloc) == ("file" if name.startswith("/") else "", "")
    assert unquote(read.path) == name
    assert (read.query, read.fragment) == ("", "")


def test_a_disk_of_windows_is_no_scheme():
    place = Place(SourceFile("D:/планы/a.yaml", "слово\n"), Span(0, 5))
    report = json.loads(to_sarif([Diagnostic(CODE, "так", place)], __version__))
    location = report["runs"][0]["results"][0]["locations"][0]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.startswith("file:///D:/%D0%BF")


def test_a_finding_is_known_again_where_its_line_has_moved_and_two_are_never_one():
    def known(text: str) -> list[str]:
        file = SourceFile("a.yaml", text)
        starts = [at for at in range(len(text)) if text.startswith("слово", at)]
        said = [Diagnostic(CODE, "так", Place(file, Span(at, at + 5))) for at in starts]
        results = json.loads(to_sarif(said, __version__))["runs"][0]["results"]
        return [result["partialFingerprints"][FINGERPRINT] for result in results]

    assert len(set(known("слово\nслово\n"))) == 2
    assert known("слово\nслово\n") == known("ещё\n  слово\n\nслово\n")
