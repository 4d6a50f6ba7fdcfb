"""Название в скобках не в том падеже.

Почему    «Плана мероприятий („дорожная карта“)» – пояснение в скобках согласуется с пояснённым словом.
Плохо     title: Об утверждении Плана мероприятий («дорожная карта»)
Хорошо    title: Об утверждении Плана мероприятий («дорожной карты»)
Основание правила русского языка: приложение согласуется в падеже
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity

_FORMS = {"а": "дорожной карты", "у": "дорожной карте", "ом": "дорожной картой", "е": "дорожной карте"}
"""By the ending of «план»."""
_BRACKETS = re.compile(
    r"\b[Пп]лан(?P<case>а|у|ом|е)\b(?: мероприятий)? \((?P<name>«?[Дд]орожная [Кк]арта»?)\)"
)


def check(subject: CheckInput) -> Iterator[Finding]:
    """The road map in the nominative after a plan in another case."""
    for text, match in subject.find(_BRACKETS, "дорожная карта"):
        hint = f"напишите «{_FORMS[match['case']]}»"
        message = f"«{match['name'].strip('«»')}» в скобках – в именительном падеже"
        yield Finding(message, text.at(*match.span("name")), (hint,))


RULE = Rule(Code("T918", "uninflected-brackets", Severity.WARNING, __doc__), check)
