"""Слово стоит не в том падеже.

Почему    Предлог, оборот и название действия требуют своего падежа: «согласно приказу», «в целях повышения»,
          «проведение мониторинга». Чужой падеж остаётся, когда правят одно слово из двух.
Плохо     measure: Проведение мониторинг качества образования
Хорошо    measure: Проведение мониторинга качества образования
Основание правила русского языка: управление
"""

from roadmapc.checks.language import of_kind
from roadmapc.checks.rule import Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.language.slip import Kind

RULE = Rule(Code("G003", "government", Severity.WARNING, __doc__), of_kind(Kind.GOVERNMENT))
