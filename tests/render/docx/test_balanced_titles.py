"""Titles and posts in lines of like length."""

import re
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import appendix, edited, order
from printed import lines, pages

from roadmapc.render.docx import metrics
from roadmapc.render.docx.order import render

TITLE = (
    "Об утверждении плана мероприятий («дорожной карты») по развитию муниципальной системы оценки качества "
    "подготовки обучающихся общеобразовательных организаций города Образцовска на 2022-2024 годы"
)
WORDS = st.lists(st.text(alphabet="абвгдежзиклмнопрст", min_size=1, max_size=14), min_size=1, max_size=25)


@given(WORDS.map(" ".join), st.integers(2000, 7000), st.booleans())
def test_balanced_lines_say_the_same_in_as_many_lines(words, limit, is_bold):
    greedy = metrics.lines(words, limit, 14, is_bold=is_bold)
    found = metrics.balanced(words, limit, 14, is_bold=is_bold)
    assert " ".join(found) == words
    assert len(found) == len(greedy)
    assert all(metrics.width(line, 14, is_bold=is_bold) <= limit or " " not in line for line in found)


def test_short_words_and_brackets_do_not_end_a_line():
    found = metrics.balanced("Начальник отдела по делам детей и молодёжи города", 3800, 14)
    assert not [line for line in found[:-1] if len(line.split()[-1]) <= 2]


@pytest.fixture(scope="module")
def printed(build, convert):
    """The lines of the titles of an order and of its appendix, as widths and words."""
    view = replace(order(replace(appendix(), title=TITLE)), title=TITLE)
    found = []
    for _, words in pages(convert(build(view), "pdf")):
        texts = [
            (line[-1].right - line[0].left, " ".join(word.text for word in line)) for line in lines(words)
        ]
        first = next((at for at, (_, text) in enumerate(texts) if text.startswith("Об утверждении")), None)
        if first is not None:
            last = next(at for at, (_, text) in enumerate(texts) if at >= first and "годы" in text)
            found.append(texts[first : last + 1])
    return found


def test_no_line_of_a_title_is_much_shorter_than_another(printed):
    assert len(printed) == 2
    for title in printed:
        widths = [width for width, _ in title]
        assert len(title) > 1
        assert min(widths) > 0.7 * max(widths), title


def test_a_title_says_in_a_document_what_it_says_in_the_plan(opened):
    document = opened(replace(order(), title=TITLE))
    (found,) = [each.text for each in document.paragraphs if each.style.name == "Заголовок к тексту"]
    assert re.sub(r"\s", " ", found) == TITLE


def test_a_title_in_one_line_keeps_the_indents_of_its_style(opened):
    document = opened(replace(order(), title="О плане"))
    (found,) = [each for each in document.paragraphs if each.style.name == "Заголовок к тексту"]
    assert found.paragraph_format.left_indent is None


def test_a_title_that_a_clerk_has_set_to_the_left_stays_as_it_is(template):
    centred = '<w:ind w:left="1418" w:right="1418"/><w:jc w:val="center"/>'
    own = edited(template, centred, '<w:jc w:val="left"/>', part="word/styles.xml")
    document = docx.Document(BytesIO(render(replace(order(), title=TITLE), own).value))
    (found,) = [each for each in document.paragraphs if each.style.name == "Заголовок к тексту"]
    assert found.paragraph_format.right_indent is None
