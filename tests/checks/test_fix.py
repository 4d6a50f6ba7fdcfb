"""Corrections in the file itself."""

import re
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from frame import plan_of, write

from roadmapc.cli.main import roadmapc
from roadmapc.pipeline import compile_plan

BAD = Path(__file__).parents[1] / "plans" / "bad"
PLANS = sorted(path.name for path in BAD.glob("*-20*.yaml"))


@pytest.fixture
def plan(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    shutil.copytree(BAD, tmp_path, dirs_exist_ok=True)
    path = tmp_path / request.param
    path.write_text(
        "# первая строка\n" + path.read_text("utf-8").replace("period:", "period:  # годы\n ", 1), "utf-8"
    )
    return path


def fix(plan: Path) -> int:
    result = CliRunner().invoke(roadmapc, ["check", "--fix", str(plan)])
    made = re.search(r": (\d+) исправлен", result.stderr)
    return int(made[1]) if made else 0


def letters(text: str) -> str:
    """The text without spaces and signs."""
    return re.sub(r"[\W_]", "", text.casefold())


@pytest.mark.parametrize("plan", PLANS, indirect=True)
class TestFix:
    def test_only_rules_of_language_change_letters(self, plan):
        edits = [
            (one.code.id, one.place.file, one.edit) for one in compile_plan(plan).diagnostics if one.edit
        ]
        changed = {
            code
            for code, file, edit in edits
            if letters(file.text[edit.span.start : edit.span.end]) != letters(edit.text)
        }
        assert edits
        assert changed <= {"G002", "G004"}

    def test_comments_lines_and_fields_stay(self, plan):
        before = plan.read_text("utf-8").splitlines()
        fix(plan)
        after = plan.read_text("utf-8").splitlines()
        assert len(before) == len(after)
        comment = re.compile(r"(?:^|\s)#.*")
        assert [comment.findall(line) for line in before] == [comment.findall(line) for line in after]
        assert yaml.safe_load("\n".join(before)).keys() == yaml.safe_load("\n".join(after)).keys()

    def test_it_comes_to_an_end(self, plan):
        rounds = [fix(plan) for _ in range(40)]
        assert rounds[-1] == 0
        assert not any(one.edit for one in compile_plan(plan).diagnostics)


def test_without_the_option_nothing_is_written(tmp_path):
    shutil.copytree(BAD, tmp_path, dirs_exist_ok=True)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")}
    CliRunner().invoke(roadmapc, ["check", *map(str, tmp_path.glob("*.yaml"))])
    assert {path: path.read_bytes() for path in tmp_path.rglob("*.yaml")} == before


def test_windows_line_ends_and_a_byte_order_mark_stay(tmp_path):
    shutil.copytree(BAD, tmp_path, dirs_exist_ok=True)
    plan = tmp_path / "yurga-2020.yaml"
    content = b"\xef\xbb\xbf" + plan.read_bytes().replace(b"\n", b"\r\n")
    plan.write_bytes(content)
    fix(plan)
    after = plan.read_bytes()
    assert after != content
    assert after.startswith(b"\xef\xbb\xbf#")
    assert after.count(b"\r\n") == content.count(b"\r\n") == after.count(b"\n")


@pytest.mark.parametrize(
    ("written", "corrected"),
    [
        ('Участие в "Школе"', "Участие в «Школе»"),
        ('Отчёт "о "школе"" и "совет"', "Отчёт «о „школе“» и «совет»"),
        ("Участие в “Школе”", "Участие в «Школе»"),
        ("Участие в «Проекте “Школа”»", "Участие в «Проекте „Школа“»"),
        ("Отчёт – 1, совет — 2, сбор – 3", "Отчёт – 1, совет – 2, сбор – 3"),
        ("Провести совещания ,семинары", "Провести совещания, семинары"),
    ],
)
def test_a_sign_becomes_that_of_its_place(written, corrected, tmp_path):
    content, directory = plan_of({"measure": {"measure": written}})
    (tmp_path / "organisation.yaml").write_text(write(directory), "utf-8")
    plan = tmp_path / "plan.yaml"
    plan.write_text(write(content), "utf-8")
    fix(plan)
    assert f"measure: {corrected}\n" in plan.read_text("utf-8")


RECORDS = {
    "a hash in a text": (
        "measure: Подготовка отчёта",
        "measure: Участие в акции #МыВместе",
        'measure: "Участие в акции #МыВместе"',
    ),
    "a quote in it": (
        "measure: Подготовка отчёта",
        'measure: Акция #Мы "вместе"',
        "measure: 'Акция #Мы «вместе»'",
    ),
    "a hash before an answer": (
        "measure: Подготовка отчёта",
        "measure: Письмо #15  # roadmapc: allow E606 – так",
        'measure: "Письмо #15"  # roadmapc: allow E606 – так',
    ),
    "a dash without its space": ("      - board", "      -board", "      - board"),
    "a colon without its space": ("deadline: не", "deadline:не", "deadline: не"),
    "another space after a colon": ("deadline: не", "deadline:\u00a0не", "deadline: не"),
    "another space before a colon": ("deadline: не", "deadline\u00a0: не", "deadline: не"),
    "another space at a name": ("      - board", "      - \u00a0board", "      - board"),
    "an indent from Word": ("      deadline: не", "\u00a0\u00a0    deadline: не", "      deadline: не"),
    "one space too many from Word": ("      deadline: не", "      \u00a0deadline: не", "      deadline: не"),
    "an invisible letter in a key": ("deadline: не", "dead\u200bline: не", "deadline: не"),
    "a soft hyphen in a text": ("Подготовка", "Подго\u00adтовка", "Подготовка"),
    "letters in parts": ("отчёта", "отче\u0308та", "отчёта"),
    "a title for a name": ("      deadline: не", "      Срок: не", "      deadline: не"),
    "a body by its name": ("      - board", "      - Управление образования", "      - board"),
    "an official by the name": ("control: head", "control: А. Б. Образцова", "control: head"),
    "a reference with spaces": (
        "Подготовка отчёта",
        "Отчёт для { board.genitive }",
        "Отчёт для {board.genitive}",
    ),
    "a case in Russian": ("Подготовка отчёта", "Отчёт для {board.родительный}", "Отчёт для {board.genitive}"),
}
"""What stands in the plan, what is written instead, and what `--fix` makes of that."""


@pytest.mark.parametrize("kind", RECORDS)
def test_a_record_is_mended_where_only_one_reading_is_left(kind, tmp_path):
    standing, slip, mended = RECORDS[kind]
    content, directory = plan_of({})
    (tmp_path / "organisation.yaml").write_text(write(directory), "utf-8")
    plan = tmp_path / "plan.yaml"
    text = write(content)
    assert standing in text
    plan.write_text(text.replace(standing, slip, 1), "utf-8")
    assert fix(plan) > 0
    assert plan.read_text("utf-8").count(mended) >= 1
    assert compile_plan(plan).value is not None


SPACES = {
    "every indent": (r"^ +", lambda found: "\u00a0" * len(found[0])),
    "every second space of an indent": (r"^ +", lambda found: (" \u00a0" * 99)[: len(found[0])]),
    "the deep indents": (r"^ {4,}", lambda found: "  " + "\u00a0" * (len(found[0]) - 2)),
    "every space of a file": (r" ", "\u00a0"),
    "after every colon": (r"(?<=:) ", "\u00a0"),
    "after the colons of some": (r"(?<=[en]:) ", "\u00a0"),
}
"""Where another space stands in all of a file, as Word leaves it."""


@pytest.mark.parametrize("kind", SPACES)
def test_a_file_with_spaces_of_word_keeps_its_shape(kind, tmp_path):
    content, directory = plan_of({})
    (tmp_path / "organisation.yaml").write_text(write(directory), "utf-8")
    plan = tmp_path / "plan.yaml"
    pattern, instead = SPACES[kind]
    plan.write_text(re.sub(pattern, instead, write(content), flags=re.MULTILINE), "utf-8")
    fix(plan)
    assert yaml.safe_load(plan.read_text("utf-8").replace("\u00a0", " ")) == yaml.safe_load(write(content))
    assert compile_plan(plan).value is not None


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866", "utf-16", "utf-16-le"])
def test_a_file_in_another_encoding_becomes_utf_8(encoding, tmp_path):
    content, directory = plan_of({})
    (tmp_path / "organisation.yaml").write_text(write(directory), "utf-8")
    plan = tmp_path / "plan.yaml"
    plan.write_bytes(write(content).replace("№", "N").encode(encoding))
    fix(plan)
    assert plan.read_text("utf-8") == write(content).replace("№", "N")
