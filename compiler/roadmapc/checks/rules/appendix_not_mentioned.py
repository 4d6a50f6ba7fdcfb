"""Приложение нигде не упомянуто.

Почему    Приложение вводит в действие упоминание в тексте: «(приложение № 2)». Без него непонятно, зачем
          листы подшиты к приказу.
Плохо     text: Утвердить план мероприятий (приложение № 1).
Хорошо    text: Утвердить план мероприятий (приложение № 1) и сведения к нему (приложение № 2).
Основание ГОСТ Р 7.0.97, реквизит «отметка о приложении»: ссылка при первом упоминании
"""

import re
from collections.abc import Iterator

from roadmapc.checks.appendices import mentions
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.regex import regex

_ATTACHED = regex(r"\bприлага(?:ем|ется|ются)", re.IGNORECASE)
"""«Утвердить прилагаемый план», «(прилагается)»: the stamp of approval on the appendix answers it."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Appendices whose number no text names, and that no clause approves as attached."""
    plan = subject.plan
    named = {mention.number for mention in mentions(subject)}
    attaching = [clause for clause in plan.order.walk() if _ATTACHED.search(clause.text)]
    attached = {clause.approves for clause in attaching if clause.approves}
    if attaching and len(plan.appendices) == 1:
        attached.add(plan.appendices[0].id)
    for appendix in plan.appendices:
        if appendix.id in attached or appendix.number in named or (appendix.number == "" and named):
            continue
        number = f" № {appendix.number}" if appendix.number else ""
        hint = f"в пункте, который его вводит, добавьте «(приложение{number})»"
        message = f"приложение{number} в тексте не упомянуто"
        yield Finding(message, appendix.origin.key_span("title"), (hint,))


RULE = Rule(Code("L801", "appendix-not-mentioned", Severity.WARNING, __doc__), check)
