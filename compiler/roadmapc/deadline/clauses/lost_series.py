"""Series that were read and are in no clause.

«ежеквартально – по имуществу, ежегодно до 1 февраля – по земле»
"""

from collections.abc import Sequence

from roadmapc.deadline.ast import Dated, DeadlineClause, Recurrence, Recurring
from roadmapc.deadline.clauses.codes import LOST_SERIES
from roadmapc.deadline.problems import Problems
from roadmapc.deadline.reading.cursor import Item, ItemKind
from roadmapc.deadline.unit import Unit

_BY_LENGTH = (Unit.DAY, Unit.WEEK, Unit.MONTH, Unit.QUARTER, Unit.HALF_YEAR)
"""Units that come several times a year, the shortest first."""


def say_lost_series(clauses: Sequence[DeadlineClause], items: Sequence[Item], problems: Problems) -> None:
    """Say which series is left out of a single time that comes more rarely, or once.

    Several times may be those of the series: «раз в полугодие: до 1 июля и до 25 декабря».
    """
    told = [item for item in items if item.kind is ItemKind.PERIODICITY and not item.moments]
    rules = [clause.rule for clause in clauses if isinstance(clause.rule, Dated | Recurring)] if told else []
    if not rules or sum(len(rule.moments) for rule in rules) > 1:
        return
    kept = [rule.recurrence for rule in rules if isinstance(rule, Recurring)]
    for item in told:
        again = item.recurrence
        if again is None or not _may_be_lost(again, kept):
            continue
        if not any(_is_part_of(each, again) for each in kept):
            words = problems.words(item.span)
            message = f"«{words}»: в сроке остался только «{problems.quote(clauses[-1].span)}»"
            hint = "напишите, что делают так часто: «дело – ежеквартально; другое дело – до 1 февраля»"
            problems.add(LOST_SERIES, item.span, message, hint)
            return


def _may_be_lost(told: Recurrence, kept: Sequence[Recurrence]) -> bool:
    """Not if other words say it: «раз в 3 месяца» is each quarter, «раз в 3 года» a year that is named."""
    return told.interval == 1 if told.unit in _BY_LENGTH else told.interval > 1 and bool(kept)


def _is_part_of(kept: Recurrence, told: Recurrence) -> bool:
    """Whether a series comes as often as it was told, or more often: «ежемесячно по средам»."""
    if told.unit not in _BY_LENGTH or kept.unit not in _BY_LENGTH:
        return (kept.unit, kept.interval) == (told.unit, told.interval)
    return _BY_LENGTH.index(kept.unit) <= _BY_LENGTH.index(told.unit)
