"""What people changed in a document comes back as lines of the sources, or is told."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from brought_home import ARKHANGELSK, CASES, WORD, Case
from editing import Package
from returned import Build

from in_process import run, run_ok

EXPECTED = Path(__file__).parent / "expected"
_COMMENT = re.compile(r"(?:^|\s)#[^\n]*")


def returned(folder: Path, sent: Build, case: Case) -> Path:
    package = Package(sent(case.plan))
    case.edit(package)
    path = folder / "returned.docx"
    path.write_bytes(package.saved())
    return path


@pytest.mark.parametrize("name", CASES)
def test_answer(name: str, at_home: Path, sent: Build, golden: Callable[[Path, str], None]) -> None:
    """The command `verify` agrees with the plan that is written, but for what is told; no comment is lost."""
    case = CASES[name]
    document, plan = returned(at_home, sent, case), at_home / f"{case.plan}.yaml"
    comments = _COMMENT.findall(plan.read_text("utf-8"))
    answer = run("absorb", document.name, plan.name, "--write")
    golden(EXPECTED / f"{name}.txt", f"{answer.stdout}---- {answer.exit_code} ----\n{answer.stderr}")
    if answer.exit_code == 0 and "I066" not in answer.stderr:
        run_ok("verify", document, plan)
    text = plan.read_text("utf-8")
    assert [each for each in comments if each.strip() not in text] == []


def test_nothing_is_written_unless_asked(at_home: Path, sent: Build) -> None:
    plan = at_home / f"{ARKHANGELSK}.yaml"
    before = plan.read_bytes()
    answer = run("absorb", returned(at_home, sent, Case(ARKHANGELSK, WORD)), plan)
    assert (answer.exit_code, plan.read_bytes()) == (0, before)


@pytest.mark.parametrize("ending", ["\r\n", "\n"])
def test_line_ends_and_mark_of_windows_stay(ending: str, at_home: Path, sent: Build) -> None:
    plan = at_home / f"{ARKHANGELSK}.yaml"
    text = plan.read_text("utf-8").replace("\n", ending)
    plan.write_bytes(b"\xef\xbb\xbf" + text.encode())
    for edit in (WORD, CASES["row-added"].edit, CASES["clause-added"].edit):
        run("absorb", returned(at_home, sent, Case(ARKHANGELSK, edit)), plan, "--write")
    written = plan.read_bytes()
    assert written.startswith(b"\xef\xbb\xbf# yaml-language-server")
    assert written.count(b"\r\n") == (written.count(b"\n") if ending == "\r\n" else 0)


def test_document_of_another_plan(at_home: Path, sent: Build) -> None:
    (at_home / "returned.docx").write_bytes(sent(ARKHANGELSK))
    answer = run("absorb", "returned.docx", "yurga-2020.yaml")
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert "V904" in answer.stderr


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7"])
def test_file_that_is_no_document(content: bytes, at_home: Path) -> None:
    (at_home / "returned.docx").write_bytes(content)
    answer = run("absorb", "returned.docx", f"{ARKHANGELSK}.yaml")
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert "V901" in answer.stderr


def test_edition_that_has_changed_since(at_home: Path, sent: Build) -> None:
    """The document comes home to the edition that it was built from, and git joins both."""
    plan = at_home / f"{ARKHANGELSK}.yaml"

    def git(*arguments: str) -> str:
        names = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        return subprocess.run(("git", *names, *arguments), check=True, capture_output=True, text=True).stdout

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "sent")
    later = plan.read_text("utf-8").replace("title: Управление реализацией Плана", "title: Управление Планом")
    plan.write_text(later, "utf-8")
    git("commit", "-qam", "later")
    document = returned(at_home, sent, Case(ARKHANGELSK, WORD))
    refused = run("absorb", document.name, plan.name)
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "I069" in refused.stderr
    run_ok("absorb", document.name, f"HEAD~1:{plan.name}", "-o", "changes.diff")
    git("apply", "--3way", "changes.diff")
    assert plan.read_text("utf-8") == later.replace("Назначить ответственных", "Определить ответственных")
    assert run("absorb", document.name, f"HEAD~1:{plan.name}", "--write").exit_code == 2
