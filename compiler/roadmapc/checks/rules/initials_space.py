"""Между инициалами и фамилией нет пробела.

Почему    «А.Б.Образцова» и «А. Б. Образцова» – разные слова для поиска; фамилия без пробела уедет на другую
          строку вместе с инициалами.
Плохо     text: Назначить ответственной А.Б.Образцову до 01.06.2021.
Хорошо    text: Назначить ответственной А.Б. Образцову до 01.06.2021.
Основание правила оформления: инициалы отделяются от фамилии неразрывным пробелом
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity

_GLUED = re.compile(r"[А-ЯЁ](?<!\w.)(?:\.\s?[А-ЯЁ]\.(?=[А-ЯЁ][а-яё]{2,})|[а-яё]+(?=[А-ЯЁ]\.\s?[А-ЯЁ]\.))")
"""Begins with the letter and not with the edge of a word: letters are quick to look for."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Initials that touch the surname."""
    for text, match in subject.find(_GLUED):
        at = match.end()
        edit = text.edit(at, at, " ")
        name = re.match(r"[\w.]+", text.words[match.start() :])
        words = name[0] if name else match[0]
        yield Finding(f"в имени «{words}» нет пробела", text.at(match.start(), at), edit=edit)


RULE = Rule(Code("T908", "initials-space", Severity.WARNING, __doc__, Group.LAYOUT), check)
