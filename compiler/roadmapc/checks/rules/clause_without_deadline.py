"""У поручения в приказе нет срока.

Почему    Поручение без срока исполняют за месяц со дня подписания – если вспомнят об этом правиле.
          Срок, названный полем deadline, попадёт в календарь.
Плохо     text: Руководителям школ разработать собственные планы.
Хорошо    text: Руководителям школ до 01.06.2021 разработать собственные планы.
Основание инструкции по делопроизводству: без срока – месяц; текст приказа – исполнитель, действие, срок
"""

import re
from collections.abc import Iterator

from roadmapc.checks.clauses import place_of, task
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.deadline.ast import Continuous, Dated, Recurring, Relative, TimeRule
from roadmapc.deadline.from_text import read
from roadmapc.diagnostics.code import Code, Severity

_TERM = re.compile(r"\bсрок", re.IGNORECASE)
"""A term that is named elsewhere: «в установленные сроки»."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses that give a task and no time."""
    seasons = tuple(rule.name for rule in subject.plan.seasons)
    for clause in subject.plan.order.walk():
        verb = task(clause)
        if verb is None or clause.terms:
            continue
        if any(_names_time(text, seasons) for text in (clause.text, *clause.items)):
            continue
        hint = "назовите день в тексте и в поле deadline или сошлитесь на сроки плана"
        message = f"у поручения «{verb[0].lower()}» в пункте {clause.number} нет срока"
        yield Finding(message, place_of(clause), (hint,))


def _names_time(text: str, seasons: tuple[str, ...]) -> bool:
    """Whether the reader of deadlines finds a time among other words."""
    deadline = read(text, seasons=seasons).value
    assert deadline is not None
    return bool(_TERM.search(text)) or any(_is_time(clause.rule) for clause in deadline.clauses)


def _is_time(rule: TimeRule) -> bool:
    """A day, a series or a length of time; a bare event may be any word after «до»: «до сведения»."""
    match rule:
        case Dated() | Recurring() | Continuous():
            return True
        case Relative(offset=offset):
            return offset is not None
        case _:
            return False


RULE = Rule(Code("D351", "clause-without-deadline", Severity.NOTE, __doc__), check)
