"""The language of placeholders: names, loops, conditions, and nothing that computes.

A template comes from anywhere. What it may do is listed, so that no template reaches a file or a program,
and none runs longer or prints more than the order has.
"""

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, TemplateRuntimeError, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

MAX_TAGS = 2000
"""Of one part; the shipped order has sixty."""
MAX_DEPTH = 18
"""Levels of actions in one another; the shipped order has eight. Python itself takes 20 loops."""
MAX_TEXT = 4 * 2**20
"""Characters of a filled part, its markup weighed; an order of 1,000 clauses has two million."""
_WEIGHT = 80
"""Characters that an element of markup is worth: what takes time and memory is how many there are."""

FILTERS = ("upper", "lower", "capitalize", "trim", "length", "first", "last", "default")
"""Those whose result is no longer than what they are given."""
_ALLOWED = (
    *(nodes.Template, nodes.Output, nodes.TemplateData),
    *(nodes.For, nodes.If, nodes.CondExpr),
    *(nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Slice, nodes.Const, nodes.Tuple, nodes.List),
    *(nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Test),
    *(nodes.Concat, nodes.Filter),
)
_COMPUTES = "вычисляет, а шаблон только печатает"


class ForbiddenActionError(TemplateSyntaxError):
    """A placeholder that does more than print; its message goes on after «подстановка …»."""


class Grammar(SandboxedEnvironment):
    """Jinja that knows nothing else."""

    def __init__(self) -> None:
        """What is compiled is kept: orders of one template have its parts in common."""
        super().__init__(undefined=StrictUndefined, autoescape=True)
        self.from_string = lru_cache(maxsize=32)(super().from_string)  # type: ignore[assignment, method-assign]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Where every template passes, whether it is read for its mistakes or to be filled."""
        if source.count("{{") + source.count("{%") > MAX_TAGS:
            raise ForbiddenActionError(f"– одна из более чем {MAX_TAGS}", 1)
        try:
            tree = super()._parse(source, name, filename)
        except (RecursionError, ValueError) as error:  # of brackets in brackets; of a number of 5,000 digits
            raise ForbiddenActionError(_COMPUTES, 1) from error
        _check(tree, None, MAX_DEPTH)
        return tree

    @staticmethod
    def concat(pieces: Iterable[str]) -> str:
        """The filled text, unless it outgrows every order."""
        left, printed = MAX_TEXT, []
        for piece in pieces:
            left -= len(piece) + _WEIGHT * piece.count("<")
            if left < 0:
                raise TemplateRuntimeError("документ вышел больше всякого приказа")
            printed.append(piece)
        return "".join(printed)


def _check(node: nodes.Node, loop: nodes.For | None, levels: int) -> None:
    """Refuse what is not allowed in a node of a loop and below; `levels` are left, `loop` is none outside."""
    line = getattr(node, "lineno", None) or 1
    if not _is_allowed(node):
        raise ForbiddenActionError(_COMPUTES, line)
    if levels == 0:
        raise ForbiddenActionError(f"стоит глубже {MAX_DEPTH} уровней", line)
    if isinstance(node, nodes.For):
        if not _is_bounded(node, loop):
            raise ForbiddenActionError("повторяет внутри цикла не поля его строки", line)
        loop = node
    for child in node.iter_child_nodes():
        _check(child, loop, levels - 1)


def _is_allowed(node: nodes.Node) -> bool:
    match node:
        case nodes.Filter(name=name):
            return name in FILTERS
        case nodes.Getattr(attr=name):
            return not name.startswith("_")
        case _:
            return isinstance(node, _ALLOWED)


def _is_bounded(inner: nodes.For, outer: nodes.For | None) -> bool:
    """Whether a loop runs over a field; inside another, over one of the row that this is at."""
    fields: Any = inner.iter
    while isinstance(fields, nodes.Getattr):
        fields = fields.node
    if not isinstance(fields, nodes.Name) or outer is None:
        return isinstance(fields, nodes.Name)
    return isinstance(outer.target, nodes.Name) and outer.target.name == fields.name
