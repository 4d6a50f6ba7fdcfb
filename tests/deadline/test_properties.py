"""What holds of every phrase, read or not."""

import sys
from datetime import date, timedelta
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from test_corpus import cases

from roadmapc.calendar.from_deadline import expand
from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.occurrence import Occurrence
from roadmapc.calendar.policy import BusinessDayConvention, Policy
from roadmapc.calendar.workdays import official
from roadmapc.deadline.ast import (
    Bound,
    Current,
    Dated,
    Deadline,
    DeadlineClause,
    Direction,
    Duration,
    Following,
    Moment,
    NthOf,
    Recurrence,
    Recurring,
    Relative,
    TimeRule,
    Year,
)
from roadmapc.deadline.from_text import read
from roadmapc.deadline.stretch import root, unit_of
from roadmapc.deadline.to_text import canonical
from roadmapc.deadline.unit import WEEKDAYS, Unit
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span

PIECES = (
    *("до 1 сентября", "до 01.09.2021", "не позднее 15 марта", "к 1 мая", "с 10 по 20 июня", "25-30 октября"),
    *(
        "сентябрь",
        "октябрь 2021 года",
        "май – июнь",
        "II квартал",
        "I полугодие 2022 г.",
        "третья декада августа",
    ),
    *("ежегодно", "ежеквартально", "раз в полугодие", "2 раза в год", "каждый понедельник", "до 10 числа"),
    *("месяца, следующего за отчётным кварталом", "последняя пятница месяца", "первый рабочий день квартала"),
    *("в течение года", "2021-2023 гг.", "2021/2022 учебный год", "в течение учебного года", "весь период"),
    *("постоянно", "по мере необходимости", "по плану школы", "после проведения", "в течение 5 рабочих дней"),
    *(
        "школы –",
        "отчёт –",
        "за полугодие –",
        "далее",
        "в 15:00",
        "актовый зал",
        "31 ноября",
        "05 авryста",
        "15",
    ),
)
PHRASES = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(", ".join) | st.lists(
    st.sampled_from((*PIECES, ";", "\n", "(", ")", "и", "по", "-", ".")), max_size=8
).map(" ".join)
CORPUS = sorted({case.phrase for case in cases()})


def _spliced(halves: tuple[str, str, int, int]) -> str:
    """The beginning of one phrase and the end of another."""
    first, second, kept, left = halves
    return " ".join((*first.split(" ")[:kept], *second.split(" ")[left:]))


SPLICED = st.tuples(
    *(st.sampled_from(CORPUS), st.sampled_from(CORPUS)), *(st.integers(0, 9), st.integers(0, 9))
).map(_spliced)
TEXTS = st.text(max_size=120) | PHRASES | SPLICED
DAYS = st.dates(date(2019, 1, 1), date(2028, 12, 31))


def _is_inside(span: Span, text: str) -> bool:
    return 0 <= span.start <= span.end <= len(text)


@given(TEXTS)
@example("каждые сентябрь (2 половина)")
@example("ежеквартально, до 15 числа месяца, следующего за кварталом; за IV квартал")
@example("по состоянию на 1 апреля, 1 июля")
@example("31 полугодие – до 10 числа следующего месяца")
def test_any_text_has_a_reading_and_every_place_lies_inside_it(text: str) -> None:
    outcome = read(text)
    assert outcome.value is not None
    assert outcome.value.clauses
    assert outcome.value.text == text
    for clause in outcome.value.clauses:
        assert _is_inside(clause.span, text)
        assert all(_is_inside(mark.span, text) for mark in clause.marks)
    places = [diagnostic.place for diagnostic in outcome.diagnostics]
    assert all(place is not None and _is_inside(place.span, text) for place in places)


YEAR, MONTH, QUARTER = Current(Unit.YEAR), Current(Unit.MONTH), Current(Unit.QUARTER)
YEARS = st.just(YEAR) | st.integers(2020, 2027).map(Year)
MONTHS = st.builds(NthOf, st.just(Unit.MONTH), st.integers(1, 12), YEARS)
IN_YEAR = (
    MONTHS
    | st.builds(NthOf, st.just(Unit.DAY), st.integers(1, 28), MONTHS)
    | st.builds(NthOf, st.just(Unit.DECADE), st.integers(1, 3), MONTHS)
    | st.builds(NthOf, st.just(Unit.HALF_MONTH), st.integers(1, 2), MONTHS)
    | st.builds(NthOf, st.sampled_from(WEEKDAYS), st.sampled_from((-1, 1, 2, 3, 4)), MONTHS)
    | st.builds(NthOf, st.just(Unit.QUARTER), st.integers(1, 4), YEARS)
    | st.builds(NthOf, st.just(Unit.HALF_YEAR), st.integers(1, 2), YEARS)
)
FOLLOWING = st.integers(1, 3).map(lambda count: Following(Unit.MONTH, count, QUARTER))
IN_QUARTER = (
    st.builds(NthOf, st.just(Unit.DAY), st.integers(1, 31), FOLLOWING)
    | st.builds(
        NthOf, st.sampled_from((Unit.WORKING_DAY, Unit.FRIDAY)), st.sampled_from((-1, 1, 2)), st.just(QUARTER)
    )
    | st.builds(NthOf, st.just(Unit.MONTH), st.sampled_from((1, 2, 3, -1)), st.just(QUARTER))
)
IN_MONTH = st.builds(NthOf, st.just(Unit.DAY), st.integers(1, 31), st.just(MONTH)) | st.builds(
    NthOf, st.sampled_from((Unit.WORKING_DAY, *WEEKDAYS)), st.sampled_from((-1, 1, 2, 3)), st.just(MONTH)
)
BOUNDS = st.sampled_from((Bound.UNTIL, Bound.NOT_LATER, Bound.BY))
DAYS_ONLY = st.builds(NthOf, st.just(Unit.DAY), st.integers(1, 28), MONTHS)


def _moments(stretches: st.SearchStrategy[NthOf]) -> st.SearchStrategy[tuple[Moment, ...]]:
    return st.lists(stretches.map(Moment), min_size=1, max_size=3, unique=True).map(tuple)


def _series(unit: Unit, stretches: st.SearchStrategy[NthOf]) -> st.SearchStrategy[Recurring]:
    return st.builds(Recurring, st.just(Recurrence(unit)), _moments(stretches))


NAMED = IN_YEAR.filter(lambda stretch: isinstance(root(stretch), Year))
UNNAMED = IN_YEAR.filter(lambda stretch: root(stretch) == YEAR)


def _is_apart(moments: tuple[Moment, ...]) -> bool:
    """Whether no time is a heading: a month before a day of it, «май, 5 мая», is none of its own."""
    return len({unit_of(moment.stretch) for moment in moments}) == 1


RULES = (
    st.builds(Dated, (_moments(NAMED) | _moments(UNNAMED)).filter(_is_apart))
    | st.builds(Dated, st.builds(Moment, DAYS_ONLY, BOUNDS).map(lambda moment: (moment,)))
    | _series(Unit.YEAR, UNNAMED).filter(lambda rule: _is_apart(rule.moments))
    | _series(Unit.QUARTER, IN_QUARTER)
    | _series(Unit.MONTH, IN_MONTH)
    | st.builds(
        Recurring,
        st.builds(Recurrence, st.sampled_from((Unit.YEAR, Unit.MONTH)), st.integers(1, 6)),
        st.just(()),
        st.none() | st.integers(2020, 2027).map(lambda year: Moment(Year(year), Bound.FROM)),
    )
    | st.builds(
        Relative,
        st.none() | st.just("подписания приказа"),
        st.builds(
            Duration, st.integers(1, 40), st.sampled_from((Unit.DAY, Unit.WORKING_DAY, Unit.WEEK, Unit.MONTH))
        ),
        st.just(Direction.AFTER),
    )
)


@given(st.lists(RULES, min_size=1, max_size=2))
def test_reading_the_canonical_wording_gives_the_same_tree(rules: list[TimeRule]) -> None:
    deadline = Deadline(SourceFile("срок", ""), tuple(map(DeadlineClause, rules)))
    assert read(canonical(deadline)).value == deadline


@given(TEXTS, DAYS, st.integers(0, 2000), st.none() | DAYS, st.sampled_from(BusinessDayConvention))
def test_occurrences_are_in_order_unique_and_due_on_working_days(
    text: str, first_day: date, days: int, order_date: date | None, convention: BusinessDayConvention
) -> None:
    horizon = Horizon(first_day, first_day + timedelta(days), order_date, Policy(convention=convention))
    deadline = read(text).value
    assert deadline is not None
    expansion = expand(deadline, horizon, official())
    keys = [
        (each.nominal, each.first_day, each.audience, each.time, each.end_time, each.place)
        for each in expansion.occurrences
    ]
    assert len(set(keys)) == len(keys)
    assert all(one.nominal <= other.nominal for one, other in pairwise(expansion.occurrences))
    for each in expansion.occurrences:
        assert each.first_day is None or each.first_day <= each.nominal
        rule = deadline.clauses[each.clause].rule
        assert (
            official().adjust(each.due, convention) == each.due
            or each.is_event
            or _stands(each, horizon, rule)
        )
        _assert_belongs(each.nominal, each.after_plan, each.first_day, horizon, rule)


def _stands(occurrence: Occurrence, horizon: Horizon, rule: TimeRule) -> bool:
    """Whether a day off is not moved.

    It would come before the window, the plan or the order, it is named, or every day is meant.
    """
    moved = official().adjust(occurrence.nominal, horizon.policy.convention)
    begins = (occurrence.first_day, horizon.first_day, horizon.order_date)
    named = [moment.stretch for moment in getattr(rule, "moments", ())]
    is_of_every_day = isinstance(rule, Recurring) and rule.recurrence.unit is Unit.DAY
    return occurrence.due == occurrence.nominal and (
        is_of_every_day
        or any(day is not None and moved < day for day in begins)
        or any(isinstance(stretch, NthOf) and stretch.unit in WEEKDAYS[5:] for stretch in named)
    )


def _assert_belongs(
    nominal: date, after_plan: bool, first_day: date | None, horizon: Horizon, rule: object
) -> None:
    """A series stays in the plan, but for windows that begin in it and reports on its last period."""
    if isinstance(rule, Recurring) and not after_plan:
        assert horizon.first_day <= nominal
        assert nominal <= horizon.last_day or (first_day is not None and first_day <= horizon.last_day)


def _calls(text: str) -> int:
    """Python calls made by reading a text: work that no busy machine changes."""
    count = 0

    def counted(frame: FrameType, event: str, _: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(counted)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize(
    "piece",
    [
        "до 1 сентября, ",
        "1, ",
        "2021-",
        "в течение ",
        "школы – ",
        "срочно, 1 мая, ",
        "пн 1 мая, ",
        "месячник (апрель), ",
        "раз в месяц по средам, ",
        "по средам октября, ",
        "по плану ",
        "(",
        "ежегодно ",
        "кроме ",
        "I-",
        "после 5 дней ",
        "абвг",
        "за 5 дней до ",
        "май 2021 - ",
        "31 ноября; ",
        "до 15 и ",
        "первый рабочий день ",
        "следующего за отчётным ",
        "первого месяца ",
        "май, до 5 числа, ",
        "10 (",
        "май 2021, 2022, ",
    ],
)
def test_work_grows_with_the_length_of_a_phrase_and_no_faster(piece: str) -> None:
    short, long = piece * 200, piece * 800
    assert _calls(long) <= 5 * _calls(short)
