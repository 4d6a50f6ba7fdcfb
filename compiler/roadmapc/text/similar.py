"""«Возможно, вы имели в виду …»."""

from collections.abc import Iterable
from difflib import get_close_matches

_LOOK_ALIKES = str.maketrans("аеорсухіАВЕКМНОРСТХ", "aeopcyxiABEKMHOPCTX")
"""Cyrillic letters that look like Latin ones."""


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """A hint with the known word nearest to `word`, or no hint if none is near."""
    words = tuple(known)
    if latin(word) in words:
        return in_latin(word)
    near = nearest_of(word, words)
    return (f"возможно, вы имели в виду «{near}»",) if near else ()


def nearest_of(word: str, known: Iterable[str]) -> str:
    """The known word nearest to `word`; empty if none is near."""
    by_letters = {each.casefold(): each for each in known}
    near = get_close_matches(word.casefold(), by_letters, n=1, cutoff=0.6)
    return by_letters[near[0]] if near else ""


def latin(word: str) -> str:
    """The word with Latin letters for those that only look like them."""
    return word.translate(_LOOK_ALIKES)


def in_latin(word: str) -> tuple[str, ...]:
    """A hint to type a word anew if only look-alikes keep it from being Latin."""
    typed = latin(word)
    if typed == word or not typed.isascii():
        return ()
    letters = "», «".join(dict.fromkeys(letter for letter in word if not letter.isascii()))
    return (f"русские буквы «{letters}» неотличимы от латинских; наберите латиницей: «{typed}»",)
