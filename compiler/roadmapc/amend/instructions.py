"""What an amendment tells to do, each a sentence of its text."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from roadmapc.amend.printed_order import PrintedAppendix, PrintedClause, PrintedRow, PrintedSection


class NotApplicableError(Exception):
    """An instruction that cannot be carried out: it names what is not there, or adds what is."""


class Noun(StrEnum):
    """What an address names."""

    TITLE = "title"
    """The title of the order, of an appendix or of a section."""
    PREAMBLE = "preamble"
    CLAUSE = "clause"
    APPENDIX = "appendix"
    SECTION = "section"
    ROW = "row"


class Address(NamedTuple):
    """A provision, or a text of it. A row is found by its number in the whole appendix."""

    noun: Noun
    number: str = ""
    """Of the provision, or the name of a row in quotes.

    For a title, of the section, or empty for the title of the order or the appendix.
    """
    appendix: str | None = None
    """Number of the appendix that holds it, empty for a single one; `None` for the order's own text."""
    column: str = ""
    """Heading of the cell of a row; empty for the whole provision."""


@dataclass(frozen=True, slots=True)
class Replace:
    """F1: words of a text give way to others."""

    at: Address
    old: str
    """Stands in the text once."""
    new: str


@dataclass(frozen=True, slots=True)
class Add:
    """F7: words are added to a text."""

    at: Address
    after: str
    """Words that stand in the text once; empty for the end of the text."""
    new: str


@dataclass(frozen=True, slots=True)
class Drop:
    """F8: words of a text are left out."""

    at: Address
    old: str
    """Stands in the text once."""


@dataclass(frozen=True, slots=True)
class Restate:
    """F2, F9, F10: a text is restated: a cell, a title, the preamble, a clause."""

    at: Address
    text: str
    """A line a paragraph, without the number of the clause."""


@dataclass(frozen=True, slots=True)
class RestateRow:
    """F3: a row is restated."""

    at: Address
    row: PrintedRow


@dataclass(frozen=True, slots=True)
class AddRows:
    """F4, F5: rows of new numbers, in the order of numbers."""

    section: str
    """Its number; empty for a plan without sections."""
    appendix: str
    rows: tuple[PrintedRow, ...]


@dataclass(frozen=True, slots=True)
class AddSection:
    """F9: a section with its rows; its sub-sections are added after it, each by itself."""

    appendix: str
    section: PrintedSection


@dataclass(frozen=True, slots=True)
class AddClause:
    """F10: a clause of a new number with its sub-clauses."""

    clauses: tuple[PrintedClause, ...]
    """The clause, then those that it holds, in the order of printing."""


@dataclass(frozen=True, slots=True)
class Remove:
    """F6, F9, F10, F12: a provision with all that it holds loses its force; its number stays unused."""

    at: Address


@dataclass(frozen=True, slots=True)
class RestateAppendix:
    """F12: an appendix is restated."""

    appendix: str
    attachment: str
    """Number of the amending order's own appendix that holds it; empty for a single one."""


@dataclass(frozen=True, slots=True)
class AddAppendix:
    """F12: an appendix of a new number."""

    appendix: str
    attachment: str


@dataclass(frozen=True, slots=True)
class Rename:
    """F11: the same words give way to the same words wherever they stand."""

    old: str
    new: str
    is_inflected: bool
    """Whether the words are declined: both are nominatives, and each case gives way to the same case."""


@dataclass(frozen=True, slots=True)
class Enter:
    """F13: a member comes into a composition."""

    appendix: str
    member: str
    """In the accusative, the post after a dash; a seat that goes with a post is the post alone."""
    group: str
    """The head over the member; empty in a composition without heads."""
    after: str
    """The member before, in the genitive; empty for the end of the group."""


@dataclass(frozen=True, slots=True)
class Withdraw:
    """F13: a member goes out of a composition."""

    appendix: str
    member: str
    """The name in the accusative, or the post."""


@dataclass(frozen=True, slots=True)
class RestatePost:
    """F13: the post of a member is named otherwise."""

    appendix: str
    member: str
    """The name in the genitive."""
    text: str
    """All that stands after the dash."""


SeatChange: TypeAlias = Enter | Withdraw | RestatePost
Instruction: TypeAlias = (
    Replace
    | Add
    | Drop
    | Restate
    | RestateRow
    | AddRows
    | AddSection
    | AddClause
    | Remove
    | RestateAppendix
    | AddAppendix
    | Rename
    | SeatChange
)


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is told to do, in the order of the amended text."""

    instructions: tuple[Instruction, ...]
    attachments: tuple[PrintedAppendix, ...]
    """The amending order's own appendices: appendices of the amended order in their new wording."""
