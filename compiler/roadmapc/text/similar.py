"""«Возможно, вы имели в виду …»."""

from collections.abc import Iterable
from difflib import get_close_matches

_LOOK_ALIKES = str.maketrans("аеорсухіАВЕКМНОРСТХ", "aeopcyxiABEKMHOPCTX")
"""Cyrillic letters that look like Latin ones."""


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """A hint with the known word nearest to `word`, or no hint if none is near."""
    words = tuple(known)
    if word.translate(_LOOK_ALIKES) in words:
        return in_latin(word)
    by_letters = {each.casefold(): each for each in words}
    near = get_close_matches(word.casefold(), by_letters, n=1, cutoff=0.6)
    return (f"возможно, вы имели в виду «{by_letters[near[0]]}»",) if near else ()


def in_latin(word: str) -> tuple[str, ...]:
    """A hint to type a word anew if only look-alikes keep it from being Latin."""
    latin = word.translate(_LOOK_ALIKES)
    if latin == word or not latin.isascii():
        return ()
    letters = "», «".join(dict.fromkeys(letter for letter in word if not letter.isascii()))
    return (f"русские буквы «{letters}» неотличимы от латинских; наберите латиницей: «{latin}»",)
