"""The produced document, read back by python-docx."""

from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Twips
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invented import CLAUSES, COLUMNS, appendix, dashes, letters, order, rows, text, with_cell

from roadmapc.render.document.requisites_view import SignatureView
from roadmapc.render.document.view import (
    MeasureRow,
    SectionRow,
)
from roadmapc.text.blocks import Block
from roadmapc.text.typography import plain


def cell_texts(table):
    """Texts of the paragraphs of each cell of each row, as an ordinary keyboard would type them."""
    return [
        [tuple(plain(paragraph.text) for paragraph in cell.paragraphs) for cell in row.cells]
        for row in table.rows
    ]


def expected(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    return tuple(plain(block.text) for block in blocks) or ("",)


def test_every_cell_of_the_table_says_what_the_view_says(opened):
    head, *body = cell_texts(opened(order()).tables[0])
    assert head == [(plain(column.heading),) for column in COLUMNS]
    for found, row in zip(body, rows(3), strict=True):
        if isinstance(row, MeasureRow):
            assert found == [expected(blocks) for blocks in row.cells]
        else:
            assert found == [(plain(row.title),)] * len(COLUMNS)


def test_every_paragraph_of_the_order_stands_in_its_place(opened):
    paragraphs = [(paragraph.style.name, plain(paragraph.text)) for paragraph in opened(order()).paragraphs]
    names = {
        "clause": "Пункт",
        "subclause": "Подпункт",
        "item": "Перечень через тире",
        "continuation": "Продолжение пункта",
    }
    clauses = [(names[kind], plain(f"{number} {words}".strip())) for kind, number, words in CLAUSES]
    start = paragraphs.index(clauses[0])
    assert paragraphs[start : start + len(clauses)] == clauses
    assert paragraphs[start + len(clauses)] == ("Подпись", "\tА. Б. Образцова")
    assert [style for style, _ in paragraphs[:start]] == [
        *["Бланк: автор"] * 2,
        "Вид документа",
        "Дата и номер",
        "Заголовок к тексту",
        "Текст приказа",
    ]


def test_the_order_has_no_leftover_of_a_placeholder(build):
    with ZipFile(BytesIO(build(order()))) as package:
        for name in package.namelist():
            content = package.read(name).decode()
            assert not any(sign in content for sign in ("{{", "{%", "{#", "<?roadmapc", "\ue000")), name


def test_the_verb_is_one_word_with_spaced_letters(opened):
    preamble = next(p for p in opened(order()).paragraphs if p.style.name == "Текст приказа")
    verb = next(run for run in preamble.runs if run.text == "приказываю")
    assert verb.style.name == "Приказываю"
    assert verb.style.element.rPr.find(qn("w:spacing")).get(qn("w:val")) == "60"
    assert preamble.text.endswith(" приказываю:")


def test_an_order_without_preamble_begins_with_the_verb(opened):
    texts = [
        paragraph.text for paragraph in opened(replace(order(), preamble="", verb="Приказываю")).paragraphs
    ]
    assert "Приказываю:" in texts


def test_only_the_first_row_is_repeated_on_every_page(opened):
    flags = [
        row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
        for row in opened(order()).tables[0].rows
    ]
    assert flags == [True] + [False] * (len(flags) - 1)


def test_each_row_fills_the_grid_and_the_grid_fills_the_page(opened):
    document = opened(order())
    table, page = document.tables[0], document.sections[-1]
    grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]
    between_margins = page.page_width - page.left_margin - page.right_margin
    assert Twips(sum(grid)) == between_margins
    for row in table._tbl.tr_lst:
        spans = [cell.grid_span for cell in row.tc_lst]
        assert sum(spans) == len(grid)
        widths = [cell.width for cell in row.tc_lst]
        assert sum(widths) == between_margins


def test_section_rows_are_headings_kept_with_the_next_row(opened):
    document = opened(order())
    titles = {plain(row.title): row.level for row in rows(3) if isinstance(row, SectionRow)}
    for row in document.tables[0].rows:
        (paragraph, *_) = row.cells[0].paragraphs
        if paragraph.text in titles:
            base = paragraph.style.base_style
            assert base.name == f"Heading {titles[paragraph.text] + 1}"
            assert base.paragraph_format.keep_with_next


def test_a_row_is_whole_unless_it_is_nearly_as_tall_as_a_page(opened):
    def whole(words: int) -> bool:
        row = opened(with_cell(*text("слово " * words + "конец"))).tables[0].rows[1]
        return row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None

    assert whole(50)
    assert not whole(900)


def test_the_table_is_described_for_those_who_listen(opened):
    properties = opened(order()).tables[0]._tbl.tblPr
    assert properties.find(qn("w:tblCaption")).get(qn("w:val")).startswith("План повышения")
    assert "«Ожидаемый результат»" in properties.find(qn("w:tblDescription")).get(qn("w:val"))


def test_each_lettered_list_begins_anew_and_dashes_share_one(opened):
    document = opened(order())
    numbered = [
        [paragraph for paragraph in cell.paragraphs if paragraph.style.name == "Таблица: буквы"]
        for row in document.tables[0].rows
        for cell in row.cells
    ]
    lists = [{p._p.pPr.numPr.numId.val for p in items} for items in numbered if items]
    assert all(len(numbers) == 1 for numbers in lists)
    numbers = [number for (number,) in lists]
    assert len(numbers) == len(set(numbers)) == 6
    definitions = document.part.numbering_part.element
    for number in numbers:
        instance = definitions.num_having_numId(number)
        assert instance.lvlOverride_lst[0].startOverride.val == 1


def test_the_text_before_the_signature_goes_with_it(opened):
    paragraphs = opened(order()).paragraphs
    signature = next(index for index, p in enumerate(paragraphs) if p.style.name == "Подпись")
    kept = [
        (p.paragraph_format.keep_with_next, p.paragraph_format.keep_together) for p in paragraphs[:signature]
    ]
    assert kept[-2:] == [(True, True)] * 2
    assert kept[-3] == (None, None)


def test_the_order_is_portrait_and_its_appendix_landscape(opened):
    first, last = opened(order()).sections
    assert (first.orientation, last.orientation) == (WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE)
    assert (last.page_width, last.page_height) == (first.page_height, first.page_width)
    margins = (first.left_margin, first.right_margin, first.top_margin, first.bottom_margin)
    assert [round(margin.mm) for margin in margins] == [30, 10, 20, 20]
    assert first.different_first_page_header_footer
    assert not last.different_first_page_header_footer
    assert round(first.header_distance.mm) == 10


def test_a_post_too_long_for_a_line_is_broken_within_eight_centimetres(opened):
    post = "Исполняющий обязанности директора департамента образования администрации"
    view = replace(order(), signatures=(SignatureView(post, "В. Г. Примеров"),))
    signature = next(p for p in opened(view).paragraphs if p.style.name == "Подпись")
    lines, _, name = signature.text.rpartition("\t")
    assert name == "В.\u00a0Г.\u00a0Примеров"
    assert lines.replace("\n", " ") == post
    assert all(len(line) < 40 for line in lines.split("\n"))


def test_each_appendix_has_its_table(opened):
    document = opened(order(appendix(1, sections=1), appendix(2, sections=2)))
    assert [len(table.rows) for table in document.tables] == [1 + 4, 1 + 9]
    marks = [p.text.split("\n")[0] for p in document.paragraphs if p.style.name == "Отметка о приложении"]
    assert list(map(plain, marks)) == ["Приложение № 1", "Приложение № 2"]


def test_properties_of_the_file_come_from_the_order(build, opened):
    properties = opened(order()).core_properties
    assert properties.title == order().title
    assert (properties.author, properties.language) == ("Департамент образования", "ru-RU")
    assert properties.created.isoformat() == properties.modified.isoformat() == "2021-03-18T00:00:00+00:00"
    with ZipFile(BytesIO(build(order()))) as package:
        custom = package.read("docProps/custom.xml").decode()
    assert 'name="roadmapc.content"' in custom
    assert order().digest in custom


def test_a_changed_cell_changes_its_own_paragraph_and_no_other(build):
    def paragraphs(words):
        with ZipFile(BytesIO(build(with_cell(*text(words))))) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        return parts, parts["word/document.xml"].split(b"<w:p>")

    (before, old), (after, new) = paragraphs("раз"), paragraphs("два")
    assert [name for name in before if before[name] != after[name]] == ["word/document.xml"]
    assert sum(left != right for left, right in zip(old, new, strict=True)) == 1


def test_the_package_bears_no_trace_of_clock_machine_or_library(build):
    first, second = build(order()), build(order())
    assert first == second
    with ZipFile(BytesIO(first)) as package:
        entries = package.infolist()
        contents = b"".join(map(package.read, package.namelist()))
    assert {(entry.date_time, entry.create_system) for entry in entries} == {((1980, 1, 1, 0, 0, 0), 0)}
    assert len(entries) == len({entry.filename for entry in entries})
    assert b"python" not in contents
    assert b"en-US" not in contents


HOSTILE = (
    "A & B <w:p/> > \"кавычки\" 'апостроф'",
    "{{ title }} {% endfor %} {# нет #}",
    "доля <5 % и >3",
    "]]>",
    "строка\nвторая\tи знак табуляции",
    "עברית и 🙂",
    "д" * 200,
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_comes_back_as_it_was(opened, words):
    document = opened(replace(with_cell(*text(words)), title=words))
    assert plain(document.tables[0].rows[1].cells[1].text) == plain(words)
    title = next(p for p in document.paragraphs if p.style.name == "Заголовок к тексту")
    assert plain(title.text) == plain(words)


@given(words=st.text(min_size=1, max_size=40))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=40)
def test_any_text_gives_a_document_that_opens(opened, words):
    cell = opened(with_cell(*text(words), *dashes(words), *letters(words))).tables[0].rows[1].cells[1]
    assert len(cell.paragraphs) == 3
    assert len({paragraph.text for paragraph in cell.paragraphs}) == 1
