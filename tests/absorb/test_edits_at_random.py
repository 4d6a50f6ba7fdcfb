"""Edits made by chance in Word come home as just what they mean: a few in every run, all by `make full`."""

import os
import re
from pathlib import Path

import pytest
from edits_at_random import edited

from conftest import Sent, run
from roadmapc.pipeline import compile_plan

from content import from_compiled  # isort: skip
from score import compared  # isort: skip

PLANS = ("novoaleksandrovsk-2020", "arkhangelsk-2021", "svetlorechensk-2026")
EDITS = 200 if os.environ.get("ROADMAPC_FULL") == "1" else 6
_COMMENT = re.compile(r"(?:^|\s)#[^\n]*")


@pytest.mark.parametrize("seed", range(EDITS))
def test_an_edit_comes_home(seed: int, at_home: Path, sent: Sent) -> None:
    name = PLANS[seed % len(PLANS)]
    plan = at_home / f"{name}.yaml"
    edit = edited(plan, sent(name), seed)
    comments = _COMMENT.findall(plan.read_text("utf-8"))
    (at_home / "returned.docx").write_bytes(edit.document)
    answer = run("absorb", "returned.docx", plan.name, "--write")
    compiled = compile_plan(plan).value
    assert (answer.exit_code, compiled is None) == (0, False), (edit.told, answer.stderr)
    counts = compared(edit.expected, from_compiled(name, compiled))
    assert [wrong for count in counts.values() for wrong in count.wrong] == [], edit.told
    written = plan.read_text("utf-8")
    assert [each for each in comments if each.strip() not in written] == []
