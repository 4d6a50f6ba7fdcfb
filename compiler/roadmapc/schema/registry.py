"""The published schemas by their short names."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from roadmapc.assets import asset, names

_SUFFIX = ".schema.json"

Rule = dict[str, Any]
"""A part of a schema: what one value must be."""


def schema_names() -> tuple[str, ...]:
    """Short names: `plan`, `organisation` and so on."""
    return tuple(name.removesuffix(_SUFFIX) for name in names("schemas") if name.endswith(_SUFFIX))


def schema_text(name: str) -> str:
    """The schema as published."""
    return asset("schemas", name + _SUFFIX).decode("utf-8")


@cache
def schema(name: str) -> dict[str, Any]:
    """The schema, parsed."""
    parsed: dict[str, Any] = json.loads(schema_text(name))
    return parsed


def rule_at(name: str, path: Iterable[str | int]) -> Rule:
    """The rule of the value at a path; what a field says of itself goes before its definition."""
    rule = schema(name)
    for step in path:
        rule = _resolved(name, _part(rule, step))
    return rule


def _part(rule: Rule, step: str | int) -> Any:
    if isinstance(step, int):
        return rule.get("items")
    return rule.get("properties", {}).get(step, rule.get("additionalProperties"))


def _resolved(name: str, rule: Any) -> Rule:
    """A rule with the definition it refers to; nothing is demanded where the schema has no rule."""
    if not isinstance(rule, dict):
        return {}
    if "$ref" not in rule:
        return rule
    return _resolved(name, schema(name)["$defs"][rule["$ref"].rpartition("/")[2]]) | rule


@cache
def integer_fields(name: str) -> frozenset[str]:
    """Names of the fields that hold whole numbers or lists of them; a name means one type throughout."""
    found: set[str] = set()
    waiting: list[Any] = [schema(name)]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            found.update(field for field, rule in part.get("properties", {}).items() if _is_integer(rule))
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
    return frozenset(found)


def _is_integer(rule: Any) -> bool:
    return isinstance(rule, dict) and rule.get("items", rule).get("type") == "integer"
