"""Which plan of one folder is which of another: by its id, else by the name of its file."""

import re
from collections.abc import Callable, Hashable, Iterable
from typing import NamedTuple

from roadmapc.schedule.plan_calendar import PlanCalendar

_FOLDER = re.compile(r".*[/\\:]", re.DOTALL)


class NotCompared(NamedTuple):
    """A plan, or a whole folder, of which nothing can be said."""

    plan: str
    """The name of the file without its folder; of a folder, as it was asked for."""
    reason: str
    """Which edition cannot be read, and why."""


class PlanPair(NamedTuple):
    """One plan in both folders, at least in one of them."""

    before: PlanCalendar | None
    """`None` if the plan is new."""
    after: PlanCalendar | None
    """`None` if the plan is there no more."""

    @property
    def calendar(self) -> PlanCalendar:
        """The plan as it is, or as it was."""
        known = self.after or self.before
        assert known is not None
        return known


def plan_pairs(old: Iterable[PlanCalendar], new: Iterable[PlanCalendar]) -> tuple[PlanPair, ...]:
    """Every plan once, by the names of the files.

    Two plans of one folder may bear one id while the second is being made of the first, so plans that agree
    in both id and file come first.
    """
    before, after = list(old), list(new)
    pairs: list[PlanPair] = []
    keys: tuple[Callable[[PlanCalendar], Hashable], ...] = (
        lambda calendar: (calendar.plan.id, _file(calendar)),
        lambda calendar: calendar.plan.id,
        _file,
    )
    for key in keys:
        matched = _matched(before, after, key)
        pairs += matched
        before = [each for each in before if not any(pair.before is each for pair in matched)]
        after = [each for each in after if not any(pair.after is each for pair in matched)]
    pairs += [PlanPair(each, None) for each in before] + [PlanPair(None, each) for each in after]
    return tuple(sorted(pairs, key=lambda pair: _file(pair.calendar)))


def _matched(
    old: list[PlanCalendar], new: list[PlanCalendar], key: Callable[[PlanCalendar], Hashable]
) -> list[PlanPair]:
    known = {key(each): each for each in old}
    return [PlanPair(known.pop(key(each)), each) for each in new if key(each) in known]


def _file(calendar: PlanCalendar) -> str:
    """The name without its folder, and without its revision."""
    return _FOLDER.sub("", calendar.plan.file.name)
