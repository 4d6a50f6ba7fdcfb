"""The date and the number of an act in every form in which an office types them."""

import re
from datetime import date
from typing import NamedTuple

from roadmapc.text.dates import MONTHS_GENITIVE, YEARS

_MONTH = "|".join(MONTHS_GENITIVE)
_DAY = r"[«\"“„]?\s*(?P<day>\d{1,2})\s*[»\"”“]?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\s*(?:года|год|г\b\.?)?"
_DATE = re.compile(
    rf"(?:\bот\s*)?{_DAY}\s*(?:[./\s-]\s*(?P<month>\d{{1,2}})\s*[./\s-]|(?P<name>{_MONTH}))\s*{_YEAR}",
    re.IGNORECASE,
)
"""«от «08» 02 2022г.», «18 марта 2021», «26.11.2020»."""
_NUMBER = re.compile(
    r"(?:№|(?<![A-Za-z])N[oо]?\.?)\s*"
    r"(?P<number>(?:[\w/.\\]+(?:\s?[-–—‑/]\s?[\w/.\\]+)*)|_+)",
)
"""«№ 54 - О», «N 168», «№56-п/41»."""
_HYPHEN = re.compile(r"\s*[-–—‑]\s*")
_BLANK = re.compile(r"[_\s.]+")


class Found(NamedTuple):
    """What a line says of the registration."""

    value: str
    """As typed for a date, as recorded for a number."""
    start: int
    end: int


def day_in(text: str) -> tuple[date, Found] | None:
    """The first date of a line, with its characters."""
    for found in _DATE.finditer(text):
        month = int(found["month"]) if found["month"] else MONTHS_GENITIVE.index(found["name"].lower()) + 1
        try:
            day = date(int(found["year"]), month, int(found["day"]))
        except ValueError:
            continue
        if day.year in YEARS:
            return day, Found(found[0], *found.span())
    return None


def number_in(text: str) -> Found | None:
    """The first number of a line without its sign and without spaces about its hyphens; empty if a blank."""
    numbers = _NUMBER.finditer(text)
    found = next((each for each in numbers if not _is_quoted(text, each.start())), None)
    if found is None:
        return None
    typed = found["number"]
    if _BLANK.fullmatch(typed) or typed.lower() in ("б/н", "бн"):
        return Found("", *found.span())
    return Found(_HYPHEN.sub("-", typed).rstrip(".").strip("_"), *found.span())


def _is_quoted(text: str, at: int) -> bool:
    """Whether a place lies inside quotes: «Школа № 5» is no number of an act."""
    return text.count("«", 0, at) > text.count("»", 0, at) or text.count('"', 0, at) % 2 == 1
