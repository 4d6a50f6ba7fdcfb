"""Слова не согласованы.

Почему    Окончание осталось от прежней редакции, и не видно, к чему слово относится. Замечание есть только
          там, где ни одно прочтение слов не допускает такого соседства.
Плохо     measure: Помощь педагогическим работников школ
Хорошо    measure: Помощь педагогическим работникам школ
Основание правила русского языка: согласование определения, сказуемого и причастного оборота
"""

from roadmapc.checks.language import of_kind
from roadmapc.checks.rule import Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.language.slip import Kind

RULE = Rule(Code("G002", "agreement", Severity.WARNING, __doc__), of_kind(Kind.AGREEMENT))
