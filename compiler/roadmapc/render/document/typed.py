"""The words of a signed act as they are typed: what print would change in them for the better, it leaves."""

from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from roadmapc.text.typography import hold_years

V = TypeVar("V")
_LAYOUT = frozenset({"digest", "created"})
"""Fields of a view that are no words of the document."""


def as_typed(view: V) -> V:
    """The same view, in whose texts no hyphen between years becomes a dash."""
    held: V = _held(view)
    return held


def _held(value: Any) -> Any:
    match value:
        case str():
            return hold_years(value) if type(value) is str else value  # a kind is no text
        case tuple():
            items = map(_held, value)
            return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    names = (field.name for field in fields(value) if field.name not in _LAYOUT)
    return replace(value, **{name: _held(getattr(value, name)) for name in names})
