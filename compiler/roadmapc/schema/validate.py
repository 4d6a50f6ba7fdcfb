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
from roadmapc.syntax.tree import Change, MappingNode, Node, ScalarNode, SequenceNode

_INTEGER = re.compile("[0-9]{1,9}")


def plain(node: Node, name: str) -> Any:
    """What the schema `name` is asked about: the values of a tree without their places."""
    return _plain(node, integer_fields(name))


def plain_with(value: Any, change: Change, name: str) -> Any:
    """The values of a tree in which something has changed, from those before."""
    step, *path = change.path
    changed = value.copy()
    if path:
        changed[step] = plain_with(value[step], change._replace(path=tuple(path)), name)
    else:
        assert isinstance(step, int), "items change"
        changed[step : step + 1] = (plain(item, name) for item in change.items)
    return changed


def validate(file: SourceFile, node: Node, name: str, known: Any = None) -> Outcome[MappingNode]:
    """The same tree if it has the shape of the schema `name`, which must describe a mapping.

    Its plain values may be known.
    """
    value = plain(node, name) if known is None else known
    if _validator(name).is_valid(value):
        assert isinstance(node, MappingNode)
        return Outcome(node)
    from roadmapc.schema.explain import explain  # noqa: PLC0415 - 70 ms of import, for wrong files only

    diagnostics = explain(file, node, value, name)
    assert diagnostics, "what jsonschema-rs refuses, jsonschema explains"
    return Outcome(None, diagnostics)


def validate_filled(file: SourceFile, node: Node, name: str, known: Any = None) -> Outcome[MappingNode]:
    """The same; a tree whose only faults are fields without a value comes without these fields.

    So they hide nothing else that is wrong with it.
    """
    valid = validate(file, node, name, known)
    if valid.value is not None or any(one.code is not EMPTY_VALUE for one in valid.diagnostics):
        return valid
    told = frozenset(one.place.span.start for one in valid.diagnostics if one.place)
    return Outcome(validate(file, _without(node, told), name).value, valid.diagnostics)


def _without(node: Node, told: frozenset[int]) -> Node:
    """The tree without the fields and items that were told to have no value, so that they hide nothing else.

    Other empty texts stay: in a row of a table they are its empty cells.
    """
    if isinstance(node, MappingNode):
        fields = {
            name: (key, _without(value, told))
            for name, (key, value) in node.fields.items()
            if key.start not in told
        }
        return node._replace(fields=fields)
    if isinstance(node, SequenceNode):
        # a group of fields begins where its first name does, and is no less there for having lost that field
        items = (item for item in node.items if not (isinstance(item, ScalarNode) and item.start in told))
        return node._replace(items=tuple(_without(item, told) for item in items))
    return node


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
