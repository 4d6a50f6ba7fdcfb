"""Shapes of tables that real acts have: each is printed or refused with advice; none prints something else.

A shape is the fields of a `table` part as an author types them, and what a reader finds on paper: the rows of
the Word document as python-docx reads them, where a merged cell says the same in each of its places, with the
lines over and under the table. A refused one has the code of the finding and words of its advice.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from built_shapes import Built, built

from roadmapc.text.numbers import MINUS
from roadmapc.text.typography import plain

PLANS = Path(__file__).parent
SHAPES = yaml.safe_load((PLANS / "table-shapes.yaml").read_text("utf-8"))
FRAME = """\
format: 1
id: shapes
organisation: organisations/town.yaml
period: 2027
order:
  date: 01.02.2027
  number: 12-О
  author: department
  signatory: director
  title: О сведениях
  clauses:
    - Утвердить сведения (приложение).
appendices:
  - id: facts
    title: Сведения
    parts:
"""


def shaped(folder: Path, table: str) -> Built:
    """The plan that holds a table."""
    first, *others = table.strip().split("\n")
    part = "\n".join((f"      - {first}", *(f"        {line}" for line in others)))
    return built(folder, f"{FRAME}{part}\n")


def read(text: str) -> str:
    """A text as it is read, with a hyphen for a minus."""
    return plain(text).replace(MINUS, "-")


def rows(document: Any) -> list[list[str]]:
    """The cells of the only table with borders, a merged one in each of its places."""
    table = next(table for table in document.tables if table.style.name == "Таблица плана")
    return [[read(cell.text) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("name", [name for name, shape in SHAPES.items() if "printed" in shape])
def test_a_shape_of_real_tables_is_printed(name: str, tmp_path: Path) -> None:
    shape = SHAPES[name]
    found = shaped(tmp_path, shape["written"])
    assert found.exit_code == 0, found.said
    assert rows(found.document) == [[read(str(cell)) for cell in row] for row in shape["printed"]]
    paragraphs = [read(paragraph.text) for paragraph in found.document.paragraphs]
    assert [line for line in shape.get("around", ()) if read(line) not in paragraphs] == []
    assert all(code in found.said for code in shape.get("asks", ()))
    if "asks" not in shape:
        assert "M4" not in found.said


@pytest.mark.parametrize("name", [name for name, shape in SHAPES.items() if "refused" in shape])
def test_what_cannot_be_printed_is_refused_with_advice(name: str, tmp_path: Path) -> None:
    shape = SHAPES[name]
    found = shaped(tmp_path, shape["written"])
    assert found.exit_code == 1
    assert f"ошибка {shape['refused']}" in found.said
    assert shape["advice"] in found.said
    assert found.document is None


def test_forty_shapes_are_tried() -> None:
    assert len(SHAPES) >= 40


def test_the_example_of_the_guide_is_printed_with_its_sums(tmp_path: Path) -> None:
    guide = (PLANS.parents[1] / "roadmaps" / "README.md").read_text("utf-8")
    _, _, example = guide.partition("```yaml\n- table:")
    table, _, _ = example.partition("```")
    found = shaped(tmp_path, "table:" + table.replace("\n  ", "\n"))
    assert found.exit_code == 0, found.said
    printed = rows(found.document)
    assert printed[-1] == ["Всего по смете", "Всего по смете", "Всего по смете", "85 244,00", "6 000,50"]
    assert [row[3] for row in printed if "Итого" in row[0]] == ["44 200,00"]
