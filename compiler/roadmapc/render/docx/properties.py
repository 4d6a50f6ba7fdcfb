"""The properties of an order's document: what programs know it by (ECMA-376, part 2, 11)."""

from roadmapc.render.document.view import OrderView
from roadmapc.render.docx.oxml import escaped, legible

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE, CUSTOM = "docProps/core.xml", "docProps/custom.xml"
"""The second is cut where the digest goes, by which a document is known again."""


def core(view: OrderView) -> str:
    """The part of core properties."""
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{said(view.title)}</dc:title><dc:creator>{said(view.author)}</dc:creator>"
        "<dc:language>ru-RU</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{view.created}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{view.created}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def said(text: str) -> str:
    """A text as a property says it."""
    return escaped(legible(text))
