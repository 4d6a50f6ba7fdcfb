"""The phrases on the pages of codes are read as the pages say."""

import re
from datetime import date

import pytest

from roadmapc.calendar import codes as calendar
from roadmapc.calendar.from_deadline import expand
from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.workdays import official
from roadmapc.catalogue import codes_of
from roadmapc.deadline import codes as deadline
from roadmapc.deadline.clauses import codes as clauses
from roadmapc.deadline.from_text import read
from roadmapc.diagnostics.code import Code

PLAN = Horizon(date(2026, 1, 1), date(2026, 12, 31), date(2025, 12, 22))
OF_PLANS = {
    *("D317", "D318", "D319", "D320", "D325", "D327", "D329", "D334", "D339", "D361", "D380"),
    *("D901", "D902", "D903", "D904"),
}
"""What is said of a phrase in a plan of other years, of a field, of a calendar of working days."""
CODES = [code for room in (deadline, clauses, calendar) for code in codes_of(room) if code.id not in OF_PLANS]


def said(phrase: str) -> set[str]:
    outcome = read(phrase)
    assert outcome.value is not None
    expansion = expand(outcome.value, PLAN, official())
    return {each.code.id for each in (*outcome.diagnostics, *expansion.diagnostics)}


def example(code: Code, heading: str) -> str:
    found = re.search(rf"^{heading} +(.+)$", code.manual, re.MULTILINE)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("code", CODES, ids=lambda code: code.id)
def test_the_bad_phrase_is_told_and_the_good_one_is_not(code: Code) -> None:
    assert code.id in said(example(code, "Плохо"))
    assert code.id not in said(example(code, "Хорошо"))
