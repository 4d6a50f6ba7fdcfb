"""Names in a template that stand for nothing.

Jinja's syntax tree is walked with the shapes of the fields.
"""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass
from typing import Any, NamedTuple, get_args, get_type_hints

from jinja2 import nodes

Shape = Any
"""A record type, `tuple[…]` of one, `str`, or `object` of which nothing is known."""


class UnknownName(NamedTuple):
    """A name without a meaning."""

    line: int
    name: str
    valid: tuple[str, ...]
    """The names that may stand there."""


def unknown_names(tree: nodes.Template, fields: type) -> list[UnknownName]:
    """The unknown names of a template whose top-level names are `fields`."""
    return sorted(set(_unknown(tree, get_type_hints(fields))))


def _unknown(node: nodes.Node, scope: Mapping[str, Shape]) -> Iterator[UnknownName]:
    match node:
        case nodes.For():
            yield from _unknown(node.iter, scope)
            yield from _unknown_below(node, {**scope, **_looped(node, scope)})
        case nodes.Name(name=name, ctx="load") if name not in scope:
            yield UnknownName(node.lineno, name, tuple(key for key in scope if scope[key] is not object))
        case nodes.Getattr(attr=name, node=owner):
            yield from _unknown(owner, scope)
            valid = _attributes(_shape(owner, scope))
            if valid and name not in valid:
                yield UnknownName(node.lineno, name, tuple(valid))
        case _:
            yield from _unknown_below(node, scope)


def _looped(loop: nodes.For, scope: Mapping[str, Shape]) -> dict[str, Shape]:
    """The names that stand inside a loop only."""
    if not isinstance(loop.target, nodes.Name):  # «for a, b in …»: of pairs nothing is known
        return {"loop": object, **{name.name: object for name in loop.target.find_all(nodes.Name)}}
    item = next(iter(get_args(_shape(loop.iter, scope))), object)
    return {"loop": object, loop.target.name: item}


def _unknown_below(node: nodes.Node, scope: Mapping[str, Shape]) -> Iterator[UnknownName]:
    for child in node.iter_child_nodes():
        yield from _unknown(child, scope)


def _shape(node: nodes.Node, scope: Mapping[str, Shape]) -> Shape:
    match node:
        case nodes.Name(name=name):
            return scope.get(name, object)
        case nodes.Getattr(attr=name, node=owner):
            return _attributes(_shape(owner, scope)).get(name, object)
        case _:
            return object


def _attributes(shape: Shape) -> dict[str, Shape]:
    """The fields of a record; empty if `shape` is none."""
    return get_type_hints(shape) if is_dataclass(shape) else {}
