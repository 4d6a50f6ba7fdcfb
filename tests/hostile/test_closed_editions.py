"""Editions that one has no right to read: told by their causes in every form, with a code that CI sees."""

import json
import shutil
from pathlib import Path

import pytest
from packages import saying

FORMS = ("text", "markdown", "html", "json")
PLAN = "plan.yaml"
TEXT = """appendices:
  - id: concept
    title: Концепция
    parts: [{file: texts/concept.md}]
"""
CLOSED = {
    "a plan": (PLAN, "plan.yaml» не читается: нет права доступа"),
    "the folder of plans": (".", "папка «{side}» не читается: нет права доступа"),
    "what lies in the folder of plans": (".", "plan.yaml» не читается: нет права доступа"),
    "the directory": ("organisations/town.yaml", "town.yaml» не читается: нет права доступа"),
    "the folder of directories": ("organisations", "organisations/town.yaml» не найден"),
    "the profile": ("profiles/own.yaml", "own.yaml» не читается: нет права доступа"),
    "the work calendar": ("calendars/own.yaml", "own.yaml» не читается: нет права доступа"),
    "the template": ("own.docx", "own.docx» не читается: нет права доступа"),
    "a text": ("texts/concept.md", "concept.md» не читается: нет права доступа"),
}
"""What nobody may read, and why the plan is not compared."""
MODES = {"what lies in the folder of plans": 0o444}
"""Rights that are left; none if nothing else is said."""


@pytest.fixture
def sides(repository: Path) -> Path:
    """Two equal folders of a plan that names everything a plan can name."""
    old = repository / "roadmaps"
    good = Path(__file__).parents[1] / "plans" / "good"
    for name in ("profiles", "calendars", "texts"):
        (old / name).mkdir()
    shutil.copy(next((good / "profiles").glob("*.yaml")), old / "profiles/own.yaml")
    shutil.copy(next((good / "calendars").glob("*.yaml")), old / "calendars/own.yaml")
    (old / "texts/concept.md").write_text("Цель одна.\n", "utf-8")
    (old / "own.docx").write_bytes(saying("{{ title }}"))
    own = "profile: profiles/own.yaml\nwork_calendar: calendars/own.yaml\ntemplate: own.docx\n"
    text = (old / PLAN).read_text("utf-8").replace("appendices:\n", TEXT)
    (old / PLAN).write_text(own + text, "utf-8")
    shutil.copytree(old, repository / "new")
    return repository


@pytest.mark.parametrize("side", ["roadmaps", "new"])
@pytest.mark.parametrize("name", CLOSED)
def test_each_cause_is_told_in_every_form(name, side, run, sides):
    path, words = CLOSED[name]
    place = sides / side / path
    usual = place.stat().st_mode
    place.chmod(MODES.get(name, 0))
    answers = {form: run("diff", "roadmaps", "new", "--format", form) for form in FORMS}
    place.chmod(usual)
    for form, answer in answers.items():
        assert answer.returncode == 1, (form, answer.stdout, answer.stderr)
        assert "изменений нет" not in answer.stdout.casefold()
        assert "ошибка " in answer.stderr
    for form in FORMS[:3]:
        assert "Не сравнено: " in answers[form].stdout
    reasons = " ".join(each["reason"] for each in json.loads(answers["json"].stdout)["not_compared"])
    assert words.format(side=side) in reasons


@pytest.mark.parametrize("name", [name for name, (path, _) in CLOSED.items() if path != "."])
def test_two_files_are_answered_alike(name, run, sides):
    path, words = CLOSED[name]
    place = sides / "new" / path
    usual = place.stat().st_mode
    place.chmod(0)
    answers = {form: run("diff", f"roadmaps/{PLAN}", f"new/{PLAN}", "--format", form) for form in FORMS}
    place.chmod(usual)
    for answer in answers.values():
        assert answer.returncode == 1, (answer.stdout, answer.stderr)
        assert "изменений нет" not in answer.stdout.casefold()
        assert words in answer.stderr


def test_open_editions_are_compared(run, sides):
    done = run("diff", "roadmaps", "new")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Изменений нет.")


@pytest.mark.parametrize("path", ["own.docx", "texts/concept.md"])
def test_no_order_strikes_out_what_cannot_be_read(path, run, sides):
    dated = "order:\n  date: 11.01.2024\n  number: 7"
    for side in ("roadmaps", "new"):
        plan = sides / side / PLAN
        plan.write_text(plan.read_text("utf-8").replace("order:", dated, 1), "utf-8")
    (sides / "new" / path).chmod(0)
    done = run("amend", f"roadmaps/{PLAN}", f"new/{PLAN}", "--number", "8", "--date", "01.02.2024")
    (sides / "new" / path).chmod(0o644)
    assert (done.returncode, done.stdout) == (1, "")
    assert "не читается: нет права доступа" in done.stderr
