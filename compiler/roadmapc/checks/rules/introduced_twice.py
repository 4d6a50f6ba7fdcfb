"""Сокращение введено дважды.

Почему    Второе «(далее – …)» заставляет искать разницу. Если имена полностью разные, сокращение
          стало двусмысленным.
Плохо     measure: Отчёт школ района (далее – ОО)
Хорошо    measure: Отчёт ОО
Основание правила оформления документов: сокращение вводится один раз
"""

from collections.abc import Iterator

from roadmapc.checks.abbreviations import INTRODUCED
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.texts import Text
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Names that are introduced again."""
    first: dict[str, Text] = {}
    for text, match in subject.find(INTRODUCED, "(далее"):
        earlier = first.setdefault(match["name"], text)
        if earlier is not text:
            message = f"«{match['name']}» введено второй раз"
            label = earlier.label("впервые – здесь")
            yield Finding(message, text.at(*match.span()), ("пишите только сокращение",), (label,))


RULE = Rule(Code("E609", "introduced-twice", Severity.WARNING, __doc__), check)
