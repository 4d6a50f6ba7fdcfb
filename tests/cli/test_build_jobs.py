"""`roadmapc build --jobs`: several processes say and write what one does."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result

Command = Callable[..., Result]


def written(folder: Path) -> dict[str, bytes]:
    """Every file under a folder by its name."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and ".roadmapc" not in path.parts
    }


@pytest.fixture
def alone(command: Command, repository: Path) -> tuple[Result, dict[str, bytes]]:
    """What one process says of the repository, and what it writes."""
    result = command("build", "-o", "alone")
    return result, written(repository / "alone")


def test_the_outputs_are_the_same(
    command: Command, repository: Path, alone: tuple[Result, dict[str, bytes]]
) -> None:
    result = command("build", "-o", "together", "--jobs", "2")
    assert (result.exit_code, written(repository / "together")) == (alone[0].exit_code, alone[1])


def test_plans_are_told_of_in_their_order(command: Command, alone: tuple[Result, dict[str, bytes]]) -> None:
    result = command("build", "-o", "together", "--jobs", "2")
    assert result.stdout == alone[0].stdout.replace("alone", "together")
    assert result.stderr == alone[0].stderr


def test_two_plans_of_one_name_are_refused_as_before(command: Command, repository: Path) -> None:
    first = repository / "roadmaps" / "minimal.yaml"
    (repository / "roadmaps" / "namesake.yaml").write_bytes(first.read_bytes())
    result = command("build", "--jobs", "3")
    assert result.exit_code == 1
    assert result.stdout.count("build/minimal\n") == 1
    assert "namesake.yaml" in result.stderr


def test_what_people_have_filled_in_is_carried_over(command: Command, repository: Path) -> None:
    command("build")
    marked = sorted((repository / "build").glob("*/register.xlsx"))
    assert len(marked) > 1
    for register in marked:
        book = openpyxl.load_workbook(register)
        sheet = book.worksheets[0]
        sheet.cell(2, [cell.value for cell in sheet[1]].index("Статус") + 1, "в работе")
        book.save(register)
    result = command("build", "--jobs", "2", "--force")
    assert (result.exit_code, result.stdout.count("отметки 1 строки")) == (0, len(marked))
    for register in marked:
        cells = openpyxl.load_workbook(register).worksheets[0][2]
        assert "в работе" in [cell.value for cell in cells]


def test_no_job_at_all_is_a_mistake(command: Command) -> None:
    result = command("build", "--jobs", "0")
    assert result.exit_code == 2
    assert "0" in result.stderr
