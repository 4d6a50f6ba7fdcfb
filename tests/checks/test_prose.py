"""An appendix that is written in a file of its own is read by the same rules."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from frame import plan_of, write

from roadmapc.cli.main import roadmapc
from roadmapc.pipeline import compile_plan

PROSE = """## 1. Введение

Школа №5 участвует в проекте «Образование.

- рост качества;
- охват детей
- участие школ
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    content, directory = plan_of({"parts": [{"file": "concept.md"}]})
    (tmp_path / "plan.yaml").write_text(write(content), "utf-8")
    (tmp_path / "organisation.yaml").write_text(write(directory), "utf-8")
    (tmp_path / "concept.md").write_text(PROSE, "utf-8")
    return tmp_path / "plan.yaml"


def test_findings_stand_at_the_lines_of_the_file(plan):
    places = [(one.code.id, one.place) for one in compile_plan(plan).diagnostics if one.place]
    found = {
        (code, place.file.position(place.span.start).line)
        for code, place in places
        if place.file.name.endswith("concept.md")
    }
    assert found == {("T907", 3), ("T902", 3), ("T912", 6)}


def test_it_is_corrected_in_its_place(plan):
    before = plan.read_bytes()
    CliRunner().invoke(roadmapc, ["check", "--fix", str(plan)])
    assert plan.with_name("concept.md").read_text("utf-8") == PROSE.replace("№5", "№ 5")
    assert plan.read_bytes() == before


def test_it_is_answered_where_the_plan_names_it(plan):
    before = {one.code.id for one in compile_plan(plan).diagnostics}
    answer = "file: concept.md  # roadmapc: allow T907 – так в уставе"
    plan.write_text(plan.read_text("utf-8").replace("file: concept.md", answer), "utf-8")
    assert {one.code.id for one in compile_plan(plan).diagnostics} == before - {"T907"}


@pytest.mark.parametrize("line_end", ["\r", "\n\r", "\r\r\n", "\r\n"])
def test_a_file_is_read_whatever_ends_its_lines(plan, line_end):
    plan.with_name("concept.md").write_bytes(PROSE.replace("\n", line_end).encode())
    outcome = compile_plan(plan)
    assert outcome.value is not None
    assert {"T907", "T902"} <= {one.code.id for one in outcome.diagnostics}


@pytest.mark.parametrize("prose", ["", "\n", " \n\u00a0\n"])
def test_a_file_without_words_is_told(plan, prose):
    plan.with_name("concept.md").write_text(prose, "utf-8")
    said = [one for one in compile_plan(plan).diagnostics if one.code.id == "T929"]
    assert [one.message for one in said] == ["текст приложения пуст"]
