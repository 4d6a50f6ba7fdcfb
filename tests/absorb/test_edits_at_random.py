"""Edits made by chance in Word come home as just what they mean: a few in every run, all by `make full`."""

import os
import re
from pathlib import Path

import pytest
from edits_at_random import edited
from returned import Build

from in_process import run
from roadmapc.pipeline import compile_plan

from content import from_compiled  # isort: skip
from score import compared  # isort: skip

PLANS = ("novoaleksandrovsk-2020", "arkhangelsk-2021", "svetlorechensk-2026")
EDITS = 201 if os.environ.get("ROADMAPC_FULL") == "1" else 6
HOME = 0.98
"""The part of edits that comes home; a word of the directory in one place of many is told instead."""
_COMMENT = re.compile(r"(?:^|\s)#[^\n]*")


@pytest.mark.parametrize("name", PLANS)
def test_edits_come_home(name: str, at_home: Path, sent: Build) -> None:
    plan = at_home / f"{name}.yaml"
    sources = {path: path.read_bytes() for path in (*at_home.rglob("*.yaml"), *at_home.rglob("*.md"))}
    seeds, told = range(PLANS.index(name), EDITS, len(PLANS)), []
    for seed in seeds:
        edit = edited(plan, sent(name), seed)
        comments = _COMMENT.findall(plan.read_text("utf-8"))
        (at_home / "returned.docx").write_bytes(edit.document)
        answer = run("absorb", "returned.docx", plan.name, "--write")
        written = plan.read_text("utf-8")
        assert [each for each in comments if each.strip() not in written] == [], edit.told
        compiled = compile_plan(plan).value
        assert compiled is not None, edit.told
        counts = compared(edit.expected, from_compiled(name, compiled)).values()
        wrong = [each for count in counts for each in count.wrong]
        assert bool(wrong) == bool(answer.exit_code), (edit.told, wrong, answer.stderr)
        told += wrong
        for path, content in sources.items():
            path.write_bytes(content)
    assert len(told) <= (1 - HOME) * len(seeds), told
