"""Dates of requisites and the period of the plan."""

from __future__ import annotations

import re
from datetime import date

from roadmapc.model.codes import IMPOSSIBLE_REQUISITE_DATE, UNREADABLE_PERIOD
from roadmapc.model.from_tree.context import Context
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.plan import Period
from roadmapc.syntax.tree import ScalarNode

_DAY = r"(\d{1,2})\.(\d{1,2})\.(\d{4})"
_DASH = r"\s*[-–—]\s*"
_DAYS = re.compile(rf"{_DAY}{_DASH}{_DAY}")
_YEARS = re.compile(rf"(\d{{4}})(?:{_DASH}(\d{{4}}))?(?:\s*(?:гг?\.|год|года|годы))?")
_SCHOOL_YEAR = re.compile(rf"(\d{{4}})(?:\s*/\s*|{_DASH})(\d{{4}}) учебный год")
_EXAMPLES = "напишите «2021-2025», «2024», «01.09.2020-31.08.2021» или «2020/2021 учебный год»"


def read_date(context: Context, node: ScalarNode | None) -> date | None:
    """The day of a requisite; `None` if there is none or, with a finding, it does not exist."""
    if node is None:
        return None
    day, month, year = (int(part) for part in node.text.split("."))
    found = _date(year, month, day)
    if found is None:
        hint = "проверьте день и месяц: дата пишется «день.месяц.год»"
        context.report(IMPOSSIBLE_REQUISITE_DATE, f"даты «{node.text}» не бывает", node.span, hint)
    return found


def read_period(context: Context, node: ScalarNode) -> Period | None:
    """The period; `None`, with a finding, if it cannot be read."""
    text = text_of(node)
    days = _period(text)
    if days is None:
        context.report(UNREADABLE_PERIOD, f"срок действия плана «{text}» не прочитан", node.span, _EXAMPLES)
        return None
    first_day, last_day = days
    if last_day < first_day:
        message = f"срок действия плана «{text}» кончается раньше, чем начинается"
        context.report(UNREADABLE_PERIOD, message, node.span, "поменяйте местами начало и конец")
        return None
    return Period(first_day, last_day, text)


def _period(text: str) -> tuple[date, date] | None:
    if found := _SCHOOL_YEAR.fullmatch(text):
        return _ends(_date(int(found[1]), 9, 1), _date(int(found[2]), 8, 31))
    if found := _YEARS.fullmatch(text):
        return _ends(_date(int(found[1]), 1, 1), _date(int(found[2] or found[1]), 12, 31))
    if found := _DAYS.fullmatch(text):
        day, month, year, last_day, last_month, last_year = (int(part) for part in found.groups())
        return _ends(_date(year, month, day), _date(last_year, last_month, last_day))
    return None


def _ends(first_day: date | None, last_day: date | None) -> tuple[date, date] | None:
    return None if first_day is None or last_day is None else (first_day, last_day)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
