"""What nobody sees is known by Unicode's own tables, and no character of them is missed."""

import sys
import unicodedata

import pytest

from roadmapc.text.characters import (
    FORBIDDEN,
    IGNORABLE,
    clean,
    code_point,
    is_clean,
    kind_of,
    unusual_letters,
)

FORMATS = {"Cc", "Cf", "Co", "Zl", "Zp"}
"""General categories of characters without a form of their own."""
SEEN = set("\t\n\r")
FILLERS = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180f\u2800\u3164\uffa0\U000e0100"
"""Letters and marks by their category, of which nothing is seen (Default_Ignorable_Code_Point)."""
LETTERS = [chr(number) for number in range(sys.maxunicode + 1) if not 0xD800 <= number < 0xE000]


def is_known(letter: str) -> bool:
    return bool(FORBIDDEN.match(letter) or IGNORABLE.match(letter))


def test_every_character_without_a_form_is_known() -> None:
    formless = (letter for letter in LETTERS if unicodedata.category(letter) in FORMATS)
    assert [code_point(letter) for letter in formless if letter not in SEEN and not is_known(letter)] == []


def test_no_letter_that_is_seen_is_refused() -> None:
    seen = (
        letter for letter in LETTERS if unicodedata.category(letter) in {"Lu", "Ll", "Nd", "Po", "Sm", "Sc"}
    )
    assert [letter for letter in seen if is_known(letter)] == []


def test_what_is_looked_for_among_unusual_letters_is_one() -> None:
    known = {letter for letter in LETTERS if is_known(letter)}
    assert known <= set(unusual_letters("".join(LETTERS)))
    assert unusual_letters("Проверка: «ёж», 1–2 [a-z]\n") in ("«»–", "«–»", "»«–", "»–«", "–«»", "–»«")


@pytest.mark.parametrize("letter", [*FILLERS, "\ufffc", "\ufffd", "\uf0b7", "\u061c", "\u2066", "\U000e0041"])
def test_what_cannot_be_printed_is_named(letter: str) -> None:
    assert FORBIDDEN.fullmatch(letter)
    assert kind_of(letter)


@pytest.mark.parametrize("letter", ["\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\u2063", "\ufe0f"])
def test_what_only_divides_words_falls_away(letter: str) -> None:
    assert clean(f"от{letter}чёт") == "отчёт"
    assert not is_clean(f"от{letter}чёт")


def test_letters_in_parts_become_whole() -> None:
    assert clean("и\u0306 е\u0308") == "й ё"
    assert clean("за\u0301мок") == "за\u0301мок"
