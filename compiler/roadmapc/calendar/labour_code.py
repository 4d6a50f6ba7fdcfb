"""What the Labour Code itself says of days off; it holds for every year, known or forecast.

The Government's yearly moves are not here: they are data, read by `from_yaml`.
"""

from datetime import date, timedelta
from typing import Final

HOLIDAYS: Final = {
    (1, 1): "Новогодние каникулы",
    (1, 2): "Новогодние каникулы",
    (1, 3): "Новогодние каникулы",
    (1, 4): "Новогодние каникулы",
    (1, 5): "Новогодние каникулы",
    (1, 6): "Новогодние каникулы",
    (1, 7): "Рождество Христово",
    (1, 8): "Новогодние каникулы",
    (2, 23): "День защитника Отечества",
    (3, 8): "Международный женский день",
    (5, 1): "Праздник Весны и Труда",
    (5, 9): "День Победы",
    (6, 12): "День России",
    (11, 4): "День народного единства",
}
"""Month and day of every non-working holiday: ТК РФ, art. 112, part 1, as it stands since 2013."""

ONE_DAY: Final = timedelta(days=1)


def holiday(day: date) -> str | None:
    """The name of the holiday that falls on the day; `None` if it is none."""
    return HOLIDAYS.get((day.month, day.day))


def is_weekend(day: date) -> bool:
    """Saturday or Sunday: the two days off of a five-day week (art. 111)."""
    return day.weekday() >= 5


def moves_by_itself(day: date) -> bool:
    """Whether a day off meets a holiday on this day and moves without any act (art. 112, part 2).

    A day off that meets a holiday of January does not: where it goes, if anywhere, the Government decides.
    """
    return day.month != 1 and is_weekend(day) and holiday(day) is not None


def holidays(year: int) -> list[date]:
    """The holidays of a year, in order."""
    return [date(year, month, day) for month, day in HOLIDAYS]


def is_eve(day: date) -> bool:
    """Whether the next day is a holiday, so that a working day is an hour shorter (art. 95)."""
    return day < date.max and holiday(day + ONE_DAY) is not None
