"""Places of a filled template where our own XML goes: the contents of appendices and the lists they count.

The tree is serialised with a mark at each place and cut at the marks.
"""

from typing import Any, NamedTuple

from docx.document import Document
from docx.oxml.parser import parse_xml
from docx.shared import Twips
from docx.text.parfmt import ParagraphFormat

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.render.docx import fields, oxml, page
from roadmapc.render.docx.content import GAP
from roadmapc.render.docx.lists import ListKind, Lists
from roadmapc.render.docx.styles import Styles, without_numbering

_MARK = b"<?roadmapc here?>"
"""A processing instruction, which no template has."""
_FOOT = ("Отметка об исполнителе", "Рассылка")
"""Styles of what stands at the foot of the order."""
_DASH = "dash_item"
"""The use of the style of lists that count nothing."""
_KEPT_WITH_SIGNATURE = 2
"""Paragraphs that go to the signature's page with it."""


class Cut(NamedTuple):
    """A part of the package in pieces; something is to be written between each two."""

    name: str
    pieces: tuple[bytes, ...]


def keep_signature(document: Document, styles: Styles) -> None:
    """Keep the last paragraphs of the text on the page of the signature.

    ГОСТ Р 7.0.97 leaves no page to the signature alone.
    """
    paragraphs = document.element.body.p_lst
    ids = [paragraph.style for paragraph in paragraphs]
    if styles.signature not in ids:
        return
    signature = ids.index(styles.signature)
    for kept in map(ParagraphFormat, paragraphs[max(0, signature - _KEPT_WITH_SIGNATURE) : signature]):
        kept.keep_with_next = True
        kept.keep_together = True


def sink_foot(document: Document) -> None:
    """Put the executor mark and the distribution list at the lower margin of their page.

    A frame of paragraphs (`w:framePr`), which goes where the paragraph after it goes. It is set here and not
    in the template: a frame set by a style, or between the lines of a loop, does not survive LibreOffice.
    """
    width = page.from_section(document.element.body.xpath(".//w:sectPr")[0]).width
    foot = {style.style_id for style in document.styles if style.name in _FOOT}
    for paragraph in document.element.body.p_lst:
        if paragraph.style in foot:
            before = paragraph.pPr.xpath("./*[self::w:pStyle or self::w:keepNext or self::w:keepLines]")
            before[-1].addnext(parse_xml(oxml.foot_frame(width)))


def contents(document: Document, count: int) -> list[Any] | None:
    """The paragraph of each appendix's content; `None` if one has not exactly one, all to itself."""
    return _holders(document, [fields.content_mark(index) for index in range(count)])


def quotes(document: Document, count: int) -> list[Any] | None:
    """The paragraph of each quotation of rows; `None` if one has not exactly one, all to itself."""
    found = _holders(document, [fields.quote_mark(index) for index in range(count)])
    for holder in found or ():
        for lead_in in map(ParagraphFormat, holder.xpath("preceding-sibling::w:p[1]")):
            lead_in.keep_with_next = True
            lead_in.space_after = Twips(GAP)
    return found


def says(document: Document, line: str) -> bool:
    """Whether a line stands in the filled template, as a whole run or between breaks of one."""
    return line in document.element.body.xpath(".//w:t/text()")


def _holders(document: Document, marks: list[str]) -> list[Any] | None:
    found = [_holder(document.element.body, mark) for mark in marks]
    return None if None in found else found


def _holder(body: Any, mark: str) -> Any:
    holders = body.xpath(f'.//w:p[contains(., "{mark}")]')
    if len(holders) != 1 or holders[0].getparent() is not body or holders[0].text.strip() != mark:
        return None
    return holders[0]


def mark(paragraph: Any) -> None:
    """Put a mark in the place of a paragraph."""
    paragraph.getparent().replace(paragraph, _mark())


def numbering_part(document: Document) -> Any:
    """The part of list definitions; `None` if the template has no lists."""
    related = document.part.rels.values()
    return next((rel.target_part for rel in related if rel.reltype.endswith("/numbering")), None)


def lists(document: Document, styles: Styles, template_name: str) -> Outcome[Lists]:
    """The template's lists, with a mark where instances go, or a diagnostic for each style without a list."""
    numbers = {
        _DASH: _list_of(document, styles.dash_item),
        ListKind.LETTER: _list_of(document, styles.letter),
        ListKind.NUMBER: _list_of(document, styles.number_item),
    }
    part = numbering_part(document)
    without = [use for use, number in numbers.items() if part is None or not number]
    if without:
        return Outcome(None, tuple(without_numbering(use, template_name) for use in without))
    used = part.element.num_lst
    used[-1].addnext(_mark())
    definitions = {kind: _definition(part, numbers[kind]) for kind in ListKind}
    return Outcome(Lists(definitions, int(numbers[_DASH]), max(num.numId for num in used) + 1))


def _list_of(document: Document, style: str) -> str:
    """The list (`w:numId`) of a style; empty if it has none."""
    path = f'./w:style[@w:styleId="{style}"]/w:pPr/w:numPr/w:numId/@w:val'
    return str(document.styles.element.xpath(f"string({path})"))


def _definition(part: Any, number: str) -> str:
    return str(part.element.xpath(f'string(./w:num[@w:numId="{number}"]/w:abstractNumId/@w:val)'))


def cut(part: Any) -> Cut:
    """A package part cut at its marks."""
    return Cut(part_name(part), tuple(part.blob.split(_MARK)))


def part_name(part: Any) -> str:
    """The name of a part in the archive: `word/document.xml`."""
    return str(part.partname).lstrip("/")


def _mark() -> Any:
    return parse_xml(b"<mark>%b</mark>" % _MARK)[0]
