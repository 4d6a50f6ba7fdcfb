"""Days that a text names, with the day of the week if it names that, too."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from roadmapc.text.dates import ANY_MONTH_GENITIVE, MONTHS_GENITIVE
from roadmapc.text.regex import regex

DAY = regex(
    r"[«\"]?\b(?P<day>\d{1,2})[»\"]?"
    rf"(?:\.(?P<month>\d{{1,2}})\b(?:\.(?P<year>\d{{4}}))?|\s+(?P<name>{ANY_MONTH_GENITIVE})(?:\s+(?P<years>\d{{4}}))?)"
)
"""«25 мая», «25.05.2024», ««25» мая 2024»."""

WEEKDAY_STEMS = ("понедельник", "вторник", "сред", "четверг", "пятниц", "суббот", "воскресень")
"""How the names of the days of the week begin, Monday first."""
_SHORT = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
_NAMED = (
    r"(?:понедельник(?:а|у|ом|е)?|вторник(?:а|у|ом|е)?|сред(?:а|у|ы|е|ой)|четверг(?:а|у|ом|е)?"
    r"|пятниц(?:а|у|ы|е|ей)|суббот(?:а|у|ы|е|ой)|воскресень(?:е|я|ю|ем))(?![а-яё])"
)
_BEFORE = regex(
    rf"(?<![а-яё])(?P<weekday>{_NAMED}),?\s+(?=[«\"]?\d{{1,2}}[»\"]?(?:\.|\s+[а-яё]))", re.IGNORECASE
)
_AFTER = regex(
    rf"\s*(?:года|г\.)?\s*(?:,\s*(?:в\s+)?|\(\s*|\s)(?P<weekday>{_NAMED}|(?:{'|'.join(_SHORT)})(?=\s*\)))(?!,?\s*\d)",
    re.IGNORECASE,
)


class Day(NamedTuple):
    """A day as a text names it."""

    day: int
    month: int
    year: int
    """0 where the text names none."""

    def may_be(self, other: "Day", years: frozenset[int]) -> bool:
        """Whether both may be one day, if what has no year is meant for these."""
        if (self.day, self.month) != (other.day, other.month):
            return False
        if self.year and other.year:
            return self.year == other.year
        return not years or not self.year or self.year in years

    def dates(self, years: range) -> tuple[date, ...]:
        """The dates that it may be; of `years` if it names none, and none for a day that no calendar has."""
        found = []
        for year in (self.year,) if self.year else years:
            try:
                found.append(date(year, self.month, self.day))
            except ValueError:
                continue
        return tuple(found)


def day_of(match: re.Match[str]) -> Day:
    """The day of a match of `DAY`, or of a pattern that holds it."""
    named = match["name"]
    month = int(match["month"]) if match["month"] else MONTHS_GENITIVE.index(named.lower()) + 1
    return Day(int(match["day"]), month, int(match["year"] or match["years"] or 0))


class DayOfWeek(NamedTuple):
    """A day beside the name of a day of the week."""

    day: Day
    weekday: int
    """0 for Monday."""
    word: str
    start: int
    end: int


def days_of_week(words: str) -> Iterator[DayOfWeek]:
    """«В пятницу, 14.03.2024», «3 сентября 2024 года (вторник)»."""
    for found in DAY.finditer(words):
        before = next(
            (
                each
                for each in _BEFORE.finditer(words, max(0, found.start() - 20), found.end())
                if each.end() == found.start()
            ),
            None,
        )
        after = _AFTER.match(words, found.end())
        named = before or after
        if named is not None:
            start = min(named.start("weekday"), found.start())
            yield DayOfWeek(
                day_of(found),
                _weekday(named["weekday"]),
                named["weekday"],
                start,
                max(named.end("weekday"), found.end()),
            )


def _weekday(word: str) -> int:
    small = word.lower()
    if small in _SHORT:
        return _SHORT.index(small)
    return next(at for at, stem in enumerate(WEEKDAY_STEMS) if small.startswith(stem))
