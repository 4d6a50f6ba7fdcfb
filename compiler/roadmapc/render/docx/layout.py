"""The values of a profile put over those of a template (decision 0008).

What a profile states wins; what it leaves open stays as the clerk left it in the template.
"""

from typing import Any

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, Twips

from roadmapc.model.profile import Layout, Margins, Verb
from roadmapc.render.docx import anchors, page

TEXT = "Текст приказа"
"""The style that all paragraphs of text are based on."""
_NORMAL = "Normal"
_VERB = "Приказываю"
_TABLE = ("Таблица: текст", "Таблица: раздел", "Таблица: подраздел")
_SPACED = 60
"""Twentieths of a point between the letters of «приказываю»."""


def apply(document: Document, layout: Layout) -> None:
    """Change the styles and the pages of a template, whose placeholders are still to be filled."""
    styles = {style.name: style for style in document.styles}
    _type(styles, layout)
    _text(document, styles.get(TEXT), layout)
    _verb(styles.get(_VERB), layout.verb)
    for section in document.element.body.xpath(".//w:sectPr"):
        is_wide = (section.page_width or 0) > (section.page_height or 0)
        _page(section, layout.wide_page if is_wide else layout.page, styles)


def _type(styles: dict[str, Any], layout: Layout) -> None:
    for name in (_NORMAL, TEXT):
        font = styles[name].font if name in styles else None
        if font is not None and layout.font:
            _typeface(font, layout.font)
        if font is not None and layout.size:
            font.size = Pt(layout.size)
    for name in _TABLE:
        if layout.table_size and name in styles:
            styles[name].font.size = Pt(layout.table_size)


def _typeface(font: Any, name: str) -> None:
    """Name a typeface for all alphabets, not for Latin alone."""
    font.name = name
    fonts = font.element.rPr.rFonts
    for alphabet in ("w:hAnsi", "w:eastAsia", "w:cs"):
        fonts.set(qn(alphabet), name)


def _text(document: Document, style: Any, layout: Layout) -> None:
    if style is None:
        return
    if layout.line_spacing:
        style.paragraph_format.line_spacing = layout.line_spacing
    if layout.indent is not None:
        _indent(document, style.paragraph_format, Mm(layout.indent))


def _indent(document: Document, text: Any, indent: Mm) -> None:
    """Indent the first lines of text, and those items of lists that were indented like it."""
    former = text.first_line_indent
    text.first_line_indent = indent
    lists = anchors.numbering_part(document)
    if former is None or lists is None:
        return
    for element in lists.element.iter(qn("w:ind")):
        if element.get(qn("w:firstLine")) == str(_twips(former)):
            element.set(qn("w:firstLine"), str(_twips(indent)))


def _twips(length: Any) -> int:
    twips: int = round(length / Twips(1))
    return twips


def _verb(style: Any, verb: Verb | None) -> None:
    if style is None or verb is None:
        return
    properties = style.element.get_or_add_rPr()
    for element in properties.xpath("./w:spacing | ./w:caps"):
        properties.remove(element)
    style.font.all_caps = True if verb is Verb.CAPITALS else None
    if verb is Verb.SPACED:
        spacing = properties.makeelement(qn("w:spacing"), {qn("w:val"): str(_SPACED)})
        properties.append(spacing)


def _page(section: Any, margins: Margins, styles: dict[str, Any]) -> None:
    """Set the margins of a section; what stands at its right edge goes with the edge."""
    before = page.from_section(section).width
    for side in ("left", "right", "top", "bottom"):
        value = getattr(margins, side)
        if value is not None:
            setattr(section, f"{side}_margin", Mm(value))
    if margins.header is not None:
        section.header = Mm(margins.header)
    moved = page.from_section(section).width - before
    if moved:
        _move_right_edge(styles, before, moved)


def _move_right_edge(styles: dict[str, Any], edge: int, moved: int) -> None:
    """Shift the right tabs at an edge, in twips."""
    for style in styles.values():
        for stop in getattr(getattr(style, "paragraph_format", None), "tab_stops", ()):
            if stop.alignment == WD_TAB_ALIGNMENT.RIGHT and _twips(stop.position) == edge:
                stop.position = Twips(edge + moved)
