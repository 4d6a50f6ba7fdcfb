"""Places of a filled template where our own XML goes: the tables and the lists they count.

The tree is serialised with a mark at each place and cut at the marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.oxml.parser import parse_xml

from roadmapc.render.docx import fields, oxml, page
from roadmapc.render.docx.lists import Lists
from roadmapc.render.docx.page import Page
from roadmapc.render.docx.styles import Styles

_MARK = b"<?roadmapc here?>"
"""A processing instruction, which no template has."""
_KEPT_WITH_SIGNATURE = 2
"""Paragraphs that go to the signature's page with it."""


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of the package in pieces; something is to be written between each two."""

    name: str
    pieces: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class TablePlace:
    """Where a table goes."""

    page: Page
    after: str
    """XML of the paragraph that has to follow the table."""


def keep_signature(document: Any, styles: Styles) -> None:
    """Keep the last paragraphs of the text on the page of the signature.

    ГОСТ Р 7.0.97 leaves no page to the signature alone.
    """
    paragraphs = document.paragraphs
    ids = [paragraph.style.style_id for paragraph in paragraphs]
    if styles.signature not in ids:
        return
    signature = ids.index(styles.signature)
    for paragraph in paragraphs[max(0, signature - _KEPT_WITH_SIGNATURE) : signature]:
        paragraph.paragraph_format.keep_with_next = True
        paragraph.paragraph_format.keep_together = True


def table_places(document: Any, count: int) -> tuple[TablePlace | None, ...]:
    """The place of each table, now marked; `None` if it has not exactly one paragraph, all to itself."""
    body = document.element.body
    return tuple(_table_place(body, fields.table_mark(index)) for index in range(count))


def _table_place(body: Any, mark: str) -> TablePlace | None:
    holders = body.xpath(f'.//w:p[contains(., "{mark}")]')
    if len(holders) != 1 or holders[0].getparent() is not body or holders[0].text.strip() != mark:
        return None
    (paragraph,) = holders
    ended = paragraph.xpath("./w:pPr/w:sectPr")
    section = (ended or paragraph.xpath("following::w:sectPr"))[0]
    after = oxml.after_table("".join(element.xml for element in ended))
    body.replace(paragraph, _mark())
    return TablePlace(page.from_section(section), after)


def numbering_part(document: Any) -> Any:
    """The part of list definitions; `None` if the template has no lists."""
    related = document.part.rels.values()
    return next((rel.target_part for rel in related if rel.reltype.endswith("/numbering")), None)


def lettered_lists(document: Any, styles: Styles) -> Lists | None:
    """The template's lettered list, with a mark where its instances go; `None` if its style has no list."""
    style = f'./w:style[@w:styleId="{styles.letter}"]'
    number = document.styles.element.xpath(f"string({style}/w:pPr/w:numPr/w:numId/@w:val)")
    part = numbering_part(document)
    if part is None or not number:
        return None
    definition = part.element.xpath(f'string(./w:num[@w:numId="{number}"]/w:abstractNumId/@w:val)')
    used = part.element.num_lst
    used[-1].addnext(_mark())
    return Lists(definition, max(num.numId for num in used) + 1)


def cut(part: Any) -> Cut:
    """A package part cut at its marks."""
    return Cut(part_name(part), tuple(part.blob.split(_MARK)))


def part_name(part: Any) -> str:
    """The name of a part in the archive: `word/document.xml`."""
    return str(part.partname).lstrip("/")


def _mark() -> Any:
    return parse_xml(b"<mark>%b</mark>" % _MARK)[0]
