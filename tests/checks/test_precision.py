"""What is said of real plans is useful: two hundred findings, judged one by one as a registry clerk would.

The plans are those of the repository, four orders as they were printed, and six written after the shapes of
public acts (`literal/`). A finding is `useful` if the clerk would return the paper for it or thank for it,
`noise` if it is true and nobody would act on it, `false` if it is wrong. The list is `judged.yaml`.

python tests/checks/test_precision.py         prints the shares, and what is judged but no longer said
python tests/checks/test_precision.py draw    draws findings to judge
"""

import random
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import yaml

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.pipeline import compile_plan

TESTS = Path(__file__).parents[1]
JUDGED = Path(__file__).with_name("judged.yaml")
PLANS = {
    "roadmaps": sorted((TESTS.parent / "roadmaps").glob("*.yaml")),
    "printed": sorted((TESTS / "plans" / "bad").glob("*-202?.yaml")),
    "good": sorted((TESTS / "plans" / "good").glob("*.yaml")),
    "literal": sorted(
        set((TESTS / "checks" / "literal").glob("*.yaml"))
        - {TESTS / "checks" / "literal" / "organisation.yaml"}
    ),
}
DRAWN = 200
VERDICTS = ("useful", "noise", "false")


class Judgement(NamedTuple):
    """One finding with what a clerk would say of it."""

    plan: str
    """Its folder among `PLANS` and its name: `literal/flood`."""
    code: str
    at: str
    """The words that it points at, cut; with the line of their file where several are alike."""
    verdict: str
    why: str


def judgements() -> list[Judgement]:
    return [Judgement(**record) for record in yaml.safe_load(JUDGED.read_text("utf-8"))]


@cache
def said() -> dict[tuple[str, str, str], Diagnostic]:
    """Every finding of the plans by its plan, code and place."""
    named = [(f"{group}/{path.stem}", path) for group, paths in PLANS.items() for path in paths]
    return {(name, one.code.id, at): one for name, path in named for at, one in _placed(path)}


def _placed(path: Path) -> Iterator[tuple[str, Diagnostic]]:
    turns: Counter[tuple[str, str]] = Counter()
    for one in compile_plan(path).diagnostics:
        assert one.place is not None
        file, span = one.place
        where = ", ".join(one.units[:1]) or f"строка {file.position(span.start).line}"
        words = " ".join(file.text[span.start : span.end].split())[:40]
        turns[one.code.id, where] += 1
        turn = turns[one.code.id, where]
        yield f"{where}: {words}" + (f" ({turn})" if turn > 1 else ""), one


def shares(judged: list[Judgement]) -> dict[str, float]:
    """Per cent of each verdict among the findings that are still said."""
    counts = Counter(each.verdict for each in judged)
    return {verdict: 100 * counts[verdict] / len(judged) for verdict in VERDICTS}


def still_said() -> list[Judgement]:
    return [each for each in judgements() if (each.plan, each.code, each.at) in said()]


def test_two_hundred_are_judged_each_once_with_a_reason():
    judged = judgements()
    assert len(judged) >= DRAWN
    assert len({each[:3] for each in judged}) == len(judged)
    assert {each.verdict for each in judged} <= set(VERDICTS)
    assert all(each.why for each in judged)


def test_what_is_said_is_useful_and_hardly_ever_wrong():
    judged = still_said()
    assert len(judged) >= DRAWN * 3 // 4, "draw and judge anew"
    of = shares(judged)
    assert of["useful"] >= 75
    assert of["false"] <= 3


def draw() -> str:
    """So many findings of all, each with an empty verdict."""
    chosen = random.Random(2024).sample(sorted(said()), min(DRAWN, len(said())))
    records = [
        {"plan": plan, "code": code, "at": at, "verdict": "", "why": said()[plan, code, at].message}
        for plan, code, at in sorted(chosen)
    ]
    return yaml.safe_dump(records, allow_unicode=True, sort_keys=False, width=1000)


def table() -> str:
    judged, now = judgements(), still_said()
    lines = [f"{share:5.1f} %  {verdict}" for verdict, share in shares(now).items()]
    gone = [f"больше не сказано: {each.plan} {each.code} {each.at}" for each in judged if each not in now]
    return "\n".join((f"{len(now)} из {len(judged)}", *lines, *gone)) + "\n"


if __name__ == "__main__":
    sys.stdout.write(draw() if "draw" in sys.argv else table())
