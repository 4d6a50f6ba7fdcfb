"""Seasons as days: years, rules, ordinals, common names, and what has no days."""

from dataclasses import replace
from datetime import date

import pytest
import yaml

from roadmapc.calendar.from_deadline import expand
from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.known_seasons import KNOWN, KnownSeason, known_season
from roadmapc.calendar.occurrence import UndatedReason
from roadmapc.calendar.seasons import season_days
from roadmapc.calendar.workdays import official
from roadmapc.deadline.from_text import read
from roadmapc.model.from_tree.seasons import lawful_seasons, read_seasons, season_rule, stretches_of
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode

SCHOOL = {
    "I четверть": ["1 сентября – 24 октября 2025 года"],
    "II четверть": ["4 ноября – 30 декабря 2025 года"],
    "осенние каникулы": ["25 октября – 3 ноября 2025 года", "26 октября – 4 ноября 2026 года"],
    "зимние каникулы": ["31.12.2025 – 11.01.2026"],
}
TOWN = {
    "отопительный сезон": ["1 октября – 10 мая", "24.09.2026 – 12.05.2027"],
    "день города": ["последняя суббота августа"],
}


def horizon(first: str, last: str, seasons: dict[str, list[str]]) -> Horizon:
    days = Horizon(date.fromisoformat(first), date.fromisoformat(last))
    rules = tuple(season_rule(name, phrases) for name, phrases in seasons.items())
    return replace(days, seasons=season_days((*lawful_seasons(), *rules), days, official()))


def found(phrase: str, days: Horizon, seasons: dict[str, list[str]]) -> tuple[list[str], list[str]]:
    """The windows of a phrase, and what the calendar says of it."""
    deadline = read(phrase, seasons=(*(rule.name for rule in lawful_seasons()), *seasons)).value
    assert deadline is not None
    expansion = expand(deadline, days, official())
    windows = [
        f"{each.first_day.isoformat() if each.first_day else ''}..{each.nominal.isoformat()}"
        for each in expansion.occurrences
    ]
    return windows, [each.code.id for each in expansion.diagnostics]


@pytest.mark.parametrize(
    "phrase",
    [
        *("осенние каникулы", "в осенние каникулы", "на осенних каникулах", "в период осенних каникул"),
        *("во время осенних каникул", "в течение осенних каникул", "Осенние каникулы 2025 года"),
        *("в ОСЕННИЕ КАНИКУЛЫ", "осенние  каникулы", "в осенние каникулы 2025/2026 учебного года"),
    ],
)
def test_a_name_is_found_in_every_case_form(phrase: str) -> None:
    days = horizon("2025-09-01", "2026-05-31", SCHOOL)
    assert found(phrase, days, SCHOOL) == (["2025-10-25..2025-11-03"], [])


@pytest.mark.parametrize("phrase", ["каникулы", "на каникулах", "осенние и зимние каникулы"])
def test_what_several_names_end_with_is_all_of_them(phrase: str) -> None:
    days = horizon("2025-09-01", "2026-05-31", SCHOOL)
    windows = ["2025-10-25..2025-11-03", "2025-12-31..2026-01-11"]
    assert found(phrase, days, SCHOOL)[0] == windows


@pytest.mark.parametrize("phrase", ["летние каникулы", "весенние каникулы"])
def test_another_adjective_is_another_name(phrase: str) -> None:
    days = horizon("2025-09-01", "2026-05-31", SCHOOL)
    assert found(phrase, days, SCHOOL) == ([], ["D363"])


@pytest.mark.parametrize("phrase", ["четвёртая неделя октября", "в четвертый день"])
def test_a_word_of_another_stem_is_no_name(phrase: str) -> None:
    assert read(phrase, seasons=tuple(SCHOOL)).value == read(phrase).value


def test_the_days_of_a_named_year_win_over_the_rule() -> None:
    days = horizon("2025-01-01", "2026-12-31", TOWN)
    windows, said = found("до начала отопительного сезона", days, TOWN)
    assert windows == ["..2025-09-30", "..2026-09-23"]
    assert said == []


def test_a_rule_gives_each_year_its_day_which_no_convention_moves() -> None:
    days = horizon("2025-01-01", "2026-12-31", TOWN)
    deadline = read("в день города", seasons=tuple(TOWN)).value
    assert deadline is not None
    occurrences = expand(deadline, days, official()).occurrences
    assert [each.due for each in occurrences] == [date(2025, 8, 30), date(2026, 8, 29)]
    assert all(each.due.weekday() == 5 for each in occurrences)


def test_the_single_voting_day_is_known_from_the_law() -> None:
    days = horizon("2025-01-01", "2026-12-31", {})
    windows, _ = found("в единый день голосования", days, {})
    assert windows == ["2025-09-14..2025-09-14", "2026-09-20..2026-09-20"]  # of 2026 a Duma year


def test_a_year_without_days_gets_none() -> None:
    days = horizon("2027-01-01", "2027-12-31", SCHOOL)
    deadline = read("в осенние каникулы", seasons=tuple(SCHOOL)).value
    assert deadline is not None
    expansion = expand(deadline, days, official())
    assert (expansion.occurrences, expansion.undated) == ((), UndatedReason.EVENT)
    (said,) = expansion.diagnostics
    assert said.code.id == "D361"
    assert "25.10.2025 – 03.11.2025" in said.hints[1]


def test_a_series_that_ends_with_a_season_ends_with_it() -> None:
    days = horizon("2026-01-01", "2026-12-31", TOWN)
    windows, said = found("ежемесячно до конца отопительного сезона", days, TOWN)
    assert windows[0] == "2026-01-01..2026-01-31"
    assert windows[-1] == "2026-05-01..2026-05-10"
    assert said == []


@pytest.mark.parametrize("season", KNOWN, ids=lambda season: season.name)
def test_the_days_of_the_table_are_read(season: KnownSeason) -> None:
    assert all(stretches_of(days.format(2025)) for days in season.days)
    assert known_season(season.name) is season


@pytest.mark.parametrize(
    "phrase", ["в осенние каникулы", "до окончания половодья", "1 раз в четверть", "в День города"]
)
def test_the_advice_for_an_unnamed_season_is_yaml_that_dates_it(phrase: str) -> None:
    days = horizon("2025-01-01", "2025-12-31", {})
    deadline = read(phrase).value
    assert deadline is not None
    expansion = expand(deadline, days, official())
    (said,) = [each for each in expansion.diagnostics if each.code.id == "D363"]
    advice = yaml.safe_load(said.hints[0].partition("например ")[2])
    named = {name: [written] for name, written in advice["seasons"].items()}
    windows, _ = found(phrase, horizon("2025-01-01", "2025-12-31", named), named)
    assert windows


@pytest.mark.parametrize(
    "days",
    ["по приказу школы", "до 1 мая", "ежегодно", "постоянно", "31 июня", "5 числа", "в 10:00", "до весны"],
)
def test_words_that_name_no_days_are_no_season(days: str) -> None:
    assert stretches_of(days) == ()


@pytest.mark.parametrize(
    ("again", "days"), [("Зимние каникулы", "март 2027 года"), ("зимние  каникулы", "март 2027 года")]
)
def test_a_name_that_is_written_twice_is_an_error(again: str, days: str) -> None:
    file = SourceFile("plan.yaml", f"seasons:\n  зимние каникулы: январь 2027 года\n  {again}: {days}\n")
    node = from_yaml(file).value
    assert isinstance(node, MappingNode)
    outcome = read_seasons(file, node)
    assert [(said.code.id, said.message) for said in outcome.diagnostics] == [
        ("M421", f"«{again}» – то же название, что «зимние каникулы»")
    ]
    assert [rule.name for rule in outcome.value or ()] == ["зимние каникулы"]


def test_days_that_do_not_exist_are_told_with_the_reason() -> None:
    file = SourceFile("plan.yaml", "seasons:\n  зимние каникулы: 31.02.2027 – 10.03.2027\n")
    node = from_yaml(file).value
    assert isinstance(node, MappingNode)
    (said,) = read_seasons(file, node).diagnostics
    assert "в феврале" in said.hints[0]


def test_more_seasons_than_anybody_has_are_refused() -> None:
    file = SourceFile("plan.yaml", f"seasons:\n  месячник: [{', '.join(['май'] * 501)}]\n")
    node = from_yaml(file).value
    assert isinstance(node, MappingNode)
    outcome = read_seasons(file, node)
    assert outcome.value == ()
    assert [said.code.id for said in outcome.diagnostics] == ["M421"]
