"""A text reads the same in whatever encoding it was saved."""

import codecs

import pytest
from arrived import arrived
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.incoming.encoding import decoded
from roadmapc.incoming.from_file import read

ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1251", "cp866", "koi8-r")
SENTENCES = (
    "Утвердить прилагаемый план мероприятий по подготовке учреждений к учебному году.",
    "Об утверждении плана",
    "ОБ УТВЕРЖДЕНИИ ПЛАНА МЕРОПРИЯТИЙ",
    "Управление образования",
    "Начальник управления А. Б. Образцова",
    "2. Контроль за исполнением приказа оставляю за собой.",
    "от 12.05.2021 N 15",
)
TABLE = "┌────┬──────┐\n│ N  │ Срок │\n├────┼──────┤\n│ 1  │ май  │\n└────┴──────┘\n"
"""Which is drawn in few of the encodings."""


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("sentence", [*SENTENCES, "Щебёночный объезд, юный фехтовальщик, эхо."])
def test_a_sentence_is_enough(sentence: str, encoding: str) -> None:
    assert decoded(sentence.encode(encoding)).text == sentence


@pytest.mark.parametrize("encoding", ["cp866", "koi8-r", "utf-8", "utf-16"])
def test_drawn_lines_do_not_mislead(encoding: str) -> None:
    assert decoded((TABLE + SENTENCES[0]).encode(encoding)).text == TABLE + SENTENCES[0]


@given(st.lists(st.sampled_from(SENTENCES), min_size=2), st.sampled_from(ENCODINGS), st.booleans())
def test_a_text_is_enough(sentences: list[str], encoding: str, is_loud: bool) -> None:
    text = "\n".join(sentences)
    text = text.upper() if is_loud else text
    assert decoded(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["cp1251", "cp866", "koi8-r"])
def test_a_guess_is_told(encoding: str) -> None:
    (found,) = read("приказ.txt", SENTENCES[0].encode(encoding)).diagnostics
    assert found.code.id == "I015"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_nothing_is_told_where_nothing_is_guessed(encoding: str) -> None:
    assert read("приказ.txt", SENTENCES[0].encode(encoding)).diagnostics == ()


META = '<meta http-equiv="Content-Type" content="text/html; charset={}">'
PAGE = f"<html><head>{META}</head><p>Юный эхолот</p></html>"


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "cp866", "utf-8", "iso-8859-5"])
def test_a_page_names_its_encoding(encoding: str) -> None:
    assert arrived(PAGE.format(encoding).encode(encoding), "приказ.html").text == "Юный эхолот"


def test_a_page_may_name_a_wrong_one() -> None:
    page = PAGE.format("us-ascii").encode("cp1251")
    assert arrived(page, "приказ.html").text == "Юный эхолот"


def test_a_page_in_utf_16() -> None:
    assert (
        arrived(codecs.BOM_UTF16_LE + PAGE.format("utf-16").encode("utf-16-le"), "приказ.html").text
        == "Юный эхолот"
    )


def test_lost_letters_are_told() -> None:
    found = read("приказ.txt", "Пр\ufffdказ".encode()).diagnostics
    assert [each.code.id for each in found] == ["I016"]
