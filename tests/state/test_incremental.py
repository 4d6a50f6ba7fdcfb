"""A build that goes on from the last one writes and says what a build of everything does, whatever changed.

Two repositories live through the same changes: one is built as people do, the other by `--force`, always.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random

import openpyxl
import pytest
from click.testing import CliRunner

from roadmapc.cli.main import roadmapc
from roadmapc.render.page import pages
from roadmapc.state import compiler
from small_plans import write_plans

FULL = "ROADMAPC_FULL" in os.environ
"""Whether there is time for everything: `make full`."""
SEQUENCES, STEPS = (500, 10) if FULL else (10, 7)
CALENDARS = ("--format", "ics,xlsx,html")
"""All but the document, whose template takes two thirds of the time of a build of plans so small."""
OPTIONS = (
    (),
    *(CALENDARS,) * 6,
    ("--format", "ics,html"),
    ("--format", "xlsx"),
    ("--format", "docx"),
    (*CALENDARS, "--rrule"),
    (*CALENDARS, "--todo", "--reminders"),
    (*CALENDARS, "--bars", "--jobs", "2"),
    (*CALENDARS, "--clean"),
)

LARGEST_PAGES = (pages.LARGEST, 20_800, 1_000)
"""Bytes: plans together have one page, one for each of their officers, or some for each."""

Change = Callable[[Random, Path], None]


def plan_paths(root: Path) -> list[Path]:
    return sorted((root / "roadmaps").glob("*.yaml"))


def changed(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def a_plan(chance: Random, root: Path) -> Path:
    return chance.choice(plan_paths(root))


def a_word(chance: Random, root: Path) -> None:
    changed(a_plan(chance, root), "Подготовить", chance.choice(("Представить", "Подготовить и представить")))


def a_day(chance: Random, root: Path) -> None:
    changed(a_plan(chance, root), "2 сентября", chance.choice(("3 сентября", "5 октября", "31 сентября")))


def a_day_back(chance: Random, root: Path) -> None:
    for plan in plan_paths(root):
        changed(plan, "31 сентября", "2 сентября")


def a_comment(chance: Random, root: Path) -> None:
    plan = a_plan(chance, root)
    plan.write_text(plan.read_text("utf-8") + f"# {chance.random()}\n", "utf-8")


def a_directory(chance: Random, root: Path) -> None:
    directory = chance.choice(sorted((root / "roadmaps" / "organisations").glob("*.yaml")))
    changed(directory, "short: Школы", chance.choice(("short: Школы города", "short: Школы")))
    changed(directory, "Образцова А. Б.", chance.choice(("Образцова В. Б.", "Образцова А. Б.")))


def a_directory_more(chance: Random, root: Path) -> None:
    """A plan goes over to another municipality, which may be new."""
    folder = root / "roadmaps" / "organisations"
    if not (folder / "village.yaml").exists():
        shutil.copy(folder / "town.yaml", folder / "village.yaml")
        changed(folder / "village.yaml", "города Примерска\n", "села Примерского\n")
    plan = a_plan(chance, root)
    names = ("organisations/town.yaml", "organisations/village.yaml")
    changed(plan, *(names if names[0] in plan.read_text("utf-8") else names[::-1]))


def a_removal(chance: Random, root: Path) -> None:
    if len(plan_paths(root)) > 1:
        a_plan(chance, root).unlink()


def a_file_name(chance: Random, root: Path) -> None:
    plan = a_plan(chance, root)
    plan.rename(plan.with_name(f"{chance.choice('abcxyz')}-{plan.name[-12:]}"))


def a_new_plan(chance: Random, root: Path) -> None:
    """Sometimes of a name that is taken."""
    plan = a_plan(chance, root)
    name = chance.choice(("fourth", "fifth", "minimal"))
    text = (
        plan.read_text("utf-8")
        .replace("id: minimal\n", f"id: {name}\n")
        .replace("id: second\n", f"id: {name}\n")
    )
    (root / "roadmaps" / f"{name}.yaml").write_text(text, "utf-8")


def registers(root: Path) -> list[Path]:
    return sorted((root / "build").rglob("register.xlsx"))


def a_mark(chance: Random, root: Path) -> None:
    if not registers(root):
        return
    marked(chance.choice(registers(root)), chance)


def marked(register: Path, chance: Random) -> None:
    book = openpyxl.load_workbook(register)
    sheet = book.worksheets[0]
    headings = [cell.value for cell in sheet[1]]
    sheet.cell(2, headings.index("Статус") + 1, chance.choice(("в работе", "исполнено в срок")))
    book.save(register)


def outputs(root: Path) -> list[Path]:
    found = (path for path in (root / "build").rglob("*") if path.is_file() and ".roadmapc" not in path.parts)
    return sorted(path for path in found if path.name != "manifest.json")


def an_edit(chance: Random, root: Path) -> None:
    if outputs(root):
        path = chance.choice(outputs(root))
        path.write_bytes(path.read_bytes() + b"\n")


def a_loss(chance: Random, root: Path) -> None:
    if outputs(root):
        chance.choice(outputs(root)).unlink()


CHANGES: tuple[Change, ...] = (
    *(a_word, a_day, a_day_back, a_day_back, a_comment, a_directory, a_directory_more, a_removal),
    *(a_file_name, a_new_plan, a_mark, a_mark, an_edit, a_loss),
)


def a_state_damaged(chance: Random, root: Path) -> None:
    """What only a build reads: cut short, mixed up, or gone."""
    files = sorted(path for path in (root / "build" / ".roadmapc").rglob("*") if path.is_file())
    if not files:
        return
    path = chance.choice(files)
    content = path.read_bytes()
    how = chance.randrange(4)
    if how == 0:
        shutil.rmtree(root / "build" / ".roadmapc")
    elif how == 1:
        path.unlink()
    else:
        at = chance.randrange(len(content))
        path.write_bytes(content[:at] + (b"" if how == 2 else b"?" + content[at + 1 :]))


class World:
    """A repository and how it is built."""

    def __init__(self, root: Path, *, is_forced: bool) -> None:
        self.root = root
        self._forced = ("--force",) if is_forced else ()

    def build(self, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> tuple[int, str, str]:
        monkeypatch.chdir(self.root)
        result = CliRunner().invoke(roadmapc, ["build", *words, *self._forced], catch_exceptions=False)
        told = (text.replace(str(self.root), "…") for text in (result.stdout, result.stderr))
        return (result.exit_code, *told)

    def files(self) -> dict[str, bytes]:
        found = (path for path in (self.root / "build").rglob("*") if path.is_file())
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in found
            if ".roadmapc" not in path.parts
        }


@pytest.fixture
def worlds(tmp_path: Path) -> tuple[World, World]:
    for name in ("one", "other"):
        write_plans(tmp_path / name / "roadmaps", "minimal", "second", "third")
    return World(tmp_path / "one", is_forced=False), World(tmp_path / "other", is_forced=True)


def wanted(chance: Random, root: Path) -> tuple[str, ...]:
    """Words of a build: of everything or, now and then, of some plans."""
    some = chance.sample(plan_paths(root), chance.randint(1, len(plan_paths(root))))
    paths = [path.relative_to(root).as_posix() for path in some] if chance.random() < 0.2 else []
    return (*chance.choice(OPTIONS), *paths)


def played(change: Change, seed: float, worlds: tuple[World, World]) -> None:
    """The same change in both; of an archive that bears the hour, the very same file."""
    for world in worlds:
        change(Random(seed), world.root)
    for register in registers(worlds[0].root):
        shutil.copy(register, worlds[1].root / register.relative_to(worlds[0].root))


def no_change(chance: Random, root: Path) -> None:
    """The next build has nothing to do."""


def dates_damaged(chance: Random, root: Path) -> None:
    """And a plan that has to be put together with the others."""
    if root.name == "one":
        for path in (root / "build" / ".roadmapc" / "dates").iterdir():
            path.write_bytes(path.read_bytes()[:-9])
    a_word(chance, root)


def a_mark_in_all(chance: Random, root: Path) -> None:
    marked(root / "build" / "register.xlsx", chance)


def a_page_lost(chance: Random, root: Path) -> None:
    """Of one plan, which is then built as it was."""
    (root / "build" / "minimal" / "calendar.html").unlink()


STORIES: dict[str, tuple[tuple[Change, tuple[str, ...]], ...]] = {
    "what was put aside is told once": (
        (a_removal, (*CALENDARS, "--clean")),
        (no_change, CALENDARS),
    ),
    "a plan that holds and whose dates do not is told of once": (
        (no_change, CALENDARS),
        (dates_damaged, CALENDARS),
    ),
    "that a plan is no longer among the others is told once": (
        (no_change, CALENDARS),
        (dates_damaged, (*CALENDARS, "roadmaps/minimal.yaml", "roadmaps/third.yaml")),
    ),
    "marks in what plans have together are told of though it holds": (
        (no_change, CALENDARS),
        (a_mark_in_all, CALENDARS),
        (a_page_lost, CALENDARS),
    ),
}


@pytest.mark.parametrize("story", STORIES)
def test_what_was_said_is_said(
    story: str, worlds: tuple[World, World], monkeypatch: pytest.MonkeyPatch
) -> None:
    for change, words in ((no_change, CALENDARS), *STORIES[story]):
        played(change, 1, worlds)
        said = [world.build(words, monkeypatch) for world in worlds]
        assert said[0] == said[1]
        assert worlds[0].files() == worlds[1].files()


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_what_was_left_out_was_the_same(
    seed: int, worlds: tuple[World, World], monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = Random(seed)
    history: list[object] = []
    monkeypatch.setattr(pages, "LARGEST", LARGEST_PAGES[seed % len(LARGEST_PAGES)])
    for _ in range(STEPS):
        if chance.random() < 0.15:
            a_state_damaged(chance, worlds[0].root)
            history.append("damage")
        if chance.random() < 0.1:
            release = str(chance.random())
            monkeypatch.setattr(compiler, "compiler_digest", lambda release=release: release)
        for _ in range(chance.randint(0, 2)):
            change = chance.choice(CHANGES)
            history.append(change.__name__)
            played(change, chance.random(), worlds)
        words = wanted(chance, worlds[0].root)
        history.append(words)
        said = [world.build(words, monkeypatch) for world in worlds]
        assert said[0] == said[1], history
        assert worlds[0].files() == worlds[1].files(), history
