"""Plans that nobody wrote, and plans that somebody spoilt: an answer, never an exception.

make fuzz        100,000 inputs; `ROADMAPC_FUZZ=1000 pytest tests/fuzz` for another number
"""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmapc.checks.fix import corrected, edits_of
from roadmapc.diagnostics.outcome import has_errors
from roadmapc.diagnostics.to_sarif import to_sarif
from roadmapc.diagnostics.to_text import to_text
from roadmapc.pipeline import compile_plan

GOOD = Path(__file__).parents[1] / "plans" / "good"
BAD = Path(__file__).parents[1] / "plans" / "bad"
LINES = (GOOD / "minimal.yaml").read_text("utf-8").splitlines(keepends=True)
STRANGE_LINES = sorted(
    {line for path in BAD.glob("*-20*.yaml") for line in path.read_text("utf-8").splitlines(keepends=True)}
)
"""What printed orders have: their mistakes too."""
INPUTS = int(os.environ.get("ROADMAPC_FUZZ", "200"))
"""Of each kind."""

bounded = settings(
    max_examples=INPUTS,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)

WORDS = st.sampled_from(
    [
        *(
            "План",
            "Отчёт школ",
            "ежегодно",
            "до 31 ноября",
            "«Школа",
            '"Дом"',
            "№5",
            "А.Б.Образцов",
            "РМО РМО",
        ),
        *(
            "приложение № 7",
            "(приложение)",
            "2020- 2021 годы",
            "от 05 мая 2021",
            "а) раз",
            "- два",
            "{x.y}",
            "____",
        ),
        *(
            "Администрации города",
            "прилагаемый",
            "дорожная карта",
            "организаций, имеющие",
            "01.01",
            "на 2030 год",
        ),
    ]
)
TEXT = st.lists(WORDS | st.text(max_size=8), min_size=1, max_size=6).map(" ".join).filter(str.strip)
NUMBER = st.from_regex(r"[1-9IVX]{1,2}(\.[1-9]{1,2}){0,3}\.?", fullmatch=True)
MEASURE = st.fixed_dictionaries(
    {"measure": TEXT},
    optional={
        "number": NUMBER,
        "deadline": TEXT
        | st.lists(st.fixed_dictionaries({"phrase": TEXT, "audience": TEXT}), min_size=1, max_size=2),
        "executors": st.lists(st.sampled_from(["department", "schools", "nobody"]), min_size=1, max_size=3),
        "participants": st.lists(TEXT, max_size=3),
        "result": TEXT | st.lists(TEXT, min_size=1, max_size=4),
    },
)
CLAUSE = TEXT | st.fixed_dictionaries(
    {"text": TEXT}, optional={"items": st.lists(TEXT, max_size=3), "deadline": TEXT}
)
SECTION = st.fixed_dictionaries(
    {"measures": st.lists(MEASURE, max_size=4)}, optional={"title": TEXT, "number": NUMBER}
)
COLUMNS = dict.fromkeys(("number", "measure", "deadline", "executors", "participants", "result"), "Графа")


@st.composite
def plans(draw: st.DrawFn) -> str:
    """A plan of the right shape, as JSON, which is YAML too."""
    sections = draw(st.lists(SECTION, min_size=1, max_size=3))
    for at, section in enumerate(sections):
        section["id"] = f"s{at}"
        for ordinal, measure in enumerate(section["measures"]):
            measure["id"] = f"m{at}-{ordinal}"
    order: dict[str, Any] = {"author": "director", "signatory": "director", "title": draw(TEXT)}
    order["clauses"] = draw(st.lists(CLAUSE, min_size=1, max_size=4))
    if draw(st.booleans()):
        order["date"] = draw(st.dates().map("{:%d.%m.%Y}".format).filter(lambda day: len(day) == 10))
    appendix = {"id": "plan", "title": draw(TEXT), "columns": COLUMNS, "sections": sections}
    period = draw(st.sampled_from(["2021", "2021-2025", "2020/2021 учебный год", "2020-2019", "век"]))
    return _yaml(
        {
            "format": 1,
            "id": "fuzz",
            "organisation": "organisations/town.yaml",
            "period": period,
            "order": order,
            "appendices": [appendix],
        }
    )


def _yaml(value: object) -> str:
    import json  # noqa: PLC0415 - the simplest writer of YAML

    return json.dumps(value, ensure_ascii=False, indent=1)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """The small plan with lines lost, doubled, moved, cut, and with lines of printed orders among its own."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, len(lines) - 1))
        kind = draw(st.sampled_from(["drop", "double", "strange", "cut", "letters", "indent"]))
        lines[at : at + 1] = _spoil(draw, kind, lines[at])
        if not lines:
            break
    return "".join(lines)


def _spoil(draw: st.DrawFn, kind: str, line: str) -> list[str]:
    if kind == "drop":
        return []
    if kind == "double":
        return [line, line]
    if kind == "strange":
        return [line, draw(st.sampled_from(STRANGE_LINES))]
    at = draw(st.integers(0, len(line)))
    if kind == "indent":
        return [" " * draw(st.integers(1, 3)) + line]
    return [line[:at] + (draw(st.text(max_size=4)) if kind == "letters" else "\n") + line[at:]]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    shutil.copytree(GOOD / "organisations", tmp_path / "organisations")
    return tmp_path / "plan.yaml"


def hold(plan: Path, text: str) -> None:
    """There is an answer; its places lie in the file; corrections lead to a file that has an answer too."""
    plan.write_text(text, "utf-8", "surrogatepass", newline="")
    outcome = compile_plan(plan)
    assert outcome.value is not None or has_errors(outcome.diagnostics)
    to_text(outcome.diagnostics)
    to_sarif(outcome.diagnostics, "0")
    for one in outcome.diagnostics:
        assert one.place is None or 0 <= one.place.span.start <= one.place.span.end <= len(
            one.place.file.text
        )
    if outcome.value is not None and (edits := edits_of(outcome.value.plan.file, outcome.diagnostics)):
        plan.write_text(corrected(outcome.value.plan.file, edits), "utf-8", newline="")
        assert compile_plan(plan).value is not None


@bounded
@given(text=plans())
def test_a_plan_that_nobody_wrote(text, plan):
    hold(plan, text)


@bounded
@given(text=spoilt())
def test_a_plan_that_somebody_spoilt(text, plan):
    hold(plan, text)
