"""Приказ подписан, когда план уже кончился.

Почему    Исполнять по такому приказу нечего. Скорее всего, описка в дате приказа или в сроке плана.
Плохо     date: 18.03.2026
Хорошо    date: 18.03.2021
Основание ст. 191 ГК РФ: сроки текут после подписания
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import About, Code, Severity
from roadmapc.text.dates import digits


def check(subject: CheckInput) -> Iterator[Finding]:
    """The date of the order against the end of the plan."""
    order, period = subject.plan.order, subject.plan.period
    if order.date is not None and order.date > period.last_day:
        node = order.origin.get("date")
        assert node is not None
        message = f"{order.kind} от {digits(order.date)}, а план действует по {digits(period.last_day)}"
        yield Finding(message, node.span, ("проверьте поля date и period",))


RULE = Rule(Code("D349", "order-after-plan", Severity.ERROR, __doc__, about=About.ACT), check)
