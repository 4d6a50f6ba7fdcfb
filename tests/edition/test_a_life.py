"""The life of a plan as `a_life.yaml` tells it: acts of branches merged by git, eight days by hand."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
import yaml
from openpyxl import load_workbook

from in_process import run, run_ok

LIFE = yaml.load((Path(__file__).parent / "a_life.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
PLAN = "roadmaps/mentors.yaml"


def git(*arguments: str) -> None:
    subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments], check=True)


def write(act: dict[str, Any]) -> None:
    """What an author does for an act: edits the plan, drafts the act, records it."""
    path = Path(PLAN)
    text = path.read_text("utf-8")
    for old, new in act.get("replace", {}).items():
        assert text.count(old) == 1
        text = text.replace(old, new)
    if "append" in act:
        text = text.rstrip("\n") + "\n" + act["append"]
    if "remove" in act:
        text = re.sub(rf" *- id: {act['remove']}\n(?: {{12}}.*\n)+", "", text)
    path.write_text(text, "utf-8")
    options = ["--number", act["number"], "--date", act["date"], *act["options"]]
    run_ok("amend", f"HEAD:{PLAN}", PLAN, *options, "--record", "-o", f"{act['number']}.docx")
    git("add", "roadmaps")
    git("commit", "-qm", f"act {act['number']}")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The repository after all acts; those of branches are merged as git merges them."""
    folder = tmp_path_factory.mktemp("life")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        git("init", "-q", "-b", "main")
        (folder / "roadmaps" / "organisations").mkdir(parents=True)
        (folder / PLAN).write_text(LIFE["plan"], "utf-8")
        (folder / "roadmaps/organisations/town.yaml").write_text(LIFE["directory"], "utf-8")
        git("add", ".")
        git("commit", "-qm", "order")
        branches: list[str] = []
        for act in LIFE["acts"]:
            if "branch" in act:
                branches.append(act["branch"])
                git("checkout", "-q", "-b", act["branch"], "main")
            else:
                for branch in branches:
                    git("merge", "-q", "--no-edit", branch)
                branches.clear()
            write(act)
            git("checkout", "-q", "main")
        yield folder


def test_acts_of_two_branches_are_one_history(repository: Path) -> None:
    assert sorted(path.name for path in (repository / "roadmaps/acts/mentors").iterdir()) == [
        "2022-03-01-41.yaml",
        "2023-02-10-57.yaml",
        "2023-02-15-58.yaml",
        "2023-09-01-90.yaml",
        "order.yaml",
    ]
    result = run("check", PLAN)
    assert not re.findall(r"M4[67]\d", result.output)


@pytest.mark.parametrize("told", LIFE["days"], ids=lambda told: told["day"])
class TestDay:
    def test_the_edition(self, told: dict[str, Any], repository: Path) -> None:
        run_ok("build", PLAN, "--as-of", told["day"], "-o", f"out/{told['day']}", "--format", "docx,xlsx")
        folder = repository / "out" / told["day"] / "mentors"
        (path,) = folder.glob("*.docx")
        document = docx.Document(str(path))
        texts = [" ".join(line.split()) for each in document.paragraphs for line in each.text.splitlines()]
        rows = [[" ".join(cell.text.split()) for cell in row.cells] for row in document.tables[-1].rows]
        assert path.stem == ("edition" if told["note"] else "order")
        assert [each for each in texts if each.startswith("(в редакции")] == [told["note"]] * bool(
            told["note"]
        )
        printed = {row[0]: row[2] for row in rows if row[0] in told["rows"]}
        gone = {number: words for number, words in told["rows"].items() if number.endswith(".")}
        assert printed == {number: words for number, words in told["rows"].items() if number not in gone}
        assert all(any(f"{number} {words}" in row[0] for row in rows) for number, words in gone.items())
        signed = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
        assert any("А. Б. Образцова" in each for each in (*texts, *signed))
        assert not any("Новикова" in each for each in (*texts, *signed))

    def test_the_register(self, told: dict[str, Any], repository: Path) -> None:
        folder = repository / "out" / told["day"] / "mentors"
        if not folder.exists():
            run_ok("build", PLAN, "--as-of", told["day"], "-o", f"out/{told['day']}", "--format", "xlsx")
        sheet = load_workbook(folder / "register.xlsx")["Реестр"]
        head, *rows = [
            [cell.value for cell in row] for row in sheet.iter_rows() if any(cell.value for cell in row)
        ][_head_of(sheet) :]
        at = {name: head.index(name) for name in ("№", "Исполнить до", "Почему перенесено")}
        found = [
            [f"{row[at['Исполнить до']]:%d.%m.%Y}", str(row[at["№"]]), row[at["Почему перенесено"]] or ""]
            for row in rows
            if row[at["№"]] and hasattr(row[at["Исполнить до"]], "year")
        ]
        assert [each[:2] for each in found] == [each[:2] for each in told["register"]]
        for mine, theirs in zip(found, told["register"], strict=True):
            assert (theirs[2] if len(theirs) > 2 else "") in mine[2]
            assert ("срок продлён" in mine[2]) == (len(theirs) > 2)

    def test_the_calendar(self, told: dict[str, Any], repository: Path) -> None:
        shown = run_ok("calendar", PLAN, "--as-of", told["day"], "--format", "json").stdout
        dues = [each["due"] for each in yaml.safe_load(shown)["occurrences"]]
        assert dues == ["-".join(reversed(each[0].split("."))) for each in told["register"]]

    def test_the_list_of_acts(self, told: dict[str, Any], repository: Path) -> None:
        lines = run_ok("acts", PLAN, "--as-of", told["day"]).stdout.splitlines()
        shown = [re.sub(r".*?(№ \d+) «.*»: ", r"\1: ", line) for line in lines if line.startswith("Приказ ")]
        assert shown == told["acts"]


def _head_of(sheet: Any) -> int:
    """How many rows that have something stand above the heads of the columns."""
    rows = [[cell.value for cell in row] for row in sheet.iter_rows() if any(cell.value for cell in row)]
    return next(at for at, row in enumerate(rows) if "Исполнить до" in row)
