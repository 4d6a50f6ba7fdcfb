"""Widths of columns."""

from dataclasses import replace
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from invented import COLUMNS, rows, text

from roadmapc.render.document.view import MeasureRow
from roadmapc.render.docx import metrics
from roadmapc.render.docx.columns import TableColumn, columns, widths
from roadmapc.render.docx.formatting import Face

FACE = Face("head", "text", "number", "dash", "letter", "table", 12.0, 85, has_own_side=False)

COLUMN = st.builds(
    TableColumn,
    texts=st.just(()),
    longest=st.integers(200, 4000),
    widest=st.just(40_000),
    amounts=st.lists(st.integers(20, 1000), min_size=1, max_size=8).map(tuple),
    paragraphs=st.just(()),
)


@given(st.lists(COLUMN, min_size=1, max_size=12), st.integers(5_000, 25_000))
def test_widths_fill_the_page_and_hold_the_longest_words_if_they_can(found, available):
    result = widths(found, available)
    words = [min(column.longest, available // 3) for column in found]
    assert sum(result) == available
    assert all(width > 0 for width in result)
    if sum(words) < available:
        assert all(width >= word for width, word in zip(result, words, strict=True))


def test_a_word_of_two_hundred_letters_leaves_room_for_the_others():
    narrow = TableColumn((), 1_000, 20_000, (10,) * 5, ())
    endless = TableColumn((), 28_000, 28_000, (200,), ())
    assert min(widths([narrow, endless, narrow], 15_000)) > 2 * narrow.longest


def test_where_words_do_not_fit_only_the_longest_give_way():
    found = [TableColumn((), longest, longest, (), ()) for longest in (500, 3_000, 4_000, 4_500, 4_500)]
    assert widths(found, 15_000) == (500, 3_000, 3_834, 3_833, 3_833)


@given(st.lists(COLUMN, min_size=2, max_size=6), st.integers(15_000, 25_000), st.integers(50, 400))
def test_no_small_shift_of_width_makes_the_cells_lower(found, available, shift):
    def height(shares):
        return sum(
            (amount / width) ** 2
            for column, width in zip(found, shares, strict=True)
            for amount in column.amounts
        )

    best = widths(found, available)
    for giver, taker in permutations(range(len(found)), 2):
        moved = list(best)
        moved[giver] -= shift
        moved[taker] += shift
        if moved[giver] >= found[giver].longest and sum(column.longest for column in found) < available:
            assert height(moved) >= height(best) * 0.999


@given(st.lists(st.tuples(COLUMN, st.integers(1, 12)), min_size=2, max_size=8), st.integers(9_000, 20_000))
def test_no_column_is_wider_than_its_paragraphs_while_others_want_the_room(found, available):
    own = [replace(column, widest=column.longest * times) for column, times in found]
    result = widths(own, available)
    assert sum(result) == available
    if sum(column.longest for column in own) <= available <= sum(column.widest for column in own):
        assert all(width <= column.widest + len(own) for width, column in zip(result, own, strict=True))


def test_many_short_names_take_no_room_from_the_measure():
    executors = text(*(f"Школа № {number}" for number in range(1, 16)))
    measure = text("Организация работы по повышению качества образования в школах города " * 3)
    cells = [(text("1"), measure, text("до 01.09.2027"), executors)] * 6
    number, words, day, names = widths(
        columns(["№", "Мероприятие", "Срок", "Исполнители"], cells, FACE), 15_137
    )
    assert words > 2 * (number + day + names)


def test_what_fits_on_one_line_everywhere_shares_the_page_alike():
    cells = [(text("1"), text("Отчёт"), text("до 01.09.2027"))]
    own = columns(["", "", ""], cells, FACE)
    result = widths(own, 15_137)
    assert [round(width / 15_137, 2) for width in result] == [
        round(column.widest / sum(each.widest for each in own), 2) for column in own
    ]


def test_the_number_takes_no_more_than_its_heading_needs():
    cells = [row.cells for row in rows(3) if isinstance(row, MeasureRow)]
    found = columns([column.heading for column in COLUMNS], cells, FACE)
    assert widths(found, 15_000)[0] == found[0].longest


def test_a_hyphen_may_end_a_line_and_a_number_of_a_law_may_not():
    def longest(words: str) -> int:
        return columns([""], [(text(words),)], FACE)[0].longest

    assert longest("организационно-методического") == longest("организационно- методического")
    assert longest("273-ФЗ") > longest("273 ФЗ")
    assert longest("№ 1083") > longest("1083")


def test_twelve_columns_of_long_words_still_share_the_page():
    cells = tuple(text("конкурентоспособности") for _ in range(12))
    result = widths(columns(["Показатель"] * 12, [cells], FACE), 15_137)
    assert sum(result) == 15_137
    assert max(result) - min(result) <= 12


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя ", min_size=1), st.integers(500, 6000))
def test_broken_lines_keep_the_words_and_the_limit(words, limit):
    lines = metrics.lines(words, limit, 14)
    assert " ".join(lines) == words
    assert all(metrics.width(line, 14) <= limit or " " not in line.strip() for line in lines)
