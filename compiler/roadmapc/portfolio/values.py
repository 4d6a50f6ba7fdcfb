"""Values of an answer in words and in JSON."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any

from roadmapc.portfolio.answer import Condition
from roadmapc.text.dates import digits

NUMBERS = (int, float, Decimal)


def in_words(value: Any) -> str:
    """As people read it: a day as orders have it, a share with a comma."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "да" if value else "нет"
    if isinstance(value, date) and not isinstance(value, datetime):
        return digits(value)
    if isinstance(value, float | Decimal):
        return str(value).replace(".", ",")
    if isinstance(value, list | tuple):
        return "; ".join(map(in_words, value))
    return str(value)


def conditions_in_words(asked: Iterable[Condition]) -> str:
    """«исполнитель: школы; не раньше: 01.09.2026»; empty if everything is asked about."""
    return "; ".join(f"{each.label}: {in_words(each.value)}" for each in asked)


def in_json(value: Any) -> Any:
    """As JSON can have it: days and whatever it has no word for as texts, ISO 8601."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if isfinite(value) else str(value)
    if isinstance(value, list | tuple):
        return [in_json(each) for each in value]
    if isinstance(value, dict):
        return {str(key): in_json(each) for key, each in value.items()}
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


def is_number(value: Any) -> bool:
    """Whether it can be added up, and stands at the right of its column."""
    return isinstance(value, NUMBERS) and not isinstance(value, bool)
