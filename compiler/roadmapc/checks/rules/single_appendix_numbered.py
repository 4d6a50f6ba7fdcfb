"""Единственное приложение пронумеровано.

Почему    «Приложение № 1» обещает второе. Единственное приложение не нумеруют; отметку на нём ставит
          компилятор, и в ней номера тоже не будет.
Плохо     text: Утвердить план мероприятий (приложение № 1).
Хорошо    text: Утвердить план мероприятий (приложение).
Основание практика оформления: номера – если приложений несколько
"""

from collections.abc import Iterator

from roadmapc.checks.appendices import mentions
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """References with number 1 where there is one appendix."""
    if len(subject.plan.appendices) != 1:
        return
    for mention in mentions(subject):
        if mention.number == "1" and not mention.is_of_appendix:
            message = f"«{mention.words}», а приложение одно: номер не нужен"
            yield Finding(message, mention.place, ("напишите «(приложение)»",))


RULE = Rule(Code("L803", "single-appendix-numbered", Severity.WARNING, __doc__, Group.LAYOUT), check)
