"""All rules over one plan."""

from collections.abc import Iterable, Iterator

from roadmapc.checks.registry import RULES
from roadmapc.checks.rule import CheckInput, Rule
from roadmapc.checks.texts import written
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.model.plan import Plan
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.source.file import SourceFile


def run(plan: Plan, calendar: PlanCalendar, prose: Iterable[SourceFile]) -> tuple[Diagnostic, ...]:
    """Everything the rules noticed; `prose` are the files that appendices are written in."""
    subject = CheckInput(plan, calendar, written(plan, prose))
    return tuple(diagnostic for rule in RULES for diagnostic in _findings(rule, subject))


def _findings(rule: Rule, subject: CheckInput) -> Iterator[Diagnostic]:
    for finding in rule.check(subject):
        where = finding.where
        place = where if isinstance(where, Place) else Place(subject.plan.file, where)
        yield Diagnostic(rule.code, finding.message, place, finding.hints, finding.related, finding.edit)
