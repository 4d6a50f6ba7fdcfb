"""A user's own calendar file: what it changes, and what is said when it is wrong."""

from datetime import date
from importlib.resources import files

import pytest

from roadmapc.calendar.workdays import WorkCalendar, from_text, official
from roadmapc.calendar.year import DayKind
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.source.file import SourceFile

HEAD = "format: 1\nyears:\n"
ACT_2028 = "  - year: 2028\n    act: постановление Правительства РФ от 01.09.2027 № 1\n"


def read(years: str) -> Outcome[WorkCalendar]:
    return from_text(SourceFile("calendar.yaml", HEAD + years))


def calendar(years: str) -> WorkCalendar:
    outcome = read(years)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def test_the_shipped_file_is_a_valid_calendar_file() -> None:
    text = (files("roadmapc.calendar") / "data" / "russia.yaml").read_text("utf-8")
    outcome = from_text(SourceFile("russia.yaml", text))
    assert outcome.diagnostics == ()
    assert outcome.value == official()


def test_a_new_act_turns_a_forecast_into_a_fact() -> None:
    own = calendar(ACT_2028 + "    moves:\n      - { from: 08.01.2028, to: 10.01.2028 }\n")
    assert official().is_forecast(2028)
    assert not own.is_forecast(2028)
    assert own.kind(date(2028, 1, 10)) is DayKind.MOVED
    assert own.reason(date(2028, 1, 10)) == (
        "выходной день, перенесённый с субботы 08.01.2028 (постановление Правительства РФ от 01.09.2027 № 1)"
    )


def test_a_regional_holiday_joins_the_shipped_year() -> None:
    own = calendar(
        "  - year: 2024\n    days_off:\n"
        "      - { day: 29.05.2024, name: День области, act: закон области от 01.02.2003 № 4-ЗО }\n"
    )
    assert not own.is_working(date(2024, 5, 29))
    assert (
        own.reason(date(2024, 5, 29)) == "нерабочий день: День области (закон области от 01.02.2003 № 4-ЗО)"
    )
    assert own.is_working(date(2024, 12, 28))
    assert not own.is_forecast(2024)


def test_years_that_the_file_does_not_name_stay_as_shipped() -> None:
    own = calendar(ACT_2028)
    assert {year: acts for year, acts in own.acts.items() if year != 2028} == official().acts


DECREE = "    decree_periods:\n      - {{ first_day: {}, last_day: {}, act: указ от 01.02.2028 № 5 }}\n"
WRONG = {
    "D901: дня «31.11.2028» не бывает: 31.11.2028": "{ from: 08.01.2028, to: 31.11.2028 }",
    "D901: день «12.01.2027» не из 2028 года: 12.01.2027": "{ from: 08.01.2028, to: 12.01.2027 }",
    "D902: день 11.01.2028 – не выходной: 11.01.2028": "{ from: 11.01.2028, to: 10.01.2028 }",
    "D902: день 09.05.2028 – не рабочий: 09.05.2028": "{ from: 08.01.2028, to: 09.05.2028 }",
    "D903: день 08.01.2028 уже перенесён: 08.01.2028": "{ from: 08.01.2028, to: 10.01.2028 }\n"
    "      - { from: 08.01.2028, to: 11.01.2028 }",
}


def said(years: str) -> list[str]:
    """Code, message and the text pointed at."""
    outcome = read(years)
    assert outcome.value is None
    return [
        f"{problem.code.id}: {problem.message}: {place.file.text[slice(*place.span)]}"
        for problem in outcome.diagnostics
        if (place := problem.place)
    ]


@pytest.mark.parametrize(("expected", "moves"), WRONG.items())
def test_a_wrong_move_is_refused_at_its_place(expected: str, moves: str) -> None:
    assert said(f"{ACT_2028}    moves:\n      - {moves}\n") == [expected]


def test_a_year_is_recorded_once() -> None:
    assert said(ACT_2028 + ACT_2028) == ["D903: 2028 год записан второй раз: 2028"]


def test_a_period_does_not_end_before_it_begins() -> None:
    years = ACT_2028 + DECREE.format("04.05.2028", "03.05.2028")
    assert said(years) == ["D904: последний день раньше первого: 03.05.2028"]


def test_every_problem_of_a_file_is_said_at_once() -> None:
    moves = "    moves:\n      - { from: 08.01.2028, to: 30.02.2028 }\n"
    problems = said(ACT_2028 + moves + DECREE.format("31.04.2028", "04.05.2028"))
    assert [text[:4] for text in problems] == ["D901", "D901"]


@pytest.mark.parametrize(
    "text", ["", "format: 1\n", HEAD + "  - year: 2028\n    moves: []\n", HEAD + "  - [\n"]
)
def test_a_file_of_another_shape_is_a_diagnostic_not_a_crash(text: str) -> None:
    outcome = from_text(SourceFile("calendar.yaml", text))
    assert outcome.value is None
    assert outcome.diagnostics
