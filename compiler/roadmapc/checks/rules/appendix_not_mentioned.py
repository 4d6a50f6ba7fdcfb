"""Приложение нигде не упомянуто.

Почему    Приложение вводит в действие упоминание в тексте: «(приложение № 2)». Без него непонятно, зачем
          листы подшиты к приказу.
Плохо     text: Утвердить план мероприятий (приложение № 1).
Хорошо    text: Утвердить план мероприятий (приложение № 1) и сведения к нему (приложение № 2).
Основание ГОСТ Р 7.0.97, реквизит «отметка о приложении»: ссылка при первом упоминании
"""

from collections.abc import Iterator

from roadmapc.checks.appendices import mentions
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """Appendices whose number no text names."""
    named = {mention.number for mention in mentions(subject)}
    for appendix in subject.plan.appendices:
        if appendix.number not in named and not (appendix.number == "" and named):
            number = f" № {appendix.number}" if appendix.number else ""
            hint = f"в пункте, который его вводит, добавьте «(приложение{number})»"
            message = f"приложение{number} в тексте не упомянуто"
            yield Finding(message, appendix.origin.key_span("title"), (hint,))


RULE = Rule(Code("L801", "appendix-not-mentioned", Severity.WARNING, __doc__), check)
