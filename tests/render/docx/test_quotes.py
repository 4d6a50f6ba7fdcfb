"""Rows in quotes: tables between the clauses of an amending order, read back by python-docx."""

from dataclasses import replace

import pytest
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from invented import MEASURES, edited, letters, order, quote, text

from roadmapc.render.document.view import ColumnView, MeasureRow, ParagraphKind, ParagraphView, QuoteView
from roadmapc.render.docx import codes
from roadmapc.render.docx.order import render
from roadmapc.text.typography import plain

SHORT = quote(MeasureRow((text("«2.4"), text("Совещание"), text("постоянно"), (), text("Школы»."))))
LEAD_INS = ("Раздел 3 изложить в следующей редакции:", "Строку 2.4 изложить в следующей редакции:")
AMENDING = replace(
    order(),
    clauses=(
        ParagraphView(ParagraphKind.CLAUSE, "1.", LEAD_INS[0]),
        quote(),
        ParagraphView(ParagraphKind.CLAUSE, "2.", LEAD_INS[1]),
        SHORT,
        ParagraphView(ParagraphKind.CLAUSE, "3.", "Контроль оставляю за собой."),
    ),
)


@pytest.fixture(scope="module")
def document(opened):
    return opened(AMENDING)


def tables_in_quotes(document):
    """Each table of the order's text under the words that stand before it."""
    found, words = {}, None
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            found.setdefault(words.text, block)
        elif isinstance(block, Paragraph) and block.text:
            words = block
    return found


def test_every_quotation_stands_after_the_words_that_announce_it(document):
    announced = [plain(words) for words in tables_in_quotes(document)][:2]
    assert announced == [f"{at}. {words}" for at, words in enumerate(LEAD_INS, 1)]


def test_every_cell_says_what_the_view_says(document):
    first, second, _ = tables_in_quotes(document).values()
    (row,) = second.rows
    assert [plain(cell.text) for cell in row.cells] == ["«2.4", "Совещание", "постоянно", "", "Школы»."]
    title, measure = first.rows
    assert {plain(cell.text) for cell in title.cells} == {"«3. Итоги"}
    assert plain(measure.cells[1].text) == MEASURES[0][0][0].text


def test_quotations_of_one_table_have_its_columns_and_no_head(document):
    first, second, _ = tables_in_quotes(document).values()
    widths = [[column.width for column in table.columns] for table in (first, second)]
    assert widths[0] == widths[1]
    assert [len(table.rows) for table in (first, second)] == [2, 1]
    assert not document.element.body.xpath(".//w:tbl[1]//w:tblHeader")


@pytest.mark.parametrize(
    ("last", "style"),
    [(text("Школы»."), "Таблица: мелкий текст"), (letters("Школы»."), "Таблица: мелкие буквы")],
)
def test_words_too_long_for_the_page_are_set_small_and_so_are_lists(opened, last, style):
    words = [text("конкурентоспособность")] * 8
    columns = tuple(ColumnView(str(at), "Графа") for at in range(9))
    clauses = (*AMENDING.clauses[:1], QuoteView(columns, (MeasureRow((*words, last)),)))
    table, _ = opened(replace(AMENDING, clauses=clauses)).tables
    assert table.cell(0, 0).paragraphs[0].style.name == "Таблица: мелкий текст"
    assert table.cell(0, 8).paragraphs[0].style.name == style


def test_the_announcement_goes_to_the_next_page_with_the_table(document):
    announcements = [words for words in document.paragraphs if plain(words.text).endswith("редакции:")]
    assert announcements
    for words in announcements:
        assert words.paragraph_format.keep_with_next
        assert words._p.getnext().tag == qn("w:tbl")


@pytest.mark.parametrize("place", ["{{ clause.text }};", "{{ clause.text }} и другое"])
def test_a_template_without_room_for_a_quotation_is_told_so(template, place):
    style = 'w:val="ClauseContinuation"/></w:pPr><w:r><w:t xml:space="preserve">'
    outcome = render(AMENDING, edited(template, style + "{{ clause.text }}", style + place))
    assert [said.code for said in outcome.diagnostics] == [codes.NO_QUOTE_PLACE]
    assert outcome.value is None
