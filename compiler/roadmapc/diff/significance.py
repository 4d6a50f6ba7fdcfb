"""What the changes of a plan mean to those who act by it."""

from dataclasses import replace
from datetime import date
from itertools import chain

from roadmapc.calendar.from_deadline import expand
from roadmapc.calendar.occurrence import Occurrence
from roadmapc.diff import compositions, deadlines, executors, tables, texts
from roadmapc.diff.changes import Added, Change, PlanDiff, Removed, ValueChange
from roadmapc.diff.divisions import merges, splits
from roadmapc.diff.grounds import GroundChange
from roadmapc.diff.judgement import (
    JudgedChange,
    JudgedField,
    Judgement,
    Meaning,
    Review,
    Significance,
    gravest,
)
from roadmapc.diff.provision import Provision
from roadmapc.diff.renamings import renamings
from roadmapc.model.organisation import key_of
from roadmapc.model.plan import Term
from roadmapc.model.printed import executor_text
from roadmapc.model.provision import ProvisionKind
from roadmapc.schedule.from_plan import horizon_of
from roadmapc.schedule.plan_calendar import PlanCalendar


def review(diff: PlanDiff, grounds: tuple[GroundChange, ...] = (), since: date | None = None) -> Review:
    """Every change with what it means, and what the plan rests on otherwise.

    `since` is the day from which a date lies ahead; else that of the first act that the old edition has not.
    """
    known = {act.name for act in diff.old.plan.amendments}
    coming = [act.life.applies_since for act in diff.new.plan.amendments if act.name not in known]
    judge = _Judge(diff)
    changes = tuple(judge.judged(change) for change in diff.changes)
    since = since or min(coming, default=None)
    return Review(diff, changes, splits(diff.changes), merges(diff.changes), grounds, since)


def _are_same(before: Provision, after: Provision) -> bool:
    """Whether the same act, in the same order: a signed act may print them in other words."""
    old, new = (
        [(executor_text(each), key_of(each.actor), each.actor.name) for each in side.executors]
        for side in (before, after)
    )
    return old == new


class _Judge:
    """Judges changes one by one, with both editions at hand."""

    def __init__(self, diff: PlanDiff) -> None:
        self._diff = diff
        self._renamings = renamings(diff.old.plan, diff.new.plan)
        periods = (diff.old.plan.period, diff.new.plan.period)
        self._first_day = min(period.first_day for period in periods)
        self._last_day = max(period.last_day for period in periods)

    def judged(self, change: Change) -> JudgedChange:
        """A provision that is added or removed changes somebody's duty; one that only moved does not."""
        if isinstance(change, Added | Removed):
            return JudgedChange(change, (), Significance.SUBSTANTIVE)
        fields = tuple(
            field for value in change.fields for field in self._fields(change.before, change.after, value)
        )
        return JudgedChange(change, fields, gravest(field.significance for field in fields))

    def _fields(self, before: Provision, after: Provision, value: ValueChange) -> tuple[JudgedField, ...]:
        """The field with its meaning; the text of an appendix by the cells of its tables, where it can be."""
        cells = tables.judged(before, after) if value.name == tables.TEXT and after.tables else ()
        return cells or (JudgedField(value, self._judgements(before, after, value)),)

    def _judgements(self, before: Provision, after: Provision, value: ValueChange) -> tuple[Judgement, ...]:
        if value.name == "executors" and not _are_same(before, after):
            return tuple(map(self._rooted, executors.judgements(before.executors, after.executors)))
        return self._renamed(value) or self._otherwise(before, after, value)

    def _otherwise(self, before: Provision, after: Provision, value: ValueChange) -> tuple[Judgement, ...]:
        """What is more than a renaming."""
        if value.name == "deadline":
            return deadlines.judgements(self._deadlines(before, after))
        if value.name == "composition":
            return compositions.judgements(before.compositions, after.compositions)
        if value.name == "checkpoint":
            return deadlines.checkpoint_judgements(self._deadlines(before, after))
        if before.kind is not ProvisionKind.REQUISITE:
            return texts.judgements(value)
        if value.name == "period":
            return texts.period_judgements(self._diff.old.plan.period, self._diff.new.plan.period)
        return texts.requisite_judgements(value)

    def _renamed(self, value: ValueChange) -> tuple[Judgement, ...]:
        """Names, if they are all that differs."""
        return tuple(
            Judgement(Meaning.PERSON if is_person else Meaning.RENAMED, (old, new))
            for old, new, _, is_person in self._renamings.explaining(value.before, value.after)
        )

    def _rooted(self, judgement: Judgement) -> Judgement:
        """A body may be called otherwise because the institution is whose department it is."""
        if judgement.meaning is Meaning.RENAMED:
            for renaming in self._renamings.explaining(*judgement.arguments):
                return Judgement(Meaning.RENAMED, (renaming.before, renaming.after))
        return judgement

    def _deadlines(self, before: Provision, after: Provision) -> deadlines.Deadlines:
        return deadlines.Deadlines(
            before.terms,
            after.terms,
            self._occurrences(before.terms, self._diff.old),
            self._occurrences(after.terms, self._diff.new),
        )

    def _occurrences(self, terms: tuple[Term, ...], edition: PlanCalendar) -> tuple[Occurrence, ...]:
        """When a deadline is due in the days of both editions: a longer plan is no later deadline."""
        own = horizon_of(edition.plan, edition.work_calendar)
        horizon = replace(own, first_day=self._first_day, last_day=self._last_day)
        found = (expand(term.controlled, horizon, edition.work_calendar).occurrences for term in terms)
        return tuple(sorted(chain.from_iterable(found), key=lambda occurrence: occurrence.due))
