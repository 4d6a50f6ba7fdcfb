"""The ways in which plans write their period: «2021-2025», «2020/2021 учебный год»."""

from roadmapc.text.regex import regex

WrittenDay = tuple[int, int, int]
"""Year, month and day as written, which may not exist."""

_DAY = r"(\d{1,2})\.(\d{1,2})\.(\d{4})"
_DASH = r"\s*[-–—]\s*"
_DAYS = regex(rf"{_DAY}{_DASH}{_DAY}")
_YEARS = regex(rf"(\d{{4}})(?:{_DASH}(\d{{4}}))?(?:\s*(?:гг?\.|год|года|годы))?")
_SCHOOL_YEAR = regex(rf"(\d{{4}})(?:\s*/\s*|{_DASH})(\d{{4}}) учебный год")


def ends_of(text: str) -> tuple[WrittenDay, WrittenDay] | None:
    """The first and the last day that a text names; `None` if it names no period."""
    if years := _SCHOOL_YEAR.fullmatch(text):
        return (int(years[1]), 9, 1), (int(years[2]), 8, 31)
    if years := _YEARS.fullmatch(text):
        return (int(years[1]), 1, 1), (int(years[2] or years[1]), 12, 31)
    if days := _DAYS.fullmatch(text):
        first_day, first_month, first_year, day, month, year = map(int, days.groups())
        return (first_year, first_month, first_day), (year, month, day)
    return None
