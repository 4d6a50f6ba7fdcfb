"""Calendar files of the repository's plans, and what they have to hold."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, NamedTuple

import pytest

from roadmapc.outputs import Wishes, joint_outputs
from roadmapc.pipeline import Compiled
from roadmapc.render.ics.event import Form, Kind

FORMS = {"events": Form(), "series": Form(has_series=True), "tasks": Form(Kind.TASK)}


class Seen(NamedTuple):
    """An occurrence as a program shows it."""

    first_day: str
    end: str
    """The day after the last."""
    summary: str


Files = Callable[..., dict[str, bytes]]


@pytest.fixture(scope="session")
def files(plans: tuple[Compiled, ...]) -> Files:
    """The calendar files of all plans together, in a form."""
    made: dict[str, dict[str, bytes]] = {}

    def make(form: str = "events") -> dict[str, bytes]:
        if form not in made:
            pieces = joint_outputs(plans, Wishes(("ics",), FORMS[form]), {})
            made[form] = {name: b"".join(each) for name, each in pieces.items()}
        return made[form]

    return make


@pytest.fixture(scope="session")
def expected(reported: list[dict[str, Any]]) -> list[Seen]:
    """What `calendar --format json` says, in the terms of calendars."""
    return sorted(_seen(occurrence) for occurrence in reported)


def _seen(occurrence: dict[str, Any]) -> Seen:
    due, measure = date.fromisoformat(occurrence["due"]), occurrence["measure"]
    first_day = min(occurrence["first_day"] or occurrence["due"], occurrence["due"])
    audience = f" ({occurrence['audience']})" if occurrence["audience"] else ""
    summary = f"{measure['number']}. {measure['text']}{audience}"
    end = (due + timedelta(1)).isoformat()
    return Seen(first_day, end, summary if len(summary) <= 200 else summary[:199].rstrip() + "…")
