"""Commands that build nothing say of records what they say of plans."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from roadmapc import pipeline
from roadmapc.cli.main import roadmapc

PLANS = Path(__file__).parents[1] / "plans" / "good"
CHECKS = (
    *(("check", "--format", form) for form in ("text", "concise", "json", "github", "gitlab", "sarif")),
    ("check", "--all"),
    ("check", "--readings", "--jobs", "2"),
)
CALENDARS = (
    ("calendar",),
    ("calendar", "--executor", "director"),
    ("calendar", "--executor", "Школы", "--from", "01.06.2020", "--to", "30.06.2024"),
    ("calendar", "--week", "02.09.2024"),
    ("calendar", "--week", "02.01.2031"),
    ("calendar", "--format", "ics"),
    ("calendar", "--format", "ics", "--rrule"),
    ("calendar", "--format", "csv", "--executor", "department"),
    ("calendar", "roadmaps/minimal.yaml"),
)

Command = Callable[..., Result]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good plans, of several municipalities."""
    root = tmp_path_factory.mktemp("repository")
    shutil.copytree(PLANS, root / "roadmaps")
    doubtful = root / "roadmaps" / "doubtful.yaml"
    text = (PLANS / "minimal.yaml").read_text("utf-8")
    doubtful.write_text(text.replace("id: minimal", "id: doubtful").replace("result: отчёт\n", ""), "utf-8")
    return root


@pytest.fixture
def command(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.chdir(repository)

    def run(*words: str) -> Result:
        return CliRunner().invoke(roadmapc, words, catch_exceptions=False)

    return run


@pytest.fixture(scope="module")
def said(repository: Path) -> dict[tuple[str, ...], tuple[int, str]]:
    """What each command says without a state, before there is one."""
    found = {}
    with pytest.MonkeyPatch.context() as patched:
        patched.chdir(repository)
        for words in (*CHECKS, *CALENDARS):
            result = CliRunner().invoke(roadmapc, words, catch_exceptions=False)
            found[words] = (result.exit_code, result.output)
        assert CliRunner().invoke(roadmapc, ["build", "--format", "ics"]).exit_code == 0
    return found


@pytest.mark.parametrize("words", [*CHECKS, *CALENDARS], ids=" ".join)
def test_records_say_what_plans_say(
    words: tuple[str, ...],
    said: dict[tuple[str, ...], tuple[int, str]],
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def compiled(*_: object) -> None:
        raise AssertionError("a plan was compiled")

    monkeypatch.setattr(pipeline, "_compiled", compiled)
    result = command(*words)
    assert (result.exit_code, result.output) == said[words]


def test_what_was_said_of_an_edited_plan_is_forgotten(
    said: dict[tuple[str, ...], tuple[int, str]], command: Command, repository: Path
) -> None:
    plan = repository / "roadmaps" / "doubtful.yaml"
    before = plan.read_text("utf-8")
    plan.write_text(before.replace("2 сентября", "31 сентября"), "utf-8")
    found = json.loads(command("check", "--format", "json").output)["diagnostics"]
    assert [each["code"] for each in found if each["severity"] == "error"] == ["D305"]
    plan.write_text(before, "utf-8")
    assert command("check", "--format", "json").output == said[CHECKS[2]][1]


def test_two_plans_of_one_name_are_told_whatever_was_built(
    said: dict[tuple[str, ...], tuple[int, str]], command: Command, repository: Path
) -> None:
    assert said
    namesake = repository / "roadmaps" / "namesake.yaml"
    shutil.copy(repository / "roadmaps" / "minimal.yaml", namesake)
    result = command("check", "--format", "concise")
    assert "имя плана «minimal» уже занято" in result.output
    namesake.unlink()
