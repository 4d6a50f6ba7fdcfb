"""Times that the phrase named before: «после указанной даты», «далее ежегодно в тот же срок»."""

from collections.abc import Sequence
from dataclasses import replace

from roadmapc.deadline.ast import (
    Between,
    Bound,
    Dated,
    DeadlineClause,
    Direction,
    Moment,
    Offset,
    Recurring,
    Relative,
    Scheduled,
    Season,
    TimeRule,
)
from roadmapc.deadline.clauses.rules import RuleAt
from roadmapc.deadline.codes import COUNTED_BACK, MISSING_ANCHOR
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.references import (
    are_forms,
    is_date_before,
    is_event_before,
    is_event_unnamed,
    is_same_term,
    plain_words,
    words_of_event,
)
from roadmapc.deadline.stretch import month_of, unit_of
from roadmapc.deadline.unit import SINGLE_DAYS
from roadmapc.source.span import Span


def with_days_said_before(
    rules: list[RuleAt], before: Sequence[DeadlineClause], problems: Problems
) -> list[RuleAt]:
    """The rules with each term that is counted from a date of the phrase as a day of its own."""
    if len(rules) == 1 and not isinstance(rules[0].rule, Relative):
        return rules
    found: list[RuleAt] = []
    for rule, span in sorted(rules, key=lambda rule_at: rule_at.span):
        if not isinstance(rule, Relative) or rule.offset is None:
            found.append(RuleAt(rule, span))
            continue
        event = rule.event or ""
        refers_back = is_date_before(event) or is_event_before(event)
        named = _named_before(rule, before) if not refers_back else None
        is_unnamed = is_event_unnamed(event)
        referent = named or (found[-1].rule if found else before[-1].rule if before else None)
        counted = _counted(rule, referent, span) if refers_back or is_unnamed or named is not None else None
        words = problems.words(span)
        if counted is None and not refers_back:
            found.append(RuleAt(rule, span))
            continue
        if counted is None:
            message = f"«{words}»: какой день имеется в виду, из этих слов не видно"
            problems.add(MISSING_ANCHOR, span, message, "назовите последний день срока или дату события")
        elif rule.direction is Direction.BEFORE:
            message = f"«{words}»: день события в счёт не входит"
            problems.add(COUNTED_BACK, span, message, "если нужен другой день, назовите дату")
        found.append(RuleAt(counted or rule, span))
    return found


def _named_before(rule: Relative, before: Sequence[DeadlineClause]) -> TimeRule | None:
    """«семинар – 20 апреля, отчёт – через 3 дня после семинара»: the rule of what an event is called by."""
    events = words_of_event(rule.event or "")
    if len(events) != 1:
        return None
    named = (clause for clause in reversed(before) if clause.purpose)
    for clause in named:
        if any(are_forms(events[0], word) for word in plain_words(clause.purpose)):
            return clause.rule
    return None


def _counted(rule: Relative, referent: TimeRule | None, span: Span) -> TimeRule | None:
    """The day so far from the one that the rule before names; `None` if that names no single day."""
    if not isinstance(referent, Dated | Recurring) or len(referent.moments) != 1 or rule.offset is None:
        return None
    moment = referent.moments[0]
    is_after = rule.direction is Direction.AFTER and is_event_unnamed(rule.event or "")
    if isinstance(moment.stretch, Between) and is_after:
        moment = moment.at(moment.stretch.last)  # «10–20 апреля, отчёт – в течение 5 дней после окончания»
    is_single = unit_of(moment.stretch) in SINGLE_DAYS and not isinstance(moment.stretch, Between | Season)
    is_known = isinstance(referent, Dated) or month_of(moment.stretch) > 0
    # «до 1 июня, итоги – через неделю после этого»: after what is done by then, and that has no day
    is_done = not is_date_before(rule.event or "") and moment.bound is not Bound.WITHIN
    if not is_single or not is_known or is_done:
        return None
    count = rule.offset.count if rule.direction is Direction.AFTER else -rule.offset.count
    day = Moment(Offset(count, rule.offset.unit, moment.stretch), rule.bound, span)
    return replace(referent, moments=(day,))


def without_same_terms(rules: Sequence[RuleAt]) -> list[RuleAt]:
    """«далее ежегодно в тот же срок»: a series that has taken up the day before says as much."""
    if not any(isinstance(rule, Recurring) and rule.moments for rule, _ in rules):
        return list(rules)
    left: list[RuleAt] = []
    for rule, span in rules:
        words = rule.event if isinstance(rule, Relative) else None
        words = rule.schedule if isinstance(rule, Scheduled) else words
        if not is_same_term(words or ""):
            left.append(RuleAt(rule, span))
    return left
