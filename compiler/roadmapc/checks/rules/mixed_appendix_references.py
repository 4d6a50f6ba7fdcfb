"""Ссылки на приложения записаны по-разному.

Почему    «(Приложение 1)» и «(приложение № 2)» в одном приказе: вид ссылки один на документ, внутри
          предложения – со строчной буквы.
Плохо     text: Утвердить концепцию (Приложение 1) и план (приложение 2).
Хорошо    text: Утвердить концепцию (приложение 1) и план (приложение 2).
Основание ГОСТ Р 7.0.97, реквизит «отметка о приложении»; единообразие – соглашение roadmapc
"""

from collections.abc import Iterator

from roadmapc.checks.appendices import mentions
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """The rarer use of «№», and capitals in brackets."""
    own = [mention for mention in mentions(subject) if not mention.is_of_appendix]
    with_sign = [mention for mention in own if mention.number and mention.match["sign"]]
    without_sign = [mention for mention in own if mention.number and not mention.match["sign"]]
    if with_sign and without_sign:
        odd = min(without_sign, with_sign, key=len)[0]
        message = f"«{odd.words}»: знак «№» то стоит, то нет"
        hint = f"{'уберите' if odd.match['sign'] else 'поставьте'} «№», как в других ссылках"
        yield Finding(message, odd.place, (hint,))
    for mention in own:
        start = mention.match.start()
        if mention.words.startswith("П") and mention.text.words[:start].endswith("("):
            message = f"«{mention.words}» в скобках пишется со строчной буквы"
            right = " ".join(mention.words.replace("№", "№ ").split())
            hint, edit = f"напишите «п{right[1:]}»", mention.text.edit(start, start + 1, "п")
            yield Finding(message, mention.place, (hint,), edit=edit)


RULE = Rule(Code("L804", "mixed-appendix-references", Severity.WARNING, __doc__, Group.LAYOUT), check)
