"""«В течении» на месте «в течение».

Почему    «В течении» – о реке или болезни. Срок называет предлог «в течение», он пишется с «е».
Плохо     measure: Проверка школ в течении учебного года
Хорошо    measure: Проверка школ в течение учебного года
Основание правила русской орфографии: производные предлоги
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity

_PREPOSITION = re.compile(
    r"\bв течении(?=(?: (?:\d+|[а-яё]+(?:ого|его|[иыуеё]х|ти|ми))){0,3} "
    r"(?:год|лет\b|полугоди|квартал|месяц|недел|суток|дн(?:я|ей)\b|час|врем|период|срок))",
    re.IGNORECASE,
)


def check(subject: CheckInput) -> Iterator[Finding]:
    """The noun before a length of time."""
    for text, match in subject.find(_PREPOSITION, "в течении"):
        message = f"«{match[0]}» – о реке; о сроке пишут «в течение»"
        yield Finding(message, text.at(*match.span()), ("напишите «в течение»",))


RULE = Rule(Code("T925", "in-the-course-of", Severity.WARNING, __doc__, Group.LAYOUT), check)
