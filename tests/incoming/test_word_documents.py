"""What of a Word document comes in: shapes of real files, as small as they can be."""

from io import BytesIO

import docx as python_docx
import pytest
from arrived import arrived, docx, told
from written import paragraph

from roadmapc.assets import asset
from roadmapc.incoming.blocks import Alignment, Paragraph
from roadmapc.incoming.from_file import read
from roadmapc.render.docx.order import render
from roadmapc.render.docx.specimen import SPECIMEN


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def control(content: str) -> str:
    return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def change(kind: str, content: str) -> str:
    return f"<w:{kind}>{content}</w:{kind}>"


LINES = '<w:tblBorders><w:top w:val="single"/></w:tblBorders>'


def table(*rows: str, properties: str = LINES) -> str:
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


P = paragraph
BOX = "<v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox>"
TWINS = (
    "<mc:AlternateContent><mc:Choice"
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" Requires="wps">'
    f"<w:drawing><wps:wsp><wps:txbx><w:txbxContent>{P('Приложение')}</w:txbxContent></wps:txbx></wps:wsp></w:drawing>"
    f"</mc:Choice><mc:Fallback><w:pict><v:rect>{BOX.format(P('Приложение'))}</v:rect></w:pict></mc:Fallback>"
    "</mc:AlternateContent>"
)
LEVEL = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="{}"/></w:lvl>'
LIST = (
    f'<w:numbering><w:abstractNum w:abstractNumId="1">{LEVEL.format(0, "%1.")}{LEVEL.format(1, "%1.%2.")}'
    '</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)
NUMBERED = '<w:numPr><w:ilvl w:val="{}"/><w:numId w:val="7"/></w:numPr>'
GONE = "<w:r><w:delText>июня</w:delText></w:r>"
HEADED = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
NOTE = '<w:footnotes><w:footnote w:id="2">{}</w:footnote></w:footnotes>'
COMMENT = '<w:comments><w:comment w:id="0">{}</w:comment></w:comments>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF план</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
WHOLE = '<w:vMerge w:val="restart"/>'
SHAPES = {
    "smart tags and content controls": (
        f"<w:p><w:smartTag>{run('г. Образцово')}</w:smartTag>{control(run(', 2022'))}</w:p>",
        {},
        ["г. Образцово, 2022"],
    ),
    "the result of a field": (f"<w:p>{run('к ')}{FIELD.format(run('Плану'))}</w:p>", {}, ["к Плану"]),
    "the number of a page is no word": (
        f'<w:p>{run("лист ")}<w:fldSimple w:instr="PAGE">{run("7")}</w:fldSimple></w:p>',
        {},
        ["лист"],
    ),
    "a text box once": (P("Приказ") + f"<w:p><w:r>{TWINS}</w:r></w:p>", {}, ["Приказ", "Приложение"]),
    "numbers of a list": (
        P("Первый", NUMBERED.format(0)) + P("Второй", NUMBERED.format(1)) + P("Третий", NUMBERED.format(0)),
        {"numbering": LIST},
        ["1. Первый", "1.1. Второй", "2. Третий"],
    ),
    "a number alone in a cell": (
        table(row(cell(P("", NUMBERED.format(0))), cell(P("Издать приказ")))),
        {"numbering": LIST},
        ["таблица 1:", "| 1.  | Издать приказ"],
    ),
    "tracked changes as accepted": (
        f"<w:p>{run('до 1 ')}{change('ins', run('мая'))}{change('del', GONE)}</w:p>",
        {},
        ["до 1 мая", "(deleted) удалено, абзац 1: июня"],
    ),
    "a row that was deleted": (
        table(
            row(cell(P("1")), cell(P("Издать"))),
            row(cell(P("2")), cell(P("Убрать")), properties="<w:del/>"),
            row(cell(P("3")), cell(P("Сдать"))),
        ),
        {},
        ["таблица 1:", "| 1 | Издать", "| 3 | Сдать"],
    ),
    "a footnote beside its paragraph": (
        f'<w:p>{run("по согласованию")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>',
        {"footnotes": NOTE.format(P("С управлением."))},
        ["по согласованию", "(footnote) сноска 1: С управлением."],
    ),
    "a comment of a reviewer": (
        f'<w:p>{run("до мая")}<w:r><w:commentReference w:id="0"/></w:r></w:p>',
        {"comments": COMMENT.format(P("Точно?"))},
        ["до мая", "(comment) примечание рецензента 1: Точно?"],
    ),
    "a running head once": (
        P("текст", HEADED) + P("ещё") + "<w:sectPr/>",
        {"header1": f"<w:hdr>{P('Проект')}</w:hdr>"},
        ["текст", "ещё", "(running_head) верхний колонтитул: Проект"],
    ),
    "hidden words": (
        f"<w:p>{run('видно')}{run(' не видно', '<w:vanish/>')}</w:p>",
        {},
        ["видно", "(hidden) скрыто, абзац 1: не видно"],
    ),
    "cells merged both ways": (
        table(
            row(cell(P("№"), WHOLE), cell(P("Срок"), '<w:gridSpan w:val="2"/>'), properties="<w:tblHeader/>"),
            row(cell(P(""), "<w:vMerge/>"), cell(P("с")), cell(P("по")), properties="<w:tblHeader/>"),
            row(cell(P("1")), cell(P("мая")), cell(P("июнь"))),
        ),
        {},
        ["таблица 1:", "= №{2×1} = Срок{1×2}", "= с = по", "| 1 | мая | июнь"],
    ),
    "cells merged in the way of RTF": (
        table(
            row(cell(P("Раздел"), '<w:hMerge w:val="restart"/>'), cell(P(""), "<w:hMerge/>")),
            row(cell(P("1")), cell(P("2"))),
        ),
        {},
        ["таблица 1:", "| Раздел{1×2}", "| 1 | 2"],
    ),
    "a table in a cell": (
        table(row(cell(P("до")), cell(P("внутри") + table(row(cell(P("а")), cell(P("б")))) + P("после")))),
        {},
        ["таблица 1:", "| до | внутри¶после", "таблица 2:", "| а | б"],
    ),
    "a page in a cell": (
        table(row(cell(P("ПРИКАЗ") + table(row(cell(P("1")), cell(P("2")))))), properties=""),
        {},
        ["ПРИКАЗ", "таблица 1:", "| 1 | 2"],
    ),
    "a column of cells without lines": (
        table(row(cell(P("ПРИКАЗ"))), row(cell(P("№ 5"))), properties=""),
        {},
        ["ПРИКАЗ", "№ 5"],
    ),
    "a borderless table that places a mark": (
        table(row(cell(P("")), cell(P("Приложение")))),
        {},
        ["таблица 1:", "|  | Приложение"],
    ),
    "words on both sides of the end of a page": (
        f'<w:p>{run("Подпись")}<w:r><w:br w:type="page"/></w:r>{run("Приложение")}</w:p>',
        {},
        ["Подпись", "Приложение"],
    ),
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape(name: str) -> None:
    body, others, lines = SHAPES[name]
    assert told(arrived(docx(body, others))) == lines


def test_how_a_paragraph_stands() -> None:
    style = (
        '<w:styles><w:style w:type="paragraph" w:styleId="M"><w:pPr><w:ind w:left="4536"/></w:pPr>'
        "<w:rPr><w:b/></w:rPr></w:style></w:styles>"
    )
    light = '<w:b w:val="0"/>'
    body = (
        P("ПРИКАЗ", '<w:jc w:val="center"/>')
        + P("Приложение", '<w:pStyle w:val="M"/><w:pageBreakBefore/>')
        + f'<w:p><w:pPr><w:pStyle w:val="M"/></w:pPr>{run("к приказу ")}{run("№ 5", light)}</w:p>'
        + P("текст", '<w:ind w:firstLine="709"/><w:jc w:val="both"/>')
    )
    found = [each for each in arrived(docx(body, {"styles": style})).blocks if isinstance(each, Paragraph)]
    assert [(each.alignment, each.indent, each.is_bold, each.begins_page) for each in found] == [
        (Alignment.CENTRE, 0, False, False),
        (Alignment.LEFT, 80, True, True),
        (Alignment.LEFT, 80, False, False),
        (Alignment.JUSTIFIED, 12.5, False, False),
    ]


@pytest.mark.parametrize(
    "before",
    [
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>",
        f'<w:p>{run("конец")}<w:r><w:br w:type="page"/></w:r></w:p>',
    ],
)
def test_a_page_begins(before: str) -> None:
    last = arrived(docx(before + P("Приложение") + "<w:sectPr/>")).blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.begins_page


def test_a_section_may_go_on_on_the_same_page() -> None:
    body = (
        "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>"
        + P("дальше")
        + '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    )
    last = arrived(docx(body)).blocks[-1]
    assert isinstance(last, Paragraph)
    assert not last.begins_page


@pytest.mark.parametrize(
    ("properties", "has_lines"),
    [
        ('<w:tblStyle w:val="G"/>', True),
        ("", False),
        ('<w:tblBorders><w:top w:val="nil"/><w:insideV w:val="none"/></w:tblBorders>', False),
        ('<w:tblStyle w:val="G"/><w:tblBorders><w:top w:val="nil"/></w:tblBorders>', False),
    ],
)
def test_lines_of_a_table(properties: str, has_lines: bool) -> None:
    styles = (
        f'<w:styles><w:style w:type="table" w:styleId="B"><w:tblPr>{LINES}</w:tblPr></w:style>'
        '<w:style w:type="table" w:styleId="G"><w:basedOn w:val="B"/></w:style></w:styles>'
    )
    body = table(row(cell(P("а")), cell(P("б"))), properties=properties)
    assert arrived(docx(body, {"styles": styles})).blocks[0].has_lines is has_lines


def test_a_cell_may_draw_its_own_lines() -> None:
    drawn = '<w:tcBorders><w:bottom w:val="single"/></w:tcBorders>'
    assert arrived(docx(table(row(cell(P("а"), drawn), cell(P("б"))), properties=""))).blocks[0].has_lines


def test_pictures_are_named() -> None:
    picture = '<w:p><w:r><w:pict><v:shape><v:imagedata r:id="x"/></v:shape></w:pict></w:r></w:p>'
    assert arrived(docx(P("Герб") + picture + P("ПРИКАЗ"))).pictures == ("рисунок, перед: абзац 2",)


def test_a_letter_that_is_a_picture_is_named() -> None:
    body = f'<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>{run(" да")}</w:p>'
    document = arrived(docx(body))
    assert (document.text, document.pictures) == ("да", ("знак Wingdings F0FE, абзац 1",))


SAID = {
    "I010": f"<w:p><w:ins>{run('а')}</w:ins></w:p>",
    "I011": f"<w:p>{run('а', '<w:vanish/>')}{run('б')}</w:p>",
    "I012": f"<w:p>{run('а', '<w:strike/>')}</w:p>",
    "I013": P("а") + '<w:altChunk r:id="x"/>',
}


@pytest.mark.parametrize("code", SAID)
def test_what_is_said_of_a_document(code: str) -> None:
    assert [each.code.id for each in read("приказ.docx", docx(SAID[code])).diagnostics] == [code]


def test_python_docx_reads_the_same_words() -> None:
    """The product's own order, which has neither fields nor changes that it would lose."""
    built = render(SPECIMEN, asset("templates", "order.docx")).value
    assert built is not None
    others = python_docx.Document(BytesIO(built))
    texts = [each.text for each in others.paragraphs]
    texts += [each.text for found in others.tables for line in found.rows for each in line.cells]
    document = arrived(built)
    words = set(document.text.split())
    mended = {word for each in document.mendings for word in (*each.typed.split(), *each.read.split())}
    assert {word for text in texts for word in text.split()} <= words | mended
