"""`roadmapc deadline`: streams, exit codes, the two forms."""

import json

import pytest
from click.testing import CliRunner, Result

from roadmapc.cli.deadline import command

PERIOD = ("--period", "2021-01-01..2022-12-31")


def run(*arguments: str, stdin: str | None = None) -> Result:
    return CliRunner().invoke(command, arguments, input=stdin)


def test_a_phrase_as_json_has_its_reading_and_its_dates() -> None:
    result = run("до 01.09 ежегодно", *PERIOD, "--format", "json")
    found = json.loads(result.stdout)
    assert result.exit_code == 0
    assert found["kind"] == "recurring"
    assert found["canonical"] == "ежегодно, до 1 сентября"
    assert found["clauses"][0]["rrule"] == "FREQ=YEARLY;BYMONTH=9;BYMONTHDAY=1"
    assert [each["due"] for each in found["occurrences"]] == ["2021-09-01", "2022-09-01"]
    assert found["occurrences"][0]["first_day"] is None
    assert found["undated"] is None


def test_the_words_of_a_problem_are_marked_in_the_phrase() -> None:
    result = run("до 31 ноября", *PERIOD, "--format", "json")
    (problem,) = json.loads(result.stdout)["diagnostics"]
    assert (problem["code"], problem["span"]) == ("D305", {"start": 3, "end": 12})
    assert result.exit_code == 1


def test_an_event_says_what_is_known_of_it() -> None:
    result = run("в течение 10 рабочих дней со дня подписания", *PERIOD, "--format", "json")
    event = json.loads(result.stdout)["clauses"][0]["event"]
    assert event == {
        "text": "в течение 10 рабочих дней после подписания",
        "offset": 10,
        "unit": "working_day",
        "direction": "after",
        "anchor": "подписания",
    }


def test_lines_of_a_stream_carry_their_own_period_and_order() -> None:
    lines = "сентябрь\t2021-09-01..2022-05-31\t2021-08-25\nежегодно до 1 февраля\n"
    result = run("-", *PERIOD, stdin=lines)
    first, second = map(json.loads, result.stdout.splitlines())
    assert [each["nominal"] for each in first["occurrences"]] == ["2021-09-30"]
    assert [each["nominal"] for each in second["occurrences"]] == ["2021-02-01", "2022-02-01"]


def test_a_line_that_cannot_be_read_does_not_stop_the_stream() -> None:
    lines = "май\tскоро\nмай\t2021\tвчера\nмай\nиюнь\t2021\n"
    result = run("-", stdin=lines)
    *wrong, last = map(json.loads, result.stdout.splitlines())
    assert result.exit_code == 1
    assert [each["diagnostics"][0]["message"] for each in wrong] == [
        "«скоро» – не период",
        "«вчера» – не дата приказа",
        "период плана не назван",
    ]
    assert all((each["occurrences"], each["undated"]) == ([], "unreadable") for each in wrong)
    assert [each["nominal"] for each in last["occurrences"]] == ["2021-06-30"]


def test_the_lesson_underlines_the_parts_and_names_them() -> None:
    result = run("до 01.09 ежегодно", *PERIOD)
    assert "──────── ────────" in result.stdout
    assert "└ как часто: ежегодно" in result.stdout
    assert "читается  ежегодно, до 1 сентября" in result.stdout
    assert "2021  · · · · · · · · ● · · ·" in result.stdout


@pytest.mark.parametrize(
    ("period", "due"),
    [
        ("2022", ["2022-09-01"]),
        ("2021-2022", ["2021-09-01", "2022-09-01"]),
        ("2021/2022 учебный год", ["2021-09-01"]),
        ("2021/2022", ["2021-09-01"]),
        ("2021-09-02..2022-12-31", ["2022-09-01"]),
    ],
)
def test_a_period_is_two_days_or_what_a_plan_writes(period: str, due: list[str]) -> None:
    found = json.loads(run("до 01.09 ежегодно", "--period", period, "--format", "json").stdout)
    assert [each["due"] for each in found["occurrences"]] == due


@pytest.mark.parametrize("period", ["2022-01-01..2021-01-01", "2022-2021", "2021-02-30..2021-03-01", "скоро"])
def test_what_is_no_period_is_said(period: str) -> None:
    result = run("май", "--period", period)
    assert result.exit_code == 2
    assert f"«{period}» – не период" in result.stderr


@pytest.mark.parametrize("arguments", [("май",), PERIOD])
def test_wrong_use_is_told_apart_from_a_wrong_phrase(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_season_is_named_as_a_plan_names_it() -> None:
    season = ("--season", "осенние каникулы: 25.10.2025 – 02.11.2025; 24.10.2026 – 01.11.2026")
    result = run("в осенние каникулы", "--period", "2025-2026", "--format", "json", *season)
    windows = [(each["first_day"], each["nominal"]) for each in json.loads(result.stdout)["occurrences"]]
    assert windows == [("2025-10-25", "2025-11-02"), ("2026-10-24", "2026-11-01")]
    month = run("май", "--period", "2025", "--season", "сентябрь: 01.10.2025")
    assert month.exit_code == 2
    assert "«сентябрь» – не название" in month.stderr
    wrong = run("май", "--period", "2025", "--season", "каникулы")
    assert wrong.exit_code == 2
    assert "не прочитаны" in wrong.stderr


def test_an_event_has_its_hours_and_its_place() -> None:
    result = run("9 мая с 10.00 до 12.00, площадь Победы", "--period", "2024", "--format", "json")
    (found,) = json.loads(result.stdout)["occurrences"]
    assert (found["first_day"], found["nominal"], found["due"]) == ("2024-05-09",) * 3
    assert (found["time"], found["end_time"], found["place"]) == ("10:00", "12:00", "площадь Победы")
