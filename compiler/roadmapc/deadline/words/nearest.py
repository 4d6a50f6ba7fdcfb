"""The word that a misprint may have been."""

from difflib import get_close_matches
from functools import cache

from roadmapc.deadline.words.lexicon import WORDS, Sense

_SENSES = (
    Sense.MONTH,
    Sense.WEEKDAY,
    Sense.UNIT,
    Sense.ADVERB,
    Sense.CURRENT,
    Sense.REPORTED,
    Sense.ACADEMIC,
)
_SHORTEST = 4
"""Letters of a word that is near to no other by chance."""
_LIKENESS = 0.8
_KNOWN = tuple(
    form
    for form, word in WORDS.items()
    if word.sense in _SENSES
    and len(form) >= _SHORTEST
    and (word.sense is not Sense.ADVERB or form[:3] == "еже")
)
_DIGITS = str.maketrans({"l": "1", "i": "1", "о": "0", "o": "0", "з": "3", "б": "6", "s": "5", "z": "2"})
"""Letters that recognition puts for digits."""


@cache
def nearest(word: str) -> str | None:
    """A known word or a number that is spelled almost so; `None` if there is none."""
    digits = word.translate(_DIGITS)
    if digits != word and digits.isdigit():
        return digits
    if len(word) < _SHORTEST or not word.isalpha():
        return None
    alike = [form for form in _KNOWN if form[0] == word[0] and abs(len(form) - len(word)) <= 2]
    return next(iter(get_close_matches(word, alike, 1, _LIKENESS)), None)


def nearest_in_words(words: list[str]) -> tuple[str, ...]:
    """Advice that names the known words nearest to some; empty if none is near."""
    found = ((word, near) for word in words if (near := nearest(word)) is not None)
    alike = ", ".join(f"«{word}» – это «{near}»" for word, near in found)
    return (f"может быть, {alike}?",) if alike else ()
