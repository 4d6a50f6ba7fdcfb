"""Acts that a text cites: kind, date, number, title, whichever of them it names."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from roadmapc.text.dates import ANY_MONTH_GENITIVE, MONTHS_GENITIVE
from roadmapc.text.regex import regex

KINDS = ("закон", "указ", "постановлени", "распоряжени", "приказ", "решени", "кодекс", "письм")
"""How the words of each kind begin."""
_DATE = (
    r"от\.?\s*(?:«?(?P<{0}day>\d{{1,2}})»?\.(?P<{0}month>\d{{1,2}})\.(?P<{0}year>\d{{4}})"
    rf"|«?(?P<{{0}}named>\d{{{{1,2}}}})»?\s+(?P<{{0}}name>{ANY_MONTH_GENITIVE})\s+(?P<{{0}}years>\d{{{{4}}}}))"
    r"\s*(?:года|г\.?)?"
)
_NUMBER = r"(?:№|N)\s*(?P<number>\d[\w/-]*)"
_TITLE = r"(?:«(?P<{0}title>[^«»]+(?:«[^»]*»[^«»]*)?)»|\"(?P<{0}straight>[^\"]+)\")"
_ACT = regex(
    r"(?<![а-яё-])(?:федеральн[а-яё]+\s+(?:конституционн[а-яё]+\s+)?)?"
    rf"(?<![а-яё-])(?P<kind>(?:{'|'.join(KINDS)})[а-яё]*)"
    r"(?P<author>[^.;«»\"№()]{0,120}?(?=\s+от\.?\s*[«\d]|\s*№|\s+N\s|\s*[«\"]))"
    rf"(?:\s*{_TITLE.format('early_')})?"
    rf"(?:\s*,?\s*{_DATE.format('a')})?"
    rf"(?:\s*,?\s*{_NUMBER}(?:\s*{_DATE.format('b')})?)?"
    rf"(?:\s*{_TITLE.format('late_')})?",
    re.IGNORECASE,
)


_MORE = regex(
    rf"\s*(?:,|;|и)\s*(?P<cited>{_DATE.format('a')}\s*{_NUMBER}(?:\s*{_TITLE.format('late_')})?)",
    re.IGNORECASE,
)
"""The next of several: «приказов от 11.12.2017 № 1632 и от 28.01.2022 № 10-П-83»."""


_OTHERS_NUMBER = regex(
    r"(?<![а-яё])(?:о|об|по|для|на|в|во|с|к|из)(?![а-яё])|(?:школ|сош|гимнази|лице|сад|учреждени|приложени|форм)[а-яё]*\s*$",
    re.IGNORECASE,
)
"""«Приказ о ремонте школы № 5»: without a date, a number after a subject is not the act's."""


_REQUISITE = regex(r"[\d№«\"]")
"""What a date, a number or a title has; to look for it is quick."""


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
    if not _REQUISITE.search(words):
        return
    for match in _ACT.finditer(words):
        names = match.groupdict()
        title = _title(names, "late_") or _title(names, "early_")
        dates = [_day(names, at) for at in "ab" if names[f"{at}day"] or names[f"{at}named"]]
        if not (dates or names["number"] or title):
            continue
        if not dates and names["number"] and _OTHERS_NUMBER.search(match["author"]):
            continue
        kind = next(kind for kind in KINDS if match["kind"].lower().startswith(kind))
        end = match.start() + len(match[0].rstrip())
        number, author = (names["number"] or "").rstrip("-/"), " ".join(match["author"].split())
        first = Act(kind, author, dates[0] if dates else None, bool(dates), number, title, match.start(), end)
        yield first
        more = _MORE.match(words, end)
        while more is not None:
            day, number = _day(more.groupdict(), "a"), more["number"].rstrip("-/")
            title = _title(more.groupdict(), "late_")
            yield first._replace(
                day=day, has_date=True, number=number, title=title, start=more.start("cited"), end=more.end()
            )
            more = _MORE.match(words, more.end())


def _title(names: Mapping[str, str | None], prefix: str) -> str:
    """The title before or after the number, in whatever quotes; empty if there is none."""
    return names[f"{prefix}title"] or names[f"{prefix}straight"] or ""


def _day(names: Mapping[str, str | None], prefix: str) -> date | None:
    """The date of one of the two places of a citation; `None` if no calendar has it."""
    named, figures = names[f"{prefix}name"], [names[f"{prefix}{part}"] for part in ("year", "month", "day")]
    if named:
        month = str(MONTHS_GENITIVE.index(named.lower()) + 1)
        figures = [names[f"{prefix}years"], month, names[f"{prefix}named"]]
    try:
        return date(*(int(figure or 0) for figure in figures))
    except ValueError:
        return None
