"""Recurrence rules read back by python-dateutil give the days that the expansion gives."""

from datetime import date, datetime, time

import pytest
from dateutil.rrule import rrulestr

from roadmapc.calendar.from_deadline import expand
from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.to_rrule import rrule
from roadmapc.calendar.workdays import official
from roadmapc.deadline.ast import Recurring
from roadmapc.deadline.from_text import read

PLAN = Horizon(date(2021, 1, 1), date(2025, 12, 31))

RULES = {
    "ежегодно, до 1 сентября": "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1",
    "ежегодно, до 1 февраля, до 1 сентября": "FREQ=YEARLY;BYMONTH=2,9;BYMONTHDAY=1",
    "ежегодно, май, сентябрь": "FREQ=YEARLY;BYMONTH=5,9;BYMONTHDAY=-1",
    "ежегодно, август – сентябрь": "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=-1",
    "ежегодно": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1",
    "ежегодно, IV квартал": "FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1",
    "ежегодно, третья декада августа": "FREQ=YEARLY;BYMONTH=8;BYMONTHDAY=-1",
    "ежегодно, первая половина мая": "FREQ=YEARLY;BYMONTH=5;BYMONTHDAY=15",
    "ежегодно, последнее воскресенье ноября": "FREQ=YEARLY;BYMONTH=11;BYDAY=-1SU",
    "ежегодно, до 29 февраля": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1",
    "ежегодно, до 15 февраля года, следующего за отчётным": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=15",
    "раз в полугодие": "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
    "2 раза в год": "FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1",
    "ежеквартально": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1",
    "ежеквартально до 10 числа месяца, следующего за отчётным": "FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10",
    "до 15 числа второго месяца, следующего за отчётным кварталом": (
        "FREQ=YEARLY;BYMONTH=2,5,8,11;BYMONTHDAY=15"
    ),
    "ежеквартально до 25 числа последнего месяца квартала": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=25",
    "ежеквартально, последняя пятница": "FREQ=YEARLY;BYMONTH=3,6,9,12;BYDAY=-1FR",
    "ежемесячно": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "ежемесячно до 25 числа": "FREQ=MONTHLY;BYMONTHDAY=25",
    "ежемесячно до 31 числа": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "до 5, 15 и 25 числа": "FREQ=MONTHLY;BYMONTHDAY=5,15,25",
    "2 раза в месяц": "FREQ=MONTHLY;BYMONTHDAY=15,-1",
    "3 раза в месяц": "FREQ=MONTHLY;BYMONTHDAY=10,20,-1",
    "второй и четвёртый вторник каждого месяца": "FREQ=MONTHLY;BYDAY=2TU,4TU",
    "последняя пятница месяца": "FREQ=MONTHLY;BYDAY=-1FR",
    "каждый понедельник": "FREQ=WEEKLY;BYDAY=MO",
    "по вторникам и четвергам": "FREQ=WEEKLY;BYDAY=TU,TH",
    "еженедельно": "FREQ=WEEKLY;BYDAY=SU",
    "раз в 3 месяца": "FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1",
    "раз в три года": "FREQ=YEARLY;INTERVAL=3;BYMONTH=12;BYMONTHDAY=-1",
    "ежегодно, до 1 сентября, 2021-2023 гг.": "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1;UNTIL=20231231",
}
NO_RULE = (
    "ежегодно, до 20 января, до 15 июля",
    "первый рабочий день месяца",
    "ежегодно, третья неделя октября",
    "ежемесячно до 30 числа",
    "1 раз в учебный год",
    "ежемесячно с сентября по май",
    "ежемесячно, до 5 числа, последняя пятница",
)


def _series(phrase: str) -> Recurring:
    deadline = read(phrase).value
    assert deadline is not None
    (clause,) = deadline.clauses
    assert isinstance(clause.rule, Recurring)
    return clause.rule


@pytest.mark.parametrize(("phrase", "expected"), RULES.items())
def test_a_series_is_written_as_a_rule(phrase: str, expected: str) -> None:
    assert rrule(_series(phrase)) == expected


@pytest.mark.parametrize("phrase", NO_RULE)
def test_what_no_single_rule_says_has_none(phrase: str) -> None:
    assert rrule(_series(phrase)) is None


@pytest.mark.parametrize("phrase", RULES)
def test_dateutil_gives_the_same_days(phrase: str) -> None:
    deadline = read(phrase).value
    assert deadline is not None
    expanded = expand(deadline, PLAN, official()).occurrences
    nominal = [each.nominal for each in expanded if not _is_cut(each.nominal, phrase)]
    start = datetime.combine(nominal[0], time())
    rule = rrulestr(rrule(_series(phrase)) or "", dtstart=start)
    days = [each.date() for each in rule.between(start, datetime.combine(nominal[-1], time()), inc=True)]
    assert days == nominal


def _is_cut(day: date, phrase: str) -> bool:
    """Whether a window ends early because the plan does."""
    return day == PLAN.last_day and phrase in ("еженедельно", "раз в три года")
