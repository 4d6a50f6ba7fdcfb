"""Ссылки на приложения записаны по-разному.

Почему    «(Приложение 1)» и «(приложение № 2)» в одном приказе: вид ссылки один на документ, внутри
          предложения – со строчной буквы.
Плохо     text: Утвердить концепцию (Приложение 1) и план (приложение 2).
Хорошо    text: Утвердить концепцию (приложение 1) и план (приложение 2).
Основание ГОСТ Р 7.0.97, реквизит «отметка о приложении»; единообразие – соглашение roadmapc
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.appendices import Mention, mentions
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Capitals in brackets, and the rarer use of «№»."""
    numbered = [one for one in mentions(subject) if one.number and not one.is_of_appendix]
    with_sign = [one for one in numbered if one.match["sign"]]
    without_sign = [one for one in numbered if not one.match["sign"]]
    if with_sign and without_sign:
        odd = min(without_sign, with_sign, key=len)[0]
        message = f"«{_words(odd)}»: знак «№» то стоит, то нет"
        yield Finding(message, odd.text.at(*odd.match.span()), ("пишите ссылки одинаково",))
    for one in mentions(subject):
        start = one.match.start()
        if (
            one.match["word"].startswith("П")
            and not one.is_of_appendix
            and one.text.words[:start].endswith("(")
        ):
            edit = one.text.edit(start, start + 1, "п")
            message = f"«{_words(one)}» в скобках пишется со строчной буквы"
            yield Finding(message, one.text.at(*one.match.span()), edit=edit)


def _words(mention: Mention) -> str:
    return mention.match[0].strip()


RULE = Rule(Code("L804", "mixed-appendix-references", Severity.WARNING, __doc__), check)
