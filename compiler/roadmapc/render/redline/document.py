"""Two documents of one template as one with tracked changes."""

from io import BytesIO
from zipfile import ZipFile

from docx.oxml import parse_xml
from docx.oxml.ns import qn

from roadmapc.render.archive import archive
from roadmapc.render.redline.blocks import Merger
from roadmapc.render.redline.marks import Marker
from roadmapc.render.redline.parts import MAIN, footnotes, joined, set_apart, unlink


def redline(old: bytes, new: bytes, moment: str) -> bytes:
    """The new document with what it changes in the old one; `moment` dates the changes, ISO 8601."""
    with ZipFile(BytesIO(new)) as opened:
        parts = {name: opened.read(name) for name in opened.namelist()}
    with ZipFile(BytesIO(old)) as opened:
        former = {name: opened.read(name) for name in opened.namelist()}
    before, after = parse_xml(former[MAIN]), parse_xml(parts[MAIN])
    set_apart(before)
    unlink(before)
    unlink(after)
    notes = footnotes(former, parts)
    words = {name: "".join(note.itertext()) for name, note in notes.items()}
    old_blocks, new_blocks = (
        [block for block in document.body if block.tag != qn("w:sectPr")] for document in (before, after)
    )
    blocks = Merger(Marker(moment), words).blocks(old_blocks, new_blocks)
    for block in new_blocks:
        after.body.remove(block)
    for place, block in enumerate(blocks):
        after.body.insert(place, block)
    return archive((name, (content,)) for name, content in joined(former, parts, after, notes).items())
