"""Numbers of measures in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

NAMED = 4
"""Numbers that a message lists."""


def listed(numbers: Sequence[str]) -> str:
    """The first numbers and how many more there are: «1.2, 3.5, 4.1, 4.2 и ещё 3»."""
    rest = len(numbers) - NAMED
    return ", ".join(numbers[:NAMED]) + (f" и ещё {rest}" if rest > 0 else "")
