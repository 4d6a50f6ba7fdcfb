"""Dates in Russian words."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "январь",
    "февраль",
    "март",
    "апрель",
    "май",
    "июнь",
    "июль",
    "август",
    "сентябрь",
    "октябрь",
    "ноябрь",
    "декабрь",
)
"""Nominative, January first."""

WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
"""In the order of `date.weekday()`."""


def digits(day: date) -> str:
    """«18.03.2021» (ГОСТ Р 7.0.97, requisite 10)."""
    return f"{day:%d.%m.%Y}"


def month_and_year(day: date) -> str:
    """«март 2021»."""
    return f"{MONTHS[day.month - 1]} {day.year}"
