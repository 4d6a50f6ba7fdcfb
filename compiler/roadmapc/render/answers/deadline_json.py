"""How a phrase is understood, for other programs."""

import json
from collections.abc import Iterable
from typing import Any

from roadmapc.calendar.occurrence import Expansion, Occurrence
from roadmapc.calendar.to_rrule import rrule
from roadmapc.deadline.ast import Deadline, DeadlineClause, OnDemand, Recurring, Relative, Scheduled
from roadmapc.deadline.kind import kind_of, kind_of_rule
from roadmapc.deadline.to_text import canonical, rule_in_words
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.to_json import record
from roadmapc.render.answers.occurrence_json import days, event, other_day


def deadline_json(deadline: Deadline, expansion: Expansion, diagnostics: Iterable[Diagnostic]) -> str:
    """One line: the reading of a phrase, its occurrences in the plan, and what is doubtful.

    Diagnostics are placed in the phrase, which has no lines.
    """
    reading = {
        "phrase": deadline.text,
        "kind": str(kind_of(deadline)),
        "canonical": canonical(deadline),
        "clauses": [_clause(clause) for clause in deadline.clauses],
        "occurrences": [_occurrence(occurrence) for occurrence in expansion.occurrences],
        "undated": expansion.undated and str(expansion.undated),
        "diagnostics": [
            record(each) | {"span": each.place and each.place.span._asdict()} for each in diagnostics
        ],
    }
    return json.dumps(reading, ensure_ascii=False)


def _clause(clause: DeadlineClause) -> dict[str, Any]:
    rule = clause.rule
    reading: dict[str, Any] = {
        "audience": clause.audience or None,
        "purpose": clause.purpose or None,
        "kind": str(kind_of_rule(rule)),
        "text": rule_in_words(rule),
        "notes": list(clause.notes),
        "occasion": clause.occasion or None,
        "rrule": rrule(rule) if isinstance(rule, Recurring) else None,
    }
    if isinstance(rule, Relative | Scheduled | OnDemand):
        reading["event"] = _event(rule_in_words(rule), rule)
    return reading


def _event(text: str, rule: object) -> dict[str, Any]:
    """What is known of an event; null for the rest."""
    event: dict[str, Any] = {"text": text, "offset": None, "unit": None, "direction": None, "anchor": None}
    match rule:
        case Relative():
            event["anchor"] = rule.event
            event["direction"] = str(rule.direction) if rule.direction else None
            if rule.offset is not None:
                event["offset"], event["unit"] = rule.offset.count, str(rule.offset.unit)
        case Scheduled():
            event["anchor"] = rule.schedule
        case OnDemand():
            event["anchor"] = rule.condition
    return event


def _occurrence(occurrence: Occurrence) -> dict[str, Any]:
    return {
        **days(occurrence),
        **event(occurrence),
        "other_due": other_day(occurrence),
        "audience": occurrence.audience or None,
        "after_plan": occurrence.after_plan,
    }
