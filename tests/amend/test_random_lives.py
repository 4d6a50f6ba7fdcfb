"""Random lives: acts of random days over random edits, and what holds of text and duties of any day."""

import copy
import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
import yaml
from edits import edited

from roadmapc.amend.from_plans import amending_order
from roadmapc.amend.order import Requisites
from roadmapc.amend.record import Edition, recorded
from roadmapc.compiled import Compiled
from roadmapc.diff.from_plan import provisions
from roadmapc.edition.differences import differences
from roadmapc.edition.units import inlined
from roadmapc.pipeline import compile_plan, compile_unchecked

HERE = Path(__file__).parent
CASE = HERE.parent / "diff" / "cases" / "deadline-later" / "before.yaml"
DIRECTORY = HERE.parent / "diff" / "organisations" / "town.yaml"
IS_FULL = bool(os.environ.get("ROADMAPC_FULL"))
LIVES = int(os.environ.get("ROADMAPC_RANDOM_LIVES", "2000" if IS_FULL else "12"))
ACTS = 6
SIGNED = date(2021, 3, 18)
HISTORY = frozenset({"L820", "L821", "L822", "L823", "N720"} | {f"M47{digit}" for digit in range(9)})
"""What is said of a history that does not fit its plan; M479 is of an act that names a day already past."""


class Moment(NamedTuple):
    """A plan as it was when an act was signed."""

    day: date
    effective: date
    plan: Compiled


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "organisations").mkdir()
    (tmp_path / "organisations" / "town.yaml").write_bytes(DIRECTORY.read_bytes())
    return tmp_path


def compiled(folder: Path) -> Compiled:
    outcome = compile_plan(folder / "plan.yaml")
    assert outcome.value is not None, [said.message for said in outcome.diagnostics]
    said = [each.message for each in outcome.diagnostics if each.code.id in HISTORY]
    assert said == []
    return outcome.value


def write(folder: Path, data: dict[str, Any]) -> None:
    text = yaml.safe_dump(data | {"format": 1}, allow_unicode=True, sort_keys=False)
    (folder / "plan.yaml").write_text(text, "utf-8")


def edition(plan: Compiled) -> Edition:
    return Edition(plan.plan, plan.surroundings.texts, plan.surroundings.life)


def life(seed: int, folder: Path) -> Iterator[Moment]:
    """The plan after each act; an edit that no order can make is passed over.

    Every third act is in force some months later, so that one signed after it may be in force before it.
    """
    random, day = Random(seed), SIGNED
    write(folder, yaml.load(CASE.read_text("utf-8"), Loader=yaml.BaseLoader))
    old = compiled(folder)
    yield Moment(day, day, old)
    for number in range(1, random.randint(1, ACTS) + 1):
        day += timedelta(days=random.randint(1, 200))
        effective = day + timedelta(days=random.choice([0, 0, random.randint(1, 250)]))
        text = (folder / "plan.yaml").read_text("utf-8")
        data = copy.deepcopy(yaml.load(text, Loader=yaml.BaseLoader))
        edited(random, data, random.randint(1, 4))
        write(folder, data)
        new = compile_unchecked(folder / "plan.yaml").value
        assert new is not None
        requisites = Requisites(day, str(number), effective=effective if effective > day else None)
        drafted = amending_order(old.plan, new.plan, requisites)
        made = (
            recorded(edition(old), edition(new), requisites, drafted.value.order.title).value
            if drafted.value is not None
            else None
        )
        if made is None:
            (folder / "plan.yaml").write_text(text, "utf-8")
            continue
        for name, words in made.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(words, "utf-8")
        (folder / "plan.yaml").write_text(made.plan, "utf-8")
        old = compiled(folder)
        yield Moment(day, effective, old)


def printed(plan: Compiled) -> list[object]:
    return [
        (each.kind, each.number, each.title, each.fields)
        for each in provisions(plan.plan)
        if each.id != "amendments"
    ]


def due(plan: Compiled, before: date) -> list[tuple[str, date, str, str]]:
    """The rows of the register whose day has come."""
    return [
        (each.uid, each.occurrence.due, each.duty.number, each.duty.text)
        for each in plan.calendar.entries
        if each.occurrence.due < before
    ]


@pytest.mark.parametrize("seed", range(LIVES))
def test_text_and_duties_of_any_day(seed: int, folder: Path) -> None:
    moments = list(life(seed, folder))
    latest = moments[-1].plan
    acts = latest.surroundings.life
    if acts is not None:  # the plan is its first edition with its acts, carried out in the order of effect
        computed = acts.as_of(None)
        assert computed.failures == ()
        assert list(differences(computed.root, inlined(latest.plan.origin, latest.surroundings.texts))) == []
    effects = [moment.effective for moment in moments]
    for at, moment in enumerate(moments):
        later = effects[at + 1 :]
        # the text of a moment is that of the day when all its acts are in force and no later one is
        day = max(effects[: at + 1])
        if later and min(later) > day:
            then = compile_unchecked(folder / "plan.yaml", day=day).value
            assert then is not None
            assert printed(then) == printed(moment.plan)
        if later:
            first = min(later)
            assert due(latest, first) == due(moment.plan, first)
