"""Акт, на который ссылаются, позже самого приказа.

Почему    Сослаться на ещё не подписанный документ нельзя: дата этого акта или этого приказа ошибочна.
Плохо     measure: Реализация плана (приказ от 04.09.2021 № 523)
Хорошо    measure: Реализация плана (приказ от 04.09.2020 № 523)
Основание приказ ссылается на действующие акты
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import About, Code, Severity
from roadmapc.model.act import Case
from roadmapc.text.dates import digits


def check(subject: CheckInput) -> Iterator[Finding]:
    """Dates of cited acts after that of the order, or of the last amendment: its text may be of that day."""
    signed = subject.plan.edition_day
    own = subject.plan.order.kind.noun(Case.GENITIVE)
    what = f"последней редакции {own}" if subject.plan.amendments else f"этого {own}"
    for said in subject.facts.acts if signed else ():
        act = said.value
        if signed is not None and act.number and act.day is not None and act.day > signed:
            message = f"акт «{said.words}» позже {what} ({digits(signed)})"
            yield Finding(message, said.place, ("проверьте дату и номер",))


RULE = Rule(Code("L807", "act-later-than-order", Severity.ERROR, __doc__, about=About.ACT), check)
