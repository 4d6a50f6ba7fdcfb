"""Pairs of plans with what a reviewer reads of their difference in `expected.md` beside them.

To add a pair, put `before.yaml` and `after.yaml` into a folder of `cases/`, run
`pytest tests/diff --update-golden` and read what was written.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from markdown_it import MarkdownIt

from in_process import run
from roadmapc.diff.judgement import Meaning

HERE = Path(__file__).parent
CASES = sorted(path.name for path in (HERE / "cases").iterdir())
OPPOSITE = {"added": "removed", "removed": "added"}
MIRRORED = {
    Meaning.EARLIER: Meaning.LATER,
    Meaning.MORE_OFTEN: Meaning.LESS_OFTEN,
    Meaning.START_SET: Meaning.START_DROPPED,
    Meaning.DATED: Meaning.UNDATED,
    Meaning.DEADLINE_SET: Meaning.DEADLINE_DROPPED,
    Meaning.AUDIENCE_GAINED: Meaning.AUDIENCE_LOST,
    Meaning.BODY_GAINED: Meaning.BODY_LOST,
    Meaning.MEMBER_GAINED: Meaning.MEMBER_LOST,
    Meaning.EXTENDED: Meaning.SHORTENED,
    Meaning.PICTURE_ADDED: Meaning.PICTURE_REMOVED,
}
"""Meanings that become each other when the editions change places; the others stay."""

Diff = Callable[..., Result]


@pytest.fixture
def diff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Diff:
    """`roadmapc diff` in a copy of a case with the directories beside it."""
    shutil.copytree(HERE / "organisations", tmp_path / "organisations")
    monkeypatch.chdir(tmp_path)

    def between(case: str, *arguments: str) -> Result:
        shutil.copytree(HERE / "cases" / case, tmp_path, dirs_exist_ok=True)
        return run("diff", *arguments)

    return between


@pytest.mark.parametrize("case", CASES)
def test_a_reviewer_reads_what_a_change_means(
    case: str, diff: Diff, golden: Callable[[Path, str], None]
) -> None:
    result = diff(case, "before.yaml", "after.yaml", "--format", "markdown")
    assert result.stderr == ""
    golden(HERE / "cases" / case / "expected.md", result.stdout)


@pytest.mark.parametrize("case", CASES)
def test_markdown_tables_are_read_whole_by_another_program(case: str) -> None:
    text = (HERE / "cases" / case / "expected.md").read_text("utf-8")
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    rows = [line for line in text.splitlines() if line.startswith("|") and not line.startswith("|---")]
    assert html.count("<tr>") == len(rows)
    assert "|" not in html.replace(" | ", "")


@pytest.mark.parametrize("case", CASES)
def test_a_plan_does_not_differ_from_itself(case: str, diff: Diff) -> None:
    for name in ("before.yaml", "after.yaml"):
        result = diff(case, name, name, "--exit-code")
        assert (result.exit_code, result.stdout) == (0, "Изменений нет.\n")


@pytest.mark.parametrize("case", CASES)
def test_editions_that_change_places_change_the_kinds(case: str, diff: Diff) -> None:
    there = json.loads(diff(case, "before.yaml", "after.yaml", "--format", "json").stdout)
    back = json.loads(diff(case, "after.yaml", "before.yaml", "--format", "json").stdout)
    assert sorted(map(_mirrored, there["changes"])) == sorted(map(_plain, back["changes"]))
    assert len(there["calendar"]["added"]) == len(back["calendar"]["removed"])
    assert len(there["calendar"]["shifted"]) == len(back["calendar"]["shifted"])


def _plain(change: dict[str, Any]) -> tuple[Any, ...]:
    fields = [
        (field["name"], field["before"], field["after"], field["significance"], sorted(field["meanings"]))
        for field in change["fields"]
    ]
    return change["unit"], change["kind"], change["significance"], sorted(fields)


def _mirrored(change: dict[str, Any]) -> tuple[Any, ...]:
    both_ways = MIRRORED | {new: old for old, new in MIRRORED.items()}
    unit, kind, significance, fields = _plain(change)
    swapped = [
        (name, after, before, weight, sorted(both_ways.get(Meaning(each), each) for each in meanings))
        for name, before, after, weight, meanings in fields
    ]
    return unit, OPPOSITE.get(kind, kind), significance, sorted(swapped)


def test_every_meaning_has_a_case(diff: Diff) -> None:
    seen = set()
    for case in CASES:
        found = json.loads(diff(case, "before.yaml", "after.yaml", "--format", "json").stdout)
        seen |= {
            each for change in found["changes"] for field in change["fields"] for each in field["meanings"]
        }
    assert seen | {Meaning.SHORTENED} == set(Meaning)


def test_comments_and_layout_are_no_change(diff: Diff) -> None:
    assert diff("comments-only", "before.yaml", "after.yaml", "--exit-code").exit_code == 0


def test_differences_are_told_by_the_exit_code_if_asked(diff: Diff) -> None:
    assert diff("deadline-later", "before.yaml", "after.yaml").exit_code == 0
    assert diff("deadline-later", "before.yaml", "after.yaml", "--exit-code").exit_code == 1
