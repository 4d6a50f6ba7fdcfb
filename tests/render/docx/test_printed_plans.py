"""How the plans of the repository are set, measured on their PDF (decision 0033)."""

from pathlib import Path

import pytest
from printed import Report, report

from roadmapc.office import to_pdf
from roadmapc.pipeline import compile_plan
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.docx.order import render
from roadmapc.workspace.sources import plans_of

ROOT = Path(__file__).parents[3]
PAGES = {
    "arkhangelsk-2021": 10,
    "megion-2022": 9,
    "novoaleksandrovsk-2020": 23,
    "svetlorechensk-2026": 6,
    "svetlorechensk-theatres-2026": 5,
    "yurga-2020": 7,
}
"""Pages that a plan took when somebody last looked at them: it may take fewer."""
RIVERS = 0.05
"""Share of justified lines that may have a gap of more than three spaces."""


@pytest.fixture(scope="module")
def reports(tool, template, tmp_path_factory) -> dict[str, Report]:
    for program in ("soffice", "pdftotext"):
        tool(program)
    found = {}
    for path in plans_of(ROOT):
        compiled = compile_plan(path).value
        day = compiled.plan.order.date
        content = render(order_view(compiled.plan, compiled.calendar, day), template).value
        place = tmp_path_factory.mktemp(path.stem)
        (place / "order.docx").write_bytes(content)
        (place / "order.pdf").write_bytes(to_pdf(content, day).value)
        found[path.stem] = report(place / "order.docx", place / "order.pdf")
    return found


def test_every_paragraph_is_found_in_print(reports):
    assert {name: each.unfound for name, each in reports.items() if each.unfound} == {}


def test_no_line_breaks_what_belongs_together(reports):
    assert {name: each.examples for name, each in reports.items() if each.defects} == {}


def test_words_of_justified_lines_stand_close(reports):
    justified = sum(each.justified for each in reports.values())
    rivers = [line for each in reports.values() for line in each.rivers]
    assert justified > 200
    assert len(rivers) <= RIVERS * justified, rivers


def test_plans_take_no_more_pages(reports):
    assert {
        name: len(reports[name].fills) for name, most in PAGES.items() if len(reports[name].fills) > most
    } == {}
