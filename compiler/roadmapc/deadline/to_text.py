"""A deadline to its canonical wording: grammatical Russian that reads back as the same deadline."""

from itertools import pairwise
from typing import assert_never

from roadmapc.deadline.ast import (
    LIMITS,
    Between,
    Bound,
    Continuous,
    Current,
    Dated,
    Deadline,
    DeadlineClause,
    Direction,
    Duration,
    Moment,
    NthOf,
    Offset,
    OnDemand,
    Recurrence,
    Recurring,
    Relative,
    Scheduled,
    Season,
    TimeRule,
    Unreadable,
)
from roadmapc.deadline.clauses.continuation import continued
from roadmapc.deadline.stretch import month_of, root
from roadmapc.deadline.unit import WEEKDAYS, Unit
from roadmapc.deadline.wording import (
    Case,
    counted,
    from_event,
    in_words,
    interval,
    length,
    weekday_in_words,
)
from roadmapc.text.hours import hours_in_words

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
_EACH_DAY = NthOf(Unit.DAY, 1, Current(Unit.DAY))
_WHOLES = (
    *(Unit.PLAN, Unit.YEAR, Unit.ACADEMIC_YEAR, Unit.HALF_YEAR, Unit.QUARTER),
    *(Unit.MONTH, Unit.DECADE, Unit.WEEK),
)
_COUNTED_BOUNDS = {
    Bound.WITHIN: ("через", "за"),
    Bound.FROM: ("не ранее чем через", "не ранее чем за"),
}
"""Words before a length that is counted after and before an event; other bounds are of the last day."""
_LAST_DAYS = ("в течение", "не позднее чем за")
_AFTER_PO = ("окончании", "завершении", "истечении", "результатам", "итогам", "достижении", "готовности")


def canonical(deadline: Deadline) -> str:
    """The wording of a deadline."""
    clauses = deadline.clauses
    is_apart = _must_part([clause.rule for clause in clauses])
    words = [_clause(clauses[0])]
    for before, clause in pairwise(clauses):
        words += [_separator(before.rule, clause.rule, is_apart=is_apart), _clause(clause)]
    return "".join(words)


def _must_part(rules: list[TimeRule]) -> bool:
    """Whether a periodicity must be kept from reaching a date that is meant once."""
    once = (moment for rule in rules if isinstance(rule, Dated) for moment in rule.moments)
    has_unnamed = any(isinstance(root(moment.stretch), Current) for moment in once)
    return has_unnamed and any(isinstance(rule, Recurring) for rule in rules)


def _separator(before: TimeRule, rule: TimeRule, *, is_apart: bool) -> str:
    """What parts two rules: a bare semicolon, unless a preposition or a periodicity would reach over it."""
    if isinstance(before, Dated) and isinstance(rule, Dated) and before.moments[-1].bound in LIMITS:
        # «до 20 июня; 20 сентября» is two last days
        is_apart = is_apart or any(moment.bound is Bound.WITHIN for moment in rule.moments)
    if not is_apart:
        return "; "
    # «далее», unless the series would begin with the time before it
    return "; кроме того, " if continued(rule, before) != rule else "; далее "


def _clause(clause: DeadlineClause) -> str:
    notes = ") (".join(clause.notes)
    body = rule_in_words(clause.rule)
    if notes and isinstance(clause.rule, Scheduled | OnDemand | Relative):
        body = f"({notes}) {body}"
    else:
        weekdays = " – ".join(map(weekday_in_words, clause.weekdays))
        named = "".join(f" ({words})" for words in (weekdays, clause.occasion, notes) if words)
        body = f"{body}{named}{_event(clause)}"
    for label in filter(None, (clause.purpose, clause.audience)):
        # a dash behind a bare number would make a range of days
        is_number = label[-1].isdigit() and "№" not in label
        body = f"{label}: {body}" if is_number else f"{label} – {body}"
    return body


def _event(clause: DeadlineClause) -> str:
    """«, с 10:00 до 14:00 (площадь)»; empty if neither is said."""
    hours = hours_in_words(clause.time, clause.end_time)
    return (f", {hours}" if hours else "") + (f" ({clause.place})" if clause.place else "")


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
        return _offset_in_words(stretch, moment.bound)
    if moment.bound is Bound.WITHIN:
        if isinstance(stretch, Current) and stretch.unit in _WHOLES:
            return f"в течение {in_words(stretch, Case.GENITIVE)}"
        return in_words(stretch)
    preposition, case = _PREPOSITIONS[moment.bound]
    if isinstance(stretch, NthOf) and stretch.unit is Unit.DAY and stretch.ordinal > 0 and month_of(stretch):
        case = Case.GENITIVE  # «к 1 сентября»: a day told by its number does not change
    return f"{preposition} {in_words(stretch, case)}"


def _offset_in_words(stretch: Offset, bound: Bound) -> str:
    """«через 5 дней после 1 июня», «не ранее чем за 5 дней до 1 июня»; the last day needs no more words."""
    if bound not in _COUNTED_BOUNDS:
        return in_words(stretch)
    lead = _COUNTED_BOUNDS[bound][stretch.count < 0]
    return f"{lead} {length(Duration(abs(stretch.count), stretch.unit))} {from_event(stretch)}"


def _recurring(rule: Recurring) -> str:
    is_of_seasons = rule.recurrence.season is not None and bool(rule.moments)
    words = ["каждый раз" if is_of_seasons else recurrence_in_words(rule.recurrence)]
    weekdays = [weekday for moment in rule.moments if (weekday := _weekday(moment))]
    if rule.moments and rule.moments[0].stretch == _WORKING_DAY:
        words = ["по рабочим дням"]
    elif rule.moments and rule.moments[0].stretch == _EACH_DAY:
        days = rule.recurrence.interval
        words[0] = f"каждые {interval(days, Unit.DAY)}" if days > 1 else f"{words[0]}, включая выходные"
    elif weekdays and len(weekdays) == len(rule.moments):  # «еженедельно по средам и пятницам»
        *others, last = weekdays
        words[0] += f" по {', '.join(others)} и {last}" if others else f" по {last}"
    else:
        words.extend(map(moment_in_words, rule.moments))
    if rule.within is not None:
        words.append(_within(rule.within))
    if rule.without:
        words.append(f"кроме {', '.join(in_words(moment.stretch, Case.GENITIVE) for moment in rule.without)}")
    return ", ".join(words)


def recurrence_in_words(recurrence: Recurrence) -> str:
    """«ежегодно», «раз в 3 года», «2 раза в год», «раз в смену»."""
    adverb = _ADVERBS.get(recurrence.unit)
    if recurrence.times == 1 and recurrence.interval == 1 and adverb is not None:
        return adverb
    season = recurrence.season
    unit = in_words(season) if season is not None else interval(recurrence.interval, recurrence.unit)
    if recurrence.times == 1:
        return f"раз в {unit}"
    times = "раза" if recurrence.times % 10 in (2, 3, 4) and recurrence.times not in (12, 13, 14) else "раз"
    return f"{recurrence.times} {times} в {unit}"


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
    if moment.bound is Bound.WITHIN and not isinstance(moment.stretch, Between | Season):
        return f"в течение {in_words(moment.stretch, Case.GENITIVE)}"
    return moment_in_words(moment)


def _relative(rule: Relative) -> str:
    """«в течение 5 дней после …», «не позднее чем за 5 дней до …», «через 5 дней после …», or an event."""
    if rule.offset is None:
        return rule.event or ""
    is_before = rule.direction is Direction.BEFORE
    if is_before or rule.bound in _COUNTED_BOUNDS:
        lead = _COUNTED_BOUNDS.get(rule.bound, _LAST_DAYS)[is_before]
        counted_from = f" {'до' if is_before else 'после'} {rule.event}" if rule.event is not None else ""
        return f"{lead} {length(rule.offset)}{counted_from}"
    within = f"в течение {counted(rule.offset)}"
    if rule.event is None:
        return within
    preposition = "по" if rule.event.lower().startswith(_AFTER_PO) else "после"
    return f"{within} {preposition} {rule.event}"
