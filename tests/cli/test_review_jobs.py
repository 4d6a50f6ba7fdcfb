"""The jobs that keep one comment with the review of a pull request, run as their servers run them."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner

from roadmapc.cli.main import roadmapc

MARK = "<!-- roadmapc -->\n"
PLAN = "roadmaps/school-quality.yaml"
RECORD = '#!/bin/sh\nprintf "%s\\n" "$*" >> "$CALLS"\n'
"""A program that only notes how it was called."""
GH = (
    RECORD
    + """
case "$*" in
  *--paginate*) cat "$ANSWER" ;;
  *) cp comment.md "$POSTED" ;;
esac
"""
)
CURL = (
    RECORD
    + """
case "$*" in
  *per_page*) cat "$ANSWER" ;;
  *) cp note.md "$POSTED" ;;
esac
"""
)


def git(*arguments: str) -> str:
    identity = ["-c", "user.name=Примеров", "-c", "user.email=p@example.org", "-c", "init.defaultBranch=main"]
    done = subprocess.run(["git", *identity, *arguments], check=True, capture_output=True, text=True)
    return done.stdout.strip()


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository as `roadmapc init` leaves it, committed; the current folder."""
    folder = tmp_path / "планы"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert CliRunner().invoke(roadmapc, ["init"]).exit_code == 0
    git("init")
    commit("планы")
    return folder


def commit(message: str) -> None:
    git("add", ".")
    git("commit", "-m", message)


def change(old: str = "ежегодно", new: str = "ежегодно, ") -> None:
    text = Path(PLAN).read_text("utf-8")
    assert old in text
    Path(PLAN).write_text(text.replace(old, new, 1), "utf-8")


class Server:
    """Programs that stand for the server, and what they were asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = os.environ | {
            "PATH": os.pathsep.join((str(folder), str(Path(sys.executable).parent), os.environ["PATH"])),
            "CALLS": str(folder / "calls"),
            "ANSWER": str(folder / "answer"),
            "POSTED": str(folder / "posted"),
            "GITHUB_STEP_SUMMARY": str(folder / "summary"),
            "GITHUB_REPOSITORY": "town/plans",
            "GH_TOKEN": "x",
            "NUMBER": "7",
            "REVIEW_TOKEN": "x",
            "CI_API_V4_URL": "https://gitlab.example.org/api/v4",
            "CI_PROJECT_ID": "3",
            "CI_MERGE_REQUEST_IID": "7",
        }
        self.answers("")
        for name, text in (("gh", GH), ("curl", CURL), ("pip", RECORD)):
            (folder / name).write_text(text, "utf-8")
            (folder / name).chmod(0o755)

    def answers(self, text: str) -> None:
        """What the list of comments is."""
        (self.folder / "answer").write_text(text, "utf-8")

    def run(self, scripts: list[str]) -> str:
        """What a job prints that a shell runs as the server would."""
        command = ["bash", "-e", "-o", "pipefail", "-c", "\n".join(scripts)]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stdout

    @property
    def calls(self) -> list[str]:
        """How the server was called, without the listing of comments."""
        lines = (self.folder / "calls").read_text("utf-8").splitlines()
        return [line for line in lines if "comments" in line or "notes" in line][1:]

    @property
    def posted(self) -> str:
        return (self.folder / "posted").read_text("utf-8")


@pytest.fixture
def server(tmp_path: Path) -> Server:
    folder = tmp_path / "server"
    folder.mkdir()
    return Server(folder)


Job = Callable[[Server], str]


def github(server: Server) -> str:
    """The steps of the review, on a pull request that is merged for the test."""
    git("switch", "-c", "change")
    commit("изменение")
    git("switch", "main")
    git("merge", "--no-ff", "change")
    steps = yaml.safe_load(Path(".github/workflows/plans.yml").read_text("utf-8"))["jobs"]["plans"]["steps"]
    return server.run([step["run"] for step in steps if "pull_request" in step.get("if", "")])


def gitlab(server: Server) -> str:
    """The job of the review."""
    server.environment["CI_MERGE_REQUEST_DIFF_BASE_SHA"] = git("rev-parse", "HEAD")
    commit("изменение")
    job: dict[str, Any] = yaml.safe_load(Path(".gitlab-ci.yml").read_text("utf-8"))["review"]
    return server.run(job["script"])


NEW = {
    github: "api --silent repos/town/plans/issues/7/comments -F body=@comment.md",
    gitlab: "--data-urlencode body@note.md https://gitlab.example.org/api/v4/projects/3/merge_requests/7/notes",
}
OLD = {
    github: "api --silent -X PATCH repos/town/plans/issues/comments/41 -F body=@comment.md",
    gitlab: "--request PUT --data-urlencode body@note.md"
    " https://gitlab.example.org/api/v4/projects/3/merge_requests/7/notes/41",
}
LISTED = {github: "41\n", gitlab: '[{"id": 40, "body": "Спасибо"}, {"id": 41, "body": "<!-- roadmapc -->"}]'}
EMPTY = {github: "", gitlab: "[]"}
BOTH = pytest.mark.parametrize("job", [github, gitlab])


@BOTH
def test_a_change_is_told_in_a_new_comment(job: Job, repository: Path, server: Server) -> None:
    server.answers(EMPTY[job])
    change("title: Об утверждении", "title: О порядке и об утверждении")
    job(server)
    assert len(server.calls) == 1
    assert server.calls[0].endswith(NEW[job])
    assert server.posted.startswith(f"{MARK}**Заголовок приказа – ")


@BOTH
def test_the_next_change_rewrites_the_comment(job: Job, repository: Path, server: Server) -> None:
    server.answers(LISTED[job])
    change("title: Об утверждении", "title: О порядке и об утверждении")
    job(server)
    assert len(server.calls) == 1
    assert server.calls[0].endswith(OLD[job])


@BOTH
def test_nothing_is_said_where_no_plan_changed(job: Job, repository: Path, server: Server) -> None:
    server.answers(EMPTY[job])
    Path("notes.txt").write_text("не план", "utf-8")
    job(server)
    assert server.calls == []


@BOTH
def test_a_change_that_was_taken_back_is_told_where_it_stood(
    job: Job, repository: Path, server: Server
) -> None:
    server.answers(LISTED[job])
    Path("notes.txt").write_text("не план", "utf-8")
    job(server)
    assert server.posted == f"{MARK}**Изменений нет.**\n"


@BOTH
def test_a_plan_that_cannot_be_read_does_not_hide_the_others(
    job: Job, repository: Path, server: Server
) -> None:
    server.answers(EMPTY[job])
    shutil.copy(PLAN, "roadmaps/second.yaml")
    commit("второй план")
    Path("roadmaps/second.yaml").write_text("id: [\n", "utf-8")
    change("title: Об утверждении", "title: О порядке и об утверждении")
    job(server)
    assert server.posted.startswith(f"{MARK}**Заголовок приказа – ")


def test_a_comment_that_github_would_refuse_is_its_first_line(repository: Path, server: Server) -> None:
    change("title: Об утверждении", f"title: {'О порядке ' * 7000} об утверждении")
    github(server)
    _, first, *_, last = server.posted.splitlines()
    assert first.startswith("**Заголовок приказа – ")
    assert last == "Полностью – в review.html среди файлов сборки."
    assert len(server.posted) < 1000


def test_without_a_token_gitlab_says_which_one_is_needed(repository: Path, server: Server) -> None:
    server.environment["REVIEW_TOKEN"] = ""
    change("title: Об утверждении", "title: О порядке и об утверждении")
    assert "нет переменной REVIEW_TOKEN" in gitlab(server)
    assert not (server.folder / "posted").exists()


def test_github_shows_the_review_in_the_summary_of_the_step(repository: Path, server: Server) -> None:
    change("title: Об утверждении", "title: О порядке и об утверждении")
    github(server)
    assert (server.folder / "summary").read_text("utf-8").startswith("**Заголовок приказа – ")


def test_no_step_puts_words_of_a_stranger_into_its_script(repository: Path) -> None:
    steps = yaml.safe_load(Path(".github/workflows/plans.yml").read_text("utf-8"))["jobs"]["plans"]["steps"]
    assert not [step["run"] for step in steps if "${{" in step.get("run", "")]
