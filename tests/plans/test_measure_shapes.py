"""Shapes of measure tables that real plans have: printed or refused with advice; none prints something else.

A shape is the fields of an appendix as an author types them, and what a reader finds on paper: the rows of
the Word document as python-docx reads them, the lines under the table, how its page is turned, the due days
of the calendar. A refused one has the code of the finding and words of its advice.
"""

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from built_shapes import Built, built

from in_process import run

PLANS = Path(__file__).parent
SHAPES = yaml.safe_load((PLANS / "measure-shapes.yaml").read_text("utf-8"))
FRAME = """\
format: 1
id: shapes
organisation: organisations/town.yaml
period: 2026-2027
order:
  date: 12.01.2026
  number: 12-О
  author: department
  signatory: director
  title: Об утверждении плана
  clauses:
    - Утвердить план (приложение).
appendices:
  - id: plan
    title: План
"""


def shaped(folder: Path, written: str) -> Built:
    """The plan that holds an appendix."""
    return built(folder, FRAME + "".join(f"    {line}\n" for line in written.splitlines()))


def due(plan: Path) -> list[str]:
    """The due days of its calendar."""
    listed = run("calendar", plan, "--format", "json").stdout
    days = [each["due"] for each in json.loads(listed)["occurrences"]]
    return [f"{day[8:]}.{day[5:7]}.{day[:4]}" for day in days]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2011", "-")


def rows(document: Any) -> list[list[str]]:
    """The cells of the only table of the plan, a merged one in each of its places."""
    table = next(table for table in document.tables if table.style.name == "Таблица плана")
    return [[plain(cell.text) for cell in row.cells] for row in table.rows]


@pytest.mark.parametrize("name", [name for name, shape in SHAPES.items() if "refused" not in shape])
def test_a_shape_of_real_plans_is_printed(name: str, tmp_path: Path) -> None:
    shape, found = SHAPES[name], shaped(tmp_path, SHAPES[name]["written"])
    assert found.exit_code == 0, found.said
    assert rows(found.document) == shape["printed"]
    paragraphs = [plain(paragraph.text) for paragraph in found.document.paragraphs]
    assert [line for line in shape.get("around", ()) if line not in paragraphs] == []
    if "orientation" in shape:
        assert found.document.sections[-1].orientation.name.lower() == shape["orientation"]
    if "due" in shape:
        assert due(found.plan) == shape["due"]
    assert all(code in found.said for code in shape.get("asks", ()))


@pytest.mark.parametrize("name", [name for name, shape in SHAPES.items() if "refused" in shape])
def test_what_cannot_be_printed_is_refused_with_advice(name: str, tmp_path: Path) -> None:
    shape, found = SHAPES[name], shaped(tmp_path, SHAPES[name]["written"])
    assert found.exit_code == 1
    assert f"ошибка {shape['refused']}" in found.said
    assert shape["advice"] in found.said
    assert found.document is None


def test_forty_shapes_are_tried() -> None:
    assert len(SHAPES) >= 40
