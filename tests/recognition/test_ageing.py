"""The ageing program itself: our traces go, each damage is done, and no word is lost by it."""

import re
from collections import Counter
from functools import cache
from io import BytesIO

import docx
import pytest
from ageing import DAMAGES, KINDS, aged, strip
from papers import PLANS, built_plan, document_words
from places_of_damage import Package
from score import words

NOTHING = {"requisites_as_they_are", "numbers_as_typed", "tables_whole"}
TAKING = {"cells_merged_down": "a cell that says the same"}
"""Damages after which a word stands fewer times, with what was taken."""


@cache
def stripped(name: str) -> bytes:
    package = Package(built_plan(PLANS / f"{name}.yaml")[1])
    strip(package)
    return package.saved()


def letters(content: bytes) -> Counter[str]:
    """Words without digits: numbers may be Word's."""
    counted = words(document_words(content))
    return Counter({word: count for word, count in counted.items() if word.isalpha() and len(word) > 1})


@pytest.mark.parametrize("name", sorted(set(DAMAGES) - NOTHING))
def test_a_damage_is_done_and_loses_no_word(name):
    before = stripped("novoaleksandrovsk-2020")
    if name in ("labels_typed", "operative_word_spaced", "requisites_in_a_table"):
        before = stripped("arkhangelsk-2021")
    old = aged(before, 7, (name,))
    assert Package(old.content).parts["word/document.xml"] != Package(before).parts["word/document.xml"]
    expected = letters(before) + words(" ".join(old.added))
    found = letters(old.content)
    assert not found - expected
    lost = expected - found
    assert not [word for word in lost if word.isalpha() and len(word) > 1] or name in TAKING


def test_our_traces_are_gone():
    package = Package(stripped("yurga-2020"))
    text = package.parts["word/document.xml"].decode()
    assert not re.search(r"w:(pStyle|rStyle|tblStyle|bookmarkStart|hyperlink|sdt)\b", text)
    assert b"content" not in package.parts.get("docProps/custom.xml", b"")
    assert "w:jc" in text, "what a style looked like is said at the paragraph"


@pytest.mark.parametrize("seed", range(4))
def test_an_aged_document_opens(seed):
    old = aged(built_plan(PLANS / "megion-2022.yaml")[1], seed)
    assert docx.Document(BytesIO(old.content)).tables
    assert len(old.damages) == len(KINDS)
    again = aged(built_plan(PLANS / "megion-2022.yaml")[1], seed)
    # an archive tells the minute in which it was packed
    assert Package(old.content).parts == Package(again.content).parts
    assert (old.damages, old.added) == (again.damages, again.added)


def test_every_damage_says_what_it_means():
    assert len(DAMAGES) >= 30
    assert all((damage.__doc__ or "").strip() for damage in DAMAGES.values())
