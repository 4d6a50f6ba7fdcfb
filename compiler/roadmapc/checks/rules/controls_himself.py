"""Исполнение контролирует тот, кто исполняет.

Почему    Начальник отдела отвечает за поручение отдела и сам же за ним следит: о срыве срока никто не скажет.
Плохо     {text: "Контроль возложить на начальника отдела.", control: deputy}
Хорошо    {text: "Контроль возложить на начальника управления.", control: head}
Основание контроль возлагают на вышестоящее лицо или оставляют за подписавшим
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import scalar
from roadmapc.model.organisation import key_of
from roadmapc.syntax.tree import MappingNode


def check(subject: CheckInput) -> Iterator[Finding]:
    """A controller other than the signatory who has a duty of a clause, himself or by his own body."""
    order = subject.plan.order
    signatories = {each.official.id for each in order.signatories}
    for clause in order.walk():
        control = clause.control
        if control is None or control.id in signatories or not isinstance(clause.origin, MappingNode):
            continue
        his = {key_of(control), (False, control.body)}
        own = [each for each in order.walk() if any(key_of(one.actor) in his for one in each.executors)]
        if own:
            message = f"{control.name} контролирует и сам исполняет пункт {own[0].number}"
            span = scalar(clause.origin, "control").span
            yield Finding(message, span, ("возложите контроль на другое лицо",))


RULE = Rule(Code("E627", "controls-himself", Severity.NOTE, __doc__), check)
