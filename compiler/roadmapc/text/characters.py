"""Letters that nobody sees, and letters that are written in parts: here it is decided what they are.

A text of a file is taken composed (Unicode NFC), the name of a field without its ignorable letters too; a
letter that is forbidden comes into no text at all.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from roadmapc.text.regex import regex

_IGNORABLE = "\u00ad\u200b-\u200d\u2060-\u2064\ufe00-\ufe0f"
"""They only say where a line may be broken, or how a neighbour is drawn."""
IGNORABLE = regex(f"[{_IGNORABLE}]+")

_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u206f"
_FILLERS = (
    "\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2065\u2800\u3164\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3"
)
_TAGS = "\U000e0000-\U000e0fff\U0001d173-\U0001d17a"
_LOST = "\ufffc\ufffd"
_PRIVATE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_NEVER = "\ufdd0-\ufdef\ufffe\uffff" + "".join(
    f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 15)
)
_NUMERALS = "\u0600-\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd\U00013430-\U0001343f"


class _Kind(NamedTuple):
    """Why a letter cannot stay."""

    name: str
    letters: re.Pattern[str]


_KINDS = (
    _Kind("утраченная буква", regex(f"[{_LOST}]")),
    _Kind("невидимый знак направления письма", regex(f"[{_DIRECTIONS}]")),
    _Kind("знак, которого нет ни в одном общем шрифте,", regex(f"[{_PRIVATE}]")),
    _Kind("невидимый знак-заполнитель", regex(f"[{_FILLERS}{_TAGS}]")),
    _Kind("невидимый управляющий символ", regex(f"[{_CONTROLS}{_NEVER}{_NUMERALS}]")),
)
FORBIDDEN = regex(
    "".join(("[", _LOST, _DIRECTIONS, _PRIVATE, _FILLERS, _TAGS, _CONTROLS, _NEVER, _NUMERALS, "]"))
)
"""What neither a document nor a reader can show as it is."""

_NAMES = {
    "\u00ad": "мягкий перенос",
    "\u200b": "пробел нулевой ширины",
    "\u200c": "разделитель нулевой ширины",
    "\u200d": "соединитель нулевой ширины",
    "\u2060": "соединитель слов",
}


def kind_of(letter: str) -> str:
    """What a forbidden letter is, in words."""
    return next(kind.name for kind in _KINDS if kind.letters.match(letter))


def code_point(letter: str) -> str:
    """«U+00AD (мягкий перенос)»."""
    name = _NAMES.get(letter)
    return f"U+{ord(letter):04X}" + (f" ({name})" if name else "")


_UNUSUAL = regex(r"[^\n -~А-яЁё]")


@lru_cache(maxsize=2)
def unusual_letters(text: str) -> str:
    """Letters of a text that are neither Russian nor ASCII, each once: what is not among them is nowhere."""
    return "".join(set(_UNUSUAL.findall(text)))


@lru_cache(maxsize=2)
def is_clean(text: str) -> bool:
    """Whether `clean` leaves a text as it is."""
    return text.isascii() or (
        IGNORABLE.search(unusual_letters(text)) is None and unicodedata.is_normalized("NFC", text)
    )


def clean(text: str) -> str:
    """The text in composed letters, without those that nobody sees."""
    return text if text.isascii() else unicodedata.normalize("NFC", IGNORABLE.sub("", text))


def composed(text: str) -> str:
    """The text in composed letters: «й» is one letter and not «и» with a mark over it."""
    return unicodedata.normalize("NFC", text)


_DECOMPOSED = regex(r"\w[\u0300-\u036f]+")


def decomposed(text: str) -> Iterator[re.Match[str]]:
    """The letters of a text that are written in parts and have a letter of their own."""
    return (found for found in _DECOMPOSED.finditer(text) if composed(found[0]) != found[0])
