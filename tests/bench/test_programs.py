"""The programs of the benchmark do the same work, and the plans they do it on are valid."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from docx import Document
from programs import PROGRAMS, Program, prepare
from runs import run

ROOT = Path(__file__).parents[2]
MEASURES = 36
BUILD, EVERYTHING, DOCXTPL, PYTHON_DOCX, FLOOR = PROGRAMS


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
