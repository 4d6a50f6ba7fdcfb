"""Words that lead to a clause, a row, a section or an appendix, and to whose: of this act or of another."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from roadmapc.model.act import Case, any_kind
from roadmapc.text.regex import regex


class Target(Enum):
    """What a reference leads to, as a message names it in the accusative."""

    CLAUSE = "пункт"
    ROW = "мероприятие"
    SECTION = "раздел"
    ANY = "пункт или строку"
    """«Пункт 2.1» inside an appendix: a paragraph, a row or a clause."""


_FOREIGN = (
    r"(?:стать|част|абзац|закон|федерал|указ|кодекс|положени|порядк|правил|протокол|перечн|регламент|устав"
    r"|договор|соглашени|концепц|стратег|программ|инструкц|методик|методическ|рекомендац|требовани|стандарт"
    r"|фгос|гост|санпин|паспорт|решени|поручени|письм|графика|состава|сметы|приложени|проекта|отчёт|отчет)"
)
"""Documents whose own clauses are meant."""
_OF_ACT = r"(?:приказ|распоряжени|постановлени)[а-яё]*"
_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}"
_REFERENCE = regex(
    r"(?P<noun>(?<![\w-])(?:под)?пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?|(?<![\w-])п{1,2}\."
    r"|мероприяти(?:е|я|ю|ем|и|й|ям|ями|ях)|строк(?:а|и|е|у|ой|ам|ами|ах)?"
    r"|раздел(?:а|у|ом|е|ы|ов|ам|ами|ах)?)"
    rf"\s+(?:№\s*)?(?P<first>{_NUMBER}|[IVX]+)(?P<more>(?:\s*(?:,|и|[-–—])\s*(?:{_NUMBER}|[IVX]+)(?![\w]))*)"
    r"(?![\w/%]|\s*(?:%|год|класс|час|дн|мин|недел|тыс|млн|чел|руб|шт))"
    r"(?P<tail>\s+[а-яёА-ЯЁ][^\s.,;:)]*(?:\s+[а-яёА-ЯЁ№\d][^\s.,;:)]*){0,2})?",
    re.IGNORECASE,
)
"""A number with the noun before it, and the words after it that say whose it is."""
_ONE = regex(rf"{_NUMBER}|[IVX]+", re.IGNORECASE)
MARKS = ("пункт", "п.", "мероприяти", "строк", "раздел")
"""What every mention has."""

APPENDIX = regex(
    r"(?P<word>[Пп]риложени(?:е|я|ю|ем|и|ям|ях))\b(?:\s*(?P<sign>№)?\s*(?P<number>\d+)(?:\s*[-–]\s*(?P<last>\d+))?)?"
    rf"(?P<other>\s+к\s+{any_kind(Case.DATIVE)}\b[^.;:]*?\s(?:от\s+\d|№))?"
    rf"(?P<tail>\s+к\s+(?!настоящему|{any_kind(Case.DATIVE)})\S+)?(?P<own>\s+к\s+настоящему\s+{any_kind(Case.DATIVE)})?"
)
"""A mention of an appendix, of this act or of another."""
AMENDS = regex(r"Внести\b.*\bизменени", re.DOTALL)
"""A clause that changes another act: it speaks of the numbers of that one."""


def mentions_of_numbers(words: str) -> Iterator[re.Match[str]]:
    """Where a text names clauses, rows or sections by their numbers, of whatever document."""
    return _REFERENCE.finditer(words)


class CitedNumber(NamedTuple):
    """A number of a mention."""

    number: str
    start: int
    """In the text, as is the end."""
    end: int


def numbers_of(match: re.Match[str]) -> Iterator[CitedNumber]:
    """The numbers of a mention; of a range, each of its ends is one."""
    yield CitedNumber(match["first"], *match.span("first"))
    for found in _ONE.finditer(match.string, *match.span("more")):
        yield CitedNumber(found[0], *found.span())


def target_of(match: re.Match[str], *, is_of_order: bool) -> Target | None:
    """What the reference leads to by its noun and the words after it; `None` for another document's.

    A clause of another act is «пункт 3 приказа министерства», one of this act «пункт 3 приказа»; without
    either, the order means its own clauses, and an appendix may mean anything that has the number.
    """
    noun, tail = match["noun"].lower(), (match["tail"] or "").lower().split()
    first, second = (*tail, "", "")[:2]
    of_act = re.fullmatch(_OF_ACT, first) is not None
    names_author = of_act and second != "" and not second.endswith(("ть", "ти"))
    if names_author or any(re.match(_FOREIGN, word) for word in tail):
        return None
    own, of_plan = first.startswith(("настоящ", "данн", "этог")), first.startswith(("план", "дорожн"))
    if noun.startswith("раздел"):
        target = Target.SECTION if own or of_plan or not tail else None
    elif noun.startswith("мероприяти"):
        target = Target.ROW if of_plan or "." in match["first"] else None
    elif of_plan or noun.startswith("строк"):
        target = Target.ROW
    elif own or of_act or is_of_order:
        target = Target.CLAUSE
    else:
        target = Target.ANY
    return target
