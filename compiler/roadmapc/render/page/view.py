"""What the page shows."""

from dataclasses import dataclass
from typing import NamedTuple

from roadmapc.render.agenda.view import DutyView, PlanView


class FilterChoice(NamedTuple):
    """Something to filter by."""

    value: str
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


class DutyItem(NamedTuple):
    """A duty on its day, or without one."""

    duty: DutyView
    text: str
    """What is to be done, with those whom the day binds."""
    who: str
    """Values of the assignees' choices, with spaces between."""
    section: str
    """Value of the section's choice."""
    day: str
    """ISO 8601; empty for a duty without a date."""
    date: str
    """«01.09.2021»."""
    weekday: str
    notes: tuple[str, ...]
    """Everything else to be known, a note a line."""


class MonthDuties(NamedTuple):
    """A part of the list."""

    key: str
    heading: str
    items: tuple[DutyItem, ...]


@dataclass(frozen=True, slots=True)
class PageView:
    """The page."""

    title: str
    plans: tuple[PlanView, ...]
    bodies: tuple[FilterChoice, ...]
    officials: tuple[FilterChoice, ...]
    sections: tuple[FilterChoice, ...]
    years: tuple[YearStrip, ...]
    months: tuple[MonthDuties, ...]
    undated: tuple[DutyItem, ...]
