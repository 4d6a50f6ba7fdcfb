"""What is read of a document, and what of it would not be read on paper."""

from collections.abc import Callable
from io import BytesIO

import docx
import pytest
from docx.table import Table
from written import paragraph, parts, read

from roadmapc.assets import asset
from roadmapc.render.docx.order import render
from roadmapc.render.docx.specimen import SPECIMEN
from roadmapc.source.package import Refusal
from roadmapc.wordprocessing.from_package import from_package, from_parts
from roadmapc.wordprocessing.reading import Effect, Kind, Pages, Story


def said(body: str, **others: str) -> list[str]:
    return [each.text for each in read(body, others).paragraphs]


def looks(body: str, **others: str) -> set[Effect]:
    return {effect for each in read(body, others).paragraphs for run in each.runs for effect in run.effects}


def run(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def alternatives(namespace: str, choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent><mc:Choice xmlns:z="{namespace}" Requires="z">{run(choice)}</mc:Choice>'
        f"<mc:Fallback>{run(fallback)}</mc:Fallback></mc:AlternateContent>"
    )


BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
CODE = "<w:r><w:instrText>REF a</w:instrText></w:r>"
BOX = "<w:r><w:pict><v:rect><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>"
TEXTS = {
    "a run": (run("слово"), "слово"),
    "a tab and a break": (
        "<w:r><w:t>а</w:t><w:tab/><w:t>б</w:t><w:br/><w:t>в</w:t><w:cr/></w:r>",
        "а\tб\nв\n",
    ),
    "hyphens": ("<w:r><w:t>а</w:t><w:noBreakHyphen/><w:t>б</w:t><w:softHyphen/></w:r>", "а\u2011б\u00ad"),
    "a symbol": ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', "[Wingdings F0FE]"),
    "a formula": ("<m:oMath><m:r><m:t>x≥80</m:t></m:r></m:oMath>", "x≥80"),
    "a power": (
        "<m:oMath><m:sSup><m:e><m:r><m:t>2</m:t></m:r></m:e><m:sup><m:r><m:t>3</m:t></m:r></m:sup></m:sSup></m:oMath>",
        "2^3",
    ),
    "words over words": (
        f"<w:r><w:ruby><w:rt>{run('б')}</w:rt><w:rubyBase>{run('а')}</w:rubyBase></w:ruby></w:r>",
        "а (б)",
    ),
    "an insertion": (f"<w:ins>{run('а')}</w:ins>", "а"),
    "a deletion": ("<w:del><w:r><w:delText>а</w:delText></w:r></w:del>", ""),
    "a wrapper of an unknown name": ("<w:novelty><w:r><w:t>а</w:t></w:r></w:novelty>", "а"),
    "a field": (BEGIN + CODE + SEPARATE + run("5") + END, "5"),
    "a field in a field": (
        BEGIN + BEGIN + CODE + SEPARATE + run("1") + END + SEPARATE + run("да") + END,
        "да",
    ),
    "a page number": ('<w:fldSimple w:instr="PAGE"><w:r><w:t>7</w:t></w:r></w:fldSimple>', "[PAGE]"),
    "a field without a result": ('<w:fldSimple w:instr="EQ \\x(5)"/>', "[EQ \\x(5)]"),
    "a field that prints nothing": ('<w:fldSimple w:instr="XE слово"/>', ""),
    "alternatives that are known": (
        alternatives("http://schemas.microsoft.com/office/word/2010/wordml", "а", "б"),
        "а",
    ),
    "alternatives that are not": (alternatives("urn:novelty", "а", "б"), "б"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_the_text_of_a_paragraph(name: str) -> None:
    content, text = TEXTS[name]
    assert said(f"<w:p>{content}</w:p>") == [text]


LOOKS = {
    "<w:strike/>": {Effect.STRUCK},
    '<w:strike w:val="false"/>': set(),
    "<w:vanish/>": {Effect.HIDDEN},
    '<w:color w:val="FFFFFF"/>': {Effect.PALE},
    '<w:color w:val="808080"/>': set(),
    '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>': set(),
    '<w:color w:val="auto"/>': set(),
    '<w:sz w:val="8"/>': {Effect.TINY},
    '<w:sz w:val="4pt"/>': {Effect.TINY},
    '<w:vertAlign w:val="superscript"/>': {Effect.RAISED},
    '<w:position w:val="-8"/>': {Effect.LOWERED},
    '<w:rFonts w:hAnsi="Wingdings"/>': {Effect.SYMBOLS},
    '<w:rFonts w:hAnsi="Arial"/>': set(),
}


@pytest.mark.parametrize("properties", LOOKS)
def test_the_look_of_a_run(properties: str) -> None:
    assert looks(f"<w:p>{run('слово', properties)}</w:p>") == LOOKS[properties]


STYLES = (
    '<w:styles><w:style w:type="paragraph" w:default="1" w:styleId="N"/>'
    '<w:style w:type="paragraph" w:styleId="A"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    '<w:style w:type="character" w:styleId="C"><w:rPr><w:strike/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="L1"><w:basedOn w:val="L2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="L2"><w:basedOn w:val="L1"/><w:rPr><w:vanish/></w:rPr></w:style>'
    "</w:styles>"
)


@pytest.mark.parametrize(
    ("style", "properties", "effects"),
    [
        ("A", "", {Effect.STRUCK}),
        ("B", "", {Effect.STRUCK}),
        ("N", '<w:rStyle w:val="C"/>', {Effect.STRUCK}),
        ("A", '<w:rStyle w:val="C"/>', set()),  # one toggles the other
        ("A", '<w:strike w:val="0"/>', set()),
        ("L2", "", {Effect.HIDDEN}),
        ("nowhere", "", set()),
    ],
)
def test_styles_are_inherited(style: str, properties: str, effects: set[Effect]) -> None:
    body = f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run("слово", properties)}</w:p>'
    assert looks(body, styles=STYLES) == effects


def test_a_deleted_end_joins_paragraphs() -> None:
    deleted = "<w:rPr><w:del/></w:rPr>"
    assert said(paragraph("а", deleted) + paragraph("б") + paragraph("в", deleted)) == ["аб", "в"]


def test_stories_are_read_in_their_order() -> None:
    sections = (
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        '<w:headerReference w:type="first" r:id="header2"/><w:headerReference w:type="even" r:id="header3"/>'
        "<w:titlePg/></w:sectPr></w:pPr></w:p>"
        '<w:p><w:r><w:t>текст</w:t><w:footnoteReference w:id="5"/></w:r>'
        f"{BOX.format(paragraph('рамка'))}</w:p><w:sectPr/>"
    )
    header = "<w:hdr><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:hdr>"
    note = '<w:footnote w:id="{}">{}</w:footnote>'
    listed = note.format(4, paragraph("чужая")) + note.format(5, paragraph("сноска"))
    notes = f"<w:footnotes>{listed}</w:footnotes>"
    names = ("все", "первая", "чётные")
    headers = {f"header{at}": header.format(name) for at, name in enumerate(names, 1)}
    reading = read(sections, {**headers, "footnotes": notes})
    assert [
        (each.place.story, each.place.number, each.place.pages, each.text) for each in reading.paragraphs
    ] == [
        (Story.HEADER, 1, Pages.ALL, "все"),
        (Story.HEADER, 1, Pages.FIRST, "первая"),
        (Story.HEADER, 2, Pages.ALL, "все"),
        (Story.MAIN, 0, Pages.ALL, ""),
        (Story.MAIN, 0, Pages.ALL, "текст[1]"),
        (Story.TEXT_BOX, 0, Pages.ALL, "рамка"),
        (Story.FOOTNOTE, 1, Pages.ALL, "сноска"),
    ]


def test_cells_are_where_they_are_seen() -> None:
    cell = "<w:tc><w:tcPr>{}</w:tcPr><w:p/></w:tc>"
    rows = (
        ("", '<w:gridSpan w:val="2"/>'),
        ('<w:vMerge w:val="restart"/>', "", ""),
        ("<w:vMerge/>", '<w:hMerge w:val="restart"/>', '<w:hMerge w:val="continue"/>'),
    )
    table = "".join(f"<w:tr>{''.join(map(cell.format, row))}</w:tr>" for row in rows)
    found = [tuple(each) for each in read(f"<w:tbl>{table}</w:tbl>").cells]
    assert [
        (row, column, columns, height, is_covered) for _, row, column, columns, height, _, is_covered in found
    ] == [
        (0, 0, 1, 1, False),
        (0, 1, 2, 1, False),
        (1, 0, 1, 2, False),
        (1, 1, 1, 1, False),
        (1, 2, 1, 1, False),
        (2, 0, 1, 1, True),
        (2, 1, 1, 1, False),
        (2, 2, 1, 1, True),
    ]


def test_what_cannot_be_read_is_listed() -> None:
    reading = read('<w:p/><w:altChunk r:id="x"/><w:p><w:r><w:pict><v:rect/></w:pict></w:r></w:p>')
    assert [each.kind for each in reading.things] == [Kind.FOREIGN, Kind.SHAPE]


def test_the_main_part_is_found_by_its_relationship() -> None:
    reading = from_parts(parts(paragraph("слово"), main="content/main.bin"))
    assert not isinstance(reading, Refusal)
    assert [each.text for each in reading.paragraphs] == ["слово"]


TWICE = (
    b'<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    b' Target="word/document.xml"/><Relationship '
)
BROKEN: dict[str, Callable[[dict[str, bytes]], object]] = {
    "no relationships": lambda found: found.pop("_rels/.rels"),
    "no main part": lambda found: found.pop("word/document.xml"),
    "a main part that is no XML": lambda found: found.update({"word/document.xml": b"<w:document"}),
    "another root": lambda found: found.update({"word/document.xml": b"<a/>"}),
    "no body": lambda found: found.update({"word/document.xml": b'<w:document xmlns:w="x"/>'}),
    "two bodies": lambda found: found.update(
        {"word/document.xml": found["word/document.xml"].replace(b"</w:document>", b"<w:body/></w:document>")}
    ),
    "two main parts": lambda found: found.update(
        {
            "_rels/.rels": found["_rels/.rels"]
            .replace(b'Id="a"', b'Id="b"')
            .replace(b"<Relationship ", TWICE, 1)
        }
    ),
    "a word that nothing defines": lambda found: found.update({"word/document.xml": b"<a>&b;</a>"}),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_document_is_refused(name: str) -> None:
    found = parts(paragraph("слово"))
    BROKEN[name](found)
    assert isinstance(from_parts(found), Refusal)


def test_depth_is_refused() -> None:
    nested = "<w:tbl><w:tr><w:tc>" * 2000 + "<w:p/>" + "</w:tc></w:tr></w:tbl>" * 2000
    assert isinstance(from_parts(parts(nested)), Refusal)


def test_python_docx_reads_the_same() -> None:
    """Paragraphs and cells of the main text, which are all that it reads in their order."""
    built = render(SPECIMEN, asset("templates", "order.docx")).value
    assert built is not None
    reading = from_package(built)
    assert not isinstance(reading, Refusal)
    texts = []
    for block in docx.Document(BytesIO(built)).iter_inner_content():
        if isinstance(block, Table):
            texts += [each.text for row in block.rows for cell in row.cells for each in cell.paragraphs]
        else:
            texts.append(block.text)
    main = [each.text for each in reading.paragraphs if each.place.story is Story.MAIN]
    assert [text.replace("\u2011", "-").replace("\u00a0", "") for text in main] == [
        text.replace("\u2011", "-").replace("\u00a0", "") for text in texts
    ]
