"""What a rule is: a pure question about a plan and its calendar."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Label
from roadmapc.model.plan import Plan
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.source.span import Span


@dataclass(frozen=True, slots=True)
class CheckInput:
    """All that a rule may look at."""

    plan: Plan
    calendar: PlanCalendar


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule noticed, in the plan's file; its code and severity are the rule's."""

    message: str
    span: Span
    hints: tuple[str, ...] = ()
    related: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding with the question that finds it."""

    code: Code
    check: Callable[[CheckInput], Iterator[Finding]]
