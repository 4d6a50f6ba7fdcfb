"""Forms with blanks, read back by python-docx and measured on LibreOffice's page."""

import re
from io import BytesIO

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from invented import order, table_row
from lints import LINTS, parts_of
from lxml import etree

from roadmapc.model.parts import FormLine, FormLineKind
from roadmapc.render.document.view import AppendixView, FormView, HeadingView, TableView
from roadmapc.render.docx import heads
from roadmapc.text.typography import plain

TYPED = 'Смена с «__» ______ 20__ г. по "__" ______ 20__ г., ___ чел.'
LINES = (
    FormLine(FormLineKind.RIGHT, "Примерная форма"),
    FormLine(FormLineKind.TITLE, "Отчёт"),
    FormLine(FormLineKind.CENTRE, "за ____ квартал 20__ года"),
    FormLine(FormLineKind.LINE, "", ("(наименование организации)",), to_edge=1),
    FormLine(FormLineKind.TEXT, TYPED),
    FormLine(FormLineKind.TEXT, "Бухгалтер __________ ______________", ("(подпись)", "(фамилия)")),
    FormLine(FormLineKind.LINE, "Рассмотрено вопросов", to_edge=1),
    FormLine(FormLineKind.LINE, "Руководитель", ("(подпись)", "(инициалы, фамилия)"), to_edge=2),
    FormLine(FormLineKind.TEXT, "М.П."),
)
BLANK = re.compile("_{2,}")


def form(*lines):
    table = TableView(heads.flat("№", "Вопрос"), (table_row("1.", ""), table_row("", ""), table_row("", "")))
    parts = (HeadingView("Раздел"), FormView(lines), table, FormView((FormLine(FormLineKind.TEXT, "Итоги"),)))
    return order(AppendixView(("Приложение",), "Форма", parts))


@pytest.fixture(scope="module")
def printed(build):
    return build(form(*LINES))


@pytest.fixture(scope="module")
def document(printed):
    return docx.Document(BytesIO(printed))


def paragraph(document, words):
    return next(each for each in document.paragraphs if words in plain(each.text))


def test_blanks_stand_as_they_are_typed(document):
    assert plain(paragraph(document, "Смена").text) == TYPED
    assert plain(paragraph(document, "квартал").text) == "за ____ квартал 20__ года"


def test_lines_to_the_edge_are_underscores_that_share_the_rest(document):
    blanks = BLANK.findall(paragraph(document, "Руководитель").text)
    assert len(blanks) == 2
    assert len(blanks[0]) == len(blanks[1]) > 15
    (whole,) = BLANK.findall(next(each.text for each in document.paragraphs if set(each.text) == {"_"}))
    (rest,) = BLANK.findall(paragraph(document, "Рассмотрено").text)
    assert 20 < len(rest) < len(whole)


def test_captions_are_small_and_kept_under_their_line(document):
    texts = [plain(each.text) for each in document.paragraphs]
    at = texts.index("\t(подпись)\t(инициалы, фамилия)")
    line, captions = document.paragraphs[at - 1 : at + 1]
    assert line.text.startswith("Руководитель")
    assert line.paragraph_format.keep_with_next
    assert captions.runs[0].font.size.pt <= 10
    stops = list(captions.paragraph_format.tab_stops)
    assert [stop.alignment for stop in stops] == [WD_TAB_ALIGNMENT.CENTER] * 2


def test_each_line_stands_where_it_says(document):
    sides = {words: paragraph(document, words).alignment for words in ("Примерная", "Отчёт", "Смена")}
    assert sides == {
        "Примерная": WD_ALIGN_PARAGRAPH.RIGHT,
        "Отчёт": WD_ALIGN_PARAGRAPH.CENTER,
        "Смена": WD_ALIGN_PARAGRAPH.LEFT,
    }
    assert paragraph(document, "Отчёт").runs[0].bold


def test_rows_to_fill_in_are_high_enough_for_a_hand(document):
    heights = [row._tr.trPr.find(qn("w:trHeight")) for row in document.tables[-1].rows[1:]]
    assert heights[0] is None
    assert all(int(height.get(qn("w:val"))) >= 400 for height in heights[1:])


def test_a_column_of_numbers_leaves_the_room_to_those_that_are_written_in(document):
    number, question = (column.width for column in document.tables[-1].columns)
    assert number * 4 < question


def test_nothing_is_wrong_with_it(printed):
    assert [found for lint in LINTS for found in lint(parts_of(printed))] == []


def test_a_caption_stands_under_its_blank_on_paper(printed, convert, tool):
    """The middle of each caption lies within its blank, and a line to the edge is one line."""
    page = etree.fromstring(tool("pdftotext")("-bbox", convert(printed, "pdf"), "-").stdout.encode())
    words = [
        (word.text, float(word.get("xMin")), float(word.get("xMax")), float(word.get("yMin")))
        for word in page.iter("{*}word")
    ]
    texts = [text for text, *_ in words]
    start = texts.index("Руководитель")
    blanks = words[start + 1 : start + 3]
    assert all(BLANK.fullmatch(text) for text, *_ in blanks)
    assert len({top for *_, top in words[start : start + 3]}) == 1
    (_, left, right, _), *name = words[start + 3 : start + 6]
    assert blanks[0][1] < (left + right) / 2 < blanks[0][2]
    assert blanks[1][1] < (name[0][1] + name[-1][2]) / 2 < blanks[1][2]


def test_a_caption_of_a_long_line_stands_in_the_middle(opened):
    long = FormLine(FormLineKind.TEXT, "слово " * 40 + "______", ("(подпись)",))
    found = paragraph(opened(form(long)), "(подпись)")
    assert found.alignment is WD_ALIGN_PARAGRAPH.CENTER
    assert plain(found.text) == "(подпись)"


def test_a_line_without_room_has_a_short_blank(opened):
    full = FormLine(FormLineKind.LINE, "словослово " * 8, to_edge=2)
    assert [len(blank) for blank in BLANK.findall(paragraph(opened(form(full)), "словослово").text)] == [3, 3]
