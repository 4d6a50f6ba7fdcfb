"""Годы в тексте не относятся к плану.

Почему    «На 2016/2017 учебный год» в плане 2024 года – след прежнего плана: исполнять его нельзя.
Плохо     measure: Утверждение расписания на 2016/2017 учебный год
Хорошо    measure: Утверждение расписания на 2021/2022 учебный год
Основание мероприятия лежат в сроке плана
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_YEARS = regex(
    r"(?<![\d.])(?P<word>на|в|во|за|в\s+течение|по\s+итогам|итоги)\s+(?P<years>(?P<first>20\d\d)(?:\s*[/–-]\s*(?P<last>20\d\d))?)"
    r"\s*(?:учебн[а-яё]+\s+)?(?:год(?:а|у|ы|ов|ах)?(?![а-яё])|гг?\.)",
    re.IGNORECASE,
)
_YEAR = regex(r"^20\d\d")
_FIELDS = frozenset(
    ("measure", "result", "document", "participants", "text", "clauses", "items", "paragraphs")
)
_BACK, _AHEAD = 4, 1
"""Years by which a plan looks back at what was, and ahead at what it prepares."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Years of measures and clauses; texts and tables of an appendix tell of any time."""
    first, last = subject.plan.period.first_day.year, subject.plan.period.last_day.year
    for text, match in subject.find(_YEARS, _YEAR):
        if text.field not in _FIELDS or subject.facts.is_borrowed(text, match.start()):
            continue
        began, ended = int(match["first"]), int(match["last"] or match["first"])
        back = 1 if match["word"].lower().startswith(("на", "в т")) else _BACK
        if ended < first - back or began > last + _AHEAD:
            message = f"«{match['years']}», а план – {subject.plan.period.text}"
            yield Finding(
                message, text.at(*match.span("years")), ("проверьте, не остался ли год от прежнего плана",)
            )


RULE = Rule(Code("D371", "foreign-years", Severity.WARNING, __doc__), check)
