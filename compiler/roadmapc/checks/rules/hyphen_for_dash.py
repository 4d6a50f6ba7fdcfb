"""Дефис на месте тире.

Почему    Дефис соединяет части слова, тире – слова предложения; дефис с пробелами не то и не другое.
          В сложном слове пробелы лишние, между словами нужно тире.
Плохо     measure: Отчёт - раз в год
Хорошо    measure: Отчёт – раз в год
Основание правила русской типографики
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex
from roadmapc.text.shorten import around

_HYPHEN = regex(r"(?<=[\w»)“\"]) - (?=[\w«(„\"])")
_EXEMPT = frozenset(("deadline", "phrase", "checkpoint", "rows", "columns"))
"""Fields that are not asked: ranges of deadlines are another rule's; a table may hold a bare dash."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Hyphens with a space on both sides."""
    for text, match in subject.find(_HYPHEN, " - "):
        if text.field not in _EXEMPT:
            words = around(text.words, *match.span())
            hint = "между словами поставьте тире, в сложном слове уберите пробелы"
            yield Finding(f"дефис с пробелами: «{words}»", text.at(*match.span()), (hint,))


RULE = Rule(Code("T906", "hyphen-for-dash", Severity.WARNING, __doc__, Group.LAYOUT), check)
