"""A tree held against a published schema.

`jsonschema-rs` says "valid" eighty times faster than `jsonschema`, which explains best what is invalid:
the second is imported only when the first says no (decision 0005).
"""

import re
from functools import cache
from typing import Any

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.schema.registry import integer_fields, schema
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode

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
