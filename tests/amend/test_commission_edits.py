"""Random changes of a commission: every amendment is faithful, by seats or with the composition anew."""

import json
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import yaml

from roadmapc.amend.from_order import amendment
from roadmapc.amend.from_plans import amending_order
from roadmapc.amend.instructions import Enter, Instruction, RestateAppendix, RestatePost, Withdraw
from roadmapc.amend.order import Requisites
from roadmapc.pipeline import compile_plan

HERE = Path(__file__).parent
DIRECTORY = HERE.parent / "diff" / "organisations" / "town.yaml"
EDITS = 60
MEMBERS: list[Any] = [
    "director",
    {"official": "methodologist", "role": "секретарь комиссии"},
    {"official": "methodologist", "note": "по согласованию"},
    {"name": "Закладкина Нина Фёдоровна", "post": "директор школы № 1", "note": "по согласованию"},
    {"name": "Закладкина Нина Фёдоровна", "post": "заместитель директора школы «Лесная»"},
    {"name": "Листов П. И.", "post": "методист, секретарь"},
    {"name": "Листова П. И.", "post": "методист (по труду)"},
    {"name": "Листов Пётр Ильич", "post": "депутат"},
    {"name": "Черных Илья Ильич", "post": "депутат"},
    {"name": "Чайка Пётр Ильич", "post": "врач"},
    {"post": "начальник отдела кадров"},
    {"post": "начальник отдела кадров", "note": "вакансия"},
    {"post": "представитель школ"},
    {"post": "родители"},
]
HEADS = ("Председатель комиссии", "Члены комиссии", "")
ORDER = {
    "date": "18.03.2021",
    "number": "168",
    "author": "director",
    "signatory": "director",
    "title": "О комиссии",
    "clauses": [{"id": "approval", "text": "Утвердить состав (приложение)."}],
}


def groups(random: Random) -> list[Any]:
    """A composition of two groups at most, in which nobody sits twice."""
    members = random.sample(MEMBERS, random.randint(1, 6))
    cut = random.randint(0, len(members) - 1)
    parts = [part for part in (members[:cut], members[cut:]) if part]
    heads = random.choice([HEADS[:2], HEADS[1:], HEADS[2:]])
    return [
        {"members": part, **({"title": head} if head else {})}
        for head, part in zip(heads, parts, strict=False)
    ]


def edited(random: Random, old: list[Any]) -> list[Any]:
    """Somebody comes, goes, changes places or posts, once or several times."""
    new = [{**group, "members": list(group["members"])} for group in old]
    for _ in range(random.randint(1, 4)):
        members = random.choice(new)["members"]
        at = random.randrange(len(members) + 1)
        match random.choice(["in", "in", "out", "swap", "post"]):
            case "in":
                members.insert(at, random.choice(MEMBERS))
            case "out" if len(members) > 1:
                members.pop(at - 1)
            case "swap":
                random.shuffle(members)
            case _:
                members[at - 1] = random.choice(MEMBERS)
    return new


def written(folder: Path, name: str, composition: list[Any]) -> Any:
    path = folder / f"{name}.yaml"
    appendix = {"id": "members", "title": "Состав комиссии", "parts": [{"composition": composition}]}
    plan = {"format": 1, "id": "commission", "organisation": "town.yaml", "period": "2021", "order": ORDER}
    # copied, for YAML writes what stands twice as a reference
    path.write_text(
        yaml.safe_dump(json.loads(json.dumps({**plan, "appendices": [appendix]})), allow_unicode=True),
        "utf-8",
    )
    outcome = compile_plan(path)
    assert outcome.value is not None
    return outcome.value.plan


def test_every_change_is_drafted(tmp_path: Path) -> None:
    (tmp_path / "town.yaml").write_bytes(DIRECTORY.read_bytes())
    told: set[type[Instruction]] = set()
    for seed in range(EDITS):
        random = Random(seed)
        before = groups(random)
        old, new = written(tmp_path, "old", before), written(tmp_path, "new", edited(random, before))
        outcome = amending_order(old, new, Requisites(date(2022, 2, 1), "20"))
        said = [each.code.id for each in outcome.diagnostics]
        assert outcome.value is not None or said == ["A603"], f"seed {seed}: {said}"
        told |= {type(each) for each in amendment(outcome.value).instructions} if outcome.value else set()
    assert told == {Enter, Withdraw, RestatePost, RestateAppendix}
