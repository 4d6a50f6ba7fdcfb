"""A table on the page of an edition and in Word says the same in every place, as others read both."""

from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import lxml.html
import pytest

from roadmapc.assets import asset
from roadmapc.pipeline import compile_plan
from roadmapc.render.consolidated.html import html
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.document.view import OrderView
from roadmapc.render.docx.order import render
from roadmapc.text.typography import plain

ESTIMATE = Path(__file__).parents[1] / "plans" / "good" / "estimate.yaml"


@pytest.fixture(scope="module")
def view() -> OrderView:
    compiled = compile_plan(ESTIMATE).value
    assert compiled is not None
    return order_view(compiled.plan, compiled.calendar, date(2027, 2, 1))


def of_page(table: Any) -> list[list[str]]:
    """The words in every place of a table of HTML, a merged cell in each of its own."""
    grid: dict[tuple[int, int], str] = {}
    rows = table.xpath(".//tr")
    for at, row in enumerate(rows):
        column = 0
        for cell in row.xpath("./th | ./td"):
            while (at, column) in grid:
                column += 1
            across, down = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
            for place in ((at + y, column + x) for y in range(down) for x in range(across)):
                assert place not in grid, "no two cells claim one place"
                grid[place] = plain(cell.text_content())
    width = max(column for _, column in grid) + 1
    return [[grid[at, column] for column in range(width)] for at in range(len(rows))]


def test_every_place_says_the_same_on_the_page_and_in_word(view: OrderView) -> None:
    content = render(view, asset("templates", "order.docx")).value
    assert content is not None
    in_word = [
        [[plain(cell.text) for cell in row.cells] for row in table.rows]
        for table in docx.Document(BytesIO(content)).tables
    ]
    page = lxml.html.fromstring(html(view))
    on_page = [of_page(table) for table in page.xpath("//div[contains(@class, 'figures')]/table")]
    assert on_page == in_word
    assert [len(table) for table in on_page] == [14, 6]


def test_what_stands_over_and_under_a_table_is_on_the_page(view: OrderView) -> None:
    page = lxml.html.fromstring(html(view))
    assert page.xpath("//p[@class='unit']/text()") == ["(рублей)"]
    assert len(page.xpath("//p[@class='table-note']")) == 2
    bold = page.xpath("//tr[@class='bold']/td[1]/text()")
    assert [plain(text) for text in bold] == [
        "Итого по разделу 1",
        "Итого по разделу 2",
        "Всего по смете",
        "Число призов",
    ]
