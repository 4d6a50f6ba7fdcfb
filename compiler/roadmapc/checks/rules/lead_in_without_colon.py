"""Перед подпунктами нет двоеточия или после него ничего нет.

Почему    Двоеточие обещает перечень. Точка перед подпунктами отрывает их от того, кому они поручены.
Плохо     text: Руководителям школ.
Хорошо    text: "Руководителям школ:"
Основание правила русской пунктуации: перед перечнем – двоеточие
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.model.plan import Clause
from roadmapc.source.span import Span
from roadmapc.syntax.tree import MappingNode, ScalarNode, SequenceNode


def check(subject: CheckInput) -> Iterator[Finding]:
    """Lead-ins of lists and sub-clauses."""
    for clause in subject.plan.order.walk():
        last = (clause.text, *clause.paragraphs)[-1]
        goes_on = bool(clause.items or clause.clauses or clause.quoted)
        if goes_on and not last.endswith(":"):
            message = f"пункт {clause.reference} продолжают подпункты, а двоеточия нет"
            yield Finding(message, _place(clause), ("замените последний знак двоеточием",))
        elif last.endswith(":") and not goes_on:
            message = f"пункт {clause.reference} кончается двоеточием, а перечня нет"
            yield Finding(message, _place(clause), ("добавьте items или clauses, или поставьте точку",))


def _place(clause: Clause) -> Span:
    """The last words before the list."""
    origin = clause.origin
    if isinstance(origin, ScalarNode):
        return _end(origin)
    assert isinstance(origin, MappingNode)
    paragraphs = origin.get("paragraphs")
    node = (
        paragraphs.items[-1]
        if isinstance(paragraphs, SequenceNode) and paragraphs.items
        else origin.get("text")
    )
    assert isinstance(node, ScalarNode)
    return _end(node)


def _end(node: ScalarNode) -> Span:
    """The last character, inside the quotes."""
    return Span(node.end - 1, node.end) if node.is_plain else Span(node.end - 2, node.end - 1)


RULE = Rule(Code("N715", "lead-in-without-colon", Severity.WARNING, __doc__, Group.LAYOUT), check)
