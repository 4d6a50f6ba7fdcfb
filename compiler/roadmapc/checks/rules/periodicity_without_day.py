"""Сказано, как часто, но не сказано, когда.

Почему    «Ежегодно» без дня и месяца исполнитель откладывает до декабря. В календарь такой срок попадает
          последним рабочим днём каждого периода.
Плохо     deadline: ежегодно
Хорошо    deadline: ежегодно до 1 июня
Основание практика контроля исполнения; соглашение roadmapc о последнем дне периода
"""

from collections.abc import Iterator

from roadmapc.calendar.from_deadline import undated_reason
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.terms import BESIDE_DATES, phrases_with
from roadmapc.deadline.ast import Recurring, TimeRule
from roadmapc.deadline.unit import Unit
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.listed import listed

LONG = frozenset((Unit.QUARTER, Unit.HALF_YEAR, Unit.YEAR, Unit.ACADEMIC_YEAR))
"""Periods so long that their last day says little."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Series of long periods without a day."""
    for owned, clause, units in phrases_with(subject.phrases, _is_bare):
        reasons = {undated_reason(other.rule) for other in owned.term.deadline.clauses}
        if reasons <= {None, *BESIDE_DATES}:
            message = f"срок «{owned.phrase}» без дня и месяца: {listed(units)}"
            hint = "назовите день или месяц либо добавьте checkpoint"
            yield Finding(message, owned.at(clause), (hint,), units=units)


def _is_bare(rule: TimeRule) -> bool:
    """Of «2 раза в год» the calendar says how it was spread."""
    if not isinstance(rule, Recurring) or rule.moments:
        return False
    return rule.recurrence.unit in LONG and rule.recurrence.times == 1


RULE = Rule(Code("D342", "periodicity-without-day", Severity.NOTE, __doc__, Group.UNDATED), check)
