"""В сроке потеряна или лишняя запятая.

Почему    «Ежегодно май сентябрь» можно прочесть как один срок с мая по сентябрь и как два разных.
          Лишняя запятая, наоборот, отрывает год от месяца.
Плохо     deadline: ежегодно май сентябрь
Хорошо    deadline: ежегодно, май, сентябрь
Основание правила русской пунктуации: однородные члены разделяются запятыми
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.dates import ANY_MONTH
from roadmapc.text.regex import regex

_SPAN = r"\b(?P<years>20\d\d\s*[-–]\s*20\d\d)"
_LOST = regex(
    rf"\b(?P<before>ежегодно|{ANY_MONTH})(?P<space> )(?={ANY_MONTH}\b)|{_SPAN}(?= до )", re.IGNORECASE
)
_STRAY = regex(rf"\b{ANY_MONTH}(?P<comma>,) (?=\d{{4}}\b)", re.IGNORECASE)
_FIELDS = ("deadline", "phrase", "checkpoint")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Months that run together, years that are torn off."""
    lost, stray = subject.matches(_LOST), subject.matches(_STRAY)
    for text in subject.fields(*_FIELDS):
        for match in lost(text.words):
            word = match["before"] or match["years"]
            message = f"после «{word}» потеряна запятая"
            yield Finding(message, text.at(*match.span()), ("поставьте запятую",))
        for match in stray(text.words):
            span, edit = text.at(*match.span("comma")), text.edit(*match.span("comma"), "")
            yield Finding("между месяцем и годом лишняя запятая", span, edit=edit)


RULE = Rule(Code("D347", "unpunctuated-deadline", Severity.WARNING, __doc__, Group.LAYOUT), check)
