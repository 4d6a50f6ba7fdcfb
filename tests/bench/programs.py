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


PROGRAMS = (
    Program(
        "`roadmapc build --format docx,ics`: checks, order, calendars",
        lambda plan, out: (*ROADMAPC, "build", plan / "plan.yaml", "-o", out, "--format", "docx,ics"),
    ),
    Program(
        "`roadmapc build`: every format",
        lambda plan, out: (*ROADMAPC, "build", plan / "plan.yaml", "-o", out),
    ),
    Program(
        "docxtpl alone: the table",
        lambda plan, out: (PYTHON, HERE / "peer_docxtpl.py", plan / "table.json", plan / TEMPLATE, out),
    ),
    Program(
        "python-docx alone: the table, cell by cell",
        lambda plan, out: (PYTHON, HERE / "peer_python_docx.py", plan / "table.json", out),
        most=500,
    ),
    Program(
        "floor: the same files, only deflated and written",
        lambda plan, out: (PYTHON, "-I", "-S", HERE / "floor.py", plan / "build", out),
    ),
)
"""The first is the one that the others are compared with."""

IMPORTS = ("pass", "import yaml", "import click", "import jsonschema_rs", "import docx", "import docxtpl")
"""What a start costs: nothing, then the libraries that a build stands on."""


def import_of(statement: str) -> Command:
    """The interpreter with one statement."""
    return (PYTHON, "-c", statement)


def prepare(plan: Path, size: int) -> None:
    """What the programs start from: a plan, its table, a template, a build taken apart."""
    run((PYTHON, HERE / "plans.py", plan, size))
    run((PYTHON, HERE / "peer_template.py", plan / TEMPLATE))
    made = plan / "made"
    run(PROGRAMS[0].command(plan, made))
    build = (made / "generated").rename(plan / "build")
    for document in tuple(build.glob("*.docx")):
        with ZipFile(document.rename(plan / document.name)) as file:
            file.extractall(document)


def phrases_per_second() -> tuple[int, dict[str, float]]:
    """How many distinct deadline phrases were read, and the seconds of each stage."""
    _, printed = run((PYTHON, HERE / "deadlines.py", PHRASES))
    return PHRASES, json.loads(printed)
