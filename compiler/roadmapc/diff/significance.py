"""What the changes of a plan mean to those who act by it."""

from __future__ import annotations

from collections import defaultdict

from roadmapc.calendar.occurrence import Occurrence
from roadmapc.diff import deadlines, executors, texts
from roadmapc.diff.changes import Added, Change, PlanDiff, Removed, ValueChange
from roadmapc.diff.dates import kind_of
from roadmapc.diff.findings import Finding, JudgedChange, JudgedField, Meaning, Review, Significance, gravest
from roadmapc.diff.renamings import renamings
from roadmapc.diff.unit import Unit
from roadmapc.model.unit import UnitKind
from roadmapc.schedule.plan_calendar import PlanCalendar

Dates = dict[tuple[UnitKind, str], list[Occurrence]]
"""Of each measure and clause."""


def review(diff: PlanDiff) -> Review:
    """Every change with what it means."""
    judge = _Judge(diff)
    return Review(diff, tuple(judge.judged(change) for change in diff.changes))


class _Judge:
    """Judges changes one by one, with the dates of both editions at hand."""

    def __init__(self, diff: PlanDiff) -> None:
        self._diff = diff
        self._before = _dates(diff.old)
        self._after = _dates(diff.new)
        self._renamings = renamings(diff.old.plan.organisation, diff.new.plan.organisation)

    def judged(self, change: Change) -> JudgedChange:
        """A unit that is added or removed changes somebody's duty; one that only moved does not."""
        if isinstance(change, Added | Removed):
            return JudgedChange(change, (), Significance.SUBSTANTIVE)
        fields = tuple(
            JudgedField(value, self._findings(change.before, change.after, value)) for value in change.fields
        )
        return JudgedChange(change, fields, gravest(field.significance for field in fields))

    def _findings(self, before: Unit, after: Unit, value: ValueChange) -> tuple[Finding, ...]:
        if value.name == "executors":
            return executors.findings(before.executors, after.executors)
        return self._renamed(value) or self._otherwise(before, after, value)

    def _otherwise(self, before: Unit, after: Unit, value: ValueChange) -> tuple[Finding, ...]:
        """What is more than a renaming."""
        if value.name == "deadline":
            return deadlines.findings(self._deadlines(before, after))
        if value.name == "checkpoint":
            return deadlines.checkpoint_findings(self._deadlines(before, after))
        if before.kind is UnitKind.REQUISITE:
            return self._requisite(value)
        return texts.findings(value)

    def _renamed(self, value: ValueChange) -> tuple[Finding, ...]:
        """The name of a body, if it is all that differs."""
        for names in self._renamings:
            if value.before.replace(*names) == value.after:
                return (Finding(Meaning.RENAMED, names),)
        return ()

    def _requisite(self, value: ValueChange) -> tuple[Finding, ...]:
        if value.name == "period":
            return texts.period_findings(self._diff.old.plan.period, self._diff.new.plan.period)
        return texts.requisite_findings(value)

    def _deadlines(self, before: Unit, after: Unit) -> deadlines.Deadlines:
        return deadlines.Deadlines(
            before.terms,
            after.terms,
            self._within(self._before[before.kind, before.id]),
            self._within(self._after[after.kind, after.id]),
        )

    def _within(self, occurrences: list[Occurrence]) -> tuple[Occurrence, ...]:
        """Those of the days that both editions cover: a longer plan is no later deadline."""
        periods = (self._diff.old.plan.period, self._diff.new.plan.period)
        first, last = max(each.first_day for each in periods), min(each.last_day for each in periods)
        within = tuple(each for each in occurrences if first <= each.nominal <= last)
        return within or tuple(occurrences)


def _dates(calendar: PlanCalendar) -> Dates:
    found: Dates = defaultdict(list)
    for entry in calendar.entries:
        found[kind_of(entry.duty), entry.duty.id].append(entry.occurrence)
    return found
