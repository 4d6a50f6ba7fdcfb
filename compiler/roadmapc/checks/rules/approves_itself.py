"""План поручает разработать или утвердить сам себя.

Почему    Документ, который утверждает этот приказ, уже разработан и утверждён. Поручение сделать это
          ещё раз исполнить нельзя; обычно оно осталось от проекта.
Плохо     measure: Утверждение Плана
Хорошо    measure: Ознакомление работников с Планом
Основание приказ вводит приложение в действие своим подписанием
"""

import re
from collections.abc import Iterator, Sequence

from roadmapc.checks.abbreviations import INTRODUCED
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.checks.words import stem, stems
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.plan import Plan
from roadmapc.text.regex import regex

_TASK = regex(
    r"(?:Разработка|Подготовка|Утверждение|Принятие)(?: и (?:утверждение|принятие))? (?P<what>.+)", re.S
)
_KINDS = frozenset(("план", "концепц", "программ", "карт"))
_SAID_APART = frozenset((*_KINDS, "мероприят", "дорожн"))
"""A road map is called a plan of measures, a plan a road map."""
SHARED = 7
"""Words in a row that a task and a title share."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Measures that make what the order approves."""
    short_names, titles = _approved(subject.plan)
    for text in subject.fields("measure"):
        task = _TASK.match(text.words)
        if task is None:
            continue
        what = stems(task["what"])
        if (set(what[:1]) & short_names and len(what) <= 2) or _is_titled(what, titles):
            span = text.at(task.start("what"), task.end("what"))
            message = f"этот документ уже утверждает {subject.plan.order.kind.this}"
            yield Finding(message, span, ("уберите мероприятие",))


def _approved(plan: Plan) -> tuple[set[str], list[str]]:
    """Stems of the short names that approving clauses introduce, and the titles as stems in a line."""
    clauses = [clause for clause in plan.order.walk() if clause.approves]
    names = {stem(name["name"]) for clause in clauses for name in INTRODUCED.finditer(clause.text)}
    approved = {clause.approves for clause in clauses}
    return names, [" ".join(_proper(stems(each.title))) for each in plan.appendices if each.id in approved]


def _is_titled(what: Sequence[str], titles: list[str]) -> bool:
    """Whether a plan is meant, and its name shares a phrase with a title."""
    if not set(what[:4]) & _KINDS:
        return False
    name = _proper(what)
    starts = (name[at : at + SHARED] for at in range(2))
    return any(len(start) == SHARED and " ".join(start) in title for start in starts for title in titles)


def _proper(name: Sequence[str]) -> list[str]:
    """A name without the words for the kind of document."""
    return [word for word in name if word not in _SAID_APART]


RULE = Rule(Code("D348", "approves-itself", Severity.WARNING, __doc__), check)
