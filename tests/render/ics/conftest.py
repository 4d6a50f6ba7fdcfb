"""Calendar files as a build writes them, and what each of them has to hold."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from held import Held
from joint import together
from roadmapc.compiled import Compiled
from roadmapc.outputs import Earlier, joint_outputs, outputs
from roadmapc.pipeline import compile_plan
from roadmapc.render.answers.calendar_json import calendars_json
from roadmapc.render.formats import ICS
from roadmapc.render.ics.event import EntryForm, EntryKind
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.schedule.selection import of_executor
from roadmapc.state.wanted import OutputOptions
from roadmapc.workspace.sources import plans_of

ROOT = Path(__file__).parents[3]
FORMS = {"events": EntryForm(), "series": EntryForm(has_series=True), "tasks": EntryForm(EntryKind.TASK)}
NOBODY = "_unassigned"
GOOD = ROOT / "tests/plans/good"
RECURRING = "recurring"
PLANS = (*(path.stem for path in plans_of(ROOT)), RECURRING)
"""Every plan of the repository, and one of series alone."""

PHRASES = (
    "до 01.09 ежегодно",
    "ежегодно до 29 февраля",
    "до 1 февраля и до 31 августа ежегодно",
    "раз в два года до 1 июня",
    "ежеквартально до 10 числа месяца, следующего за отчётным",
    "ежемесячно до 31 числа",
    "ежемесячно до 5, 15 и 25 числа",
    "последняя пятница каждого месяца",
    "второй и четвёртый вторник каждого месяца",
    "каждый понедельник",
    "по вторникам и четвергам",
)
"""Deadlines that come again: some of their days move, and not every month or year has all of them."""
_ORDER = """\
format: 1
id: recurring
organisation: organisations/town.yaml
period: 2023-2024
order:
  author: director
  signatory: director
  title: Об утверждении плана
  clauses: [Утвердить план (приложение).]
appendices:
  - id: plan
    title: План
    sections:
      - id: all
        measures:
"""
_MEASURE = """\
          - id: measure-{at}
            measure: Отчёт {at}
            deadline: {phrase}
            executors: [{executor}]
"""


class Seen(NamedTuple):
    """An occurrence as a program shows it."""

    first_day: str
    end: str
    """The day after the last."""
    number: str
    """Of the measure or the clause, with which the title begins."""


class Published(NamedTuple):
    """The calendar files of one plan by name."""

    files: dict[str, bytes]
    expected: dict[str, list[Seen]]
    """What `calendar --format json` says of each file, narrowed by `--executor` for an officer's."""


Files = Callable[..., dict[str, bytes]]


@pytest.fixture(scope="session", params=PLANS)
def plan(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="session", params=["events", "series"])
def form(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


@pytest.fixture(scope="session")
def files(plans: tuple[Compiled, ...]) -> Files:
    """The calendar files of all plans together, in a form."""
    made: dict[str, dict[str, bytes]] = {}

    def make(form: str = "events") -> dict[str, bytes]:
        if form not in made:
            held = Held()
            joint_outputs(together(plans), OutputOptions((ICS,), FORMS[form]), Earlier(), held)
            made[form] = _calendars(held)
        return made[form]

    return make


@pytest.fixture(scope="session")
def recurring(tmp_path_factory: pytest.TempPathFactory) -> Compiled:
    """A plan with a measure for each of the phrases, of one executor and another in turn."""
    folder = tmp_path_factory.mktemp("plans")
    shutil.copytree(GOOD / "organisations", folder / "organisations")
    measures = (
        _MEASURE.format(at=at, phrase=phrase, executor=("department", "schools")[at % 2])
        for at, phrase in enumerate(PHRASES)
    )
    (folder / "recurring.yaml").write_text(_ORDER + "".join(measures), "utf-8")
    compiled = compile_plan(folder / "recurring.yaml").value
    assert compiled is not None
    return compiled


@pytest.fixture(scope="session")
def published(plans: tuple[Compiled, ...], recurring: Compiled) -> Callable[[str, str], Published]:
    """The calendar files of a plan, in a form."""
    compiled = {each.plan.id: each for each in (*plans, recurring)}
    known: dict[tuple[str, str], Published] = {}

    def publish(plan: str, form: str) -> Published:
        if (plan, form) not in known:
            known[plan, form] = _published(compiled[plan], FORMS[form])
        return known[plan, form]

    return publish


@pytest.fixture(scope="session")
def numbered() -> Callable[[str], str]:
    """The number with which a title begins: «1.2» of «1.2 прил. 2 Отчёт», «4» of «п. 4 приказа Отчёт»."""
    return lambda summary: summary.removeprefix("п. ").split(" ", 1)[0]


def _published(compiled: Compiled, form: EntryForm) -> Published:
    made = Held()
    assert outputs(compiled, OutputOptions((ICS,), form), ROOT, Earlier(), made).value
    files = _calendars(made)
    return Published(files, {name: _reported(_selected(compiled.calendar, name)) for name in files})


def _calendars(made: Held) -> dict[str, bytes]:
    return {name: content for name, content in made.files.items() if name.endswith(".ics")}


def _selected(calendar: PlanCalendar, file: str) -> PlanCalendar:
    """What belongs into a file of this name."""
    officer = Path(file).stem
    if file == "calendar.ics":
        return calendar
    if officer == NOBODY:
        return replace(calendar, entries=tuple(each for each in calendar.entries if not each.duty.actors))
    return of_executor(calendar, officer)


def _reported(calendar: PlanCalendar) -> list[Seen]:
    return sorted(map(_seen, json.loads(calendars_json([calendar]))["occurrences"]))


@pytest.fixture(scope="session")
def expected(reported: list[dict[str, Any]]) -> list[Seen]:
    """What `calendar --format json` says of all plans together."""
    return sorted(_seen(occurrence) for occurrence in reported)


def _seen(occurrence: dict[str, Any]) -> Seen:
    due, measure = date.fromisoformat(occurrence["due"]), occurrence["measure"]
    start = min(occurrence["first_day"] or occurrence["due"], occurrence["due"])
    is_week = due - date.fromisoformat(start) < timedelta(7)
    end = (due + timedelta(1)).isoformat()
    return Seen(start if is_week else occurrence["due"], end, measure["number"])
