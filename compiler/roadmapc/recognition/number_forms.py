"""Numbers of rows as documents type them: «1.», «1. 1.», «2.3)», «II.», «Раздел 3.», «а)»."""

import re
from enum import StrEnum
from typing import NamedTuple

_ROMAN = str.maketrans("ІХ", "IX")
"""Cyrillic letters that are typed for Roman figures."""
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
_WORD = (
    r"(?P<word>(?i:(?:под)?раздел|глава|часть|направление|блок|этап|модуль|задача|цель|подпрограмма)"
    r"(?:\s+№)?)\s+"
)
_NUMBER = re.compile(
    rf"(?:{_WORD})?"
    r"(?:(?P<arabic>\d{1,3}(?:\s?\.\s?\d{1,3})*)(?![\d-])(?!\s?%)"
    r"|(?P<roman>[IVXLІХ]{1,7})(?![^\W_])"
    r"|(?P<letter>[а-я])(?=\)))"
    r"(?P<end>\s?[.):]|\s?[–—-](?=\s))?"
)
_SIGN = re.compile(r"(?:№|N|п\.)\s*")
_DAY = re.compile(r"\d{1,2}\s?\.\s?\d{1,2}\s?\.\s?(?:\d{4}|\d{2}(?!\d))")


class Form(StrEnum):
    """What a number is written with."""

    ARABIC = "arabic"
    ROMAN = "roman"
    LETTER = "letter"
    NONE = "none"


class Number(NamedTuple):
    """The number of a row."""

    form: Form
    parts: tuple[int, ...]
    """(2, 3) for «2.3.»; empty if there is none."""
    printed: str
    """As typed, without spaces inside and the mark at its end: «2.3», «II»; with its word: «Раздел 3»."""
    word: str = ""
    """«раздел» before it."""
    typed: str = ""
    """The same with its mark: «2.3.», «II.», «1)»."""

    @property
    def depth(self) -> int:
        """How many parts it has."""
        return len(self.parts)

    def follows(self, other: "Number") -> bool:
        """Whether it is the next number: «2.4» after «2.3»."""
        if not self.parts or self.parts[:-1] != other.parts[:-1] or self.depth != other.depth:
            return False
        return self.word == other.word and self.parts[-1] == other.parts[-1] + 1


NO_NUMBER = Number(Form.NONE, (), "")


def whole_number(text: str) -> Number:
    """The number that is all a text says; `NO_NUMBER` if it says something else."""
    words = text.strip()
    sign = _SIGN.match(words)
    found = _NUMBER.fullmatch(words, sign.end() if sign else 0)
    if not found:
        return NO_NUMBER
    number = _number(found)
    if sign is None:
        return number
    return number._replace(printed=f"{sign.group()}{number.printed}", typed=f"{sign.group()}{number.typed}")


def leading_number(text: str) -> tuple[Number, str]:
    """The number that a title begins with, and the title itself.

    Without a mark after it a number of one part is one only before a capital letter: «2 Кадры», not
    «2 занятия», «IV квартал» or «10.02.2026».
    """
    words = text.strip()
    found = _NUMBER.match(words)
    title = words[found.end() :].lstrip(" .):–—-\t") if found else ""
    if not found or not title or found["letter"] or _DAY.match(words):
        return NO_NUMBER, words
    number = _number(found)
    is_marked = bool(found["end"]) or number.depth > 1 or bool(number.word)
    if not is_marked and not title.lstrip('«"')[:1].isupper():
        return NO_NUMBER, words
    return number, title


def _number(found: re.Match[str]) -> Number:
    """Roman figures are added up in pairs; a word before the number and the mark after it stay as typed."""
    word = (found["word"] or "").casefold()
    if found["arabic"]:
        printed = re.sub(r"\s", "", found["arabic"])
        form, parts = Form.ARABIC, tuple(int(part) for part in printed.split("."))
    elif found["roman"]:
        printed = found["roman"].translate(_ROMAN)
        values = [_VALUES[figure] for figure in printed]
        pairs = zip(values, [*values[1:], 0], strict=True)
        form, parts = Form.ROMAN, (sum(-each if each < after else each for each, after in pairs),)
    else:
        printed = f"{found['letter']})"
        form, parts = Form.LETTER, (ord(found["letter"]) - ord("а") + 1,)
    printed = f"{found['word']} {printed}" if word else printed
    end = (found["end"] or "").rstrip()
    return Number(
        form,
        parts,
        printed,
        word,
        printed + (end if end.startswith(" ") and len(end) > 1 and end.strip() in "–—-" else end.strip()),
    )
