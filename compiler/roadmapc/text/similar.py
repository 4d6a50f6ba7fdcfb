"""«Возможно, вы имели в виду …»."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """A hint with the known word nearest to `word`, or no hint if none is near."""
    near = get_close_matches(word, tuple(known), n=1, cutoff=0.6)
    return (f"возможно, вы имели в виду «{near[0]}»",) if near else ()
