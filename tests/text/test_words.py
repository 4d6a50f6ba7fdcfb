"""Russian words: agreement, nearness, cutting, names, blocks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.text.blocks import LETTERS, Block, BlockKind, from_text, letter, lettered, punctuated
from roadmapc.text.dates import digits, month_and_year
from roadmapc.text.listed import listed
from roadmapc.text.names import initials_first
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened
from roadmapc.text.similar import did_you_mean, in_latin


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 дней"),
        (1, "1 день"),
        (2, "2 дня"),
        (4, "4 дня"),
        (5, "5 дней"),
        (11, "11 дней"),
        (14, "14 дней"),
        (21, "21 день"),
        (22, "22 дня"),
        (100, "100 дней"),
        (101, "101 день"),
        (111, "111 дней"),
        (1112, "1112 дней"),
    ],
)
def test_a_noun_agrees_with_its_number(count: int, words: str) -> None:
    assert counted(count, "день", "дня", "дней") == words


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("dedline", ("возможно, вы имели в виду «deadline»",)),
        ("DEADLINE", ("возможно, вы имели в виду «deadline»",)),
        ("бюджет", ()),
        ("dеadline", ("русские буквы «е» неотличимы от латинских; наберите латиницей: «deadline»",)),
    ],
)
def test_the_nearest_known_word_is_offered(word: str, hint: tuple[str, ...]) -> None:
    assert did_you_mean(word, {"deadline", "executors", "result"}) == hint


@pytest.mark.parametrize("word", ["report", "отчёт", "rеpоrт-ж", ""])
def test_a_word_is_not_called_latin_unless_look_alikes_are_all_that_is_wrong(word: str) -> None:
    assert in_latin(word) == ()


@given(st.text(), st.integers(2, 80))
def test_a_shortened_text_fits_in_one_line(text: str, width: int) -> None:
    line = shortened(text, width)
    assert len(line) <= width
    assert line.splitlines() in ([], [line])
    assert line == " ".join(text.split()) or line.endswith("…")


@pytest.mark.parametrize(
    ("name", "signature"),
    [("Образцова А. Б.", "А. Б. Образцова"), ("Примеров В.Г.", "В.Г. Примеров"), ("Образцова", "Образцова")],
)
def test_a_signature_has_its_initials_first(name: str, signature: str) -> None:
    assert initials_first(name) == signature


def test_dates_are_written_as_in_documents() -> None:
    assert digits(date(2021, 3, 8)) == "08.03.2021"
    assert month_and_year(date(2021, 3, 8)) == "март 2021"


def test_lines_become_paragraphs_and_items() -> None:
    assert from_text(
        "Провести:\n\n- семинар\n  – совещание\n    в школе\n  и совет\nа) вебинар\nпо плану\n"
    ) == (
        Block(BlockKind.PARAGRAPH, "Провести:"),
        Block(BlockKind.DASH, "семинар"),
        Block(BlockKind.DASH, "совещание в школе"),
        Block(BlockKind.PARAGRAPH, "и совет"),
        Block(BlockKind.LETTER, "вебинар"),
        Block(BlockKind.PARAGRAPH, "по плану"),
    )


def test_a_single_result_has_no_letter() -> None:
    assert [block.kind for block in lettered(("отчёт",))] == [BlockKind.PARAGRAPH]
    assert {block.kind for block in lettered(("отчёт", "справка"))} == {BlockKind.LETTER}


def test_a_list_ends_with_a_full_stop_and_keeps_the_marks_of_its_author() -> None:
    blocks = from_text("Провести:\n- семинар\n- совещание.\n- вебинар\nв марте\n- сбор")
    assert [block.text for block in punctuated(blocks)] == [
        "Провести:",
        "семинар;",
        "совещание.",
        "вебинар.",
        "в марте",
        "сбор.",
    ]


def test_letters_that_no_list_uses_are_left_out() -> None:
    assert not set(LETTERS) & set("ёйъь")
    assert list(LETTERS) == sorted(set(LETTERS))


def test_a_list_longer_than_the_alphabet_begins_it_anew() -> None:
    assert [letter(ordinal) for ordinal in (1, 29, 30)] == ["а", "я", "а"]


@pytest.mark.parametrize(
    ("count", "words"), [(1, "1"), (4, "1, 2, 3, 4"), (5, "1, 2, 3, 4 и ещё 1"), (9, "1, 2, 3, 4 и ещё 5")]
)
def test_numbers_are_listed_up_to_four(count: int, words: str) -> None:
    assert listed([str(number) for number in range(1, count + 1)]) == words
