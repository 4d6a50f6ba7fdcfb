"""What a rule is: a pure question about a plan and its calendar."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from roadmapc.checks.texts import Text
from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Edit, Label
from roadmapc.model.plan import Plan
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.source.span import Span


@dataclass(frozen=True, slots=True)
class CheckInput:
    """All that a rule may look at."""

    plan: Plan
    calendar: PlanCalendar
    texts: tuple[Text, ...]
    """Everything that the author wrote in words, in the order of writing."""

    def find(self, pattern: re.Pattern[str]) -> Iterator[tuple[Text, re.Match[str]]]:
        """Every match of a pattern in what the author wrote."""
        for text in self.texts:
            for found in pattern.finditer(text.words):
                yield text, found

    def fields(self, *names: str) -> tuple[Text, ...]:
        """The texts of some fields only."""
        return tuple(text for text in self.texts if text.field in names)


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule noticed, in the plan's file; its code and severity are the rule's."""

    message: str
    span: Span
    hints: tuple[str, ...] = ()
    related: tuple[Label, ...] = ()
    edit: Edit | None = None
    """What `check --fix` writes; `None` where a person has to decide."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of finding with the question that finds it."""

    code: Code
    check: Callable[[CheckInput], Iterator[Finding]]
