"""What the page shows."""

from dataclasses import dataclass
from typing import NamedTuple

from roadmapc.render.agenda.view import PlanView


class FilterChoice(NamedTuple):
    """Something to filter by."""

    value: str
    label: str


class AssigneeChoice(NamedTuple):
    """Somebody whose duties can be shown alone."""

    key: str
    """Stays when others come and go: a link to somebody's own page holds it."""
    number: str
    """By which the duties of this page refer to it."""
    label: str


class MonthBar(NamedTuple):
    """A month in the strip of its year."""

    key: str
    """«2021-09»: names the month's part of the list."""
    short: str
    """«сен»."""
    rest: str
    """«тябрь 2021», for those who listen to the page."""
    total: int
    share: str
    """Of the fullest month, from 0 to 1, for the height of its bar."""


class YearStrip(NamedTuple):
    """A strip of twelve months."""

    number: int
    months: tuple[MonthBar, ...]


class Particular(NamedTuple):
    """A line of what is unfolded under a duty."""

    label: str
    text: str


class DutyItem(NamedTuple):
    """A duty on its day, or without one: one row, whomever the day binds."""

    number: str
    """What tells it from all others of its plan: «1.2», «1.2 прил. 2», «п. 4.1 приказа»."""
    text: str
    """What is to be done."""
    who: str
    """Numbers of the assignees' choices, with spaces between."""
    section: str
    """Value of the section's choice."""
    color: str
    """A name of CSS, that of its section."""
    note: str
    """Those whom the day binds, or why there is no day; empty for all executors."""
    brief: str
    """Who does it, after what must be known at a glance: «с 01.09», «в 10:00»."""
    facts: tuple[Particular, ...]
    """Everything else to be known."""


class DayDuties(NamedTuple):
    """What is due on a day."""

    day: str
    """ISO 8601."""
    number: int
    """Of the day in its month."""
    month: str
    """«сентября 2021», for those who listen to the page."""
    weekday: str
    items: tuple[DutyItem, ...]


class MonthDuties(NamedTuple):
    """A part of the list."""

    key: str
    heading: str
    days: tuple[DayDuties, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """The page."""

    title: str
    """Short: the name of the plan, not the title of its order."""
    plans: tuple[PlanView, ...]
    totals: str
    """«Сроков: 130, без даты: 12»."""
    bodies: tuple[AssigneeChoice, ...]
    officials: tuple[AssigneeChoice, ...]
    sections: tuple[FilterChoice, ...]
    years: tuple[YearStrip, ...]
    months: tuple[MonthDuties, ...]
    undated: tuple[DutyItem, ...]
