"""A measure made into several is told only where the words show it."""

import json
import shutil
from pathlib import Path

import pytest

from in_process import run

HERE = Path(__file__).parent
PLAN = (HERE / "cases" / "measure-split" / "before.yaml").read_text("utf-8")
WHOLE = "Анализ результатов единого государственного экзамена"
FIRST = "            measure: "
"""What stands before the text of a measure."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(HERE / "organisations", tmp_path / "organisations")
    (tmp_path / "before.yaml").write_text(PLAN, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def splits(folder: Path, whole: str, added: list[str]) -> list[dict[str, object]]:
    """What is said of the first measure, rewritten, with others after it."""
    rows = "".join(
        f"          - id: part-{at}\n{FIRST}{text}\n            deadline: постоянно\n"
        "            executors: [schools]\n            result: справка\n"
        for at, text in enumerate(added)
    )
    section = PLAN.rindex("\n", 0, PLAN.index("          - id:", PLAN.index(WHOLE))) + 1
    text = (PLAN[:section] + rows + PLAN[section:]).replace(WHOLE, whole, 1)
    (folder / "after.yaml").write_text(text, "utf-8")
    command = ["diff", "before.yaml", "after.yaml", "--format", "json"]
    done = run(*command)
    found: list[dict[str, object]] = json.loads(done.stdout)["splits"]
    return found


def test_parts_are_known_by_the_words_of_the_whole(folder: Path) -> None:
    (split,) = splits(folder, f"{WHOLE} по русскому языку", ["Анализ результатов государственного экзамена"])
    assert len(split["parts"]) == 2


def test_a_measure_beside_one_that_stays_is_new(folder: Path) -> None:
    assert splits(folder, WHOLE, ["Анализ результатов государственного экзамена"]) == []


def test_other_words_are_another_measure(folder: Path) -> None:
    assert (
        splits(
            folder, f"{WHOLE} по русскому языку", ["Опрос родителей о государственной итоговой аттестации"]
        )
        == []
    )


def test_a_few_words_in_common_are_the_words_of_the_trade(folder: Path) -> None:
    assert (
        splits(folder, f"{WHOLE} по русскому языку", ["Анализ результатов опроса родителей и экзамена"]) == []
    )


def test_a_dozen_measures_of_the_same_words_have_not_come_of_one(folder: Path) -> None:
    added = [f"Анализ результатов единого экзамена в школе № {at}" for at in range(12)]
    assert splits(folder, f"{WHOLE} по русскому языку", added) == []
