"""У поручения в приказе нет срока.

Почему    Поручение без срока исполняют за месяц со дня подписания – если вспомнят об этом правиле.
          Срок, названный полем deadline, попадёт в календарь.
Плохо     text: Руководителям школ разработать собственные планы.
Хорошо    text: Руководителям школ до 01.06.2021 разработать собственные планы.
Основание инструкции по делопроизводству: без срока – месяц; текст приказа – исполнитель, действие, срок
"""

import re
from collections.abc import Callable, Iterable, Iterator

from roadmapc.checks.clauses import place_of, task
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.deadline.ast import Continuous, Dated, Recurring, Relative, TimeRule
from roadmapc.deadline.from_text import read
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.plan import Clause, Plan
from roadmapc.text.listed import listed
from roadmapc.text.regex import regex

_TERM = regex(r"\bсрок", re.IGNORECASE)
"""A term that is named elsewhere: «в установленные сроки»."""


_OF_PLAN = regex(
    r"(?:обеспечить|организовать|выполнить|провести)\b[^.;:]*?\b"
    r"(?:план|раздел|дорожн\w+ карт|(?:выполнен|исполнен|реализаци)\w+ (?:\w+ )?мероприяти)",
    re.IGNORECASE,
)
"""What the plan says has the plan's days."""
_ONCE = regex(r"разместить|довести|представить|направить|разработать|подготовить", re.IGNORECASE)
"""Done on some day, which each such clause has to name; the others say how to go about it."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses that give a task and no time; those whose task lasts are told together."""
    seasons = tuple(rule.name for rule in subject.plan.seasons)
    names_time = subject.memo.of_each(_names_time)
    without = _without_time(subject.plan.order.clauses, lambda text: names_time((text, seasons)))
    tasks = [(verb[0].lower(), clause) for verb, clause in without]
    lasting = [each for each in tasks if not _ONCE.match(each[0])]
    for each in tasks:
        if each not in lasting:
            yield _of_all(subject.plan, [each])
    if lasting:
        yield _of_all(subject.plan, lasting)


def _without_time(
    clauses: Iterable[Clause], names_time: Callable[[str], bool]
) -> Iterator[tuple[re.Match[str], Clause]]:
    """Tasks whose clause names no time; the time of a clause is that of its sub-clauses too."""
    for clause in clauses:
        if clause.terms or any(map(names_time, (clause.text, *clause.items))):
            continue
        verb = task(clause)
        if verb is not None and not _OF_PLAN.match(clause.text, verb.start()):
            yield verb, clause
        yield from _without_time(clause.clauses, names_time)


def _of_all(plan: Plan, tasks: list[tuple[str, Clause]]) -> Finding:
    verbs = ", ".join(dict.fromkeys(f"«{verb}»" for verb, _ in tasks))
    numbers = [clause.reference for _, clause in tasks]
    where = f"в пунктах {listed(numbers)}" if numbers[1:] else f"в пункте {numbers[0]}"
    message = f"{'у поручений' if numbers[1:] else 'у поручения'} {verbs} {where} нет срока"
    hint = "назовите день в тексте и в поле deadline или сошлитесь на сроки плана"
    (_, first), *others = tasks
    related = tuple(
        Label(Place(plan.file, place_of(clause)), f"пункт {clause.reference}") for _, clause in others
    )
    return Finding(message, place_of(first), (hint,), related, units=tuple(f"п. {each}" for each in numbers))


def _names_time(asked: tuple[str, tuple[str, ...]]) -> bool:
    """Whether the reader of deadlines, who knows some seasons, finds a time among other words."""
    text, seasons = asked
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


RULE = Rule(Code("D351", "clause-without-deadline", Severity.NOTE, __doc__, Group.UNDATED), check)
