"""What people have written into a register outlives a new build."""

import csv
import errno
import io
import os
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import Result

Command = Callable[..., Result]

PLAN = "roadmaps/full.yaml"
REGISTER = Path("build/full/register.xlsx")
REPORT = "3"
"""The number of the measure in which the tests write."""


def rows(register: Path = REGISTER, sheet: str = "Реестр") -> dict[str, dict[str, Any]]:
    """The rows of a sheet by the numbers of their measures; each of them has one date."""
    headings, *found = openpyxl.load_workbook(register)[sheet].values
    named = [dict(zip(headings, cells, strict=True)) for cells in found]
    return {row["№"]: row for row in named}


def write(marks: dict[str, Any], register: Path = REGISTER, number: str = REPORT) -> None:
    """Fill in cells of a row by their headings, as people do; a heading that is not there is added."""
    book = openpyxl.load_workbook(register)
    sheet = book["Реестр"]
    headings = [cell.value for cell in sheet[1]]
    [row] = [at for at, cells in enumerate(sheet.values, start=1) if cells[headings.index("№")] == number]
    for heading, value in marks.items():
        if heading not in headings:
            headings.append(heading)
            sheet.cell(1, len(headings), heading)
        sheet.cell(row, headings.index(heading) + 1, value)
    book.save(register)


def edited(old: str, new: str) -> None:
    text = Path(PLAN).read_text("utf-8")
    assert old in text
    Path(PLAN).write_text(text.replace(old, new), "utf-8")


MARKS = {
    "Статус": "исполнено в срок",
    "Исполнено": date(2021, 6, 10),
    "Документ об исполнении": "- письмо № 5",
    "Дело": 12,
    "Кабинет": "№ 7",
}
KEPT = MARKS | {"Исполнено": datetime(2021, 6, 10)}


def test_marks_stay_with_their_date_when_the_plan_changes(command: Command) -> None:
    command("build", PLAN)
    write(MARKS)
    edited("до 15.06.2021 включительно", "до 22.06.2021 включительно")
    built = command("build", PLAN)
    assert built.exit_code == 0
    assert "register.xlsx: перенесены отметки 1 строки" in built.stdout.replace("\\", "/")
    found = rows()
    assert found[REPORT] == found[REPORT] | KEPT | {"Исполнить до": datetime(2021, 6, 22)}
    others = [row for number, row in found.items() if number != REPORT]
    assert not any(row[heading] for row in others for heading in KEPT)


def test_marks_are_texts_for_every_program(command: Command) -> None:
    command("build", PLAN)
    write(MARKS)
    command("build", PLAN)
    cells = [cell for row in openpyxl.load_workbook(REGISTER)["Реестр"].iter_rows() for cell in row]
    [letter] = [cell for cell in cells if cell.value == "- письмо № 5"]
    assert (letter.data_type, letter.quotePrefix) == ("s", True)
    [row] = [
        row
        for row in csv.DictReader(
            io.StringIO(REGISTER.with_suffix(".csv").read_text("utf-8-sig")), delimiter=";"
        )
        if row["№"] == REPORT
    ]
    assert (row["Статус"], row["Исполнено"], row["Кабинет"]) == ("исполнено в срок", "2021-06-10", "№ 7")


def test_what_libreoffice_saved_is_read(
    command: Command, tool: Callable[[str], Callable[..., Any]], tmp_path: Path
) -> None:
    command("build", PLAN)
    write(MARKS)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    tool("soffice")(profile, "--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "saved", REGISTER)
    REGISTER.write_bytes((tmp_path / "saved/register.xlsx").read_bytes())
    command("build", PLAN)
    assert rows()[REPORT] == rows()[REPORT] | KEPT


def test_a_register_that_nobody_touched_depends_on_the_plan_alone(command: Command) -> None:
    command("build", PLAN)
    untouched = REGISTER.read_bytes()
    assert "отметки" not in command("build", PLAN).stdout
    assert REGISTER.read_bytes() == untouched
    write({"Статус": None})
    assert REGISTER.read_bytes() != untouched
    command("build", PLAN)
    assert REGISTER.read_bytes() == untouched


def test_building_twice_keeps_marks_and_bytes(command: Command) -> None:
    command("build", PLAN)
    write(MARKS)
    command("build", PLAN)
    once = REGISTER.read_bytes()
    command("build", PLAN)
    assert REGISTER.read_bytes() == once
    assert rows()[REPORT] == rows()[REPORT] | KEPT


def test_rows_with_marks_outlive_their_dates(command: Command) -> None:
    command("build", PLAN)
    write({"Статус": "в работе"})
    deadline = "      deadline: до 15.06.2021 включительно\n"
    edited(deadline, "")
    for _ in range(2):
        built = command("build", PLAN)
        assert built.exit_code == 0
        assert "замечание R102" in built.stderr
        assert "отметки 1 строки, сроков которых в плане больше нет: 3 (в работе)" in built.stderr
        assert REPORT not in rows()
        assert rows(sheet="Исключённые")[REPORT]["Статус"] == "в работе"
    edited("      marks: letter\n      executors: [methodology]\n",
           "      marks: letter\n      executors: [methodology]\n" + deadline)  # fmt: skip
    assert "R102" not in command("build", PLAN).stderr
    assert rows()[REPORT]["Статус"] == "в работе"
    assert "Исключённые" not in openpyxl.load_workbook(REGISTER).sheetnames


@pytest.mark.parametrize(("status", "is_told"), [("исполнено с нарушением срока", True), ("в работе", False)])
def test_another_day_of_what_is_done_is_told(command: Command, status: str, *, is_told: bool) -> None:
    command("build", PLAN)
    write({"Статус": status})
    edited("      deadline: до 15.06.2021 включительно\n", "      deadline: до 22.06.2021 включительно\n")
    built = command("build", PLAN)
    assert ("замечание R110" in built.stderr) is is_told
    assert (f"3 ({status}): 15.06.2021 → 22.06.2021" in built.stderr) is is_told
    assert rows()[REPORT]["Статус"] == status


def without_key() -> bytes:
    book = openpyxl.load_workbook(REGISTER)
    sheet = book["Реестр"]
    sheet.delete_cols(next(cell.column for cell in sheet[1] if cell.value == "Ключ"))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize("damage", [lambda: b"", lambda: REGISTER.read_bytes()[:-900], without_key])
def test_a_register_that_cannot_be_read_is_left_as_it_is(
    damage: Callable[[], bytes], command: Command
) -> None:
    command("build", PLAN)
    damaged = damage() or b"\xd0\xcf\x11\xe0 with a password"
    REGISTER.write_bytes(damaged)
    for _ in range(2):
        built = command("build", PLAN)
        assert built.exit_code == 0
        assert "замечание R101" in built.stderr
        assert REGISTER.read_bytes() == damaged


def test_nothing_is_built_over_a_locked_register(
    command: Command, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is open in a program which lets nobody else read it."""
    command("build", PLAN)
    outputs = [path for path in (repository / "build").rglob("*") if ".roadmapc" not in path.parts]
    before = {path: path.read_bytes() for path in outputs if path.is_file()}
    edited("до 15.06.2021", "до 22.06.2021")
    opened = Path.open

    def refuse(path: Path, mode: str = "r", **options: Any) -> Any:
        if path.name == "register.xlsx" and mode == "rb":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return opened(path, mode, **options)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        built = command("build", PLAN)
    assert built.exit_code == 1
    assert "register.xlsx» не читается: нет права доступа" in built.stderr
    assert {path: path.read_bytes() for path in before} == before


def test_a_build_without_registers_does_not_throw_marks_away(command: Command) -> None:
    command("build", PLAN)
    write(MARKS)
    filled = REGISTER.read_bytes()
    command("build", PLAN, "--format", "docx")
    assert REGISTER.read_bytes() == filled


def test_a_calendar_is_not_written_over_marks(command: Command) -> None:
    asked = ("calendar", PLAN, "--format", "xlsx", "-o", REGISTER)
    command("build", PLAN)
    assert command(*asked).exit_code == 0
    write(MARKS)
    filled = REGISTER.read_bytes()
    refused = command(*asked)
    assert refused.exit_code == 2
    assert "есть отметки" in refused.stderr
    assert REGISTER.read_bytes() == filled


def test_the_register_of_all_plans_keeps_its_marks(command: Command) -> None:
    command("build")
    joint = Path("build/register.xlsx")
    untouched = joint.read_bytes()
    command("build")
    assert joint.read_bytes() == untouched
    write(MARKS, joint)
    command("build")
    assert rows(joint)[REPORT] == rows(joint)[REPORT] | KEPT
    assert not rows()[REPORT]["Статус"]


def test_marks_of_another_form_are_told_and_kept(command: Command) -> None:
    command("build", PLAN)
    write({"Статус": "исполненно", "Исполнено": "в июне", "Новый срок": date(2021, 6, 20)})
    built = command("build", PLAN)
    assert "R103" in built.stderr
    assert f"{REPORT} – Статус «исполненно», {REPORT} – Исполнено «в июне»\n" in built.stderr
    assert rows()[REPORT]["Статус"] == "исполненно"


def test_marks_of_the_right_form_are_not_told(command: Command) -> None:
    command("build", PLAN)
    write(MARKS)
    assert "R103" not in command("build", PLAN).stderr


def test_a_clause_is_told_from_a_row_of_the_same_number(command: Command) -> None:
    listed = "- {text: Назначить ответственных;, deadline: до 01.10.2020, executors: [methodology]}"
    edited("- Назначить ответственных за наставничество.", listed)
    command("build", PLAN)
    found = rows()
    assert found["4.1"]["Раздел"] == found[REPORT]["Раздел"] == "Приказ"
    assert found["4.1"]["Мероприятие"] == "Назначить ответственных"
