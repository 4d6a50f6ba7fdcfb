"""The shipped blanks, made anew from `templates/order.docx`: `make blanks`.

A blank is that template with another head: its text, appendices, sheets and styles are those of the order,
so that they are designed in one place. Widths are in twips; a sheet is 9,638 wide between its margins.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple
from zipfile import ZipFile

from docx.oxml.parser import parse_xml
from lxml import etree

from roadmapc.render.archive import archive

TEMPLATES = Path(__file__).parents[2] / "templates"
MAIN, STYLES = "word/document.xml", "word/styles.xml"
NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NS}}}"


class Line(NamedTuple):
    """A paragraph: the id of its style and its text, with tabs."""

    style: str
    text: str


class Cell(NamedTuple):
    """A cell of a borderless table."""

    width: int
    lines: tuple[Line, ...]


Row = tuple[Cell, ...]


class Blank(NamedTuple):
    """What stands above the title, and the styles that it has otherwise than the order."""

    head: tuple[Line | Row, ...]
    """Neighbouring rows are one table."""
    styles: Mapping[str, str] = {}
    """XML of `w:pPr` by the id of a style."""


def service(text: str) -> Line:
    return Line("ServiceLine", f"{{%p {text} %}}")


def printed_if(condition: str, *lines: Line) -> tuple[Line, ...]:
    return (service(f"if {condition}"), *lines, service("endif"))


def joined(*parts: tuple[str, str]) -> str:
    """Fields that the directory may lack, with their labels and a comma between those that are there."""
    text = ""
    for at, (label, name) in enumerate(parts):
        before = " or ".join(f"blank.{other}" for _, other in parts[:at])
        comma = f"{{% if {before} %}}, {{% endif %}}" if before else ""
        text += f"{{% if blank.{name} %}}{comma}{label}{{{{ blank.{name} }}}}{{% endif %}}"
    return text


def details(*parts: tuple[str, str]) -> tuple[Line, ...]:
    """A line of requisites that is not printed if the directory has none of them."""
    return printed_if(" or ".join(f"blank.{name}" for _, name in parts), Line("BlankDetails", joined(*parts)))


DRAFT = printed_if("is_draft", Line("DraftMark", "Проект"))
AUTHORS = (service("for line in head"), Line("BlankAuthor", "{{ line }}"), service("endfor"))
SECOND_AUTHORS = (
    service("for line in blank.second_head"),
    Line("BlankAuthor", "{{ line }}"),
    service("endfor"),
)
OFFICIAL = (
    service("for line in head"),
    *(service("if loop.last"), Line("BlankPost", "{{ line }}"), service("else")),
    *(Line("BlankAuthor", "{{ line }}"), service("endif"), service("endfor")),
)
ADDRESS = details(("", "address"))
PHONE, EMAIL, SITE = ("тел. ", "phone"), ("эл. почта ", "email"), ("", "site")
OKPO, OGRN, INN, KPP = ("ОКПО ", "okpo"), ("ОГРН ", "ogrn"), ("ИНН ", "inn"), ("КПП ", "kpp")
SITTING = printed_if("sitting", Line("Sitting", "{{ sitting }}"))
KIND = Line("DocumentKind", "{{ kind }}")
DATED = Line("DateAndNumber", "{{ date }}\t№\u00a0{{ number }}")
PLACE = printed_if("place", Line("IssuePlace", "{{ place }}"))
RULE = Line("BlankRule", "")
CORNER: Final = 4139
"""73 mm: the width of a corner blank (ГОСТ Р 7.0.97, annex Б)."""
SIDE: Final = '<w:ind w:left="0" w:right="5103"/><w:jc w:val="left"/>'
"""A title 80 mm wide at the left margin, as a corner blank has it."""
BLANKS: Final = {
    "longitudinal": Blank(
        (
            *(*DRAFT, *AUTHORS, *ADDRESS, *details(PHONE, EMAIL, SITE), *details(OKPO, OGRN, INN, KPP)),
            *(RULE, *SITTING, KIND, DATED, *PLACE),
        )
    ),
    "corner": Blank(
        (
            (
                Cell(
                    CORNER,
                    (
                        *(*AUTHORS, *ADDRESS, *details(PHONE), *details(EMAIL), *details(SITE)),
                        *(*details(OKPO, OGRN), *details(INN, KPP), *SITTING, KIND, DATED, *PLACE),
                        Line("SectionEnd", ""),
                    ),
                ),
                Cell(9638 - CORNER, (*DRAFT, Line("SectionEnd", ""))),
            ),
        ),
        {
            "DateAndNumber": f'<w:keepNext/><w:tabs><w:tab w:val="right" w:pos="{CORNER}"/></w:tabs>',
            "OrderTitle": f'<w:spacing w:before="360" w:after="480"/>{SIDE}',
            "Amendments": f'<w:spacing w:after="480"/>{SIDE}',
        },
    ),
    "official": Blank((*DRAFT, *OFFICIAL, *details(PHONE, EMAIL), RULE, KIND, DATED, *PLACE)),
    "bilingual": Blank(
        (
            *DRAFT,
            (
                Cell(4422, (*AUTHORS, *ADDRESS)),
                Cell(794, (Line("BlankDetails", ""),)),
                Cell(4422, (*SECOND_AUTHORS, *details(("", "second_address")), Line("SectionEnd", ""))),
            ),
            (
                Cell(4422, (KIND,)),
                Cell(794, (Line("BlankDetails", ""),)),
                Cell(4422, (Line("DocumentKind", "{{ blank.second_kind }}"),)),
            ),
            *(*details(PHONE, EMAIL, SITE), *details(OKPO, OGRN, INN, KPP), RULE, *SITTING, DATED, *PLACE),
        ),
        {
            "DateAndNumber": '<w:keepNext/><w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs>'
            '<w:spacing w:before="240"/>'
        },
    ),
    "collegial": Blank((*DRAFT, *AUTHORS, RULE, *SITTING, KIND, DATED, *PLACE)),
}

_NEW_STYLES = (
    ("BlankPost", "Бланк: должность", '<w:keepNext/><w:spacing w:before="120" w:after="120"/>', "<w:b/>"),
    ("BlankDetails", "Бланк: реквизиты", "<w:keepNext/>", '<w:sz w:val="20"/><w:szCs w:val="20"/>'),
    (
        "BlankRule",
        "Бланк: черта",
        '<w:keepNext/><w:pBdr><w:bottom w:val="single" w:sz="12" w:space="1" w:color="auto"/></w:pBdr>',
        '<w:sz w:val="8"/><w:szCs w:val="8"/>',
    ),
)
"""Of the head: id, name, properties of paragraphs in the middle of the line and of runs."""


def blank(name: str) -> bytes:
    """The template of a blank."""
    with ZipFile(TEMPLATES / "order.docx") as package:
        parts = {part: package.read(part) for part in package.namelist()}
    body, styles = parse_xml(parts[MAIN]), parse_xml(parts[STYLES])
    _put_head(body[0], BLANKS[name].head)
    for style in styles.findall(f"{W}style"):
        if (properties := BLANKS[name].styles.get(style.get(f"{W}styleId"))) is not None:
            style.replace(style.find(f"{W}pPr"), _element(f"<w:pPr>{properties}</w:pPr>"))
    styles.extend(map(_element, _styles()))
    for part, tree in ((MAIN, body), (STYLES, styles)):
        parts[part] = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
    return archive((part, (content,)) for part, content in parts.items())


def _styles() -> Iterable[str]:
    for name, title, paragraph, run in _NEW_STYLES:
        yield _style(name, title, f'{paragraph}<w:jc w:val="center"/>', run)


def _style(name: str, title: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{title}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def _put_head(body: Any, head: Iterable[Line | Row]) -> None:
    """Everything above the title in the place of what stands there."""
    title = next(each for each in body if _style_of(each) == "OrderTitle")
    for each in list(title.itersiblings(preceding=True)):
        body.remove(each)
    rows: list[Row] = []
    for each in (*head, None):
        if isinstance(each, Line) or each is None:
            if rows:
                title.addprevious(_element(_table(rows)))
                rows = []
            if each is not None:
                title.addprevious(_element(_paragraph(each)))
        else:
            rows.append(each)


def _style_of(element: Any) -> str:
    style = element.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else str(style.get(f"{W}val"))


def _table(rows: list[Row]) -> str:
    grid = "".join(f'<w:gridCol w:w="{cell.width}"/>' for cell in rows[0])
    lines = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(map(_cell, row))}</w:tr>" for row in rows)
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="9638" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar>'
        '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{lines}</w:tbl>"
    )


def _cell(cell: Cell) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{cell.width}" w:type="dxa"/></w:tcPr>'
        f"{''.join(map(_paragraph, cell.lines))}</w:tc>"
    )


def _paragraph(line: Line) -> str:
    runs = "<w:r><w:tab/></w:r>".join(
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' for text in line.text.split("\t") if text
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{line.style}"/></w:pPr>{runs}</w:p>'


def _element(xml: str) -> Any:
    """An element of Word's markup by its text."""
    start, _, rest = xml.partition(">")
    closed = start.endswith("/")
    start = f'{start.removesuffix("/")} xmlns:w="{NS}"{"/" if closed else ""}'
    return parse_xml(f"{start}>{rest}")


def main() -> None:
    for name in BLANKS:
        (TEMPLATES / f"{name}.docx").write_bytes(blank(name))


if __name__ == "__main__":
    main()
