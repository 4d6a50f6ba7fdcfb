"""All plans of a folder at once, between two revisions or two folders of the disk."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from markdown_it import MarkdownIt

from in_process import run

HERE = Path(__file__).parent
TEXT = (HERE / "cases" / "deadline-later" / "before.yaml").read_text("utf-8")
BROKEN = "id: [\n"
"""A plan that nobody can compile: a command that says nothing of it has not tried."""
WRONG_USE = 2
SAME = """\
  справочники: те же
  профили: те же
  рабочие календари: те же
  тексты приложений: те же
  шаблоны: те же
  прежние акты: те же
  названия времён: те же
  часовые пояса: те же
  вновь скрытые замечания: нет
  обозначения (id): те же
"""
"""What a signature rests on besides the words of the plans."""


def git(*arguments: str, folder: Path) -> None:
    identity = ["-c", "user.name=Примеров", "-c", "user.email=p@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


def plan(name: str, directory: str = "town") -> str:
    """A plan with an id and a title of its own."""
    named = TEXT.replace("id: quality-2021", f"id: {name}").replace("по повышению качества", f"«{name}»", 1)
    return named.replace("organisations/town.yaml", f"organisations/{directory}.yaml")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two plans of two directories and a broken one, committed; the folder of the plans."""
    plans = tmp_path / "планы" / "roadmaps"
    (plans / "organisations").mkdir(parents=True)
    for directory in ("town", "village"):
        shutil.copy(HERE / "organisations" / "town.yaml", plans / "organisations" / f"{directory}.yaml")
    (plans / "roads.yaml").write_text(plan("roads"), "utf-8")
    (plans / "schools.yaml").write_text(plan("schools", "village"), "utf-8")
    (plans / "unfinished.yaml").write_text(BROKEN, "utf-8")
    monkeypatch.chdir(plans.parent)
    git("init", folder=plans.parent)
    commit(plans)
    return plans


def commit(plans: Path) -> None:
    git("add", ".", folder=plans.parent)
    git("commit", "-m", "планы", folder=plans.parent)


def change(path: Path, old: str = "до 01.09 ежегодно", new: str = "до 01.10 ежегодно") -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def diff(*arguments: str) -> Result:
    return run("diff", *arguments)


def kinds(*sides: str) -> dict[str, str]:
    """What happened to each plan by its id."""
    result = diff(*(sides or ("HEAD:roadmaps", "roadmaps")), "--format", "json")
    assert result.stderr == ""
    return {each["id"]: each["kind"] for each in json.loads(result.stdout)["plans"]}


@pytest.fixture
def everything(folder: Path) -> Path:
    """One plan changed, one gone, one new."""
    change(folder / "roads.yaml")
    (folder / "schools.yaml").unlink()
    (folder / "parks.yaml").write_text(plan("parks"), "utf-8")
    return folder


@pytest.mark.usefixtures("everything")
def test_one_line_sums_up_all_plans_and_each_follows_under_its_title(
    golden: Callable[[Path, str], None],
) -> None:
    for form, name in (("markdown", "folder.md"), ("text", "folder.txt")):
        result = diff("HEAD:roadmaps", "roadmaps", "--format", form)
        assert result.stderr == ""
        golden(HERE / "folders" / name, result.stdout)


def test_tables_of_all_plans_are_read_whole_by_another_program() -> None:
    text = (HERE / "folders" / "folder.md").read_text("utf-8")
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)
    assert html.count("<h3>") == 3
    assert html.count("<tr>") == sum(
        line.startswith("|") and not line.startswith("|---") for line in text.splitlines()
    )


@pytest.mark.usefixtures("everything")
def test_programs_are_told_what_happened_to_each_plan() -> None:
    assert kinds() == {"roads": "modified", "schools": "removed", "parks": "added"}


@pytest.mark.usefixtures("everything")
def test_the_page_has_a_part_for_every_plan_and_a_way_to_it() -> None:
    html = diff("HEAD:roadmaps", "roadmaps", "--format", "html").stdout
    places = [f"plan-{at}" for at in (1, 2, 3)]
    assert re.findall(r'<article id="(.+?)">', html) == places
    assert re.findall(r'<a href="#(.+?)">', html) == places


def test_folders_that_say_the_same_do_not_differ(folder: Path) -> None:
    change(folder / "roads.yaml", "до 01.09 ежегодно", "до 01.09 ежегодно  # как в прошлом году")
    result = diff("HEAD:roadmaps", "roadmaps", "--exit-code")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == f"Изменений нет.\n\nНа чём основано\n  сравнено планов – 3\n{SAME}"


@pytest.mark.usefixtures("everything")
def test_differences_are_told_by_the_exit_code_if_asked() -> None:
    assert diff("HEAD:roadmaps", "roadmaps").exit_code == 0
    assert diff("HEAD:roadmaps", "roadmaps", "--exit-code").exit_code == 1


def test_a_plan_is_known_by_its_id_in_a_renamed_file(folder: Path) -> None:
    change(folder / "roads.yaml")
    (folder / "roads.yaml").rename(folder / "streets.yaml")
    assert kinds() == {"roads": "modified"}


def test_a_plan_is_known_by_its_file_if_its_id_is_another(folder: Path) -> None:
    change(folder / "roads.yaml", "id: roads", "id: streets")
    change(folder / "roads.yaml")
    assert kinds() == {"streets": "modified"}


def test_a_copy_that_still_bears_the_id_of_its_model_is_a_new_plan(folder: Path) -> None:
    shutil.copy(folder / "roads.yaml", folder / "avenues.yaml")
    change(folder / "roads.yaml")
    shown = json.loads(diff("HEAD:roadmaps", "roadmaps", "--format", "json").stdout)["plans"]
    assert [(each["to"], each["kind"]) for each in shown] == [
        ("roadmaps/avenues.yaml", "added"),
        ("roadmaps/roads.yaml", "modified"),
    ]


def test_a_directory_touches_the_plans_that_name_it_and_no_other(folder: Path) -> None:
    change(folder / "organisations" / "village.yaml", "Образцова А. Б.", "Новикова Д. Е.")
    assert kinds() == {"schools": "modified"}


def test_a_file_of_prose_touches_its_plan(folder: Path) -> None:
    prose = "\nappendices:\n  - id: concept\n    title: Концепция\n    parts: [{file: texts/Concept.md}]\n"
    (folder / "texts").mkdir()
    (folder / "texts" / "Concept.md").write_text("Цель одна.\n", "utf-8")
    change(folder / "roads.yaml", "\nappendices:\n", prose)
    commit(folder)
    change(folder / "texts" / "Concept.md", "одна", "другая")
    assert kinds() == {"roads": "modified"}


def test_two_folders_of_the_disk_are_compared(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "new")
    change(tmp_path / "new" / "roads.yaml")
    assert kinds("roadmaps", str(tmp_path / "new")) == {"roads": "modified"}


def test_a_revision_without_the_folder_is_not_one_without_plans(folder: Path) -> None:
    folder.rename(folder.parent / "plans")
    git("add", ".", folder=folder.parent)
    git("commit", "-m", "переезд", folder=folder.parent)
    result = diff("HEAD~1:plans", "plans", "--format", "json")
    assert result.exit_code == 1
    shown = json.loads(result.stdout)
    assert shown["plans"] == []
    assert [each["plan"] for each in shown["not_compared"]] == ["HEAD~1:plans"]
    assert "в HEAD~1 нет папки «plans»" in shown["not_compared"][0]["reason"]


def test_a_folder_is_named_from_anywhere_in_the_repository(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(folder / "roads.yaml")
    monkeypatch.chdir(folder)
    assert kinds("HEAD:roadmaps", ".") == {"roads": "modified"} == kinds("HEAD:./", ".")


def test_a_shallow_copy_with_the_base_alone_is_enough(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    change(folder / "roads.yaml")
    commit(folder)
    git("clone", "--depth=1", folder.parent.as_uri(), "копия", folder=tmp_path)
    monkeypatch.chdir(tmp_path / "копия")
    unknown = diff("HEAD^1:roadmaps", "roadmaps")
    assert unknown.exit_code == 1
    assert "W504" in unknown.stderr
    git("fetch", "--depth=2", "origin", folder=tmp_path / "копия")
    assert kinds("HEAD^1:roadmaps", "roadmaps") == {"roads": "modified"}


def test_a_plan_that_cannot_be_read_is_neither_new_nor_gone(folder: Path) -> None:
    change(folder / "roads.yaml")
    (folder / "schools.yaml").write_text(BROKEN, "utf-8")
    (folder / "unfinished.yaml").write_text(plan("unfinished"), "utf-8")
    result = diff("HEAD:roadmaps", "roadmaps")
    assert result.exit_code == 1
    told = result.stdout.splitlines()
    assert told[0].startswith(
        "Не сравнено: schools.yaml – новая редакция не читается: roadmaps/schools.yaml:2:1"
    )
    assert told[1].startswith("Не сравнено: unfinished.yaml – прежняя редакция не читается: HEAD:roadmaps/")
    assert told[2].startswith("Строка 1.1 «")
    assert "  сравнено планов – 1, не сравнено – 2" in told
    assert "roadmaps/schools.yaml:2:1: ошибка" in result.stderr
    assert "HEAD:roadmaps/unfinished.yaml:2:1: ошибка" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["HEAD:roadmaps", "roadmaps/roads.yaml"], "папку с папкой"),
        (["HEAD:roadmaps", "roadmaps", "--format", "docx", "-o", "x.docx"], "об одном плане"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_wrong_use_is_told(arguments: list[str], reason: str) -> None:
    result = diff(*arguments)
    assert result.exit_code == WRONG_USE
    assert reason in result.stderr


def test_what_is_no_file_is_named_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "queue.yaml")
    (folder / "dangling.yaml").symlink_to("nowhere")
    change(folder / "roads.yaml")
    result = diff("HEAD:roadmaps", "roadmaps", "--format", "json")
    shown = json.loads(result.stdout)
    assert result.exit_code == 1
    assert [each["id"] for each in shown["plans"]] == ["roads"]
    assert {each["plan"]: each["reason"] for each in shown["not_compared"]} == {
        "dangling.yaml": "новая редакция: ссылка, а не файл",
        "queue.yaml": "новая редакция: «roadmaps/queue.yaml» – канал или устройство, а нужен файл",
    }


@pytest.mark.usefixtures("folder")
def test_a_revision_without_a_path_is_asked_for_it() -> None:
    result = diff("main", "HEAD")
    assert result.exit_code == 1
    assert "назовите в ней папку или файл: main:roadmaps" in result.stderr


@pytest.mark.usefixtures("folder")
def test_a_missing_folder_is_named() -> None:
    result = diff("HEAD:roadmaps", "roadmap")
    assert result.exit_code == 1
    assert "папки «roadmap» нет" in result.stderr
