"""Styles of a template that the renderer itself applies.

Found by the name a clerk sees: LibreOffice writes new ids whenever it saves a document.
"""

from typing import Any, NamedTuple

from docx.document import Document

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.render.docx import codes
from roadmapc.text.similar import did_you_mean

NAMES = {
    "head": "Таблица: шапка",
    "text": "Таблица: текст",
    "number": "Таблица: число",
    "small_head": "Таблица: мелкая шапка",
    "small_text": "Таблица: мелкий текст",
    "small_number": "Таблица: мелкое число",
    "dash": "Таблица: тире",
    "letter": "Таблица: буквы",
    "section": "Таблица: раздел",
    "subsection": "Таблица: подраздел",
    "heading": "Приложение: заголовок",
    "subheading": "Приложение: подзаголовок",
    "paragraph": "Приложение: текст",
    "dash_item": "Приложение: тире",
    "number_item": "Приложение: номера",
    "appendix_mark": "Отметка о приложении",
    "signature": "Подпись",
}
"""The use of a style and its name."""

_SIDE, _SMALL_SIDE = 85, 57
"""1.5 and 1 mm."""
_DEFAULT_SIZE = 10.0
"""Points, where a document says nothing (ECMA-376, 17.3.2.38)."""


class Face(NamedTuple):
    """The look of a table's cells in one size of type."""

    head: str
    """Style id (`w:styleId`) of headings of columns, as are the next two."""
    text: str
    """Of paragraphs."""
    number: str
    """Of figures, centred."""
    size: float
    """Of type, in points."""
    side: int
    """Margin of a cell on either hand, in twips."""


class Styles(NamedTuple):
    """Ids (`w:styleId`) of paragraph styles."""

    face: Face
    """Of tables that fit the page in it."""
    small: Face
    """Of tables too wide for it."""
    dash: str
    """Items of a list with dashes in a cell; the style carries the numbering, as of all lists."""
    letter: str
    """Items of a lettered list in a cell."""
    section: str
    """A section's row, level 1."""
    subsection: str
    """A row of any deeper level."""
    heading: str
    """A heading of an appendix under its title."""
    subheading: str
    """A heading of any deeper level."""
    paragraph: str
    """A paragraph of prose."""
    dash_item: str
    """Items of a list with dashes in prose."""
    number_item: str
    """Items of a numbered list in prose."""
    appendix_mark: str
    """The mark in the corner of an appendix; its indent is for the page of wide appendices."""
    signature: str
    """The signature; the paragraphs before it are kept on its page."""


def from_document(document: Document, template_name: str) -> Outcome[Styles]:
    """The styles of a python-docx document, or a diagnostic for each that is missing."""
    found = {style.name: style for style in document.styles}
    missing = [name for name in NAMES.values() if name not in found]
    if missing:
        return Outcome(None, tuple(_missing(name, tuple(found), template_name) for name in missing))
    ids = {use: str(found[name].style_id) for use, name in NAMES.items()}
    sizes = _size(found[NAMES["text"]]), _size(found[NAMES["small_text"]])
    face = Face(ids.pop("head"), ids.pop("text"), ids.pop("number"), sizes[0], _SIDE)
    small = Face(ids.pop("small_head"), ids.pop("small_text"), ids.pop("small_number"), sizes[1], _SMALL_SIDE)
    return Outcome(Styles(face, small, **ids))


def _size(style: Any) -> float:
    """The size of type of a style, its own, inherited or the document's."""
    while style is not None:
        if style.font.size is not None:
            return float(style.font.size.pt)
        defaults, style = style.element.getparent(), style.base_style
    half_points = defaults.xpath("string(./w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val)")
    return float(half_points) / 2 if half_points else _DEFAULT_SIZE


def _missing(name: str, known: tuple[str, ...], template_name: str) -> Diagnostic:
    message = f"в шаблоне «{template_name}» нет стиля «{name}»"
    hint = f"верните стиль «{name}»: его можно скопировать из поставляемого шаблона"
    return Diagnostic(codes.NO_STYLE, message, None, (*did_you_mean(name, known), hint))


def without_numbering(use: str, template_name: str) -> Diagnostic:
    """About a style of list items that has lost its list."""
    message = f"у стиля «{NAMES[use]}» в шаблоне «{template_name}» нет нумерации"
    hint = "верните стилю нумерацию: его можно скопировать из поставляемого шаблона"
    return Diagnostic(codes.NO_STYLE, message, None, (hint,))
