"""A compiler that stays says of every edit what one says that has just begun."""

import os
from pathlib import Path
from random import Random

import pytest

from roadmapc.compiled import Compiled
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.memo import Memo
from roadmapc.pipeline import compile_plan
from roadmapc.surroundings import Sources

PLANS = Path(__file__).parents[2] / "roadmaps"
EDITS = 200 if os.environ.get("ROADMAPC_FULL") else 12
"""Of each plan."""
_WORDS = (
    *("до 31.08.2023", "до 30 ноября ежегодно", "учереждение", "согласно приказа", "ещё", "№ 5", "140 %"),
    *(
        "  ",
        ":",
        "- x",
        "# слова",
        "&a",
        "*a",
        "!t",
        '"',
        "'",
        "[",
        "]",
        "{board}",
        "|",
        ">-",
        "\u00a0",
        "\r",
    ),
)
"""Terms, slips and signs that findings are about, and what breaks a record."""


def _edited(random: Random, text: str) -> str:
    """The text with lines that are doubled, lost, moved, indented or have other words or ends."""
    lines = text.split("\n")
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    near = slice(at, at + random.choice((1, 1, 4)))
    words = lines[at].rstrip().rpartition(" ")
    lines[near] = random.choice(
        (
            [*lines[near], *lines[near]],
            [],
            [lines[other]],
            [f"{words[0]} {random.choice(_WORDS)}"],
            [f"{words[0]} {random.choice(_WORDS)}"],
            [f"{lines[at]} {random.choice(_WORDS)}"],
            ["  " + line for line in lines[near]],
            [line.removeprefix("  ") for line in lines[near]],
            [line.rstrip("\r") + "\r" for line in lines[near]],
            [
                lines[at].replace(*random.choice((("а", "о"), ("20", "21"), ("е", "ё")))),
                *lines[at + 1 : near.stop],
            ],
        )
    )
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
    whole = good = plan.read_bytes()
    for _ in range(EDITS):
        path = plan if random.random() < 0.9 else random.choice(directories)
        before = path.read_bytes()
        path.write_bytes(_edited(random, before.decode()).encode())
        warm = compile_plan(plan, sources=Sources(memo=memo))
        assert _told(warm) == _told(compile_plan(plan))
        if warm.value is not None:
            good = plan.read_bytes()
        elif path is not plan:
            path.write_bytes(before)
        elif random.random() < 0.7:  # else who broke the record goes on in it
            plan.write_bytes(good)
    plan.write_bytes(whole)
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
