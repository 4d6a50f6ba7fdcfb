"""Bytes to text in any encoding that Russian texts come in."""

import re
from collections import Counter
from math import log
from typing import NamedTuple

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_OF_ONE_BYTE = {
    "cp1251": "Windows-1251",
    "cp866": "DOS (866)",
    "koi8-r": "КОИ-8",
    "mac_cyrillic": "Macintosh",
}
_SAMPLE = 100_000
"""Bytes by which an encoding is guessed."""
_SHARES = {
    "о": 1097,
    "е": 845,
    "а": 801,
    "и": 735,
    "н": 670,
    "т": 626,
    "с": 547,
    "р": 473,
    "в": 454,
    "л": 440,
    "к": 349,
    "м": 321,
    "д": 298,
    "п": 281,
    "у": 262,
    "я": 201,
    "ы": 190,
    "ь": 174,
    "г": 170,
    "з": 165,
    "б": 159,
    "ч": 144,
    "й": 121,
    "х": 97,
    "ж": 94,
    "ш": 73,
    "ю": 64,
    "ц": 48,
    "щ": 36,
    "э": 32,
    "ф": 26,
    "ъ": 4,
    "ё": 4,
}
"""How many of 10,000 letters of Russian texts each is (Ляшевская, Шаров: Частотный словарь, 2009)."""
_WORTH = {letter: log(share / 300) for letter, share in _SHARES.items()}
"""More than nothing for letters that are met more often than of 33 the average one."""
_PAIRS = (
    *("ст", "но", "ен", "то", "на", "ов", "ни", "ра", "во", "ко", "ос", "ро", "ли", "пр", "ло", "ет", "ор"),
    *("го", "ер", "ал", "ть", "по", "ла", "ре", "от", "не", "ль", "ва", "ол", "ка", "та", "ве", "ел", "ом"),
    *("ри", "ит", "ле", "де", "ес", "ан", "ин", "од", "да", "ат", "ам", "ак", "ти", "об", "ем", "ки", "из"),
)
"""The letters that most often follow one another."""
_PAIR = 0.5
"""What a pair is worth."""
_LINE = re.compile("(?:[\u2500-\u256c]?([\u2500\u2550])\\1{2,}[\u2500-\u256c]?)+|[\u2502\u2551]")
"""Of a drawn table."""
_USUAL = re.compile("[№«»–—“”„… -~\t\r\n]")
_TURNED = re.compile("[а-яё][А-ЯЁ]|[”»][А-Яа-яё]")
"""A capital inside a word: what KOI-8 makes of Windows-1251, and the other way about."""
_RIFT = -3.0
"""What a sign costs that Russian texts have not."""
_CAPITAL = -0.15
"""What a capital costs: most letters are small."""
_SELDOM = {"mac_cyrillic": -4.0}
"""What an encoding costs that few files have."""


class Decoded(NamedTuple):
    """A text with where its encoding is known from."""

    text: str
    encoding: str
    """As people call it."""
    is_guessed: bool


def decoded(content: bytes, declared: str = "") -> Decoded:
    """The text of a file; an encoding that it declares is believed if the text is possible in it."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return Decoded(
                content[len(mark) :].decode(encoding, "replace"), encoding.upper(), is_guessed=False
            )
    if wide := _wide(content[:_SAMPLE]):
        return Decoded(content.decode(wide, "replace"), "UTF-16", is_guessed=True)
    for encoding in ("utf-8", declared):
        try:
            return Decoded(content.decode(encoding), encoding.upper(), is_guessed=False)
        except (LookupError, UnicodeError):
            continue
    likely = likely_encoding(content[:_SAMPLE])
    return Decoded(content.decode(likely, "replace"), _OF_ONE_BYTE[likely], is_guessed=True)


def _wide(sample: bytes) -> str:
    """UTF-16 without a mark: every other byte is that of a block of letters."""
    for encoding, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        common = high.count(0) + high.count(4)
        if len(high) > 1 and common >= 0.8 * len(high):
            return encoding
    return ""


def likely_encoding(sample: bytes) -> str:
    """Of one byte a letter, the one in which it reads most like Russian."""
    texts = {name: sample.decode(name, "replace") for name in _OF_ONE_BYTE}
    return max(texts, key=lambda name: _likeness(texts[name]) + _SELDOM.get(name, 0.0))


def _likeness(text: str) -> float:
    """How much like Russian a text is."""
    small = text.lower()
    worth = _PAIR * sum(small.count(pair) for pair in _PAIRS)
    for letter, count in Counter(_LINE.sub("", text)).items():
        if letter.lower() in _WORTH:
            worth += (_WORTH[letter.lower()] + (_CAPITAL if letter.isupper() else 0.0)) * count
        elif not _USUAL.match(letter):
            worth += _RIFT * count
    return worth + _RIFT * len(_TURNED.findall(text))
