"""What is wrong in a text, with its place in it."""

from enum import Enum, auto
from typing import NamedTuple


class Kind(Enum):
    """The families of slips."""

    AGREEMENT = auto()
    """Words that belong together in forms that do not."""
    GOVERNMENT = auto()
    """A case that the word before does not take."""
    SET_PHRASE = auto()
    """A word or a phrase that is written otherwise."""
    COMMA = auto()
    """A comma that the clause wants."""
    FORM = auto()
    """A case of a name that is not the one asked for, or another name's."""


class Slip(NamedTuple):
    """One of them."""

    kind: Kind
    start: int
    """Of the words that are wrong, in the text."""
    end: int
    message: str
    """One sentence without a full stop, as a `Diagnostic` has it."""
    hint: str
    """What to write or to look at."""
    replacement: str | None = None
    """What stands there instead, if one reading is left; `None` where a person decides."""
