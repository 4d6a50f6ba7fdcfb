"""Numbers as Russian documents print them: «12,50», «1 000 000», «–» where there is none.

A number is the digits that were typed, as a `Decimal`: 1.10 never becomes 1.1, and sums are exact.
"""

import re
from decimal import Decimal
from typing import NamedTuple

from roadmapc.text.regex import regex
from roadmapc.text.typography import NO_BREAK_SPACE

MINUS = "\u2212"
NOTHING = "\u2013"
"""How a cell says that there is no number."""
NOT_FILLED = "х"
"""How a cell says that no number belongs there: a small Cyrillic letter."""

MOST_DIGITS, MOST_DECIMALS = 18, 6
"""Before and after the comma. `Decimal` adds 28 digits exactly: four are left for sums of 10,000 numbers."""

_SPACES = " \u00a0\u2007\u2009\u202f"
_BOUND = r"не\s+(?:менее|более|ниже|выше|позднее|ранее)|менее|более|свыше|около|до|от|≥|≤|<|>|±"
_FIGURE = regex(
    rf"(?P<bound>(?:{_BOUND})\s*)?(?P<sign>[+\-–{MINUS}])?"
    rf"(?P<whole>[1-9]\d{{0,2}}(?:[{_SPACES}]\d{{3}})+|[1-9]\d*|0)(?:[.,](?P<decimals>\d+))?"
    rf"(?P<per_cent>[{_SPACES}]?%)?",
    re.IGNORECASE,
)
_DASHES = regex("[-–—]+")
_CROSS = regex("[хx]", re.IGNORECASE)
"""Of either alphabet: on many keyboards the Latin one is nearer."""


class Figure(NamedTuple):
    """A number that is all its cell says."""

    value: Decimal
    """With as many decimals as were typed."""
    bound: str = ""
    """«не менее», «≥»: what it bounds is not known, so it is added to nothing. Empty for a plain number."""
    is_per_cent: bool = False
    has_plus: bool = False

    @property
    def is_amount(self) -> bool:
        """Whether sums can take it: neither a bound nor a share."""
        return not (self.bound or self.is_per_cent)

    @property
    def decimals(self) -> int:
        """How many digits stand after the comma."""
        exponent = self.value.as_tuple().exponent
        assert isinstance(exponent, int), "no figure is infinite"
        return max(0, -exponent)


def read_figure(text: str) -> Figure | None:
    """The number of a text that says nothing else: «1 000,00», «12.5», «−3», «не менее 40 %».

    `None` for other texts, for what is no number but a code («007»), for more digits than can be added
    exactly, and for groups of three with commas or points, which two readers would read as two numbers.
    """
    found = _FIGURE.fullmatch(text.strip())
    if found is None:
        return None
    whole, decimals = re.sub(rf"[{_SPACES}]", "", found["whole"]), found["decimals"] or ""
    if len(whole) > MOST_DIGITS or len(decimals) > MOST_DECIMALS:
        return None
    sign = "" if found["sign"] in (None, "+") else "-"
    value = Decimal(f"{sign}{whole}.{decimals}" if decimals else f"{sign}{whole}")
    return Figure(value, (found["bound"] or "").strip(), found["per_cent"] is not None, found["sign"] == "+")


def is_too_long(text: str) -> bool:
    """Whether a text is a number, but of more digits than can be added exactly."""
    return _FIGURE.fullmatch(text.strip()) is not None and read_figure(text) is None


def blank(text: str) -> str | None:
    """How a cell without a number is printed: nothing, a dash, «х»; `None` if it says something else."""
    words = text.strip()
    if not words:
        return ""
    if _DASHES.fullmatch(words):
        return NOTHING
    return NOT_FILLED if _CROSS.fullmatch(words) else None


def printed(value: Decimal, decimals: int = 0) -> str:
    """«−1 234,50»: groups of three, a comma, at least so many decimals; what was typed is never cut.

    Between the groups stand no-break spaces. Editors leave four digits whole in running text and part them
    in columns of figures, so that digits of one rank stand under one another; this is for columns.
    """
    figure = Figure(value)
    digits = f"{abs(value):,.{max(decimals, figure.decimals)}f}"
    sign = MINUS if value < 0 else ""
    return sign + digits.replace(",", NO_BREAK_SPACE).replace(".", ",")


def printed_figure(figure: Figure, decimals: int = 0) -> str:
    """The same with what stands around the number: «не менее 40 %»."""
    before = f"{figure.bound} " if figure.bound else ""
    plus = "+" if figure.has_plus else ""
    after = f"{NO_BREAK_SPACE}%" if figure.is_per_cent else ""
    return f"{before}{plus}{printed(figure.value, decimals)}{after}"
