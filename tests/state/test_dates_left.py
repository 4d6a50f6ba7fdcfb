"""What plans have together stays as it is where a change shows in no date; only its manifest is written."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from roadmapc.cli import joint_build
from roadmapc.cli.main import roadmapc
from small_plans import write_plans

JOINT = ("calendar.html", "calendar.ics", "register.csv", "register.xlsx", "officers/town/department.ics")


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_plans(tmp_path / "roadmaps", "first", "second")
    monkeypatch.chdir(tmp_path)
    assert build().exit_code == 0
    return tmp_path


def build(*words: str) -> Result:
    return CliRunner().invoke(roadmapc, ["build", *words], catch_exceptions=False)


def change(root: Path, old: str = "format: 1", new: str = "format: 1 # как было") -> None:
    plan = root / "roadmaps" / "first.yaml"
    plan.write_text(plan.read_text("utf-8").replace(old, new, 1), "utf-8")


def joint(root: Path) -> dict[str, bytes]:
    return {name: (root / "build" / name).read_bytes() for name in (*JOINT, "manifest.json")}


def numbers(root: Path) -> list[int]:
    return [os.stat(root / "build" / name).st_ino for name in JOINT]


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The plans whose dates were read, to be put together."""
    names: list[str] = []
    plain = joint_build._read

    def counted(root: Path, name: str, digest: str) -> object:
        names.append(name)
        return plain(root, name, digest)

    monkeypatch.setattr(joint_build, "_read", counted)
    return names


def test_no_date_is_read_and_no_file_written(root: Path, read: list[str]) -> None:
    before, sources = numbers(root), json.loads(joint(root)["manifest.json"])["sources"]
    change(root)
    told = build()
    assert (told.exit_code, read, numbers(root)) == (0, [], before)
    now = json.loads(joint(root)["manifest.json"])["sources"]
    assert {name for name in now if now[name] != sources[name]} == {"roadmaps/first.yaml"}
    left = joint(root)
    assert build("--force").exit_code == 0
    assert joint(root) == left
    assert build().stdout == told.stdout


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Подготовить", "Представить"),
        ("2 сентября", "3 октября"),
        ("Об утверждении", "О порядке и утверждении"),
    ],
)
def test_dates_that_changed_are_put_together(old: str, new: str, root: Path, read: list[str]) -> None:
    before = joint(root)
    change(root, old, new)
    build()
    assert (read, joint(root) != before) == (["first", "second"], True)


def mark(root: Path) -> None:
    register = root / "build" / "register.xlsx"
    book = openpyxl.load_workbook(register)
    sheet = book.worksheets[0]
    sheet.cell(2, [cell.value for cell in sheet[1]].index("Статус") + 1, "в работе")
    book.save(register)


def edit(root: Path) -> None:
    page = root / "build" / "calendar.html"
    page.write_bytes(page.read_bytes() + b"\n")


def lose(root: Path) -> None:
    (root / "build" / "register.csv").unlink()


HINDRANCES: dict[str, Callable[[Path], object]] = {
    "a mark": mark,
    "a mark that was carried over already": lambda root: (mark(root), build()),
    "an edit": edit,
    "a loss": lose,
    "files of another format": lambda _: build("--format", "ics"),
}


@pytest.mark.parametrize("hindrance", HINDRANCES)
def test_what_is_not_as_it_was_left_is_made(hindrance: str, root: Path, read: list[str]) -> None:
    HINDRANCES[hindrance](root)
    words = ("--format", "ics") if "format" in hindrance else ()
    read.clear()
    change(root)
    told = build(*words)
    assert read == ["first", "second"]
    left = joint(root)
    again = build(*words, "--force")
    assert joint(root) == left
    assert ("отметки" in told.stdout) == ("mark" in hindrance) == ("отметки" in again.stdout)


def test_a_file_that_is_saved_meanwhile_is_not_lost(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = root / "build" / "calendar.html"
    plain = joint_build.kept_outputs

    def saved(*arguments: object) -> bool:
        page.write_bytes(b"theirs")
        return plain(*arguments)

    monkeypatch.setattr(joint_build, "kept_outputs", saved)
    change(root)
    done = build()
    assert (done.exit_code, "сохранили, пока шла сборка" in done.stderr) == (1, True)
    assert page.read_bytes() == b"theirs"
    monkeypatch.undo()
    monkeypatch.chdir(root)
    assert (build().exit_code, page.with_name("calendar (правка).html").read_bytes()) == (0, b"theirs")
