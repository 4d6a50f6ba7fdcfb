"""Кавычки не закрыты.

Почему    Где кончается название, непонятно, а с ним – кому или что поручено.
Плохо     measure: Участие в проекте «Образование
Хорошо    measure: Участие в проекте «Образование»
Основание правила русской пунктуации: кавычки парные
"""

from collections.abc import Iterator

from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.model.from_tree.fields import items, scalar
from roadmapc.model.plan import Order
from roadmapc.model.printed import clause_text
from roadmapc.syntax.tree import MappingNode, Node
from roadmapc.text.regex import regex

_PAIRS = {"«": "»", "„": "“"}
_QUOTES = ("«", "»", "„", "“", '"')
_QUOTE = regex("|".join(_QUOTES))
_ENGLISH = regex("“([^“”„]*)”")
"""Paired, if in another manner."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """The quote of each text that has no pair."""
    spread = set(_spread(subject.plan.order))
    for text, at in subject.ask(_unpaired, *_QUOTES):
        if text.node not in spread:
            message = f"у кавычки {text.words[at]} нет пары"
            yield Finding(message, text.at(at, at + 1), ("поставьте вторую кавычку",))


def _spread(order: Order) -> Iterator[Node]:
    """Texts of an amending order that quote several paragraphs, if quotes pair in all of them together."""
    for clause in order.walk() if order.is_amending else ():
        if clause.paragraphs and not any(_unpaired(clause_text(clause))):
            assert isinstance(clause.origin, MappingNode)
            yield from (scalar(clause.origin, "text"), *items(clause.origin, "paragraphs"))


def _unpaired(words: str) -> Iterator[int]:
    """The first quote that is not closed or not opened; nothing if all are paired."""
    opened: list[int] = []
    straight: list[int] = []
    for found in _QUOTE.finditer(_ENGLISH.sub(r" \1 ", words)):
        at, sign = found.start(), found[0]
        if sign in _PAIRS:
            opened.append(at)
        elif sign == '"':
            straight.append(at)
        elif opened and _PAIRS[words[opened[-1]]] == sign:
            opened.pop()
        else:
            yield at
            return
    if opened:
        yield opened[-1]
    elif len(straight) % 2:
        yield straight[-1]


RULE = Rule(Code("T902", "unbalanced-quotes", Severity.WARNING, __doc__, Group.LAYOUT), check)
