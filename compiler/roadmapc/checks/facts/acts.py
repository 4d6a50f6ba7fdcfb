"""Acts that a text cites: kind, date, number, title, whichever of them it names."""

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from roadmapc.text.dates import ANY_MONTH_GENITIVE, MONTHS_GENITIVE

KINDS = ("закон", "указ", "постановлени", "распоряжени", "приказ", "решени", "кодекс")
"""How the words of each kind begin."""
_DATE = (
    r"от\.?\s*(?:«?(?P<{0}day>\d{{1,2}})»?\.(?P<{0}month>\d{{1,2}})\.(?P<{0}year>\d{{4}})"
    rf"|«?(?P<{{0}}named>\d{{{{1,2}}}})»?\s+(?P<{{0}}name>{ANY_MONTH_GENITIVE})\s+(?P<{{0}}years>\d{{{{4}}}}))"
    r"\s*(?:года|г\.?)?"
)
_NUMBER = r"№\s*(?P<number>\d[\w/-]*)"
_TITLE = r"«(?P<{0}title>[^«»]+(?:«[^»]*»[^«»]*)?)»"
_ACT = re.compile(
    rf"(?<![а-яё-])(?P<kind>(?:{'|'.join(KINDS)})[а-яё]*)"
    r"(?P<author>[^.;«»№()]{0,120}?(?=\s+от\s*[«\d]|\s*№|\s*«))"
    rf"(?:\s*{_TITLE.format('early_')})?"
    rf"(?:\s*,?\s*{_DATE.format('a')})?"
    rf"(?:\s*,?\s*{_NUMBER}(?:\s*{_DATE.format('b')})?)?"
    rf"(?:\s*{_TITLE.format('late_')})?",
    re.IGNORECASE,
)


class Act(NamedTuple):
    """An act as it is cited."""

    kind: str
    """One of `KINDS`."""
    author: str
    """The words between the kind and the date or the number: «министерства»; may be empty."""
    day: date | None
    """`None` if no date is named, or one that is in no calendar."""
    has_date: bool
    number: str
    """Empty if none is named."""
    title: str
    """Without its quotes; empty if none is named."""
    start: int
    end: int


def acts(words: str) -> Iterator[Act]:
    """The acts of a text that have a date, a number or a title."""
    for match in _ACT.finditer(words):
        title = match["late_title"] or match["early_title"] or ""
        dates = [_day(match, prefix) for prefix in "ab" if match[f"{prefix}day"] or match[f"{prefix}named"]]
        if not (dates or match["number"] or title):
            continue
        kind = next(kind for kind in KINDS if match["kind"].lower().startswith(kind))
        day = dates[0] if dates else None
        author = " ".join(match["author"].split())
        end = match.start() + len(match[0].rstrip())
        yield Act(
            kind, author, day, bool(dates), (match["number"] or "").rstrip("-/"), title, match.start(), end
        )


def _day(match: re.Match[str], prefix: str) -> date | None:
    if match[f"{prefix}day"]:
        numbers = [int(match[f"{prefix}{part}"]) for part in ("year", "month", "day")]
    else:
        month = MONTHS_GENITIVE.index(match[f"{prefix}name"].lower()) + 1
        numbers = [int(match[f"{prefix}years"]), month, int(match[f"{prefix}named"])]
    try:
        return date(*numbers)
    except ValueError:
        return None
