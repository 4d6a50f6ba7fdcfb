"""Изменяющий акт записан дважды.

Почему    Один приказ – одна запись. Из двух записей выйдут две пометки у одной единицы и лишний приказ
          в перечне.
Плохо     amendments: [{date: 01.02.2022, number: 20}, {date: 01.02.2022, number: 20}]
Хорошо    amendments: [{date: 01.02.2022, number: 20}, {date: 01.02.2022, number: 21}]
Основание соглашение roadmapc
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.amendment import AmendingAct
from roadmapc.model.from_tree.fields import scalar


def check(subject: CheckInput) -> Iterator[Finding]:
    """Acts of a kind, date and number that another has."""
    seen: dict[tuple[str, str], AmendingAct] = {}
    for act in subject.plan.amendments:
        first = seen.setdefault((act.kind, act.requisites), act)
        if first is not act:
            place, other = (Place(each.file, scalar(each.origin, "number").span) for each in (first, act))
            message = f"{act.kind} {act.requisites} уже записан"
            label = Label(place, "первый раз – здесь")
            yield Finding(message, other, ("соедините две записи в одну",), (label,))


RULE = Rule(Code("L821", "amendment-repeated", Severity.ERROR, __doc__), check)
