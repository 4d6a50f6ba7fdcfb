"""A tree held against a published schema.

`jsonschema-rs` says "valid" eighty times faster than `jsonschema`, which explains best what is invalid:
the second is imported only when the first says no (decision 0005).
"""

import re
from functools import cache
from typing import Any

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.schema.codes import EMPTY_VALUE
from roadmapc.schema.registry import integer_fields, schema
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode

_INTEGER = re.compile("[0-9]{1,9}")


def validate(file: SourceFile, node: Node, name: str) -> Outcome[MappingNode]:
    """The same tree if it has the shape of the schema `name`, which must describe a mapping."""
    value = _plain(node, integer_fields(name))
    if _validator(name).is_valid(value):
        assert isinstance(node, MappingNode)
        return Outcome(node)
    from roadmapc.schema.explain import explain  # noqa: PLC0415 - 70 ms of import, for wrong files only

    diagnostics = explain(file, node, value, name)
    assert diagnostics, "what jsonschema-rs refuses, jsonschema explains"
    return Outcome(None, diagnostics)


def validate_filled(file: SourceFile, node: Node, name: str) -> Outcome[MappingNode]:
    """The same; a tree whose only faults are fields without a value comes without these fields.

    So they hide nothing else that is wrong with it.
    """
    valid = validate(file, node, name)
    if valid.value is not None or any(one.code is not EMPTY_VALUE for one in valid.diagnostics):
        return valid
    return Outcome(validate(file, _without_empty(node), name).value, valid.diagnostics)


def _without_empty(node: Node) -> Node:
    """The tree without the fields and items that have no value, so that they hide nothing else."""
    if isinstance(node, MappingNode):
        fields = {
            name: (key, _without_empty(value))
            for name, (key, value) in node.fields.items()
            if not _is_empty(value)
        }
        return node._replace(fields=fields)
    if isinstance(node, SequenceNode):
        return node._replace(items=tuple(_without_empty(item) for item in node.items if not _is_empty(item)))
    return node


def _is_empty(node: Node) -> bool:
    return isinstance(node, ScalarNode) and (node.is_null or node.text == "")


@cache
def _validator(name: str) -> Any:
    import jsonschema_rs  # noqa: PLC0415 - keeps commands that read no plan free of it

    return jsonschema_rs.validator_for(schema(name))


def _plain(node: Node, integers: frozenset[str], *, is_integer: bool = False) -> Any:
    """Plain values for a validator: texts, except in fields named in `integers`; `None` for no value."""
    if isinstance(node, ScalarNode):
        if is_integer and node.is_plain and _INTEGER.fullmatch(node.text):
            return int(node.text)
        return None if node.is_null else node.text
    if isinstance(node, MappingNode):
        return {
            name: _plain(value, integers, is_integer=name in integers)
            for name, (_, value) in node.fields.items()
        }
    return [_plain(item, integers, is_integer=is_integer) for item in node.items]
