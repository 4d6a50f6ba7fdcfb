"""Перед придаточным или оборотом нет запятой.

Почему    Без запятой не видно, где кончается «кто» и начинается «какой»: «школы которые», «учителей
          работающих в сёлах».
Плохо     measure: Помощь школам которые показали низкие результаты
Хорошо    measure: Помощь школам, которые показали низкие результаты
Основание правила русской пунктуации: придаточные определительные и обособленные определения
"""

from roadmapc.checks.language import of_kind
from roadmapc.checks.rule import Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.language.slip import Kind

RULE = Rule(
    Code("G006", "clause-without-comma", Severity.WARNING, __doc__, Group.LAYOUT), of_kind(Kind.COMMA)
)
