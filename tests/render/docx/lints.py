"""Nine defects of a document that no validator at hand sees, each visible to the eye.

A lint takes the parts of a package by name and yields what is wrong with them.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

Parts = dict[str, bytes]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_NAMES = {"w": W, "dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/"}


def parts_of(document: bytes) -> Parts:
    """The parts of a package."""
    with ZipFile(BytesIO(document)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _find(element: etree._Element, path: str) -> list:
    return element.xpath(path, namespaces=_NAMES)


def _main(parts: Parts) -> etree._Element:
    return etree.fromstring(parts[MAIN])


def _tables(parts: Parts) -> list[etree._Element]:
    return _find(_main(parts), "//w:tbl")


def _value(element: etree._Element, path: str) -> list[int]:
    return [int(value) for value in _find(element, path)]


def _heads(parts: Parts, table: etree._Element) -> list[bool]:
    """Of each row, whether all its cells are set in a style of headings."""
    styles = etree.fromstring(parts[STYLES])
    ids = set(_find(styles, '//w:style[contains(w:name/@w:val, "шапка")]/@w:styleId'))
    return [set(_find(row, ".//w:pStyle/@w:val")) <= ids for row in _find(table, "./w:tr")]


def _flags(table: etree._Element) -> list[bool]:
    return [bool(_find(row, "./w:trPr/w:tblHeader")) for row in _find(table, "./w:tr")]


def lost_header_flag(parts: Parts) -> Iterator[str]:
    """A row of headings is not repeated on the next page."""
    for table in _tables(parts):
        for head, flag in zip(_heads(parts, table), _flags(table), strict=True):
            if head and not flag:
                yield "a row of headings without w:tblHeader"


def header_flag_below(parts: Parts) -> Iterator[str]:
    """Word ignores the flag on any row after the first one without it."""
    for table in _tables(parts):
        flags = _flags(table)
        if flags != sorted(flags, reverse=True):
            yield "w:tblHeader after a row without it"


def _cells(row: etree._Element) -> int:
    spans = _value(row, "./w:tc/w:tcPr/w:gridSpan/@w:val")
    return len(_find(row, "./w:tc")) - len(spans) + sum(spans)


def wide_row(parts: Parts) -> Iterator[str]:
    """Cells span more columns than there are."""
    for table in _tables(parts):
        columns = len(_find(table, "./w:tblGrid/w:gridCol"))
        yield from ("a row wider than the grid" for row in _find(table, "./w:tr") if _cells(row) > columns)


def short_row(parts: Parts) -> Iterator[str]:
    """A row lacks a cell."""
    for table in _tables(parts):
        columns = len(_find(table, "./w:tblGrid/w:gridCol"))
        yield from ("a row shorter than the grid" for row in _find(table, "./w:tr") if _cells(row) < columns)


def repeated_property(parts: Parts) -> Iterator[str]:
    """Word calls a document with two authors' elements damaged."""
    names = [child.tag for child in etree.fromstring(parts[CORE])]
    yield from (f"{name} twice" for name in set(names) if names.count(name) > 1)


def impossible_date(parts: Parts) -> Iterator[str]:
    """A date of creation is not W3CDTF."""
    for text in _find(etree.fromstring(parts[CORE]), "//dcterms:*/text()"):
        try:
            datetime.fromisoformat(text)
        except ValueError:
            yield text


def landscape_by_name_only(parts: Parts) -> Iterator[str]:
    """A landscape page whose width and height are not exchanged prints in portrait, and the reverse."""
    for size in _find(_main(parts), "//w:pgSz"):
        width, height = (int(size.get(f"{{{W}}}{side}")) for side in "wh")
        if (size.get(f"{{{W}}}orient") == "landscape") != (width > height):
            yield f"{width} × {height}"


def table_at_the_end(parts: Parts) -> Iterator[str]:
    """Word wants a paragraph after the last table of the body, of a section, of a cell."""
    for table in _tables(parts):
        following = _find(table, "following-sibling::*[1]")
        if not following or following[0].tag != f"{{{W}}}p":
            yield "a table without a paragraph after it"


def leftover(parts: Parts) -> Iterator[str]:
    """A placeholder nobody filled."""
    texts = {name: content.decode() for name, content in parts.items() if name.endswith((".xml", ".rels"))}
    for name, content in texts.items():
        text = re.sub(r"<[^>]+>", "", content)
        yield from (
            f"{name}: {found}" for found in re.findall(r"\{\{|\}\}|\{%|%\}|\{#|#\}|[\ue000-\uf8ff]", text)
        )


LINTS: tuple[Callable[[Parts], Iterator[str]], ...] = (
    lost_header_flag,
    header_flag_below,
    wide_row,
    short_row,
    repeated_property,
    impossible_date,
    landscape_by_name_only,
    table_at_the_end,
    leftover,
)
