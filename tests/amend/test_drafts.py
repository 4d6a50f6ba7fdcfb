"""The pairs of plans of `tests/diff/cases`, each with the order that amends the one into the other.

An order is in `expected/` as the YAML that a person may edit; what is said besides is in the `.txt`.
After a change run `pytest tests/amend --update-golden` and read the difference.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from click.testing import CliRunner, Result
from docx import Document

from roadmapc.amend.from_order import SINGLE
from roadmapc.amend.from_text import instruction
from roadmapc.amend.instructions import Instruction
from roadmapc.cli.main import roadmapc
from roadmapc.text.typography import plain

HERE = Path(__file__).parent
PAIRS = HERE.parent / "diff"
CASES = sorted(path.name for path in (PAIRS / "cases").iterdir())
EXPECTED = HERE / "expected"
Amend = Callable[..., Result]


@pytest.fixture
def amend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Amend:
    """`roadmapc amend` in a copy of a pair with the directories beside it."""
    shutil.copytree(PAIRS / "organisations", tmp_path / "organisations")
    monkeypatch.chdir(tmp_path)

    def run(case: str, *arguments: str) -> Result:
        shutil.copytree(PAIRS / "cases" / case, tmp_path, dirs_exist_ok=True)
        options = ["--number", "20", "--date", "01.02.2022", *arguments]
        return CliRunner().invoke(
            roadmapc, ["amend", "before.yaml", "after.yaml", *options], catch_exceptions=False
        )

    return run


@pytest.mark.parametrize("case", CASES)
def test_an_order_is_drafted_or_the_reason_is_told(
    case: str, amend: Amend, golden: Callable[[Path, str], None]
) -> None:
    result = amend(case)
    assert bool(result.stdout) == (result.exit_code == 0)
    if result.stdout:
        golden(EXPECTED / f"{case}.yaml", result.stdout)
    if result.stderr:
        golden(EXPECTED / f"{case}.txt", result.stderr)


@pytest.mark.parametrize("case", ["measure-split", "clause-added", "appendix-added"])
def test_the_document_says_what_the_file_says(case: str, amend: Amend) -> None:
    """Every word of the drafted clauses stands in the document, as python-docx reads it."""
    assert amend(case, "-o", "amendment.docx").exit_code == 0
    paragraphs = [paragraph.text for paragraph in Document("amendment.docx").paragraphs]
    printed = plain(" ".join(paragraphs))
    clauses = yaml.safe_load((EXPECTED / f"{case}.yaml").read_text("utf-8"))["order"]["clauses"]
    first = clauses[0] if isinstance(clauses[0], dict) else {"text": clauses[0]}
    for text in (first["text"], *first.get("clauses", [])):
        assert plain(text) in printed


def sentences(case: str) -> list[str]:
    """What the drafted order of a case tells to do, a sentence each."""
    first = yaml.safe_load((EXPECTED / f"{case}.yaml").read_text("utf-8"))["order"]["clauses"][0]
    if isinstance(first, dict) and "clauses" in first:
        return [text_of(clause) for clause in first["clauses"]]
    return [text_of(first).partition(SINGLE)[2]]


def text_of(clause: str | dict[str, Any]) -> str:
    return clause if isinstance(clause, str) else "\n".join((clause["text"], *clause.get("paragraphs", [])))


def test_every_form_has_a_case() -> None:
    cases = [path.stem for path in EXPECTED.glob("*.yaml")]
    seen = {type(instruction(sentence)) for case in cases for sentence in sentences(case)}
    assert seen == set(get_args(Instruction))


def test_nothing_expected_is_left_without_its_pair() -> None:
    assert {path.stem for path in EXPECTED.iterdir()} <= set(CASES)
