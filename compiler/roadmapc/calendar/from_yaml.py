"""A file of acts on days off, as the schema `work-calendar` has it."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from typing import Any

import yaml

from roadmapc.calendar.acts import DayOff, DecreePeriod, Move, YearActs

_Fields = dict[str, Any]


def shipped_acts() -> dict[int, YearActs]:
    """The acts that are shipped with the compiler, by year."""
    text = (files("roadmapc.calendar") / "data" / "russia.yaml").read_text("utf-8")
    return {acts.year: acts for acts in map(_year, yaml.load(text, yaml.CBaseLoader)["years"])}


def _year(fields: _Fields) -> YearActs:
    return YearActs(
        int(fields["year"]),
        fields["act"],
        tuple(Move(_date(move["from"]), _date(move["to"])) for move in fields.get("moves", ())),
        tuple(DayOff(_date(off["day"]), off["name"], off["act"]) for off in fields.get("days_off", ())),
        tuple(_period(period) for period in fields.get("decree_periods", ())),
    )


def _period(fields: _Fields) -> DecreePeriod:
    return DecreePeriod(_date(fields["first_day"]), _date(fields["last_day"]), fields["act"])


def _date(text: str) -> date:
    day, month, year = text.split(".")
    return date(int(year), int(month), int(day))
