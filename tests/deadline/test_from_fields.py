"""Fields give the tree that the phrase gives."""

import pytest

from roadmapc.deadline.from_fields import Fields, read_fields
from roadmapc.deadline.from_text import read

PAIRS: list[tuple[Fields, str]] = [
    ({"until": [{"day": 1, "month": 9, "year": 2021}]}, "до 01.09.2021"),
    ({"when": [{"month": 5}, {"month": 10}]}, "май, октябрь"),
    ({"when": [{"day": 25, "month": 9, "last": {"day": 30, "month": 9}}]}, "25-30 сентября"),
    ({"when": [{"academic_year": 2021}]}, "2021/2022 учебный год"),
    ({"when": [{"year": 2021, "last": {"year": 2025}}]}, "2021-2025 гг."),
    ({"when": [{"quarter": 2, "year": 2022}]}, "II квартал 2022 года"),
    ({"start": {"day": 1, "month": 9}}, "с 1 сентября"),
    ({"every": "year", "until": [{"day": 1, "month": 9}]}, "ежегодно, до 1 сентября"),
    ({"every": "year", "interval": 3}, "раз в три года"),
    ({"every": "year", "times": 2}, "2 раза в год"),
    ({"every": "year", "start": {"year": 2022}}, "ежегодно, начиная с 2022 года"),
    ({"every": "quarter", "within": {"year": 2022}}, "ежеквартально в течение 2022 года"),
    (
        {"every": "quarter", "until": [{"months_after": 1, "day": 10}]},
        "ежеквартально до 10 числа месяца, следующего за отчётным кварталом",
    ),
    ({"every": "month", "when": [{"weekday": "friday", "nth": -1}]}, "последняя пятница месяца"),
    ({"every": "month", "not_later": [{"working_day": 1}]}, "не позднее первого рабочего дня месяца"),
    ({"every": "week", "when": [{"weekday": "monday"}]}, "каждый понедельник"),
    (
        {"term": {"event": "подписания", "count": 10, "unit": "working_day"}},
        "в течение 10 рабочих дней после подписания",
    ),
    ({"schedule": "по плану школы"}, "по плану школы"),
    ({"demand": "по запросу"}, "по запросу"),
    ({"continuous": True}, "постоянно"),
    (
        {"until": [{"day": 15, "month": 5}], "audience": "школы", "purpose": "отчёт"},
        "школы – отчёт – до 15 мая",
    ),
]


@pytest.mark.parametrize(("fields", "phrase"), PAIRS, ids=[phrase for _, phrase in PAIRS])
def test_fields_say_what_a_phrase_says(fields: Fields, phrase: str) -> None:
    assert read_fields([fields]).value == read(phrase).value


def test_several_rules_make_one_deadline_with_its_phrase() -> None:
    outcome = read_fields([{"until": [{"day": 12, "month": 4, "year": 2021}]}, {"every": "year"}])
    assert outcome.value is not None
    assert outcome.value.text == "до 12 апреля 2021 года; ежегодно"
    assert outcome.value == read(outcome.value.text).value


def test_the_audience_of_the_plan_fills_in_for_rules_without_one() -> None:
    rules: list[Fields] = [{"every": "year"}, {"every": "month", "audience": "ДОУ"}]
    outcome = read_fields(rules, audience="школы")
    assert outcome.value is not None
    assert [clause.audience for clause in outcome.value.clauses] == ["школы", "ДОУ"]


def test_a_day_that_does_not_exist_is_an_error() -> None:
    (problem,) = read_fields([{"until": [{"day": 31, "month": 11}]}]).diagnostics
    assert problem.code.id == "D305"
    assert problem.hints == ("последний день месяца – 30 ноября",)
