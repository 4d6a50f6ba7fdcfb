"""Slips of the hand in one word or name."""

import re
from random import Random


def misspelt(word: str, random: Random) -> str:
    """Two letters inside change places, or one is lost or doubled."""
    pairs = [at for at in range(1, len(word) - 2) if word[at] != word[at + 1] and word[at : at + 2].isalpha()]
    at = random.choice(pairs)
    turned = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return random.choice((turned, word[:at] + word[at + 1 :], word[: at + 1] + word[at:]))


def with_slip(text: str, random: Random, least: int = 6) -> str | None:
    """A text with one word of so many small letters or more misspelt: no proper name, no abbreviation."""
    words = list(re.finditer(rf"\b[а-яё]{{{least},}}\b", text))
    if not words:
        return None
    match = random.choice(words)
    return text[: match.start()] + misspelt(match[0], random) + text[match.end() :]


def other_initials(name: str, random: Random) -> str | None:
    """«Образцова Б. А.»; `None` if it is no surname with two initials."""
    found = re.fullmatch(r"(\S+) (\w)\. (\w)\.", name)
    if not found:
        return None
    surname, first, second = found.groups()
    return f"{surname} " + random.choice((f"{second}. {first}.", f"{first}. Ю.", f"Э. {second}."))


def other_surname(name: str, random: Random) -> str | None:
    """«Обрзацова А. Б.»; `None` if it is no surname of six letters or more with two initials."""
    found = re.fullmatch(r"(\S{6,})( \w\. \w\.)", name)
    return found and misspelt(found[1], random) + found[2]
