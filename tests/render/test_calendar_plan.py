"""The calendar plan printed as an appendix: every date of the plan stands there once, and in the document."""

import io
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from click.testing import Result

import in_process
from held import Held
from roadmapc.compiled import Compiled
from roadmapc.model.parts import CalendarPlan
from roadmapc.model.plan import AppendixId, Plan
from roadmapc.outputs import Earlier, outputs
from roadmapc.pipeline import compile_plan
from roadmapc.render.document.calendar_plan import calendar_plan
from roadmapc.render.document.digest import content_digest
from roadmapc.render.document.view import MeasureRow, MeasuresView, SectionRow
from roadmapc.render.formats import DOCX
from roadmapc.state.wanted import OutputOptions

GOOD = Path(__file__).parents[1] / "plans/good"

ROWS = """\
Март 2023 года
1 | 01.03.2023 | Пункт 2 приказа. Начальник методического отдела Примерову В. Г. подготовить: \
сведения о лагерях; памятку для родителей. | методический отдел
Апрель 2023 года
2 | с 01.04.2023 по 30.04.2023 / исполнить не позднее 28.04.2023 | 1.2. Составить списки детей | Школы
Май 2023 года
3 | 15.05.2023 | 1.1. Проверить готовность лагерей | Управление образования; / Школы
4 | новые вожатые: 20.05.2023 / исполнить не позднее 19.05.2023 | 1.3. Обучить вожатых | \
Управление образования (методический отдел)
Май 2024 года
5 | 15.05.2024 | 1.1. Проверить готовность лагерей | Управление образования; / Школы
6 | остальные вожатые: 31.05.2024 / контрольный срок («постоянно») | 1.3. Обучить вожатых | \
Управление образования (методический отдел)
Август 2024 года
7 | с 01.06.2024 по 31.08.2024 / исполнить не позднее 30.08.2024 | 2.1. Провести смены | Школы
Без календарной даты
8 | по запросу школы | 2.2. Помочь школам советом | методический отдел
"""


def shown(view: MeasuresView) -> Iterator[str]:
    for row in view.rows:
        if isinstance(row, SectionRow):
            yield row.title
        else:
            yield " | ".join(" / ".join(block.text for block in cell) for cell in row.cells)


@pytest.fixture(scope="module")
def good() -> Compiled:
    compiled = compile_plan(GOOD / "calendar.yaml").value
    assert compiled is not None
    return compiled


def table_of(document: bytes) -> list[list[str]]:
    """The last table of a document, row by row, as python-docx reads it; all spaces are plain."""
    table = docx.Document(io.BytesIO(document)).tables[-1]
    return [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows]


def order(compiled: Compiled) -> bytes:
    made = Held()
    assert outputs(compiled, OutputOptions((DOCX,)), GOOD, Earlier(), made).value
    return made.files["order.docx"]


def test_months_are_sections_and_what_has_no_date_closes_the_table(good: Compiled) -> None:
    view = calendar_plan(good.calendar, good.plan.profile.wording)
    assert "\n".join(shown(view)) + "\n" == ROWS


def test_a_number_ends_as_the_profile_wants(good: Compiled) -> None:
    view = calendar_plan(good.calendar, replace(good.plan.profile.wording, has_number_stop=True))
    numbers = [row.cells[0][0].text for row in view.rows if isinstance(row, MeasureRow)]
    assert numbers == [f"{at}." for at in range(1, 9)]


def test_word_reads_what_the_plan_gives(good: Compiled) -> None:
    head, *rows = table_of(order(good))
    assert head == ["№ п/п", "Срок", "Мероприятие", "Исполнители"]
    # a row over the whole width is one cell, which python-docx names once for each column
    read = [row[0] if len(set(row)) == 1 else " | ".join(row).replace("\n", " / ") for row in rows]
    assert read == ROWS.splitlines()


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        (
            "по рабочим дням с 1 по 22 марта 2023 года",
            ["1-3, 6-7, 9-10, 13-17, 20-22 марта 2023 года"],
        ),
        ("по вторникам и четвергам марта 2023 года", ["2, 7, 9, 14, 16, 21, 23, 28, 30 марта 2023 года"]),
        ("15, 16 и 17 марта 2023 года", ["15.03.2023", "16.03.2023", "17.03.2023"]),
    ],
)
def test_a_line_holds_all_days_of_a_long_series(phrase: str, expected: list[str], tmp_path: Path) -> None:
    shutil.copytree(GOOD, tmp_path, dirs_exist_ok=True)
    text = (GOOD / "calendar.yaml").read_text("utf-8")
    assert "deadline: по запросу школы" in text
    path = tmp_path / "calendar.yaml"
    path.write_text(text.replace("deadline: по запросу школы", f"deadline: {phrase}"), "utf-8")
    compiled = compile_plan(path).value
    assert compiled is not None
    rows = table_of(order(compiled))
    assert [row[1] for row in rows if row[2].startswith("2.2. ")] == expected


def with_calendar(compiled: Compiled) -> Compiled:
    first = compiled.plan.appendices[0]
    last = replace(first, id=AppendixId("dates"), title="Календарный план", parts=(CalendarPlan(),))
    return replace(compiled, plan=replace(compiled.plan, appendices=(*compiled.plan.appendices, last)))


def test_every_date_of_every_plan_is_printed_once(plans: tuple[Compiled, ...]) -> None:
    for compiled in plans:
        _, *rows = table_of(order(with_calendar(compiled)))
        printed = [row for row in rows if len(set(row)) > 1]
        calendar = compiled.calendar
        assert [int(row[0]) for row in printed] == list(range(1, len(printed) + 1))
        assert len(printed) == len(calendar.entries) + len(calendar.undated)
        days = sorted(date_of(row[1]) for row in printed[: len(calendar.entries)])
        assert days == sorted(entry.occurrence.nominal for entry in calendar.entries)
        assert [row[1] for row in printed[len(calendar.entries) :]] == [
            each.phrase or "не установлен" for each in calendar.undated
        ]


def date_of(cell: str) -> date:
    """The last day in the first line of the cell of a deadline."""
    day, month, year = cell.partition("\n")[0][-10:].split(".")
    return date(int(year), int(month), int(day))


def test_the_printed_pages_have_every_row(
    good: Compiled, tool: Callable[[str], Callable[..., Any]], tmp_path: Path
) -> None:
    (tmp_path / "order.docx").write_bytes(order(good))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    tool("soffice")(
        profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "order.docx"
    )
    text = tool("pdftotext")("-layout", tmp_path / "order.pdf", "-").stdout
    appendix = " ".join(text[text.index("Календарный план летнего отдыха") :].split())
    months = [line for line in ROWS.splitlines() if " | " not in line]
    places = [appendix.index(month) for month in months]
    assert places == sorted(places)
    for day in ("01.03.2023", "с 01.04.2023 по 30.04.2023", "исполнить не позднее 19.05.2023", "31.05.2024"):
        assert day in appendix


def test_the_digest_knows_of_a_calendar_plan(good: Compiled) -> None:
    without: Plan = replace(good.plan, appendices=good.plan.appendices[:-1])
    assert content_digest(without) != content_digest(good.plan)


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    shutil.copytree(GOOD, tmp_path / "roadmaps")
    monkeypatch.chdir(tmp_path)
    return in_process.run


def test_a_returned_document_is_held_against_the_dates(run: Callable[..., Result], tmp_path: Path) -> None:
    plan, built = "roadmaps/calendar.yaml", "build/calendar/order.docx"
    assert run("build", plan, "--format", "docx").exit_code == 0
    assert run("verify", built, plan).exit_code == 0
    source = tmp_path / plan
    source.write_text(source.read_text("utf-8").replace("15 мая ежегодно", "16 мая ежегодно"), "utf-8")
    told = run("verify", built, plan)
    assert told.exit_code == 1
    assert "приложение № 2, строка «3», графа «Срок»" in told.stderr


def test_an_amendment_that_leaves_the_calendar_plan_behind_is_told(
    run: Callable[..., Result], tmp_path: Path
) -> None:
    old, new = "roadmaps/calendar.yaml", tmp_path / "roadmaps/new.yaml"
    text = (tmp_path / old).read_text("utf-8")
    requisites = ("--number", "5", "--date", "01.03.2024")
    new.write_text(text.replace("15 мая ежегодно", "16 мая ежегодно"), "utf-8")
    told = run("amend", old, str(new), *requisites)
    assert told.exit_code == 0
    assert "A606: календарный план «Календарный план летнего отдыха» останется с прежними" in told.stderr
    new.write_text(text.replace("title: Сезон", "title: Смены"), "utf-8")
    assert "A606" not in run("amend", old, str(new), *requisites).stderr
