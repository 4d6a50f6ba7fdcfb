"""A document's package (ECMA-376, part 2) from a stranger: unpacked only after its list of parts was read.

An archive of a few kilobytes may unpack to gigabytes, its list may lie about that, and its markup may
define words that grow when they are read. No library sees a package that was not looked through here.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import PurePosixPath
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from roadmapc.text.shorten import shortened


class Limits(NamedTuple):
    """How much of a package is believed."""

    size: int
    """Bytes of all parts together."""
    markup: int
    """Bytes of all parts but pictures, fonts and whatever else no parser is given."""
    marks: int
    """Signs «<» and «=» in them: each costs a parser an element or an attribute, a hundred bytes and more."""


TEMPLATE = Limits(size=32 * 2**20, markup=4 * 2**20, marks=40_000)
"""An order's form has 50 KB and 3,000 marks; Word's own styles may be ten times that."""
DOCUMENT = Limits(size=128 * 2**20, markup=64 * 2**20, marks=3_000_000)
"""An order of 20,000 measures has 40 MB and 2,600,000 marks."""
WORKBOOK = Limits(size=256 * 2**20, markup=256 * 2**20, marks=20_000_000)
"""A register of 20,000 measures has 95 MB and 14,000,000 marks, which are read row by row and not kept."""
MAX_PARTS = 1000
"""An order has fifteen, and one for each picture."""


class Refusal(NamedTuple):
    """Why a package is left unread, to be said after «файл не открывается»."""

    reason: str


PASSWORD = "он закрыт паролем"
_TORN = "это не архив ZIP, или он повреждён"
_LISTED = b"PK\x01\x02"
"""How an entry of an archive's list begins."""
_ENCRYPTED = 0x1
_MARKUP = re.compile(rb"[\s\0\xef\xbb\xbf\xfe\xff]*<")
"""How XML begins, in any encoding that parsers know."""
_DTD = re.compile("\0*".join("<!DOCTYPE").encode())
_FOREIGN = re.compile(rb"[^<]*<\?xml[^>]*encoding\s*=\s*[\"'](?!utf-?(?:8|16)[\"'])", re.IGNORECASE)
"""A declared encoding in which all the above would be hidden; packages are in UTF-8 or UTF-16."""
_DECLARATION = 1000
"""Bytes in which an XML declaration ends."""


def unpacked(content: bytes, limits: Limits) -> dict[str, bytes] | Refusal:
    """The parts of a package by name, in their order."""
    if content.count(_LISTED) > MAX_PARTS:
        return Refusal(f"в нём больше {MAX_PARTS} частей")
    try:
        with ZipFile(BytesIO(content)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            reason = next(_objections(entries, limits), None)
            if reason is not None:
                return Refusal(reason)
            parts = {entry.filename: _part(archive, entry) for entry in entries}
    except Exception:  # the library raises whatever it meets in a stranger's file
        return Refusal(_TORN)
    reason = next(_objections_to_markup(parts, limits), None)
    return parts if reason is None else Refusal(reason)


def stored(parts: Mapping[str, bytes]) -> bytes:
    """The parts as an archive of our own, for libraries that would open the stranger's."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name), content)
    return buffer.getvalue()


def _part(archive: ZipFile, entry: ZipInfo) -> bytes:
    """A part; given no size, the library would unpack what the list does not own to."""
    with archive.open(entry) as stream:
        return stream.read(entry.file_size + 1)


def _objections(entries: Iterable[ZipInfo], limits: Limits) -> Iterator[str]:
    """What is wrong with an archive's list."""
    if sum(entry.file_size for entry in entries) > limits.size:
        yield f"распакованный, он больше {limits.size // 2**20} МБ"
    names = Counter(entry.filename.lower() for entry in entries)
    for entry in entries:
        name, path = shortened(entry.filename), PurePosixPath(entry.orig_filename)
        if entry.flag_bits & _ENCRYPTED:
            yield PASSWORD
        if entry.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            yield f"часть «{name}» сжата способом, которого в документах не бывает"
        # as programs read it that unpack into a folder
        if path.is_absolute() or ".." in path.parts or any(sign in entry.orig_filename for sign in "\\:\0"):
            yield f"имя части «{name}» ведёт за пределы документа"
        if names[entry.filename.lower()] > 1:
            yield f"часть «{name}» записана дважды"


def _objections_to_markup(parts: Mapping[str, bytes], limits: Limits) -> Iterator[str]:
    """What parsers should not be given."""
    markup = {name: part for name, part in parts.items() if _MARKUP.match(part)}
    if sum(map(len, markup.values())) > limits.markup:
        yield f"текст его больше {limits.markup // 2**20} МБ"
    if sum(part.count(b"<") + part.count(b"=") for part in markup.values()) > limits.marks:
        yield "разметки в нём больше, чем бывает в документах"
    for name, part in markup.items():
        if _FOREIGN.match(part[:_DECLARATION].replace(b"\0", b"")):
            yield f"часть «{shortened(name)}» записана не в UTF-8"
        if _DTD.search(part) and not name.endswith(".svg"):  # a picture, which no parser is given
            yield f"в части «{shortened(name)}» стоит DOCTYPE, запрещённый в документах"
