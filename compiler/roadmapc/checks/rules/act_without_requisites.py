"""У акта нет даты или номера.

Почему    Акт находят по виду, органу, дате, номеру и названию. Без номера находят не тот.
Плохо     text: Признать утратившим силу приказ управления от 15.11.2018 «О плане».
Хорошо    text: Признать утратившим силу приказ управления от 15.11.2018 № 886 «О плане».
Основание ГОСТ Р 7.0.97: при ссылке на акт указывают вид, автора, дату, номер, заголовок
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity

_ACT = re.compile(
    r"\b(?:приказ|распоряжени|постановлени|решени)[а-яё]*\b[^.;()«»]{0,200}?(?P<from>\bот\s+\d{2}\.\d{2}\.\d{4})(?!\s*(?:г\.|года)?\s*№)"
)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Dates of acts that no number follows."""
    for text, match in subject.find(_ACT, "приказ", "распоряжени", "постановлени", "решени"):
        message = f"после «{match['from']}» нет номера акта"
        yield Finding(message, text.at(*match.span("from")), ("добавьте «№ …»",))


RULE = Rule(Code("L806", "act-without-requisites", Severity.WARNING, __doc__), check)
