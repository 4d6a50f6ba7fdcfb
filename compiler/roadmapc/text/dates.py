"""Dates in Russian words."""

from datetime import date
from functools import lru_cache

YEARS = range(1800, 2201)
"""Those that a plan may speak of; others are slips of the pen, and near 9999 days cannot be counted."""

MONTHS = (
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
)
"""Nominative, January first."""


def _declined(ending: str, soft: str) -> tuple[str, ...]:
    """The months in a case: «март» takes its ending, «январь» and «май» change their last letter for it."""
    return tuple(name[:-1] + soft if name[-1] in "ьй" else name + ending for name in MONTHS)


MONTHS_GENITIVE = _declined("а", "я")
MONTHS_PREPOSITIONAL = _declined("е", "е")
MONTHS_BY_CASE = (
    *(MONTHS, MONTHS_GENITIVE, _declined("у", "ю")),
    *(_declined("ом", "ем"), MONTHS_PREPOSITIONAL),
)
"""In the nominative, which is the accusative too, genitive, dative, instrumental and prepositional."""

ANY_MONTH = f"(?:{'|'.join(MONTHS)})"
"""Pattern of a month in the nominative."""

ANY_MONTH_GENITIVE = f"(?:{'|'.join(MONTHS_GENITIVE)})"
"""Pattern of a month in the genitive, as it stands after a day."""

WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
"""In the order of `date.weekday()`."""


@lru_cache(maxsize=4_096)  # a plan writes its days again and again
def digits(day: date) -> str:
    """«18.03.2021» (ГОСТ Р 7.0.97, requisite 10)."""
    return f"{day:%d.%m.%Y}"


def in_words(day: date) -> str:
    """«18 марта 2021 г.»."""
    return f"{day.day} {MONTHS_GENITIVE[day.month - 1]} {day.year} г."


def month_and_year(day: date) -> str:
    """«март 2021»."""
    return f"{MONTHS[day.month - 1]} {day.year}"
