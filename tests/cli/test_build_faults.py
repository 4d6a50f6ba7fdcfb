"""`roadmapc build`: what goes wrong with one plan is that plan's, and what is said of the others is true."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from roadmapc import outputs
from roadmapc.compiled import Compiled
from roadmapc.render import formats

Command = Callable[..., Result]

BUG = 70
MINIMAL = Path("roadmaps/minimal.yaml")


def contents(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and ".roadmapc" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def reworded(plan: Path) -> None:
    plan.write_text(plan.read_text("utf-8").replace("measure: ", "measure: Вновь ", 1), "utf-8")


def failing(plan: str, fault: Callable[[], object]) -> Callable[..., object]:
    """The making of a document, which fails with one plan."""
    made = outputs._document

    def make(compiled: Compiled, *rest: object) -> object:
        if compiled.plan.id == plan:
            fault()
        return made(compiled, *rest)

    return make


def bug() -> None:
    raise KeyError("нет такого")


def test_a_bug_ends_one_plan(command: Command, repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    command("build")
    before = contents(repository / "build")
    for name in ("minimal", "full"):
        reworded(Path(f"roadmaps/{name}.yaml"))
    monkeypatch.setattr(outputs, "_document", failing("full", bug))
    result = command("build")
    assert result.exit_code == BUG
    assert "roadmaps/full.yaml: ошибка в самой программе: KeyError" in result.stderr
    assert "остались прежними: не собрано roadmaps/full.yaml" in result.stderr
    after = contents(repository / "build")
    changed = {name.partition("/")[0] for name, content in after.items() if before[name] != content}
    assert changed == {"minimal"}


@pytest.mark.skipif(sys.platform == "win32", reason="processes are not forked there")
def test_a_process_that_dies_ends_one_plan(
    command: Command, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fault = failing("full", lambda: os.kill(os.getpid(), signal.SIGKILL))
    monkeypatch.setattr(outputs, "_document", fault)
    result = command("build", "--jobs", "2")
    assert result.exit_code == 1
    assert "ошибка W560: план «roadmaps/full.yaml» дважды оборвал процесс" in result.stderr
    assert (repository / "build/minimal/order.docx").is_file()
    assert not (repository / "build/full").exists()


def test_a_failing_plan_is_named_with_what_all_have_together(command: Command, repository: Path) -> None:
    command("build")
    joint = (repository / "build/calendar.ics").read_bytes()
    MINIMAL.write_text(MINIMAL.read_text("utf-8").replace("2 сентября", "31 сентября"), "utf-8")
    result = command("build")
    assert result.exit_code == 1
    assert "замечание W527" in result.stderr
    assert "не собрано roadmaps/minimal.yaml" in result.stderr
    assert (repository / "build/calendar.ics").read_bytes() == joint


def test_some_plans_together_are_told_from_all(command: Command, broken: Path, repository: Path) -> None:
    command("build", "roadmaps/full.yaml", MINIMAL)
    third = repository / "roadmaps/third.yaml"
    third.write_text(MINIMAL.read_text("utf-8").replace("id: minimal", "id: third"), "utf-8")
    result = command("build", MINIMAL, third)
    assert "замечание W531: в общих календарях и реестре теперь нет планов full" in result.stderr


def test_documents_alone_leave_what_all_have_together(command: Command, repository: Path) -> None:
    command("build")
    joint = {name: content for name, content in contents(repository / "build").items() if "full/" not in name}
    assert command("build", "--format", "docx").exit_code == 0
    after = contents(repository / "build")
    assert {name: after[name] for name in joint if "minimal/" not in name} == {
        name: content for name, content in joint.items() if "minimal/" not in name
    }
    assert command("audit").exit_code == 0


def test_a_plan_that_is_gone_is_named_and_moved_aside_if_asked(command: Command, repository: Path) -> None:
    command("build")
    outputs_of_plan = contents(repository / "build/minimal")
    MINIMAL.unlink()
    named = command("build")
    assert named.exit_code == 0
    assert "W526: плана «minimal» больше нет" in named.stderr
    assert contents(repository / "build/minimal") == outputs_of_plan
    command("build", "--clean")
    assert contents(repository / "build/прежние планы/minimal") == outputs_of_plan
    assert "W526" not in command("build").stderr


@pytest.mark.parametrize("kind", ["файл", "папка"])
def test_what_hinders_moving_aside_is_told(kind: str, command: Command, repository: Path) -> None:
    command("build")
    MINIMAL.unlink()
    aside = repository / "build/прежние планы"
    if kind == "файл":
        aside.write_text("чужое", "utf-8")
        assert f"на месте папки «{aside}» стоит {kind}" in command("build", "--clean").stderr
        assert aside.read_text("utf-8") == "чужое"
    else:
        aside.mkdir()
        assert command("build", "--clean").exit_code == 0
        assert (aside / "minimal").is_dir()


def test_outputs_inside_of_others_are_no_orphans(command: Command, repository: Path) -> None:
    command("build")
    assert command("build", "-o", "build/x").exit_code == 0
    assert command("build", "--clean").stderr == ""
    assert (repository / "build/x/minimal/order.docx").is_file()
    refused = command("build", "-o", "build/minimal")
    assert (refused.exit_code, "W520" in refused.stderr) == (1, True)


def test_a_channel_for_a_directory_is_called_so(command: Command, repository: Path) -> None:
    directory = repository / "roadmaps/organisations/town.yaml"
    directory.unlink()
    os.mkfifo(directory)
    result = command("build", MINIMAL)
    assert (result.exit_code, "стоит канал" in result.stderr) == (1, True)


@pytest.mark.parametrize("printed", [b"", b"%PDF-1.7\n", b"<html></html>", b"startxref\n9\n", b"\0" * 4096])
def test_an_office_that_makes_no_pdf_is_answered(
    printed: bytes, command: Command, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office = repository / "soffice"
    office.write_text(
        f"#!{sys.executable}\nimport sys, pathlib\n"
        f"at = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        f"(at / 'document.pdf').write_bytes({printed!r})\n"
    )
    office.chmod(0o755)
    monkeypatch.setenv("PATH", f"{repository}{os.pathsep}{os.environ['PATH']}")
    result = command("build", MINIMAL, "--format", "pdf")
    assert (result.exit_code, "ошибка W506" in result.stderr) == (1, True)


@pytest.mark.skipif(sys.platform == "win32", reason="rights of files are other ones there")
def test_rights_are_those_that_the_user_gives(repository: Path) -> None:
    shell = f"umask 077; {sys.executable} -m roadmapc build"
    subprocess.run(["sh", "-c", shell], check=True, capture_output=True)
    made = [repository / "build", *(repository / "build").rglob("*")]
    assert [str(path) for path in made if path.stat().st_mode & 0o077] == []


@pytest.mark.parametrize("number", ["\x7f", "45\u0085", "45\n- x", " ", "4\u202e5", "\ufffe"])
def test_a_number_is_seen(number: str, command: Command, repository: Path) -> None:
    before = contents(repository)
    for arguments in (
        ("build", MINIMAL, "--number", number, "--date", "01.02.2024"),
        ("amend", MINIMAL, MINIMAL, "--record", "--number", number, "--date", "01.02.2024"),
    ):
        assert command(*arguments).exit_code == 2
    assert contents(repository) == before


def test_the_name_of_a_file_is_one_line(command: Command, repository: Path) -> None:
    plan = repository / "roadmaps" / "a\n::error::b\u202e.yaml"
    plan.write_text(MINIMAL.read_text("utf-8").replace("id: minimal", "id: third"), "utf-8")
    for name in ("build", "check"):
        result = command(name)
        lines = (result.stdout + result.stderr).splitlines()
        assert not [line for line in lines if line.startswith("::error::")]
        assert "\u202e" not in result.stdout + result.stderr


def test_a_folder_that_is_gone_is_no_bug(repository: Path) -> None:
    script = f"mkdir gone && cd gone && rmdir ../gone && {sys.executable} -m roadmapc check"
    done = subprocess.run(["sh", "-c", script], capture_output=True, text=True, check=False)
    assert (done.returncode, "больше нет" in done.stderr) == (2, True)


def test_a_baseline_of_brackets_is_no_baseline(command: Command, repository: Path) -> None:
    (repository / "known.json").write_text("[" * 100_000)
    assert command("check", "--baseline", "known.json").exit_code == 2


def test_the_joint_manifest_names_its_sources(command: Command, repository: Path) -> None:
    command("build")
    manifest = json.loads((repository / "build/manifest.json").read_bytes())
    assert {"roadmaps/full.yaml", "roadmaps/minimal.yaml", "roadmaps/organisations/town.yaml"} <= manifest[
        "sources"
    ].keys()
    assert formats.REGISTER in manifest["outputs"]


def test_marks_that_are_saved_during_a_build_are_not_lost(
    command: Command, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("build")
    before = contents(repository / "build")
    reworded(MINIMAL)
    register = repository / "build/minimal/register.xlsx"
    monkeypatch.setattr(outputs, "_document", failing("minimal", lambda: register.write_bytes(b"marks")))
    command("build", MINIMAL)
    assert register.read_bytes() == b"marks"
    assert contents(repository / "build").keys() == before.keys()
