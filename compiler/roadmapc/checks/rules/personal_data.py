"""Личные данные в документе, который опубликуют.

Почему    План с приказом размещают на сайте. Телефон, пароль, адрес, имя ребёнка с классом или диагнозом
          после этого не отозвать, а без согласия человека публиковать их нельзя.
Плохо     measure: Справки по телефону 8-912-345-67-89
Хорошо    measure: Справки по телефону приёмной управления
Основание Федеральный закон от 27.07.2006 № 152-ФЗ, статьи 6, 10 и 10.1
"""

from collections.abc import Iterator

from roadmapc.checks.facts.personal import HEADS, exposed
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity

_HINT = "уберите их из документа или вынесите в приложение, которое не публикуют"


def check(subject: CheckInput) -> Iterator[Finding]:
    """Shapes of personal data in any text, and columns of them with anything in their cells."""
    for text, found in exposed(subject.find):
        yield Finding(f"текст раскрывает {found.noun}", text.at(found.start, found.end), (_HINT,))
    for grid in subject.facts.grids:
        for at, heads in enumerate(grid.heads):
            cells = [row[at] for row in grid.rows if any(letter.isalnum() for letter in row[at].words)]
            if HEADS.match(heads[-1]) and cells:
                yield Finding(f"графа «{heads[-1]}» – личные данные", cells[0].at(), (_HINT,))


RULE = Rule(Code("P101", "personal-data", Severity.WARNING, __doc__), check)
