"""Изменяющие акты стоят не по порядку дат.

Почему    Перечень «в редакции приказов …» печатается от раннего акта к позднему, и по нему видно, какая
          редакция действует. Изменить приказ раньше, чем он подписан, нельзя.
Плохо     amendments: [{date: 01.02.2022, number: 20}, {date: 01.12.2021, number: 301}]
Хорошо    amendments: [{date: 01.12.2021, number: 301}, {date: 01.02.2022, number: 20}]
Основание правила подготовки актуальной редакции; roadmapc amend --record пишет акты по порядку
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Place
from roadmapc.model.act import Case
from roadmapc.model.from_tree.fields import scalar
from roadmapc.text.dates import digits


def check(subject: CheckInput) -> Iterator[Finding]:
    """Acts of a list dated before the one they follow; the first follows the order itself.

    Acts of a folder stand in the order of their effect, and their days are proved with all they say (M478).
    """
    before, what = subject.plan.order.date, f"самого {subject.plan.order.kind.noun(Case.GENITIVE)}"
    for act in (each for each in subject.plan.amendments if each.file is subject.plan.file):
        if before is not None and act.date < before:
            message = f"акт {act.requisites} раньше {what} ({digits(before)})"
            place = Place(act.file, scalar(act.origin, "date").span)
            yield Finding(message, place, ("проверьте дату: акты идут по порядку дат",))
        before, what = act.date, "предыдущего акта"


RULE = Rule(Code("L820", "amendments-out-of-order", Severity.ERROR, __doc__), check)
