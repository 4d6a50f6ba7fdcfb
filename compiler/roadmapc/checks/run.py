"""All rules over one plan, then the silences that its author allowed."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.registry import RULES
from roadmapc.checks.rule import CheckInput, Rule
from roadmapc.checks.texts import written
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.model.plan import Plan
from roadmapc.schedule.plan_calendar import PlanCalendar


def run(plan: Plan, calendar: PlanCalendar) -> tuple[Diagnostic, ...]:
    """Everything the rules noticed."""
    subject = CheckInput(plan, calendar, written(plan))
    return tuple(diagnostic for rule in RULES for diagnostic in _findings(rule, subject))


def _findings(rule: Rule, subject: CheckInput) -> Iterator[Diagnostic]:
    for finding in rule.check(subject):
        place = Place(subject.plan.file, finding.span)
        yield Diagnostic(rule.code, finding.message, place, finding.hints, finding.related, finding.edit)
