"""Letters of one alphabet, and figures, that stand for letters of another that look alike."""

import re

_LATIN, _RUSSIAN = "AaBCcEeHKkMOoPpTXxYyëË", "АаВСсЕеНКкМОоРрТХхУуёЁ"
TO_RUSSIAN = str.maketrans(_LATIN, _RUSSIAN)
_TO_LATIN = str.maketrans(_RUSSIAN, _LATIN)
_UKRAINIAN_I = "\u0406"
UKRAINIAN = re.compile(_UKRAINIAN_I)
_NUMERALS = str.maketrans({_UKRAINIAN_I: "I", "Х": "X", "С": "C", "М": "M"})
_TO_LETTERS = str.maketrans("03", "оз")
_TO_DIGITS = str.maketrans({"О": "0", "о": "0", "O": "0", "o": "0", "З": "3", "з": "3"})

MIXED = re.compile("[A-Za-zëË][А-Яа-яЁё]|[А-Яа-яЁё][A-Za-zëË]")
"""Letters of two alphabets side by side."""
WORD = re.compile(r"\w+")
ROMAN = re.compile(rf"\b[{_UKRAINIAN_I}IVXLCDMХСМ]+\b(?![\u0300-\u036f])")
"""What may be a Roman number; a letter under a mark is none."""
_QUOTE = "\"'“”„‟＂<>"
"""Marks that may be read as «ёлочки» later."""
SINGLE = re.compile(
    rf"(?:^|(?<=[.!?] ))[CKOYBAcoyka](?= [а-яё\d«{_QUOTE}])"
    rf"|(?<=[а-яё\d,»){_QUOTE}] )[coyka](?= [а-яё\d«{_QUOTE}])"
    r"|(?<=\d-)p(?!\w)",
    re.MULTILINE,
)
"""A word of one Latin letter among Russian ones, or the letter of an act's number: «1662-р»."""
LETTER_IN_NUMBER = re.compile(
    r"(?<![\w.])(?:[\dOoОоЗз]{1,2}\.[\dOoОоЗз]{1,2}\.(?:[\dOoОоЗз]{4}|[\dOoОоЗз]{2})|[\dOoОоЗз]{4})(?![\w.]*\w)"
)
"""What may be a date or a year."""
DIGIT_IN_WORD = re.compile(r"(?<![\w.])[А-Яа-яё]*[03][А-Яа-яё]{3,}(?:[03][А-Яа-яё]+)*\b")
"""What may be a word."""


def of_one_alphabet(found: re.Match[str]) -> str:
    """A word of letters of two alphabets in the one that all of them have, Russian before Latin."""
    word = found[0]
    if not MIXED.search(word):
        return word
    latin = {each for each in word if (each.isascii() and each.isalpha()) or each in "ëË"}
    russian = {each for each in word if each.isalpha()} - latin
    if latin <= set(_LATIN):
        return word.translate(TO_RUSSIAN)
    return word.translate(_TO_LATIN) if russian <= set(_RUSSIAN) else word


def roman(found: re.Match[str]) -> str:
    """A Roman number with the Ukrainian letter, which many keyboards have for «I», in Latin letters."""
    return found[0].translate(_NUMERALS) if _UKRAINIAN_I in found[0] else found[0]


def russian(found: re.Match[str]) -> str:
    """Words of Latin letters in Russian ones."""
    return found[0].translate(TO_RUSSIAN)


def with_digits(found: re.Match[str]) -> str:
    """A date or a year in figures alone, if most of its signs are figures already and it is one then."""
    text = found[0].translate(_TO_DIGITS)
    typed = sum(each.isdigit() and each.isascii() for each in found[0])
    parts = text.split(".")
    is_year = len(parts) > 1 or text.startswith(("19", "20"))
    is_date = len(parts) == 1 or (1 <= int(parts[0]) <= 31 and 1 <= int(parts[1]) <= 12)
    return text if 2 * typed >= len(text) - len(parts) + 1 and is_year and is_date else found[0]


def with_letters(found: re.Match[str]) -> str:
    """A word with letters for its figures, if the dictionary has it so."""
    from roadmapc.language.morphology import is_known  # noqa: PLC0415 - few documents need the dictionary

    word = found[0]
    read = word.translate(_TO_LETTERS)
    if word[0].isdigit() or word.isupper():
        read = read[0].upper() + read[1:]
    if word.upper() == word:
        read = read.upper()
    return read if is_known(read.lower()) else word
