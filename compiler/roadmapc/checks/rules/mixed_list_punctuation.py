"""Строки перечня кончаются разными знаками.

Почему    Точка с запятой после одних строк и ничего после других – разнобой. Если знаков не ставить вовсе,
          компилятор поставит их сам.
Плохо     result: [рост качества;, охват детей, участие школ]
Хорошо    result: [рост качества, охват детей, участие школ]
Основание правила русской пунктуации: строки перечня – с точкой с запятой, последняя – с точкой
"""

from collections.abc import Iterator

from roadmapc.checks.lists import OPENING, lists
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.diagnostics.diagnostic import Place
from roadmapc.model.from_tree.fields import scalars
from roadmapc.source.span import Span

_SIGNS = ";,"


def check(subject: CheckInput) -> Iterator[Finding]:
    """Lists whose items but the last end differently."""
    for text, items in subject.ask(lists, OPENING):
        odd = _odd([item.words for item in items]) if "\n" in text.words else None
        if odd is not None:
            yield _finding(text.at(items[odd].start, items[odd].end))
    for _, measure in subject.rows:
        nodes = tuple(scalars(measure.origin, "result"))
        odd = _odd([node.text for node in nodes])
        if odd is not None:
            yield _finding(nodes[odd].span)


def _odd(items: list[str]) -> int | None:
    """The first item that ends unlike the first; the last may end as it likes."""
    if len(items) < 3:
        return None
    ends = [words[-1] if words[-1:] in _SIGNS else "" for words in items[:-1]]
    return next((at for at, end in enumerate(ends) if end != ends[0]), None)


def _finding(where: Span | Place) -> Finding:
    message = "строки перечня кончаются по-разному: то с «;» или «,», то без знака"
    return Finding(message, where, ("уберите знаки: их поставит компилятор",))


RULE = Rule(Code("T912", "mixed-list-punctuation", Severity.WARNING, __doc__, Group.LAYOUT), check)
