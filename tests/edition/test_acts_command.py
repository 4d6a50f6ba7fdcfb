"""`roadmapc acts` and what a folder of acts is refused for: lists converted, notes, acts that do not fit."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from in_process import run, run_ok

CASES = Path(__file__).parents[1] / "diff"
FOLDER = Path("acts/quality-2021")
LIST = """\
amendments:
  - date: 01.05.2021
    number: 41
    title: О внесении изменения
    changed:
      - {unit: measure, id: commission, fields: [deadline]}
"""
SECOND = """\
  - date: 01.05.2022
    number: 42
    removed:
      - {unit: measure, id: seminar, number: "2.3", within: support}
"""


def told() -> list[tuple[str, str]]:
    """What `check` says of the life of the plan: the line and the code."""
    shown = run("check", "plan.yaml", "--format", "concise").output
    return re.findall(r"^(\S+?:\d+).*?(M4[78]\d)", shown, re.MULTILINE)


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments], check=True)


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(CASES / "organisations", tmp_path / "organisations")
    shutil.copy(CASES / "cases" / "deadline-later" / "before.yaml", tmp_path / "plan.yaml")
    monkeypatch.chdir(tmp_path)
    return tmp_path / "plan.yaml"


@pytest.fixture
def lived(plan: Path) -> Path:
    """The plan after an act."""
    shutil.copy(plan, "old.yaml")
    text = plan.read_text("utf-8").replace("до 01.10.2021", "до 01.12.2021")
    plan.write_text(text, "utf-8")
    act = ("--number", "41", "--date", "01.05.2021", "--record", "-o", "act.yaml")
    run_ok("amend", "old.yaml", "plan.yaml", *act)
    Path("old.yaml").unlink()
    assert told() == []
    return plan


def test_a_list_becomes_a_folder_and_what_no_act_said_is_told(plan: Path) -> None:
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "order")
    text = plan.read_text("utf-8").replace("до 01.10.2021", "до 01.12.2021") + LIST
    plan.write_text(text, "utf-8")
    git("commit", "-qam", "41")
    text = text.replace("Журнал консультаций", "Отчёт")
    start, end = text.index("          - id: seminar"), text.index("amendments:")
    plan.write_text(text[:start] + text[end:] + SECOND, "utf-8")
    git("commit", "-qam", "42 and a silent change")
    result = run("acts", "plan.yaml", "--convert")
    assert result.exit_code == 0, result.stderr
    assert sorted(path.name for path in FOLDER.iterdir()) == [
        "2021-05-01-41.yaml",
        "2022-05-01-42.yaml",
        "order.yaml",
    ]
    assert "amendments" not in plan.read_text("utf-8")
    assert [code for _, code in told()] == ["M473"]
    (line,) = {place.rpartition(":")[2] for place, _ in told()}
    assert plan.read_text("utf-8").splitlines()[int(line) - 1].strip() == "result: Отчёт"
    assert "до 01.10.2021" in run("why", "plan.yaml", "1.3", "--as-of", "01.04.2021").stdout
    assert "до 01.12.2021" in run("why", "plan.yaml", "1.3").stdout


def test_a_list_without_its_revisions_is_left_alone(plan: Path) -> None:
    plan.write_text(plan.read_text("utf-8") + LIST, "utf-8")
    before = plan.read_bytes()
    result = run("acts", "plan.yaml", "--convert")
    assert (result.exit_code, "A607" in result.stderr) == (1, True)
    assert plan.read_bytes() == before
    refused = run("calendar", "plan.yaml", "--as-of", "01.06.2021")
    assert (refused.exit_code, "M477" in refused.stderr) == (1, True)


def test_a_setting_is_noted_and_words_are_not(lived: Path) -> None:
    text = lived.read_text("utf-8").replace("period:", "time_zone: Asia/Omsk\nperiod:")
    lived.write_text(text, "utf-8")
    assert [code for _, code in told()] == ["M474"]
    run_ok("acts", "plan.yaml", "--note", "часовой пояс", "--date", "01.07.2022")
    assert told() == []
    lived.write_text(text.replace("до 01.12.2021", "до 02.12.2021"), "utf-8")
    refused = run("acts", "plan.yaml", "--note", "срок", "--date", "02.07.2022")
    assert (refused.exit_code, "изменены слова акта" in refused.stderr) == (1, True)


@pytest.mark.parametrize(
    ("act", "code"),
    [
        ("changed: [{unit: measure, id: nobody, set: {deadline: до 1 мая}}]", "M472"),
        ("added: [{unit: measure, id: exams, within: analysis, content: {id: exams, measure: А}}]", "M472"),
        (
            "changed: [{unit: measure, id: exams, was: {deadline: никогда}, set: {deadline: до 1 мая}}]",
            "M472",
        ),
        ("suspended: [{unit: measure, id: nobody, until: 01.01.2023}]", "M472"),
        ("suspended: [{unit: measure, id: exams, until: 01.06.2022}]", "M478"),
        ("changed: [{unit: measure, id: exams, set: {deadline: до 1 мая}}]", "M473"),
        ("repeals: [{date: 01.05.2021, number: 14}]", "M475"),
        ("effective: 01.05.2021", "M478"),
        ("applies_since: 01.05.2024", "M478"),
    ],
)
def test_an_act_that_does_not_fit_is_told(act: str, code: str, lived: Path) -> None:
    text = f"format: 1\ndate: 01.06.2022\nnumber: 50\n{act}\n"
    (FOLDER / "2022-06-01-50.yaml").write_text(text, "utf-8")
    assert code in {each for _, each in told()}


def test_a_folder_that_is_not_there_is_an_error_and_no_empty_history(lived: Path) -> None:
    shutil.rmtree(FOLDER)
    assert [code for _, code in told()] == ["M470"]
    assert run("build", "plan.yaml", "-o", "out").exit_code == 1


def test_a_folder_outside_of_the_plans_is_an_error(lived: Path) -> None:
    lived.write_text(lived.read_text("utf-8").replace(f"acts: {FOLDER.as_posix()}", "acts: ../acts"), "utf-8")
    assert [code for _, code in told()] == ["M470"]


def test_a_history_that_the_plan_names_no_longer_is_told(lived: Path) -> None:
    lived.write_text(lived.read_text("utf-8").replace(f"acts: {FOLDER.as_posix()}\n", ""), "utf-8")
    assert "M482" in {code for _, code in told()}


def test_dates_that_only_the_history_changes_are_told_in_a_whole_sentence(lived: Path) -> None:
    before = lived.parent / "before"
    for name in ("organisations", "acts"):
        shutil.copytree(name, before / name)
    shutil.copy(lived, before)
    first = FOLDER / "order.yaml"
    first.write_text(
        re.sub(r"deadline: до (?!01\.10)[^\n]*", "deadline: до 15.04.2021", first.read_text("utf-8"))
    )
    shown = run("diff", str(before / "plan.yaml"), "plan.yaml").stdout
    told = f"Слова по существу те же, а даты другие; акт «{first.as_posix()}»: изменён.\n"
    assert shown.startswith(told), shown


def test_a_history_that_the_plan_does_not_name_is_not_replaced(lived: Path) -> None:
    files = {path: path.read_bytes() for path in FOLDER.iterdir()}
    text = lived.read_text("utf-8").replace(f"acts: {FOLDER.as_posix()}\n", "")
    Path("old.yaml").write_text(text, "utf-8")
    lived.write_text(text.replace("до 01.12.2021", "до 02.12.2021"), "utf-8")
    act = ("--number", "42", "--date", "01.06.2021", "--record", "-o", "act.yaml")
    refused = run("amend", "old.yaml", "plan.yaml", *act)
    assert (refused.exit_code, "A605" in refused.stderr) == (1, True)
    assert {path: path.read_bytes() for path in FOLDER.iterdir()} == files


@pytest.mark.parametrize(
    ("repealed", "reason"), [("7@01.02.2021", "в истории плана нет"), ("41@01.05.2021", "до его вступления")]
)
def test_an_act_that_cannot_be_repealed_so_is_not_recorded(repealed: str, reason: str, lived: Path) -> None:
    act = next(FOLDER.glob("2021-*.yaml"))
    act.write_text(act.read_text("utf-8") + "effective: 01.09.2022\n", "utf-8")
    shutil.copy(lived, "old.yaml")
    lived.write_text(lived.read_text("utf-8").replace("до 01.12.2021", "до 01.10.2021"), "utf-8")
    new = ("--number", "42", "--date", "01.06.2021", "--repeals", repealed, "--record", "-o", "act.yaml")
    refused = run("amend", "old.yaml", "plan.yaml", *new)
    assert (refused.exit_code, reason in refused.stderr) == (1, True)
    assert list(FOLDER.glob("*-42.yaml")) == []


def test_a_calendar_of_acts_that_do_not_fit_says_so(lived: Path) -> None:
    edit = "changed: [{unit: measure, id: nobody, set: {deadline: до 1 мая}}]"
    text = f"format: 1\ndate: 01.06.2022\nnumber: 50\n{edit}\n"
    (FOLDER / "2022-06-01-50.yaml").write_text(text, "utf-8")
    shown = run("calendar", "plan.yaml")
    assert (shown.exit_code, "M472" in shown.stderr) == (1, True)


def test_an_act_before_the_order_is_told_once(lived: Path) -> None:
    act = next(FOLDER.glob("2021-*.yaml"))
    act.write_text(act.read_text("utf-8").replace("date: 01.05.2021", "date: 01.05.2001"), "utf-8")
    shown = run("check", "plan.yaml", "--format", "concise").output
    assert re.findall("M478|L820", shown) == ["M478"]


def test_two_histories_are_refused(lived: Path) -> None:
    lived.write_text(lived.read_text("utf-8") + LIST, "utf-8")
    assert [code for _, code in told()] == ["M471"]


def test_a_row_under_another_number_than_its_act_says_is_told(lived: Path) -> None:
    row = "{id: diaries, measure: Дневники, executors: [schools], result: отчёт}"
    where = 'unit: measure, id: diaries, number: "2.9", within: support, after: seminar'
    act = f"added: [{{{where}, content: {row}}}]"
    text = f"format: 1\ndate: 01.06.2022\nnumber: 50\n{act}\n"
    (FOLDER / "2022-06-01-50.yaml").write_text(text, "utf-8")
    lived.write_text(lived.read_text("utf-8").rstrip("\n") + f"\n          - {row}\n", "utf-8")
    assert [code for _, code in told()] == ["M476"]


def test_there_is_no_edition_before_the_order_and_a_past_one_has_its_own_folder(lived: Path) -> None:
    early = run("calendar", "plan.yaml", "--as-of", "01.01.2020")
    assert (early.exit_code, "M477" in early.stderr) == (1, True)
    beside = run("build", "plan.yaml", "--as-of", "01.04.2021")
    assert (beside.exit_code, "-o ПАПКА" in beside.stderr) == (2, True)
