"""Of whom and of which days a calendar is asked: known before there is a calendar."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

_QUOTES = re.compile("[«»„“”\"']")


class DaySpan(NamedTuple):
    """Days that are asked about, both included; `None` is no bound."""

    first_day: date | None
    last_day: date | None


def week_of(day: date) -> DaySpan:
    """Monday to Sunday of the day's week."""
    monday = day - timedelta(days=day.weekday())
    return DaySpan(monday, monday + timedelta(days=6))


def named_as(names: Mapping[str, Sequence[str]], words: str) -> frozenset[str]:
    """The ids of those whom the words name; empty if nobody is, several if they are namesakes.

    `names` are of all in a directory, by id. An id names its own alone; else capitals, quotation marks and
    spaces are as people type them.
    """
    wanted = compared(words)
    if words in names:
        return frozenset({words})
    return frozenset(each for each, called in names.items() if wanted in map(compared, called))


def compared(name: str) -> str:
    """A name without what people type differently: capitals, quotation marks, spaces, «ё»."""
    return _QUOTES.sub("", " ".join(name.split())).casefold().replace("ё", "е")
