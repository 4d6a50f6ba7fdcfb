"""What a change means, apart from how it is worded."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from roadmapc.diff.changes import Change, Division, PlanDiff, Removed, ValueChange
from roadmapc.diff.grounds import TOLD, GroundChange
from roadmapc.diff.provision import Provision


class Significance(StrEnum):
    """Whether anybody has to act otherwise."""

    SUBSTANTIVE = "substantive"
    """Somebody's duty or date is another now."""
    EDITORIAL = "editorial"
    """The same duties and dates in other words or another place."""


class Meaning(StrEnum):
    """What a change of a field amounts to; in brackets, the arguments of its judgement."""

    SAME_READING = "same-reading"
    """The deadline says the same in other words."""
    SAME_DATES = "same-dates"
    """The deadline is told otherwise and falls on the same days."""
    EARLIER = "earlier"
    """(audience, day before, day after) of the first date that moved; none moved the other way."""
    LATER = "later"
    """As `EARLIER`."""
    OTHER_DATES = "other-dates"
    """(audience, days before, days after): some earlier, some later."""
    STARTS_OTHERWISE = "starts-otherwise"
    """(audience, day before, day after): only the first day of the window moved."""
    START_SET = "start-set"
    """(audience, day): the window had no first day; the last one is as it was."""
    START_DROPPED = "start-dropped"
    """As `START_SET`: it has a first day no more."""
    OTHER_HOURS = "other-hours"
    """(audience, hours and place before, after): on the same days, at another hour or place."""
    OTHER_DAY_OFF = "other-day-off"
    """(audience, day before, day after, due day): two days off that are moved to one working day."""
    MORE_OFTEN = "more-often"
    """(audience, number of dates before, after)."""
    LESS_OFTEN = "less-often"
    """As `MORE_OFTEN`."""
    DATED = "dated"
    """(audience, first day): the deadline had no date."""
    UNDATED = "undated"
    """(audience, first day): the deadline has a date no more."""
    OTHER_CONDITION = "other-condition"
    """A deadline without a date says another thing."""
    DEADLINE_SET = "deadline-set"
    """There was no deadline."""
    DEADLINE_DROPPED = "deadline-dropped"
    """There is no deadline any more."""
    AUDIENCE_LOST = "audience-lost"
    """(audience): those whom the deadline binds no more."""
    AUDIENCE_GAINED = "audience-gained"
    """(audience): those whom it had not bound."""
    BODY_GAINED = "body-gained"
    """(names): executors who had not the duty."""
    BODY_LOST = "body-lost"
    """(names): executors who have it no more."""
    LEAD = "lead"
    """(name before, name after) of the first executor, who is responsible."""
    RENAMED = "renamed"
    """(name before, name after) of a body that stays the same."""
    PERSON = "person"
    """(name before, name after) of who holds an office."""
    MEMBER_GAINED = "member-gained"
    """(names): who sits in a commission and did not."""
    MEMBER_LOST = "member-lost"
    """(names): who sits in it no more."""
    MEMBER_POST = "member-post"
    """(name, post before, after) of a member who stays."""
    MEMBER_ROLE = "member-role"
    """(name, role or group before, after) of a member who stays."""
    MEMBERS_REORDERED = "members-reordered"
    """The same members stand in another order."""
    REORDERED = "reordered"
    """Executors after the first, who are equals, stand in another order."""
    QUALIFIED = "qualified"
    """An executor is meant more widely or more narrowly."""
    EXTENDED = "extended"
    """(last day before, after) of the plan's period."""
    SHORTENED = "shortened"
    """As `EXTENDED`."""
    NUMBER = "number"
    """A provision is printed with another number."""
    TYPOGRAPHY = "typography"
    """Letters and digits are the same."""
    UNSEEN = "unseen"
    """Invisible letters have come or gone: they may change the order in which the others are printed."""
    FIGURES = "figures"
    """(figures before, after): some numbers have given way to others."""
    WORDS = "words"
    """The text differs."""
    COLUMNS_REORDERED = "columns-reordered"
    """The same columns stand in another order."""
    PICTURE_ADDED = "picture-added"
    PICTURE_REMOVED = "picture-removed"
    PICTURE_REPLACED = "picture-replaced"
    """Another file."""
    PICTURES_REORDERED = "pictures-reordered"
    """The same files in another order."""
    OFFICE = "office"
    """A requisite that orders nothing: place, distribution, sheets."""


EDITORIAL = frozenset(
    {
        Meaning.SAME_READING,
        Meaning.SAME_DATES,
        Meaning.RENAMED,
        Meaning.REORDERED,
        Meaning.MEMBERS_REORDERED,
        Meaning.COLUMNS_REORDERED,
        Meaning.NUMBER,
        Meaning.TYPOGRAPHY,
        Meaning.OFFICE,
    }
)
"""Meanings after which everybody acts as before."""

NAMES = frozenset({Meaning.RENAMED, Meaning.PERSON})
"""Meanings of a text in which only somebody is called otherwise."""


class Judgement(NamedTuple):
    """A meaning with what it is said of."""

    meaning: Meaning
    arguments: tuple[str, ...] = ()

    @property
    def significance(self) -> Significance:
        """Of the meaning."""
        return Significance.EDITORIAL if self.meaning in EDITORIAL else Significance.SUBSTANTIVE


def gravest(significances: Iterable[Significance]) -> Significance:
    """Substantive if anything is."""
    is_substantive = Significance.SUBSTANTIVE in significances
    return Significance.SUBSTANTIVE if is_substantive else Significance.EDITORIAL


class JudgedField(NamedTuple):
    """A changed field with what it means."""

    value: ValueChange
    judgements: tuple[Judgement, ...]
    """At least one, the gravest first."""

    @property
    def significance(self) -> Significance:
        """Substantive if any judgement is."""
        return gravest(judgement.significance for judgement in self.judgements)

    @property
    def is_naming(self) -> bool:
        """Whether the field says the same of somebody who is called otherwise."""
        return all(judgement.meaning in NAMES for judgement in self.judgements)


@dataclass(frozen=True, slots=True)
class JudgedChange:
    """A change with what each of its fields means."""

    change: Change
    fields: tuple[JudgedField, ...]
    """Empty for a provision that is added or removed, or only moved."""
    significance: Significance

    @property
    def provision(self) -> Provision:
        """As it is in the new plan; as it was, if it is there no more."""
        return self.change.before if isinstance(self.change, Removed) else self.change.after


@dataclass(frozen=True, slots=True)
class Review:
    """A difference with what it means: what a reviewer reads."""

    diff: PlanDiff
    changes: tuple[JudgedChange, ...]
    """In the order of the difference."""
    splits: tuple[Division, ...]
    merges: tuple[Division, ...]
    grounds: tuple[GroundChange, ...] = ()
    """What the plan rests on otherwise, whether or not its words tell it."""
    since: date | None = None
    """The day from which dates lie ahead: those of the act that made the change; `None` if nobody says."""

    @property
    def ahead(self) -> int:
        """How many of the dates that differ lie ahead; all of them if nobody says from when."""
        days = [each.due for dates in self.diff.dates for each in (*dates.added, *dates.removed)]
        days += [max(each.before.due, each.after.due) for dates in self.diff.dates for each in dates.shifted]
        return sum(self.since is None or day >= self.since for day in days)

    @property
    def is_empty(self) -> bool:
        """Whether a signature under the one edition would be one under the other."""
        return self.diff.is_empty and all(change.ground in TOLD for change in self.grounds)

    def of(self, significance: Significance) -> tuple[JudgedChange, ...]:
        """The changes of one significance."""
        return tuple(change for change in self.changes if change.significance is significance)
