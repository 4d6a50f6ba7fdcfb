"""Whether what a filled template says finds room where it stands: on a sheet, in a cell of a blank.

Measured and not laid out: how wide a line is, where it ends, how wide its words are. A text box, whose
width is that of a drawing, is left alone.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from roadmapc.render.docx import metrics
from roadmapc.render.docx.formatting import page_of, twips
from roadmapc.render.docx.styles import lineage, type_size

_CELL_SIDE = 108
"""Twips that Word leaves on either side of a cell where a template says nothing (17.4.42)."""
_NARROWEST = 4139
"""73 mm, the width of a corner blank (ГОСТ Р 7.0.97): in a narrower line words do not stand one by one."""
_COLUMN, _MOST = 3, 0.6
"""Lines of one word from which a text reads as a column of words, and what part of its lines they are."""
_TOLERANCE = 1.02
"""Faces of the same widths differ so much in the rounding of their advances."""
_OPENED = re.compile("[\u00a0@/.]")
"""Where Word breaks a line if it must, besides spaces and hyphens."""


class Cramped(NamedTuple):
    """A paragraph that has no room."""

    text: str
    why: str
    style: str
    """As a clerk calls it."""


def hold_tabs(document: Document) -> None:
    """Put right tabs that stand beyond the edge of a sheet or a cell on that edge.

    The template's styles are for one width; in a cell of a blank the number would stand outside.
    """
    for paragraph, width in _lines(document):
        if "\t" not in paragraph.text:
            continue
        rights = (stop for stop in _stops(paragraph) if stop.alignment is WD_TAB_ALIGNMENT.RIGHT)
        beyond = [stop for stop in rights if twips(stop.position) > width]
        for stop in beyond:
            paragraph.paragraph_format.tab_stops.add_tab_stop(stop.position, WD_TAB_ALIGNMENT.CLEAR)
        if beyond:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Twips(width), WD_TAB_ALIGNMENT.RIGHT)


def cramped(document: Document, mark: str) -> Iterator[Cramped]:
    """Paragraphs whose words do not fit their lines, or stand one under another.

    Those of the style `mark`, outside of cells, get their indents when it is known where their sheets are.
    """
    sheet = max(page_of(each).width for each in document.element.body.xpath(".//w:sectPr"))
    for paragraph, width in _lines(document):
        text = paragraph.text.strip()
        if not text:
            continue
        style: Any = paragraph.style
        if style.style_id == mark and not paragraph._p.xpath("ancestor::w:tc"):
            continue
        room = width - _indent(paragraph, "left_indent") - _indent(paragraph, "right_indent")
        face = _Face.of(paragraph)
        words = _OPENED.sub(" ", text).replace("-", "- ").split()
        longest = max(dict.fromkeys(words), key=face.width, default="")
        if room * _TOLERANCE < face.width(longest) < sheet:  # of a longer one no template is to blame
            yield Cramped(text, f"слово «{longest}» шире строки", style.name)
        elif room < _NARROWEST and _is_column(words, face, room):
            yield Cramped(text, "в строку входит по одному слову", style.name)


def _is_column(words: list[str], face: "_Face", room: int) -> bool:
    """Whether most lines hold a word alone."""
    lines = [[words[0]]]
    for word in words[1:]:
        if face.width(" ".join((*lines[-1], word))) <= room:
            lines[-1].append(word)
        else:
            lines.append([word])
    alone = sum(len(line) == 1 for line in lines)
    return alone >= _COLUMN and alone >= _MOST * len(lines)


class _Face(NamedTuple):
    """The letters of a paragraph."""

    size: float
    spacing: int
    """Twips between letters."""
    is_upper: bool

    @classmethod
    def of(cls, paragraph: Paragraph) -> "_Face":
        styles = tuple(lineage(paragraph.style))
        spacings = (each.element.xpath("string(./w:rPr/w:spacing/@w:val)") for each in styles)
        spacing = next((int(each) for each in spacings if each), 0)
        is_upper = next((each.font.all_caps for each in styles if each.font.all_caps is not None), False)
        return cls(type_size(paragraph.style), spacing, is_upper)

    def width(self, text: str) -> int:
        """Twips that a text takes on one line."""
        letters = text.upper() if self.is_upper else text
        return metrics.width(letters, self.size) + self.spacing * len(text)


def _lines(document: Document) -> Iterator[tuple[Paragraph, int]]:
    """Paragraphs of the main part with the width between the edges of where they stand, in twips."""
    section, pages = 0, [page_of(each).width for each in document.element.body.xpath(".//w:sectPr")]
    for element in document.element.body.iter(qn("w:p")):
        if not element.xpath("ancestor::w:txbxContent"):
            cells = element.xpath("ancestor::w:tc[1]")
            width = _cell_width(cells[0]) if cells else pages[min(section, len(pages) - 1)]
            if width:
                yield Paragraph(element, document), width
        section += bool(element.xpath("./w:pPr/w:sectPr"))


def _cell_width(cell: Any) -> int:
    """Between the margins of a cell; 0 if the template leaves its width to Word."""
    wide = cell.xpath('string(./w:tcPr/w:tcW[@w:type="dxa"]/@w:w)')
    if not wide:
        return 0
    margins = "ancestor::w:tbl[1]/w:tblPr/w:tblCellMar/w:{0}/@w:w"
    sides = [cell.xpath(f"string({margins.format(side)})") for side in ("left", "right")]
    return int(wide) - sum(int(side) if side else _CELL_SIDE for side in sides)


def _indent(paragraph: Paragraph, side: str) -> int:
    """Of the paragraph itself, else of its style."""
    stated = (each.paragraph_format for each in (paragraph, *lineage(paragraph.style)))
    indents = (getattr(each, side) for each in stated)
    return twips(next((each for each in indents if each is not None), None))


def _stops(paragraph: Paragraph) -> list[Any]:
    """The tab stops of a paragraph itself, else of its style."""
    stated = (each.paragraph_format.tab_stops for each in (paragraph, *lineage(paragraph.style)))
    return next((list(stops) for stops in stated if len(stops)), [])
