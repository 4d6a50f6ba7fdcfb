"""Traces in an edition: of a unit that came back, of one out of force for a time, of acts that ended."""

import shutil
from pathlib import Path

import pytest
from lxml import html

from in_process import run_ok

CASES = Path(__file__).parents[1] / "diff"
ROW = "          - id: commission\n"


def run(*arguments: str) -> str:
    return run_ok(*arguments).stdout


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CASES / "organisations", tmp_path / "organisations")
    shutil.copy(CASES / "cases" / "deadline-later" / "before.yaml", tmp_path / "plan.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def amend(text: str, number: str, date: str, *options: str) -> None:
    shutil.copy("plan.yaml", "old.yaml")
    Path("plan.yaml").write_text(text, "utf-8")
    act = ("--number", number, "--date", date, "--record", "-o", "act.yaml")
    run("amend", "old.yaml", "plan.yaml", *act, *options)
    Path("old.yaml").unlink()


def edition() -> str:
    run("build", "plan.yaml", "-o", "out", "--format", "html,docx")
    (page,) = Path("out").glob("*/edition.html")
    return " ".join(html.fromstring(page.read_bytes()).text_content().split())


def test_a_row_that_comes_back_leaves_the_trace_of_its_old_number(folder: Path) -> None:
    text = Path("plan.yaml").read_text("utf-8")
    start = text.index(ROW)
    end = text.index("      - id: support")
    row = text[start:end]
    amend(text[:start] + text[end:], "60", "01.02.2022")
    text = Path("plan.yaml").read_text("utf-8")
    at = text.index("      - id: support")
    amend(text[:at] + row + text[at:], "30", "01.06.2022", "--repeals", "60@01.02.2022")
    said = edition()
    assert "1.3. Утратила силу. – Приказ от 01.02.2022 № 60" in said
    assert "(строка 1.4 введена приказом от 01.06.2022 № 30)" in said
    assert "утратил силу с 01.06.2022 – приказ от 01.06.2022 № 30" in said


def test_what_is_out_of_force_for_a_time_is_marked_and_asks_for_nothing(folder: Path) -> None:
    text = Path("plan.yaml").read_text("utf-8")
    amend(text.replace("Журнал консультаций", "Отчёт"), "41", "01.05.2021")
    (folder / "acts/quality-2021/2021-08-01-50.yaml").write_text(
        "format: 1\ndate: 01.08.2021\nnumber: 50\nsuspended:\n"
        "  - {unit: measure, id: exams, until: 01.09.2022}\n",
        "utf-8",
    )
    said = edition()
    suspended = "(действие строки 1.1 приостановлено с 01.08.2021 до 01.09.2022 приказом"
    assert f"{suspended} от 01.08.2021 № 50)" in said
    assert "(в редакции приказа от 01.05.2021 № 41)" in said
    rows = [line.split()[0] for line in run("calendar", "plan.yaml").splitlines() if " 1.1 " in line]
    assert rows == ["01.09.2022", "01.09.2023", "30.08.2024", "01.09.2025"]


def test_the_act_that_ends_a_plan_is_said_first_and_nothing_is_due_after_it(folder: Path) -> None:
    end = ("--number", "90", "--date", "01.06.2023", "--effective", "01.07.2023")
    run("repeal", "plan.yaml", *end, "--record", "-o", "end.docx")
    assert "Утратил силу с 01.07.2023. – Приказ от 01.06.2023 № 90" in edition()
    assert "2024" not in run("calendar", "plan.yaml")
    assert "Июнь 2023" not in run("calendar", "plan.yaml", "--from", "01.07.2023")
    assert "Сентябрь 2024" in run("calendar", "plan.yaml", "--as-of", "30.06.2023")
