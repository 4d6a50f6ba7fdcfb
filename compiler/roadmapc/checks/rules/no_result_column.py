"""В таблице нет графы результата.

Почему    По результату проверяют, исполнено ли мероприятие. Без него спорят, что значит «проведено».
Плохо     columns: { number: №, measure: Мероприятие, deadline: Срок }
Хорошо    columns: { number: №, measure: Мероприятие, deadline: Срок, result: Результат }
Основание практика: форма отчёта об исполнении спрашивает документ, который подтверждает результат
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.numbering import tables
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.source.span import Span
from roadmapc.syntax.tree import MappingNode, Node, SequenceNode

RESULTS = frozenset(("result", "document"))


def check(subject: CheckInput) -> Iterator[Finding]:
    """Tables that say neither the result nor the document."""
    nodes = [node for one in subject.plan.appendices for node in _columns(one.origin)]
    declared = [
        table for table in tables(subject.plan) if not any(column.key in RESULTS for column in table.columns)
    ]
    for span in nodes if declared else ():
        yield Finding(
            "в таблице мероприятий нет графы результата", span, ("добавьте в columns графу result",)
        )


def _columns(node: Node) -> Iterator[Span]:
    """Where the columns of measure tables are declared."""
    if isinstance(node, SequenceNode):
        for item in node.items:
            yield from _columns(item)
    elif isinstance(node, MappingNode):
        columns = node.get("columns")
        if (
            "sections" in node.fields
            and isinstance(columns, MappingNode)
            and not RESULTS & columns.fields.keys()
        ):
            yield node.key_span("columns")
        for name in ("parts", "measures"):
            child = node.get(name)
            if child is not None:
                yield from _columns(child)


RULE = Rule(Code("N702", "no-result-column", Severity.NOTE, __doc__), check)
