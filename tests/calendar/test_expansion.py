"""What the period of a plan, the order's date and the choices of a house make of one phrase."""

from datetime import date

import pytest

from roadmapc.calendar.from_deadline import expand
from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.occurrence import Expansion, UndatedReason
from roadmapc.calendar.policy import (
    BusinessDayConvention,
    HalfYears,
    MonthDay,
    Policy,
    Unnamed,
    Until,
)
from roadmapc.calendar.timed import LONGEST_SERIES
from roadmapc.calendar.workdays import official
from roadmapc.deadline.from_text import read

PREVIOUS, NEXT = BusinessDayConvention.PRECEDING, BusinessDayConvention.FOLLOWING


def expanded(
    phrase: str, period: str = "2021-01-01..2025-12-31", order_date: str | None = None, **choices: object
) -> Expansion:
    first, last = map(date.fromisoformat, period.split(".."))
    ordered = date.fromisoformat(order_date) if order_date else None
    deadline = read(phrase).value
    assert deadline is not None
    return expand(deadline, Horizon(first, last, ordered, Policy(**choices)), official())  # type: ignore[arg-type]


def days(expansion: Expansion) -> list[str]:
    return [each.nominal.isoformat() for each in expansion.occurrences]


def codes(expansion: Expansion) -> set[str]:
    return {diagnostic.code.id for diagnostic in expansion.diagnostics}


SHIFTS = [
    ("01.01 ежегодно", "2022-01-01", "2021-12-30", "2022-01-10"),
    ("01.01 ежегодно", "2023-01-01", "2022-12-30", "2023-01-09"),
    ("01.01 ежегодно", "2024-01-01", "2023-12-29", "2024-01-09"),
    ("01.01 ежегодно", "2025-01-01", "2024-12-28", "2025-01-09"),
    ("01.07 ежегодно", "2023-07-01", "2023-06-30", "2023-07-03"),
    ("до 01.08 ежегодно", "2021-08-01", "2021-07-30", "2021-08-02"),
    ("до 01.09 ежегодно", "2024-09-01", "2024-08-30", "2024-09-02"),
    ("до 10.09 ежегодно", "2022-09-10", "2022-09-09", "2022-09-12"),
    ("до 10.09 ежегодно", "2023-09-10", "2023-09-08", "2023-09-11"),
    ("до 01.10 ежегодно", "2022-10-01", "2022-09-30", "2022-10-03"),
    ("до 01.10 ежегодно", "2023-10-01", "2023-09-29", "2023-10-02"),
    ("до 20.04 ежегодно", "2024-04-20", "2024-04-19", "2024-04-22"),
    ("до 20.04 ежегодно", "2025-04-20", "2025-04-18", "2025-04-21"),
    ("до 01.12 ежегодно", "2024-12-01", "2024-11-29", "2024-12-02"),
    ("до 01.02 ежегодно", "2025-02-01", "2025-01-31", "2025-02-03"),
    ("До 31 декабря 2023", "2023-12-31", "2023-12-29", "2024-01-09"),
]


@pytest.mark.parametrize(("phrase", "nominal", "previous", "following"), SHIFTS)
def test_a_day_off_is_left_by_either_convention(
    phrase: str, nominal: str, previous: str, following: str
) -> None:
    backward = _at(expanded(phrase, convention=PREVIOUS), nominal)
    forward = _at(expanded(phrase, convention=NEXT), nominal)
    assert (backward.due.isoformat(), str(backward.other_due)) == (previous, following)
    assert (forward.due.isoformat(), str(forward.other_due)) == (following, previous)


def _at(expansion: Expansion, nominal: str):  # type: ignore[no-untyped-def]
    (found,) = [each for each in expansion.occurrences if each.nominal.isoformat() == nominal]
    return found


def test_without_a_convention_the_printed_day_stands_and_the_law_is_shown() -> None:
    (only,) = expanded("до 31.12.2023", convention=BusinessDayConvention.UNADJUSTED).occurrences
    assert only.due == date(2023, 12, 31)
    assert only.other_due == date(2024, 1, 9)


@pytest.mark.parametrize(
    "phrase", ["ежедневно с 1 по 10 мая 2024", "ежедневно, без выходных, с 1 по 10 мая 2024"]
)
def test_each_day_of_a_daily_series_stands(phrase: str) -> None:
    """1 May and the three days from 9 May on are off; what is done on them is not done the day before."""
    occurrences = expanded(phrase, convention=PREVIOUS).occurrences
    assert [each.due for each in occurrences] == [date(2024, 5, day) for day in range(1, 11)]
    assert all(each.other_due is None for each in occurrences)


def test_a_working_day_has_no_other_day() -> None:
    (only,) = expanded("до 01.09.2021").occurrences
    assert only.other_due is None


def test_until_may_exclude_its_day() -> None:
    (only,) = expanded("до 2 сентября 2021 года", until=Until.EXCLUSIVE).occurrences
    assert (only.nominal, only.due) == (date(2021, 9, 2), date(2021, 9, 1))


def test_not_later_includes_its_day_whatever_the_policy() -> None:
    (only,) = expanded("не позднее 2 сентября 2021 года", until=Until.EXCLUSIVE).occurrences
    assert only.due == date(2021, 9, 2)


def test_an_unnamed_year_may_be_the_first() -> None:
    expansion = expanded("сентябрь", unnamed=Unnamed.FIRST)
    assert days(expansion) == ["2021-09-30"]
    assert codes(expansion) == {"D317"}


@pytest.mark.parametrize(
    ("choice", "expected"),
    [(HalfYears.BY_PLAN, "2021-12-31"), (HalfYears.SCHOOL, "2021-12-31"), (HalfYears.CALENDAR, "2022-06-30")],
)
def test_the_first_half_of_a_school_plan(choice: HalfYears, expected: str) -> None:
    expansion = expanded("I полугодие", "2021-09-01..2022-08-31", half_years=choice)
    assert days(expansion) == [expected]
    assert codes(expansion) == {"D325"}


def test_the_school_year_ends_when_the_house_says() -> None:
    expansion = expanded("2021/2022 учебный год", school_year_end=MonthDay(8, 31))
    assert days(expansion) == ["2022-08-31"]


def test_the_date_of_the_order_is_an_anchor() -> None:
    phrase = "в течение 10 рабочих дней со дня подписания приказа"
    assert days(expanded(phrase, order_date="2021-03-18")) == ["2021-04-01"]
    assert expanded(phrase).undated is UndatedReason.EVENT


def test_a_series_begins_after_the_order() -> None:
    expansion = expanded("до 1 февраля ежегодно", order_date="2021-03-18")
    assert days(expansion) == ["2022-02-01", "2023-02-01", "2024-02-01", "2025-02-01"]
    assert "D320" in codes(expansion)


def test_a_single_day_before_the_order_stays_with_a_warning() -> None:
    expansion = expanded("до 01.02.2021", order_date="2021-03-18")
    assert days(expansion) == ["2021-02-01"]
    assert "D319" in codes(expansion)


def test_of_several_days_the_one_before_the_order_is_named() -> None:
    expansion = expanded("до 01.02.2021, до 01.05.2021", order_date="2021-03-18")
    said = [one.message for one in expansion.diagnostics if one.code.id == "D319"]
    assert len(said) == 1
    assert said[0].endswith("раньше самого приказа: 01.02.2021")


def test_the_report_on_the_last_quarter_comes_after_the_plan() -> None:
    expansion = expanded("ежеквартально до 10 числа месяца, следующего за отчётным", "2021-01-01..2021-12-31")
    assert [each.after_plan for each in expansion.occurrences] == [False, False, False, True]
    assert days(expansion)[-1] == "2022-01-10"


def test_a_wrong_year_is_kept_and_said() -> None:
    expansion = expanded("сентябрь 2012 года")
    assert days(expansion) == ["2012-09-30"]
    assert "D318" in codes(expansion)


def test_a_series_nobody_would_read_is_cut() -> None:
    expansion = expanded("ежедневно")
    assert len(expansion.occurrences) == LONGEST_SERIES
    assert "D327" in codes(expansion)


def test_a_year_without_a_published_calendar_is_a_forecast() -> None:
    assert "D329" in codes(expanded("до 31.12.2029", "2026-01-01..2030-12-31"))
    assert "D329" not in codes(expanded("до 31.12.2024"))


@pytest.mark.parametrize(
    ("phrase", "reason"),
    [
        ("постоянно", UndatedReason.CONTINUOUS),
        ("по плану школы", UndatedReason.EXTERNAL_SCHEDULE),
        ("по запросу", UndatedReason.ON_DEMAND),
        ("после проведения мониторинга", UndatedReason.EVENT),
        ("до 31 ноября", UndatedReason.UNREADABLE),
        ("постоянно, отчёт до 20 января ежегодно", None),
    ],
)
def test_a_deadline_without_dates_says_why(phrase: str, reason: UndatedReason | None) -> None:
    assert expanded(phrase).undated is reason


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ("2021-01-01..2021-12-31", ["2021-01-01..2021-12-31"]),
        ("2021-09-01..2022-08-31", ["2021-09-01..2022-08-31"]),
        ("2021-07-01..2022-12-31", ["2021-07-01..2021-12-31", "2022-01-01..2022-12-31"]),
    ],
)
def test_during_the_year_is_the_plan_or_each_calendar_year(period: str, expected: list[str]) -> None:
    expansion = expanded("в течение года", period)
    assert [f"{each.first_day}..{each.nominal}" for each in expansion.occurrences] == expected


def due(expansion: Expansion) -> list[str]:
    return [each.due.isoformat() for each in expansion.occurrences]


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("1-3 мая", ["2026-05-03"]),
        ("1-5 мая", ["2026-05-05"]),
        ("28 апреля - 3 мая", ["2026-04-30"]),
        ("до 3 мая", ["2026-04-30"]),
        ("по субботам апреля", ["2026-04-04", "2026-04-11", "2026-04-18", "2026-04-25"]),
        ("по понедельникам марта", ["2026-03-02", "2026-03-06", "2026-03-16", "2026-03-23", "2026-03-30"]),
    ],
)
def test_a_shift_does_not_leave_its_window_nor_a_day_named_as_off(phrase: str, expected: list[str]) -> None:
    assert due(expanded(phrase, "2026-01-01..2026-12-31")) == expected


def test_every_day_of_named_days_is_each_of_them_and_of_a_plan_the_working_ones() -> None:
    plan = days(expanded("ежедневно", "2026-05-06..2026-05-13"))
    assert plan == ["2026-05-06", "2026-05-07", "2026-05-08", "2026-05-12", "2026-05-13"]
    assert days(expanded("ежедневно 1-3 мая", "2026-01-01..2026-12-31")) == [
        "2026-05-01",
        "2026-05-02",
        "2026-05-03",
    ]


def test_nothing_is_due_before_the_order() -> None:
    may = expanded("до 10 мая", "2026-01-01..2026-12-31", "2026-05-09")
    assert due(may) == ["2026-05-10"]


def test_a_series_of_weeks_is_not_due_before_the_plan() -> None:
    january = expanded("по средам января", "2026-01-01..2026-12-31")
    assert due(january) == ["2026-01-07", "2026-01-14", "2026-01-21", "2026-01-28"]


def test_a_leap_day_is_due_only_in_leap_years_and_said_to_be_missing_in_others() -> None:
    found = expanded("до 29 февраля", "2023-01-01..2025-12-31")
    assert days(found) == ["2024-02-29"]
    missing = expanded("до 29 февраля", "2026-01-01..2027-12-31")
    assert days(missing) == []
    assert "D305" in codes(missing)


@pytest.mark.parametrize(
    ("phrase", "advice"),
    [
        ("до 1 сентября", "напишите «не позднее 1 сентября»"),
        ("ко Дню матери", "напишите «не позднее последнего воскресенья ноября»"),
        ("до 01.02.2021г", "напишите «не позднее 1 февраля 2021 года»"),
    ],
)
def test_the_advice_on_a_preposition_is_russian(phrase: str, advice: str) -> None:
    said = {diagnostic.code.id: diagnostic.hints for diagnostic in expanded(phrase).diagnostics}
    assert said["D316"][0] == advice


def test_a_range_outside_the_plan_is_quoted_with_both_prepositions() -> None:
    said = expanded("с 1 по 20 августа 2027 года").diagnostics
    assert "«с 1 по 20 августа 2027 года»" in said[0].message


def test_a_house_that_has_decided_is_not_told_how_until_is_read() -> None:
    assert "D316" in codes(expanded("до 1 сентября"))
    assert "D316" not in codes(expanded("до 1 сентября", until=Until.INCLUSIVE))
    assert "D316" in codes(expanded("к 1 сентября", until=Until.INCLUSIVE))


def test_past_turns_are_told_only_if_their_year_has_no_other() -> None:
    ordered = "2021-03-18"
    assert "D320" not in codes(expanded("ежеквартально", order_date=ordered))
    assert "D320" not in codes(expanded("ежегодно до 1 февраля, до 1 сентября", order_date=ordered))
    assert "D320" in codes(expanded("ежегодно до 1 февраля", order_date=ordered))
