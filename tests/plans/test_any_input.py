"""Whatever the file, the compiler answers with a plan or with an error, and its places exist."""

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import has_errors
from roadmapc.diagnostics.to_github import to_github
from roadmapc.diagnostics.to_json import to_json
from roadmapc.diagnostics.to_text import to_text
from roadmapc.pipeline import compile_plan

GOOD = Path(__file__).parent / "good"
PLAN = (GOOD / "full.yaml").read_text("utf-8").splitlines(keepends=True)
SIGNS = [*":-[]{}\"'#&*!|>%@`,~?=<\\\t\r\n 0.", "\u2028", "\u0085", "\ufeff", "\x00", "\u202e", "𝔘", "ё", "е"]
WORDS = [
    ": ",
    "- ",
    "---\n",
    "!!x ",
    "&a ",
    "*a ",
    ">-\n",
    '"\\0"',
    "{director.dative}",
    "31.02.2021",
    "null",
]

modest = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Where to write a plan beside the directory of the good ones."""
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    return tmp_path / "any.yaml"


def hold(plan: Path) -> None:
    """The plan is compiled or refused, and what is said can be shown."""
    outcome = compile_plan(plan)
    assert outcome.value is not None or has_errors(outcome.diagnostics)
    for diagnostic in outcome.diagnostics:
        hold_diagnostic(diagnostic)
    for shown in (to_text, to_json, to_github):
        shown(outcome.diagnostics).encode("utf-8")


def hold_diagnostic(diagnostic: Diagnostic) -> None:
    assert not any("\n" in line for line in (diagnostic.message, *diagnostic.hints))
    if diagnostic.place is not None:
        span = diagnostic.place.span
        assert 0 <= span.start <= span.end <= len(diagnostic.place.file.text)


@modest
@given(content=st.binary())
def test_any_bytes(plan: Path, content: bytes) -> None:
    plan.write_bytes(content)
    hold(plan)


@modest
@given(text=st.text(st.sampled_from([*SIGNS, "a", "b"]) | st.characters(exclude_categories=["Cs"])))
def test_any_text(plan: Path, text: str) -> None:
    plan.write_text(text, "utf-8", newline="")
    hold(plan)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A good plan after an accident or three."""
    lines = list(PLAN)
    for _ in range(draw(st.integers(1, 3))):
        at, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        match draw(st.sampled_from(["delete", "repeat", "swap", "insert", "cut"])):
            case "delete":
                lines[at] = ""
            case "repeat":
                lines[at] *= 2
            case "swap":
                lines[at], lines[other] = lines[other], lines[at]
            case "insert":
                column = draw(st.integers(0, len(lines[at])))
                word = draw(st.sampled_from(SIGNS + WORDS))
                lines[at] = lines[at][:column] + word + lines[at][column:]
            case "cut":
                start, end = sorted((at, other))
                lines[start] = lines[start][: draw(st.integers(0, len(lines[start])))]
                lines[start + 1 : min(end, start + 3)] = [""] * len(lines[start + 1 : min(end, start + 3)])
    return "".join(lines)


@modest
@given(text=damaged())
def test_any_accident_to_a_plan(plan: Path, text: str) -> None:
    plan.write_text(text, "utf-8", newline="")
    hold(plan)


@modest
@given(data=st.data())
def test_any_accident_to_a_directory(plan: Path, data: st.DataObject) -> None:
    directory = plan.parent / "organisations" / "town.yaml"
    lines = (GOOD / "organisations" / "town.yaml").read_text("utf-8").splitlines(keepends=True)
    at = data.draw(st.integers(0, len(lines) - 1))
    column = data.draw(st.integers(0, len(lines[at])))
    word = data.draw(st.sampled_from(["", *SIGNS, *WORDS]))
    lines[at] = lines[at][:column] + word + lines[at][column + data.draw(st.integers(0, 5)) :]
    directory.write_text("".join(lines), "utf-8", newline="")
    plan.write_text("".join(PLAN), "utf-8")
    hold(plan)
