"""«Дорожная карта» то с прописной, то со строчной буквы.

Почему    Прописная буква обещает введённое имя – «(далее – Дорожная карта)». Если его не вводили или вводят
          не везде, непонятно, о той ли карте речь.
Плохо     measure: Обсуждение Дорожной карты
Хорошо    measure: Обсуждение дорожной карты
Основание единообразие терминов в документе
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.text.regex import regex

_TERM = regex(r"(?P<letter>[Дд])орожн[а-яё]+ (?P<second>[Кк])арт[а-яё]*")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Capitals inside a sentence where the same words are also written small."""
    terms = [
        (text, match)
        for text, match in subject.find(_TERM, "дорожн")
        if match.start() and text.words[match.start() - 1] == " "
    ]
    small = any(match["letter"] == "д" for _, match in terms)
    for text, match in terms:
        if match["second"] == "К" or (small and match["letter"] == "Д"):
            message = f"«{match[0]}» с прописной буквы, в других местах – со строчной"
            yield Finding(message, text.at(*match.span()), ("пишите одинаково",))


RULE = Rule(Code("T923", "term-capitals", Severity.WARNING, __doc__, Group.LAYOUT), check)
