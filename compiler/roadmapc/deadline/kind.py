"""What sort of deadline a phrase is, in one word."""

from enum import StrEnum
from typing import assert_never

from roadmapc.deadline.ast import (
    AcademicYear,
    Between,
    Bound,
    Continuous,
    Current,
    Dated,
    Deadline,
    Moment,
    OnDemand,
    Recurring,
    Relative,
    Scheduled,
    TimeRule,
    Unreadable,
    Year,
)
from roadmapc.deadline.own_act import names_own_act
from roadmapc.deadline.unit import Unit


class DeadlineKind(StrEnum):
    """The sorts that other programs tell apart."""

    DATED = "dated"
    RECURRING = "recurring"
    PERIOD = "period"
    """A span of whole years or units at hand, with an end but without a day to control."""
    CONTINUOUS = "continuous"
    EVENT = "event"
    """Depends on an event or another document; the day of the order itself is known."""
    MIXED = "mixed"
    INVALID = "invalid"


def kind_of(deadline: Deadline) -> DeadlineKind:
    """The kind of all its clauses, or that they differ."""
    kinds = {kind_of_rule(clause.rule) for clause in deadline.clauses}
    return kinds.pop() if len(kinds) == 1 else DeadlineKind.MIXED


def kind_of_rule(rule: TimeRule) -> DeadlineKind:
    """The kind of one clause."""
    match rule:
        case Dated():
            return DeadlineKind.PERIOD if all(map(_is_period, rule.moments)) else DeadlineKind.DATED
        case Recurring():
            return DeadlineKind.RECURRING
        case Relative() if rule.offset is not None and names_own_act(rule.event or ""):
            return DeadlineKind.DATED
        case Relative() | Scheduled() | OnDemand():
            return DeadlineKind.EVENT
        case Continuous():
            return DeadlineKind.CONTINUOUS
        case Unreadable():
            return DeadlineKind.INVALID
        case _:
            assert_never(rule)


def _is_period(moment: Moment) -> bool:
    """Whether a moment names whole years, school years, the plan or another unit at hand."""
    stretch = moment.stretch
    if isinstance(stretch, Between):
        stretch = stretch.first
    is_whole = isinstance(stretch, Year | AcademicYear | Current) and stretch != Current(Unit.ORDER)
    return moment.bound is Bound.WITHIN and is_whole
