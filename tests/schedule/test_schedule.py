"""The plan's calendar: which dates, whose, under which lasting identifiers."""

from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc.calendar.occurrence import UndatedReason
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.schedule.plan_calendar import PlanCalendar

Compile = Callable[[str], Outcome[Compiled]]

FULL = (Path(__file__).parents[1] / "plans" / "good" / "full.yaml").read_text("utf-8")
MENTORS = "не позднее 1 октября 2020 года"


@pytest.fixture
def calendar(compiled: Compile) -> Callable[..., PlanCalendar]:
    """The calendar of the full plan after replacing some of its words."""

    def of_plan(*changes: tuple[str, str]) -> PlanCalendar:
        text = FULL
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        outcome = compiled(text)
        assert outcome.value is not None, outcome.diagnostics
        return outcome.value.calendar

    return of_plan


def uids(calendar: PlanCalendar) -> dict[str, list[str]]:
    """Identifiers of events by duty."""
    found: dict[str, list[str]] = {}
    for entry in calendar.entries:
        found.setdefault(entry.duty.id, []).append(entry.uid)
    return found


def test_clauses_with_a_deadline_and_all_measures_are_duties(calendar: Callable[..., PlanCalendar]) -> None:
    assert {entry.duty.id for entry in calendar().entries} == {
        "report",
        "list-of-mentors",
        "seminars",
        "review-of-concept",
    }


def test_entries_go_by_their_due_day(calendar: Callable[..., PlanCalendar]) -> None:
    dues = [entry.occurrence.due for entry in calendar().entries]
    assert dues == sorted(dues)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (MENTORS, "не позднее 15 октября 2020 года"),
        (MENTORS, "до 01.10.2020"),
        ("Собрать сведения о наставниках", "Собрать данные о наставниках"),
        ('number: "I.1"', 'number: "1.7"'),
        ("title: Организация", "title: Организационная работа"),
        ("id: organising", "id: organisation"),
        ("date: 03.08.2020", "date: 04.08.2020"),
        ("qualifier: имеющие молодых специалистов", "qualifier: по списку"),
    ],
)
def test_an_event_keeps_its_identifier_when_its_measure_is_edited(
    calendar: Callable[..., PlanCalendar], old: str, new: str
) -> None:
    assert uids(calendar((old, new))) == uids(calendar())


@pytest.mark.parametrize(
    ("old", "new"), [("id: list-of-mentors", "id: mentors"), ("id: full", "id: fuller")], ids=["id", "plan"]
)
def test_another_duty_has_another_identifier(
    calendar: Callable[..., PlanCalendar], old: str, new: str
) -> None:
    before = set(uids(calendar())["list-of-mentors"])
    after = {uid for found in uids(calendar((old, new))).values() for uid in found}
    assert not before & after


def test_every_event_has_an_identifier_of_its_own(calendar: Callable[..., PlanCalendar]) -> None:
    found = calendar((MENTORS, "ежемесячно, не позднее 5 числа"), ("id: report\n", "id: list-of-mentors\n"))
    identifiers = [entry.uid for entry in found.entries]
    assert len(identifiers) == len(set(identifiers)) > 12


def test_a_checkpoint_dates_what_has_no_date(calendar: Callable[..., PlanCalendar]) -> None:
    checkpoint = "                    checkpoint: не позднее 31 мая 2021 года\n"
    dated, undated = calendar(), calendar((checkpoint, ""))
    assert len(dated.entries) == len(undated.entries) + 1
    assert dated.undated == ()
    (left,) = undated.undated
    assert (left.duty.id, left.phrase, left.reason) == ("seminars", "постоянно", UndatedReason.CONTINUOUS)


def test_a_measure_without_a_deadline_is_listed_without_a_reason(
    calendar: Callable[..., PlanCalendar],
) -> None:
    (left,) = calendar((f"            deadline: {MENTORS}\n", "")).undated
    assert (left.duty.id, left.phrase, left.reason) == ("list-of-mentors", "", None)


def test_a_deadline_names_those_whom_it_binds(calendar: Callable[..., PlanCalendar]) -> None:
    audiences = {entry.occurrence.audience for entry in calendar().entries if entry.duty.id == "seminars"}
    assert audiences == {"школы", "методический отдел"}


def test_what_is_said_of_a_phrase_is_said_once_with_the_numbers(compiled: Compile) -> None:
    text = FULL.replace(MENTORS, "до 01.07.2020")
    for other in ("до 15.06.2021 включительно", "не позднее 30 июня 2021 года"):
        text = text.replace(other, "до 01.07.2020")
    said = [one.message for one in compiled(text).diagnostics if one.code.id == "D319"]
    assert said == ["срок «до 01.07.2020» раньше самого приказа; то же в I.1 прил. 1, 1 прил. 2"]
