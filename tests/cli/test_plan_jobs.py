"""The jobs that check plans, build documents and issue calendars, run as their servers run them."""

import json
import re
from pathlib import Path

import icalendar
import pytest
import yaml
from github_server import GitHub
from gitlab_server import GitLab
from servers import Server, change, committed, git

PLAN = "roadmaps/school-quality.yaml"
REPORT = "Отчёт о самооценке механизмов управления качеством образования"
ANALYSIS = "Анализ результатов всероссийских проверочных работ"
PUBLICATION = "Отделу общего образования"


def issue(server: Server, name: str = "calendar.ics") -> dict[str, set[tuple[int, str]]]:
    """Numbers of issue and statuses of the events of a published calendar, by the words of their measure."""
    found: dict[str, set[tuple[int, str]]] = {}
    for each in icalendar.Calendar.from_ical(server.calendars()[name]).events:
        words = next(words for words in (REPORT, ANALYSIS, PUBLICATION) if words in str(each["DESCRIPTION"]))
        found.setdefault(words, set()).add((int(each["SEQUENCE"]), str(each.get("STATUS", ""))))
    return found


def landed(server: Server, message: str) -> None:
    """A change of the main branch, with its jobs."""
    committed(message)
    done = server.push()
    assert {job: each.code for job, each in done.items()} == dict.fromkeys(done, 0), done


def test_documents_of_a_change_are_handed_out(server: Server) -> None:
    change("title: Об утверждении", "title: О порядке и об утверждении")
    committed("изменение")
    assert server.check()["plans"].code == 0
    assert {"school-quality/order.docx", "calendar.ics", "register.xlsx"} <= set(server.documents())


def test_what_is_installed_is_pinned_by_its_digest(server: Server) -> None:
    committed("изменение")
    server.check()
    (asked,) = server.installed
    assert asked.startswith(
        "install --require-hashes -r tools/requirements.txt: ./tools/roadmapc-0.1.0-py3-none"
    )


def test_an_error_fails_the_job(server: Server) -> None:
    change("не позднее 1 августа ежегодно", "не позднее 31 ноября ежегодно")
    committed("изменение")
    assert server.check()["plans"].code == 1


def test_a_bug_is_not_taken_for_a_finding(server: Server) -> None:
    server.program("roadmapc", "#!/bin/sh\nexit 70\n")
    committed("изменение")
    assert server.check()["plans"].code == 70


def test_files_that_a_branch_calls_documents_are_not_handed_out(server: Server) -> None:
    for name in ("build/school-quality/order.docx", "build/приказ.docx", "documents/order.docx", "reports/x"):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text("подделка", "utf-8")
    committed("изменение")
    assert server.check()["plans"].code == 0
    assert "приказ.docx" not in set(server.documents())
    assert "school-quality/order.docx" in set(server.documents())
    assert server.documents()["school-quality/order.docx"].startswith(b"PK")
    if isinstance(server, GitLab):
        assert [path.name for path in (server.work / "reports").iterdir()] == ["code-quality.json"]


def test_links_that_a_branch_calls_documents_are_not_followed(server: Server) -> None:
    for name in ("build", "reports", "documents", "findings.sarif"):
        Path(name).symlink_to("../home/victim")
    committed("изменение")
    assert server.check()["plans"].code == 0
    assert list(server.outside()) == []


def test_a_plan_with_the_name_of_an_order_gives_none(server: Server) -> None:
    Path(PLAN).rename("roadmaps/a\n::error::b\r::warning::c.yaml")
    change(
        "id: publication", "id: publication\n      keywords: нет", "roadmaps/a\n::error::b\r::warning::c.yaml"
    )
    committed("изменение")
    broken = server.check()["plans"]
    change("\n      keywords: нет", "", "roadmaps/a\n::error::b\r::warning::c.yaml")
    committed("исправлено")
    built = server.check()["plans"]
    assert (broken.code, built.code) == (1, 0)
    lines = [line.lstrip() for line in (broken.log + built.log).splitlines()]
    assert not [line for line in lines if line.startswith(("::error::", "::warning::"))]


# Findings


def test_github_shows_findings_at_their_lines(github: GitHub) -> None:
    change("не позднее 1 августа ежегодно", "не позднее 31 ноября ежегодно")
    committed("изменение")
    log = github.check()["plans"].log
    assert re.search(rf"^::error title=D305 [^,]+,file={PLAN},line=\d+,", log, re.MULTILINE)
    assert "ошибка D305" in github.summary
    (report,) = github.scanning
    (result,) = [each for each in json.loads(report)["runs"][0]["results"] if each["ruleId"] == "D305"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == PLAN


def test_findings_of_a_fork_are_not_written_where_they_may_not_be(github: GitHub) -> None:
    committed("изменение")
    assert "findings" not in github.check(fork=True)


def test_gitlab_shows_findings_at_their_lines(gitlab: GitLab) -> None:
    change("не позднее 1 августа ежегодно", "не позднее 31 ноября ежегодно")
    committed("изменение")
    gitlab.check()
    job = yaml.safe_load(Path(".gitlab-ci.yml").read_text("utf-8"))["plans"]
    report = json.loads((gitlab.work / job["artifacts"]["reports"]["codequality"]).read_text("utf-8"))
    found = [each for each in report if each["check_name"] == "D305"]
    assert [each["location"]["path"] for each in found] == [PLAN]
    line = Path(PLAN).read_text("utf-8").splitlines()[found[0]["location"]["lines"]["begin"] - 1]
    assert "31 ноября" in line


# Calendars


def test_a_calendar_built_from_a_clean_checkout_is_the_next_issue(server: Server) -> None:
    git("switch", "main", cwd=Path())
    landed(server, "начало")
    first = server.calendars()
    assert issue(server) == {words: {(0, "")} for words in (REPORT, ANALYSIS, PUBLICATION)}
    Path("notes.txt").write_text("не план", "utf-8")
    landed(server, "не план")
    assert server.calendars() == first

    change("не позднее 1 августа ежегодно", "не позднее 3 августа ежегодно")
    landed(server, "перенос")
    of_plan = issue(server, "school-quality/calendar.ics")
    assert issue(server) == of_plan == {REPORT: {(1, "")}, ANALYSIS: {(0, "")}, PUBLICATION: {(0, "")}}

    text = Path(PLAN).read_text("utf-8")
    Path(PLAN).write_text(text.partition("          - id: results-review")[0], "utf-8")
    landed(server, "исключено")
    assert issue(server)[ANALYSIS] == {(1, "CANCELLED")}
    assert issue(server)[REPORT] == {(1, "")}
    schools = next(name for name in server.calendars() if name.startswith("officers/") and "schools" in name)
    assert issue(server, schools) == {REPORT: {(1, "")}, ANALYSIS: {(1, "CANCELLED")}}


def test_calendars_that_did_not_change_are_not_issued_again(github: GitHub) -> None:
    git("switch", "main", cwd=Path())
    landed(github, "начало")
    Path("notes.txt").write_text("не план", "utf-8")
    landed(github, "не план")
    assert len(git("log", "--format=%h", "calendars", cwd=github.origin).split()) == 1


def test_a_request_issues_no_calendars(github: GitHub) -> None:
    git("switch", "main", cwd=Path())
    landed(github, "начало")
    git("switch", "change", cwd=Path())
    change("не позднее 1 августа ежегодно", "не позднее 3 августа ежегодно")
    committed("перенос")
    assert "calendars" not in github.check()
    assert issue(github)[REPORT] == {(0, "")}


def test_an_issue_bears_the_day_of_its_change(server: Server) -> None:
    git("switch", "main", cwd=Path())
    landed(server, "начало")
    day = git("log", "-1", "--format=%cd", "--date=format:%Y%m%d", cwd=Path())
    stamps = {
        each["DTSTAMP"].dt for each in icalendar.Calendar.from_ical(server.calendars()["calendar.ics"]).events
    }
    assert {f"{stamp:%Y%m%d}" for stamp in stamps} == {day}


@pytest.mark.parametrize("status", [401, 500])
def test_earlier_calendars_that_gitlab_does_not_give_are_not_forgotten(status: int, gitlab: GitLab) -> None:
    gitlab.broken = {"/jobs/artifacts/": status}
    committed("изменение")
    done = gitlab.check()["plans"]
    assert done.code == 1
    assert f"GitLab не отдал прежние календари, его ответ – {status}." in done.log


# What jobs may do

MAY = {
    "plans.yml": {
        "plans": {"contents": "read"},
        "findings": {"security-events": "write"},
        "calendars": {"contents": "write"},
    },
    "review.yml": {"review": {"contents": "read"}, "comment": {"pull-requests": "write"}},
}


@pytest.mark.usefixtures("author")
@pytest.mark.parametrize("name", MAY)
def test_a_job_may_do_only_what_it_does(name: str) -> None:
    workflow = yaml.safe_load(Path(".github/workflows", name).read_text("utf-8"))
    assert workflow["permissions"] == {}
    assert {job: steps["permissions"] for job, steps in workflow["jobs"].items()} == MAY[name]
