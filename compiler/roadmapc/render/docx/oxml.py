"""Word's raw XML (ECMA-376, part 1, 17): text that is safe in it, and the elements of a table.

Strings, not trees: a table is written row by row and never stands in memory as a whole.
"""

import re
from collections.abc import Iterable
from enum import StrEnum

from roadmapc.text.typography import EN_DASH, NO_BREAK_HYPHEN, RANGE, TYPED_DASH, WHOLE, bind

GAP = 120
"""Twips between a paragraph and a table: 2 mm."""
UNREADABLE = "\ufffd"
"""Printed for a character that XML forbids: visible, and of the same length."""

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")

TABLE_END = "</w:tbl>"
ROW_END = "</w:tr>"
CELL_END = "</w:tc>"
PARAGRAPH_END = "</w:t></w:r></w:p>"

BOLD = "<w:b/>"
"""The look of a run, for `run_text`."""
UNHYPHENATED = '<w:lang w:val="x-none"/>'
"""Words of no language, which no program hyphenates; `w:noProof` means nothing to LibreOffice."""
RANGE_DASH = '<w:w w:val="150"/>'
"""Makes a hyphen as wide as the dash between years, which Word has in no form that does not end a line."""
_STYLE = re.compile(r"<w:pStyle [^>]*/>")

TOP_MARGIN = 28
"""Above and below the text of a cell in the shipped template, in twips: 0.5 mm."""
_BORDER = 10
"""Half a point, in twips."""


def cell_margins(side: int) -> int:
    """What of a cell's width is not for text, in twips; `side` is the margin on either hand."""
    return 2 * (side + _BORDER)


def legible(text: str) -> str:
    """The text without characters that XML 1.0 forbids; line breaks and tabs stay."""
    return _FORBIDDEN.sub(UNREADABLE, text)


def bound(text: str) -> str:
    """A text as it is printed: legible, with its no-break spaces."""
    return bind(legible(text))


def escaped(text: str) -> str:
    """Legible text as it may stand in XML, in an attribute too."""
    return _escaped(text).replace(TYPED_DASH, EN_DASH)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def run_text(text: str, look: str = "") -> str:
    """Legible text as the content of `w:t` in a run of a look, its breaks, tabs and held hyphens as elements.

    U+2011 would be found by nobody who types a hyphen; `w:noBreakHyphen` is read as one (decision 0033).
    """
    text = _escaped(text).replace("\n", "</w:t><w:br/><w:t>").replace("\t", "</w:t><w:tab/><w:t>")
    text = text.replace(NO_BREAK_HYPHEN, '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">')
    again = f"<w:r><w:rPr>{look}</w:rPr>" if look else "<w:r>"
    dash = f"<w:r><w:rPr>{look}{RANGE_DASH}</w:rPr><w:noBreakHyphen/></w:r>"
    text = RANGE.sub(f'</w:t></w:r>{dash}{again}<w:t xml:space="preserve">', text)
    return text.replace(TYPED_DASH, EN_DASH)


def paragraph_start(style: str, number: int | None = None) -> str:
    """`w:p` up to the text of its only run; `number` is the list instance (`w:num`) it belongs to."""
    return f"{_properties(style, number, 0)}<w:r><w:t>"


def paragraph(
    style: str, runs: Iterable[str], number: int | None = None, level: int = 0, *, keeps_next: bool = False
) -> str:
    """`w:p` of several runs, which may be an item at a level of a list, or stay with the next paragraph."""
    return f"{_properties(style, number, level, keeps_next=keeps_next)}{''.join(runs)}</w:p>"


def figure_start(style: str, right: int, *, is_bold: bool) -> str:
    """`w:p` up to the text of a figure; `right` is how far from the edge of its cell it ends, in twips."""
    place = f'<w:ind w:right="{right}" w:firstLine="0"/><w:jc w:val="right"/>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{place}</w:pPr>{_run_start(is_bold)}'


def words_start(style: str, *, is_bold: bool) -> str:
    """`w:p` up to its text."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_run_start(is_bold)}'


def _run_start(is_bold: bool) -> str:
    return f"<w:r><w:rPr>{BOLD}</w:rPr><w:t>" if is_bold else "<w:r><w:t>"


def note(style: str, text: str) -> str:
    """A paragraph in the middle of the line, in italics: what an editor says, not the author."""
    properties = f'<w:pPr><w:pStyle w:val="{style}"/><w:ind w:firstLine="0"/><w:jc w:val="center"/></w:pPr>'
    return f"<w:p>{properties}{run(text, italic=True)}</w:p>"


def set_apart(
    style: str,
    runs: Iterable[str],
    *,
    side: str = "left",
    keeps: bool = False,
    tabs: Iterable[tuple[str, int]] = (),
) -> str:
    """A paragraph without a first line of its own, at a side of the page (`w:jc`), its words left whole.

    One that `keeps` stands on the page of the next; `tabs` are stops, each with its kind (`w:val`) and its
    place in twips.
    """
    stops = "".join(f'<w:tab w:val="{kind}" w:pos="{place}"/>' for kind, place in tabs)
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{"<w:keepNext/>" if keeps else ""}'
        f"{f'<w:tabs>{stops}</w:tabs>' if stops else ''}"
        '<w:suppressAutoHyphens/><w:spacing w:before="0" w:after="0"/>'
        '<w:ind w:left="0" w:right="0" w:firstLine="0"/>'
        f'<w:jc w:val="{side}"/></w:pPr>{"".join(runs)}</w:p>'
    )


def _properties(style: str, number: int | None, level: int, *, keeps_next: bool = False) -> str:
    """`w:p` up to its first run."""
    kept = "<w:keepNext/>" if keeps_next else ""
    listed = (
        "" if number is None else f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{kept}{listed}</w:pPr>'


def run(text: str, *, style: str = "", bold: bool = False, italic: bool = False, size: float = 0) -> str:
    """`w:r` of legible text; `style` is one of letters, `size` in points, 0 for that of the paragraph.

    Names and days in words have runs of their own, so that no hyphen parts them.
    """
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    sized = f'<w:sz w:val="{round(2 * size)}"/><w:szCs w:val="{round(2 * size)}"/>' if size else ""
    look = named + (BOLD if bold else "") + ("<w:i/>" if italic else "") + sized
    words, wholes = WHOLE.split(text), WHOLE.findall(text)
    runs = [_run(words[0], look)] if words[0] or not wholes else []
    for whole, behind in zip(wholes, words[1:], strict=True):
        runs += _run(whole, look + UNHYPHENATED), _run(behind, look) if behind else ""
    return "".join(runs)


def _run(text: str, look: str) -> str:
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{run_text(text, look)}</w:t></w:r>'


def link(name: str, runs: str) -> str:
    """Runs that lead to a bookmark; no style: they look as the words around them do."""
    return f'<w:hyperlink w:anchor="{escaped(name)}">{runs}</w:hyperlink>'


def bookmark(number: int, name: str) -> str:
    """A bookmark at one place; `number` is its own among all of the document."""
    return f'<w:bookmarkStart w:id="{number}" w:name="{escaped(name)}"/><w:bookmarkEnd w:id="{number}"/>'


def cell_start(width: int, *, span: int = 1, look: str = "") -> str:
    """`w:tc` up to its first paragraph; `width` in twips, `span` in columns of the grid."""
    merged = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merged}{look}</w:tcPr>'


class Merge(StrEnum):
    """How a cell of a head stands to those above and under it (`w:vMerge`)."""

    NONE = ""
    FIRST = '<w:vMerge w:val="restart"/>'
    REST = "<w:vMerge/>"


def head_cell_start(width: int, span: int, merge: Merge, *, is_upward: bool) -> str:
    """`w:tc` of a table's head up to its first paragraph; an upward text runs from bottom to top."""
    direction = '<w:textDirection w:val="btLr"/>' if is_upward else ""
    return cell_start(width, span=span, look=f'{merge}{direction}<w:vAlign w:val="center"/>')


def row_start(*, splits: bool = False, heads: bool = False, height: int = 0) -> str:
    """`w:tr` up to its first cell; a row that `heads` the table is repeated on every page.

    `height` is the least one in twips, 0 if the texts decide.
    """
    whole = "" if splits else "<w:cantSplit/>"
    least = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    repeated = "<w:tblHeader/>" if heads else ""
    properties = whole + least + repeated
    return f"<w:tr><w:trPr>{properties}</w:trPr>" if properties else "<w:tr>"


def kept_with_next(row: str) -> str:
    """A row whose paragraphs keep it on the page of the row after it."""
    return _STYLE.sub(r"\g<0><w:keepNext/>", row)


def margins(side: int, gap: int = 0) -> str:
    """`w:tblCellMar` with margins of their own; a `gap` of 0 above and below is left to the style."""
    sides = (("top", gap), ("left", side), ("bottom", gap), ("right", side))
    own = "".join(f'<w:{name} w:w="{width}" w:type="dxa"/>' for name, width in sides if width)
    return f"<w:tblCellMar>{own}</w:tblCellMar>"


def table_start(
    widths: tuple[int, ...], caption: str, description: str, *, style: str = "", margins: str = ""
) -> str:
    """`w:tbl` up to its first row; `caption` and `description` are read aloud by screen readers.

    `style` is the id of the table's, empty for one without rules; `margins` go before those of the style.
    """
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    styled = f'<w:tblStyle w:val="{style}"/>' if style else ""
    return (
        f'<w:tbl><w:tblPr>{styled}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{margins}'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        ' w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escaped(caption)}"/><w:tblDescription w:val="{escaped(description)}"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    )


def spacer(section: str = "", gap: int = 0) -> str:
    """The paragraph that Word requires after a table, all but invisible.

    `section` is the `w:sectPr` that ends here, or empty; `gap` is left above it, in twips.
    """
    return (
        f'<w:p><w:pPr><w:spacing w:before="{gap}" w:after="0" w:line="20" w:lineRule="exact"/>'
        f'<w:ind w:firstLine="0"/><w:rPr><w:sz w:val="2"/></w:rPr>{section}</w:pPr></w:p>'
    )


def foot_frame(width: int) -> str:
    """`w:framePr` at the lower margin of the page, as a document of its own; `width` in twips."""
    return (
        f'<w:framePr xmlns:w="{NAMESPACE}" w:w="{width}" w:wrap="around" w:vAnchor="margin"'
        ' w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
    )


def list_instance(number: int, definition: str, level: int, start: int) -> str:
    """`w:num`: a list of a definition (`w:abstractNum`) whose level counts anew, from `start`."""
    return (
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>'
        f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )
