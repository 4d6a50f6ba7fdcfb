"""What is asked about the plans of the repository: no error, and nothing that is not answered."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from roadmapc.diagnostics.outcome import has_errors
from roadmapc.pipeline import compile_plan

ROADMAPS = Path(__file__).parents[2] / "roadmaps"
ANSWERS = yaml.safe_load((Path(__file__).parent / "roadmaps.yaml").read_text("utf-8"))
PLANS = sorted(path.stem for path in ROADMAPS.glob("*.yaml"))


def test_every_plan_has_its_answers():
    assert set(PLANS) == set(ANSWERS)


@pytest.mark.parametrize("plan", PLANS)
def test_everything_asked_is_answered(plan):
    said = compile_plan(ROADMAPS / f"{plan}.yaml").diagnostics
    assert not has_errors(said)
    assert {one.code.id for one in said} == set(ANSWERS[plan])
    assert all(ANSWERS[plan].values())
