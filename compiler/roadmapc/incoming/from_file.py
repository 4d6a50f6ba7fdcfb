"""The door: a file of any office format to its blocks. What it is its bytes tell, not its name."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import Never, TypeAlias

from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.incoming.blocks import Incoming
from roadmapc.incoming.codes import (
    DAMAGED,
    EMPTY_DOCUMENT,
    GUESSED_ENCODING,
    LOCKED,
    LOST_LETTERS,
    NO_CONVERTER,
    NOT_A_TEXT,
    ONLY_PICTURES,
    OTHER_FORMAT,
    PDF,
    TOO_LARGE,
    said,
)
from roadmapc.incoming.encoding import Decoded, decoded
from roadmapc.incoming.format import SUFFIXES, FileFormat, format_of
from roadmapc.source.limits import BYTES, TEXT
from roadmapc.source.package import DOCUMENT, PASSWORD, Refusal, unpacked
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened

Converter: TypeAlias = Callable[[bytes, str], Outcome[bytes]]
"""A document, with the ending of its name, to DOCX by a program of others."""

_CONVERTED = {
    FileFormat.DOC: ".doc",
    FileFormat.RTF: ".rtf",
    FileFormat.ODT: ".odt",
    FileFormat.WORD_XML: ".xml",
    FileFormat.ODT_XML: ".fodt",
}
"""What is read as the DOCX that a converter makes of it."""
_AS_DOCX = "откройте его в Word или LibreOffice и сохраните как .docx"
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_HEAD = 4096
"""Bytes in which a page names its encoding."""
_LOST = "\ufffd"
_LONGEST_WORD = 10_000
"""Signs without a space: a line of blanks has a hundred."""
_MARKS = 1_000_000
"""Signs «<» of a page: an order of a hundred rows has 5,000."""


def read(name: str, content: bytes, convert: Converter | None = None) -> Outcome[Incoming]:
    """A document under the name that messages show; without a converter some formats are refused."""
    found = format_of(content)
    most = DOCUMENT.size if found in _CONVERTED or found is FileFormat.DOCX else BYTES.most
    if len(content) > most or (found is FileFormat.HTML and content.count(b"<") > _MARKS):
        hint = "удалите из него рисунки или пришлите только текст приказа"
        return _refused(name, TOO_LARGE, "документ слишком велик для приказа", hint)
    outcome = _read(name, content, found, convert)
    return Outcome(None, outcome.diagnostics) if outcome.value is None else _looked_over(outcome, found)


def _read(name: str, content: bytes, found: FileFormat, convert: Converter | None) -> Outcome[Incoming]:
    try:
        if found is FileFormat.DOCX:
            return _docx(name, content)
        if found in _CONVERTED:
            return _converted(name, content, found, convert)
        if found in (FileFormat.TEXT, FileFormat.HTML, FileFormat.MHTML):
            return _text(name, content, found)
    except RecursionError:
        return _refused(
            name,
            DAMAGED,
            "файл не открывается: частей в нём вложено больше, чем бывает в документах",
            _AS_DOCX,
        )
    return _refused(name, *_REFUSED[found])


def _docx(name: str, content: bytes) -> Outcome[Incoming]:
    from roadmapc.incoming.from_docx import from_reading  # noqa: PLC0415 - each format loads its own reader
    from roadmapc.wordprocessing.from_package import from_package  # noqa: PLC0415

    reading = from_package(content)
    if not isinstance(reading, Refusal):
        return from_reading(name, reading)
    if reading.reason == PASSWORD:
        return _refused(name, *_REFUSED[FileFormat.LOCKED])
    return _refused(name, DAMAGED, f"файл не открывается: {reading.reason}", _AS_DOCX)


def _converted(name: str, content: bytes, found: FileFormat, convert: Converter | None) -> Outcome[Incoming]:
    if found is FileFormat.ODT:
        parts = unpacked(content, DOCUMENT)
        if isinstance(parts, Refusal):
            return _refused(name, DAMAGED, f"файл не открывается: {parts.reason}", _AS_DOCX)
        if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
            return _refused(name, *_REFUSED[FileFormat.LOCKED])
    if convert is None:
        return _refused(
            name, NO_CONVERTER, f"{found.value} программа читает только через LibreOffice", _AS_DOCX
        )
    return convert(content, _CONVERTED[found]).then(lambda docx: _docx(name, docx))


def _text(name: str, content: bytes, found: FileFormat) -> Outcome[Incoming]:
    if found is FileFormat.MHTML:
        from roadmapc.incoming.from_mhtml import page_of  # noqa: PLC0415

        content, charset = page_of(content)
        found = FileFormat.HTML
    else:
        declared = _CHARSET.search(content[:_HEAD]) if found is FileFormat.HTML else None
        charset = "" if declared is None else declared[1].decode("ascii")
    text = decoded(content, charset)
    if found is FileFormat.HTML:
        from roadmapc.incoming.from_html import from_html  # noqa: PLC0415

        return Outcome(from_html(name, text.text), tuple(_guessed(name, text)))
    from roadmapc.incoming.from_text import from_text  # noqa: PLC0415

    return Outcome(from_text(name, text.text), tuple(_guessed(name, text)))


def _guessed(name: str, text: Decoded) -> Iterator[Diagnostic]:
    if text.is_guessed and not text.text.isascii():
        message = f"кодировка угадана: {text.encoding}"
        yield said(name, GUESSED_ENCODING, message, "если слова не читаются, сохраните файл в UTF-8")


def _looked_over(outcome: Outcome[Incoming], found: FileFormat) -> Outcome[Incoming]:
    """A document that has words, with what is to be said of it as a whole."""
    document = outcome.value
    assert document is not None
    name = document.name
    end = document.margins[0].paragraph.span.start if document.margins else len(document.text)
    if not any(map(str.isalnum, document.text[:end])):
        kind = FileFormat.PICTURE if document.pictures else FileFormat.EMPTY
        refused = _refused(name, *_REFUSED[kind])
        return replace(refused, diagnostics=(*outcome.diagnostics, *refused.diagnostics))
    if (
        max(map(len, document.text.split())) > _LONGEST_WORD
        or max(map(len, document.text.split("\n"))) > TEXT.most
    ):
        message = f"слово в документе длиннее {_LONGEST_WORD} знаков или абзац длиннее {TEXT}"
        return _refused(name, TOO_LARGE, message, "проверьте, тот ли это файл")
    diagnostics = list(outcome.diagnostics)
    suffix = PurePath(name).suffix.lower()
    if SUFFIXES.get(suffix, found) is not found:
        message = f"имя файла кончается на «{suffix}», а на деле это {found.value}"
        diagnostics.append(said(name, OTHER_FORMAT, message, "прочитано то, что в нём на деле"))
    if lost := document.text.count(_LOST):
        letters = counted(lost, "буква", "буквы", "букв")
        where = next(each for each in document.text.split("\n") if _LOST in each)
        message = f"в тексте утрачено: {letters}, например «{shortened(where)}»"
        diagnostics.append(said(name, LOST_LETTERS, message, "найдите подлинник файла"))
    return Outcome(document, tuple(diagnostics))


def _refused(name: str, code: Code, message: str, *hints: str) -> Outcome[Never]:
    return Outcome(None, (said(name, code, message, *hints),))


_REFUSED = {
    FileFormat.EMPTY: (
        EMPTY_DOCUMENT,
        "документ пуст: в нём нет ни одного слова",
        "проверьте, открывается ли он и не скан ли это",
    ),
    FileFormat.LOCKED: (LOCKED, "документ закрыт паролем", "снимите пароль и сохраните его копию"),
    FileFormat.PDF: (PDF, "это PDF: слов приказа из него не восстановить", _AS_DOCX),
    FileFormat.PICTURE: (
        ONLY_PICTURES,
        "в документе только рисунок: слов на нём программа не видит",
        "возьмите документ, с которого приказ печатали, или распознайте скан и сохраните как .docx",
    ),
    FileFormat.SHEET: (NOT_A_TEXT, "это электронная таблица, а не документ", "скопируйте её в документ Word"),
    FileFormat.SLIDES: (NOT_A_TEXT, "это презентация, а не документ", "скопируйте её текст в документ Word"),
    FileFormat.ARCHIVE: (
        NOT_A_TEXT,
        "это архив, а не документ",
        "распакуйте его и назовите документ из него",
    ),
    FileFormat.SIGNATURE: (
        NOT_A_TEXT,
        "это электронная подпись, а не документ",
        "назовите подписанный документ",
    ),
    FileFormat.UNKNOWN: (NOT_A_TEXT, "это не документ, из которого читают приказ", _AS_DOCX),
}
"""What is said of a file that is not read."""
