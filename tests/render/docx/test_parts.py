"""Parts of appendices, marks and sheets, read back by python-docx."""

from io import BytesIO

import docx
import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Emu, Twips
from invented import concept, order, rich, statistics
from lints import LINTS, parts_of

from roadmapc.model.parts import Head
from roadmapc.render.docx import heads
from roadmapc.render.docx.formatting import Face
from roadmapc.text.typography import plain

PORTRAIT, LANDSCAPE = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE


@pytest.fixture(scope="module")
def document(build):
    return docx.Document(BytesIO(build(rich())))


def styled(document, *styles):
    """Texts of paragraphs in some styles, in their order."""
    return [plain(p.text) for p in document.paragraphs if p.style.name in styles]


# Sections


def test_each_appendix_stands_on_the_page_that_suits_it(document):
    # The order; measures; a concept; measures and statistics; the sheets.
    assert [section.orientation for section in document.sections] == [
        PORTRAIT,
        LANDSCAPE,
        PORTRAIT,
        LANDSCAPE,
        PORTRAIT,
    ]
    for section in document.sections:
        is_wide = section.page_width > section.page_height
        assert is_wide == (section.orientation is LANDSCAPE)


def test_only_the_order_has_a_first_page_of_its_own_and_sheets_bear_no_number(document):
    first = [section.different_first_page_header_footer for section in document.sections]
    assert first == [True, False, False, False, False]
    numbered = ["PAGE" in section.header._element.xml for section in document.sections]
    assert numbered == [True, True, True, True, False]


def test_a_single_narrow_appendix_needs_no_landscape(opened):
    found = opened(order(concept()))
    assert [section.orientation for section in found.sections] == [PORTRAIT, PORTRAIT]


def test_marks_stand_at_the_right_edge_of_their_pages(document):
    marks = [p for p in document.paragraphs if p.style.name == "Отметка о приложении"]
    wide, narrow = document.sections[1], document.sections[2]

    def left(mark):
        own = mark.paragraph_format.left_indent
        return own if own is not None else mark.style.paragraph_format.left_indent

    def block(mark, section):
        return round(Emu(section.page_width - section.left_margin - section.right_margin - left(mark)).mm)

    assert block(marks[0], wide) == block(marks[1], narrow) == 90


# Requisites


def test_the_draft_is_marked_and_items_with_letters_bear_them(document):
    assert styled(document, "Отметка о проекте") == ["Проект"]
    assert styled(document, "Перечень с номерами") == ["а) Текст: numbered_item."]


def test_the_foot_of_the_order_names_its_executor_and_its_copies(document):
    assert styled(document, "Отметка об исполнителе") == ["Закладкина Нина Фёдоровна", "8 (000) 000-00-00"]
    assert styled(document, "Рассылка") == ["Разослать:", "в дело - 1 экз.", "в школы - 12 экз."]


def test_the_place_of_an_electronic_signature_is_left_empty(document):
    (control,) = document.element.body.iter(qn("w:sdt"))
    assert control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val")) == "electronic-signature"
    assert "".join(control.itertext()).strip() == ""
    assert plain(docx.text.paragraph.Paragraph(control.getparent(), None).text).endswith("\tВ. Г. Примеров")


def test_the_sheets_have_a_line_for_each_person(document):
    assert styled(document, "Лист: заголовок") == ["Лист согласования", "Лист ознакомления"]
    approval, acquaintance = document.tables[-2:]
    assert [len(approval.rows), len(acquaintance.rows)] == [1 + 2, 1 + 1]
    assert [plain(cell.text) for cell in approval.rows[1].cells] == [
        "Начальник отдела общего образования",
        "",
        "В. Г. Примеров",
        "",
        "",
    ]


def test_an_order_without_sheets_has_none(opened):
    found = opened(order())
    assert styled(found, "Лист: заголовок", "Отметка о проекте", "Рассылка") == []
    assert len(found.tables) == 1


# Prose


def test_prose_keeps_its_headings_levels_and_looks(document):
    assert styled(document, "Приложение: заголовок") == ["2020 год", "Введение", "Показатели"]
    assert styled(document, "Приложение: подзаголовок") == ["Задачи"]
    paragraph = next(p for p in document.paragraphs if "забота" in p.text)
    looks = {run.text.strip(): (run.bold, run.italic) for run in paragraph.runs}
    assert looks["общая"] == (True, None)
    assert looks["в том числе"] == (None, True)


def test_lists_of_prose_are_lists_and_count_as_written(document):
    dashes = [p for p in document.paragraphs if p.style.name == "Приложение: тире"]
    assert [(p.text, p._p.pPr.numPr.ilvl.val) for p in dashes] == [
        ("повышать качество;", 0),
        ("помогать школам.", 0),
        ("с пояснением;", 1),
    ]
    numbered = [p for p in document.paragraphs if p.style.name == "Приложение: номера"]
    instances = [p._p.pPr.numPr.numId.val for p in numbered]
    assert instances[0] == instances[1] != instances[2] == instances[3]
    lists = document.part.numbering_part.element
    starts = [lists.num_having_numId(number).lvlOverride_lst[0].startOverride.val for number in instances]
    assert starts == [1, 1, 4, 4]


# Tables


def cells(table):
    return [[tuple(p.text for p in cell.paragraphs) for cell in row.cells] for row in table.rows]


def test_a_passport_is_a_table_without_a_head(document):
    passport = document.tables[1]
    assert cells(passport) == [
        [("Цель",), ("рост качества:", "школ;", "садов.")],
        [("Срок",), ("год",)],
    ]
    assert passport._tbl.tr_lst[0].trPr.find(qn("w:tblHeader")) is None


def test_a_head_in_levels_is_merged_over_its_columns(document):
    table = document.tables[2]
    found = [[cell.text for cell in row.cells] for row in table.rows]
    assert found[:3] == [
        ["Показатель", "Годы", "Годы", "Годы"],
        ["Показатель", "2022", "2023", "2023"],
        ["Показатель", "2022", "план", "факт"],
    ]
    assert [plain(text) for text in found[4]] == ["Число садов", "-", "4,5", "5 %"]
    flags = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
    assert flags == [True, True, True, False, False]


def test_figures_stand_in_the_middle_and_words_at_the_left(document):
    row = document.tables[2].rows[3]
    assert [cell.paragraphs[0].style.name for cell in row.cells] == [
        "Таблица: текст",
        "Таблица: число",
        "Таблица: число",
        "Таблица: число",
    ]


def test_a_table_too_wide_is_set_small_with_upright_headings(document):
    table = document.tables[4]
    section = document.sections[3]
    grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.gridCol_lst]
    page = section.page_width - section.left_margin - section.right_margin
    assert Twips(sum(grid)) == page
    upright = table._tbl.tr_lst[1].tc_lst[1].tcPr.find(qn("w:textDirection"))
    assert upright.get(qn("w:val")) == "btLr"
    height = table._tbl.tr_lst[1].trPr.find(qn("w:trHeight"))
    assert int(height.get(qn("w:val"))) > 1500
    assert {p.style.name for cell in table.rows[2].cells for p in cell.paragraphs} == {
        "Таблица: мелкий текст",
        "Таблица: мелкое число",
    }


def test_headings_over_several_columns_widen_them_for_their_longest_word():
    face = Face("head", "text", "number", "dash", "letter", "table", 12, 85, has_own_side=False)
    pair = heads.flat("а", "б")
    over = Head("конкурентоспособности", pair, is_upward=False)
    assert sum(heads.least_widths((over,), face)) > 2500 > sum(heads.least_widths(pair, face))


@pytest.mark.parametrize("view", [rich(), order(statistics()), order(concept()), order(statistics(groups=2))])
def test_nothing_is_wrong_with_any_of_them(build, view):
    assert [found for lint in LINTS for found in lint(parts_of(build(view)))] == []
