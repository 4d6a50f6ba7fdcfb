"""Один орган под двумя именами.

Почему    «УО», «Управление образования» и «управление образования» – три записи справочника и три
          календаря, хотя исполнитель один. Поручения разойдутся по ним, и ни один не будет полон.
Плохо     executors: [board-short]
Хорошо    executors: [board]
Основание в документе орган называется одинаково; сокращение вводят один раз
"""

from collections.abc import Iterator
from itertools import combinations

from roadmapc.checks.names import reason_to_be_one
from roadmapc.checks.places import executors
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.organisation import Body, BodyId
from roadmapc.model.plan import Plan
from roadmapc.source.span import Span


def check(subject: CheckInput) -> Iterator[Finding]:
    """Executors whose names in the directory differ only in the way of writing."""
    places = _places(subject.plan)
    said: set[BodyId] = set()
    for first, second in combinations(_by_use(subject.plan, places), 2):
        reason = "" if second.id in said else reason_to_be_one(first, second)
        if reason:
            said.add(second.id)
            message = f"«{second.short}» и «{first.short}» – похоже, один орган: {reason}"
            hint = f"оставьте одну запись справочника, здесь напишите «{first.id}»"
            yield Finding(message, places[second.id][0], (hint,))


def _places(plan: Plan) -> dict[BodyId, list[Span]]:
    """Where each executor is named."""
    found: dict[BodyId, list[Span]] = {}
    for executor in executors(plan):
        found.setdefault(executor.body.id, []).append(executor.origin.span)
    return found


def _by_use(plan: Plan, places: dict[BodyId, list[Span]]) -> list[Body]:
    """The most used first: the rarer name is the one to query."""
    used = (plan.organisation.bodies[name] for name in places)
    return sorted(used, key=lambda body: -len(places[body.id]))


RULE = Rule(Code("E603", "body-named-twice", Severity.WARNING, __doc__), check)
