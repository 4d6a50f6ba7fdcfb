"""Whether two records of the directory may be of one body."""

import re

from roadmapc.checks.words import stems
from roadmapc.model.organisation import Body

_HEADS = frozenset(("отдел", "управлен", "комитет", "департамент", "администрац"))
_SMALL_WORDS = frozenset(("и", "по", "в", "на", "с", "о", "для", "при"))
_ABBREVIATION = re.compile(r"[А-ЯЁ]{2,6}")


def reason_to_be_one(first: Body, second: Body) -> str:
    """Why two records are probably of one body; empty if they are not."""
    if first.short.casefold() == second.short.casefold():
        return "различаются только прописными буквами"
    one, other = _stems(first.short), _stems(second.short)
    if one == other and one:
        return "различаются только окончаниями слов"
    if _abbreviates(first, second) or _abbreviates(second, first):
        return "одно имя – сокращение другого"
    if _is_longer_by_a_word(one, other) or _is_longer_by_a_word(other, one):
        return "различаются одним словом"
    if len(one) == len(other) == 2 and one[1] == other[1] and {one[0], other[0]} <= _HEADS:
        return "различаются только родом учреждения"
    return ""


def _stems(name: str) -> list[str]:
    return [stem for stem in stems(name) if stem not in _SMALL_WORDS]


def _abbreviates(short: Body, full: Body) -> bool:
    """«УО» and «Управление образования»; but not if «ОО» is short for its own full name."""
    is_abbreviation = _ABBREVIATION.fullmatch(short.short) and _initials(short.name) != short.short
    return bool(is_abbreviation) and _initials(full.short) == short.short


def _initials(name: str) -> str:
    """Of the words but the small ones, in capitals."""
    found = re.findall(r"\w+", name)
    return "".join(word[0] for word in found if word.casefold() not in _SMALL_WORDS).upper()


def _is_longer_by_a_word(longer: list[str], shorter: list[str]) -> bool:
    """«муниципальная рабочая группа» of «рабочая группа»; a number makes another body."""
    extra = [stem for stem in longer if stem not in shorter]
    rest = [stem for stem in longer if stem in shorter]
    return len(shorter) >= 2 and rest == shorter and len(extra) == 1 and not extra[0][:1].isdigit()
