"""Long lists in a sentence: of numbers, dates, changes."""

from collections.abc import Sequence

NAMED = 4
"""Numbers that a message lists."""


def listed(items: Sequence[str], shown: int = NAMED, separator: str = ", ") -> str:
    """The first items and how many more there are: «1.2, 3.5, 4.1, 4.2 и ещё 3»."""
    rest = len(items) - shown
    return separator.join(items[:shown]) + (f" и ещё {rest}" if rest > 0 else "")
