"""What is measured: the build, and what it is compared with."""

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from runs import Command, run

HERE = Path(__file__).parent
PYTHON = Path(sys.executable)
ROADMAPC = (PYTHON, "-m", "roadmapc")
TEMPLATE = "template.docx"
PHRASES = 10_000


@dataclass(frozen=True, slots=True)
class Program:
    """A way to a plan's documents, or a measure of comparison."""

    name: str
    command: Callable[[Path, Path], Command]
    """From the folder of a plan and the path of the output."""
    most: int = sys.maxsize
    """Measures above which nobody would wait for it."""


BUILD = Program(
    "`roadmapc build --format docx,ics`: checks, order, calendars",
    lambda plan, out: (*ROADMAPC, "build", plan / "plan.yaml", "-o", out, "--format", "docx,ics"),
)
EVERYTHING = Program(
    "`roadmapc build`: every format",
    lambda plan, out: (*ROADMAPC, "build", plan / "plan.yaml", "-o", out),
)
CHECK = Program("`roadmapc check`", lambda plan, out: (*ROADMAPC, "check", plan / "plan.yaml"))
CALENDAR = Program("`roadmapc calendar`", lambda plan, out: (*ROADMAPC, "calendar", plan / "plan.yaml"))
DOCXTPL = Program(
    "docxtpl alone: the table",
    lambda plan, out: (PYTHON, HERE / "peer_docxtpl.py", plan / "table.json", plan / TEMPLATE, out),
)
PYTHON_DOCX = Program(
    "python-docx alone: the table, cell by cell",
    lambda plan, out: (PYTHON, HERE / "peer_python_docx.py", plan / "table.json", out),
    most=500,
)
USUAL = Program(
    "usual stack: order, calendars",
    lambda plan, out: (PYTHON, HERE / "peer_usual.py", plan, plan / TEMPLATE, out),
)
USUAL_EVERYTHING = Program(
    "usual stack: order, calendars, register, page",
    lambda plan, out: (PYTHON, HERE / "peer_usual.py", plan, plan / TEMPLATE, out, "every"),
)
FLOOR = Program(
    "floor: the files of the first, only deflated and written",
    lambda plan, out: (PYTHON, "-I", "-S", HERE / "floor.py", plan / "build", out),
)
PROGRAMS = (
    *(BUILD, EVERYTHING, CHECK, CALENDAR),
    *(DOCXTPL, PYTHON_DOCX, USUAL, USUAL_EVERYTHING, FLOOR),
)

NOTHING = "python -c pass"
STARTS: dict[str, Command] = {
    NOTHING: (PYTHON, "-c", "pass"),
    "import click": (PYTHON, "-c", "import click"),
    "import docxtpl": (PYTHON, "-c", "import docxtpl"),
    "roadmapc --version": (*ROADMAPC, "--version"),
    "roadmapc explain D305": (*ROADMAPC, "explain", "D305"),
    "roadmapc check --help": (*ROADMAPC, "check", "--help"),
    "roadmapc build --help": (*ROADMAPC, "build", "--help"),
    "roadmapc deadline": (*ROADMAPC, "deadline", "до 31.08 ежегодно", "--period", "2024"),
}
"""What a start costs: nothing, with which all are compared, libraries, commands that answer at once."""
WARM = (100, 300)
"""Measures of the plans that a compiler recompiles which stays."""


def write_plan(plan: Path, size: int) -> None:
    """A plan with its directory and its table."""
    run((PYTHON, HERE / "plans.py", plan, size))


def prepare(plan: Path, size: int) -> None:
    """What the programs start from: a plan, its table, a template, a build taken apart."""
    write_plan(plan, size)
    run((PYTHON, HERE / "peer_template.py", plan / TEMPLATE))
    _, printed = run((*ROADMAPC, "calendar", plan / "plan.yaml", "--format", "json"))
    days: dict[str, list[str]] = {}
    for each in json.loads(printed)["occurrences"]:
        days.setdefault(each["measure"]["id"], []).append(each["due"])
    (plan / "dates.json").write_text(json.dumps(days), encoding="utf-8")
    made = plan / "made"
    run(BUILD.command(plan, made))
    build = (made / "generated").rename(plan / "build")
    for document in tuple(build.glob("*.docx")):
        with ZipFile(document.rename(plan / document.name)) as file:
            file.extractall(document)


def phrases_per_second() -> tuple[int, dict[str, float]]:
    """How many distinct deadline phrases were read, and the seconds of each stage."""
    _, printed = run((PYTHON, HERE / "deadlines.py", PHRASES))
    return PHRASES, json.loads(printed)


def warm_seconds(plan: Path) -> tuple[float, float]:
    """Seconds of compiling a plan again after an edit, by a compiler that stays and by another."""
    _, printed = run((PYTHON, HERE / "warm.py", plan))
    warm, cold = json.loads(printed)
    return warm, cold
