"""Every command under the code pages of a Russian Windows and without any, wherever its words go.

What a program reads is UTF-8 always; what people read is UTF-8 in a file and in a pipe, and on a terminal of
another code page has question marks in place of what it has not.
"""

import contextlib
import json
import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml
from click import Group

from roadmapc.cli.main import roadmapc

CASES = Path(__file__).parents[1] / "diff"
PHRASES = "не позднее 1 августа ежегодно\t2021-2025\n"
LOCALES: dict[str, dict[str, str]] = {
    "cp1251": {"PYTHONIOENCODING": "cp1251", "PYTHONUTF8": "0"},
    "cp866": {"PYTHONIOENCODING": "cp866", "PYTHONUTF8": "0"},
    "C": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "ascii": {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
}
PAIR = ("before.yaml", "after.yaml")
ACT = ("--number", "7", "--date", "2022-03-01")
MACHINE = {
    "check": ("check", "after.yaml", "--format", "json"),
    "check for scanners": ("check", "after.yaml", "--format", "sarif"),
    "check for gitlab": ("check", "after.yaml", "--format", "gitlab"),
    "calendar": ("calendar", "after.yaml", "--format", "json"),
    "audit": ("audit", "made", "--format", "json"),
    "deadline": ("deadline", "до 1 мая ежегодно", "--period", "2021-2025", "--format", "json"),
    "diff": ("diff", *PAIR, "--format", "json"),
    "schema": ("schema",),
}
"""What prints JSON."""
FILES = {
    "amend": ("amend", *PAIR, *ACT),
    "repeal": ("repeal", "after.yaml", *ACT),
    "apply": ("apply", "before.yaml", "act.txt"),
    "calendar as csv": ("calendar", "after.yaml", "--format", "csv"),
    "calendar as ics": ("calendar", "after.yaml", "--format", "ics"),
}
"""What prints the content of a file."""
TEXTS = {
    "help": ("--help",),
    "check": ("check", "after.yaml"),
    "check as annotations": ("check", "after.yaml", "--format", "github"),
    "calendar": ("calendar", "after.yaml"),
    "deadline": ("deadline", "до 1 мая ежегодно", "--period", "2021-2025"),
    "why": ("why", "after.yaml", "exams"),
    "acts": ("acts", "after.yaml"),
    "diff": ("diff", *PAIR),
    "diff as markdown": ("diff", *PAIR, "--format", "markdown"),
    "diff as html": ("diff", *PAIR, "--format", "html"),
    "explain": ("explain", "D305"),
    "explain all": ("explain",),
    "template": ("template", "list"),
    "template check": ("template", "check", "own.docx"),
    "template export": ("template", "export", "-o", "own.docx"),
    "audit": ("audit", "made"),
    "wrong use": ("calendar", "нет.yaml", "--executor", "→"),
    "wrong command": ("объясни",),
    "build": ("build", "after.yaml", "-o", "out"),
    "init": ("init", "new", "--install", f"roadmapc==0.1.0#sha256={64 * '0'}"),
    "verify": ("verify", "made/quality-2021/order.docx", "after.yaml"),
    "verify what differs": ("verify", "made/quality-2021/order.docx", "before.yaml"),
    "verify in the wrong order": ("verify", "after.yaml", "before.yaml"),
}
COMMANDS = {**{f"{name} (machine)": each for name, each in MACHINE.items()}, **FILES, **TEXTS}


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("plans")
    for name in PAIR:
        (folder / name).write_bytes((CASES / "cases" / "deadline-later" / name).read_bytes())
    (folder / "act.txt").write_text("Строку 2.2 приложения признать утратившей силу.", "utf-8")
    (folder / "organisations").mkdir()
    town = (CASES / "organisations" / "town.yaml").read_bytes()
    (folder / "organisations" / "town.yaml").write_bytes(town)
    for arguments in (
        ("build", "after.yaml", "-o", "made"),
        *(TEXTS[name] for name in ("init", "template export")),
    ):
        assert piped(folder, arguments, {}).returncode in (0, 2)
    return folder


def test_every_command_is_asked() -> None:
    """Of a group of commands, each of its own."""
    asked = {" ".join(words) for words in COMMANDS.values()}
    for name, each in roadmapc.commands.items():
        names = [f"{name} {inner}" for inner in each.commands] if isinstance(each, Group) else [name]
        assert all(any(words.startswith(one) for words in asked) for one in names), name


def environment(variables: Mapping[str, str]) -> dict[str, str]:
    known = {
        name: each for name, each in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))
    }
    return known | {"LANG": "C.UTF-8"} | variables


def piped(
    plans: Path, arguments: tuple[str, ...], variables: Mapping[str, str], given: bytes = b""
) -> "subprocess.CompletedProcess[bytes]":
    command = [sys.executable, "-m", "roadmapc", *arguments]
    return subprocess.run(
        command, cwd=plans, input=given, capture_output=True, check=False, env=environment(variables)
    )


def on_a_terminal(plans: Path, arguments: tuple[str, ...], variables: Mapping[str, str]) -> tuple[int, bytes]:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "roadmapc", *arguments]
    with subprocess.Popen(
        command, cwd=plans, stdin=theirs, stdout=theirs, stderr=theirs, env=environment(variables)
    ) as running:
        os.close(theirs)
        shown = b""
        with contextlib.suppress(OSError):  # the end of a terminal
            while part := os.read(ours, 65536):
                shown += part
    os.close(ours)
    return running.returncode, shown


@pytest.fixture(scope="module")
def usual(plans: Path) -> dict[str, bytes]:
    """What each command prints where everything is UTF-8."""
    return {name: piped(plans, each, {"PYTHONUTF8": "1"}).stdout for name, each in COMMANDS.items()}


@pytest.mark.parametrize("page", LOCALES)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_pipe_takes_the_same_bytes(page: str, name: str, plans: Path, usual: dict[str, bytes]) -> None:
    done = piped(plans, COMMANDS[name], LOCALES[page])
    assert done.returncode in (0, 1, 2), done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert done.stdout == usual[name]
    done.stderr.decode("utf-8")


@pytest.mark.parametrize("page", LOCALES)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_file_takes_the_same_bytes(
    page: str, name: str, plans: Path, tmp_path: Path, usual: dict[str, bytes]
) -> None:
    target = tmp_path / "shown"
    with target.open("wb") as stream:
        command = [sys.executable, "-m", "roadmapc", *COMMANDS[name]]
        subprocess.run(
            command, cwd=plans, stdout=stream, stderr=stream, check=False, env=environment(LOCALES[page])
        )
    content = target.read_bytes()
    assert b"Traceback" not in content
    assert usual[name] in content or not usual[name]
    content.decode("utf-8")


@pytest.mark.parametrize("page", LOCALES)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_terminal_is_never_told_of_a_bug(page: str, name: str, plans: Path) -> None:
    code, shown = on_a_terminal(plans, COMMANDS[name], LOCALES[page])
    assert code in (0, 1, 2), shown
    assert b"Traceback" not in shown
    assert shown


@pytest.mark.parametrize("name", [f"{name} (machine)" for name in MACHINE])
def test_a_terminal_is_given_whole_json(name: str, plans: Path, usual: dict[str, bytes]) -> None:
    _, shown = on_a_terminal(plans, COMMANDS[name], LOCALES["cp1251"])
    assert usual[name].replace(b"\n", b"\r\n") in shown


@pytest.mark.parametrize("page", LOCALES)
@pytest.mark.parametrize("name", COMMANDS)
def test_a_closed_pipe_is_no_bug(page: str, name: str, plans: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as stream:
        command = [sys.executable, "-m", "roadmapc", *COMMANDS[name]]
        done = subprocess.run(
            command,
            cwd=plans,
            stdout=stream,
            stderr=subprocess.PIPE,
            check=False,
            env=environment(LOCALES[page]),
        )
    assert b"Traceback" not in done.stderr
    assert b"Exception ignored" not in done.stderr
    assert "ошибка в самой программе" not in done.stderr.decode()


def test_what_programs_read_is_json(usual: dict[str, bytes]) -> None:
    for name in MACHINE:
        for line in usual[f"{name} (machine)"].splitlines() if name == "deadline" else ():
            json.loads(line)
        if name != "deadline":
            json.loads(usual[f"{name} (machine)"])


def test_an_amendment_that_a_pipe_took_is_a_plan(usual: dict[str, bytes]) -> None:
    assert yaml.safe_load(usual["amend"].decode("utf-8"))["format"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "cp866"])
def test_phrases_are_read_as_they_are_typed(encoding: str, plans: Path) -> None:
    page = {"PYTHONIOENCODING": encoding.removesuffix("-sig"), "PYTHONUTF8": "0"}
    done = piped(plans, ("deadline", "-"), page, PHRASES.encode(encoding))
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)["occurrences"]) == 5


def test_phrases_of_no_letters_are_no_bug(plans: Path) -> None:
    done = piped(plans, ("deadline", "-"), LOCALES["C"], b"\xff\xfe\x00\x98\t2021\n\n\x80\n")
    assert done.returncode == 1
    assert all(json.loads(line) for line in done.stdout.splitlines())


def test_reports_and_schemas_are_written_into_files(plans: Path, tmp_path: Path) -> None:
    for arguments in (
        ("check", "after.yaml", "--format", "json"),
        ("check", "after.yaml"),
        ("schema",),
        ("amend", *PAIR, *ACT),
    ):
        target = tmp_path / f"{arguments[0]}-{len(arguments)}.yaml"
        done = piped(plans, (*arguments, "-o", str(target)), LOCALES["cp1251"])
        assert done.returncode in (0, 1), done.stderr
        assert done.stdout == b""
        assert target.read_bytes().decode("utf-8").strip()
