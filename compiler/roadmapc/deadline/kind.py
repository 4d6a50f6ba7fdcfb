"""What sort of deadline a phrase is, in one word."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from roadmapc.deadline.ast import (
    Between,
    Bound,
    Continuous,
    Dated,
    Deadline,
    Moment,
    OnDemand,
    Recurring,
    Relative,
    Root,
    Rule,
    Scheduled,
    Unreadable,
)


class Kind(StrEnum):
    """The sorts that other programs tell apart."""

    DATED = "dated"
    RECURRING = "recurring"
    PERIOD = "period"
    """A span of whole years or units at hand, with an end but without a day to control."""
    CONTINUOUS = "continuous"
    EVENT = "event"
    """Depends on an event or another document."""
    MIXED = "mixed"
    INVALID = "invalid"


def kind_of(deadline: Deadline) -> Kind:
    """The kind of all its clauses, or that they differ."""
    kinds = {kind_of_rule(clause.rule) for clause in deadline.clauses}
    return kinds.pop() if len(kinds) == 1 else Kind.MIXED


def kind_of_rule(rule: Rule) -> Kind:
    """The kind of one clause."""
    match rule:
        case Dated():
            return Kind.PERIOD if all(map(_is_period, rule.moments)) else Kind.DATED
        case Recurring():
            return Kind.RECURRING
        case Relative() | Scheduled() | OnDemand():
            return Kind.EVENT
        case Continuous():
            return Kind.CONTINUOUS
        case Unreadable():
            return Kind.INVALID
        case _:
            assert_never(rule)


def _is_period(moment: Moment) -> bool:
    """Whether a moment names whole years, school years, the plan or another unit at hand."""
    stretch = moment.stretch
    if isinstance(stretch, Between):
        stretch = stretch.first
    return moment.bound is Bound.WITHIN and isinstance(stretch, Root)
