"""Draft and final: what registration gives an order, and what keeps it from being printed as one."""

from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from click.testing import Result

Command = Callable[..., Result]
PLAN = Path("roadmaps/minimal.yaml")


@pytest.fixture
def draft(repository: Path) -> Path:
    """A plan whose order has neither date nor number."""
    assert "number:" not in (repository / PLAN).read_text("utf-8")
    return PLAN


@pytest.fixture
def signed(draft: Path) -> Path:
    """The plan with its order registered in the file."""
    text = draft.read_text("utf-8")
    draft.write_text(text.replace("  title:", "  date: 18.03.2024\n  number: 168\n  title:", 1), "utf-8")
    return draft


def texts(name: str = "minimal") -> list[str]:
    return [paragraph.text for paragraph in docx.Document(f"out/{name}/order.docx").paragraphs]


def test_without_date_and_number_the_order_is_a_draft_with_blanks(command: Command, draft: Path) -> None:
    assert command("build", draft, "-o", "out").exit_code == 0
    found = texts()
    assert found[0] == "Проект"
    assert "____________\t№\u00a0_____" in found
    assert any(text.endswith("от ____________ №\u00a0_____") for text in found)


def test_registration_makes_it_final(command: Command, draft: Path) -> None:
    assert command("build", draft, "-o", "out", "--number", "54", "--date", "18.03.2024").exit_code == 0
    found = texts()
    assert "Проект" not in found
    assert "18.03.2024\t№\u00a054" in found
    assert any(text.replace("\u00a0", " ").endswith("от 18.03.2024 № 54") for text in found)


@pytest.mark.parametrize("given", [("--number", "54"), ("--date", "18.03.2024")])
def test_half_a_registration_leaves_a_draft(command: Command, draft: Path, given: tuple[str, str]) -> None:
    assert command("build", draft, "-o", "out", *given).exit_code == 0
    assert texts()[0] == "Проект"


def test_a_registered_order_is_not_registered_otherwise(command: Command, signed: Path) -> None:
    result = command("build", signed, "-o", "out", "--number", "9999")
    assert result.exit_code == 1
    assert "M411" in result.stderr
    assert "а в команде – «9999»" in result.stderr
    assert not Path("out").exists()


def test_the_same_registration_twice_is_no_quarrel(command: Command, signed: Path) -> None:
    assert command("build", signed, "-o", "out", "--number", "168").exit_code == 0
    assert "18.03.2024\t№\u00a0168" in texts()


def test_one_number_is_not_given_to_several_orders(command: Command, repository: Path) -> None:
    assert command("build", "-o", "out", "--number", "5").exit_code == 2


@pytest.mark.parametrize("date", ["18 марта", "18.03.21", "31.02.2021"])
def test_a_date_that_is_no_day_is_wrong_use(command: Command, draft: Path, date: str) -> None:
    result = command("build", draft, "-o", "out", "--number", "1", "--date", date)
    assert result.exit_code == 2
    assert f"«{date}» – не дата; напишите ДД.ММ.ГГГГ" in result.stderr


@pytest.mark.parametrize("date", ["18.03.2024", "18.3.2024", "2024-03-18"])
def test_a_date_is_the_same_day_however_it_is_written(command: Command, signed: Path, date: str) -> None:
    text = signed.read_text("utf-8")
    signed.write_text(text.replace("date: 18.03.2024", "date: 18.3.2024"), "utf-8")
    assert command("build", signed, "-o", "out", "--date", date).exit_code == 0
    assert "18.03.2024\t№\u00a0168" in texts()


def test_a_blank_in_a_file_of_prose_counts(command: Command, draft: Path) -> None:
    text = draft.read_text("utf-8")
    draft.write_text(f"{text}  - {{id: more, title: Сведения, parts: [{{file: texts/more.md}}]}}\n", "utf-8")
    Path("roadmaps/texts/more.md").write_text("Доля школ – ____ %.\n", "utf-8")
    assert command("build", draft, "-o", "out").exit_code == 0
    refused = command("build", draft, "-o", "final", "--number", "1", "--date", "18.03.2024")
    assert refused.exit_code == 1
    assert "more.md:1:13: ошибка T990" in refused.stderr
    assert "1 незаполненное место" in refused.stderr


@pytest.mark.parametrize(
    ("old", "new"),
    [("  title:", "  # TODO: уточнить заголовок\n  title:"), ("measure: ", "measure: За ____ год ")],
    ids=["reminder", "blank"],
)
def test_an_unfinished_order_stays_a_draft(command: Command, draft: Path, old: str, new: str) -> None:
    text = draft.read_text("utf-8")
    assert old in text
    draft.write_text(text.replace(old, new, 1), "utf-8")
    assert command("build", draft, "-o", "out").exit_code == 0
    refused = command("build", draft, "-o", "final", "--number", "1", "--date", "18.03.2024")
    assert refused.exit_code == 1
    assert "T990" in refused.stderr
    assert "1 незаполненное место" in refused.stderr
    assert not Path("final").exists()
