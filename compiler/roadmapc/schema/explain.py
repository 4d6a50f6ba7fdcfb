"""Why a tree has not the shape of its schema: findings with places and Russian words."""

import re
from collections.abc import Iterator
from typing import Any

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from roadmapc.diagnostics.diagnostic import Diagnostic, in_order
from roadmapc.schema.registry import schema
from roadmapc.schema.wording import Violation, worded
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, Node, SequenceNode


def explain(file: SourceFile, root: Node, value: Any, name: str) -> tuple[Diagnostic, ...]:
    """Every finding, in order; `value` is the plain value of `root`, held against the schema `name`."""
    errors = _VALIDATOR(schema(name)).iter_errors(value)
    violations = [violation for error in errors for violation in _violations(file, root, error, name)]
    of_wrong_kind = {violation.path for violation in violations if violation.keyword == "type"}
    # of a text where a list is expected it would say nothing that the text is too short
    apart = [each for each in violations if each.keyword == "type" or each.path not in of_wrong_kind]
    return in_order(tuple(diagnostic for violation in apart for diagnostic in worded(violation)))


def _pattern(_: Any, pattern: str, instance: Any, __: Any) -> Iterator[ValidationError]:
    """As ECMA 262 and `jsonschema-rs` read it: `$` is the very end, not before a last line break."""
    if isinstance(instance, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), instance):
        yield ValidationError(f"{instance!r} does not match {pattern!r}")


_VALIDATOR: Any = extend(Draft202012Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call]


def _violations(file: SourceFile, root: Node, error: ValidationError, name: str) -> Iterator[Violation]:
    path = tuple(error.absolute_path)
    node, key = root, None
    for step in path:
        if isinstance(node, MappingNode):
            key, node = node.fields[str(step)]
        elif isinstance(node, SequenceNode):
            node = node.items[int(step)]
    if "propertyNames" in error.relative_schema_path and isinstance(node, MappingNode):
        node = node.fields[str(error.instance)][0]
    for argument in _arguments(error):
        yield Violation(str(error.validator), argument, name, path, node, key, file)


def _arguments(error: ValidationError) -> list[Any]:
    """What the keyword demands, once for each missing field; the unknown names for unknown fields."""
    demanded: Any = error.validator_value
    instance: Any = error.instance
    match error.validator:
        case "required":
            return [field for field in demanded if field not in instance]
        case "dependentRequired":
            missing = {field for given, fields in demanded.items() if given in instance for field in fields}
            return [field for field in missing if field not in instance]
        case "additionalProperties":
            assert isinstance(error.schema, dict)
            return [[field for field in instance if field not in error.schema["properties"]]]
        case "type":
            return [[demanded] if isinstance(demanded, str) else demanded]
    return [demanded]
