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
from roadmapc.model.organisation import Actor, Official
from roadmapc.syntax.tree import MappingNode


def check(subject: CheckInput) -> Iterator[Finding]:
    """A controller other than the signatory who has a duty of a clause, himself or by his own body."""
    order = subject.plan.order
    signatories = {each.official.id for each in order.signatories}
    for clause in order.walk():
        control = clause.control
        if control is None or control.id in signatories or not isinstance(clause.origin, MappingNode):
            continue
        own = [each for each in order.walk() if any(_acts(control, one.actor) for one in each.executors)]
        if own:
            message = f"{control.name} контролирует собственное исполнение пункта {own[0].reference}"
            span = scalar(clause.origin, "control").span
            yield Finding(message, span, ("возложите контроль на другое лицо",))


def _acts(official: Official, actor: Actor) -> bool:
    """Whether the duty of an actor is the official's own: a deputy does not answer for a body with a head."""
    if isinstance(actor, Official):
        return actor.id == official.id
    return official.id == actor.head or (actor.head is None and official.body == actor.id)


RULE = Rule(Code("E627", "controls-himself", Severity.NOTE, __doc__), check)
