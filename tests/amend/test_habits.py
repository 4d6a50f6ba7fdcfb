"""What amending orders owe to the profile: verbs, numbers, title, preamble, control."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from in_process import run

PAIRS = Path(__file__).parents[1] / "diff"
Amended = Callable[..., dict[str, Any]]


@pytest.fixture
def amended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Amended:
    """The drafted order of a pair of plans under a profile with such habits."""
    monkeypatch.chdir(tmp_path)

    def order(case: str, habits: dict[str, str], **others: dict[str, str]) -> dict[str, Any]:
        shutil.copytree(PAIRS / "organisations", "organisations", dirs_exist_ok=True)
        shutil.copytree(PAIRS / "cases" / case, ".", dirs_exist_ok=True)
        profile = {"format": 1, "name": "house", "based_on": "gost-2025", "amendments": habits, **others}
        Path("profiles").mkdir(exist_ok=True)
        Path("profiles/house.yaml").write_text(yaml.safe_dump(profile, allow_unicode=True), "utf-8")
        for edition in ("before.yaml", "after.yaml"):
            path = Path(edition)
            path.write_text(f"profile: profiles/house.yaml\n{path.read_text('utf-8')}", "utf-8")
        arguments = ["amend", "before.yaml", "after.yaml", "--number", "20", "--date", "01.02.2022"]
        result = run(*arguments)
        assert result.exit_code == 0, result.stderr
        found: dict[str, Any] = yaml.safe_load(result.stdout)["order"]
        return found

    return order


def first(order: dict[str, Any]) -> str:
    clause = order["clauses"][0]
    return str(clause if isinstance(clause, str) else clause["text"])


@pytest.mark.parametrize(
    ("removal", "words"),
    [
        ("repeal", "изменение, признав строку 1.2 приложения утратившей силу."),
        ("exclude", "изменение, исключив строку 1.2 приложения."),
    ],
)
def test_a_row_loses_its_force_or_is_left_out(removal: str, words: str, amended: Amended) -> None:
    assert first(amended("measure-removed", {"removal": removal})).endswith(words)


def test_a_section_loses_its_force_whatever_is_done_with_rows(amended: Amended) -> None:
    found = first(amended("section-removed", {"removal": "exclude"}))
    assert found.endswith("изменение, признав раздел 2 приложения утратившим силу.")


@pytest.mark.parametrize(
    ("insertion", "number"), [("superscript", "1.1¹"), ("level", "1.1.1"), ("letter", "1.1а")]
)
def test_a_row_between_two_others_has_the_number_of_the_house(
    insertion: str, number: str, amended: Amended
) -> None:
    _, added = amended("measure-split", {"insertion": insertion})["clauses"][0]["clauses"]
    assert added["text"] == f"Раздел 1 приложения дополнить строкой {number} следующего содержания:"
    (section,) = added["quoted"]["sections"]
    assert [measure["number"] for measure in section["measures"]] == [number]


def test_a_clause_between_two_others_is_never_taken_for_a_sub_clause(amended: Amended) -> None:
    assert "пунктом 3¹ следующего содержания" in first(amended("clause-added", {"insertion": "level"}))


@pytest.mark.parametrize(("names_order", "end"), [("yes", "на 2021–2025 годы»"), ("no", "№ 168")])
def test_the_title_names_the_amended_order_or_not(names_order: str, end: str, amended: Amended) -> None:
    assert amended("measure-removed", {"names_order": names_order})["title"].endswith(end)


def test_preamble_and_control_are_those_of_the_house(amended: Amended) -> None:
    words = {"preamble": "В целях уточнения сроков", "control": "Контроль оставляю за собой."}
    order = amended("measure-removed", words)
    assert order["preamble"] == words["preamble"]
    assert order["clauses"][-1] == words["control"]


def test_without_words_of_the_house_the_control_is_that_of_the_amended_order(amended: Amended) -> None:
    order = amended("measure-removed", {"removal": "repeal"})
    assert "preamble" not in order
    assert order["clauses"][-1]["control"] == "methodologist"


@pytest.mark.parametrize(("sign", "name"), [("with", "приложение № 2"), ("without", "приложение 2")])
def test_appendices_bear_their_numbers_as_in_the_order(sign: str, name: str, amended: Amended) -> None:
    order = amended("appendix-removed", {"removal": "repeal"}, requisites={"appendix_sign": sign})
    assert first(order).endswith(f"изменение, признав {name} утратившим силу.")


@pytest.mark.parametrize(("sign", "name"), [("with", "№ 2"), ("without", "2")])
def test_an_added_appendix_bears_its_number_so_too(sign: str, name: str, amended: Amended) -> None:
    order = amended("appendix-added", {"removal": "repeal"}, requisites={"appendix_sign": sign})
    end = f"дополнив приказ приложением {name} согласно приложению к настоящему приказу."
    assert first(order).endswith(end)
