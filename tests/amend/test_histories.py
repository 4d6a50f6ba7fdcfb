"""Plans amended again and again by random edits: history fits, numbers stay, marks are there."""

import copy
import os
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from edits import edited

from roadmapc.amend.from_plans import amending_order
from roadmapc.amend.order import Requisites
from roadmapc.amend.record import Edition, recorded
from roadmapc.compiled import Compiled
from roadmapc.model.amendment import AmendingAct, ChangeKind, ProvisionName
from roadmapc.model.history import restates_appendix
from roadmapc.model.plan import Plan
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import of_clause, of_plan
from roadmapc.pipeline import compile_plan
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.document.view import MeasuresView, NoteRow, NoteView

HERE = Path(__file__).parent
CASE = HERE.parent / "diff" / "cases" / "deadline-later" / "before.yaml"
DIRECTORY = HERE.parent / "diff" / "organisations" / "town.yaml"
LIVES = int(os.environ.get("ROADMAPC_LIVES", "20"))
ACTS = 4
SIGNED = date(2022, 2, 1)
HISTORY = frozenset(
    {"L820", "L821", "L822", "L823", "N720", "M470", "M471", "M472", "M473", "M474", "M475", "M476"}
)
"""What is said of a history that does not fit its plan."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "organisations").mkdir()
    (tmp_path / "organisations" / "town.yaml").write_bytes(DIRECTORY.read_bytes())
    return tmp_path


def compiled(folder: Path, text: str) -> Compiled:
    (folder / "plan.yaml").write_text(text, "utf-8")
    outcome = compile_plan(folder / "plan.yaml")
    assert outcome.value is not None, [said.message for said in outcome.diagnostics]
    said = [each for each in outcome.diagnostics if each.code.id in HISTORY]
    assert not said or "acts:" not in text, [each.message for each in said]
    return outcome.value


def read(text: str) -> dict[str, Any]:
    """Every scalar as it is written."""
    loaded: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return loaded


def write(data: dict[str, Any]) -> str:
    return yaml.safe_dump(data | {"format": 1}, allow_unicode=True, sort_keys=False)


def life(seed: int, folder: Path) -> Iterator[tuple[Plan, Compiled]]:
    """Each edition of a plan with the one before it; an edit that no order can make is passed over."""
    random, text = Random(seed), write(read(CASE.read_text("utf-8")))
    for number in range(1, ACTS + 1):
        data = copy.deepcopy(read(text))
        edited(random, data, random.randint(1, 4))
        requisites = Requisites(SIGNED + timedelta(days=number), str(number))
        old = compiled(folder, text)
        (folder / "plan.yaml").write_text(write(data), "utf-8")
        edited_plan = compile_plan(folder / "plan.yaml").value
        assert edited_plan is not None
        drafted = amending_order(old.plan, edited_plan.plan, requisites)
        if drafted.value is not None:
            before, after = edition(old), edition(edited_plan)
            outcome = recorded(before, after, requisites, drafted.value.order.title)
            assert outcome.value is not None, [said.message for said in outcome.diagnostics]
            text = outcome.value.plan
            for name, words in outcome.value.files.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_text(words, "utf-8")
            yield old.plan, compiled(folder, text)


def edition(plan: Compiled) -> Edition:
    return Edition(plan.plan, plan.surroundings.texts, plan.surroundings.life)


def notes(plan: Compiled) -> list[str]:
    """All notes of an edition."""
    view = order_view(plan.plan, plan.calendar, SIGNED)
    parts = [part for appendix in view.appendices for part in appendix.parts]
    rows = [row for part in parts if isinstance(part, MeasuresView) for row in part.rows]
    found = [each.text for each in (*view.amendments, *view.clauses, *parts) if isinstance(each, NoteView)]
    return found + [row.note.text for row in rows if isinstance(row, NoteRow)]


def numbers(plan: Plan, act: AmendingAct) -> dict[ProvisionName, str]:
    """Numbers that an act has to leave alone: those outside of the appendices that it says anew."""
    anew = {change.provision.id for change in act.changes if restates_appendix(change)}
    inner = {
        name
        for appendix in plan.appendices
        if appendix.id in anew
        for section in appendix.walk()
        for name in (section.id, *(measure.id for measure in section.measures))
    }
    rows = (ProvisionKind.SECTION, ProvisionKind.MEASURE)
    return {name: number for name, number in of_plan(plan) if not (name.kind in rows and name.id in inner)}


def come(plan: Plan, act: AmendingAct) -> Iterator[ProvisionName]:
    """What an act added: a clause that stands elsewhere bears its name on, with those that it holds."""
    added = {change.provision for change in act.changes if change.kind is ChangeKind.ADDED}
    for clause in plan.order.walk():
        if of_clause(clause) in added:
            yield from map(of_clause, clause.walk())


@pytest.mark.parametrize("seed", range(LIVES))
def test_an_edition_follows_from_the_one_before_it(seed: int, folder: Path) -> None:
    for old, new in life(seed, folder):
        act = new.plan.amendments[-1]
        before, after = (numbers(plan, act) for plan in (old, new.plan))
        kept = before.keys() & after.keys() - set(come(new.plan, act))
        assert {name: before[name] for name in kept} == {name: after[name] for name in kept}
        assert [each.requisites for each in new.plan.amendments[:-1]] == [
            each.requisites for each in old.amendments
        ]
        said = notes(new)
        assert said[0].startswith("(в редакции приказ")
        for change in act.changes:
            name = change.provision
            is_number = change.kind is ChangeKind.REMOVED and name.kind is not ProvisionKind.APPENDIX
            wanted = f"{change.number}. Утратил" if is_number else ""
            assert any(act.requisites in each and each.startswith(wanted) for each in said[1:]), name
