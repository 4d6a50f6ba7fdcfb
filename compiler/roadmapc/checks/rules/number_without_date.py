"""У приказа есть номер, но нет даты.

Почему    Дату и номер документ получает вместе, при регистрации. С одним номером он остаётся проектом,
          а сроки от подписания не посчитать.
Плохо     {date: "", number: 168}
Хорошо    {date: 18.03.2021, number: 168}
Основание ГОСТ Р 7.0.97, реквизиты «дата документа» и «регистрационный номер документа»
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """The number of the order."""
    order = subject.plan.order
    node = order.origin.get("number")
    if node is not None and order.date is None:
        message = f"номер {order.number} есть, а даты нет: документ останется проектом"
        yield Finding(message, node.span, ("добавьте дату подписания: date: ДД.ММ.ГГГГ или --date",))


RULE = Rule(Code("N719", "number-without-date", Severity.WARNING, __doc__), check)
