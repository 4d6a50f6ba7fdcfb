"""Styles and lists of a template that the renderer itself applies.

Found by the name a clerk sees: LibreOffice writes new ids whenever it saves a document.
"""

from collections.abc import Iterator
from copy import deepcopy
from io import BytesIO
from typing import Any

import docx
from docx.document import Document

from roadmapc.assets import ORDER_TEMPLATE, asset
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.render.docx import codes
from roadmapc.render.docx.formatting import Face, ListKind, Lists, Styles
from roadmapc.text.similar import did_you_mean

NAMES = {
    "head": "Таблица: шапка",
    "text": "Таблица: текст",
    "number": "Таблица: число",
    "small_head": "Таблица: мелкая шапка",
    "small_text": "Таблица: мелкий текст",
    "small_number": "Таблица: мелкое число",
    "small_dash": "Таблица: мелкое тире",
    "small_letter": "Таблица: мелкие буквы",
    "dash": "Таблица: тире",
    "letter": "Таблица: буквы",
    "table": "Таблица плана",
    "section": "Таблица: раздел",
    "subsection": "Таблица: подраздел",
    "third_section": "Таблица: подраздел 3",
    "fourth_section": "Таблица: подраздел 4",
    "heading": "Приложение: заголовок",
    "subheading": "Приложение: подзаголовок",
    "paragraph": "Приложение: текст",
    "dash_item": "Приложение: тире",
    "number_item": "Приложение: номера",
    "appendix_mark": "Отметка о приложении",
    "signature": "Подпись",
    "picture": "Приложение: рисунок",
    "caption": "Приложение: подпись к рисунку",
    "footnote": "footnote text",
    "footnote_mark": "footnote reference",
    "link": "Ссылка внутри документа",
}
"""The use of a style and its name; those of footnotes are Word's own (ECMA-376, 17.7.4.9)."""

_NEWER = (
    *("table", "small_dash", "small_letter", "third_section", "fourth_section"),
    *("picture", "caption", "footnote", "footnote_mark", "link"),
)
_LENT = tuple(NAMES[use] for use in _NEWER)
"""Styles that a template without them gets from the shipped one: it was made before they were."""

_DASH = "dash_item"
"""The use of the style of lists that count nothing."""
_OF_FACE = ("head", "text", "number", "dash", "letter")
"""Uses of styles that are there for each size of type in tables."""
_SMALL_SIDE = 57
"""The margin on either hand of a cell in small type, unless the style of tables has less, in twips: 1 mm."""
_DEFAULT_SIZE = 10.0
"""Points, where a document says nothing (ECMA-376, 17.3.2.38)."""


def lend(document: Document) -> None:
    """Add the newer styles that a template lacks."""
    own = _by_name(document)
    lacking = [name for name in _LENT if name.casefold() not in own]
    if not lacking:
        return
    shipped = _by_name(docx.Document(BytesIO(asset("templates", ORDER_TEMPLATE))))
    ids = {style.style_id for style in document.styles}
    for name in lacking:
        style = shipped[name.casefold()]
        element = deepcopy(style.element)
        while element.styleId in ids:
            element.styleId += "1"
        base = own.get(style.base_style.name.casefold()) if style.base_style else None
        element.basedOn_val = None if base is None else base.style_id
        document.styles.element.append(element)


def _by_name(document: Document) -> dict[str, Any]:
    """Styles by their names in small letters: LibreOffice writes Word's own with a capital."""
    return {str(style.name).casefold(): style for style in document.styles}


def styles_of(document: Document, template_name: str) -> Outcome[Styles]:
    """The styles of a python-docx document, or a diagnostic for each that is missing."""
    found = _by_name(document)
    missing = [name for name in NAMES.values() if name.casefold() not in found]
    if missing:
        known = tuple(str(style.name) for style in document.styles)
        return Outcome(None, tuple(_missing(name, known, template_name) for name in missing))
    by_use = {use: found[name.casefold()] for use, name in NAMES.items()}
    ids = {use: str(style.style_id) for use, style in by_use.items()}
    table, side = ids.pop("table"), _side(by_use["table"])
    usual, small = ({use: ids.pop(f"{face}{use}") for use in _OF_FACE} for face in ("", "small_"))
    size, small_size = type_size(by_use["text"]), type_size(by_use["small_text"])
    styles = Styles(
        face=Face(**usual, table=table, size=size, side=side, has_own_side=False),
        small=Face(
            **small,
            table=table,
            size=small_size,
            side=min(side, _SMALL_SIDE),
            has_own_side=side > _SMALL_SIDE,
        ),
        size=type_size(by_use["paragraph"]),
        **ids,
    )
    return Outcome(styles)


def lineage(style: Any) -> Iterator[Any]:
    """A style and those that it is based on, the nearest first."""
    while style is not None:
        yield style
        style = style.base_style


def _side(style: Any) -> int:
    """The mean margin on either hand of a cell, in twips, that a style of tables states or inherits."""
    path = "./w:tblPr/w:tblCellMar/*[self::w:left or self::w:right]/@w:w"
    stated: list[str] = next(filter(None, (each.element.xpath(path) for each in lineage(style))), [])
    return round(sum(map(float, stated)) / len(stated)) if stated else 0


def type_size(style: Any) -> float:
    """The size of type of a style, its own, inherited or the document's."""
    for each in lineage(style):
        if each.font.size is not None:
            return float(each.font.size.pt)
    half_points = style.element.xpath("string(../w:docDefaults/w:rPrDefault/w:rPr/w:sz/@w:val)")
    return float(half_points) / 2 if half_points else _DEFAULT_SIZE


def _missing(name: str, known: tuple[str, ...], template_name: str) -> Diagnostic:
    message = f"в шаблоне «{template_name}» нет стиля «{name}»"
    hint = f"верните стиль «{name}»: его можно скопировать из поставляемого шаблона"
    return Diagnostic(codes.NO_STYLE, message, None, (*did_you_mean(name, known), hint))


def numbering_part(document: Document) -> Any:
    """The part of list definitions; `None` if the template has no lists."""
    related = document.part.rels.values()
    return next((rel.target_part for rel in related if rel.reltype.endswith("/numbering")), None)


def lists_of(document: Document, styles: Styles, template_name: str) -> Outcome[Lists]:
    """The lists of a python-docx document, or a diagnostic for each style of items that has lost its list."""
    part, numbers = numbering_part(document), {}
    ids = {
        _DASH: styles.dash_item,
        ListKind.LETTER: styles.face.letter,
        ListKind.NUMBER: styles.number_item,
    }
    for use, style_id in ids.items():
        path = f'./w:style[@w:styleId="{style_id}"]/w:pPr/w:numPr/w:numId/@w:val'
        numbers[use] = str(document.styles.element.xpath(f"string({path})"))
    without = [use for use, number in numbers.items() if part is None or not number]
    if without:
        hint = "верните стилю нумерацию: его можно скопировать из поставляемого шаблона"
        messages = [f"у стиля «{NAMES[use]}» в шаблоне «{template_name}» нет нумерации" for use in without]
        return Outcome(None, tuple(Diagnostic(codes.NO_STYLE, each, None, (hint,)) for each in messages))
    definitions = {
        kind: str(part.element.xpath(f'string(./w:num[@w:numId="{numbers[kind]}"]/w:abstractNumId/@w:val)'))
        for kind in ListKind
    }
    used = [num.numId for num in part.element.num_lst]
    return Outcome(Lists(definitions, int(numbers[_DASH]), max(used) + 1))
