"""The signed past of a plan is told when it reads otherwise: its first edition and each of its acts."""

import json
import shutil
from pathlib import Path

import pytest

from in_process import run

GOOD = Path(__file__).parents[1] / "plans" / "good"
PLAN = "lived.yaml"
ORDER, ACT, LATER = (f"acts/lived/{name}.yaml" for name in ("order", "2024-03-01-41", "2024-09-02-120"))
IN_FORCE_LATER = {LATER: ("added:\n", "effective: 30.09.2024\nadded:\n")}
"""The act strikes out a row: the day of the row comes before that now."""


@pytest.fixture(autouse=True)
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two equal folders with a plan that two acts have amended."""
    for path in ("organisations/town.yaml", PLAN, ORDER, ACT, LATER):
        (tmp_path / "old" / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(GOOD / path, tmp_path / "old" / path)
    shutil.copytree(tmp_path / "old", tmp_path / "new")
    monkeypatch.chdir(tmp_path)


def rewrite(edits: dict[str, tuple[str, str]]) -> None:
    for path, (old, new) in edits.items():
        text = Path("new", path).read_text("utf-8")
        assert text.count(old) == 1, path
        Path("new", path).write_text(text.replace(old, new), "utf-8")


REWRITTEN = {
    "the title of an act": {ACT: ("О внесении изменения в приказ", "О внесении изменений в приказ")},
    "what an act says without a mark": {LATER: ('number: "1.6"', 'number: "1.8"')},
    "the ground of an act": {ACT: ("осенних", "весенних")},
    "what an act sets, beside the plan": {
        ACT: ("29 ноября", "28 ноября"),
        PLAN: ("29 ноября", "28 ноября"),
    },
    "the first edition, beside the plan": {
        ORDER: ("result: отчёт", "result: доклад"),
        PLAN: ("result: отчёт", "result: доклад"),
    },
    "the day on which an act comes into force": IN_FORCE_LATER,
}


@pytest.mark.parametrize("name", REWRITTEN)
def test_a_signed_text_that_is_written_anew_is_told_in_every_form(name: str) -> None:
    rewrite(REWRITTEN[name])
    [path] = (path for path in REWRITTEN[name] if path != PLAN)
    found = json.loads(run("diff", "old", "new", "--format", "json").stdout)["grounds"]
    assert [(each["kind"], each["name"]) for each in found] == [("act", path)]
    for form in ("text", "markdown", "html"):
        shown = run("diff", "old", "new", "--format", form).stdout
        assert path in shown.replace("`", "")
        assert "изменений нет" not in shown.casefold()
    assert run("diff", "old", "new", "--exit-code").exit_code == 1


def test_an_act_that_comes_is_told_by_the_history_of_the_plan_alone() -> None:
    Path("old", LATER).unlink()
    found = json.loads(run("diff", "old", "new", "--format", "json").stdout)
    assert found["grounds"] == []
    assert "120-О" in run("diff", "old", "new").stdout


def test_an_act_under_another_name_does_not_pass_for_a_new_one() -> None:
    """Its date and number are those of the act that has gone, so the history of the plan is the same."""
    rewrite({ACT: ("осенних", "весенних")})
    Path("new", ACT).rename(Path("new", ACT).with_name("41.yaml"))
    shown = run("diff", "old", "new").stdout
    assert f"акт «{ACT}»: больше не назван" in shown


def test_a_day_of_a_row_that_neither_text_has_is_compared() -> None:
    rewrite(IN_FORCE_LATER)
    shown = run("diff", "old", "new")
    assert shown.exit_code == 0, shown.output
    assert "строка 1.2: появляется 16.09.2024" in shown.stdout


def test_a_plan_that_names_its_acts_no_more_is_compared() -> None:
    rewrite(IN_FORCE_LATER)
    shutil.rmtree("old")
    shutil.copytree("new", "old")
    rewrite({PLAN: ("acts: acts/lived\n", "")})
    shown = run("diff", "old", "new")
    assert shown.exit_code == 0, shown.output
    assert "строка 1.2: исчезает 16.09.2024" in shown.stdout


def test_a_headline_of_dates_alone_has_no_empty_place() -> None:
    rewrite(IN_FORCE_LATER)
    [headline, *_] = run("diff", f"old/{PLAN}", f"new/{PLAN}").stdout.splitlines()
    assert headline == f"Слова по существу те же, а даты другие; акт «{LATER}»: изменён."


@pytest.mark.parametrize("side", ["old", "new"])
def test_an_edition_that_names_nobody_is_not_compared(side: str) -> None:
    """Whom the directory does not know is left out of the duty, as if the plan had struck him out."""
    path = Path(side, PLAN)
    text = path.read_text("utf-8").replace("executors: [department]", "executors: [departmnet]", 1)
    path.write_text(text, "utf-8")
    shown = run("diff", "old", "new")
    assert shown.exit_code == 1
    assert "Не сравнено" in shown.stdout
    assert "исполнителя «departmnet» в справочнике нет" in shown.stdout
    assert "исключён исполнитель" not in shown.stdout
