"""В словах пункта один исполнитель, в поле другой.

Почему    Приказ поручает словами отделу, а календарь и напоминания получает тот, кто в поле executors.
Плохо     {text: "{board.genitive} подать отчёт до 01.06.2021.", executors: [schools]}
Хорошо    {text: "{board.genitive} подать отчёт до 01.06.2021.", executors: [board]}
Основание соглашение roadmapc: исполнитель пункта записан и словами, и полем
"""

from collections.abc import Iterable, Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.organisation import Body, BodyId, OfficialId, Organisation, actors_of
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.text.regex import regex

_REFERENCE = regex(r"\{(?P<id>[a-z0-9-]+)(?:\.[a-z_]+)*\}")
_DONE = regex(r"(?<![а-яё])[а-яё]+(?:ать|ять|ить|еть|ести|сти|ыть|овать)(?:ся)?(?![а-яё])")


def check(subject: CheckInput) -> Iterator[Finding]:
    """Clauses that name bodies before their verb, none of which is an executor of theirs."""
    organisation = subject.plan.organisation
    for clause in subject.plan.order.walk():
        node = clause.origin.get("text") if isinstance(clause.origin, MappingNode) else None
        if not clause.executors or not isinstance(node, ScalarNode):
            continue
        verb = _DONE.search(node.text)
        before = node.text[: verb.start()] if verb else node.text
        named = [body for match in _REFERENCE.finditer(before) for body in _bodies(organisation, match["id"])]
        actors = actors_of(clause.executors)
        homes = (each.id if isinstance(each, Body) else each.body for each in actors)
        executors = {name for name in homes if name is not None}
        is_one = _with_parents(organisation, executors) & set(named) or executors & _with_parents(
            organisation, named
        )
        if named and not is_one:
            names = " и ".join(organisation.bodies[name].short for name in dict.fromkeys(named))
            message = f"пункт {clause.reference} поручает словами: {names}, а в поле executors – другие"
            span = (
                clause.origin.key_span("executors") if isinstance(clause.origin, MappingNode) else node.span
            )
            yield Finding(message, span, ("назовите в обоих местах одного исполнителя",))


def _bodies(organisation: Organisation, name: str) -> tuple[BodyId, ...]:
    """The body that a reference names, or the one of a person."""
    if BodyId(name) in organisation.bodies:
        return (BodyId(name),)
    official = organisation.officials.get(OfficialId(name))
    return (official.body,) if official is not None and official.body else ()


def _with_parents(organisation: Organisation, names: Iterable[BodyId]) -> set[BodyId]:
    """Bodies and those that they are parts of."""
    found = set(names)
    around = [organisation.bodies[name].origin.get("part_of") for name in found]
    return found | {BodyId(node.text) for node in around if isinstance(node, ScalarNode)}


RULE = Rule(Code("E626", "clause-addressee-differs", Severity.WARNING, __doc__), check)
