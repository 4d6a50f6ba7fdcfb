"""The drafted file built as any other, and its document come back."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document

from in_process import run, run_ok

PAIRS = Path(__file__).parents[1] / "diff"
REQUISITES = ["--number", "20", "--date", "01.02.2022"]
Drafted = Callable[[str], tuple[Path, Path]]


@pytest.fixture
def drafted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Drafted:
    """The amending order of a pair as a file, and the document that `amend` writes."""
    shutil.copytree(PAIRS / "organisations", tmp_path / "organisations")
    monkeypatch.chdir(tmp_path)

    def draft(case: str) -> tuple[Path, Path]:
        shutil.copytree(PAIRS / "cases" / case, tmp_path, dirs_exist_ok=True)
        amend = ["amend", "before.yaml", "after.yaml", *REQUISITES]
        Path("amendment.yaml").write_text(run(*amend).stdout, "utf-8")
        run_ok(*amend, "-o", "amendment.docx")
        return Path("amendment.yaml"), Path("amendment.docx")

    return draft


@pytest.mark.parametrize("case", ["measure-split", "section-added", "columns", "clause-moved"])
def test_the_file_is_a_plan_that_nobody_would_query_and_builds_the_same_document(
    case: str, drafted: Drafted
) -> None:
    file, document = drafted(case)
    assert "ошибка" not in run("check", str(file)).output
    run_ok("build", str(file), "--format", "docx", "-o", "built")
    assert Path("built/quality-2021-amendment-20/order.docx").read_bytes() == document.read_bytes()
    run_ok("verify", str(document), str(file))


def test_a_word_changed_in_a_quoted_row_is_named_with_its_place(drafted: Drafted) -> None:
    file, document = drafted("measure-split")
    opened = Document(str(document))
    (row,) = opened.tables[0].rows
    run_of_words = row.cells[1].paragraphs[0].runs[0]
    run_of_words.text = run_of_words.text.replace("одиннадцатых", "десятых")
    opened.save(str(document))
    result = run("verify", str(document), str(file))
    assert result.exit_code == 1
    assert "строка «1.1¹», 2-я графа" in result.stderr
    assert "[-одиннадцатых-]{+десятых+}" in result.stderr


def test_quoted_rows_are_no_duties_of_the_amending_order(drafted: Drafted) -> None:
    file, _ = drafted("measure-split")
    result = run("calendar", str(file), "--format", "csv")
    assert "exams-eleventh" not in result.stdout
    assert "Анализ результатов" not in result.stdout
