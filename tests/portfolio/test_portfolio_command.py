"""`roadmapc portfolio`: its questions, its forms, and what it says of plans that it does not know."""

import csv
import errno
import io
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

from in_process import run, run_ok
from rights import ordinary
from roadmapc.portfolio import database, to_page
from roadmapc.portfolio.questions import HEADINGS, QUESTIONS
from roadmapc.portfolio.views import VIEWS, columns_of

GOOD = Path(__file__).parents[1] / "plans" / "good"
GUIDE = Path(__file__).parents[2] / "compiler" / "PORTFOLIO.md"
TOWN, VILLAGE = "Администрация города Примерска", "Администрация села Примерска"

Ask = Callable[..., Result]
Rows = Callable[..., list[list[Any]]]


build = partial(run_ok, "build", "--format", "ics")


# Questions


def test_plans_without_a_measure(rows: Rows) -> None:
    words = ("--question", "lacking", "--measure")
    assert [row[1] for row in rows(*words, "СОБРАТЬ  сведения")] == ["minimal", "rural"]
    assert [row[1] for row in rows(*words, "наставн сведен")] == ["minimal", "rural"]
    assert [row[1] for row in rows(*words, "list-of-mentors")] == ["minimal", "rural"]
    assert [row[1] for row in rows(*words, "ведения")] == ["full", "minimal", "rural"]


def test_a_measure_that_nobody_has_is_warned_of(ask: Ask) -> None:
    done = ask("--question", "lacking", "--measure", "подготовка отчёта")
    assert (done.exit_code, "W573" in done.stderr) == (0, True)
    assert "близкие: «Подготовить отчёт»" in done.stderr
    assert "W573" not in ask("--question", "lacking", "--measure", "отчёт").stderr


def test_a_clause_with_a_term_is_a_measure_too(rows: Rows) -> None:
    found = rows("--question", "lacking", "--measure", "предложения на следующий учебный год")
    assert [row[1] for row in found] == ["minimal", "rural"]


def test_an_amending_order_lacks_nothing(ask: Ask, region: Path, rows: Rows) -> None:
    shutil.copy(GOOD / "amending.yaml", region / "roadmaps")
    build()
    assert "full-amendment-61" in {row[0] for row in rows("--sql", "SELECT plan FROM plans")}
    lacking = {row[1] for row in rows("--question", "lacking", "--measure", "сведения")}
    assert lacking == {"minimal", "rural"}


@pytest.mark.parametrize("same", ["text", "id"])
def test_terms_that_differ(same: str, rows: Rows) -> None:
    assert [row[1:] for row in rows("--question", "terms", "--same", same)] == [
        ["не позднее 2 сентября", 1, f"{TOWN}: minimal", "не позднее 3 октября"],
        ["не позднее 3 октября", 1, f"{VILLAGE}: rural", "не позднее 2 сентября"],
    ]
    assert rows("--question", "terms", "--measure", "нет такого") == []


def test_terms_that_only_the_words_tell_apart_are_the_same(region: Path, rows: Rows) -> None:
    plan = region / "roadmaps" / "rural.yaml"
    text = plan.read_text("utf-8").replace("не позднее 3 октября", "до 2 сентября 2024 года")
    plan.write_text(text.replace("Подготовить отчёт", "подготовить «отчет»"), "utf-8")
    build()
    assert rows("--question", "terms") == []


def test_an_executor_is_found_by_any_name_in_every_directory(rows: Rows) -> None:
    by_id = rows("--question", "load", "--executor", "department")
    assert rows("--question", "load", "--executor", "«управление» ОБРАЗОВАНИЯ") == by_id
    assert {row[1] for row in by_id} == {TOWN, VILLAGE}
    of_town = rows(
        "--question", "load", "--executor", f"управление образования {TOWN.replace('ия', 'ии', 1)}"
    )
    assert {row[1] for row in of_town} == {TOWN}


def test_the_head_of_a_body_has_what_the_body_has(rows: Rows) -> None:
    weeks = [rows("--question", "load", "--executor", each) for each in ("director", "department")]
    assert {row[0] for row in weeks[0]} >= {row[0] for row in weeks[1]}


def test_several_executors(rows: Rows) -> None:
    one, other = (rows("--question", "due", "--executor", each) for each in ("methodology", "schools"))
    both = rows("--question", "due", "--executor", "methodology", "--executor", "schools")
    assert one
    assert other
    assert {str(row) for row in both} == {str(row) for row in (*one, *other)}


def test_nobody_is_no_executor(ask: Ask, rows: Rows) -> None:
    assert "не назван" not in ask("--question", "load", "--executor", "nobody").stderr
    assert rows("--sql", "SELECT * FROM executors WHERE executor = '_unassigned'") == []


def test_what_is_due_is_told_as_the_calendar_tells_it(ask: Ask) -> None:
    done = ask("--question", "due", "--format", "json")
    (answer,) = json.loads(done.stdout)["answers"]
    names = [column["name"] for column in answer["columns"]]
    found = {
        (row["text"], row["audience"]): row
        for row in (dict(zip(names, each, strict=True)) for each in answer["rows"])
    }
    seminars = found["Провести семинары для наставников", "методический отдел"]
    assert seminars["phrase"] == "постоянно"
    assert seminars["rule"] == "методический отдел – не позднее 31 мая 2021 года"
    assert seminars["names"] == "Управление образования (методический отдел)"
    (list_of_mentors,) = (row for row in found.values() if row["text"].startswith("Собрать сведения"))
    assert list_of_mentors["names"] == "Управление образования; Школы, имеющие молодых специалистов"


def test_an_answer_says_what_was_asked(ask: Ask) -> None:
    words = ("--question", "clashes", "--executor", "schools", "--from", "01.09.2020", "--least", "2")
    (answer,) = json.loads(ask(*words, "--format", "json").stdout)["answers"]
    assert answer["asked"] == {"executor": ["schools"], "from": "2020-09-01", "least": 2}
    said = "исполнитель: schools; не раньше: 01.09.2020; в один день не меньше: 2"
    assert said in ask(*words).stdout
    assert said in ask(*words, "--format", "html").stdout
    (answer,) = json.loads(ask("--sql", "SELECT 1", "--format", "json").stdout)["answers"]
    assert answer["asked"] == {"sql": "SELECT 1"}


def test_a_question_is_answered_once(ask: Ask) -> None:
    assert ask("--question", "due", "--question", "due").stdout == ask("--question", "due").stdout


def test_a_table_cuts_nothing(ask: Ask) -> None:
    words = " ".join(f"слово{at}" for at in range(60))
    shown = ask("--sql", f"SELECT '{words}' AS a, 1 AS b").stdout
    assert [word for word in shown.split() if word.startswith("слово")][-60:] == words.split()


def test_only_documented_views_are_shown(rows: Rows) -> None:
    assert [row[0] for row in rows("--sql", "SHOW TABLES")] == sorted(view.name for view in VIEWS)


def test_days(rows: Rows) -> None:
    everything = rows("--question", "due")
    assert [row for row in everything if row[0] >= "2024-09-01"] == rows(
        "--question", "due", "--from", "01.09.2024"
    )
    assert [row[2] for row in rows("--question", "due", "--week", "05.10.2024")] == ["rural"]
    assert rows("--question", "due", "--week", "05.10.2024", "--to", "30.09.2024") == []


# Plans that an answer does not know


def left_out(done: Result) -> dict[str, str]:
    return {each["path"]: each["reason"] for each in json.loads(done.stdout)["plans"]["left_out"]}


def change(path: Path) -> None:
    path.write_text(path.read_text("utf-8") + "# правка\n", "utf-8")


def test_a_changed_plan_is_named_and_not_answered_for(ask: Ask, region: Path) -> None:
    assert ask().exit_code == 0
    change(region / "roadmaps" / "rural.yaml")
    done = ask()
    assert (done.exit_code, VILLAGE in done.stdout) == (1, False)
    assert "2 плана 1 муниципалитета; не вошло: 1" in done.stdout
    assert "W570: план «roadmaps/rural.yaml» изменён после сборки и в ответ не вошёл" in done.stderr
    assert "совет: соберите снова: roadmapc build" in done.stderr
    build()
    assert (ask().exit_code, VILLAGE in ask().stdout) == (0, True)


def test_a_changed_directory_takes_its_plans_with_it(ask: Ask, region: Path) -> None:
    change(region / "roadmaps" / "organisations" / "town.yaml")
    done = ask("--format", "json")
    assert left_out(done) == {"roadmaps/full.yaml": "changed", "roadmaps/minimal.yaml": "changed"}
    assert done.exit_code == 1


def test_a_new_plan_is_not_built(ask: Ask, region: Path) -> None:
    text = (region / "roadmaps" / "minimal.yaml").read_text("utf-8").replace("id: minimal", "id: new")
    (region / "roadmaps" / "new.yaml").write_text(text, "utf-8")
    assert left_out(ask("--format", "json")) == {"roadmaps/new.yaml": "unbuilt"}


def test_a_removed_plan_is_not_asked_about(ask: Ask, region: Path, rows: Rows) -> None:
    ask()
    (region / "roadmaps" / "rural.yaml").unlink()
    assert [row[0] for row in rows()] == [TOWN]


def test_what_another_version_has_built_is_not_read(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmapc.__version__", "99")
    done = ask()
    assert (done.exit_code, done.stdout) == (1, "")
    assert "планы (3) в ответ не вошли, каждый собран другой версией" in done.stderr


def test_reminders_change_nothing_that_is_asked(ask: Ask, region: Path) -> None:
    build("--reminders")
    assert ask().exit_code == 0


def test_nothing_was_built(ask: Ask, region: Path) -> None:
    shutil.rmtree(region / "build")
    done = ask()
    assert (done.exit_code, done.stdout) == (1, "")
    assert "roadmapc build" in done.stderr


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-20] + bytes([content[-20] ^ 1]) + content[-19:],
        lambda content: content[:-1],
        lambda content: content + b"{}\n",
        lambda content: b"",
    ],
    ids=["a letter", "cut", "longer", "empty"],
)
@pytest.mark.parametrize("name", ["dates/rural.jsonl", "plans/rural.json"])
def test_a_damaged_record_is_named(
    name: str, damage: Callable[[bytes], bytes], ask: Ask, region: Path
) -> None:
    path = region / "build" / ".roadmapc" / name
    path.write_bytes(damage(path.read_bytes()))
    for _ in range(2):
        done = ask("--format", "json")
        assert left_out(done) == {"roadmaps/rural.yaml": "lost"}
        assert done.exit_code == 1


# What is kept beside the records


def tables(region: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in region.glob("build/.roadmapc/portfolio/*")}


def test_tables_are_made_once_and_again_where_records_have_changed(ask: Ask, region: Path) -> None:
    build()
    ask()
    before = tables(region)
    assert len(before) == 8
    ask("--question", "load")
    assert tables(region) == before
    change(region / "roadmaps" / "rural.yaml")
    build()
    ask()
    after = tables(region)
    assert len(after) == 8
    assert len(before.items() & after.items()) == 4


@pytest.mark.parametrize("name", ["portfolio", "portfolio.json", "*.load.parquet", "*.plans.parquet"])
@pytest.mark.parametrize("how", ["lost", "cut", "other"])
def test_tables_are_as_safe_to_lose(name: str, how: str, ask: Ask, region: Path) -> None:
    words = ("--question", "load", "--question", "summary", "--format", "json")
    answer = ask(*words).stdout
    state = region / "build" / ".roadmapc"
    for path in [*state.glob(name), *state.glob(f"portfolio/{name}")]:
        if path.is_dir():
            shutil.rmtree(path)
        elif how == "lost":
            path.unlink()
        else:
            content = path.read_bytes()
            path.write_bytes(
                content[: len(content) // 2] if how == "cut" else content.replace(b"rural", b"other")
            )
    assert ask(*words).stdout == answer


def test_a_build_is_what_it_was(ask: Ask, region: Path) -> None:
    ask()
    done = run("build", "--format", "ics")
    assert (done.exit_code, "region" in done.output) == (0, False)
    run_ok("audit")
    assert len(tables(region)) == 8


@pytest.mark.skipif(os.name == "nt", reason="rights of POSIX")
def test_where_no_table_can_be_kept_the_answer_is_the_same(
    ask: Ask, region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = ask().stdout
    state, spare = region / "build" / ".roadmapc", tmp_path / "tmp"
    shutil.rmtree(state / "portfolio")
    (state / "portfolio.json").unlink()
    spare.mkdir()
    state.chmod(0o500)
    monkeypatch.setenv("TMPDIR", str(spare))
    done = ordinary("portfolio", str(region))
    state.chmod(0o700)
    assert (done.returncode, done.stdout) == (0, answer)
    assert "таблицы сводки не записываются рядом с записями" in done.stderr
    assert [*spare.iterdir()] == []
    assert not (state / "portfolio").exists()


def test_tables_that_are_there_need_no_disk(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = ask().stdout
    monkeypatch.setattr("tempfile.mkdtemp", _read_only)
    monkeypatch.setattr("roadmapc.portfolio.making.make_tables", _read_only)
    done = ask()
    assert (done.exit_code, done.stdout, done.stderr) == (0, answer, "")


def test_where_nothing_can_be_written_at_all(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("roadmapc.portfolio.making.make_tables", _read_only)
    done = ask("-o", "a.html")
    assert (done.exit_code, "W503" in done.stderr) == (1, True)
    assert "диск открыт только для чтения" in done.stderr
    assert "спросите о копии хранилища" in done.stderr
    assert "-o папка" not in done.stderr


def _read_only(*_: object, **__: object) -> None:
    raise OSError(errno.EROFS, os.strerror(errno.EROFS))


# Several repositories


def test_several_repositories_are_told_apart(built: Path, tmp_path: Path, region: Path) -> None:
    other = shutil.copytree(built, tmp_path / "ещё [1]*'" / "область")
    words = ["portfolio", str(region), str(other), "--format", "json"]
    report = json.loads(run(*words).stdout)
    names = [row[0] for row in report["answers"][0]["rows"]]
    assert len(names) == len(set(names)) == 4
    assert report["plans"] == {"read": 6, "municipalities": 4, "left_out": []}
    query = "SELECT count(DISTINCT plan), count(DISTINCT directory) FROM plans"
    report = json.loads(run(*words, "--sql", query).stdout)
    assert report["answers"][0]["rows"] == [[6, 4]]


def test_a_folder_of_plans_is_as_good_as_its_repository(ask: Ask, region: Path) -> None:
    assert ask(region / "roadmaps").stdout == ask(region).stdout == ask().stdout


# Forms


def test_a_table_for_spreadsheets(ask: Ask, rows: Rows) -> None:
    done = ask("--question", "load", "--format", "csv")
    head, *body = csv.reader(io.StringIO(done.stdout.removeprefix("\ufeff")), delimiter=";")
    assert head == ["Неделя с", "Муниципалитет", "Имя (id)", "Исполнитель", "Сроков"]
    assert body == [[str(value) for value in row] for row in rows("--question", "load")]
    assert "3 плана 2 муниципалитетов" in done.stderr


def test_a_formula_is_not_run(ask: Ask) -> None:
    assert "'=1+1" in ask("--sql", "SELECT '=1+1'", "--format", "csv").stdout


def test_the_form_follows_the_name_of_the_file(ask: Ask, region: Path) -> None:
    for name in ("a.csv", "a.json", "a.html", "a.txt"):
        assert ask("-o", name).stdout == ""
    assert (region / "a.csv").read_bytes().startswith("\ufeffМуниципалитет;".encode())
    assert json.loads((region / "a.json").read_bytes())["version"] == 1
    assert (region / "a.html").read_text("utf-8").startswith("<!doctype html>")
    assert "муниципалитет" in (region / "a.txt").read_text("utf-8")


def test_a_long_answer_is_refused(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "MOST_ROWS", 5)
    done = ask("--question", "load")
    assert (done.exit_code, done.stdout, "W572" in done.stderr) == (1, "", True)


def test_a_page_says_how_much_it_leaves_out(ask: Ask, rows: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(to_page, "MOST_ROWS", 2)
    page = ask("--question", "load", "--format", "html").stdout
    count = len(rows("--question", "load"))
    assert re.search(rf"{count} строк\w*, здесь первые 2; все – с --format csv", page)


# Wrong use


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--question", "lacking"), "назовите --measure"),
        (("--question", "lacking", "--measure", " "), "назовите --measure"),
        (("--question", "terms", "--measure", "№ 5"), "нет ни одной буквы"),
        (
            ("--question", "terms", "--executor", "director"),
            "--executor бывает у --question load, due, clashes",
        ),
        (("--sql", "SELECT 1", "--question", "load"), "или --question, или --sql"),
        (("--sql", "SELECT 1", "--least", "5"), "--least бывает у --question clashes"),
        (("--question", "load", "--executor", "Управление образованием"), "исполнителя «Управление"),
        (("--question", "load", "--from", "02.01.2024", "--to", "01.01.2024"), "дней нет"),
        (("--question", "load", "--question", "due", "--format", "csv"), "в csv один вопрос"),
        (("-o", "a.docx"), "файлы «.docx» неизвестны"),
        (("-o", "a.csv", "--format", "json"), "файл «.csv»"),
        (("roadmaps/full.yaml",), "не папка"),
        (("нигде",), "не папка"),
        (("build",), "нет планов"),
        (("..",), "назовите хранилища в ней: ../область"),
        (("roadmaps/organisations",), "в ней справочники"),
    ],
)
def test_wrong_use(words: tuple[str, ...], said: str, ask: Ask) -> None:
    done = ask(*words)
    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_outside_of_a_repository(ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "пусто").mkdir()
    monkeypatch.chdir(tmp_path / "пусто")
    done = ask()
    assert (done.exit_code, "назовите папку с планами" in done.stderr) == (2, True)


def test_without_the_library_there_is_advice(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    done = ask()
    assert (done.exit_code, "pip install 'roadmapc[portfolio]'" in done.stderr) == (2, True)


def test_nobody_else_pays_for_the_library() -> None:
    code = (
        "import sys; from roadmapc.cli.main import roadmapc; "
        "roadmapc(['portfolio', '--schema'], standalone_mode=False); sys.exit('duckdb' in sys.modules)"
    )
    assert (
        subprocess.run([sys.executable, "-c", code], stdout=subprocess.DEVNULL, check=False).returncode == 0
    )


# What is documented


def test_views_are_as_they_are_documented(rows: Rows) -> None:
    for view in VIEWS:
        described = [tuple(row[:2]) for row in rows("--sql", f"DESCRIBE {view.name}")]
        assert described == [(column.name, column.type) for column in columns_of(view)], view.name


def test_the_guide_has_every_view_with_its_columns_and_every_question() -> None:
    guide = GUIDE.read_text("utf-8")
    for view in VIEWS:
        part = guide.partition(f"### `{view.name}`")[2].partition("### ")[0]
        listed = re.findall(r"^\| `(\w+)` \| `([\w\[\]]+)` \| (.+) \|$", part, re.MULTILINE)
        assert listed == [tuple(column) for column in columns_of(view)], view.name
    assert re.findall(r"^\| `(\w+)` \| [А-Я]", guide, re.MULTILINE) == [*QUESTIONS]


def test_examples_of_the_guide_work(ask: Ask) -> None:
    examples = re.findall(r"^```sql\n(.*?)^```", GUIDE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
    assert len(examples) >= 3
    assert "не назван" not in ask("--sql", examples[1]).stdout
    for example in examples:
        assert ask("--sql", example).exit_code == 0, example


def test_columns_of_questions_have_headings(ask: Ask) -> None:
    for name, question in QUESTIONS.items():
        words = ("--measure", "отчёт") if question.needs else ()
        columns = json.loads(ask("--question", name, *words, "--format", "json").stdout)["answers"][0][
            "columns"
        ]
        assert {column["name"] for column in columns} <= HEADINGS.keys()


def test_the_schema_is_shown(ask: Ask) -> None:
    done = ask("--schema")
    assert done.exit_code == 0
    for view in VIEWS:
        assert f"\n{view.name} – {view.about}\n" in done.stdout
