"""The dictionary is read as pymorphy3 reads it."""

import re
from pathlib import Path

import pytest
from pymorphy3 import MorphAnalyzer
from pymorphy3.units import DictionaryAnalyzer

from roadmapc.language.dictionary import entries

ROOT = Path(__file__).parents[2]
_FEW = ("ещё", "еще", "наилучшего", "получше", "всё", "все", "школой", "обоих", "зззз", "", "a", "по-русски")
"""With «е» for «ё», beginnings of a paradigm, words of several paradigms, and what is none."""


@pytest.fixture(scope="module")
def analyser() -> MorphAnalyzer:
    """The library's own reader of its dictionary, without guesses."""
    return MorphAnalyzer(units=[DictionaryAnalyzer()], probability_estimator_cls=None)


def test_readings_are_those_of_pymorphy(analyser):
    texts = (path.read_text("utf-8") for path in (ROOT / "roadmaps").rglob("*.yaml"))
    words = {word for text in texts for word in re.findall("[а-яё-]+", text.lower())}
    assert len(words) > 1_000
    for word in sorted({*words, *_FEW}):
        of_library = [(str(each.tag), each.normal_form) for each in analyser.parse(word)]
        assert [tuple(each) for each in entries(word)] == of_library, word
