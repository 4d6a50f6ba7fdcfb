"""Строки перечня кончаются разными знаками.

Почему    Точка с запятой после одних строк и ничего после других – разнобой. Если знаков не ставить вовсе,
          компилятор поставит их сам.
Плохо     result: [рост качества;, охват детей, участие школ]
Хорошо    result: [рост качества, охват детей, участие школ]
Основание правила русской пунктуации: строки перечня – с точкой с запятой, последняя – с точкой
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.lists import lists
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.model.from_tree.fields import scalars
from roadmapc.model.plan import Plan
from roadmapc.source.span import Span
from roadmapc.syntax.tree import MappingNode

_SIGNS = ";,"


def check(subject: CheckInput) -> Iterator[Finding]:
    """Lists whose items but the last end differently."""
    for text in subject.texts:
        for items in lists(text.words):
            yield from _mixed([(item.words, text.at(item.start, item.end)) for item in items])
    for origin in _lettered(subject.plan):
        yield from _mixed([(node.text, node.span) for node in scalars(origin, "result")])


def _lettered(plan: Plan) -> Iterator[MappingNode]:
    """Measures whose result is a list of YAML."""
    return (measure.origin for _, measure in plan.walk())


def _mixed(items: list[tuple[str, Span]]) -> Iterator[Finding]:
    ends = [words[-1] if words[-1:] in _SIGNS else "" for words, _ in items[:-1]]
    if len(set(ends)) > 1:
        odd = next(at for at, end in enumerate(ends) if end != ends[0])
        message = "строки перечня кончаются по-разному: то с «;» или «,», то без знака"
        yield Finding(message, items[odd][1], ("уберите знаки: их поставит компилятор",))


RULE = Rule(Code("T912", "mixed-list-punctuation", Severity.WARNING, __doc__), check)
