"""A sum from its amendment to the edition: the act names the row «Всего», the edition prints it."""

import shutil
from pathlib import Path

import docx
import pytest

from in_process import run_ok

PAIRS = Path(__file__).parents[1] / "diff"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pair of editions, of which the second is recorded as what an act made of the first."""
    shutil.copytree(PAIRS / "organisations", tmp_path / "organisations")
    shutil.copytree(PAIRS / "cases" / "measures-row-added", tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    act = ("--number", "20", "--date", "01.02.2026", "--record", "-o", "act.docx")
    run_ok("amend", "before.yaml", "after.yaml", *act)
    return tmp_path


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


def test_the_act_names_the_rows_of_totals(folder: Path) -> None:
    words = plain(" ".join(each.text for each in docx.Document(str(folder / "act.docx")).paragraphs))
    assert "строки «Всего» приложения № 1 цифры «2 700» заменить цифрами «2 800»" in words
    assert "строки «Итого по разделу 2» приложения № 1 изложить в следующей редакции: «40»" in words


def test_the_edition_prints_the_new_sums_with_their_act(folder: Path) -> None:
    run_ok("build", "after.yaml", "-o", "out")
    document = docx.Document(str(folder / "out" / "funding-2026" / "edition.docx"))
    table = next(each for each in document.tables if "Всего" in each._tbl.xml)
    rows = [[plain(cell.text) for cell in row.cells] for row in table.rows]
    assert rows[-1] == ["Всего", "Всего", "Всего", "2 800", "5 040", ""]
    assert rows[-2] == ["Итого по разделу 2"] * 3 + ["800", "40", ""]
    assert "(строка 2.2 введена приказом от 01.02.2026 № 20)" in rows[-3][0]
    page = plain((folder / "out" / "funding-2026" / "edition.html").read_text("utf-8"))
    assert '<th colspan="3" scope="row">Всего</th><td>2 800</td><td>5 040</td>' in page


def test_a_quoted_row_keeps_the_cells_that_it_shared_with_the_row_above(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(PAIRS / "organisations", tmp_path / "organisations")
    monkeypatch.chdir(tmp_path)
    plan = (PAIRS / "cases" / "measures-row-added" / "before.yaml").read_text("utf-8")
    row = 'cells: {town: 800, region: "–"}\n            executors: [schools]\n'
    plan = plan.replace(row, f"{row}            joined: [executors]\n")
    Path("before.yaml").write_text(plan, "utf-8")
    after = plan.replace("Закупить словари", "Закупить атласы").replace("31 июля", "29 июля")
    Path("after.yaml").write_text(after, "utf-8")
    for name in ("act.docx", "act.yaml"):
        run_ok("amend", "before.yaml", "after.yaml", "--number", "20", "--date", "02.02.2026", "-o", name)
    quoted = docx.Document("act.docx").tables[-1].rows[0]
    assert [plain(cell.text) for cell in quoted.cells] == [
        "«1.2",
        "Закупить атласы",
        "не позднее 29 июля 2026 года",
        "800",
        "–",
        "Школы».",
    ]
    run_ok("check", "act.yaml")
