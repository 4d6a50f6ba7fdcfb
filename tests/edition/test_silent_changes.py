"""Whatever a plan says and no act does is told at its place: every text, field and item of six plans."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from roadmapc.compiled import Compiled
from roadmapc.edition.life import Life, order_of
from roadmapc.edition.proof import proof
from roadmapc.edition.units import HISTORY, inlined
from roadmapc.pipeline import compile_plan
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode

GOOD = Path(__file__).parents[1] / "plans" / "good"
PLANS = ("full", "fields", "calendar", "resolution", "joint", "lived")

Step = str | int
Change = Callable[[Node], Node | None]


@cache
def lives(name: str) -> tuple[Compiled, Life, MappingNode]:
    """A good plan with its life; one without acts has lived, too."""
    compiled = compile_plan(GOOD / f"{name}.yaml").value
    assert compiled is not None
    root = inlined(compiled.plan.origin, compiled.surroundings.texts)
    return compiled, compiled.surroundings.life or Life(root, (), order_of(root)), root


def nodes(node: Node, path: tuple[Step, ...] = ()) -> Iterator[tuple[tuple[Step, ...], Node]]:
    """Every value of a tree with its path."""
    if path:
        yield path, node
    if isinstance(node, MappingNode):
        for name, (_, value) in node.fields.items():
            if path or name not in HISTORY:
                yield from nodes(value, (*path, name))
    elif isinstance(node, SequenceNode):
        for at, item in enumerate(node.items):
            yield from nodes(item, (*path, at))


def changed(node: Node, path: tuple[Step, ...], change: Change) -> Node:
    """The tree with one value changed, or left out."""
    step, *rest = path
    inner = change if not rest else lambda value: changed(value, tuple(rest), change)
    if isinstance(node, MappingNode):
        key, value = node.fields[str(step)]
        new = inner(value)
        fields = {name: field for name, field in node.fields.items() if name != step or new is not None}
        return node._replace(fields=fields | ({str(step): (key, new)} if new is not None else {}))
    assert isinstance(node, SequenceNode)
    items = [inner(item) if at == step else item for at, item in enumerate(node.items)]
    return node._replace(items=tuple(item for item in items if item is not None))


def other(node: Node) -> Node:
    assert isinstance(node, ScalarNode)
    return node._replace(text=f"{node.text} иначе")


def places(name: str, edited: Node) -> list[tuple[int, int]]:
    compiled, life, _ = lives(name)
    assert isinstance(edited, MappingNode)
    found = list(proof(life, compiled.plan.file, edited))
    return [each.place.span for each in found if each.place and each.place.file is compiled.plan.file]


@pytest.mark.parametrize("name", PLANS)
class TestWalk:
    def test_nothing_is_said_of_what_acts_have_done(self, name: str) -> None:
        assert places(name, lives(name)[2]) == []

    def test_every_text_that_reads_otherwise_is_told_where_it_stands(self, name: str) -> None:
        compiled, _, root = lives(name)
        line = compiled.plan.file.position
        for path, node in nodes(root):
            if isinstance(node, ScalarNode):
                told = places(name, changed(root, path, other))
                covered = [line(start).line <= line(node.start).line <= line(end).line for start, end in told]
                assert any(covered), path

    def test_every_field_and_item_that_is_left_out_is_told_in_its_unit(self, name: str) -> None:
        _, _, root = lives(name)
        for path, _ in nodes(root):
            assert places(name, changed(root, path, lambda _: None)), path

    def test_every_item_that_comes_twice_is_told(self, name: str) -> None:
        _, _, root = lives(name)
        for path, node in nodes(root):
            if isinstance(node, SequenceNode) and node.items:
                double = changed(root, path, lambda each: each._replace(items=(*each.items, each.items[-1])))
                assert places(name, double), path

    def test_every_list_in_another_order_is_told(self, name: str) -> None:
        _, _, root = lives(name)
        for path, node in nodes(root):
            if isinstance(node, SequenceNode) and len(set(map(repr, node.items))) > 1:
                turned = changed(root, path, lambda each: each._replace(items=each.items[::-1]))
                assert places(name, turned), path
