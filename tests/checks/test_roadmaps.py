"""The plans of the repository: nothing to ask about, and each note with its reason in their README."""

import re
from pathlib import Path

import pytest

from roadmapc.diagnostics.code import Severity
from roadmapc.pipeline import compile_plan

ROADMAPS = Path(__file__).parents[2] / "roadmaps"
SECTIONS = {
    "arkhangelsk-2021": "Чем план",
    "yurga-2020": "Юрга",
    "novoaleksandrovsk-2020": "Новоалександровск",
    "megion-2022": "Мегион",
    "svetlorechensk-2026": "Светлореченск: постановление",
    "svetlorechensk-theatres-2026": "Светлореченск: совместный приказ",
}
"""Plans, and how their sections of the README begin."""


def notes(plan: str) -> set[str]:
    """Codes with a reason under «Справки» of a plan's section."""
    page = (ROADMAPS / "README.md").read_text("utf-8")
    section = re.search(rf"^## {SECTIONS[plan]}.*?^### Справки$(.*?)(?=^## |\Z)", page, re.M | re.S)
    assert section
    return set(re.findall(r"^\| ([A-Z]\d{3}) \| .+ \| .+ \|$", section[1], re.M))


def test_every_plan_has_its_section():
    assert {path.stem for path in ROADMAPS.glob("*.yaml")} == set(SECTIONS)


@pytest.mark.parametrize("plan", SECTIONS)
def test_nothing_is_asked_and_every_note_is_justified(plan):
    said = compile_plan(ROADMAPS / f"{plan}.yaml").diagnostics
    assert [one.message for one in said if one.severity is not Severity.NOTE] == []
    assert {one.code.id for one in said} == notes(plan)
