"""Documents at the edge of what anybody would sign, printed by LibreOffice all the same."""

import re
from dataclasses import replace

import pytest
from invented import AppendixView, order, quote, rich, text
from lints import LINTS, parts_of

from roadmapc.render.document.view import ColumnView, MeasureRow, MeasuresView
from roadmapc.text.blocks import Block, BlockKind
from roadmapc.text.typography import plain

TALL = " ".join(f"слово{number}" for number in range(1500))
LONG_WORD = "ы" * 200
STRANGE = "🙂 עברית العربية ½ ₽ A\u0301"


def table(*rows: tuple[str, ...]):
    """An order with one table of these texts."""
    columns = tuple(ColumnView(str(at), f"Графа {at + 1}") for at in range(len(rows[0])))
    measures = tuple(MeasureRow(tuple(text(cell) if cell else () for cell in row)) for row in rows)
    return order(AppendixView(("Приложение",), "План", (MeasuresView(columns, measures),)))


EDGES = {
    "a cell taller than two pages": table(("1", TALL, "постоянно"), ("2", "следующее", "")),
    "twelve columns": table(
        *[tuple(f"конкурентоспособность {at}.{row}" for at in range(12)) for row in range(9)]
    ),
    "three hundred rows": table(*[(f"{row}", f"мероприятие {row}", "") for row in range(300)]),
    "empty cells": table(("", "", ""), ("1", "", "")),
    "a word of two hundred letters": table(("1", LONG_WORD, "постоянно")),
    "emoji and right-to-left text": table(("1", STRANGE, "постоянно")),
    "rows in quotes": replace(order(), clauses=(*order().clauses, quote(), quote(), *order().clauses)),
    "an approval sheet of two pages": replace(rich(), approval=rich().approval * 30),
}


@pytest.fixture(scope="module", params=EDGES.items(), ids=lambda item: item[0])
def edge(request):
    return request.param


def test_validators_and_lints_find_nothing_to_correct(edge, build, tool, tmp_path):
    document = build(edge[1])
    path = tmp_path / "order.docx"
    path.write_bytes(document)
    assert [found for lint in LINTS for found in lint(parts_of(document))] == []
    tool("ooxml-validator")(path)
    tool("openxml-audit")(path)


def test_every_word_of_a_cell_taller_than_a_page_is_printed(build, convert, tool):
    printed = tool("pdftotext")(
        "-raw", convert(build(EDGES["a cell taller than two pages"]), "pdf"), "-"
    ).stdout
    assert len(set(re.findall(r"слово\d+", printed))) == 1500
    assert "следующее" in printed


def test_three_hundred_rows_are_printed_each_whole_under_the_heading(build, convert, tool):
    printed = tool("pdftotext")("-layout", convert(build(EDGES["three hundred rows"]), "pdf"), "-").stdout
    pages = [plain(page) for page in printed.split("\f")[1:-1]]
    assert all("Графа 2" in page for page in pages)
    assert [int(row) for page in pages for row in re.findall(r"мероприятие (\d+)", page)] == list(range(300))


def test_strange_text_is_printed(build, convert, tool):
    printed = tool("pdftotext")(
        "-raw", convert(build(EDGES["emoji and right-to-left text"]), "pdf"), "-"
    ).stdout
    assert all(word in printed or word[::-1] in printed for word in ("עברית", "½", "₽"))


def test_a_letter_list_of_many_items_stays_a_list(build, convert, tool):
    items = tuple(Block(BlockKind.LETTER, f"позиция {at}") for at in range(60))
    cells = (text("1"), items)
    columns = (ColumnView("number", "№"), ColumnView("measure", "Мероприятие"))
    view = order(AppendixView(("Приложение",), "План", (MeasuresView(columns, (MeasureRow(cells),)),)))
    printed = tool("pdftotext")("-raw", convert(build(view), "pdf"), "-").stdout
    assert len(re.findall(r"позиция \d+", printed)) == 60
