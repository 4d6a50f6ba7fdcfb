"""The years of a plan, as its title names them."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from roadmapc.text.dates import YEARS

_SPAN = re.compile(r"(?<!\d)(20\d\d)\s*(?:год\w*|гг?\.?)?\s*(?:[-–—‑]|по|до)\s*(20\d\d)(?!\d)")
_ACADEMIC = re.compile(r"(?<!\d)(20\d\d)\s*[-–—‑/]\s*(?:20)?(\d\d)\s*(?:уч\.|учебн)")
_SCHOOL = re.compile(r"учебн\w+\s+(?:год\w*\s+)?(20\d\d)\s*[-–—‑/]\s*(?:20)?(\d\d)")
_YEARS = re.compile(r"(?<!\d)(20\d\d)\s*(?:и|,)\s*(20\d\d)\s*год")
_YEAR = re.compile(r"(?:на|в|за)\s+(20\d\d)\s*(?:год|г\.)", re.IGNORECASE)
_ANY_YEAR = re.compile(r"(?<![\d./])(20\d\d)(?!\d)")


class Period(NamedTuple):
    """What stands in the plan's `period`."""

    phrase: str
    is_sure: bool
    """Whether the document says so itself."""


def period_of(titles: Iterable[str], day: date | None, text: str) -> Period:
    """The years that titles name, the first that does; else the likeliest ones."""
    for title in titles:
        if found := _ACADEMIC.search(title) or _SCHOOL.search(title):
            return Period(f"{found[1]}/{int(found[1]) + 1} учебный год", is_sure=True)
        if (found := _SPAN.search(title) or _YEARS.search(title)) and found[1] <= found[2]:
            return Period(f"{found[1]}-{found[2]}", is_sure=True)
        named = {*_YEAR.findall(title)} or {*_ANY_YEAR.findall(title)}
        if len(named) == 1:
            return Period(named.pop(), is_sure=True)
    if found := _SPAN.search(text):
        return Period(f"{found[1]}-{found[2]}", is_sure=False)
    if day is not None:
        return Period(str(day.year), is_sure=False)
    years = Counter(year for year in _ANY_YEAR.findall(text) if int(year) in YEARS)
    return Period(years.most_common(1)[0][0] if years else str(YEARS[-1]), is_sure=False)
