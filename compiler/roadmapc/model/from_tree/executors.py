"""Executors by their names in the directory."""

from collections.abc import Iterator

from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import items, scalar, scalars
from roadmapc.model.plan import Executor
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode


def read_executors(context: Context, node: MappingNode) -> tuple[Executor, ...]:
    """The executors that the directory knows, in the order of writing."""
    return tuple(_executors(context, items(node, "executors")))


def _executors(context: Context, nodes: tuple[Node, ...]) -> Iterator[Executor]:
    for node in nodes:
        executor = _executor(context, node)
        if executor is not None:
            yield executor


def _executor(context: Context, node: Node) -> Executor | None:
    if isinstance(node, ScalarNode):
        body = context.body(node)
        return Executor(body, (), "", origin=node) if body else None
    assert isinstance(node, MappingNode)
    name = scalar(node, "id")
    body = context.body(name)
    units = [context.body(unit) for unit in scalars(node, "units")]
    known = tuple(unit for unit in units if unit is not None)
    return Executor(body, known, context.field(node, "qualifier"), origin=name) if body else None
