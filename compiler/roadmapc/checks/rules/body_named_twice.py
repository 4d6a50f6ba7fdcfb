"""Один орган под двумя именами.

Почему    «УО», «Управление образования» и «управление образования» – три записи справочника и три
          календаря, хотя исполнитель один. Поручения разойдутся по ним, и ни один не будет полон.
Плохо     executors: [board-short]
Хорошо    executors: [board]
Основание в документе орган называется одинаково; сокращение вводят один раз
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from roadmapc.checks.names import reason_to_be_one
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.organisation import Body, BodyId
from roadmapc.model.plan import Plan
from roadmapc.source.span import Span


def check(subject: CheckInput) -> Iterator[Finding]:
    """Executors whose names in the directory differ only in the way of writing."""
    used = _first_uses(subject.plan)
    bodies = [subject.plan.organisation.bodies[name] for name in used]
    said: set[BodyId] = set()
    for first, second in combinations(bodies, 2):
        reason = "" if second.id in said else reason_to_be_one(first, second)
        if reason:
            said.add(second.id)
            message = f"«{second.short}» и «{first.short}» – похоже, один орган: {reason}"
            hint = f"оставьте одну запись справочника, здесь напишите «{first.id}»"
            yield Finding(message, used[second.id], (hint,))


def _first_uses(plan: Plan) -> dict[BodyId, Span]:
    """Where each executor is named first, the most used of them in front."""
    uses: dict[BodyId, list[Span]] = {}
    for _, measure in plan.walk():
        for executor in measure.executors:
            uses.setdefault(executor.body.id, []).append(
                _place(measure.origin.get("executors"), executor.body)
            )
    often = sorted(uses, key=lambda name: -len(uses[name]))
    return {name: uses[name][0] for name in often}


def _place(node: object, body: Body) -> Span:
    items = getattr(node, "items", ())
    named = (item for item in items if getattr(item, "text", "") == body.id)
    return next(named, node).span  # type: ignore[attr-defined,no-any-return]


RULE = Rule(Code("E603", "body-named-twice", Severity.WARNING, __doc__), check)
