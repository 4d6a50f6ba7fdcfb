"""`explain`, `schema`, help pages and wrong use: everything in Russian, every page there."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from roadmapc.catalogue import every_code
from roadmapc.cli import main as program
from roadmapc.cli.main import COMMANDS
from roadmapc.cli.template import command as template
from roadmapc.diagnostics.code import Code
from roadmapc.portfolio.questions import QUESTIONS, SAME
from roadmapc.render.formats import OF_BUILD

Command = Callable[..., Result]

LATIN_WORD = re.compile(r"(?<![-«<\[|/.\w])[A-Z]?[a-z]{3,}(?![-»>\]|/.\w])")
"""A word of prose: not an option, a choice, a file or a placeholder."""

OURS = {
    *("roadmapc", "json", "organisation", "plan", "Word", "Dask"),
    *(*COMMANDS, *OF_BUILD, *template.commands, *QUESTIONS, *SAME),
}
"""Latin words that are names."""


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_a_help_page_is_russian(command: Command, name: str) -> None:
    result = command(*name.split(), "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith(f"Использование: {' '.join(['roadmapc', name]).strip()} [ПАРАМЕТРЫ]")
    assert set(LATIN_WORD.findall(result.stdout)) <= OURS


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chek"], "команды «chek» нет; возможно, вы имели в виду «check»"),
        (["check", "--stric"], "параметра «--stric» нет (возможно, вы имели в виду '--strict')"),
        (["check", "--strict=1"], "параметр «--strict» пишется без значения"),
        (
            ["check", "--format", "xml"],
            "значения «xml» нет; можно написать 'text', 'concise', 'json', 'github'",
        ),
        (["calendar", "--executor"], "у параметра «--executor» нет значения"),
        (["explain", "D305", "D306"], "лишнее слово: D306"),
        (["explain", "D999"], "кода «D999» нет"),
        (["schema", "plans"], "схемы «plans» нет; есть: act, organisation, plan, profile, work-calendar"),
        (["build", "--format", "docx,odt"], f"«docx,odt» не собрать; есть: {', '.join(OF_BUILD)}"),
    ],
)
def test_wrong_use_is_explained_in_russian(command: Command, arguments: list[str], words: str) -> None:
    result = command(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    last_line = result.stderr.splitlines()[-1]
    assert last_line.startswith("ошибка: ")
    assert words in last_line


def test_a_repository_without_plans_is_wrong_use(
    command: Command, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    for name in ("check", "build"):
        result = command(name)
        assert result.exit_code == 2
        assert "планов не найдено" in result.stderr


def test_the_list_of_codes_is_complete(command: Command) -> None:
    lines = command("explain").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [code.id for code in every_code()]


@pytest.mark.parametrize("code", every_code(), ids=lambda code: code.id)
def test_every_code_has_a_page_under_its_id_and_its_name(command: Command, code: Code) -> None:
    page = command("explain", code.id).stdout
    assert page == command("explain", code.id.lower()).stdout == command("explain", code.name).stdout
    assert page.startswith(f"{code.id} {code.name} – {code.severity.word}\n\n{code.title}\n")


@pytest.mark.parametrize("name", ["plan", "organisation", "work-calendar"])
def test_a_schema_is_printed_as_published(command: Command, name: str) -> None:
    published = (Path(__file__).parents[2] / "schemas" / f"{name}.schema.json").read_text("utf-8")
    assert command("schema", name).stdout == published
    assert json.loads(published)["$id"] == f"urn:roadmapc:schema:{name}:1"


def test_the_schema_of_plans_comes_without_asking(command: Command) -> None:
    assert command("schema").stdout == command("schema", "plan").stdout


def test_a_bug_says_that_it_is_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], repository: Path
) -> None:
    def fail(path: Path) -> None:
        raise RuntimeError(path.name)

    monkeypatch.setattr("roadmapc.pipeline.compile_plan", fail)
    monkeypatch.setattr(sys, "argv", ["roadmapc", "check", "roadmaps/minimal.yaml"])
    with pytest.raises(SystemExit) as stop:
        program.main()
    assert stop.value.code == 70
    assert "ошибка в самой программе: RuntimeError: minimal.yaml" in capsys.readouterr().err


def test_a_reader_may_stop_reading(repository: Path) -> None:
    shell = f"'{sys.executable}' -m roadmapc explain | head -n 1"
    result = subprocess.run(["bash", "-c", shell], capture_output=True, text=True, check=True)
    assert (len(result.stdout.splitlines()), result.stderr) == (1, "")
