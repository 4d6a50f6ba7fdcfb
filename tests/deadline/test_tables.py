"""The tables that decide clauses: a row is a phrase of the corpus, read otherwise without the row."""

from collections.abc import Iterator

import pytest
from test_corpus import cases

from roadmapc.deadline.ast import Deadline
from roadmapc.deadline.clauses import explanations, rules
from roadmapc.deadline.clauses.explanations import EXPLANATIONS, Explanation
from roadmapc.deadline.clauses.rules import COMPLETE, USES, CompleteRow, UseRow
from roadmapc.deadline.from_text import read

Row = UseRow | CompleteRow | Explanation


@pytest.fixture(autouse=True)
def _forget() -> Iterator[None]:
    """Tables are cut once for each sort of words."""
    yield
    rules._rows.cache_clear()
    explanations._of_kinds.cache_clear()


def _said(phrase: str) -> tuple[Deadline | None, list[str]]:
    rules._rows.cache_clear()
    explanations._of_kinds.cache_clear()
    seasons = next(case.seasons for case in cases() if case.phrase == phrase)
    outcome = read(phrase, seasons=seasons)
    return outcome.value, [diagnostic.message for diagnostic in outcome.diagnostics]


@pytest.mark.parametrize("row", [*USES, *COMPLETE, *EXPLANATIONS], ids=lambda row: row.phrase)
def test_a_row_decides_its_phrase(row: Row, monkeypatch: pytest.MonkeyPatch) -> None:
    assert row.phrase in {case.phrase for case in cases()}
    before = _said(row.phrase)
    for module, name in ((rules, "USES"), (rules, "COMPLETE"), (explanations, "EXPLANATIONS")):
        monkeypatch.setattr(module, name, [other for other in getattr(module, name) if other is not row])
    assert _said(row.phrase) != before
