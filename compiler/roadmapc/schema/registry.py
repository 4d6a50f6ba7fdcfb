"""The published schemas by their short names."""

import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from roadmapc.assets import asset, names

_SUFFIX = ".schema.json"

Subschema = dict[str, Any]
"""What one value must be (JSON Schema 2020-12, core 4.3.5)."""


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


def subschema_at(name: str, path: Iterable[str | int]) -> Subschema:
    """What the value at a path must be; what a field says of itself goes before its definition.

    Empty where the schema demands nothing.
    """
    subschema = schema(name)
    for step in path:
        if isinstance(step, int):
            subschema = _resolved(name, subschema.get("items"))
        else:
            field = subschema.get("properties", {}).get(step, subschema.get("additionalProperties"))
            subschema = _resolved(name, field)
    return subschema


def _resolved(name: str, subschema: Any) -> Subschema:
    """A subschema with the definition it refers to."""
    if not isinstance(subschema, dict):
        return {}
    if "$ref" not in subschema:
        return subschema
    return _resolved(name, schema(name)["$defs"][subschema["$ref"].rpartition("/")[2]]) | subschema


@cache
def integer_fields(name: str) -> frozenset[str]:
    """Names of the fields that hold whole numbers or lists of them; a name means one type throughout."""
    names: set[str] = set()
    waiting: list[Any] = [schema(name)]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            fields = part.get("properties", {}).items()
            subschemas = [(field, value) for field, value in fields if isinstance(value, dict)]
            names.update(
                field for field, value in subschemas if value.get("items", value).get("type") == "integer"
            )
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
    return frozenset(names)
