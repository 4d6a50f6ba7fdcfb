"""Word's raw XML (ECMA-376, part 1, 17): text that is safe in it, and the elements of a table.

Strings, not trees: a table is written row by row and never stands in memory as a whole.
"""

from __future__ import annotations

import re

UNREADABLE = "\ufffd"
"""Printed for a character that XML forbids: visible, and of the same length."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")

TABLE_END = "</w:tbl>"
ROW_END = "</w:tr>"
CELL_END = "</w:tc>"
PARAGRAPH_END = "</w:t></w:r></w:p>"

_SIDE_MARGIN, _TOP_MARGIN = 85, 28
"""Margins of a cell, in twips: 1.5 and 0.5 mm."""
_BORDER = 10
"""Half a point, in twips."""
CELL_MARGINS = 2 * (_SIDE_MARGIN + _BORDER)
"""What of a cell's width is not for text."""

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)

_MARGINS = "".join(
    f'<w:{side} w:w="{width}" w:type="dxa"/>'
    for side, width in (
        ("top", _TOP_MARGIN),
        ("left", _SIDE_MARGIN),
        ("bottom", _TOP_MARGIN),
        ("right", _SIDE_MARGIN),
    )
)


def legible(text: str) -> str:
    """The text without characters that XML 1.0 forbids; line breaks and tabs stay."""
    return _FORBIDDEN.sub(UNREADABLE, text)


def escaped(text: str) -> str:
    """Legible text as it may stand in XML, in an attribute too."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def run_text(text: str) -> str:
    """Legible text as the content of `w:t`, its line breaks and tabs as elements."""
    text = escaped(text).replace("\n", "</w:t><w:br/><w:t>")
    return text.replace("\t", "</w:t><w:tab/><w:t>")


def paragraph_start(style: str, number: int | None = None) -> str:
    """`w:p` up to the text of its only run; `number` is the list instance (`w:num`) it belongs to."""
    listed = "" if number is None else f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{listed}</w:pPr><w:r><w:t>'


def empty_paragraph(style: str) -> str:
    """A paragraph without text: a cell may not be without one."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'


def cell_start(width: int, *, span: int = 1) -> str:
    """`w:tc` up to its first paragraph; `width` in twips, `span` in columns of the grid."""
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}</w:tcPr>'


def row_start(*, splits: bool = False, heads: bool = False) -> str:
    """`w:tr` up to its first cell; a row that `heads` the table is repeated on every page."""
    whole = "" if splits else "<w:cantSplit/>"
    repeated = "<w:tblHeader/>" if heads else ""
    properties = f"<w:trPr>{whole}{repeated}</w:trPr>" if whole or repeated else ""
    return f"<w:tr>{properties}"


def table_start(widths: tuple[int, ...], caption: str, description: str) -> str:
    """`w:tbl` up to its first row; `caption` and `description` are read aloud by screen readers."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_MARGINS}</w:tblCellMar>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escaped(caption)}"/><w:tblDescription w:val="{escaped(description)}"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def after_table(section: str) -> str:
    """The paragraph that Word requires between a table and the end of its section, all but invisible.

    `section` is the `w:sectPr` that ends here, or empty.
    """
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
        f'<w:ind w:firstLine="0"/><w:rPr><w:sz w:val="2"/></w:rPr>{section}</w:pPr></w:p>'
    )


def restarted_list(number: int, definition: str) -> str:
    """`w:num`: an instance of a list definition (`w:abstractNum`) that counts from the first letter."""
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
