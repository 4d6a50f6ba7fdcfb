"""What a review shows: every word decided, nothing laid out."""

from dataclasses import dataclass
from typing import NamedTuple

from roadmapc.diff.plans import NotCompared
from roadmapc.diff.words import Segment


class ChangeRow(NamedTuple):
    """One thing that a reviewer decides on."""

    where: str
    """«строка 2.3», «пункт 4», «Заголовок приказа»."""
    what: str
    """The field that changed: «Срок»; for a whole provision what happened to it: «новая»."""
    words: tuple[Segment, ...]
    """The text before and after, word by word; one side is empty for a provision that is new or removed."""
    note: str
    """What it means; empty if the words say it all."""
    gist: str
    """The whole row without its place, for the first line of a review; empty if another row tells it."""


class GroundRow(NamedTuple):
    """What a plan rests on otherwise than it did."""

    what: str
    """«шаблон templates/order.docx»."""
    text: str


class NoticeRow(NamedTuple):
    """What one body has to be told."""

    who: str
    what: str


class DatesRow(NamedTuple):
    """What happens to the dates of one duty."""

    where: str
    text: str
    """The duty in one line."""
    dates: str
    """«переносится 01.09.2021 → 01.10.2021»."""


@dataclass(frozen=True, slots=True)
class ChangesView:
    """A difference of two editions, for a person who has not seen the YAML."""

    title: str
    """Of the plan."""
    summary: tuple[str, ...]
    """Sentences without full stops; the first alone is enough to know what happened."""
    substantive: tuple[ChangeRow, ...]
    editorial: tuple[ChangeRow, ...]
    notices: tuple[NoticeRow, ...]
    dates: tuple[DatesRow, ...]
    grounds: tuple[GroundRow, ...] = ()
    """Directory, profile, calendar, texts, template, answered findings, ids."""


@dataclass(frozen=True, slots=True)
class ReviewView:
    """What a reviewer reads at once: the changes of one plan, or of all plans of a folder."""

    summary: str
    """How many plans changed, without a full stop; empty if a single plan speaks for itself."""
    plans: tuple[ChangesView, ...]
    """Plans that differ, by the names of their files."""
    not_compared: tuple[NotCompared, ...] = ()
    """What cannot be told: said before everything else."""
    statement: tuple[str, ...] = ()
    """What was compared, for whoever signs; empty if the review is about one plan."""
