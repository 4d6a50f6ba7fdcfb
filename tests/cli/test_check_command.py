"""`roadmapc check`: streams, exit codes, reports for programs."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Command = Callable[..., Result]


def test_without_paths_the_plans_of_the_repository_are_checked(command: Command, repository: Path) -> None:
    result = command("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    (repository / "roadmaps" / "minimal.yaml").write_text("", "utf-8")
    assert command("check").exit_code == 1


def test_people_read_findings_on_the_error_stream(command: Command, broken: Path) -> None:
    result = command("check", broken)
    assert result.exit_code == 1
    assert result.stdout == ""
    heading, first, *_, last = result.stderr.splitlines()
    assert heading == "Не подписывать:"
    assert first.startswith("roadmaps/broken.yaml:25:36: ошибка D305: срок «31 ноября» не существует")
    assert last == "1 ошибка"


def test_a_doubt_is_an_error_only_if_asked_to_be_strict(command: Command, doubtful: Path) -> None:
    assert command("check", doubtful).exit_code == 0
    assert command("check", "--strict", doubtful).exit_code == 1
    assert "замечание N701" in command("check", doubtful).stderr


def test_programs_read_json(command: Command, broken: Path, doubtful: Path) -> None:
    result = command("check", broken, doubtful, "--format", "json")
    assert (result.exit_code, result.stderr) == (1, "")
    report = json.loads(result.stdout)
    assert report["summary"] == {"errors": 1, "warnings": 1, "notes": 0}
    error, warning = report["diagnostics"]
    assert (error["code"], error["name"], error["severity"]) == ("D305", "impossible-date", "error")
    assert error["span"] == {
        "path": "roadmaps/broken.yaml",
        "line": 25,
        "column": 36,
        "end_line": 25,
        "end_column": 45,
    }
    assert warning["span"]["path"] == "roadmaps/doubtful.yaml"


def test_a_clean_plan_is_a_report_without_findings(command: Command) -> None:
    result = command("check", "--format", "json")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == {
        "version": 1,
        "summary": {"errors": 0, "warnings": 0, "notes": 0},
        "diagnostics": [],
    }


def test_pull_requests_show_annotations(command: Command, broken: Path) -> None:
    result = command("check", broken, "--format", "github")
    assert (result.exit_code, result.stderr) == (1, "")
    assert result.stdout.startswith("::error title=D305 ")
    assert "file=roadmaps/broken.yaml,line=25,endLine=25,col=36,endColumn=45::" in result.stdout


PATHS: dict[str, Callable[[str], str]] = {
    "json": lambda text: json.loads(text)["diagnostics"][0]["span"]["path"],
    "gitlab": lambda text: json.loads(text)[0]["location"]["path"],
    "sarif": lambda text: json.loads(text)["runs"][0]["results"][0]["locations"][0]["physicalLocation"][
        "artifactLocation"
    ]["uri"],
    "github": lambda text: text.partition("file=")[2].partition(",")[0],
}
"""Where a report for programs has the path of its first finding."""


@pytest.mark.usefixtures("broken")
@pytest.mark.parametrize("form", PATHS)
@pytest.mark.parametrize(
    "where",
    [
        (".", "roadmaps/broken.yaml"),
        ("roadmaps", "broken.yaml"),
        ("roadmaps", "../roadmaps/./broken.yaml"),
        ("roadmaps/organisations", "{root}/roadmaps/broken.yaml"),
    ],
    ids=" ".join,
)
def test_programs_are_told_paths_from_the_root(
    form: str, where: tuple[str, str], command: Command, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, name = where
    (repository / folder).mkdir(exist_ok=True)
    monkeypatch.chdir(repository / folder)
    result = command("check", name.format(root=repository), "--format", form)
    assert PATHS[form](result.stdout) == "roadmaps/broken.yaml"


def test_the_root_is_that_of_git_where_plans_are_kept_among_other_things(
    command: Command, repository: Path, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (repository / "town").mkdir()
    (repository / "roadmaps").rename(repository / "town" / "roadmaps")
    (repository / ".git").mkdir()
    monkeypatch.chdir(repository / "town")
    result = command("check", broken, "--format", "json")
    assert PATHS["json"](result.stdout) == "town/roadmaps/broken.yaml"


@pytest.mark.usefixtures("doubtful")
def test_a_baseline_holds_in_every_folder(
    command: Command, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command("check", "--strict").exit_code == 1
    command("check", "--write-baseline", "known.json")
    assert command("check", "--strict", "--baseline", "known.json").exit_code == 0
    monkeypatch.chdir(repository / "roadmaps")
    result = command("check", "--strict", "--baseline", "../known.json")
    assert (result.exit_code, result.stderr) == (0, "")
    assert command("check", "--strict", "doubtful.yaml", "--baseline", "../known.json").exit_code == 0


@pytest.mark.usefixtures("broken", "doubtful")
def test_a_job_of_github_has_every_finding_in_its_summary(
    command: Command, repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = repository / "summary.md"
    summary.write_text("раньше\n", "utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    assert command("check", "--format", "github").exit_code == 1
    said = summary.read_text("utf-8")
    assert said.startswith("раньше\n**roadmapc check: 1 ошибка, 1 замечание**\n")
    assert "roadmaps/broken.yaml:25:36: ошибка D305" in said


def test_a_folder_is_checked_by_its_plans(command: Command, broken: Path) -> None:
    assert "broken.yaml:25:36" in command("check", "roadmaps").stderr


def test_a_folder_without_plans_is_wrong_use(command: Command, repository: Path) -> None:
    (repository / "empty").mkdir()
    result = command("check", "empty")
    assert result.exit_code == 2
    assert "в папке «empty» нет планов (*.yaml)" in result.stderr


def test_a_missing_file_is_a_finding_with_the_nearest_name(command: Command) -> None:
    result = command("check", "roadmaps/minimal.yml")
    assert result.exit_code == 1
    assert (
        "\nошибка W501: файл «roadmaps/minimal.yml» не читается: такого файла нет\n"
        "   = совет: возможно, вы имели в виду «minimal.yaml»\n"
    ) in result.stderr


def test_a_name_that_no_file_can_have_is_a_finding(command: Command) -> None:
    assert "слишком длинное имя" in command("check", "п" * 300).stderr


def test_a_huge_file_is_not_a_plan(command: Command, repository: Path) -> None:
    with (repository / "huge.yaml").open("wb") as stream:
        stream.truncate(64 * 2**20 + 1)
    result = command("check", "huge.yaml")
    assert result.exit_code == 1
    assert "\nошибка W502: файл «huge.yaml» больше 32 МБ\n" in result.stderr


def test_two_plans_of_one_name_are_told_apart(command: Command, repository: Path) -> None:
    plan = repository / "roadmaps" / "minimal.yaml"
    (repository / "roadmaps" / "other.yaml").write_bytes(plan.read_bytes())
    result = command("check")
    assert result.exit_code == 1
    assert "roadmaps/other.yaml:3:5: ошибка M403: имя плана «minimal» уже занято" in result.stderr
    assert "roadmaps/minimal.yaml:3:5: первый план с этим именем" in result.stderr


def test_a_plan_named_twice_is_read_once(command: Command) -> None:
    assert command("check", "roadmaps/minimal.yaml", "roadmaps/minimal.yaml").exit_code == 0
