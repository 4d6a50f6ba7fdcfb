"""`roadmapc audit`: what is off in a folder of outputs is named, and what is not is left unsaid."""

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import Result

from roadmapc.source.limits import ITEMS

Command = Callable[..., Result]

PLAN = Path("roadmaps/minimal.yaml")
ORDER = Path("build/minimal/order.docx")


@pytest.fixture
def built(command: Command, repository: Path) -> Path:
    """The repository with its outputs."""
    assert command("build").exit_code == 0
    return repository


def reworded(source: Path = PLAN) -> None:
    source.write_text(f"{source.read_text('utf-8')}\n# новое\n", "utf-8")


def filled() -> None:
    register = Path("build/minimal/register.xlsx")
    book = openpyxl.load_workbook(register)
    book.active["A1"] = "№ п/п"
    book.save(register)


def of_another_content() -> None:
    """A document of another plan, with the digest of which the manifest agrees."""
    manifest = ORDER.with_name("manifest.json")
    listed = json.loads(manifest.read_bytes())
    listed["content"] = "0" * 64
    manifest.write_text(json.dumps(listed), "utf-8")


def elsewhere() -> None:
    """The folder of a plan is a link to where it has been moved."""
    shutil.move("build/minimal", "../minimal")
    Path("build/minimal").symlink_to("../../minimal")


def officers_elsewhere() -> None:
    shutil.move("build/minimal/officers", "../officers")
    Path("build/minimal/officers").symlink_to("../../../officers")


def a_file_for_a_folder() -> None:
    shutil.rmtree("build/minimal")
    Path("build/minimal").write_text("чужое", "utf-8")


OFF = {
    "an edited document": (lambda: ORDER.write_bytes(ORDER.read_bytes() + b"\0"), "W525"),
    "an edited calendar of all": (lambda: Path("build/calendar.ics").write_text("правка", "utf-8"), "W525"),
    "a missing document": (ORDER.unlink, "W540"),
    "the folder of a plan that is gone": (lambda: shutil.rmtree("build/minimal"), "W540"),
    "the folder of a plan without its manifest": (ORDER.with_name("manifest.json").unlink, "W540"),
    "a file in the place of a plan's folder": (a_file_for_a_folder, "W540"),
    "the folder of a plan behind a link": (elsewhere, "W522"),
    "calendars behind a link": (officers_elsewhere, "W503"),
    "a folder in the place of a document": (lambda: (ORDER.unlink(), ORDER.mkdir()), "W503"),
    "a plan that was changed": (reworded, "W541"),
    "a directory that was changed": (lambda: reworded(Path("roadmaps/organisations/town.yaml")), "W541"),
    "a plan that is gone": (PLAN.unlink, "W526"),
    "a plan of another name": (
        lambda: PLAN.write_text(PLAN.read_text("utf-8").replace("id: minimal", "id: other"), "utf-8"),
        "W526",
    ),
    "a document of another content": (of_another_content, "W542"),
    "a damaged manifest": (lambda: Path("build/minimal/manifest.json").write_text("{", "utf-8"), "W524"),
    "a build that was cut short": (lambda: Path("build/.roadmapc-0123456789abcdef").mkdir(), "W530"),
}
TOLD = {
    "no plans": (lambda: [path.unlink() for path in Path("roadmaps").glob("*.yaml")], "верните их"),
    "a manifest that is a channel": (
        lambda: (Path("build/minimal/manifest.json").unlink(), os.mkfifo("build/minimal/manifest.json")),
        "канал",
    ),
    "outputs behind a link": (
        lambda: (shutil.move("build", "../build"), Path("build").symlink_to("../build")),
        "W522",
    ),
}
"""And the words in which a person is told."""
FINE = {
    "nothing": lambda: None,
    "a register with marks": filled,
    "files of others": lambda: Path("build/minimal/скан.pdf").write_bytes(b"1"),
    "other outputs": lambda: shutil.copytree("build", "build/другой вывод"),
    "a folder of others": lambda: shutil.copytree("roadmaps", "build/копия"),
}


@pytest.mark.parametrize("name", OFF)
def test_what_is_off_is_named(name: str, command: Command, built: Path) -> None:
    spoil, code = OFF[name]
    spoil()
    result = command("audit")
    assert result.exit_code == 1
    assert code in result.stderr
    report = json.loads(command("audit", "build", "--format", "json").stdout)
    assert code in {one["code"] for one in report["diagnostics"]}


@pytest.mark.parametrize("name", TOLD)
def test_what_is_off_is_told_truly(name: str, command: Command, built: Path) -> None:
    spoil, words = TOLD[name]
    spoil()
    result = command("audit")
    assert (result.exit_code, words in result.stderr) == (1, True)


@pytest.mark.parametrize("name", FINE)
def test_what_is_fine_is_not(name: str, command: Command, built: Path) -> None:
    FINE[name]()
    result = command("audit")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "order.docx" in result.stdout


def test_each_output_has_its_digest(command: Command, built: Path) -> None:
    folders = json.loads(command("audit", "--format", "json").stdout)["folders"]
    audited = {f"{each['name']}/{file['path']}": file["digest"] for each in folders for file in each["files"]}
    listed = {
        f"{path.parent.relative_to('build').as_posix().strip('.')}/{name}": digest
        for path in Path("build").rglob("manifest.json")
        for name, digest in json.loads(path.read_bytes())["outputs"].items()
    }
    assert audited == listed


@pytest.mark.parametrize(
    ("folder", "words"), {"roadmaps": "нет ни одной описи", "README.md": "не папка вывода"}.items()
)
def test_what_is_no_folder_of_outputs_is_told(folder: str, words: str, command: Command, built: Path) -> None:
    Path("README.md").touch()
    result = command("audit", folder)
    assert (result.exit_code, words in result.stderr) == (1, True)


def test_without_outputs_there_is_nothing_to_audit(command: Command, repository: Path) -> None:
    result = command("audit")
    assert (result.exit_code, "W501" in result.stderr) == (1, True)


def test_files_of_other_formats_stay(command: Command, built: Path) -> None:
    outputs = [path for path in Path("build").rglob("*") if ".roadmapc" not in path.parts]
    before = {path: path.read_bytes() for path in outputs if path.is_file()}
    result = command("build", "--format", "ics")
    assert (result.exit_code, result.stderr) == (0, "")
    assert {path: path.read_bytes() for path in before} == before
    assert command("audit").exit_code == 0


def test_files_of_other_formats_are_told_when_they_are_stale(command: Command, built: Path) -> None:
    before = ORDER.read_bytes()
    reworded()
    for _ in range(2):
        result = command("build", "--format", "ics")
        assert result.exit_code == 0
        assert "W532" in result.stderr
        assert "--format docx,xlsx,html" in result.stderr
        assert ORDER.read_bytes() == before
        audited = command("audit")
        assert (audited.exit_code, "W541" in audited.stderr) == (1, True)
    assert command("build").stderr == ""
    assert command("audit").exit_code == 0


def test_an_edit_of_another_format_is_still_an_edit(command: Command, built: Path) -> None:
    ORDER.write_bytes(ORDER.read_bytes() + b"\0")
    before = ORDER.read_bytes()
    assert "W525" in command("build", "--format", "ics").stderr
    assert "W525" in command("audit").stderr
    assert command("build").exit_code == 0
    assert ORDER.with_name("order (правка).docx").read_bytes() == before


def test_a_document_that_was_left_is_older_and_no_strangers(command: Command, built: Path) -> None:
    """That its plan says something else since is told once."""
    reworded(PLAN)
    command("build", "--format", "ics")
    told = command("audit").stderr
    assert "от сборки прежних исходных файлов остались order.docx" in told
    assert "W542" not in told


def test_a_manifest_of_more_files_than_a_build_makes_is_refused(command: Command, built: Path) -> None:
    manifest = ORDER.with_name("manifest.json")
    record = json.loads(manifest.read_bytes())
    record["outputs"] |= {f"{at}.docx": "0" * 64 for at in range(ITEMS.most)}
    manifest.write_text(json.dumps(record), "utf-8")
    audited = command("audit")
    assert (audited.exit_code, "W524" in audited.output, f"больше {ITEMS} файлов" in audited.output) == (
        1,
        True,
        True,
    )
