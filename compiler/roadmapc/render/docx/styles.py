"""Styles of a template that the renderer itself applies.

Found by the name a clerk sees: LibreOffice writes new ids whenever it saves a document.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.render.docx import codes
from roadmapc.text.similar import did_you_mean

NAMES = {
    "head": "Таблица: шапка",
    "text": "Таблица: текст",
    "dash": "Таблица: тире",
    "letter": "Таблица: буквы",
    "section": "Таблица: раздел",
    "subsection": "Таблица: подраздел",
    "signature": "Подпись",
}
"""A field of `Styles` and the name of its style."""


@dataclass(frozen=True, slots=True)
class Styles:
    """Ids (`w:styleId`) of paragraph styles."""

    head: str
    """Headings of columns."""
    text: str
    """Paragraphs of a cell."""
    dash: str
    """Items of a list with dashes in a cell; the style carries the numbering."""
    letter: str
    """Items of a lettered list in a cell; the style carries the numbering."""
    section: str
    """A section's row, level 1."""
    subsection: str
    """A row of any deeper level."""
    signature: str
    """The signature; the paragraphs before it are kept on its page."""


def from_document(document: Any, template_name: str) -> Outcome[Styles]:
    """The styles of a python-docx document, or a diagnostic for each that is missing."""
    ids = {style.name: style.style_id for style in document.styles}
    missing = [name for name in NAMES.values() if name not in ids]
    if missing:
        return Outcome(None, tuple(_missing(name, tuple(ids), template_name) for name in missing))
    return Outcome(Styles(**{field.name: ids[NAMES[field.name]] for field in fields(Styles)}))


def _missing(name: str, known: tuple[str, ...], template_name: str) -> Diagnostic:
    message = f"в шаблоне «{template_name}» нет стиля «{name}»"
    hint = f"верните стиль «{name}»: его можно скопировать из поставляемого шаблона"
    return Diagnostic(codes.NO_STYLE, message, None, (*did_you_mean(name, known), hint))


def without_numbering(template_name: str) -> Diagnostic:
    """About a style of lettered items that has lost its list."""
    message = f"у стиля «{NAMES['letter']}» в шаблоне «{template_name}» нет нумерации"
    return Diagnostic(codes.NO_STYLE, message, None, ("верните ему нумерацию «а), б), в)»",))
