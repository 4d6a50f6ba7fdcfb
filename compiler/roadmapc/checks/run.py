"""All rules over one plan."""

from collections.abc import Iterator, Mapping

from roadmapc.checks.registry import RULES
from roadmapc.checks.rule import CheckInput, Rule
from roadmapc.checks.silence import without_allowed
from roadmapc.checks.texts import written
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.diagnostics.of_signed import of_signed
from roadmapc.memo import Memo
from roadmapc.model.from_tree.fields import scalar, text_references
from roadmapc.model.plan import Plan
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.source.file import SourceFile


def run(
    plan: Plan,
    calendar: PlanCalendar,
    texts: Mapping[str, SourceFile],
    said: tuple[Diagnostic, ...],
    memo: Memo,
) -> tuple[Diagnostic, ...]:
    """`said` and everything the rules noticed, without what the author answered or the profile does without.

    `texts` are the files that appendices are written in, by the plan's reference to each; a `memo` knows what
    rules answered of wordings.
    """
    subject = CheckInput(plan, calendar, written(plan, texts.values()), memo)
    noticed = [diagnostic for rule in RULES for diagnostic in _findings(rule, subject)]
    named = [node for node in text_references(plan.origin) if node.text in texts]
    files = {
        **{node: texts[node.text] for node in named},
        scalar(plan.origin, "organisation"): plan.organisation.file,
    }
    places = {file.name: node.start for node, file in files.items()}
    told = (*said, *noticed)
    left = without_allowed(plan.file, of_signed(told) if plan.order.is_as_signed else told, places)
    return tuple(each for each in left if each.code.id not in plan.profile.checks.without)


def _findings(rule: Rule, subject: CheckInput) -> Iterator[Diagnostic]:
    for finding in rule.check(subject):
        where = finding.where
        place = where if isinstance(where, Place) else Place(subject.plan.file, where)
        message, _, hints, related, edit, units = finding
        yield Diagnostic(rule.code, message, place, hints, related, edit, units)
