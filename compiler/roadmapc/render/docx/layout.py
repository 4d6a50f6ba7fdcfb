"""The values of a profile put over those of a template (decision 0008).

What a profile states wins; what it leaves open stays as the clerk left it in the template.
"""

from typing import Any

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, Twips

from roadmapc.model.profile import Layout, Margins, Verb
from roadmapc.render.docx.formatting import page_of, twips
from roadmapc.render.docx.styles import numbering_part

TEXT = "Текст приказа"
"""The style that all paragraphs of text are based on."""
_NORMAL = "Normal"
_VERB = "Приказываю"
_TABLE = ("Таблица: текст", "Таблица: раздел", "Таблица: подраздел")
_SETTINGS = tuple(
    qn(f"w:{name}")
    for name in ("zoom", "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone")
)
"""In the order in which they stand (ECMA-376, part 1, 17.15.1.78); the first two every program writes."""
_SPACED = 60
"""Twentieths of a point between the letters of «приказываю»."""


def apply(document: Document, layout: Layout) -> None:
    """Change the styles and the pages of a template, whose placeholders are still to be filled.

    A style that the template lacks is passed over: those that it may not lack `styles` tells.
    """
    styles = {style.name: style for style in document.styles}
    for name in (_NORMAL, TEXT):
        if name in styles:
            _type(styles[name].font, layout)
    for name in _TABLE:
        if layout.table_size and name in styles:
            styles[name].font.size = Pt(layout.table_size)
    _hyphenation(document.settings.element, layout)
    if TEXT in styles:
        _text(document, styles[TEXT].paragraph_format, layout)
    if _VERB in styles and layout.verb is not None:
        _verb(styles[_VERB], layout.verb)
    for section in document.element.body.xpath(".//w:sectPr"):
        is_wide = (section.page_width or 0) > (section.page_height or 0)
        _page(section, layout.wide_page if is_wide else layout.page, styles)


def _hyphenation(settings: Any, layout: Layout) -> None:
    """Set what the settings of a document say of hyphens at the ends of lines."""
    if layout.hyphenation is not None:
        _set(settings, "w:autoHyphenation", "1" if layout.hyphenation else "0")
    if layout.hyphenation_zone is not None:
        _set(settings, "w:hyphenationZone", str(twips(Mm(layout.hyphenation_zone))))


def _set(settings: Any, name: str, value: str) -> None:
    """Give a setting its value, behind those that stand before it."""
    for former in settings.findall(qn(name)):
        settings.remove(former)
    earlier = _SETTINGS[: _SETTINGS.index(qn(name))]
    place = max((at for at, each in enumerate(settings, start=1) if each.tag in earlier), default=0)
    settings.insert(place, settings.makeelement(qn(name), {qn("w:val"): value}))


def _type(font: Any, layout: Layout) -> None:
    if layout.font:
        font.name = layout.font
        fonts = font.element.rPr.rFonts
        for alphabet in ("w:hAnsi", "w:eastAsia", "w:cs"):  # `name` is that of Latin alone
            fonts.set(qn(alphabet), layout.font)
    if layout.size:
        font.size = Pt(layout.size)


def _text(document: Document, text: Any, layout: Layout) -> None:
    """Set line spacing and first lines of text, and of those lists whose items were indented like it."""
    if layout.line_spacing:
        text.line_spacing = layout.line_spacing
    if layout.indent is None:
        return
    former, text.first_line_indent = text.first_line_indent, Mm(layout.indent)
    lists = numbering_part(document)
    if former is None or lists is None:
        return
    for element in lists.element.iter(qn("w:ind")):
        if element.get(qn("w:firstLine")) == str(twips(former)):
            element.set(qn("w:firstLine"), str(twips(Mm(layout.indent))))


def _verb(style: Any, verb: Verb) -> None:
    properties = style.element.get_or_add_rPr()
    for element in properties.xpath("./w:spacing | ./w:caps"):
        properties.remove(element)
    style.font.all_caps = True if verb is Verb.CAPITALS else None
    if verb is Verb.SPACED:
        properties.append(properties.makeelement(qn("w:spacing"), {qn("w:val"): str(_SPACED)}))


def _page(section: Any, margins: Margins, styles: dict[str, Any]) -> None:
    """Set the margins of a section.

    Right tabs of styles that stand at its right edge, as that of the name under the text, go with the edge.
    """
    edge = page_of(section).width
    for side in ("left", "right", "top", "bottom"):
        value = getattr(margins, side)
        if value is not None:
            setattr(section, f"{side}_margin", Mm(value))
    if margins.header is not None:
        section.header = Mm(margins.header)
    moved = page_of(section).width - edge
    for style in styles.values() if moved else ():
        for stop in getattr(getattr(style, "paragraph_format", None), "tab_stops", ()):
            if stop.alignment == WD_TAB_ALIGNMENT.RIGHT and twips(stop.position) == edge:
                stop.position = Twips(edge + moved)
