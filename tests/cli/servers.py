"""A server that runs the jobs of a repository step by step, and what it keeps.

Shells, git, curl, Python and `roadmapc` are real. The server of GitLab answers over HTTP; of GitHub there is
a `gh` that keeps comments in a file. Nothing is installed: `pip` only notes what it was asked for.
"""

import os
import subprocess
import sys
from abc import ABC, abstractmethod
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from in_process import run_ok

MARK = "<!-- roadmapc -->\n"
BOT = {"login": "github-actions[bot]", "type": "Bot"}
STRANGER = {"login": "stranger", "type": "User"}

PIP = """#!/bin/sh
printf '%s: ' "$*" >> "$SERVER/installed"
grep -h roadmapc- tools/requirements.txt >> "$SERVER/installed"
"""


def git(*arguments: object, cwd: Path) -> str:
    identity = ("-c", "user.name=Примеров", "-c", "user.email=p@example.org", "-c", "init.defaultBranch=main")
    command = ["git", *identity, *map(str, arguments)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{arguments}: {done.stdout}{done.stderr}"
    return done.stdout.strip()


def planted(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository as `roadmapc init` leaves it, committed, on a branch for a change; the current folder."""
    folder.mkdir()
    monkeypatch.chdir(folder)
    run_ok("init")
    git("init", cwd=folder)
    committed("планы")
    git("switch", "--create", "change", cwd=folder)
    return folder


def committed(message: str) -> None:
    """All that lies in the current folder, whatever git would ignore."""
    git("add", "--all", "--force", cwd=Path())
    git("commit", "--allow-empty", "--message", message, cwd=Path())


def change(old: str, new: str, file: str = "roadmaps/school-quality.yaml") -> None:
    """Other words in a file of the current folder."""
    text = Path(file).read_text("utf-8")
    assert old in text
    Path(file).write_text(text.replace(old, new, 1), "utf-8")


class Done(NamedTuple):
    """What became of a job."""

    code: int
    log: str


class Server(ABC):
    """A place for everything that a server keeps, and the machines where its jobs run."""

    def __init__(self, folder: Path, author: Path) -> None:
        self.folder, self.author = folder, author
        self.origin = folder / "town" / "plans.git"
        self.programs = folder / "programs"
        self.programs.mkdir(parents=True)
        self.program("pip", PIP)
        self.installed_file.touch()
        git("clone", "--quiet", "--bare", author, self.origin, cwd=folder)
        git("remote", "add", "origin", self.origin, cwd=author)
        self.machines = 0

    def program(self, name: str, text: str) -> None:
        """A program that is called instead of the real one."""
        (self.programs / name).write_text(text, "utf-8")
        (self.programs / name).chmod(0o755)

    @property
    def installed_file(self) -> Path:
        return self.folder / "installed"

    @property
    def installed(self) -> list[str]:
        """What was asked of `pip`, with the line of requirements that names the program."""
        return self.installed_file.read_text("utf-8").splitlines()

    def machine(self) -> Path:
        """A fresh folder for a job: its checkout is `work`, its temporary folder `temp`."""
        self.machines += 1
        folder = self.folder / f"machine{self.machines}"
        (folder / "temp").mkdir(parents=True)
        (folder / "home").mkdir()
        return folder

    def environment(self, machine: Path) -> dict[str, str]:
        paths = (str(self.programs), str(Path(sys.executable).parent), os.environ["PATH"])
        return {
            "PATH": os.pathsep.join(paths),
            "HOME": str(machine / "home"),
            "TMPDIR": str(machine / "temp"),
            "LANG": "C.UTF-8",
            "SERVER": str(self.folder),
        }

    def outside(self) -> Iterator[Path]:
        """Files on the machines that are not in a checkout, in a temporary folder or in the cache."""
        for machine in self.folder.glob("machine*"):
            home, cache = machine / "home", machine / "home" / ".cache" / "roadmapc"
            files = (path for path in home.rglob("*") if path.is_file())
            yield from (path for path in files if path.parent != cache)

    @abstractmethod
    def push(self) -> dict[str, Done]:
        """The author's main branch arrives: what became of its jobs."""

    @abstractmethod
    def check(self) -> dict[str, Done]:
        """The author's branch «change» is proposed: the jobs that check it."""

    @abstractmethod
    def propose(self) -> dict[str, Done]:
        """The same: the jobs of its review."""

    @property
    @abstractmethod
    def comments(self) -> list[tuple[str, str]]:
        """Who said what of it, under the names that GitHub has for them."""

    @abstractmethod
    def said_earlier(self, *comments: tuple[dict[str, str], str]) -> None:
        """What was said of it before."""

    @abstractmethod
    def documents(self) -> dict[str, bytes]:
        """What the last build handed out."""

    @abstractmethod
    def calendars(self) -> dict[str, bytes]:
        """What people are subscribed to."""


def shell(script: str, cwd: Path, environment: Mapping[str, str]) -> Done:
    """A script run as both servers run it."""
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(
        command, cwd=cwd, env=dict(environment), stdout=-1, stderr=-2, text=True, check=False, timeout=300
    )
    return Done(done.returncode, done.stdout)


def files_of(folder: Path) -> dict[str, bytes]:
    """The files below a folder by their paths."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
