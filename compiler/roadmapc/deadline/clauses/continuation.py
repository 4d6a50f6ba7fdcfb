"""«Далее»: a series that takes up the time named before it."""

from roadmapc.deadline.ast import Between, Bound, Current, Dated, Moment, Recurrence, Recurring, TimeRule
from roadmapc.deadline.stretch import replaced, root
from roadmapc.deadline.unit import Unit

_YEARLY = Recurrence(Unit.YEAR)


def continued(rule: TimeRule, before: TimeRule) -> TimeRule:
    """«январь 2024 года, далее ежегодно»: a series that begins with the time before it."""
    if not isinstance(rule, Recurring) or rule.within is not None or not isinstance(before, Dated):
        return rule
    last = before.moments[-1]
    first = root(last.stretch)
    if first in _ends(last):
        return rule
    again = tuple(_unnamed(moment) for moment in before.moments if root(moment.stretch) == first)
    moments = rule.moments or (again if rule.recurrence == _YEARLY else ())
    if rule.recurrence == _YEARLY and isinstance(first, Current):
        return Recurring(rule.recurrence, moments)
    return Recurring(rule.recurrence, moments, Moment(last.stretch, Bound.FROM, last.span))


def _ends(moment: Moment) -> tuple[object, ...]:
    """A stretch, or the end of a range: if that is its own root, whole years are named."""
    stretch = moment.stretch
    return (stretch.last,) if isinstance(stretch, Between) else (stretch,)


def _unnamed(moment: Moment) -> Moment:
    """The same time in the year at hand."""
    return moment.at(replaced(moment.stretch, root(moment.stretch), Current(Unit.YEAR)))
