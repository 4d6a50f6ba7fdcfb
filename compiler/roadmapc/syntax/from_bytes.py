"""Bytes to text: UTF-8 only, nothing that cannot be printed."""

import re

from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.codes import CONTROL_CHARACTER, ENCODING

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""Control characters, the line breaks that only YAML 1.1 knows, and byte order marks."""
_CYRILLIC = re.compile("[а-яё]")


def from_bytes(name: str, content: bytes) -> Outcome[SourceFile]:
    """The text of a file; a byte order mark is dropped."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Outcome(None, (_wrong_encoding(name, content, error.start),))
    file = SourceFile(name, text)
    character = UNPRINTABLE.search(text)
    if character is None:
        return Outcome(file)
    if character[0] == "\x00" and content[:4].count(0) == 2:
        return Outcome(None, (_wrong_encoding(name, content, 0),))
    return Outcome(None, (unprintable(Place(file, Span(*character.span())), character[0]),))


def _wrong_encoding(name: str, content: bytes, offset: int) -> Diagnostic:
    """The place is shown in the encoding that the file seems to have."""
    guess = _guess(content, offset)
    encoding = guess[0] if guess else "utf-8"
    start = len(content[:offset].decode(encoding, "replace"))
    hint = "пересохраните файл в кодировке UTF-8"
    if guess:
        hint = f"пересохраните файл в UTF-8 или выполните: iconv -f {encoding} -t utf-8 {name} > новый.yaml"
    return Diagnostic(
        ENCODING,
        f"файл не в кодировке UTF-8{f', похоже на {guess[1]}' if guess else ''}",
        Place(SourceFile(name, content.decode(encoding, "replace")), Span(start, start)),
        hints=(hint,),
    )


def _guess(content: bytes, offset: int) -> tuple[str, str] | None:
    """The likely encoding by its name for `iconv` and for people; the first wrong byte is at `offset`."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or content[:4].count(0) == 2:
        return ("utf-16", "UTF-16 («Юникод» Windows)")
    if not content[:offset].isascii():
        return None  # Russian letters in UTF-8, and then a broken byte
    letters = len(_CYRILLIC.findall(content.decode("cp1251", "replace").lower()))
    return ("cp1251", "Windows-1251") if letters * 4 > len(content) else None


def unprintable(place: Place, character: str) -> Diagnostic:
    """What is said of a character that neither YAML nor Word would take."""
    message = f"в тексте невидимый управляющий символ U+{ord(character):04X}"
    return Diagnostic(CONTROL_CHARACTER, message, place, hints=("удалите символ и наберите слово заново",))
