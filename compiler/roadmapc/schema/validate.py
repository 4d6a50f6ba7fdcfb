"""A tree held against a published schema.

`jsonschema-rs` says "valid" eighty times faster than `jsonschema`, which explains best what is invalid:
the second is imported only when the first says no (decision 0005).
"""

from functools import cache
from typing import Any

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.schema.registry import integer_fields, schema
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode


def validate(file: SourceFile, node: Node, name: str) -> Outcome[MappingNode]:
    """The same tree if it has the shape of the schema `name`, which must describe a mapping."""
    value = _plain(node, integer_fields(name))
    if _validator(name).is_valid(value):
        assert isinstance(node, MappingNode)
        return Outcome(node)
    from roadmapc.schema.explain import explain  # noqa: PLC0415 - 70 ms of import, for wrong files only

    found = explain(file, node, value, name)
    assert found, "what jsonschema-rs refuses, jsonschema explains"
    return Outcome(None, found)


@cache
def _validator(name: str) -> Any:
    import jsonschema_rs  # noqa: PLC0415 - keeps commands that read no plan free of it

    return jsonschema_rs.validator_for(schema(name))


def _plain(node: Node, integers: frozenset[str]) -> Any:
    """Plain values for a validator: texts, except in fields that hold whole numbers."""
    if isinstance(node, ScalarNode):
        return None if node.is_null else node.text
    if isinstance(node, MappingNode):
        return {
            name: _number(value) if name in integers else _plain(value, integers)
            for name, (_, value) in node.fields.items()
        }
    return [_plain(item, integers) for item in node.items]


def _number(node: Node) -> Any:
    if isinstance(node, SequenceNode):
        return [_number(item) for item in node.items]
    if not isinstance(node, ScalarNode):
        return _plain(node, frozenset())
    is_number = node.is_plain and node.text.isascii() and node.text.isdigit() and len(node.text) < 10
    return int(node.text) if is_number else _plain(node, frozenset())
