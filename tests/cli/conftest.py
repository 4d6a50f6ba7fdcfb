"""A plans repository to run commands in, and servers that run the jobs of one."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from github_server import GitHub
from gitlab_server import GitLab
from servers import Server, planted

from in_process import run

PLANS = Path(__file__).parents[1] / "plans"

Command = Callable[..., Result]


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two of the good plans as somebody's repository, and the current folder."""
    good = PLANS / "good"
    others = {path.name for path in good.glob("*.yaml")} - {"full.yaml", "minimal.yaml"}
    shutil.copytree(good, tmp_path / "roadmaps", ignore=shutil.ignore_patterns(*others))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def command(repository: Path) -> Command:
    """Run `roadmapc` with its streams apart; a bug is a bug of the test."""
    return run


@pytest.fixture
def broken(repository: Path) -> Path:
    """One more plan, with a mistake."""
    plan = repository / "roadmaps" / "broken.yaml"
    shutil.copy(PLANS / "bad" / "deadline-impossible.yaml", plan)
    return plan.relative_to(repository)


@pytest.fixture
def doubtful(repository: Path) -> Path:
    """One more plan, which is asked about."""
    text = (repository / "roadmaps" / "minimal.yaml").read_text("utf-8")
    plan = repository / "roadmaps" / "doubtful.yaml"
    plan.write_text(text.replace("id: minimal", "id: doubtful").replace("result: отчёт\n", ""), "utf-8")
    return plan.relative_to(repository)


@pytest.fixture
def author(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository as `roadmapc init` leaves it, committed, on a branch for a change; the current folder."""
    return planted(tmp_path / "планы", monkeypatch)


@pytest.fixture
def github(tmp_path: Path, author: Path, tool: Callable[[str], object]) -> GitHub:
    tool("jq")
    return GitHub(tmp_path / "server", author)


@pytest.fixture
def gitlab(tmp_path: Path, author: Path, tool: Callable[[str], object]) -> Iterator[GitLab]:
    tool("curl")
    with GitLab(tmp_path / "server", author).listening() as made:
        yield made


@pytest.fixture(params=["github", "gitlab"])
def server(request: pytest.FixtureRequest) -> Server:
    made: Server = request.getfixturevalue(request.param)
    return made
