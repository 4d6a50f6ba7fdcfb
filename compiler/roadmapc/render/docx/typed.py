"""The words of a signed act as they are typed: what print would change in them for the better, it leaves."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from roadmapc.render.document.view import OrderView
from roadmapc.text.typography import as_typed

_LAYOUT = frozenset({"digest", "created"})
"""Fields of a view that are no words of the document."""


def with_typed_words(view: OrderView) -> OrderView:
    """The same view, in whose quoted appendices and, of a signed act, whole text dashes and hyphens stay."""
    if view.is_as_signed:
        typed: OrderView = _typed(view)
        return typed
    appendices = tuple(_typed(each) if each.is_as_signed else each for each in view.appendices)
    clauses = tuple(_typed(each) if getattr(each, "is_as_signed", False) else each for each in view.clauses)
    return replace(view, appendices=appendices, clauses=clauses)


def _typed(value: Any) -> Any:
    match value:
        case str():
            return as_typed(value) if type(value) is str else value  # a kind is no text
        case tuple():
            items = map(_typed, value)
            return type(value)(*items) if hasattr(value, "_fields") else tuple(items)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    names = (field.name for field in fields(value) if field.name not in _LAYOUT)
    return replace(value, **{name: _typed(getattr(value, name)) for name in names})
