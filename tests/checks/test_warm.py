"""A compiler that stays says of every edit what one says that has just begun."""

from pathlib import Path
from random import Random

import pytest

from roadmapc.compiled import Compiled
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.memo import Memo
from roadmapc.pipeline import compile_plan
from roadmapc.surroundings import Sources

PLANS = Path(__file__).parents[2] / "roadmaps"
EDITS = 12
_WORDS = (
    "до 31.08.2023",
    "учереждение",
    "согласно приказа",
    "до 30 ноября ежегодно",
    "  ",
    "ещё",
    ":",
    "- x",
    "№ 5",
)
"""Terms, slips and signs that findings are about."""


def _edited(random: Random, text: str) -> str:
    """A line of a file that is doubled, lost, exchanged with another or has other words."""
    lines = text.split("\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.randrange(5):
        case 0:
            lines.insert(at, lines[at])
        case 1:
            del lines[at]
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            words = lines[at].rstrip().rpartition(" ")
            lines[at] = f"{words[0]} {random.choice(_WORDS)}"
        case _:
            lines[at] += f" {random.choice(_WORDS)}"
    return "\n".join(lines)


def _told(outcome: Outcome[Compiled]) -> tuple[object, ...]:
    """Findings with their places and advice, and the days of the calendar."""
    found = [
        (
            each.code.id,
            each.message,
            each.hints,
            each.edit,
            each.units,
            each.place and (each.place.file.name, each.place.file.text, each.place.span),
            [(label.text, label.place.file.name, label.place.span) for label in each.related],
        )
        for each in outcome.diagnostics
    ]
    if outcome.value is None:
        return (found,)
    calendar = outcome.value.calendar
    dates = [(entry.uid, entry.duty.text, entry.occurrence) for entry in calendar.entries]
    return (
        found,
        dates,
        [(each.uid, each.phrase) for each in calendar.undated],
        outcome.value.plan.order.title,
    )


@pytest.mark.parametrize("name", ["yurga-2020", "arkhangelsk-2021", "svetlorechensk-2026"])
def test_findings_of_all_edits_are_those_of_a_cold_compiler(name: str, tmp_path: Path) -> None:
    random = Random(name)
    for path in PLANS.rglob("*"):
        if path.is_file():
            target = tmp_path / path.relative_to(PLANS)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(path.read_bytes())
    plan = tmp_path / f"{name}.yaml"
    directories = sorted((tmp_path / "organisations").glob("*.yaml"))
    memo = Memo()
    whole = plan.read_text("utf-8")
    for _ in range(EDITS):
        path = plan if random.random() < 0.8 else random.choice(directories)
        before = path.read_text("utf-8")
        path.write_text(_edited(random, before), encoding="utf-8")
        warm = compile_plan(plan, sources=Sources(memo=memo))
        assert _told(warm) == _told(compile_plan(plan))
        if warm.value is None:  # a file that is not read any more teaches nothing
            path.write_text(before, encoding="utf-8")
    plan.write_text(whole, encoding="utf-8")
    assert _told(compile_plan(plan, sources=Sources(memo=memo))) == _told(compile_plan(plan))


def test_what_is_known_is_not_asked_again(tmp_path: Path) -> None:
    memo = Memo()
    first = compile_plan(PLANS / "yurga-2020.yaml", sources=Sources(memo=memo)).value
    again = compile_plan(PLANS / "yurga-2020.yaml", sources=Sources(memo=memo)).value
    assert first is not None
    assert again is not None
    assert first.plan.organisation is again.plan.organisation
    assert {entry.occurrence for entry in first.calendar.entries} == {
        entry.occurrence for entry in again.calendar.entries
    }
