"""The life of one plan in a repository: signed, amended, amended again; told in EDITIONS.md."""

import shutil
import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import docx
import pytest
from click.testing import Result

import in_process

GOOD = Path(__file__).parents[1] / "plans" / "good"
PLAN = "roadmaps/mentors.yaml"
SIGNED = """\
format: 1
id: mentors
organisation: organisations/town.yaml
period: 2024-2025
order:
  date: 15.01.2024
  number: 15
  author: director
  signatory: director
  title: Об утверждении плана наставничества
  clauses:
    - Утвердить план наставничества (приложение).
    - text: Контроль за исполнением приказа оставляю за собой.
      control: director
appendices:
  - id: plan
    title: План наставничества
    sections:
      - id: start
        title: Подготовка
        measures:
          - id: mentors  # список утверждает директор
            measure: Назначить наставников
            deadline: не позднее 2 сентября 2024 года
            executors: [department]
            result: список наставников
          - id: survey
            measure: Опросить учителей
            deadline: не позднее 16 сентября 2024 года
            executors: [department]
            result: итоги опроса
          - id: seminar
            measure: Провести семинар
            deadline: не позднее 15 ноября 2024 года
            executors: [department]
            result: программа семинара
          - id: visits
            measure: Посетить уроки молодых учителей
            deadline: не позднее 3 февраля 2025 года
            executors: [department]
            result: справка о посещениях
          - id: contest
            measure: Выбрать лучшего наставника
            deadline: не позднее 1 апреля 2025 года
            executors: [department]
            result: приказ об итогах конкурса
          - id: report
            measure: Подготовить отчёт
            deadline: не позднее 2 июня 2025 года
            executors: [department]
            result: отчёт
"""
SURVEY = SIGNED[SIGNED.index("          - id: survey") : SIGNED.index("          - id: seminar")]
DIARIES = """\
          - id: diaries
            measure: Завести дневники наставничества
            deadline: не позднее 20 ноября 2024 года
            executors: [department]
            result: образец дневника
"""

Run = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`roadmapc` in a repository with the signed plan."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(GOOD / "organisations", "roadmaps/organisations")
    git("init", "-q")
    Path(PLAN).write_text(SIGNED, "utf-8")
    commit()
    return in_process.run


def git(*words: str) -> None:
    named = ("-c", "user.name=Образцова", "-c", "user.email=office@example.org")
    subprocess.run(["git", *named, *words], check=True, capture_output=True)


def commit() -> None:
    git("add", ".")
    git("commit", "-q", "-m", "план")


def amended(run: Run, number: str, date: str) -> str:
    """Record what differs from the last commit as an act, and commit it; the first clause of the act."""
    order = Path(f"roadmaps/{number}.docx")
    record = ("amend", f"HEAD:{PLAN}", PLAN, "--number", number, "--date", date, "--record")
    result = run(*record, "-o", str(order))
    assert (result.exit_code, result.output) == (0, "")
    words = read(order.read_bytes())
    order.unlink()
    commit()
    return words


def read(content: bytes) -> str:
    found = docx.Document(BytesIO(content))
    rows = ("\t".join(dict.fromkeys(cell.text for cell in row.cells)) for t in found.tables for row in t.rows)
    text = "\n".join((*(each.text for each in found.paragraphs), *rows))
    return text.replace("\u00a0", " ").replace("\u2011", "-")


def edition(run: Run) -> list[str]:
    """The lines of the edition; the plan has nothing to be asked about."""
    assert run("check", "--strict", PLAN).output == ""
    assert run("build", PLAN).exit_code == 0
    assert not Path("build/mentors/order.docx").exists()
    return read(Path("build/mentors/edition.docx").read_bytes()).splitlines()


def change(*replacements: tuple[str, str]) -> None:
    text = Path(PLAN).read_text("utf-8")
    for old, new in replacements:
        assert text.count(old) == 1
        text = text.replace(old, new)
    Path(PLAN).write_text(text, "utf-8")


def first_amendment(run: Run) -> str:
    change(("2 сентября", "1 октября"), (SURVEY, ""), ("result: отчёт\n", f"result: отчёт\n{DIARIES}"))
    return amended(run, "41", "01.03.2024")


def second_amendment(run: Run) -> str:
    change(("1 октября", "15 октября"))
    return amended(run, "120-О", "02.09.2024")


def test_the_first_amendment_is_in_the_edition(run: Run) -> None:
    order = first_amendment(run)
    assert "в редакции приказ" not in order
    assert "1.2 приложения признать утратившей силу" in order
    lines = edition(run)
    assert "(в редакции приказа от 01.03.2024 № 41)" in lines
    at = next(at for at, line in enumerate(lines) if line.startswith("1.1\t"))
    assert lines[at + 1 : at + 3] == [
        "(строка 1.1 в ред. приказа от 01.03.2024 № 41)",
        "1.2. Утратила силу. – Приказ от 01.03.2024 № 41",
    ]
    assert [line.split("\t")[0] for line in lines[at + 3 : at + 8]] == ["1.3", "1.4", "1.5", "1.6", "1.7"]
    assert lines[at + 8 :] == ["(строка 1.7 введена приказом от 01.03.2024 № 41)"]
    assert "# список утверждает директор" in Path(PLAN).read_text("utf-8")


def test_the_second_amendment_names_the_first_and_both_are_in_the_edition(run: Run) -> None:
    first_amendment(run)
    order = second_amendment(run)
    assert "«Об утверждении плана наставничества» (в редакции приказа от 01.03.2024 № 41)" in order
    lines = edition(run)
    assert "(в редакции приказов от 01.03.2024 № 41, от 02.09.2024 № 120-О)" in lines
    assert "(строка 1.1 в ред. приказов от 01.03.2024 № 41, от 02.09.2024 № 120-О)" in lines
    assert "1.2. Утратила силу. – Приказ от 01.03.2024 № 41" in lines
    assert "история  срок в редакции приказа от 02.09.2024 № 120-О" in run("why", PLAN, "1.1").stdout


def test_the_signed_order_is_still_what_its_revision_says(run: Run) -> None:
    assert run("build", PLAN).exit_code == 0
    shutil.copy("build/mentors/order.docx", "signed.docx")
    first_amendment(run)
    second_amendment(run)
    assert edition(run)
    assert run("verify", "build/mentors/edition.docx", PLAN).exit_code == 0
    assert run("verify", "signed.docx", f"HEAD~2:{PLAN}").exit_code == 0
    returned = run("verify", "signed.docx", PLAN)
    assert returned.exit_code == 1
    assert "документ собран из редакции" in returned.stderr


def test_a_review_of_what_was_only_recorded_tells_of_no_duty(run: Run) -> None:
    change(("2 сентября", "1 октября"))
    commit()
    record = ("amend", f"HEAD~1:{PLAN}", PLAN, "--number", "41", "--date", "01.03.2024", "--record")
    assert run(*record).exit_code == 0
    review = run("diff", f"HEAD:{PLAN}", PLAN, "--format", "markdown").stdout
    assert review.startswith("**По существу ничего не меняется; история изменений")
