"""Приказ датирован нерабочим днём.

Почему    Документ датируют днём подписания, а в выходной его не подписывают и не регистрируют: скорее всего,
          в дате описка. Приказ оспорят, если сроки отсчитываются от такого дня.
Плохо     date: 23.08.2020
Хорошо    date: 24.08.2020
Основание ГОСТ Р 7.0.97, реквизит «дата документа»; ст. 111, 112 ТК РФ
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.text.dates import WEEKDAYS, digits


def check(subject: CheckInput) -> Iterator[Finding]:
    """The date of the order."""
    order = subject.plan.order
    if order.date is None or subject.calendar.work_calendar.is_working(order.date):
        return
    node = order.origin.get("date")
    assert node is not None
    day = f"{digits(order.date)} ({WEEKDAYS[order.date.weekday()]})"
    yield Finding(f"дата подписания – нерабочий день: {day}", node.span, ("проверьте дату подписания",))


RULE = Rule(Code("D340", "order-on-day-off", Severity.WARNING, __doc__), check)
