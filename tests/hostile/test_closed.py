"""Outputs that one has no right to read or to write: each is told by its cause, and none passes for gone."""

from pathlib import Path

import pytest

PLAN = Path("out/minimal")
WANTED = ("build", "-o", "out", "--format", "docx,ics,xlsx")
CLOSED = {
    "the folder of a plan is not written": (PLAN, 0o555, "W503", "верните право записи", "W527"),
    "the folder of a plan is not read": (PLAN, 0o000, "W501", "нет права доступа", "W527"),
    "a register": (PLAN / "register.xlsx", 0o000, "W501", "register.xlsx» не читается: нет права", "W527"),
    "a calendar": (PLAN / "calendar.ics", 0o000, "W501", "calendar.ics» не читается: нет права", "W527"),
    "calendars": (PLAN / "officers", 0o000, "W501", "officers» не читается: нет права", "W527"),
    "a manifest": (PLAN / "manifest.json", 0o000, "W501", "опись «", "W527"),
    "the folder of all": (PLAN.parent, 0o555, "W503", "верните право записи", ""),
    "the folder of all is not read": (PLAN.parent, 0o000, "W503", "верните право записи", ""),
    "the register of all": (PLAN.parent / "register.xlsx", 0o000, "W501", "нет права доступа", ""),
}
"""What is closed and how, with which code and words a build tells it, and what follows for all together."""


def edit(repository: Path) -> None:
    plan = repository / "roadmaps/plan.yaml"
    plan.write_text(plan.read_text("utf-8").replace("measure: ", "measure: Вновь ", 1), "utf-8")


@pytest.mark.parametrize("name", CLOSED)
def test_a_build_tells_what_is_closed(name, run, repository):
    place, mode, code, words, joint = CLOSED[name]
    assert run(*WANTED).returncode == 0
    edit(repository)
    usual = (repository / place).stat().st_mode
    (repository / place).chmod(mode)
    result = run(*WANTED)
    (repository / place).chmod(usual)
    assert (result.returncode, f"ошибка {code}" in result.stderr) == (1, True), result.stderr
    assert words in result.stderr
    assert ("W527" in result.stderr) == bool(joint)
    if joint:
        assert "собрано, но не записано roadmaps/plan.yaml" in result.stderr
        assert "планы исправлять не нужно" in result.stderr
    assert run(*WANTED).returncode == 0


@pytest.mark.parametrize("name", CLOSED)
def test_an_audit_tells_what_is_closed(name, run, repository):
    place, mode, _, _, _ = CLOSED[name]
    assert run(*WANTED).returncode == 0
    usual = (repository / place).stat().st_mode
    (repository / place).chmod(mode)
    result = run("audit", "out")
    (repository / place).chmod(usual)
    is_read = mode & 0o400
    assert (result.returncode, "ошибка W501" in result.stderr) == ((0, False) if is_read else (1, True))
    assert "уберите" not in result.stderr


def test_a_closed_folder_of_others_hinders_no_calendar(run, repository):
    assert run(*WANTED).returncode == 0
    others = repository / "out" / "отпуска"
    others.mkdir(0o000)
    edit(repository)
    result = run(*WANTED)
    others.chmod(0o755)
    assert (result.returncode, result.stderr) == (0, "")


def test_plans_with_errors_are_told_from_folders_that_are_closed(run, repository):
    text = (repository / "roadmaps/plan.yaml").read_text("utf-8")
    bad = text.replace("id: minimal", "id: bad").replace("2 сентября", "31 сентября")
    (repository / "roadmaps/bad.yaml").write_text(bad, "utf-8")
    run(*WANTED)
    edit(repository)
    (repository / PLAN).chmod(0o555)
    told = run(*WANTED).stderr
    (repository / PLAN).chmod(0o755)
    assert "не собрано roadmaps/bad.yaml; собрано, но не записано roadmaps/plan.yaml" in told
    assert "исправьте названные ошибки и соберите снова" in told


def test_calendars_of_another_folder_that_cannot_be_read_are_not_forgotten(run, repository):
    """Else everything that was published would seem new, and nothing could be cancelled."""
    assert run(*WANTED).returncode == 0
    published = (repository / "out").rename(repository / "published")
    (published / "minimal/calendar.ics").chmod(0o000)
    result = run(*WANTED, "--previous", "published")
    assert (result.returncode, "calendar.ics» не читается" in result.stderr) == (1, True)
    assert not (repository / "out/minimal").exists()
    assert run(*WANTED[:-1], "docx", "--previous", "published").returncode == 0
