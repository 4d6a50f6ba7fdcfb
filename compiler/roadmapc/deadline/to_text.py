"""A deadline to its canonical wording: grammatical Russian that reads back as the same deadline."""

from itertools import pairwise
from typing import assert_never

from roadmapc.deadline.ast import (
    Between,
    Bound,
    Continuous,
    Current,
    Dated,
    Deadline,
    DeadlineClause,
    Direction,
    Moment,
    NthOf,
    Offset,
    OnDemand,
    Recurrence,
    Recurring,
    Relative,
    Scheduled,
    TimeRule,
    Unreadable,
)
from roadmapc.deadline.clauses.continuation import continued
from roadmapc.deadline.stretch import root
from roadmapc.deadline.unit import WEEKDAYS, Unit
from roadmapc.deadline.wording import Case, counted, in_words, interval, length

_ADVERBS = {
    Unit.DAY: "ежедневно",
    Unit.WEEK: "еженедельно",
    Unit.MONTH: "ежемесячно",
    Unit.QUARTER: "ежеквартально",
    Unit.YEAR: "ежегодно",
}
_PREPOSITIONS = {
    Bound.UNTIL: ("до", Case.GENITIVE),
    Bound.NOT_LATER: ("не позднее", Case.GENITIVE),
    Bound.BY: ("к", Case.DATIVE),
    Bound.FROM: ("с", Case.GENITIVE),
}
_WEEKDAYS = {
    Unit.MONDAY: "понедельникам",
    Unit.TUESDAY: "вторникам",
    Unit.WEDNESDAY: "средам",
    Unit.THURSDAY: "четвергам",
    Unit.FRIDAY: "пятницам",
    Unit.SATURDAY: "субботам",
    Unit.SUNDAY: "воскресеньям",
}
_WORKING_DAY = NthOf(Unit.WORKING_DAY, 1, Current(Unit.DAY))
_WHOLES = (
    Unit.YEAR,
    Unit.ACADEMIC_YEAR,
    Unit.PLAN,
    Unit.MONTH,
    Unit.QUARTER,
    Unit.HALF_YEAR,
    Unit.WEEK,
    Unit.DECADE,
)
_AFTER_PO = ("окончании", "завершении", "истечении", "результатам", "итогам", "достижении", "готовности")


def canonical(deadline: Deadline) -> str:
    """The wording of a deadline."""
    clauses = deadline.clauses
    is_apart = _must_part(deadline)
    words = [_clause(clauses[0])]
    for before, clause in pairwise(clauses):
        words += [_separator(before.rule, clause.rule) if is_apart else "; ", _clause(clause)]
    return "".join(words)


def _separator(before: TimeRule, rule: TimeRule) -> str:
    """«далее» unless the series would begin with the time before it."""
    return "; далее " if continued(rule, before) == rule else "; кроме того, "


def _must_part(deadline: Deadline) -> bool:
    """Whether a periodicity must be kept from reaching a date that is meant once."""
    rules = [clause.rule for clause in deadline.clauses]
    has_series = any(isinstance(rule, Recurring) for rule in rules)
    has_open = any(isinstance(rule, Dated) and any(map(_is_open, rule.moments)) for rule in rules)
    return has_series and has_open


def _is_open(moment: Moment) -> bool:
    return isinstance(root(moment.stretch), Current)


def _clause(clause: DeadlineClause) -> str:
    labels = [label for label in (clause.audience, clause.purpose) if label]
    notes = ") (".join(clause.notes)
    body = rule_in_words(clause.rule)
    if notes and isinstance(clause.rule, Scheduled | OnDemand | Relative):
        body = f"({notes}) {body}"
    elif notes:
        body = f"{body} ({notes})"
    return "".join(f"{label}{_sign(label)}" for label in labels) + body


def _sign(label: str) -> str:
    """What parts a label from what follows; a dash behind a bare number would make a range of days."""
    return ": " if label[-1].isdigit() and "№" not in label else " – "


def rule_in_words(rule: TimeRule) -> str:  # noqa: PLR0911 – a return for each member of the union
    """The wording of a rule alone."""
    match rule:
        case Dated():
            return ", ".join(moment_in_words(moment) for moment in rule.moments)
        case Recurring():
            return _recurring(rule)
        case Relative():
            return _relative(rule)
        case Scheduled():
            return rule.schedule
        case OnDemand():
            return rule.condition
        case Continuous():
            return "постоянно"
        case Unreadable():
            return rule.text
        case _:
            assert_never(rule)


def moment_in_words(moment: Moment) -> str:
    """A stretch with its preposition."""
    stretch = moment.stretch
    if isinstance(stretch, Offset) and stretch.unit not in WEEKDAYS:
        return in_words(stretch)
    if moment.bound is Bound.WITHIN:
        if isinstance(stretch, Current) and stretch.unit in _WHOLES:
            return f"в течение {in_words(stretch, Case.GENITIVE)}"
        return in_words(stretch)
    preposition, case = _PREPOSITIONS[moment.bound]
    if moment.bound is Bound.BY and _is_day_of_month(moment):
        case = Case.GENITIVE
    return f"{preposition} {in_words(stretch, case)}"


def _is_day_of_month(moment: Moment) -> bool:
    """Whether the day is told by its number, which is printed in the genitive whatever the preposition."""
    stretch = moment.stretch
    return isinstance(stretch, NthOf) and stretch.unit is Unit.DAY and isinstance(stretch.of, NthOf)


def _recurring(rule: Recurring) -> str:
    words = [recurrence_in_words(rule.recurrence)]
    if rule.moments and rule.moments[0].stretch == _WORKING_DAY:
        return ", ".join(["по рабочим дням", *([_within(rule.within)] if rule.within else [])])
    weekdays = [weekday for moment in rule.moments if (weekday := _weekday(moment))]
    if weekdays and len(weekdays) == len(rule.moments):
        words[0] += f" по {_in_a_row(weekdays)}"
    else:
        words.extend(moment_in_words(moment) for moment in rule.moments)
    if rule.within is not None:
        words.append(_within(rule.within))
    return ", ".join(words)


def recurrence_in_words(recurrence: Recurrence) -> str:
    """«ежегодно», «раз в 3 года», «2 раза в год»."""
    adverb = _ADVERBS.get(recurrence.unit)
    if recurrence.times == 1 and recurrence.interval == 1 and adverb is not None:
        return adverb
    unit = interval(recurrence.interval, recurrence.unit)
    if recurrence.times == 1:
        return f"раз в {unit}"
    times = "раза" if recurrence.times % 10 in (2, 3, 4) and recurrence.times not in (12, 13, 14) else "раз"
    return f"{recurrence.times} {times} в {unit}"


def _in_a_row(words: list[str]) -> str:
    """«понедельникам, средам и пятницам»."""
    *others, last = words
    return f"{', '.join(others)} и {last}" if others else last


def _weekday(moment: Moment) -> str | None:
    """«понедельникам» for a weekday of each week; `None` for another moment."""
    stretch = moment.stretch
    if moment.bound is not Bound.WITHIN or not isinstance(stretch, NthOf) or stretch.of != Current(Unit.WEEK):
        return None
    return _WEEKDAYS.get(stretch.unit)


def _within(moment: Moment) -> str:
    """How long a series goes on."""
    if moment.bound is Bound.FROM:
        return f"начиная с {in_words(moment.stretch, Case.GENITIVE)}"
    if moment.bound is Bound.WITHIN and not isinstance(moment.stretch, Between):
        return f"в течение {in_words(moment.stretch, Case.GENITIVE)}"
    return moment_in_words(moment)


def _relative(rule: Relative) -> str:
    if rule.offset is None:
        return rule.event or ""
    if rule.direction is Direction.BEFORE and rule.event is not None:
        return f"не позднее чем за {length(rule.offset)} до {rule.event}"
    within = f"в течение {counted(rule.offset)}"
    if rule.event is None:
        return within
    preposition = "по" if rule.event.lower().startswith(_AFTER_PO) else "после"
    return f"{within} {preposition} {rule.event}"
