"""Номера то с точкой в конце, то без неё.

Почему    Разнобой читается как небрежность и ломает поиск. Компилятор ставит номера сам и одинаково.
Плохо     number: "1.2."
Хорошо    number: "1.2"
Основание единообразие нумерации в таблице
"""

from collections.abc import Iterator

from roadmapc.checks.numbering import has_typed, rows
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.model.provision import ProvisionKind
from roadmapc.text.plural import counted


def check(subject: CheckInput) -> Iterator[Finding]:
    """The rarer of the two forms, at its first use."""
    for table in filter(has_typed, subject.plan.tables):
        typed = [
            row.node for row in rows(table) if row.node is not None and row.kind is ProvisionKind.MEASURE
        ]
        stopped = [node for node in typed if node.text.endswith(".")]
        bare = [node for node in typed if not node.text.endswith(".")]
        if not stopped or not bare:
            continue
        odd, words = (stopped, "с точкой") if len(stopped) <= len(bare) else (bare, "без точки")
        others = counted(len(typed) - len(odd), "номера", "номеров", "номеров")
        message = f"номер «{odd[0].text}» {words} в отличие от {others}"
        yield Finding(message, odd[0].span, ("пишите номера одинаково или уберите number",))


RULE = Rule(Code("N707", "mixed-number-format", Severity.WARNING, __doc__, Group.LAYOUT), check)
