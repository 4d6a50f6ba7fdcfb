"""The report of `check` that is read: of a plan written in a hurry, on two screens, what matters first."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.cli.main import roadmapc
from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.diagnostics.digest import Digest
from roadmapc.pipeline import compile_plan
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span

PLANS = Path(__file__).parents[1] / "plans"
CARELESS = PLANS / "careless"
WIDTH, SCREEN = 80, 50
HEAD = re.compile(r"(?:\S+:\d+:\d+: )?(?:ошибка|замечание|справка) [A-Z]\d{3}: \S")
ONE_LINE = [f"{group.heading}: " for group in (Group.LAYOUT, Group.READINGS, Group.UNDATED)]


def report(*arguments: str) -> str:
    return CliRunner().invoke(roadmapc, ["check", *arguments], catch_exceptions=False).stderr


def height(text: str) -> int:
    """Lines of a terminal."""
    return sum(max(1, -(-len(line) // WIDTH)) for line in text.splitlines())


def entries(text: str) -> list[str]:
    """The lines that tell something apart: of causes, of groups, of what had no room."""
    counted = ("и ещё ", *ONE_LINE)
    return [line for line in text.splitlines() if HEAD.match(line) or line.startswith(counted)]


def test_a_careless_plan_is_told_on_two_screens(golden: Callable[[Path, str], None], monkeypatch):
    monkeypatch.chdir(CARELESS)
    shown = report("plan.yaml")
    said = compile_plan(Path("plan.yaml")).diagnostics
    assert len(said) >= 60
    assert len(entries(shown)) <= 25
    assert height(shown) <= 2 * SCREEN
    golden(CARELESS / "report.txt", shown)


@pytest.mark.parametrize("plan", sorted((PLANS / "bad").glob("*-202?.yaml")), ids=lambda path: path.stem)
def test_an_order_as_printed_is_told_on_two_screens(plan):
    shown = report(str(plan))
    assert len(entries(shown)) <= 25
    assert height(shown) <= 2 * SCREEN


def test_errors_come_first_and_notes_last():
    shown = [HEAD.match(line) for line in entries(report(str(CARELESS / "plan.yaml")))]
    words = [re.search(r"ошибка|замечание|справка", head[0]) for head in shown if head]
    ranks = [["ошибка", "замечание", "справка"].index(word[0]) for word in words if word]
    assert ranks == sorted(ranks)
    assert ranks[0] == 0


def test_readings_open_their_group_alone():
    shown = report("--readings", str(CARELESS / "plan.yaml"))
    assert "справка D345: 01.03.2025 – нерабочий день" in shown
    assert "= подробнее: roadmapc explain D345" in shown
    assert "замечание T901" not in shown


def test_everything_is_told_if_asked_for():
    shown = report("--all", str(CARELESS / "plan.yaml"))
    assert len([line for line in shown.splitlines() if HEAD.match(line)]) == len(
        compile_plan(CARELESS / "plan.yaml").diagnostics
    )


def test_concise_is_a_line_a_finding_errors_first():
    lines = report("--format", "concise", str(CARELESS / "plan.yaml")).splitlines()
    assert len(lines) == len(compile_plan(CARELESS / "plan.yaml").diagnostics)
    assert all(HEAD.match(line) for line in lines)
    assert [": ошибка " in line for line in lines] == sorted(
        (": ошибка " in line for line in lines), reverse=True
    )


def test_programs_are_told_group_cause_and_whether_it_is_mended():
    plan = CARELESS / "plan.yaml"
    said = json.loads(CliRunner().invoke(roadmapc, ["check", "--format", "json", str(plan)]).stdout)[
        "diagnostics"
    ]
    groups = {one["code"]: one["group"] for one in said}
    assert (
        groups
        | {"D305": "errors", "D319": "meaning", "T901": "layout", "D345": "readings", "D342": "undated"}
        == groups
    )
    assert {one["cause"] for one in said if one["code"] == "T901"} == {"T901"}
    assert {one["code"]: one["fixable"] for one in said if one["code"] in ("N717", "D319")} == {
        "N717": True,
        "D319": False,
    }
    assert [one["cause"] for one in said if one["code"] == "D305"] == [
        "D305: срок «31 ноября 2024 года» не существует: в ноябре 30 дней"
    ]
    log = json.loads(CliRunner().invoke(roadmapc, ["check", "--format", "sarif", str(plan)]).stdout)
    properties = [result["properties"] for result in log["runs"][0]["results"]]
    assert properties == [{name: one[name] for name in ("group", "cause", "fixable")} for one in said]


def test_a_terminal_is_given_no_orders():
    file = SourceFile("plan.yaml", "measure: >-\n  \x1b[2J\u202eсрок\n")
    digest = Digest()
    error = Code("D305", "impossible-date", Severity.ERROR, "Такого дня нет.")
    for start, end in ((0, 7), (21, 23)):
        digest.add(Diagnostic(error, f"\x1b знак {start}", Place(file, Span(start, end)), ("\x07",)))
    digest.add(Diagnostic(error._replace(severity=Severity.WARNING), "знак", Place(file, Span(13, 20))))
    digest.add(Diagnostic(error._replace(severity=Severity.WARNING), "знак", Place(file, Span(14, 20))))
    assert not set(digest.text()) & set("\x1b\u202e\x07")
    assert digest.text().count("\ufffd") > 4


CODES = [
    Code(f"{letter}{700 + at}", "alike", severity, "Похоже.", group)
    for letter in "DTZ"
    for at in range(12)
    for severity in Severity
    for group in (Group.MEANING, Group.LAYOUT)
]


@given(
    found=st.lists(st.tuples(st.sampled_from(CODES), st.integers(0, 30), st.integers(1, 600)), max_size=150),
    indent=st.integers(0, 200),
)
def test_whatever_is_found_is_shown_or_counted(found, indent):
    """Errors each have a line; with them aside the report has an end."""
    file = SourceFile("roadmaps/plan.yaml", f"{' ' * indent}слово и ещё слова\n" * 31)
    digest, line = Digest(), indent + 18
    for code, row, length in found:
        start = row * line + indent
        digest.add(Diagnostic(code, "м" * length, Place(file, Span(start, start + 5)), ("так",)))
    shown = digest.text()
    errors = {(code.id, length) for code, _, length in found if code.severity is Severity.ERROR}
    assert shown.count(": ошибка ") == len(errors)
    if not errors:
        assert len(entries(shown)) <= 25
        assert height(shown) <= 2 * SCREEN
