"""Templates of Word that nobody should be sent."""

import struct
from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from roadmapc.assets import asset

MAIN = "word/document.xml"
PICTURE = "word/media/picture.bin"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_HEADER = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"


@cache
def parts() -> Mapping[str, bytes]:
    """Of the shipped template."""
    with ZipFile(BytesIO(asset("templates", "order.docx"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(changes: Mapping[str, bytes]) -> bytes:
    """The shipped template with some parts changed or added."""
    return _archive({**parts(), **changes}.items())


def edited(old: bytes, new: bytes, part: str = MAIN) -> bytes:
    """The shipped template with one place of a part changed."""
    assert old in parts()[part]
    return packed({part: parts()[part].replace(old, new, 1)})


def saying(placeholder: str) -> bytes:
    """The shipped template with another placeholder in the place of its title."""
    return edited(b"{{ title }}", placeholder.encode())


def declaring(declarations: str, word: str) -> bytes:
    """The shipped template with a DTD, and a word of it in the place of the title."""
    document = f"<!DOCTYPE w:document [{declarations}]><w:document".encode()
    content = parts()[MAIN].replace(b"<w:document", document, 1).replace(b"{{ title }}", word.encode())
    return packed({MAIN: content})


@cache
def bomb(size: int) -> bytes:
    """A template with a part that unpacks to so many bytes."""
    return packed({PICTURE: bytes(size)})


def lying_bomb(size: int) -> bytes:
    """The same, but its list says that the part has 1,000 bytes."""
    content = bytearray(bomb(size))
    listed = content.rindex(b"PK\x01\x02", 0, content.rindex(PICTURE.encode()))
    (local,) = struct.unpack_from("<I", content, listed + 42)
    for place in (listed + 24, local + 22):
        struct.pack_into("<I", content, place, 1000)
    return bytes(content)


def crowd(count: int) -> bytes:
    """A template with so many parts."""
    return packed({f"word/media/{at}.png": b"" for at in range(count)})


def twice(name: str) -> bytes:
    """A template in which a part is written twice, in letters of another size."""
    return packed({name.upper(): parts()[name]})


def chain(length: int) -> bytes:
    """A template whose parts refer to one another, each to the next; the last to the first."""
    links = {f"word/_rels/c{at}.xml.rels": _relation(f"c{(at + 1) % length}.xml") for at in range(length)}
    targets = {f"word/c{at}.xml": b"<a/>" for at in range(length)}
    own = "word/_rels/document.xml.rels"
    first = parts()[own].replace(b"</Relationships>", _link("c0.xml") + b"</Relationships>")
    return packed({**links, **targets, own: first})


def _relation(target: str) -> bytes:
    return f'<Relationships xmlns="{_RELATIONSHIPS}">'.encode() + _link(target) + b"</Relationships>"


def _link(target: str) -> bytes:
    return f'<Relationship Id="rIdLink" Type="{_HEADER}" Target="{target}"/>'.encode()


def _archive(entries: Iterable[tuple[str, bytes]]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return buffer.getvalue()
