"""Every text of a plan with the place that the schema gives it."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from roadmapc.schema.registry import schema

Path = tuple[str | int, ...]
Rule = dict[str, Any]


class Text(NamedTuple):
    """A text of a plan."""

    place: str
    """Of the schema: «measure.result», «columns.*»."""
    path: Path
    value: str


def resolved(name: str, rule: Rule, place: str) -> tuple[Rule, str]:
    """A rule with its definition; definitions of records name the place anew."""
    if "$ref" not in rule:
        return rule, place
    definition = rule["$ref"].rpartition("/")[2]
    found = schema(name)["$defs"][definition]
    is_record = {"properties", "items"} & found.keys() or isinstance(found.get("type"), list)
    return resolved(name, found, definition if is_record else place)


def places(name: str) -> set[str]:
    """Every place of the schema that may hold a text, enumerations aside."""
    found: set[str] = set()
    seen: set[str] = set()

    def walk(rule: Rule, place: str) -> None:
        rule, place = resolved(name, rule, place)
        kinds = rule.get("type", ())
        if "string" in ([kinds] if isinstance(kinds, str) else kinds) and "enum" not in rule:
            found.add(place)
        if place in seen:
            return
        if {"properties", "items"} & rule.keys():
            seen.add(place)
        for field, value in rule.get("properties", {}).items():
            walk(value, f"{place}.{field}")
        if isinstance(rule.get("additionalProperties"), dict):
            walk(rule["additionalProperties"], f"{place}.*")
        if "items" in rule:
            walk(rule["items"], f"{place}[]")

    walk(schema(name), name)
    return found


def texts(name: str, value: Any) -> Iterator[Text]:
    """Every text of a file of that schema."""
    yield from _texts(name, schema(name), value, name, ())


def _texts(name: str, rule: Rule, value: Any, place: str, path: Path) -> Iterator[Text]:
    rule, place = resolved(name, rule, place)
    if isinstance(value, dict):
        for field, each in value.items():
            known = rule.get("properties", {}).get(field)
            inner = known if known is not None else rule.get("additionalProperties", {})
            yield from _texts(name, inner, each, f"{place}.{field if known else '*'}", (*path, field))
    elif isinstance(value, list):
        for at, each in enumerate(value):
            yield from _texts(name, rule["items"], each, f"{place}[]", (*path, at))
    elif "enum" not in rule and rule.get("type") != "integer":
        yield Text(place, path, value)
