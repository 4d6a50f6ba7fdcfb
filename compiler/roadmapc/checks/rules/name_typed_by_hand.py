"""Имя в тексте набрано вручную, в именительном падеже.

Почему    «Начальнику отдела (Примеров В. Г.)» – падеж потерян. Ссылка на справочник ставит нужный падеж
          и сама обновится, когда человек сменится.
Плохо     text: Начальнику отдела (Примеров В. Г.) подготовить отчёт до 01.06.2021.
Хорошо    text: Начальнику отдела {deputy.dative} подготовить отчёт до 01.06.2021.
Основание в тексте приказа исполнитель стоит в дательном падеже
"""

import re
from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.organisation import Official
from roadmapc.text.regex import regex


def check(subject: CheckInput) -> Iterator[Finding]:
    """Nominatives of officials inside the text of the order."""
    texts = subject.fields("text", "paragraphs", "items", "clauses", "preamble")
    for official in subject.plan.organisation.officials.values():
        pattern = _pattern(official)
        surname = official.name.partition(" ")[0]
        for text in texts:
            for match in pattern.finditer(text.words) if surname in text.words else ():
                message = f"имя «{match[0]}» набрано вручную и стоит в именительном падеже"
                hint = f"напишите ссылку с падежом: {{{official.id}.dative}}"
                yield Finding(message, text.at(*match.span()), (hint,))


def _pattern(official: Official) -> re.Pattern[str]:
    """The name with its initials before or after, spaces at will."""
    surname, _, initials = official.name.partition(" ")
    letters = r"\s*".join(re.escape(letter) for letter in initials.replace(" ", ""))
    return regex(rf"\b{re.escape(surname)}\s*{letters}|{letters}\s*{re.escape(surname)}\b")


RULE = Rule(Code("E607", "name-typed-by-hand", Severity.WARNING, __doc__), check)
