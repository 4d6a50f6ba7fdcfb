"""What a file is, by its first bytes and the parts of its archive."""

import re
import struct
from enum import StrEnum

from roadmapc.incoming.encoding import decoded

_BEGINNING = 4096
"""Bytes in which a text says what it is."""


class FileFormat(StrEnum):
    """A kind of file, as its owner calls it."""

    EMPTY = "пустой файл"
    DOCX = "документ Word"
    DOC = "документ Word 97–2003"
    LOCKED = "файл с паролем"
    ODT = "документ OpenDocument"
    RTF = "документ RTF"
    WORD_XML = "документ Word в XML"
    ODT_XML = "документ OpenDocument в XML"
    HTML = "страница HTML"
    MHTML = "страница MHTML"
    TEXT = "текст"
    PDF = "PDF"
    PICTURE = "рисунок"
    SHEET = "электронная таблица"
    SLIDES = "презентация"
    ARCHIVE = "архив"
    SIGNATURE = "файл электронной подписи"
    UNKNOWN = "файл неизвестного вида"


SUFFIXES = {
    **dict.fromkeys((".docx", ".docm", ".dotx", ".dotm"), FileFormat.DOCX),
    **dict.fromkeys((".doc", ".dot"), FileFormat.DOC),
    **dict.fromkeys((".odt", ".ott"), FileFormat.ODT),
    **dict.fromkeys((".htm", ".html", ".xhtml"), FileFormat.HTML),
    **dict.fromkeys((".mht", ".mhtml"), FileFormat.MHTML),
    ".rtf": FileFormat.RTF,
    ".fodt": FileFormat.ODT_XML,
    ".txt": FileFormat.TEXT,
    ".pdf": FileFormat.PDF,
}
"""What the names of documents promise."""
_SIGNATURES = (
    (b"{\\rtf", FileFormat.RTF),
    (b"%PDF", FileFormat.PDF),
    *(
        (sign, FileFormat.PICTURE)
        for sign in (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"AT&TFORM")
    ),
    *(
        (sign, FileFormat.ARCHIVE)
        for sign in (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"MSCF")
    ),
    (b"-----BEGIN", FileFormat.SIGNATURE),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAMS = (
    ("EncryptedPackage", FileFormat.LOCKED),
    ("WordDocument", FileFormat.DOC),
    ("Workbook", FileFormat.SHEET),
    ("Book", FileFormat.SHEET),
    ("PowerPoint Document", FileFormat.SLIDES),
)
_PARTS = (
    (b"word/document", FileFormat.DOCX),
    (b"word/", FileFormat.DOCX),
    (b"xl/workbook", FileFormat.SHEET),
    (b"ppt/presentation", FileFormat.SLIDES),
)
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument."
_XML = (
    (re.compile("<(?:w:)?wordDocument|progid=.Word.Document|<pkg:package"), FileFormat.WORD_XML),
    (re.compile("<office:document"), FileFormat.ODT_XML),
)
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|table|div|p|center|title|br|font|h[1-6]|span|b)(?=[\s/>])[^<>]*>",
    re.IGNORECASE,
)
_MAIL = re.compile(r"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*MIME-Version:", re.IGNORECASE)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f]")


def format_of(content: bytes) -> FileFormat:
    """What a file is, whatever it is called."""
    beginning = content[:_BEGINNING].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if not beginning and not content.strip(b"\xef\xbb\xbf \t\r\n\0"):
        return FileFormat.EMPTY
    if content.startswith(_OLE):
        return _of_streams(content)
    if beginning.startswith(b"PK"):
        return _of_archive(content)
    for sign, found in _SIGNATURES:
        if beginning.startswith(sign):
            return found
    if b"%PDF-" in content[:1024]:
        return FileFormat.PDF
    return _of_text(content)


def _of_archive(content: bytes) -> FileFormat:
    """By the names of its parts, which stand in its list at the end or before each part."""
    if _OPEN_DOCUMENT in content[:200]:
        kind = content[:200].partition(_OPEN_DOCUMENT)[2]
        if kind.startswith(b"text"):
            return FileFormat.ODT
        return FileFormat.SLIDES if kind.startswith(b"presentation") else FileFormat.SHEET
    return next((found for part, found in _PARTS if part in content), FileFormat.ARCHIVE)


def _of_streams(content: bytes) -> FileFormat:
    """By the names of the streams of a compound file, which are in UTF-16."""
    for name, found in _STREAMS:
        at = content.find(name.encode("utf-16-le") + b"\0\0")
        if at >= 0:
            return FileFormat.LOCKED if found is FileFormat.DOC and _is_encrypted(content, at) else found
    return FileFormat.UNKNOWN


def _is_encrypted(content: bytes, entry: int) -> bool:
    """Whether the document whose entry of the directory is at an offset has a password ([MS-DOC] 2.5.2)."""
    if entry + 120 > len(content):
        return False
    (shift,), (start,) = struct.unpack_from("<H", content, 30), struct.unpack_from("<I", content, entry + 116)
    flags = ((start + 1) << min(shift, 16)) + 10
    return flags + 2 <= len(content) and bool(struct.unpack_from("<H", content, flags)[0] & 0x0100)


def _of_text(content: bytes) -> FileFormat:
    """By the marks of a text; one that is mostly signs nobody types is none."""
    text = decoded(content[:_BEGINNING]).text.lstrip("\ufeff \t\r\n")
    if len(_CONTROLS.findall(text)) > len(text) // 50:
        return FileFormat.UNKNOWN
    if _MAIL.match(text):
        return FileFormat.MHTML
    if text.startswith(("<?xml", "<")):
        found = next((found for pattern, found in _XML if pattern.search(text)), None)
        if found is not None:
            return found
    return FileFormat.HTML if _HTML.search(text) else FileFormat.TEXT
