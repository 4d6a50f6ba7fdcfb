"""The plan that keeps its own history: `amend --record` on the pairs of plans of `tests/diff/cases`."""

import shutil
from collections.abc import Callable
from difflib import ndiff
from pathlib import Path

import pytest
import yaml
from click.testing import Result

from in_process import run
from roadmapc.model.amendment import ChangeKind
from roadmapc.model.plan import Plan
from roadmapc.pipeline import compile_plan

HERE = Path(__file__).parent
PAIRS = HERE.parent / "diff"
DRAFTED = sorted(path.stem for path in (HERE / "expected").glob("*.yaml"))
"""Pairs for which there is an amending order."""
LATER = "02.02.2026"
"""A day after every order of them."""
HISTORY = frozenset(
    {"L820", "L821", "L822", "L823", "N720", "A604"}
    | {"M470", "M471", "M472", "M473", "M474", "M475", "M476"}
)
"""What is said of a history that does not fit its plan."""

Record = Callable[..., Result]


@pytest.fixture
def record(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Record:
    """`roadmapc amend --record` in the folder of the plans."""
    shutil.copytree(PAIRS / "organisations", tmp_path / "organisations")
    monkeypatch.chdir(tmp_path)

    def recorded(*arguments: str, number: str = "20", date: str = "01.02.2022") -> Result:
        options = ["--number", number, "--date", date, "--record", *arguments]
        return run("amend", "before.yaml", "after.yaml", *options)

    return recorded


def take(case: str, folder: Path) -> str:
    """Put a pair into the folder; the text of its new plan."""
    shutil.copytree(PAIRS / "cases" / case, folder, dirs_exist_ok=True)
    return (folder / "after.yaml").read_text("utf-8")


def plan(name: str = "after.yaml") -> Plan:
    outcome = compile_plan(Path(name))
    assert outcome.value is not None
    assert {said.code.id for said in outcome.diagnostics}.isdisjoint(HISTORY)
    return outcome.value.plan


def touched(name: str = "after.yaml") -> set[tuple[str, str, str]]:
    """What the only act of a plan's history touched."""
    (act,) = plan(name).amendments
    return {(change.kind.value, change.provision.kind.value, change.provision.id) for change in act.changes}


@pytest.mark.parametrize("case", DRAFTED)
def test_history_fits_the_plan_and_nothing_else_of_the_text_changes(
    case: str, record: Record, tmp_path: Path
) -> None:
    before = take(case, tmp_path).splitlines()
    assert record(date=LATER).exit_code == 0
    assert plan().amendments[0].changes
    after = (tmp_path / "after.yaml").read_text("utf-8").splitlines()
    lost = [line[2:].strip() for line in ndiff(before, after) if line.startswith("- ")]
    rewritten = [line for line in lost if not any(line.removeprefix("- ") in each for each in after)]
    assert rewritten == []


@pytest.mark.parametrize("case", DRAFTED)
def test_the_order_is_the_same_with_the_numbers_written_down(
    case: str, record: Record, tmp_path: Path
) -> None:
    take(case, tmp_path)
    drafted = record(date=LATER).stdout
    options = ["amend", "before.yaml", "after.yaml", "--number", "20", "--date", LATER]
    again = run(*options)
    assert yaml.safe_load(again.stdout)["order"] == yaml.safe_load(drafted)["order"]
    assert "A604" not in again.stderr


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        ("measure-removed", {("removed", "measure", "monitoring")}),
        ("clause-removed", {("removed", "clause", "schools-sites")}),
        ("section-added", {("added", "section", "results")}),
        ("preamble-added", {("changed", "requisite", "preamble")}),
    ],
)
def test_a_unit_stands_for_all_that_it_holds(
    case: str, expected: set[tuple[str, str, str]], record: Record, tmp_path: Path
) -> None:
    take(case, tmp_path)
    record()
    assert touched() == expected


def test_a_changed_cell_is_named_by_its_field(record: Record, tmp_path: Path) -> None:
    take("deadline-later", tmp_path)
    record()
    ((_, fields, kind),) = {(t.provision, t.fields, t.kind) for t in plan().amendments[0].changes}
    assert (fields, kind) == (("deadline",), ChangeKind.CHANGED)


def test_an_act_is_recorded_once(record: Record, tmp_path: Path) -> None:
    take("deadline-later", tmp_path)
    record()
    written = (tmp_path / "after.yaml").read_bytes()
    again = record()
    assert (again.exit_code, again.stdout) == (1, "")
    assert "ошибка A605: акт от 01.02.2022 № 20 уже есть в истории плана" in again.stderr
    assert (tmp_path / "after.yaml").read_bytes() == written


def test_an_act_is_recorded_after_those_of_the_edition_it_amends(record: Record, tmp_path: Path) -> None:
    take("deadline-later", tmp_path)
    record()
    written = (tmp_path / "after.yaml").read_bytes()
    other = record(number="21")
    assert other.exit_code == 1
    assert "A605: акт от 01.02.2022 № 21 не следующий: новая редакция знает и акт № 20" in other.stderr
    assert (tmp_path / "after.yaml").read_bytes() == written


def test_an_act_is_not_older_than_what_it_amends(record: Record, tmp_path: Path) -> None:
    text = take("deadline-later", tmp_path)
    result = record(date="01.02.2020")
    assert result.exit_code == 1
    assert "A605: акт от 01.02.2020 № 20 раньше последней редакции (18.03.2021)" in result.stderr
    assert (tmp_path / "after.yaml").read_text("utf-8") == text


def test_the_next_order_names_those_before_it(record: Record, tmp_path: Path) -> None:
    text = take("deadline-later", tmp_path)
    record()
    (tmp_path / "before.yaml").write_text((tmp_path / "after.yaml").read_text("utf-8"), "utf-8")
    assert text.count("Аналитическая справка") == 1
    changed = (tmp_path / "before.yaml").read_text("utf-8").replace("Аналитическая справка", "Справка")
    (tmp_path / "after.yaml").write_text(changed, "utf-8")
    result = record(number="77-О", date="03.05.2022")
    clause = yaml.safe_load(result.stdout)["order"]["clauses"][0]
    assert "(в редакции приказа от 01.02.2022 № 20)" in " ".join(str(clause).split())
    assert [act.requisites for act in plan().amendments] == ["от 01.02.2022 № 20", "от 03.05.2022 № 77-О"]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_marks_and_line_ends_of_an_editor_stay(ends: str, record: Record, tmp_path: Path) -> None:
    text = take("measure-split", tmp_path)
    (tmp_path / "after.yaml").write_bytes(b"\xef\xbb\xbf" + text.replace("\n", ends).encode())
    assert record().exit_code == 0
    written = (tmp_path / "after.yaml").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert written.count(b"\n") == written.count(ends.encode())


def test_a_history_in_one_line_is_left_alone(record: Record, tmp_path: Path) -> None:
    text = take("deadline-later", tmp_path) + "amendments: [{date: 01.12.2021, number: 1}]\n"
    (tmp_path / "after.yaml").write_text(text, "utf-8")
    result = record()
    assert result.exit_code == 1
    assert "A605" in result.stderr
    assert (tmp_path / "after.yaml").read_text("utf-8") == text


def test_a_revision_cannot_be_written_to(record: Record, tmp_path: Path) -> None:
    result = run("amend", "a.yaml", "HEAD:a.yaml", "--number", "1", "--date", "01.02.2022", "--record")
    assert result.exit_code == 2
    assert "не файл" in result.stderr
