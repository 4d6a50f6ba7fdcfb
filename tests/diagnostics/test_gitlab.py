"""A Code Quality report, as GitLab documents it."""

import json
from pathlib import Path
from typing import Any

import pytest

from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Place, errors_first
from roadmapc.diagnostics.to_gitlab import to_gitlab
from roadmapc.pipeline import compile_plan
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span

BAD = Path(__file__).parents[1] / "plans" / "bad"
PLANS = sorted(BAD.glob("*.yaml"), key=str)
ERROR = Code("D305", "impossible-date", Severity.ERROR, "Такого дня нет.")
WARNING = Code("N701", "result-missing", Severity.WARNING, "Нет результата.")
NOTE = Code("D316", "inclusive", Severity.NOTE, "Прочитано включительно.")


def report(*diagnostics: Diagnostic) -> list[dict[str, Any]]:
    result: list[dict[str, Any]] = json.loads(to_gitlab(diagnostics))
    return result


@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_each_finding_is_one_record_at_its_line(plan: Path) -> None:
    said = errors_first(compile_plan(plan).diagnostics)
    records = report(*said)
    assert [record["check_name"] for record in records] == [one.code.id for one in said]
    assert len({record["fingerprint"] for record in records}) == len(said)
    for record, one in zip(records, said, strict=True):
        assert set(record) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert one.place is not None
        assert record["location"] == {
            "path": one.place.file.name,
            "lines": {"begin": one.place.file.position(one.place.span.start).line},
        }


@pytest.mark.parametrize(("code", "severity"), [(ERROR, "blocker"), (WARNING, "minor"), (NOTE, "info")])
def test_each_severity_is_one_that_gitlab_knows(code: Code, severity: str) -> None:
    assert report(Diagnostic(code, "так", None))[0]["severity"] == severity


def test_a_finding_says_its_advice() -> None:
    said = Diagnostic(ERROR, "срок «31 ноября» не существует", None, hints=("последний день – 30 ноября",))
    assert report(said)[0]["description"] == (
        "D305: срок «31 ноября» не существует. последний день – 30 ноября"
    )


def test_a_finding_without_a_place_is_shown_at_the_plans() -> None:
    assert report(Diagnostic(ERROR, "так", None))[0]["location"] == {
        "path": "roadmaps",
        "lines": {"begin": 1},
    }


def test_like_lines_of_two_files_are_two_findings() -> None:
    files = (SourceFile("a.yaml", "слово"), SourceFile("b.yaml", "слово"), SourceFile("b.yaml", "слово"))
    records = report(*(Diagnostic(WARNING, "так", Place(file, Span(0, 5))) for file in files))
    assert len({record["fingerprint"] for record in records}) == len(files)


def test_nothing_to_say_is_an_empty_report() -> None:
    assert report() == []
