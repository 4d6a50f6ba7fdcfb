"""Names that may be of one body: an abbreviation and its words, a longer and a shorter form, a slip."""

import re
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

_WORD = re.compile(r"[А-ЯЁа-яёA-Za-z]+|\d+")
_JOINTS = frozenset(("и", "по", "в", "на", "с", "для", "при", "о", "об", "к", "из"))
_QUOTED = re.compile(r"[«\"](?P<name>[^«»\"]+)[»\"]")
_MOST = 40
"""Names that begin alike with which one is compared: those of the nearest lengths."""
_CLOSE = 0.93
"""How much of two spellings must be the same: a letter or two of a long name."""
_FORMS = frozenset(
    ("мбу", "мку", "мау", "мбоу", "маоу", "мкоу", "мбдоу", "мадоу", "гбу", "гау", "мбудо", "до", "дпо", "муп")
)
"""Abbreviated forms of institutions, which stand before their names."""


def likely_pairs(names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Pairs of names that may be of one body, the shorter first; each name in one pair at most."""
    ordered = sorted(dict.fromkeys(names), key=lambda name: (-len(name), name))
    by_initials: defaultdict[str, list[str]] = defaultdict(list)
    by_word: defaultdict[str, list[str]] = defaultdict(list)
    quoted: dict[str, str] = {}
    pairs: list[tuple[str, str]] = []
    for name in ordered:
        words, letters = _words(name), _letters(name)
        beside = by_initials[letters] if letters else by_word[words[0][:4]] if words else []
        near = beside[-_MOST:]
        alike = (other for other in near if letters or is_longer_form(name, other) or is_slip(name, other))
        other = next(alike, "") or quoted.get(" ".join(words), "")
        if other:
            pairs.append((name, other))
        inner = _QUOTED.search(name)
        for told in (words, _words(inner["name"]) if inner else []):
            initials = [word[0] for word in told if word not in _JOINTS | _FORMS and not word.isdigit()]
            for count in range(2, min(len(initials), 6) + 1):  # «УО» of «Управление образования района»
                by_initials["".join(initials[:count])].append(name)
        if inner:
            quoted.setdefault(" ".join(_words(inner["name"])), name)
        if words:
            by_word[words[0][:4]].append(name)
    return tuple(pairs)


def is_longer_form(name: str, other: str) -> bool:
    """Whether the other name goes on where this one ends: «… администрации города Примерска».

    A unit's name goes on with what it is of; one that goes on with a number or in quotes is another's.
    """
    shorter, longer = _words(name), _words(other)
    if not 1 < len(shorter) < len(longer) or longer[: len(shorter)] != shorter:
        return False
    return longer[len(shorter)].startswith(("администрац", "город", "район", "округ", "муниципальн"))


def is_slip(name: str, other: str) -> bool:
    """Whether two names differ by a letter or two; figures are never a slip."""
    if re.findall(r"\d+", name) != re.findall(r"\d+", other) or min(len(name), len(other)) < 12:
        return False
    quoted = [re.findall(r"[«\"]([^»\"]*)[»\"]", text) for text in (name, other)]
    if quoted[0] != quoted[1] and all(quoted):
        return False
    return SequenceMatcher(None, name.casefold(), other.casefold()).ratio() >= _CLOSE


def _letters(name: str) -> str:
    """Of a name that is an abbreviation, «УО», or bears one in quotes, «МКУ «ЦРО»»; else empty."""
    found = re.fullmatch(r"(?:[А-ЯЁ]{2,6}\s+)*[«\"]?(?P<letters>[А-ЯЁ][А-ЯЁи]*[А-ЯЁ])[»\"]?", name.strip())
    letters = found["letters"].replace("и", "").casefold() if found else ""
    return "" if letters in _FORMS else letters


def _words(name: str) -> list[str]:
    return [word.casefold().replace("ё", "е") for word in _WORD.findall(name)]
