"""What can be found when a document is held against its plan's own."""

from enum import StrEnum
from typing import NamedTuple, TypeAlias

from roadmapc.diff.words import Segment
from roadmapc.verify.meaning import Manner
from roadmapc.verify.passage import Defect
from roadmapc.wordprocessing.reading import Effect, Kind


class Side(StrEnum):
    """What is compared."""

    PLAN = "плане"
    DOCUMENT = "документе"


class Discrepancy(NamedTuple):
    """A passage that reads otherwise, or a row that one side has alone."""

    place: str
    """As the plan's document calls it; as the other one does if the plan has no such passage."""
    words: tuple[Segment, ...]
    """What the plan says and what the document says; empty for a whole row."""
    missing_from: Side | None = None
    """Where there is no such row; `None` for a passage."""
    is_of_page: bool = False
    """Whether it stands in a header or a footer, which is no part of what an act says."""


class Move(NamedTuple):
    """A text that stands in another place."""

    place: str
    text: str
    """Empty for all that the place names."""
    origin: str
    """Where the plan has it: a column in the genitive of its place, or what it stood after."""
    target: str


class Merger(NamedTuple):
    """A cell that is joined with others, or parted from them, otherwise than in the plan's document."""

    place: str
    is_joined: bool


class Blemish(NamedTuple):
    """Words that are there, but are not read, or are read otherwise."""

    place: str
    defect: Defect


class Otherwise(NamedTuple):
    """A passage that is typed otherwise and means the same."""

    place: str
    manners: tuple[Manner, ...]
    words: tuple[Segment, ...]


class Unread(NamedTuple):
    """Things of a kind that only one side has, or has in greater number."""

    kind: Kind
    number: int
    missing_from: Side
    names: tuple[str, ...] = ()
    """Of those that have one."""


class OtherPicture(NamedTuple):
    """A picture of the main text that only one side has there, or that only one side lets see."""

    place: str
    missing_from: Side | None
    """`None` if each has one of its own."""
    is_small: bool = False
    """Whether it is the same one, of which nothing is made out."""


class Beside(NamedTuple):
    """What is seen on a screen, or done by it, and not by paper."""

    kind: Kind
    place: str
    """Words that lead somewhere; where a picture stands."""
    target: str


Finding: TypeAlias = Discrepancy | Move | Merger | Blemish | Otherwise | Unread | OtherPicture | Beside


_SET = frozenset((Effect.FLOATING, Effect.STRANGE))
OF_SETTING = frozenset((Kind.PAGE, Kind.LINE_NUMBERS, Kind.FONT, Kind.SETTING))
"""Things without which nothing is lost."""


def is_of_setting(found: Finding) -> bool:
    """Whether words are there and only stand or look as in no document of ours, as those of others do."""
    is_set = isinstance(found, Unread) and found.kind in OF_SETTING - {Kind.PAGE}
    return is_set or (isinstance(found, Blemish) and found.defect.effect in _SET)


def is_of_typing(found: Finding) -> bool:
    """Whether a document may differ in it only by its setting: read as an act, it says the same."""
    return isinstance(found, Merger | Move) or (isinstance(found, Discrepancy) and not found.is_of_page)
