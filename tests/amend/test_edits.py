"""Random edits: the drafted order turns the old text into the new, and a diff turns round with its sides."""

import copy
import os
import re
from collections import Counter
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from edits import edited

from roadmapc.amend.from_order import amendment
from roadmapc.amend.from_plans import amending_order
from roadmapc.amend.instructions import (
    Add,
    AddClause,
    Drop,
    Instruction,
    Noun,
    Remove,
    Replace,
    Restate,
    RestateRow,
)
from roadmapc.amend.order import Requisites
from roadmapc.amend.preparation import prepare
from roadmapc.calendar.workdays import official
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.diff.changes import Added, Modified, Moved, Removed
from roadmapc.diff.from_plans import compare
from roadmapc.model.numbering import rank
from roadmapc.model.plan import Plan
from roadmapc.pipeline import compile_plan
from roadmapc.schedule.from_plan import schedule

HERE = Path(__file__).parent
CASE = HERE.parent / "diff" / "cases" / "deadline-later" / "before.yaml"
DIRECTORY = HERE.parent / "diff" / "organisations" / "town.yaml"
SCRIPTS = int(os.environ.get("ROADMAPC_EDIT_SCRIPTS", "150"))
REQUISITES = Requisites(date(2022, 2, 1), "20")


def compiled(folder: Path, data: dict[str, Any]) -> Plan:
    path = folder / "plan.yaml"
    path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    outcome = compile_plan(path)
    assert outcome.value is not None, [said.message for said in outcome.diagnostics]
    return outcome.value.plan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "organisations").mkdir()
    (tmp_path / "organisations" / "town.yaml").write_bytes(DIRECTORY.read_bytes())
    return tmp_path


@pytest.fixture
def data() -> dict[str, Any]:
    """The plan as plain data; every scalar as it is written."""
    loaded: dict[str, Any] = yaml.load(CASE.read_text("utf-8"), Loader=yaml.BaseLoader)
    loaded["format"] = 1
    return loaded


def scripts(folder: Path, data: dict[str, Any]) -> list[tuple[int, Plan, Plan]]:
    """The plan before and after each random script, with the seed that makes it again."""
    old = compiled(folder, data)
    made = []
    for seed in range(SCRIPTS):
        random, changed = Random(seed), copy.deepcopy(data)
        edited(random, changed, random.randint(1, 6))
        made.append((seed, old, compiled(folder, changed)))
    return made


def codes(outcome: Outcome[Plan]) -> set[str]:
    return {said.code.id for said in outcome.diagnostics}


def has_odd_quotes(plan: Plan) -> bool:
    """Whether some text of the plan has quotes that do not close: such a text cannot be quoted."""
    texts = [measure.title for _, measure in plan.walk()]
    texts += [section.title for appendix in plan.appendices for section in appendix.walk()]
    texts += [clause.text for clause in plan.order.walk()]
    texts += [plan.order.title, *(appendix.title for appendix in plan.appendices)]
    return any(map(is_odd, texts))


def is_odd(text: str) -> bool:
    quotes = re.sub("[^«»]", "", text)
    while "«»" in quotes:
        quotes = quotes.replace("«»", "")
    return bool(quotes)


def test_a_drafted_order_turns_the_old_text_into_the_new(folder: Path, data: dict[str, Any]) -> None:
    outcomes: Counter[str] = Counter()
    for seed, old, new in scripts(folder, data):
        outcome = amending_order(old, new, REQUISITES)
        told = "written" if outcome.value else min(codes(outcome))
        outcomes[told] += 1
        assert told in ("written", "A603") or (told == "A602" and has_odd_quotes(new)), seed
    assert outcomes["written"] > 0.9 * SCRIPTS, outcomes


def test_changes_stand_in_the_order_of_the_text_each_in_its_own_place(
    folder: Path, data: dict[str, Any]
) -> None:
    for seed, old, new in scripts(folder, data):
        made = amending_order(old, new, REQUISITES).value
        if made is None:
            continue
        told = amendment(made).instructions
        places = [place for each in told if (place := place_of(each)) is not None]
        assert places == sorted(places), seed
        assert len(places) == len(set(places)), seed
        assert ("О внесении изменения в" in made.order.title) is (len(told) == 1), seed
        assert bool(made.order.clauses[0].clauses) is (len(told) > 1), seed


def place_of(told: Instruction) -> tuple[Any, ...] | None:
    """Where a clause or a row is changed, clauses before all rows; `None` for other changes."""
    match told:
        case AddClause(clauses):
            return (0, "", rank(clauses[0].number), "")
        case Replace(at) | Add(at) | Drop(at) | Restate(at) | Remove(at) | RestateRow(at):
            is_row = at.noun is Noun.ROW
            found = (int(is_row), at.appendix or "", rank(at.number), at.column)
            return found if is_row or at.noun is Noun.CLAUSE else None
        case _:
            return None


def test_a_number_never_comes_to_mean_another_thing(folder: Path, data: dict[str, Any]) -> None:
    for seed, old, new in scripts(folder, data):
        found = prepare(old, new)
        if found.restated:
            continue
        before = {measure.id: measure.number for _, measure in old.walk()}
        after = {name: number for (kind, name), number in found.numbers.items() if kind == "measure"}
        kept = before.keys() & after.keys()
        assert {name: before[name] for name in kept} == {name: after[name] for name in kept}, seed
        fresh = [number for name, number in after.items() if name not in before]
        assert len(fresh) == len({*fresh} - {*before.values()}), seed


def test_editions_that_change_places_change_the_kinds(folder: Path, data: dict[str, Any]) -> None:
    opposite = {Added: Removed, Removed: Added, Moved: Moved, Modified: Modified}
    for seed, old, new in scripts(folder, data):
        calendars = [schedule(plan, official()).value for plan in (old, new)]
        assert calendars[0] is not None
        assert calendars[1] is not None
        there, back = compare(calendars[0], calendars[1]), compare(calendars[1], calendars[0])
        kinds = Counter(opposite[type(change)] for change in there.changes)
        assert kinds == Counter(type(change) for change in back.changes), seed
        assert compare(calendars[0], calendars[0]).is_empty
