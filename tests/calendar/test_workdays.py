"""The shipped calendar against published figures, other people's calendars and its own laws."""

from dataclasses import replace
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st
from workalendar.europe import Russia

from roadmapc.calendar.policy import BusinessDayConvention
from roadmapc.calendar.workdays import WorkCalendar, official
from roadmapc.calendar.year import DayKind

YEARS = range(2020, 2028)
PRECEDING, FOLLOWING = BusinessDayConvention.PRECEDING, BusinessDayConvention.FOLLOWING

days = st.dates(date(2015, 1, 1), date(2035, 12, 31))
conventions = st.sampled_from(BusinessDayConvention)


def day(text: str) -> date:
    """A date as clerks write it."""
    number, month, year = text.split(".")
    return date(int(year), int(month), int(number))


def days_of(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]


def dates(year: int, text: str) -> list[date]:
    return [day(f"{short}.{year}") for short in text.split()]


SHIFTS = [
    # printed, last working day before or on it, first working day after or on it
    ("01.01.2022", "30.12.2021", "10.01.2022"),
    ("01.01.2023", "30.12.2022", "09.01.2023"),
    ("01.01.2024", "29.12.2023", "09.01.2024"),
    ("01.01.2025", "28.12.2024", "09.01.2025"),
    ("01.07.2023", "30.06.2023", "03.07.2023"),
    ("01.08.2021", "30.07.2021", "02.08.2021"),
    ("01.09.2024", "30.08.2024", "02.09.2024"),
    ("10.09.2022", "09.09.2022", "12.09.2022"),
    ("10.09.2023", "08.09.2023", "11.09.2023"),
    ("01.10.2022", "30.09.2022", "03.10.2022"),
    ("01.10.2023", "29.09.2023", "02.10.2023"),
    ("20.04.2024", "19.04.2024", "22.04.2024"),
    ("20.04.2025", "18.04.2025", "21.04.2025"),
    ("01.12.2024", "29.11.2024", "02.12.2024"),
    ("01.02.2025", "31.01.2025", "03.02.2025"),
    ("31.12.2023", "29.12.2023", "09.01.2024"),
    # a decree lets people off, but terms may end: Supreme Court review No 1 of 21.04.2020
    ("30.03.2020", "30.03.2020", "30.03.2020"),
    ("04.05.2021", "04.05.2021", "04.05.2021"),
    ("02.11.2021", "02.11.2021", "02.11.2021"),
    # the day of the vote was non-working by law, not by a decree with pay
    ("01.07.2020", "30.06.2020", "02.07.2020"),
    # a working Saturday ends a term
    ("20.02.2021", "20.02.2021", "20.02.2021"),
    ("27.04.2024", "27.04.2024", "27.04.2024"),
    ("31.12.2026", "30.12.2026", "11.01.2027"),
]


@pytest.mark.parametrize(("printed", "previous", "following"), SHIFTS)
def test_a_deadline_is_carried_off_a_day_off(printed: str, previous: str, following: str) -> None:
    calendar = official()
    assert calendar.adjust(day(printed), PRECEDING) == day(previous)
    assert calendar.adjust(day(printed), FOLLOWING) == day(following)
    assert calendar.adjust(day(printed), BusinessDayConvention.UNADJUSTED) == day(printed)


NORMS = {
    # working days and hours of a 40-hour week, as published before the year began
    2020: (248, 1979),
    2021: (247, 1972),
    2022: (247, 1973),
    2023: (247, 1973),
    2024: (248, 1979),
    2025: (247, 1972),
    2026: (247, 1972),
    2027: (247, 1972),
}


@pytest.mark.parametrize("year", YEARS)
def test_a_year_has_its_published_norm_of_days_and_hours(year: int) -> None:
    acts = replace(official().acts[year], decree_periods=(), days_off=())
    before = WorkCalendar({year: acts})
    working = [day for day in days_of(year) if before.is_working(day)]
    short = [day for day in working if before.is_short(day)]
    assert (len(working), len(working) * 8 - len(short)) == NORMS[year]


EXTRA_DAYS_OFF = {
    2020: "24.02 09.03 04.05 05.05 11.05",
    2021: "22.02 03.05 10.05 14.06 05.11 31.12",
    2022: "07.03 02.05 03.05 10.05 13.06",
    2023: "24.02 08.05 06.11",
    2024: "29.04 30.04 10.05 30.12 31.12",
    2025: "02.05 08.05 13.06 03.11 31.12",
    2026: "09.01 09.03 11.05 31.12",
    2027: "22.02 03.05 10.05 14.06 05.11 31.12",
}
WORKING_SATURDAYS = {2021: "20.02", 2022: "05.03", 2024: "27.04 02.11 28.12", 2025: "01.11", 2027: "20.02"}
SHORT_DAYS = {
    2020: "11.06 03.11 31.12",
    2021: "20.02 30.04 11.06",
    2022: "22.02 05.03 03.11",
    2023: "22.02 07.03 03.11",
    2024: "22.02 07.03 08.05 11.06 02.11",
    2025: "07.03 30.04 11.06 01.11",
    2026: "30.04 08.05 11.06 03.11",
    2027: "20.02 30.04 11.06 03.11",
}
DECREE_DAYS = {
    2020: "30.03 31.03 01.04 02.04 03.04 06.04 07.04 08.04 09.04 10.04 13.04 14.04 15.04 16.04 17.04 "
    "20.04 21.04 22.04 23.04 24.04 27.04 28.04 29.04 30.04 06.05 07.05 08.05 24.06",
    2021: "04.05 05.05 06.05 07.05 01.11 02.11 03.11",
}


@pytest.mark.parametrize("year", YEARS)
def test_the_unusual_days_of_a_year_are_those_published(year: int) -> None:
    calendar = official()

    def of(kind: DayKind) -> list[date]:
        return [day for day in days_of(year) if calendar.kind(day) is kind]

    assert of(DayKind.MOVED) == dates(year, EXTRA_DAYS_OFF[year])
    assert of(DayKind.WORKING_WEEKEND) == dates(year, WORKING_SATURDAYS.get(year, ""))
    assert of(DayKind.DECREE) == dates(year, DECREE_DAYS.get(year, ""))
    assert [day for day in days_of(year) if calendar.is_short(day)] == dates(year, SHORT_DAYS[year])


HOLIDAYS_DIFFERS = {
    # the package counts the day of the vote of 2020 as working
    2020: "01.07",
}
WORKALENDAR_DIFFERS = {
    # the package counts the President's days with pay as off for terms
    2020: "30.03 31.03 01.04 02.04 03.04 06.04 07.04 08.04 09.04 10.04 13.04 14.04 15.04 16.04 17.04 "
    "20.04 21.04 22.04 23.04 24.04 27.04 28.04 29.04 30.04 06.05 07.05 08.05",
    # the package knows no moves by the Government since 2022, and in 2025 keeps those of the Labour Code
    2022: "05.03 07.03 03.05 10.05",
    2023: "24.02 08.05",
    2024: "27.04 29.04 30.04 10.05 02.11 28.12 30.12 31.12",
    2025: "24.02 10.03 02.05 08.05 13.06 01.11 03.11 31.12",
    2026: "09.01 31.12",
    2027: "20.02 22.02 05.11 31.12",
}


@pytest.mark.parametrize("year", YEARS)
def test_holidays_disagrees_only_where_known(year: int) -> None:
    theirs = holidays.country_holidays("RU", years=year)
    differing = [d for d in days_of(year) if theirs.is_working_day(d) != official().is_working(d)]
    assert differing == dates(year, HOLIDAYS_DIFFERS.get(year, ""))


@pytest.mark.parametrize("year", YEARS)
def test_workalendar_disagrees_only_where_known(year: int) -> None:
    theirs = Russia()
    differing = [d for d in days_of(year) if theirs.is_working_day(d) != official().is_working(d)]
    assert differing == dates(year, WORKALENDAR_DIFFERS.get(year, ""))


REASONS = {
    "02.09.2024": "рабочий день",
    "01.09.2024": "выходной день: воскресенье",
    "12.06.2025": "нерабочий праздничный день: День России (ст. 112 ТК РФ)",
    "13.06.2025": "выходной день, перенесённый с субботы 08.03.2025 "
    "(постановление Правительства РФ от 04.10.2024 № 1335)",
    "09.03.2026": "выходной день, перенесённый с воскресенья 08.03.2026 (ч. 2 ст. 112 ТК РФ)",
    "28.12.2024": "рабочая суббота: выходной перенесён на 30.12.2024 "
    "(постановление Правительства РФ от 10.08.2023 № 1314)",
    "20.02.2027": "рабочая суббота: выходной перенесён на 22.02.2027 "
    "(постановление Правительства РФ от 17.09.2026 № 1187); на час короче",
    "11.06.2026": "рабочий день на час короче: канун праздника (ст. 95 ТК РФ)",
    "01.07.2020": "нерабочий день: день общероссийского голосования (указ Президента РФ от 01.06.2020 № 354)",
    "24.06.2020": "нерабочий день с сохранением зарплаты (указ Президента РФ от 29.05.2020 № 345); "
    "для сроков считается рабочим",
    "04.05.2033": "рабочий день; прогноз: акта о переносе выходных дней в 2033 году ещё нет",
    "02.05.2032": "выходной день: воскресенье; прогноз: акта о переносе выходных дней в 2032 году ещё нет",
}


@pytest.mark.parametrize(("text", "reason"), REASONS.items())
def test_a_day_says_why_it_is_what_it_is(text: str, reason: str) -> None:
    assert official().reason(day(text)) == reason


@pytest.mark.parametrize("year", [2013, 2019, 2028, 2030])
def test_a_year_without_an_act_is_a_forecast_by_the_labour_code(year: int) -> None:
    calendar = official()
    assert calendar.is_forecast(year)
    assert not calendar.is_working(date(year, 1, 8))
    assert {calendar.kind(day) for day in days_of(year)}.isdisjoint({DayKind.WORKING_WEEKEND, DayKind.DECREE})


def test_a_forecast_carries_a_weekend_off_a_spring_holiday_but_not_off_a_january_one() -> None:
    calendar = official()
    assert calendar.kind(day("03.05.2032")) is DayKind.MOVED  # 1 May 2032 is a Saturday
    assert calendar.kind(day("09.01.2029")) is DayKind.WORKING  # 6 and 7 January 2029 are a weekend


@pytest.mark.parametrize("year", YEARS)
def test_no_shipped_year_is_a_forecast(year: int) -> None:
    assert not official().is_forecast(year)


@given(days, conventions)
def test_a_carried_day_stays(printed: date, convention: BusinessDayConvention) -> None:
    once = official().adjust(printed, convention)
    assert official().adjust(once, convention) == once


@given(days, days, conventions)
def test_an_earlier_day_is_not_carried_past_a_later_one(
    one: date, other: date, convention: BusinessDayConvention
) -> None:
    first, second = sorted((one, other))
    assert official().adjust(first, convention) <= official().adjust(second, convention)


@given(days)
def test_a_day_is_carried_over_days_off_only(printed: date) -> None:
    calendar = official()
    previous, following = calendar.adjust(printed, PRECEDING), calendar.adjust(printed, FOLLOWING)
    assert previous <= printed <= following
    assert calendar.is_working(previous)
    assert calendar.is_working(following)
    between = [previous + timedelta(n) for n in range(1, (following - previous).days)]
    assert not any(map(calendar.is_working, between))


@given(days, st.integers(-300, 300))
def test_working_days_counted_there_are_counted_back(printed: date, count: int) -> None:
    calendar = official()
    start = calendar.adjust(printed, PRECEDING)
    assert calendar.add_working_days(calendar.add_working_days(start, count), -count) == start


@given(days, st.integers(1, 60))
def test_the_day_counted_to_is_working_and_the_right_number_away(start: date, count: int) -> None:
    calendar = official()
    end = calendar.add_working_days(start, count)
    passed = [start + timedelta(n) for n in range(1, (end - start).days + 1)]
    assert calendar.is_working(end)
    assert sum(map(calendar.is_working, passed)) == count


@given(days)
def test_what_a_day_is_agrees_with_whether_it_works(printed: date) -> None:
    calendar = official()
    assert calendar.kind(printed).is_working == calendar.is_working(printed)
