"""The tables that decide clauses: a row is a phrase of the corpus, read otherwise without the row."""

import pytest
from test_corpus import cases

from roadmapc.deadline.ast import Deadline
from roadmapc.deadline.clauses import explanations, rules
from roadmapc.deadline.clauses.explanations import EXPLANATIONS, Explanation
from roadmapc.deadline.clauses.rules import COMPLETE, USES, CompleteRow, UseRow
from roadmapc.deadline.from_text import read

Row = UseRow | CompleteRow | Explanation


def _said(phrase: str) -> tuple[Deadline | None, list[str]]:
    outcome = read(phrase)
    return outcome.value, [diagnostic.message for diagnostic in outcome.diagnostics]


@pytest.mark.parametrize("row", [*USES, *COMPLETE, *EXPLANATIONS], ids=lambda row: row.phrase)
def test_a_row_decides_its_phrase(row: Row, monkeypatch: pytest.MonkeyPatch) -> None:
    assert row.phrase in {case.phrase for case in cases()}
    before = _said(row.phrase)
    monkeypatch.setattr(rules, "_ROWS", rules.in_columns([other for other in USES if other is not row]))
    monkeypatch.setattr(rules, "COMPLETE", [other for other in COMPLETE if other is not row])
    left = [other for other in EXPLANATIONS if other is not row]
    monkeypatch.setattr(
        explanations, "_of_kinds", lambda kinds: [other for other in left if other.kinds <= kinds]
    )
    assert _said(row.phrase) != before
