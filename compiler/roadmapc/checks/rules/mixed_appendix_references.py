"""Ссылки на приложения записаны по-разному.

Почему    «(Приложение 1)» и «(приложение № 2)» в одном приказе: вид ссылки один на документ, внутри
          предложения – со строчной буквы.
Плохо     text: Утвердить концепцию (Приложение 1) и план (приложение 2).
Хорошо    text: Утвердить концепцию (приложение 1) и план (приложение 2).
Основание ГОСТ Р 7.0.97, реквизит «отметка о приложении»; единообразие – соглашение roadmapc
"""

from collections.abc import Iterator

from roadmapc.checks.appendices import Mention, mentions
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """The rarer use of «№», and capitals in brackets."""
    found = [one for one in mentions(subject) if not one.is_of_appendix]
    with_sign = [one for one in found if one.number and one.match["sign"]]
    without_sign = [one for one in found if one.number and not one.match["sign"]]
    if with_sign and without_sign:
        yield _odd(min(without_sign, with_sign, key=len)[0])
    for one in found:
        start = one.match.start()
        if one.match["word"].startswith("П") and one.text.words[:start].endswith("("):
            message = f"«{_words(one)}» в скобках пишется со строчной буквы"
            right = " ".join(_words(one).replace("№", "№ ").split())
            hint, edit = f"напишите «п{right[1:]}»", one.text.edit(start, start + 1, "п")
            yield Finding(message, one.text.at(*one.match.span()), (hint,), edit=edit)


def _odd(mention: Mention) -> Finding:
    message = f"«{_words(mention)}»: знак «№» то стоит, то нет"
    hint = f"{'уберите' if mention.match['sign'] else 'поставьте'} «№», как в других ссылках"
    return Finding(message, mention.text.at(*mention.match.span()), (hint,))


def _words(mention: Mention) -> str:
    return mention.match[0].strip()


RULE = Rule(Code("L804", "mixed-appendix-references", Severity.WARNING, __doc__), check)
