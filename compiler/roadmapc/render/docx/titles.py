"""Titles in the middle of the page, in lines of like length.

Their paragraphs are made narrower and their words stay as they are: a line break in a title would stand in
the contents of the document, too, and would part words that somebody looks for.
"""

import re
from collections.abc import Sequence
from operator import attrgetter
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Twips
from docx.text.paragraph import Paragraph

from roadmapc.render.docx import metrics
from roadmapc.render.docx.formatting import Page, twips
from roadmapc.render.docx.styles import lineage, type_size
from roadmapc.text.typography import NO_BREAK_SPACE

_OF_APPENDIX = "Заголовок приложения"
_NAMES = ("Заголовок к тексту", "Изменяющие акты", "Лист: пояснение", _OF_APPENDIX)
"""Styles of what is balanced."""
_PAIR = re.compile(r"\(([^\s()]+) ([^\s()]+)\)")
"""Two words in brackets, which stay on one line: «(„дорожная карта“)»."""
_LONGEST = 2_000
"""Characters of a title that is balanced: what is longer is a text, and trying its breaks takes seconds."""
_SLACK = 0.01
"""Share of a line that typefaces of other makers may be wider by."""


def balance(document: Document, contents: Sequence[Any], own: Page, pages: Sequence[Page]) -> None:
    """Narrow the titles of a filled template.

    `contents` are the paragraphs that the contents of appendices replace, `pages` those on which these begin;
    all else stands on the page of the order, `own`.
    """
    passed, titles = 0, {style.style_id: style.name for style in document.styles if style.name in _NAMES}
    for element in document.element.body.p_lst:
        if element in contents:
            passed += 1
        if (
            element.style in titles
        ):  # a style is looked up in all of them: a template may have 35,000 paragraphs
            is_of_appendix = titles[element.style] == _OF_APPENDIX and passed < len(pages)
            _narrow(Paragraph(element, document), (pages[passed] if is_of_appendix else own).width)


def _narrow(paragraph: Any, across: int) -> None:
    """Make a centred paragraph as narrow as its balanced lines; `across` is the width of the page (twips)."""
    look, style = paragraph.paragraph_format, paragraph.style
    is_long = len(paragraph.text) > _LONGEST
    if is_long or _inherited(style, "paragraph_format.alignment") != WD_ALIGN_PARAGRAPH.CENTER:
        return
    for words in paragraph._p.iter(qn("w:t")):
        words.text = _PAIR.sub(f"(\\1{NO_BREAK_SPACE}\\2)", words.text or "")
    left, right = (
        twips(_inherited(style, f"paragraph_format.{side}")) for side in ("left_indent", "right_indent")
    )
    room, size, is_bold = across - left - right, type_size(style), bool(_inherited(style, "font.bold"))
    text = paragraph.text.upper() if _inherited(style, "font.all_caps") else paragraph.text
    lines = metrics.balanced(text, room, size, is_bold=is_bold)
    widest = max(metrics.width(line, size, is_bold=is_bold) for line in lines)
    spare = int((room - widest * (1 + _SLACK)) / 2)
    if len(lines) > 1 and spare > 0 and "\n" not in text:
        look.left_indent, look.right_indent = Twips(left + spare), Twips(right + spare)


def _inherited(style: Any, name: str) -> Any:
    """What a paragraph style states, itself or through those that it is based on; `None` if none does."""
    stated = map(attrgetter(name), lineage(style))
    return next((value for value in stated if value is not None), None)
