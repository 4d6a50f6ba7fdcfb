"""What readers of language are not asked, and where tokens stand, over all texts of the cases."""

import pytest
from test_marks import _words
from test_rules import FILES

from roadmapc.language.from_text import _READERS, END, read
from roadmapc.language.sentence import sentences

SPOILT = {"": "", "ого ": "ой ", "ние ": "ния ", "ых ": "ым ", " в ": " к ", "ой ": "ая "}
"""Endings and prepositions for others, so that texts have slips."""


@pytest.fixture(scope="module")
def texts() -> list[str]:
    whole = set(_words(FILES))
    return sorted({words.replace(right, wrong) for words in whole for right, wrong in SPOILT.items()})


def test_two_neighbours_leave_unasked_only_readers_that_say_nothing(texts):
    unasked = asked = 0
    for text in texts:
        for sentence in sentences(text):
            for at, (token, following) in enumerate(zip(sentence, (*sentence[1:], END), strict=True)):
                for reader in _READERS:
                    if not reader.speaks_of(token):
                        continue
                    if reader.speaks_before(token, following):
                        asked += any(reader.read(sentence, at))
                    else:
                        unasked += 1
                        assert list(reader.read(sentence, at)) == [], (text, token.text)
    assert unasked > 4_000
    assert asked > 200


def test_tokens_stand_where_the_text_has_them(texts):
    for text in texts:
        last = 0
        for sentence in sentences(text):
            for at, token in enumerate(sentence):
                start, end = sentence.span(at)
                assert text[start:end] == token.text
                assert start >= last
                last = end


def test_slips_do_not_depend_on_what_was_read_before(texts):
    assert [read(text) for text in reversed(texts)][::-1] == [read(text) for text in texts]
