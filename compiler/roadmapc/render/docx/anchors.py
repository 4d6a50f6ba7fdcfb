"""Places of a filled template where our own XML goes: the contents of appendices, rows in quotes, lists.

The tree is serialised with a mark at each place and cut at the marks.
"""

from typing import Any

from docx.document import Document
from docx.oxml.parser import parse_xml
from docx.shared import Twips
from docx.text.parfmt import ParagraphFormat

from roadmapc.render.docx import oxml
from roadmapc.render.docx.fields import content_mark, quote_mark
from roadmapc.render.docx.formatting import Styles, page_of

_MARK = b"<?roadmapc here?>"
"""A processing instruction, which no template has."""
_FOOT = ("Отметка об исполнителе", "Рассылка")
"""Styles of what stands at the foot of the order."""
_KEPT_WITH_SIGNATURE = 2
"""Paragraphs that go to the signature's page with it."""


def keep_signature(document: Document, styles: Styles) -> None:
    """Keep the last paragraphs of the text on the page of the signature.

    ГОСТ Р 7.0.97 leaves no page to the signature alone, which may stand in a table or in a content control;
    what stands before it in its row is kept with it, too.
    """
    paragraphs = document.element.body.xpath(".//w:p")
    ids = [paragraph.style for paragraph in paragraphs]
    if styles.signature not in ids:
        return
    signature = ids.index(styles.signature)
    before = paragraphs[:signature]
    row = paragraphs[signature].xpath("ancestor::w:tr[last()]")
    inside = [paragraph for paragraph in before if row and row[0] in paragraph.iterancestors()]
    text = [paragraph for paragraph in before if paragraph not in inside]
    last = len(ids) - 1 - ids[::-1].index(styles.signature)
    joint = paragraphs[signature:last]  # signatures of a joint act stand together
    for paragraph in map(ParagraphFormat, (*text[-_KEPT_WITH_SIGNATURE:], *inside, *joint)):
        paragraph.keep_with_next = True
        paragraph.keep_together = True


def sink_foot(document: Document) -> None:
    """Put the executor mark and the distribution list at the lower margin of their page.

    A frame of paragraphs (`w:framePr`), which goes where the paragraph after it goes. It is set here and not
    in the template: LibreOffice prints no frame that a style has, and saves none between the lines of a loop.
    """
    width = page_of(document.element.body.xpath(".//w:sectPr")[0]).width
    foot = {style.style_id for style in document.styles if style.name in _FOOT}
    for paragraph in document.element.body.p_lst:
        if paragraph.style in foot:
            before = paragraph.pPr.xpath("./*[self::w:pStyle or self::w:keepNext or self::w:keepLines]")
            before[-1].addnext(parse_xml(oxml.foot_frame(width)))


def contents(document: Document, count: int) -> list[Any] | None:
    """The paragraph of each appendix's content; `None` if one has not exactly one, all to itself."""
    return _holders(document, [content_mark(index) for index in range(count)])


def quotes(document: Document, count: int) -> list[Any] | None:
    """The paragraph of each quotation of rows; `None` if one has not exactly one, all to itself."""
    holders = _holders(document, [quote_mark(index) for index in range(count)])
    for holder in holders or ():
        for lead_in in map(ParagraphFormat, holder.xpath("preceding-sibling::w:p[1]")):
            lead_in.keep_with_next = True
            lead_in.space_after = Twips(oxml.GAP)
    return holders


def says(document: Document, line: str) -> bool:
    """Whether a line stands in the filled template, as a whole run or between breaks of one."""
    return line in document.element.body.xpath(".//w:t/text()")


def _holders(document: Document, texts: list[str]) -> list[Any] | None:
    body, holders = document.element.body, []
    for text in texts:
        paragraphs = body.xpath(f'.//w:p[contains(., "{text}")]')
        is_alone = len(paragraphs) == 1 and paragraphs[0].getparent() is body
        if not is_alone or paragraphs[0].text.strip() != text:
            return None
        holders += paragraphs
    return holders


def mark() -> Any:
    """A mark at which the part that holds it is cut."""
    return parse_xml(b"<mark>%b</mark>" % _MARK)[0]


def cut(part: Any) -> tuple[bytes, ...]:
    """The pieces of a package part between its marks."""
    return tuple(part.blob.split(_MARK))


def part_name(part: Any) -> str:
    """The name of a part in the archive: `word/document.xml`."""
    return str(part.partname).lstrip("/")
