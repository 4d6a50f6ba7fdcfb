"""What the digest of a plan knows: each leaf of the model is changed in turn."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

from roadmapc.deadline.ast import Deadline
from roadmapc.model.amendment import AmendingAct
from roadmapc.model.plan import Head, Plan, Table
from roadmapc.model.profile import Profile
from roadmapc.pipeline import compile_plan
from roadmapc.render.document.digest import content_digest
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, ScalarNode

GOOD = Path(__file__).parents[1] / "plans" / "good"
NOT_CONTENT = (MappingNode, ScalarNode, SourceFile, Profile, AmendingAct)
"""Where the plan was read from, how its authority writes, what became of the plan (decision 0015)."""
LINKS = ("body", "head")
"""Ids by which records of the directory name one another."""
UNSAID = {"period.text", "author.short", "units.name"}
"""What no order prints."""


Changes = Iterator[tuple[tuple[str, ...], Any]]
"""Values with one leaf changed, each with its path."""
LEAVES: dict[type, Callable[[Any], Any]] = {
    Deadline: lambda deadline: replace(deadline, file=SourceFile("", deadline.text + "!")),
    bool: lambda value: not value,
    Enum: lambda value: next(other for other in type(value) if other is not value),
    str: lambda value: value + "!",
    int: lambda value: value + 1,
    date: lambda value: value + timedelta(days=1),
}
"""How a leaf becomes another; the first that fits."""


def changes(value: Any, path: tuple[str, ...] = ()) -> Changes:
    """A value as often as it has leaves."""
    leaf = next((change for kind, change in LEAVES.items() if isinstance(value, kind)), None)
    if isinstance(value, NOT_CONTENT) or (path[-1:] and path[-1] in LINKS and leaf):
        return
    if leaf:
        yield path, leaf(value)
    elif is_dataclass(value):
        for each in fields(value):
            for where, part in changes(getattr(value, each.name), (*path, each.name)):
                yield where, replace(value, **{each.name: part})
    elif isinstance(value, tuple):
        yield from of_tuple(value, path)


def of_tuple(value: Any, path: tuple[str, ...]) -> Changes:
    """Of a sequence, or of a record with named places."""
    names = getattr(value, "_fields", None)
    make = value._make if names else tuple
    for at, item in enumerate(value):
        for where, part in changes(item, (*path, names[at]) if names else path):
            yield where, make((*value[:at], part, *value[at + 1 :]))


def plan_of(name: str) -> Plan:
    compiled = compile_plan(GOOD / f"{name}.yaml").value
    assert compiled is not None
    return compiled.plan


def silent(plan: Plan) -> set[str]:
    """The fields whose change leaves the digest as it is."""
    digest = content_digest(plan)
    return {".".join(path[-2:]) for path, other in changes(plan) if content_digest(other) == digest}


def test_the_digest_knows_all_that_plans_say_and_nothing_else() -> None:
    plans = map(plan_of, ("amended", "amending", "calendar", "fields", "full"))
    assert set().union(*map(silent, plans)) == UNSAID


def test_columns_under_a_head_are_not_columns_beside_it() -> None:
    def digest(*heads: Head) -> str:
        plan = plan_of("full")
        (appendix, *_) = plan.appendices
        return content_digest(replace(plan, appendices=(replace(appendix, parts=(Table(heads, ()),)),)))

    leaf = Head("Б", (), is_upward=False)
    assert digest(Head("А", (leaf,), is_upward=False)) != digest(Head("А", (), is_upward=False), leaf)
