"""What words of a document lead to: its own clauses, appendices and rows, where one alone can be meant."""

from dataclasses import replace
from pathlib import Path

import pytest

from roadmapc.model.plan import Plan
from roadmapc.pipeline import compile_plan
from roadmapc.render.document.links import Bookmarks

GOOD = Path(__file__).parents[1] / "plans" / "good"

FROM_CLAUSES = {
    "план (приложение № 1)": {"приложение № 1": "приложение_1"},
    "согласно приложению 2 к настоящему приказу": {"приложению 2": "приложение_2"},
    "приложения № 1–2": {"приложения № 1": "приложение_1"},
    "во исполнение пункта 4.1 настоящего приказа": {"пункта 4.1": "пункт_4_1"},
    "пункты 1, 2 и 9 приказа": {"пункты 1": "пункт_1", "2": "пункт_2"},
    "п. 5 приказа": {"п. 5": "пункт_5"},
    "раздел I": {"раздел I": "приложение_1_раздел_I"},
    "строка 1.1.1": {"строка 1.1.1": "приложение_1_строка_1_1_1"},
    "мероприятие 1.1.1 плана": {"мероприятие 1.1.1": "приложение_1_строка_1_1_1"},
    "приложение № 9": {},
    "пункт 8": {},
    "приложение": {},
    "приложение № 1 к приказу министерства от 01.02.2020 № 5": {},
    "приложение 1 к дорожной карте": {},
    "пункт 3 приказа министерства образования": {},
    "пункт 3 части 2 статьи 28 закона": {},
    "пункт 2 Порядка": {},
    "25 пунктов": {},
}
"""By the words of a clause of the order, which may name things that are not there, or another's."""
FROM_CONCEPT = {
    "строка 1": {"строка 1": "приложение_2_строка_1"},
    "пункт 1": {"пункт 1": "приложение_2_строка_1"},
    "пункт 4": {},
    "пункт 4.1 настоящего приказа": {"пункт 4.1": "пункт_4_1"},
    "строка 1.1.1": {"строка 1.1.1": "приложение_1_строка_1_1_1"},
    "см. приложение № 1": {"приложение № 1": "приложение_1"},
}
"""By the words of prose in appendix 2, whose «пункт 4» may be a paragraph that its author numbered."""


@pytest.fixture(scope="module")
def plan() -> Plan:
    compiled = compile_plan(GOOD / "full.yaml").value
    assert compiled is not None
    return compiled.plan


@pytest.mark.parametrize(("words", "expected"), FROM_CLAUSES.items())
def test_words_of_a_clause(words: str, expected: dict[str, str], plan: Plan) -> None:
    links = Bookmarks(plan).from_clause(plan.order.clauses[0], words)
    assert {words[start:end]: bookmark for start, end, bookmark in links} == expected


@pytest.mark.parametrize(("words", "expected"), FROM_CONCEPT.items())
def test_words_of_prose(words: str, expected: dict[str, str], plan: Plan) -> None:
    links = Bookmarks(plan).from_prose(plan.appendices[1], words)
    assert {words[start:end]: bookmark for start, end, bookmark in links} == expected


def test_a_single_appendix_is_found_without_a_number(plan: Plan) -> None:
    alone = replace(plan, appendices=(replace(plan.appendices[0], number=""),))
    (link,) = Bookmarks(alone).from_clause(plan.order.clauses[0], "план (приложение)")
    assert link == (6, 16, "приложение")


def test_a_clause_that_amends_another_act_speaks_of_its_numbers(plan: Plan) -> None:
    text = "Внести в приказ от 01.02.2020 № 5 изменения: пункт 2, приложение № 1"
    amending = plan.order.clauses[3]._replace(text=text)
    clauses = (*plan.order.clauses[:3], amending)
    bookmarks = Bookmarks(replace(plan, order=plan.order._replace(clauses=clauses)))
    assert bookmarks.from_clause(amending, text) == ()
    assert bookmarks.from_clause(amending.clauses[0], "пункт 2 и приложение № 1") == ()
    words = "в редакции согласно приложению № 1 к настоящему приказу"
    assert [link.bookmark for link in bookmarks.from_clause(amending, words)] == ["приложение_1"]


def test_names_are_such_as_word_takes_and_none_stands_for_two_things(plan: Plan) -> None:
    numbers = ("2", "2¹", "2.1", "2а", "1)", "1.2.3.4.5.6.7.8.9.10.11.12.13.14.15.16.17")
    clauses = tuple(plan.order.clauses[0]._replace(number=number, clauses=()) for number in numbers)
    bookmarks = Bookmarks(replace(plan, order=plan.order._replace(clauses=clauses)))
    assert [bookmarks.of_clause(number) for number in numbers] == [
        *("пункт_2", "пункт_2в1", "пункт_2_1", "пункт_2а", "пункт_1"),
        "",
    ]
