"""Сокращение не введено.

Почему    Что такое «РМО», знает автор. Новый сотрудник и суд прочтут его по-своему, поэтому при первом
          упоминании пишут полностью и добавляют «(далее – …)».
Плохо     measure: Заседания РМО
Хорошо    measure: Заседания районных методических объединений (далее – РМО)
Основание правила оформления документов: сокращение вводится при первом упоминании
"""

import re
from collections.abc import Iterator

from roadmapc.checks.abbreviations import ABBREVIATION, KNOWN, introduced
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.organisation import Organisation

_LONG_CAPITALS = re.compile(r"\b[А-ЯЁ]{7,}\b")


def check(subject: CheckInput) -> Iterator[Finding]:
    """The first use of each abbreviation that nobody explains; an amending order uses those of another."""
    if subject.plan.order.is_amending:
        return
    seen = KNOWN | set(introduced(subject.plan)) | _of_names(subject.plan.organisation)
    for text, found in subject.find(ABBREVIATION):
        if text.field not in ("rows", "columns") and found[0] not in seen and found[0] != found[0].title():
            seen |= {found[0]}
            if not _is_shouted(text.words, found.start(), found.end()):
                message = f"сокращение «{found[0]}» нигде не введено"
                hint = f"при первом упоминании напишите полностью и добавьте «(далее – {found[0]})»"
                yield Finding(message, text.at(*found.span()), (hint,))


def _of_names(organisation: Organisation) -> set[str]:
    """Abbreviations inside the full names of the directory: they belong to the names."""
    return {word for body in organisation.bodies.values() for word in ABBREVIATION.findall(body.name)}


def _is_shouted(words: str, start: int, end: int) -> bool:
    """Whether whole words stand in capitals here: no abbreviation is so long."""
    return _LONG_CAPITALS.search(words[max(0, start - 20) : end + 20]) is not None


RULE = Rule(Code("E606", "abbreviation-not-introduced", Severity.WARNING, __doc__), check)
