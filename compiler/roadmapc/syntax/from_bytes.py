"""Bytes to text: UTF-8 only, nothing that cannot be printed."""

import re
from collections.abc import Iterator
from itertools import islice

from roadmapc.diagnostics.diagnostic import Diagnostic, Edit, Place
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.source.file import SourceFile
from roadmapc.source.limits import LINES, PROSE
from roadmapc.source.span import Span
from roadmapc.syntax.amounts import listed, too_long
from roadmapc.syntax.codes import CONTROL_CHARACTER, DECOMPOSED, ENCODING, INVISIBLE, MERGE_MARKER, TOO_LONG
from roadmapc.text.characters import (
    FORBIDDEN,
    IGNORABLE,
    clean,
    code_point,
    composed,
    decomposed,
    is_clean,
    kind_of,
    unusual_letters,
)
from roadmapc.text.regex import regex
from roadmapc.text.shorten import shortened

_CANDIDATES = {"cp1251": "Windows-1251", "koi8-r": "КОИ-8", "cp866": "DOS (866)", "mac_cyrillic": "Macintosh"}
"""Russian encodings of one byte a letter, by their names for `iconv`."""
_CYRILLIC = regex("[а-яё]")
_SAMPLE = 50_000
"""Bytes before and after the first wrong one by which an encoding is guessed."""
_MARKER = regex(r"^[^\S\r\n]*(?:(?:<{7}|>{7}|\|{7})(?:[ \t][^\r\n]*)?|={7}[ \t]*)(?=\r?$)", re.MULTILINE)
_SURE_MARKS = ("<<<<<<<", ">>>>>>>", "|||||||")
"""A line of «=» alone may underline a heading."""
_WITH_INVISIBLE = regex(rf"(?<!\S)[^\s{IGNORABLE.pattern[1:-2]}]*{IGNORABLE.pattern}\S*")
ENOUGH = 20
"""Letters of a file that are shown: more of them are one ailment."""


def from_bytes(name: str, content: bytes) -> Outcome[SourceFile]:
    """The text of a file; a byte order mark is dropped."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Outcome(None, (_wrong_encoding(name, content, error.start),))
    if text.isascii() and "\x00" in text and content[:4].count(0) == 2:
        return Outcome(None, (_wrong_encoding(name, content, 0),))
    if max(text.count("\n"), text.count("\r")) > LINES.most:
        place = Place(SourceFile(name, ""), Span(0, 0))
        return Outcome(None, (Diagnostic(TOO_LONG, f"строк в файле больше {LINES}", place, (LINES.advice,)),))
    file = SourceFile(name, text)
    letters = islice(FORBIDDEN.finditer(text), ENOUGH) if FORBIDDEN.search(unusual_letters(text)) else ()
    unseen = (unprintable(Place(file, Span(*letter.span())), letter[0]) for letter in letters)
    refused = (*unseen, *listed(_markers(file)))
    if refused:
        return Outcome(None, refused)
    return Outcome(file, () if is_clean(text) else (*listed(_invisible(file)), *_decomposed(file)))


def prose_of(file: SourceFile) -> Outcome[SourceFile]:
    """A file of prose, unless it is too long to be one."""
    refused = tuple(too_long(Place(file, Span(0, 0)), file.text, PROSE))
    return Outcome(None if refused else file, refused)


def _wrong_encoding(name: str, content: bytes, offset: int) -> Diagnostic:
    """The place is shown in the encoding that the file seems to have."""
    guess = _guess(content, offset)
    encoding = guess[0] if guess else "utf-8"
    start = len(content[:offset].decode(encoding, "replace"))
    hint = "пересохраните файл в кодировке UTF-8"
    if guess:
        hint = f"пересохраните файл в UTF-8 или выполните: iconv -f {encoding} -t utf-8 {name} > новый.yaml"
    file = SourceFile(name, content.decode(encoding, "replace"))
    return Diagnostic(
        ENCODING,
        f"файл не в кодировке UTF-8{f', похоже на {guess[1]}' if guess else ''}",
        Place(file, Span(start, start)),
        hints=(hint,),
        # the same text: what is corrected is written in UTF-8
        edit=Edit(Span(0, 0), "") if guess and FORBIDDEN.search(file.text.lstrip("\ufeff")) is None else None,
    )


def _guess(content: bytes, offset: int) -> tuple[str, str] | None:
    """The likely encoding by its name for `iconv` and for people; the first wrong byte is at `offset`."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return ("utf-16", "UTF-16 («Юникод» Windows)")
    if content[:4].count(0) == 2:
        return (f"utf-16-{'le' if content[1] == 0 else 'be'}", "UTF-16 («Юникод» Windows)")
    if not content[:offset].isascii():
        return None  # Russian letters in UTF-8, and then a broken byte
    sample = content[max(offset - _SAMPLE, 0) : offset + _SAMPLE]
    small = {name: len(_CYRILLIC.findall(sample.decode(name, "replace"))) for name in _CANDIDATES}
    likely = max(small, key=small.__getitem__)
    return (likely, _CANDIDATES[likely]) if small[likely] * 4 > len(sample) else None


def unprintable(place: Place, character: str) -> Diagnostic:
    """What is said of a character that no document would show as it is."""
    message = f"в тексте {kind_of(character)} {code_point(character)}"
    return Diagnostic(CONTROL_CHARACTER, message, place, hints=("удалите символ и наберите слово заново",))


def invisible(place: Place, word: str, edit: Edit | None) -> Diagnostic:
    """What is said of a word in which something is not seen."""
    letters = ", ".join(
        dict.fromkeys(code_point(letter) for found in IGNORABLE.findall(word) for letter in found)
    )
    seen = clean(word).strip("\"':")
    message = f"в слове «{seen}» невидимый знак {letters}" if seen else f"невидимый знак {letters}"
    hint = "уберите его: на бумаге его не видно, а слово для программы другое"
    return Diagnostic(INVISIBLE, message, place, (hint,), edit=edit)


def _markers(file: SourceFile) -> Iterator[Diagnostic]:
    """Lines that git left where two versions differ."""
    if not any(mark in file.text for mark in _SURE_MARKS):
        return
    for found in _MARKER.finditer(file.text):
        line = found[0].strip()
        message = f"слияние не закончено: в файле осталась строка «{line}»"
        hints = ("оставьте один из двух вариантов и удалите строки «<<<<<<<», «=======», «>>>>>>>»",)
        place = Place(
            file, Span(found.start() + found[0].index(line), found.start() + found[0].index(line) + len(line))
        )
        yield Diagnostic(MERGE_MARKER, message, place, hints)


def _invisible(file: SourceFile) -> Iterator[Diagnostic]:
    for found in _WITH_INVISIBLE.finditer(file.text):
        span = Span(*found.span())
        yield invisible(Place(file, span), found[0], Edit(span, IGNORABLE.sub("", found[0])))


def _decomposed(file: SourceFile) -> Iterator[Diagnostic]:
    """One finding with one correction for all of a file: it was written so by one program."""
    text = file.text
    if composed(text) == text:
        return
    found = next(decomposed(text), None)
    span = Span(*found.span()) if found else Span(0, len(text))
    edit = Edit(Span(span.start, len(text)), composed(text[span.start :]))
    letter = composed(text[span.start : span.end])
    message = f"буква «{shortened(letter)}» набрана из частей, и так по всему файлу"
    yield Diagnostic(DECOMPOSED, message, Place(file, span), ("наберите буквы заново",), edit=edit)
