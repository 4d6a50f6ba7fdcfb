"""Слова не согласованы.

Почему    Окончание осталось от прежней редакции, и не видно, к чему слово относится. Замечание есть только
          там, где ни одно прочтение слов не допускает такого соседства.
Плохо     measure: Помощь педагогическим работников школ
Хорошо    measure: Помощь педагогическим работникам школ
Основание правила русского языка: согласование определения, сказуемого и причастного оборота
"""

from collections.abc import Iterator

from roadmapc.checks.appendices import is_in_form
from roadmapc.checks.language import of_kind
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Place
from roadmapc.language.slip import Kind

_slips = of_kind(Kind.AGREEMENT)


def check(subject: CheckInput) -> Iterator[Finding]:
    """Words that do not agree; in a form «ознакомлен(а)» leaves the choice to whoever fills it in."""
    for finding in _slips(subject):
        place = finding.where
        assert isinstance(place, Place)
        is_choice = "(" in place.file.text[place.span.start : place.span.end]
        if not is_choice or not is_in_form(subject.plan, place):
            yield finding


RULE = Rule(Code("G002", "agreement", Severity.WARNING, __doc__), check)
