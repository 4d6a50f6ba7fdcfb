"""What a signature rests on besides the words of a plan: each kind is told, in every form, by its name."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import Result
from docx import Document

from in_process import run

HERE = Path(__file__).parent
PLAN = Path("new/plan.yaml")
PROFILE = "format: 1\nname: Наш\nbased_on: gost-2025\n"
WORKDAYS = """format: 1
years:
  - year: 2022
    days_off: [{day: 05.09.2022, name: день города, act: закон края от 01.02.2019 № 1-КЗ}]
"""
DIRECTORY = "organisations/days/town.yaml"
DAYS = "days/town.yaml"
"""The end of the name of the directory: the one is not taken for the other."""


def diff(*arguments: str) -> Result:
    return run("diff", *arguments)


def templates(folder: Path, *lines: str) -> None:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    document.sections[0].header.paragraphs[0].text = lines[0]
    document.save(str(folder / "own.docx"))


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two equal folders: a plan with a directory, a profile, a work calendar and a template of its own."""
    old = tmp_path / "old"
    for place in ("organisations/days", "days", "profiles"):
        (old / place).mkdir(parents=True)
    shutil.copy(HERE / "organisations" / "town.yaml", old / DIRECTORY)
    text = (HERE / "cases" / "deadline-later" / "before.yaml").read_text("utf-8")
    own = f"profile: profiles/own.yaml\nwork_calendar: {DAYS}\ntemplate: own.docx\n"
    text = text.replace("period:", f"{own}period:", 1).replace("organisations/town.yaml", DIRECTORY)
    (old / "plan.yaml").write_text(text, "utf-8")
    (old / "profiles/own.yaml").write_text(PROFILE, "utf-8")
    (old / DAYS).write_text(WORKDAYS, "utf-8")
    templates(old, "Город Примерск", "{{ title }}", "Приказываю:")
    shutil.copytree(old, tmp_path / "new")
    monkeypatch.chdir(tmp_path)


def replaced(path: str, *words: tuple[str, str]) -> Callable[[], None]:
    def replace() -> None:
        text = Path("new", path).read_text("utf-8")
        for old, new in words:
            assert old in text
            text = text.replace(old, new)
        Path("new", path).write_text(text, "utf-8")

    return replace


def added(path: str, text: str) -> Callable[[], None]:
    return lambda: Path("new", path).write_text(Path("new", path).read_text("utf-8") + text, "utf-8")


def template(*lines: str) -> Callable[[], None]:
    return lambda: templates(Path("new"), *lines)


def written_with_escapes() -> None:
    r"""A reference that no search for `town.yaml` finds; both editions have it."""
    for side in ("old", "new"):
        path = Path(side, "plan.yaml")
        text = path.read_text("utf-8").replace(DIRECTORY, r'"organisations/days/t\x6fwn.yaml"')
        path.write_text(text, "utf-8")
    replaced(DIRECTORY, ("Образцова А. Б.", "Подменова В. Г."))()


class Case(NamedTuple):
    """A change besides the words of a plan, and how it is told."""

    change: Callable[[], object]
    kind: str
    name: str
    told: str


CASES = {
    "a constant word of the template": Case(
        template("Город Примерск", "{{ title }}", "Приказываю:", "4. Выплатить премию директору."),
        "template",
        "own.docx",
        "добавлено «4. Выплатить премию директору.»",
    ),
    "a word of its header": Case(
        template("Город Подменск", "{{ title }}", "Приказываю:"),
        "template",
        "own.docx",
        "исключено «Город Примерск»",
    ),
    "the order of its lines": Case(
        template("Город Примерск", "Приказываю:", "{{ title }}"),
        "template",
        "own.docx",
        "те же строки стоят в другом порядке",
    ),
    "a template that is no document": Case(
        lambda: Path("new/own.docx").write_bytes(b"PK"), "template", "own.docx", "не прочесть"
    ),
    "a template named for the first time": Case(
        lambda: (
            shutil.copy("new/own.docx", "new/other.docx"),
            replaced("plan.yaml", ("template: own.docx", "template: other.docx"))(),
        ),
        "template",
        "other.docx",
        "назван впервые",
    ),
    "a setting of the profile": Case(
        added("profiles/own.yaml", "checks: {notice: 1}\n"), "profile", "Наш", "изменены настройки: checks"
    ),
    "a finding that the profile switches off": Case(
        added("profiles/own.yaml", "checks: {without: [N710]}\n"), "silenced", "N710", "отключено профилем"
    ),
    "a finding that the author answers": Case(
        replaced("plan.yaml", ("id: exams", "id: exams  # roadmapc: allow D346 – так решено")),
        "silenced",
        "D346",
        "так решено",
    ),
    "the work calendar, called as the end of the directory": Case(
        replaced(DAYS, ("05.09.2022", "15.09.2022")), "work_calendar", DAYS, ""
    ),
    "the directory": Case(
        replaced(DIRECTORY, ("Образцова А. Б.", "Подменова В. Г.")),
        "organisation",
        DIRECTORY,
        "",
    ),
    "a directory named with escapes": Case(written_with_escapes, "organisation", DIRECTORY, ""),
    "the id of a duty": Case(
        replaced("plan.yaml", ("id: exams", "id: examination")),
        "id",
        "exams",
        "строка 1.1 теперь «examination»; в календарях 5 событий отменится и появится заново",
    ),
    "the id of a clause": Case(
        replaced("plan.yaml", ("id: methodology\n", "id: method\n")),
        "id",
        "methodology",
        "пункт 2 теперь «method»; в календарях 1 событие отменится и появится заново",
    ),
    "the id of the plan": Case(
        replaced("plan.yaml", ("id: quality-2021", "id: quality")),
        "id",
        "quality-2021",
        "план теперь «quality»",
    ),
    "the id of a body": Case(
        lambda: (
            replaced(DIRECTORY, ("  schools:", "  school:"))(),
            replaced(
                "plan.yaml", ("[schools]", "[school]"), ("schools]", "school]"), ("[schools,", "[school,")
            )(),
        ),
        "id",
        "schools",
        "файл его календаря – другой",
    ),
    "the id of a body beside that of the plan": Case(
        lambda: (
            replaced(DIRECTORY, ("  schools:", "  school:"))(),
            replaced(
                "plan.yaml", ("[schools]", "[school]"), ("schools]", "school]"), ("[schools,", "[school,")
            )(),
            replaced("plan.yaml", ("id: quality-2021", "id: quality"))(),
        ),
        "id",
        "schools",
        "файл его календаря – другой",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_ground_is_told_in_every_form(name: str) -> None:
    case = CASES[name]
    case.change()
    found = json.loads(diff("old", "new", "--format", "json").stdout)["grounds"]
    told = [each for each in found if (each["kind"], each["name"]) == (case.kind, case.name)]
    assert len(told) == 1, found
    assert case.told in "; ".join(told[0]["details"])
    for form in ("text", "markdown", "html"):
        shown = diff("old", "new", "--format", form)
        assert shown.exit_code == 0
        assert case.name in shown.stdout.replace("`", "")
        assert "изменений нет" not in shown.stdout.casefold()
    assert diff("old", "new", "--exit-code").exit_code == 1


def test_dates_that_move_under_the_same_words_are_no_nothing() -> None:
    replaced(DAYS, ("05.09.2022", "15.09.2022"))()
    for form in ("text", "markdown", "html"):
        shown = diff("old", "new", "--format", form).stdout
        assert "лова по существу те же, а даты другие; рабочий календарь «days/town.yaml»: изменён" in shown
        assert "ничего не меняется" not in shown
        assert "0 редакционных" not in shown
    [plan] = json.loads(diff("old", "new", "--format", "json").stdout)["plans"]
    assert plan["calendar"]["shifted"]


def test_equal_folders_rest_on_the_same() -> None:
    shown = diff("old", "new")
    assert "Изменений нет" in shown.stdout
    assert json.loads(diff("old", "new", "--format", "json").stdout)["grounds"] == []
