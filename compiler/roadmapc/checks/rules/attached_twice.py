"""«Прилагаемый» и «(приложение)» вместе.

Почему    Оба слова говорят одно: документ приложен. Достаточно ссылки на приложение, с номером или без.
Плохо     text: Утвердить прилагаемый план мероприятий (приложение).
Хорошо    text: Утвердить план мероприятий (приложение).
Основание ГОСТ Р 7.0.97, реквизит «отметка о приложении»
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex

_ATTACHED = regex(r"\bприлагаем[а-яё]+ (?=[^.]{0,400}\b[Пп]риложени[а-яё]+)")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Sentences with both."""
    for text, match in subject.find(_ATTACHED, "прилагаем"):
        message = f"«{match[0].strip()}» и ссылка на приложение говорят одно"
        yield Finding(message, text.at(*match.span()), ("оставьте ссылку на приложение",))


RULE = Rule(Code("L808", "attached-twice", Severity.WARNING, __doc__, Group.LAYOUT), check)
