"""Ten everyday edits of every plan of this repository, and what a colleague reads of each.

An edit is a list of replacements in `edits/PLAN.yaml`; what is read stands in `edits/PLAN/EDIT.md`.
"""

import re
import shutil
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypedDict

import pytest
import yaml

from in_process import run

EDITS = Path(__file__).parent / "edits"
ROADMAPS = Path(__file__).parents[2] / "roadmaps"


class Step(TypedDict, total=False):
    """One change of a text."""

    # `in` is the file, from the folder of plans; without it, the plan itself
    at: str
    """Words after which the change is made; without it, the beginning of the file."""
    to: str
    everywhere: bool
    before: str
    """Words before which `insert` is put, with the margin that they have."""
    insert: str
    drop: str
    """The beginning of an item of a list, which is left out."""


Edit = list[dict[str, str]]


def edits() -> Iterator[tuple[str, str, Edit]]:
    """Plan, name, steps."""
    for path in sorted(EDITS.glob("*.yaml")):
        for name, steps in yaml.safe_load(path.read_text("utf-8")).items():
            yield path.stem, name, steps


def applied(text: str, step: dict[str, str]) -> str:
    """The text after one step."""
    if "insert" in step:
        return inserted(text, step["before"], step["insert"])
    if "append" in step:
        return text + textwrap.indent(step["append"], "  ")
    if "drop" in step:
        return dropped(text, step["drop"])
    start = text.index(step.get("at", ""))
    assert step["from"] in text[start:], step["from"]
    return text[:start] + text[start:].replace(step["from"], step["to"], -1 if "everywhere" in step else 1)


def inserted(text: str, before: str, insert: str) -> str:
    at = text.index(before)
    line = text.rindex("\n", 0, at) + 1
    margin = re.match(" *", text[line:])
    assert margin
    return text[:line] + textwrap.indent(insert, margin[0]) + text[line:]


def dropped(text: str, item: str) -> str:
    """Without the item and the deeper lines below it."""
    found = re.search(rf"^( *){re.escape(item)}\n(\n|\1 .*\n)*", text, re.MULTILINE)
    assert found, item
    return text[: found.start()] + text[found.end() :]


@pytest.fixture
def plans(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The plans as they are and as they are being edited."""
    for side in ("before", "after"):
        shutil.copytree(ROADMAPS, tmp_path / side)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def changed(plan: str, steps: Edit, plans: Path) -> tuple[str, str]:
    """The paths of both editions once the steps are made."""
    for step in steps:
        path = plans / "after" / step.get("in", f"{plan}.yaml")
        path.write_text(applied(path.read_text("utf-8"), step), "utf-8")
    return f"before/{plan}.yaml", f"after/{plan}.yaml"


each_edit = pytest.mark.parametrize(
    ("plan", "name", "steps"), [pytest.param(*each, id="-".join(each[:2])) for each in edits()]
)


@each_edit
def test_a_colleague_reads_what_happened(
    plan: str, name: str, steps: Edit, plans: Path, golden: Callable[[Path, str], None]
) -> None:
    command = ["diff", *changed(plan, steps, plans), "--format", "markdown"]
    result = run(*command)
    assert result.stderr == ""
    golden(EDITS / plan / f"{name}.md", result.stdout)


@each_edit
def test_an_order_makes_it_law(plan: str, name: str, steps: Edit, plans: Path) -> None:
    """Another person who signs needs none: the signature of a signed order is never changed."""
    command = ["amend", *changed(plan, steps, plans), "--number", "20", "--date", "20.12.2022"]
    result = run(*command)
    is_signature = (plan, name) == ("novoaleksandrovsk-2020", "person-replaced")
    assert ("A603" in result.stderr) is is_signature
    assert (result.exit_code == 0) is not is_signature, result.stderr
