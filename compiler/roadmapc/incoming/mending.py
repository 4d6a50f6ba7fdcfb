"""Words as they were meant: without what a typist or a converter put into them and no reader sees.

Only what is certain is mended, and every mending is told; what is doubtful stays as it was typed.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from roadmapc.incoming.look_alikes import (
    DIGIT_IN_WORD,
    LETTER_IN_NUMBER,
    MIXED,
    ROMAN,
    SINGLE,
    UKRAINIAN,
    WORD,
    of_one_alphabet,
    roman,
    russian,
    with_digits,
    with_letters,
)
from roadmapc.incoming.quotes import QUOTES, russian_quotes
from roadmapc.text.characters import FORBIDDEN, IGNORABLE, clean

_ENDS = " \t\n"
_FAR = 30
"""Characters of a word that are shown beside what was mended in it."""
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LOST = "\ufffc\ufffd"
_BREAKS = re.compile("\r\n?|[\x0b\x85\u2028\u2029]")


class Change(NamedTuple):
    """Words read otherwise than typed, and why."""

    typed: str
    read: str
    why: str


_Reading: TypeAlias = tuple[int, int, str]
"""From where to where, and what is read there."""


class _Kind(NamedTuple):
    """A kind of mending."""

    why: str
    hint: re.Pattern[str]
    """What only texts have that may need it."""
    found: Callable[[str], Iterable[_Reading]]
    """Where it mends what."""


def mended(text: str) -> tuple[str, tuple[Change, ...]]:
    """A text as it is read, without spaces at the ends of its lines, and what was changed in it."""
    changes: list[Change] = []
    text = _BREAKS.sub("\n", text)
    for kind in _KINDS:
        if kind.hint.search(text):
            text = _mended(text, kind, changes)
    lines = (line.strip(" ") for line in text.split("\n"))
    return "\n".join(lines).strip(_ENDS), tuple(changes)


def _mended(text: str, kind: _Kind, changes: list[Change]) -> str:
    pieces: list[str] = []
    at = 0
    for start, end, read in kind.found(text):
        pieces += (text[at:start], read)
        at = end
        before = _LAST_WORD.findall(text, max(0, start - _FAR), start)[0]
        after = _WORD.findall(text, end, end + _FAR)[0]
        changes.append(Change(f"{before}{text[start:end]}{after}", f"{before}{read}{after}", kind.why))
    return "".join((*pieces, text[at:]))


_LAST_WORD, _WORD = re.compile(r"\S*\Z"), re.compile(r"\S*")


def _each(
    pattern: re.Pattern[str], read: Callable[[re.Match[str]], str]
) -> Callable[[str], Iterator[_Reading]]:
    """A mending of all that a pattern finds, where something else is read for it."""

    def found(text: str) -> Iterator[_Reading]:
        for match in pattern.finditer(text):
            if (meant := read(match)) != match[0]:
                yield *match.span(), meant

    return found


def _always(why: str, pattern: str, read: str) -> _Kind:
    """A mending that its pattern alone decides."""
    compiled = re.compile(pattern)
    return _Kind(why, compiled, _each(compiled, lambda match: match.expand(read)))


def _sometimes(why: str, pattern: re.Pattern[str], read: Callable[[re.Match[str]], str]) -> _Kind:
    """A mending that looks closer at what its pattern finds."""
    return _Kind(why, pattern, _each(pattern, read))


_KINDS = (
    _always("мягкий перенос убран", r"\u00ad+", ""),
    _always("невидимый знак убран", f"(?![\\t\\n{_LOST}])(?:{FORBIDDEN.pattern}|{IGNORABLE.pattern})", ""),
    _sometimes(
        "буква из частей стала одной", re.compile(r"\w[\u0300-\u036f]+"), lambda match: clean(match[0])
    ),
    _always("неразрывный дефис стал обычным", "\u2011", "-"),
    _always("особый пробел стал обычным", f"[{_SPACES}]", " "),
    _always("лишние пробелы убраны", r"(?<=[^ \n]) {2,}(?=[^ \n])", " "),
    _Kind("буквы двух алфавитов в слове", MIXED, _each(WORD, of_one_alphabet)),
    _Kind("римская цифра другой буквой", UKRAINIAN, _each(ROMAN, roman)),
    _sometimes("латинская буква вместо русской", SINGLE, russian),
    _sometimes("буква вместо цифры", LETTER_IN_NUMBER, with_digits),
    _sometimes("цифра вместо буквы", DIGIT_IN_WORD, with_letters),
    _Kind("кавычки стали «ёлочками»", QUOTES, russian_quotes),
    _always("знаки разметки убраны", r"(?<![\w*])\*\*(?=[\w«\"(])([^*\n]+)(?<=\S)\*\*(?![\w*])", r"\1"),
    _always("«N» стало «№»", r"(?<![\w.-])NN[ \t]?(?=\d)", "№№ "),
    _always("«N» стало «№»", r"(?<![\w.-])N[oо]?(?:\.? |\.)(?=\d)|(?:(?<=\d )|(?<=\. ))N(?=\d)", "№ "),
    _always(
        "дефис стал тире",
        r"(?<=\S) --? (?=\S)(?<!№ \d - )(?<!№ \d\d - )(?<!№ \d{3} - )(?<!№ \d{4} - )",
        " – ",
    ),
)
"""In this order: signs before letters, letters before words."""
