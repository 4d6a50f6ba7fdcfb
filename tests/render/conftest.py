"""The repository's own plans, compiled once."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from joint import joint_agenda
from roadmapc.compiled import Compiled
from roadmapc.model.act import ActKind
from roadmapc.pipeline import compile_plan
from roadmapc.render.agenda.view import AgendaView, Assignee, DutyView, OccurrenceView, PlanView
from roadmapc.render.answers.calendar_json import calendars_json
from roadmapc.workspace.sources import plans_of

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def plans() -> tuple[Compiled, ...]:
    """Every plan of the repository; a broken one is reported by the tests of the command."""
    outcomes = [compile_plan(path) for path in plans_of(ROOT)]
    return tuple(outcome.value for outcome in outcomes if outcome.value is not None)


@pytest.fixture(scope="session")
def joint(plans: tuple[Compiled, ...]) -> AgendaView:
    return joint_agenda(plans)


@pytest.fixture(scope="session")
def reported(plans: tuple[Compiled, ...]) -> list[dict[str, Any]]:
    """The occurrences of all plans as `calendar --format json` reports them."""
    report = json.loads(calendars_json([compiled.calendar for compiled in plans]))
    return [occurrence for plan in report["plans"] for occurrence in plan["occurrences"]]


Make = Callable[..., AgendaView]


@pytest.fixture(scope="session")
def agenda_of() -> Make:
    """An agenda with an occurrence for each text, all of one body."""

    def make(*texts: str, body: str = "Школа № 1", **changes: Any) -> AgendaView:
        plan = PlanView(
            "plan", ActKind.ORDER, "Приказ от 18.03.2021 № 168", "О плане", "План", date(2021, 3, 18), ""
        )
        school = Assignee("school", body, is_official=False)
        duties = [
            DutyView(plan, str(at), text, text, False, "1. Раздел", "teal", body, "", "", (school,))
            for at, text in enumerate(texts, start=1)
        ]
        day = date(2021, 9, 1)
        first = OccurrenceView(
            "uid-0", duties[0], "до 01.09", "до 1 сентября", "", day, day, day, "", None, "", ()
        )
        occurrences = tuple(
            first._replace(uid=f"uid-{at}", duty=duty, **changes) for at, duty in enumerate(duties, start=1)
        )
        return AgendaView("О плане", (plan,), occurrences, (), (school,))

    return make
