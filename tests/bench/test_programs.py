"""The programs of the benchmark do the same work, and the plans they do it on are valid."""

import json
import subprocess
import sys
from pathlib import Path

import icalendar
import pytest
from docx import Document
from programs import BUILD, DOCXTPL, EVERYTHING, FLOOR, PYTHON_DOCX, USUAL, USUAL_EVERYTHING, Program, prepare
from ratios import Figure
from report import figures
from runs import run

ROOT = Path(__file__).parents[2]
MEASURES = 36


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A generated plan with everything that the programs start from."""
    folder = tmp_path_factory.mktemp("plan")
    prepare(folder, MEASURES)
    return folder


@pytest.fixture(scope="module")
def expected(plan: Path) -> list[list[str]]:
    """The rows of the table by the generator; a title stands in every cell it spans."""
    table = json.loads((plan / "table.json").read_text(encoding="utf-8"))
    width = len(table["headings"])
    rows = [table["headings"]]
    for section in table["sections"]:
        rows += [[section["title"]] * width, *section["rows"]]
    return [[_plain(cell) for cell in row] for row in rows]


def _plain(text: str) -> str:
    """A text apart from typography: kinds of spaces, no-break hyphens, dashes between years."""
    return " ".join(text.replace("\u2011", "-").replace("–", "-").split())


def _rows(document: Path) -> list[list[str]]:
    *_, table = Document(str(document)).tables
    return [[_plain(cell.text) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("program", [DOCXTPL, PYTHON_DOCX], ids=lambda program: program.name)
def test_a_peer_prints_the_same_table(
    program: Program, plan: Path, expected: list[list[str]], tmp_path: Path
) -> None:
    out = tmp_path / "out.docx"
    run(program.command(plan, out))
    assert _rows(out) == expected


@pytest.mark.parametrize("program", [BUILD, EVERYTHING], ids=lambda program: program.name)
def test_a_build_prints_the_same_table(
    program: Program, plan: Path, expected: list[list[str]], tmp_path: Path
) -> None:
    run(program.command(plan, tmp_path))
    assert _rows(tmp_path / "generated" / "order.docx") == expected


@pytest.mark.parametrize("program", [USUAL, USUAL_EVERYTHING], ids=lambda program: program.name)
def test_the_usual_stack_makes_the_same_documents(
    program: Program, plan: Path, expected: list[list[str]], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(program.command(plan, out))
    assert _rows(out / "order.docx") == expected
    dates = [day for days in json.loads((plan / "dates.json").read_text("utf-8")).values() for day in days]
    events = icalendar.Calendar.from_ical((out / "calendar.ics").read_bytes()).walk("VEVENT")
    assert sorted(each.decoded("dtstart").isoformat() for each in events) == sorted(dates)
    assert (out / "register.xlsx").exists() == (program is USUAL_EVERYTHING)


def test_what_is_worse_is_shown_and_the_rest_is_not() -> None:
    found = (Figure("slower", 2.3, 1), Figure("as slow", 2.1, 1), Figure("new", 1, 1))
    rows = figures(found, {"slower": 2.0, "as slow": 2.0}).splitlines()[2:]
    assert [row.split("|")[-2].strip() for row in rows] == ["**worse by 15%**", "", ""]


def test_the_floor_writes_the_same_files(plan: Path, tmp_path: Path) -> None:
    run(BUILD.command(plan, tmp_path / "build"))
    run(FLOOR.command(plan, tmp_path / "floor"))
    built, written = tmp_path / "build" / "generated", tmp_path / "floor"
    assert _files(built) == _files(written)
    assert _rows(written / "order.docx") == _rows(built / "order.docx")


def _files(folder: Path) -> set[Path]:
    return {path.relative_to(folder) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", ["plan", "organisation"])
def test_generated_files_are_valid(name: str, plan: Path) -> None:
    schema = ROOT / "schemas" / f"{name}.schema.json"
    command = (sys.executable, "-m", "check_jsonschema", "--schemafile", schema, plan / f"{name}.yaml")
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
