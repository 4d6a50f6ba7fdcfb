"""Pages and calendars of officers of whom nothing has changed are left; what lies there would be made."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roadmapc.cli import joint_earlier
from roadmapc.cli.main import roadmapc
from roadmapc.render.page import pages
from roadmapc.workspace.stage import Draft
from small_plans import write_plans

MEASURE = """          - id: list
            measure: Составить список
            deadline: не позднее 3 сентября
            executors: [methodology]
            result: список
"""
THEIRS = {"methodology", "methodologist"}
"""Whose measure it is: a body and its head."""
ALL = {"department", "director", *THEIRS}

Build = Callable[..., Result]
Made = Callable[[], set[str]]


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two plans, each with a measure of two bodies, of whom one has a head; a page for each of them."""
    write_plans(tmp_path / "roadmaps", "first", "second", more=MEASURE)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(pages, "LARGEST", 21_000)
    return tmp_path


@pytest.fixture
def build() -> Build:
    def run(*words: str) -> Result:
        return CliRunner().invoke(roadmapc, ["build", "--format", "html", *words], catch_exceptions=False)

    return run


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """Whose pages were made since one has asked last."""
    names: set[str] = set()

    def of_assignee(own: object, place: pages._Whereabouts) -> object:
        names.add(place.stem.rpartition("/")[2])
        return plain(own, place)

    def asked() -> set[str]:
        found = {*names}
        names.clear()
        return found

    plain: Callable[[object, object], object] = pages._of_assignee
    monkeypatch.setattr(pages, "_of_assignee", of_assignee)
    return asked


def changed(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def files(root: Path) -> dict[str, bytes]:
    found = (path for path in (root / "build").rglob("*") if path.is_file())
    return {str(path): path.read_bytes() for path in found if ".roadmapc" not in path.parts}


def officers(root: Path) -> Path:
    (place,) = (root / "build" / "officers").iterdir()
    return place


CHANGES = {
    "a word": ("Составить список", "Составить полный список", THEIRS),
    "a day": ("3 сентября", "4 октября", THEIRS),
    "an executor more": ("[methodology]", "[methodology, department]", ALL),
    "an executor less": ("[methodology]", "[department]", ALL),
    "a measure before others, whose numbers change": (
        "          - id: report",
        MEASURE.replace("list", "first") + "          - id: report",
        ALL,
    ),
    "the title, which every page has": ("Об утверждении плана", "Об утверждении общего плана", ALL),
    "nothing that is shown": ("format: 1", "format: 1 # как было", set()),
}


@pytest.mark.parametrize("change", CHANGES)
def test_only_pages_that_differ_are_made(change: str, root: Path, build: Build, made: Made) -> None:
    old, new, whose = CHANGES[change]
    assert build().exit_code == 0
    assert made() == ALL
    changed(root / "roadmaps" / "first.yaml", old, new)
    assert build().exit_code == 0
    assert made() == whose
    left_out = files(root)
    build("--force")
    assert made() == ALL
    assert files(root) == left_out


@pytest.mark.parametrize("change", CHANGES)
def test_calendars_that_say_the_same_are_left(
    change: str, root: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: set[str] = set()
    plain = Draft.keep

    def keep(draft: Draft, name: str, digest: str) -> str:
        left.add(name)
        return plain(draft, name, digest)

    monkeypatch.setattr(Draft, "keep", keep)
    old, new, whose = CHANGES[change]
    build("--format", "ics")
    assert left == set()
    changed(root / "roadmaps" / "first.yaml", old, new)
    build("--format", "ics")
    whole = set() if whose else {"calendar.ics"}
    assert left == {f"officers/town/{each}.ics" for each in ALL - whose} | whole
    left_out = files(root)
    build("--format", "ics", "--force")
    assert files(root) == left_out


def test_a_calendar_that_was_edited_is_made_again(root: Path, build: Build) -> None:
    build("--format", "ics")
    calendar = officers(root) / "department.ics"
    built = calendar.read_bytes()
    calendar.write_bytes(built.replace(b"SUMMARY:", b"SUMMARY:!"))
    changed(root / "roadmaps" / "first.yaml", "список", "перечень")
    done = build("--format", "ics")
    assert (calendar.read_bytes(), "правили после сборки" in done.stderr) == (built, True)


def test_a_page_that_was_edited_is_made_again(root: Path, build: Build, made: Made) -> None:
    build()
    page = officers(root) / "department.html"
    built = page.read_bytes()
    page.write_bytes(built + b"\n")
    changed(root / "roadmaps" / "first.yaml", "список", "перечень")
    made()
    done = build()
    assert made() == {*THEIRS, "department"}
    assert (page.read_bytes(), "правили после сборки" in done.stderr) == (built, True)
    assert page.with_name("department (правка).html").is_file()


def test_a_page_that_is_lost_is_made_again(root: Path, build: Build, made: Made) -> None:
    build()
    page = officers(root) / "department.html"
    built = page.read_bytes()
    page.unlink()
    made()
    build()
    assert (made(), page.read_bytes()) == ({"department"}, built)


def test_a_page_that_is_edited_meanwhile_is_not_lost(
    root: Path, build: Build, monkeypatch: pytest.MonkeyPatch
) -> None:
    build()
    page = officers(root) / "department.html"
    changed(root / "roadmaps" / "first.yaml", "список", "перечень")
    plain = joint_earlier._pages

    def edited(*arguments: object) -> object:
        found = [*plain(*arguments)]
        page.write_bytes(b"theirs")
        return found

    monkeypatch.setattr(joint_earlier, "_pages", edited)
    before = files(root)
    done = build()
    assert (done.exit_code, "сохранили, пока шла сборка" in done.stderr) == (1, True)
    assert page.read_bytes() == b"theirs"
    joint = {name: content for name, content in before.items() if "/officers/" in name and name != str(page)}
    assert joint.items() <= files(root).items()
    monkeypatch.undo()
