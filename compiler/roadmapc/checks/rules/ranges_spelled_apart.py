"""Одинаковые промежутки записаны по-разному.

Почему    «Ноябрь-декабрь», «ноябрь –декабрь» и «ноябрь - декабрь» рядом читаются как небрежность, и
          найти одинаковые сроки поиском нельзя.
Плохо     deadline: ноябрь - декабрь 2020 года
Хорошо    deadline: ноябрь–декабрь 2020 года
Основание справочник Мильчина: между месяцами и годами – тире без пробелов
"""

import re
from collections import Counter
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.dates import ANY_MONTH
from roadmapc.text.regex import regex

_RANGE = regex(rf"\b{ANY_MONTH}(?P<dash>\s*[-–—]\s*)(?=[а-яё])", re.IGNORECASE)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Ranges of months that are not written as most of them are."""
    texts, ranges_of = subject.fields("deadline", "phrase"), subject.matches(_RANGE)
    ranges = [(text, match) for text in texts for match in ranges_of(text.words)]
    if len(Counter(match["dash"] for _, match in ranges)) < 2:
        return
    for text, match in ranges:
        if match["dash"] != "–":
            edit = text.edit(*match.span("dash"), "–")
            message = f"промежуток «{match[0]}…» записан не так, как другие"
            yield Finding(message, text.at(*match.span()), ("поставьте тире без пробелов",), edit=edit)


RULE = Rule(Code("D354", "ranges-spelled-apart", Severity.WARNING, __doc__, Group.LAYOUT), check)
