"""Acts as offices type them, each with the plan that it becomes; goldens are read by eye.

No word of any of them may be lost, and no character may be claimed twice.
"""

from itertools import pairwise
from pathlib import Path

import pytest
from acts_by_hand import read_whole, typed

from roadmapc.recognition.account import Account
from roadmapc.recognition.directory import Directory
from roadmapc.recognition.to_plan import recognise

ACTS = sorted((Path(__file__).parent / "acts").glob("*.txt"))


@pytest.mark.parametrize("act", ACTS, ids=lambda path: path.stem)
def test_an_act_becomes_a_plan(act, golden):
    golden(act.with_suffix(".yaml"), read_whole(act.read_text("utf-8")))


@pytest.mark.parametrize("act", ACTS, ids=lambda path: path.stem)
def test_every_word_is_accounted_for_once(act):
    account = Account(typed(act.read_text("utf-8")))
    recognise(account.document, account, Directory(), "directory.yaml")
    assert [each for each in account.residue() if not each.why] == []
    claims = sorted(account.claims)
    twice = [(one, other) for one, other in pairwise(claims) if other.start < one.end]
    assert [account.document.text[other.start : one.end] for one, other in twice] == []
