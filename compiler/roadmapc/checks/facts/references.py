"""References to clauses, measures and sections of the plan itself, and what they are meant to lead to."""

import re
from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from roadmapc.checks.facts.said import Home, Said
from roadmapc.checks.facts.series import Series
from roadmapc.checks.texts import Text
from roadmapc.model.plan import Plan
from roadmapc.model.sums import says_total


class Target(Enum):
    """What a reference leads to, as a message names it in the accusative."""

    CLAUSE = "пункт"
    ROW = "мероприятие"
    SECTION = "раздел"
    ANY = "пункт или строку"
    """«Пункт 2.1» inside an appendix: a paragraph, a row or a clause."""


class Reference(NamedTuple):
    """A number that a text leads to; of a range, each of its ends is one."""

    target: Target
    number: str
    """Without the final full stop."""
    subject: str
    """The noun before «названных в пункте 5»: «школах»; empty if none is named."""


_FOREIGN = (
    r"(?:стать|част|абзац|закон|федерал|указ|кодекс|положени|порядк|правил|протокол|перечн|регламент|устав"
    r"|договор|соглашени|концепц|стратег|программ|инструкц|методик|методическ|рекомендац|требовани|стандарт"
    r"|фгос|гост|санпин|паспорт|решени|поручени|письм|графика|состава|сметы|приложени|проекта|отчёт|отчет)"
)
"""Documents whose own clauses are meant."""
_OF_ACT = r"(?:приказ|распоряжени|постановлени)[а-яё]*"
_NUMBER = r"\d{1,3}(?:\.\d{1,3}){0,3}"
_REFERENCE = re.compile(
    r"(?P<noun>(?<![\w-])(?:под)?пункт(?:а|у|ом|е|ы|ов|ам|ами|ах)?|(?<![\w-])п{1,2}\."
    r"|мероприяти(?:е|я|ю|ем|и|й|ям|ями|ях)|строк(?:а|и|е|у|ой|ам|ами|ах)?"
    r"|раздел(?:а|у|ом|е|ы|ов|ам|ами|ах)?)"
    rf"\s+(?:№\s*)?(?P<first>{_NUMBER}|[IVX]+)(?P<more>(?:\s*(?:,|и|[-–—])\s*(?:{_NUMBER}|[IVX]+)(?![\w]))*)"
    r"(?![\w/%]|\s*(?:%|год|класс|час|дн|мин|недел|тыс|млн|чел|руб|шт))"
    r"(?P<tail>\s+[а-яёА-ЯЁ][^\s.,;:)]*(?:\s+[а-яёА-ЯЁ№\d][^\s.,;:)]*){0,2})?",
    re.IGNORECASE,
)
_POINTED = re.compile(
    r"(?P<noun>[а-яё]{4,}),?\s+(?:назван|указан|перечислен|предусмотрен|поименован|упомянут)[а-яё]+\s+(?:в\s+)?$"
)
"""«школах, названных в»."""
_NEAR = 80
"""Characters before a reference that say what is named there."""
_HEADS = frozenset(("title", "columns", "heading", "group", "subtotal", "total"))
"""Fields whose numbers name what stands under them or above: «Раздел 1», «Итого по разделу 1»."""
MARKS = ("пункт", "п.", "мероприяти", "строк", "раздел")
"""What every mention has."""


def mentions_of_numbers(words: str) -> Iterator[re.Match[str]]:
    """Where a text names clauses, rows or sections by their numbers, of whatever document."""
    return _REFERENCE.finditer(words)


def references(plan: Plan, text: Text, match: re.Match[str], home: Home) -> Iterator[Said[Reference]]:
    """What a mention leads to in the plan itself, one a number; nothing for another document's numbers.

    An amending act speaks of the numbers of the act that it amends.
    """
    target = _target(match, is_of_order=text.file is plan.file and home.appendix is None)
    if target is None or text.field in _HEADS or says_total(text.words) or plan.order.is_amending:
        return
    pointed = _POINTED.search(text.words[max(0, match.start() - _NEAR) : match.start()])
    subject = pointed["noun"] if pointed else ""
    at = match.start("first")
    for number in (match["first"], *re.findall(rf"{_NUMBER}|[IVX]+", match["more"])):
        at = text.words.index(number, at)
        yield Said(Reference(target, number, subject), text, at, at + len(number), home)
        at += len(number)


def _target(match: re.Match[str], *, is_of_order: bool) -> Target | None:
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


def numbers_by_target(plan: Plan, series: tuple[Series, ...]) -> dict[Target, frozenset[str]]:
    """The numbers that each target may have, from the series of the plan."""
    by_noun: dict[str, set[str]] = {}
    for each in series:
        by_noun.setdefault(each.noun, set()).update(item.number for item in each.items)
    clauses = {clause.number for clause in plan.order.walk()}
    rows = {measure.number for _, measure in plan.walk()}
    sections = {section.number for appendix in plan.appendices for section in appendix.walk()} - {""}
    paragraphs = by_noun.get("абзац", set())
    return {
        Target.CLAUSE: frozenset(clauses),
        Target.ROW: frozenset(rows | by_noun.get("строка", set())),
        Target.SECTION: frozenset(sections | paragraphs),
        Target.ANY: frozenset(clauses | rows | sections | paragraphs | by_noun.get("строка", set())),
    }
