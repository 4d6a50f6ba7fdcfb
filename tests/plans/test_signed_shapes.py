"""Plans of acts that are signed already: printed word for word, asked about once, never stopped.

A shape is what an author types to say what a signed act has, and what a reader finds on paper: the Word
document as python-docx reads it.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml
from built_shapes import Built, built

from in_process import run
from roadmapc.catalogue import find

SHAPES = yaml.safe_load((Path(__file__).parent / "signed-shapes.yaml").read_text("utf-8"))
ORDER = {
    "wording": "as_signed",
    "date": "12.01.2026",
    "number": "12-О",
    "author": "department",
    "signatory": "director",
    "title": "О плане",
    "clauses": [{"number": "1.", "text": "Утвердить план."}],
}
COLUMNS = "{ number: №, measure: Мероприятие, deadline: Срок, executors: Исполнитель }"
HEAD = ["№", "Мероприятие", "Срок", "Исполнитель"]


def fields(written: str) -> Any:
    """Fields as an author types them, every value a text."""
    return yaml.load(written, Loader=yaml.BaseLoader)


def plan_of(shape: dict[str, Any]) -> dict[str, Any]:
    """The plan that holds a shape; `~` takes a field of the frame away."""
    appendix: dict[str, Any] = {"id": "plan", "title": "План"}
    if "appendix" in shape:
        appendix |= fields(shape["appendix"])
    else:
        measure = fields(shape.get("measure", "{ id: one, measure: Обход }"))
        sections = [{"id": "all", "measures": [measure]}]
        if "sections" in shape:
            sections = fields(shape["sections"])
        appendix |= {"columns": fields(shape.get("columns", COLUMNS)), "sections": sections}
    order = ORDER | (fields(shape["order"]) if "order" in shape else {})
    order = {name: value for name, value in order.items() if value != "~"}
    return {
        "format": 1,
        "id": "shapes",
        "organisation": "organisations/town.yaml",
        "period": "2026-2027",
        "order": order,
        "appendices": [{name: value for name, value in appendix.items() if value != "~"}],
    }


def written(shape: dict[str, Any], answers: tuple[str, ...] = ()) -> str:
    """The plan as YAML, with answers to what is asked about the act."""
    text = yaml.safe_dump(plan_of(shape), allow_unicode=True, sort_keys=False, width=10_000)
    comments = "".join(f"# roadmapc: allow {code} – так в подписанном акте\n" for code in answers)
    for field in ("order:\n", "appendices:\n"):
        text = text.replace(field, comments + field)
    return text


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u2011", "-").replace("\t", " ")


def rows(found: Built) -> list[list[str]]:
    """The cells of the only table of the appendix."""
    table = next(table for table in found.document.tables if table.style.name.startswith("Таблица"))
    return [[plain(cell.text) for cell in row.cells] for row in table.rows]


def paragraphs(found: Built) -> str:
    """A line a paragraph."""
    return "".join(f"\n{plain(paragraph.text)}" for paragraph in found.document.paragraphs) + "\n"


@pytest.mark.parametrize("name", SHAPES)
def test_a_signed_act_is_printed_as_it_is(name: str, tmp_path: Path) -> None:
    shape, found = SHAPES[name], built(tmp_path, written(SHAPES[name]))
    assert found.exit_code == 0, found.said
    assert found.document is not None, found.said
    if "cells" in shape:
        assert rows(found)[-1] == shape["cells"]
    if "printed" in shape:
        assert rows(found) == shape["printed"]
    for code in shape.get("asks", ()):
        assert f"замечание {code}:" in found.said
    lines = "".join(f"\n{line}" for line in shape.get("text", ()))
    assert f"{lines}\n" in paragraphs(found)


ASKED = [name for name, shape in SHAPES.items() if "asks" in shape]


@pytest.mark.parametrize("name", ASKED)
def test_what_is_asked_about_it_is_answered_once(name: str, tmp_path: Path) -> None:
    codes = tuple(SHAPES[name]["asks"])
    found = built(tmp_path, written(SHAPES[name], codes))
    assert [code for code in codes if f"замечание {code}:" in found.said] == []
    assert found.document is not None


@pytest.mark.parametrize("name", ASKED)
def test_a_draft_is_as_strict_as_ever(name: str, tmp_path: Path) -> None:
    errors = [code for code in SHAPES[name]["asks"] if find(code).severity == "error"]  # type: ignore[union-attr]
    shape = plan_of(SHAPES[name])
    del shape["order"]["wording"]
    found = built(tmp_path, yaml.safe_dump(shape, allow_unicode=True, sort_keys=False))
    assert (found.exit_code == 1) == bool(errors) or "S20" in found.said
    assert found.document is None or not errors


@pytest.mark.parametrize("name", SHAPES)
def test_its_words_are_never_corrected(name: str, tmp_path: Path) -> None:
    plan = built(tmp_path, written(SHAPES[name])).plan
    before = plan.read_text("utf-8")
    run("check", "--fix", plan)
    assert plan.read_text("utf-8") == before


def test_forty_shapes_are_tried() -> None:
    assert len(SHAPES) >= 40
