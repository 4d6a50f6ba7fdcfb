"""Days of a plan: when it is signed, when it ends, and how its author would write a day."""

import re
from datetime import date, timedelta
from random import Random

from manuscript import Manuscript

MONTHS = [
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
]
NOMINATIVE = [
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
]
WEEKDAYS = ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"]
ON_WEEKDAYS = ["понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье"]


def signed(plan: Manuscript) -> date | None:
    """The day of the order."""
    found = re.fullmatch(r"(\d\d)\.(\d\d)\.(\d{4})", plan.at("order", "date") or "")
    return date(int(found[3]), int(found[2]), int(found[1])) if found else None


def begins(plan: Manuscript) -> date:
    """From when on duties may be given."""
    return signed(plan) or date(int(_years(plan)[0]), 9 if "/" in plan.at("period") else 1, 1)


def ends(plan: Manuscript) -> date:
    """The last day of the plan."""
    year = int(_years(plan)[-1])
    whole = re.fullmatch(r"\d{4}(\s*[-–]\s*\d{4})?", plan.at("period"))
    return date(year, 12, 31) if whole else date(year, 8, 31)


def _years(plan: Manuscript) -> list[str]:
    return re.findall(r"\d{4}", plan.at("period"))


def working(day: date) -> date:
    """The day itself, or the Monday after."""
    return day + timedelta((7 - day.weekday()) % 7 if day.weekday() > 4 else 0)


def inside(plan: Manuscript, random: Random, least: int = 30) -> date:
    """A weekday of the plan, at least so many days after the order and before the end."""
    days = (ends(plan) - begins(plan)).days
    return working(begins(plan) + timedelta(random.randint(least, max(least, days - least))))


def short(day: date) -> str:
    return f"{day:%d.%m.%Y}"


def spoken(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year} года"


def by(day: date, random: Random) -> str:
    """A deadline that cannot be misread."""
    return f"не позднее {random.choice((short, spoken))(day)}"
