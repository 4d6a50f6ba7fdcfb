"""У документа есть дата, но нет номера.

Почему    Дату и номер документ получает вместе, при регистрации. С одной датой он остаётся проектом, а в
          приложении не будет строки «от … № …».
Плохо     {date: 18.03.2021, number: ""}
Хорошо    {date: 18.03.2021, number: 168}
Основание ГОСТ Р 7.0.97, реквизиты «дата документа» и «регистрационный номер документа»
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity


def check(subject: CheckInput) -> Iterator[Finding]:
    """The date of an act without a number, which the day of signing may still bring."""
    order = subject.plan.order
    node = order.origin.get("date")
    if node is not None and order.date is not None and not order.number:
        message = "дата есть, а номера нет: документ останется проектом"
        if order.is_as_signed:
            message = "дата есть, а номера нет: в документе останется пустое место"
        yield Finding(message, node.span, ("добавьте номер: number или --number",))


RULE = Rule(Code("N734", "date-without-number", Severity.NOTE, __doc__), check)
