"""Comments that answer a finding."""

from pathlib import Path

import pytest
from frame import check, plan_of, write

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.pipeline import compile_plan

PLAN, DIRECTORY = (
    write(one) for one in plan_of({"measure": {"deadline": "постоянно", "measure": "Отчёт №5"}})
)
REASON = "roadmapc: allow D343 – отчёт ежегодно"


def said(text: str, folder: Path) -> tuple[Diagnostic, ...]:
    (folder / "organisation.yaml").write_text(DIRECTORY, "utf-8")
    (folder / "plan.yaml").write_text(text, "utf-8")
    return compile_plan(folder / "plan.yaml").diagnostics


def codes(text: str, folder: Path) -> set[str]:
    return {one.code.id for one in said(text, folder)}


def commented(comment: str, *, above: bool = False) -> str:
    """The plan with a comment at its deadline."""
    line = next(one for one in PLAN.splitlines() if "deadline: постоянно" in one)
    indent = line[: len(line) - len(line.lstrip())]
    return PLAN.replace(line, f"{indent}# {comment}\n{line}" if above else f"{line}  # {comment}")


def test_without_a_comment_it_is_said(tmp_path):
    assert {"D343", "T907"} <= codes(PLAN, tmp_path)


@pytest.mark.parametrize("above", [False, True])
def test_a_comment_with_a_reason_silences_its_code_only(above, tmp_path):
    found = codes(commented(REASON, above=above), tmp_path)
    assert "D343" not in found
    assert "T907" in found
    assert not found & {"Y121", "Y122"}


def test_a_code_may_be_called_by_its_name(tmp_path):
    assert "D343" not in codes(commented("roadmapc: allow undated-deadline – так решено"), tmp_path)


def test_a_comment_above_a_long_text_covers_all_of_it(tmp_path):
    folded = PLAN.replace("measure: Отчёт №5", "measure: >-\n        Отчёт\n        №5")
    above = folded.replace("measure: >-", "measure: >-  # roadmapc: allow T907 – так в уставе")
    assert "T907" in codes(folded, tmp_path)
    assert "T907" not in codes(above, tmp_path)


def above(head: str) -> str:
    """The plan with the comment above a line, a blank one between."""
    line = next(each for each in PLAN.splitlines() if each.strip() == head)
    indent = line[: len(line) - len(line.lstrip())]
    return PLAN.replace(line, f"{indent}# {REASON}\n\n{line}", 1)


@pytest.mark.parametrize("head", ["appendices:", "sections:", "measures:", "- id: one"])
def test_a_comment_above_a_block_covers_what_is_under_it(head, tmp_path):
    assert not codes(above(head), tmp_path) & {"D343", "Y122"}


@pytest.mark.parametrize("head", ["clauses:", "columns:", "executors:"])
def test_a_comment_above_a_block_covers_nothing_beside_it(head, tmp_path):
    assert {"D343", "Y122"} <= codes(above(head), tmp_path)


def test_a_comment_without_a_reason_is_a_finding(tmp_path):
    found = codes(commented("roadmapc: allow D343"), tmp_path)
    assert "Y121" in found
    assert "D343" not in found


@pytest.mark.parametrize(
    "comment", ["roadmapc: allow T901 – кавычки такие", "roadmapc: allow D999 – причина"]
)
def test_a_comment_that_silences_nothing_is_a_finding(comment, tmp_path):
    assert "Y122" in codes(commented(comment), tmp_path)


def test_an_error_cannot_be_silenced(tmp_path):
    text = commented("roadmapc: allow D305 – так напечатано").replace("постоянно", "до 31.11.2021")
    assert {"D305", "Y122"} <= codes(text, tmp_path)


def said_without(code: str, deadline: str, folder: Path) -> set[str]:
    """What is still said if the house profile does not want a code."""
    _, said = check({"measure": {"deadline": deadline}, "checks": {"without": [code]}}, folder)
    return {one.code.id for one in said}


@pytest.mark.parametrize(("code", "deadline"), [("D343", "постоянно"), ("D316", "до 01.06.2021")])
def test_a_profile_does_without_a_code(code, deadline, tmp_path):
    _, said = check({"measure": {"deadline": deadline}}, tmp_path)
    assert code in {one.code.id for one in said}
    assert code not in said_without(code, deadline, tmp_path)
