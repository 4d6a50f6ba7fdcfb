"""Styles and lists of a template that the renderer itself applies.

Found by the name a clerk sees: LibreOffice writes new ids whenever it saves a document.
"""

from collections.abc import Iterable
from copy import deepcopy
from io import BytesIO
from typing import Any

import docx
from docx.document import Document
from docx.oxml.parser import parse_xml

from roadmapc.assets import ORDER_TEMPLATE, asset
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.render.docx import codes, oxml
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
}
"""The use of a style and its name."""

_LENT = tuple(
    NAMES[use] for use in ("table", "small_dash", "small_letter", "third_section", "fourth_section")
)
"""Styles that a template without them gets from the shipped one: it was made before they were."""
_SPACED = '<w:spacing w:before="{}" w:after="{}" w:line="240" w:lineRule="auto"/><w:ind w:firstLine="0"/>'
_CENTRED = '<w:jc w:val="center"/>'
_SUPPLIED = {
    "picture": ("Приложение: рисунок", f"<w:pPr>{_SPACED.format(120, 120)}{_CENTRED}</w:pPr>"),
    "caption": (
        "Приложение: подпись к рисунку",
        f"<w:pPr><w:keepLines/>{_SPACED.format(0, 120)}{_CENTRED}</w:pPr>",
    ),
    "footnote": (
        "footnote text",
        f'<w:pPr>{_SPACED.format(0, 0)}</w:pPr><w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>',
    ),
    "footnote_mark": ("footnote reference", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
    "link": ("Ссылка внутри документа", ""),
}
"""Styles that a template may have, by their use: the name, and what it is like where the template has none.

All but the last two, which are of letters, are based on that of prose. Links look as the words around them
do, but have a style: LibreOffice makes no links of a PDF without one.
"""
_OF_LETTERS = ("footnote_mark", "link")

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
    own = {style.name: style for style in document.styles}
    if not set(_LENT) - own.keys():
        return
    shipped = {
        style.name: style for style in docx.Document(BytesIO(asset("templates", ORDER_TEMPLATE))).styles
    }
    ids = {style.style_id for style in document.styles}
    for name in (name for name in _LENT if name not in own):
        element = deepcopy(shipped[name].element)
        while element.styleId in ids:
            element.styleId += "1"
        base = own.get(shipped[name].base_style.name)
        element.basedOn_val = None if base is None else base.style_id
        document.styles.element.append(element)


def _supplied(document: Document, uses: Iterable[str]) -> dict[str, str]:
    """The ids of styles that a template may lack, by their use; those that it lacks are added to it."""
    known = {str(style.name).casefold(): str(style.style_id) for style in document.styles}
    ids = {}
    for use in uses:
        name, look = _SUPPLIED[use]
        ids[use] = known.get(name.casefold(), f"roadmapc-{use}")
        if name.casefold() not in known:
            base = "" if use in _OF_LETTERS else known[NAMES["paragraph"].casefold()]
            document.styles.element.append(parse_xml(oxml.style(ids[use], name, base, look)))
    return ids


def styles_of(document: Document, template_name: str, uses: Iterable[str]) -> Outcome[Styles]:
    """The styles of a python-docx document, or a diagnostic for each that is missing.

    `uses` are those of the styles it may lack that are wanted.
    """
    by_name = {style.name: style for style in document.styles}
    missing = [name for name in NAMES.values() if name not in by_name]
    if missing:
        return Outcome(None, tuple(_missing(name, tuple(by_name), template_name) for name in missing))
    ids = {use: str(by_name[name].style_id) for use, name in NAMES.items()}
    table, side = ids.pop("table"), _side(by_name[NAMES["table"]])
    usual, small = ({use: ids.pop(f"{face}{use}") for use in _OF_FACE} for face in ("", "small_"))
    size, small_size = type_size(by_name[NAMES["text"]]), type_size(by_name[NAMES["small_text"]])
    styles = Styles(
        face=Face(**usual, table=table, size=size, side=side, has_own_side=False),
        small=Face(
            **small,
            table=table,
            size=small_size,
            side=min(side, _SMALL_SIDE),
            has_own_side=side > _SMALL_SIDE,
        ),
        size=type_size(by_name[NAMES["paragraph"]]),
        **ids,
        **_supplied(document, uses),
    )
    return Outcome(styles)


def _side(style: Any) -> int:
    """The mean margin on either hand of a cell, in twips, that a style of tables states or inherits."""
    while style is not None:
        stated = style.element.xpath("./w:tblPr/w:tblCellMar/*[self::w:left or self::w:right]/@w:w")
        if stated:
            return round(sum(map(float, stated)) / len(stated))
        style = style.base_style
    return 0


def type_size(style: Any) -> float:
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
