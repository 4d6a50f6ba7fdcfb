"""The house profile: what standards and custom leave to each authority.

The values are data: `profiles/*.yaml` here, and a file of the authority's own beside its plans.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from roadmapc.calendar.policy import Policy
from roadmapc.calendar.season_rule import SeasonRule


@dataclass(frozen=True, slots=True)
class Margins:
    """Of a page, in millimetres; `None` is as the template has it."""

    left: float | None = None
    right: float | None = None
    top: float | None = None
    bottom: float | None = None
    header: float | None = None
    """From the edge of the sheet to the page number."""


class Verb(StrEnum):
    """How the word «приказываю» is set off."""

    SPACED = "spaced"
    PLAIN = "plain"
    CAPITALS = "capitals"


@dataclass(frozen=True, slots=True)
class Layout:
    """What a profile changes in the look of a template; `None` is as the template has it."""

    page: Margins = field(default_factory=Margins)
    """Of the order and of appendices that need no wide page."""
    wide_page: Margins = field(default_factory=Margins)
    """Of wide appendices."""
    font: str | None = None
    size: float | None = None
    """Of the text, in points."""
    line_spacing: float | None = None
    """Of the text, in lines."""
    indent: float | None = None
    """Of the first line of a paragraph, in millimetres."""
    table_size: float | None = None
    """Of the text of tables, in points."""
    verb: Verb | None = None
    hyphenation: bool | None = None
    """Whether words of the text may end a line in their middle; those of titles and tables never do."""
    hyphenation_zone: float | None = None
    """How much room a line may leave rather than break a word, in millimetres."""
    requisite_width: float = 80
    """Longest line of a requisite in side layout, in millimetres."""


class DateForm(StrEnum):
    """How requisites are dated (ГОСТ Р 7.0.97, requisite 10)."""

    DIGITS = "digits"
    """«18.03.2021»."""
    WORDS = "words"
    """«18 марта 2021 г.»."""


class NumberSign(StrEnum):
    """How an appendix bears its number."""

    WITH = "with"
    """«Приложение № 1»."""
    WITHOUT = "without"
    """«Приложение 1»."""


class Initials(StrEnum):
    """What stands between two initials of a signature."""

    SPACED = "spaced"
    """«А. Б. Образцова»."""
    CLOSE = "close"
    """«А.Б. Образцова»."""


@dataclass(frozen=True, slots=True)
class Wording:
    """How requisites are written."""

    date: DateForm = DateForm.DIGITS
    appendix_sign: NumberSign = NumberSign.WITH
    initials: Initials = Initials.SPACED
    has_number_stop: bool = False
    """Whether numbers of measures end with a full stop: «1.1.»."""
    operative: Mapping[str, str] = field(default_factory=dict)
    """The word by which an act of a kind commands, by the kind; of others, as custom has it."""


class Removal(StrEnum):
    """What an amending order does with a row."""

    REPEAL = "repeal"
    """«признать утратившей силу»."""
    EXCLUDE = "exclude"
    """«исключить»."""


class Insertion(StrEnum):
    """What number a row takes between two others, which keep theirs."""

    SUPERSCRIPT = "superscript"
    """2.3¹."""
    LEVEL = "level"
    """2.3.1."""
    LETTER = "letter"
    """2.3а."""


@dataclass(frozen=True, slots=True)
class Amendments:
    """Habits of amending orders."""

    removal: Removal = Removal.REPEAL
    insertion: Insertion = Insertion.SUPERSCRIPT
    names_order: bool = True
    """Whether their title gives the name of the amended order besides its date and number."""
    preamble: str = ""
    """The ground, without the verb; empty for orders that begin with the verb."""
    control: str = ""
    """The clause on control; empty for that of the amended order."""


@dataclass(frozen=True, slots=True)
class Checks:
    """From where on the checks ask, and what they do not; custom, no norm names these numbers."""

    duties_per_day: int = 10
    """Duties of one lead due on one day that somebody chose (E608)."""
    duties_per_week: int = 40
    """Duties of one lead due in one week (E611)."""
    notice: int = 5
    """Working days after signing before which no date should come (D346)."""
    uncontrolled: int = 366
    """Days that a window may last without a control point (D341); a year's plan is controlled at its end."""
    similarity: int = 85
    """Per cent of common words that make two measures or clauses alike (N710, N712)."""
    without: frozenset[str] = frozenset()
    """Codes of findings that the authority does not want; errors are not among them."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The choices of an authority."""

    name: str
    policy: Policy
    """How deadlines are read and moved."""
    layout: Layout = field(default_factory=Layout)
    wording: Wording = field(default_factory=Wording)
    amendments: Amendments = field(default_factory=Amendments)
    checks: Checks = field(default_factory=Checks)
    reminders: tuple[int, ...] = (10, 3)
    """Working days ahead, so that none comes on a day off; custom, no norm names a number. Empty for none."""
    seasons: tuple[SeasonRule, ...] = ()
    """Names for spans and days that all plans of the profile use."""
    words: tuple[str, ...] = ()
    """Words of the authority that no dictionary has (G001), in any form."""
