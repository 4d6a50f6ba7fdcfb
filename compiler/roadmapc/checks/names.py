"""Whether two names may be of one body."""

from __future__ import annotations

import re

from roadmapc.checks.words import stems

_HEADS = frozenset(("отдел", "управлен", "комитет", "департамент", "администрац"))
_SMALL_WORDS = frozenset(("и", "по", "в", "на", "с", "о", "для", "при"))
_ABBREVIATION = re.compile(r"[А-ЯЁ]{2,6}")


def reason_to_be_one(first: str, second: str) -> str:
    """Why two names are probably one body's; empty if they are not."""
    if first.casefold() == second.casefold():
        return "различаются только прописными буквами"
    one, other = _stems(first), _stems(second)
    if one == other and one:
        return "различаются только окончаниями слов"
    if _is_abbreviation(first, second) or _is_abbreviation(second, first):
        return "одно имя – сокращение другого"
    if _is_longer_by_a_word(one, other) or _is_longer_by_a_word(other, one):
        return "различаются одним словом"
    if len(one) == len(other) == 2 and one[1] == other[1] and {one[0], other[0]} <= _HEADS:
        return "различаются только родом учреждения"
    return ""


def _stems(name: str) -> list[str]:
    return [stem for stem in stems(name) if stem not in _SMALL_WORDS]


def _is_abbreviation(short: str, full: str) -> bool:
    """«УО» of «Управление образования»."""
    if not _ABBREVIATION.fullmatch(short):
        return False
    initials = "".join(word[0] for word in re.findall(r"\w+", full) if word.casefold() not in _SMALL_WORDS)
    return initials.upper() == short


def _is_longer_by_a_word(longer: list[str], shorter: list[str]) -> bool:
    """«муниципальная рабочая группа» of «рабочая группа»; a number makes another body."""
    extra = [stem for stem in longer if stem not in shorter]
    rest = [stem for stem in longer if stem in shorter]
    return len(shorter) >= 2 and rest == shorter and len(extra) == 1 and not extra[0][:1].isdigit()
