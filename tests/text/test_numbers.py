"""Numbers as they are typed, and as documents print them."""

from decimal import Decimal

import pytest

from roadmapc.text.numbers import Figure, blank, printed, printed_figure, read_figure

PRINTED = {
    "12.50": "12,50",
    "1.10": "1,10",
    "0.1": "0,1",
    "0": "0",
    "12,5": "12,5",
    "1000": "1 000",
    "1 000,00": "1 000,00",
    "1\u00a0000\u202f000": "1 000 000",
    "1234567.891": "1 234 567,891",
    "-3": "−3",
    "−3,5": "−3,5",
    "–3": "−3",
    "+4": "+4",
    "100%": "100 %",
    "не менее 40": "не менее 40",
    "≥5": "≥ 5",
    "± 0,5": "± 0,5",
    "999999999999999999.999999": "999 999 999 999 999 999,999999",
}
NO_FIGURES = (
    *("", "–", "х", "сто", "40 человек", "1-2", "01.09.2027"),
    *("007", "5.", ",5", "1e3", "1_000", "0x1F", "١٢"),
    *("1,000,000", "1.000.000", "1 00", "1234 567", "1  000"),
    *("1" * 19, "0." + "1" * 7),
)


@pytest.mark.parametrize(("typed", "shown"), PRINTED.items(), ids=PRINTED)
def test_a_number_is_printed_in_russian_with_all_its_digits(typed: str, shown: str) -> None:
    figure = read_figure(typed)
    assert figure is not None
    assert printed_figure(figure).replace("\u00a0", " ") == shown
    assert read_figure(printed_figure(figure)) == figure


@pytest.mark.parametrize("text", NO_FIGURES)
def test_what_two_readers_could_read_apart_is_no_number(text: str) -> None:
    assert read_figure(text) is None


def test_groups_are_held_together() -> None:
    assert printed(Decimal(1_000_000)) == "1\u00a0000\u00a0000"


def test_decimals_are_added_and_never_cut() -> None:
    assert [printed(Decimal("12.5"), decimals) for decimals in (0, 1, 3)] == ["12,5", "12,5", "12,500"]


def test_ten_thousand_of_the_longest_numbers_are_added_exactly() -> None:
    longest = read_figure("999999999999999999.999999")
    assert longest is not None
    total = sum([longest.value] * 10_000, Decimal(0))
    assert printed(total) == "9 999 999 999 999 999 999 999,990000".replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("text", "shown"),
    {"": "", " ": "", "-": "–", "—": "–", "---": "–", "x": "х", "Х": "х", "нет": None, "0": None}.items(),
)
def test_a_cell_without_a_number_says_so_in_one_way(text: str, shown: str | None) -> None:
    assert blank(text) == shown


def test_decimals_of_a_figure_are_those_that_were_typed() -> None:
    assert [Figure(Decimal(text)).decimals for text in ("100", "1.0", "1.25")] == [0, 1, 2]
