"""Shapes of tables that real acts have, each with what is read of it.

A shape is the blocks of an appendix, typed row by row, and, where the result stands beside it, a row a line:
the columns by their names in the plan, headings of sections, measures with their fields, what was asked and
what was left. A person can hold the two against each other. No character may be lost in any of them.
"""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from tables_by_hand import as_plan, plain, read_out, recognised, unclaimed

from roadmapc.diagnostics.code import Severity
from roadmapc.pipeline import compile_plan
from roadmapc.recognition.directory import Directory
from roadmapc.syntax.to_yaml import to_yaml

SHAPES = Path(__file__).parent / "table-shapes"
CASES = {
    f"{path.stem}: {name}": shape
    for path in sorted(SHAPES.glob("*.yaml"))
    for name, shape in yaml.safe_load(path.read_text("utf-8")).items()
}


def _read(shape: dict[str, Any]) -> str:
    fields, account, _ = recognised(
        shape["blocks"],
        title=shape.get("title", "План мероприятий"),
        is_form=shape.get("form", False),
        answers=shape.get("answers"),
    )
    lines = [read_out(fields).rstrip("\n")]
    lines += [
        f"? {each.where}: {each.question} – {each.proposal}"
        + (f" (или: {'; или: '.join(each.others)})" if each.others else "")
        for each in account.questions
    ]
    lines += [
        f"- {where}: {why}" for where, why in dict.fromkeys((where, why) for _, where, why in account._left)
    ]
    return "\n".join(line for line in lines if line) + "\n"


@pytest.mark.parametrize("name", CASES)
def test_a_shape_is_read_as_a_clerk_reads_it(name: str) -> None:
    assert _read(CASES[name]).strip("\n") == CASES[name]["read"].strip("\n")


@pytest.mark.parametrize("name", CASES)
def test_no_character_of_a_shape_is_lost(name: str) -> None:
    shape = CASES[name]
    _, account, _ = recognised(
        shape["blocks"], title=shape.get("title", ""), is_form=shape.get("form", False)
    )
    assert unclaimed(account) == ""


@pytest.mark.parametrize("name", [name for name, shape in CASES.items() if shape["blocks"]])
def test_a_shape_makes_a_plan_without_errors(name: str, tmp_path: Path) -> None:
    shape = CASES[name]
    title = shape.get("title", "План мероприятий")
    fields, _, directory = recognised(shape["blocks"], title=title, is_form=shape.get("form", False))
    plan, records = as_plan(title, fields, directory)
    (tmp_path / "plan.yaml").write_text(plan, "utf-8")
    (tmp_path / "directory.yaml").write_text(records, "utf-8")
    compiled = compile_plan(tmp_path / "plan.yaml")
    errors = [each for each in compiled.diagnostics if each.code.severity is Severity.ERROR]
    assert compiled.value is not None
    assert [f"{each.code.name} {each.message}" for each in errors] == []


@pytest.mark.parametrize("name", [name for name, shape in CASES.items() if "\n? " in shape.get("read", "")])
def test_a_question_stands_at_a_field_of_the_plan(name: str) -> None:
    """The plan bears it as a comment there; one about a row that is no more has no place."""
    shape = CASES[name]
    fields, account, _ = recognised(shape["blocks"], title=shape.get("title", "План мероприятий"))
    for question in account.questions:
        found: Any = {key: plain(node) for key, node in fields.items()}
        for step in question.place[2:]:
            found = found[step]
        assert found or not question.place


def test_every_word_is_in_the_plan_or_in_the_directory() -> None:
    """Counted by words, not by claims: what is claimed must also be written.

    Figures apart: the program numbers columns itself. `rewritten` are words that a page has torn.
    """
    lost: dict[str, list[str]] = {}
    for name, shape in CASES.items():
        fields, account, directory = recognised(
            shape["blocks"], title=shape.get("title", "План мероприятий"), is_form=shape.get("form", False)
        )
        written = _words(read_out(fields) + _directory(directory))
        left = _words(" ".join(account.document.text[span.start : span.end] for span, _, _ in account._left))
        rewritten = set(shape.get("rewritten", ()))
        missing = {word for word in _words(account.document.text) - written - left if not word.isdigit()}
        missing -= rewritten
        if missing:
            lost[name] = sorted(missing)
    assert lost == {}


def _directory(directory: Directory) -> str:
    return to_yaml(directory.node())


def _words(text: str) -> set[str]:
    return {word.strip(".").casefold() for word in re.findall(r"[\w.%]+", text) if word.strip(".")}
