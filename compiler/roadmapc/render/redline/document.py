"""Two documents of one template as one with tracked changes."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from roadmapc.render.archive import archive
from roadmapc.render.redline.blocks import Merger
from roadmapc.render.redline.marks import Marker

_DOCUMENT = "word/document.xml"


def redline(old: bytes, new: bytes, moment: str) -> bytes:
    """The new document with what it changes in the old one; `moment` dates the changes, ISO 8601."""
    with ZipFile(BytesIO(new)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    with ZipFile(BytesIO(old)) as opened:
        before = parse_xml(opened.read(_DOCUMENT))
    after = parse_xml(parts[_DOCUMENT])
    _merge(before.body, after.body, moment)
    parts[_DOCUMENT] = serialize_part_xml(after)
    return archive((name, (content,)) for name, content in parts.items())


def _merge(before: Any, after: Any, moment: str) -> None:
    """Put the merged blocks before the section that ends the body."""
    old, new = ([block for block in body if block.tag != qn("w:sectPr")] for body in (before, after))
    blocks = Merger(Marker(moment)).blocks(old, new)
    for block in new:
        after.remove(block)
    for place, block in enumerate(blocks):
        after.insert(place, block)
