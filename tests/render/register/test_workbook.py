"""The register as spreadsheets see it."""

import csv
import html
import io
import re
import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.workbook.workbook import Workbook

from joint import joint_agenda
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.code import Severity
from roadmapc.render.agenda.view import NOBODY, AgendaView, Assignee
from roadmapc.render.register import findings
from roadmapc.render.register.columns import STATUSES
from roadmapc.render.register.csv_file import csv_file
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister
from roadmapc.render.register.findings import limits
from roadmapc.render.register.from_workbook import from_workbook
from roadmapc.render.register.kept import KeptRow
from roadmapc.render.register.sheet import SheetNames
from roadmapc.render.register.workbook import workbook

DAY = date(2021, 3, 18)
HOSTILE = ("=1+1", "+7 8182 000000", "-1", "@SUM(A1)", '=HYPERLINK("http://example.org")', "\t=1", "＝1+1")

Row = dict[str, Any]


def opened(content: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(content))


def rows(content: bytes, sheet: str = "Реестр") -> list[Row]:
    headings, *found = opened(content)[sheet].values
    return [dict(zip(headings, values, strict=True)) for values in found]


def iso(value: datetime | None) -> str | None:
    return value.date().isoformat() if value else None


def test_truth_is_no_number(joint: AgendaView) -> None:
    own = "Отдано"
    typed: tuple[str | float | bool, ...] = (1, True, 0, False, 1.0, "1", 2.5)
    added = tuple(KeptRow({own: value}, {}) for value in typed)
    filled = FilledRegister(b"", own=(own,), keyless=added)
    found = [row[own] for row in rows(workbook(joint, DAY, filled)) if row["Ключ"] is None]
    assert list(map(repr, found)) == ["1", "True", "0", "False", "1", "'1'", "2.5"]
    lines = csv.DictReader(io.StringIO(b"".join(csv_file(joint, filled)).decode("utf-8-sig")), delimiter=";")
    said = [row[own] for row in lines if row[own]]
    assert said == ["1", "ИСТИНА", "0", "ЛОЖЬ", "1,0", "1", "2,5"]


def test_the_register_is_the_calendar(joint: AgendaView, reported: list[dict[str, Any]]) -> None:
    found = {row["Ключ"]: row for row in rows(workbook(joint, DAY))}
    assert len(found) == len(reported)
    for occurrence in reported:
        row = found[occurrence["uid"]]
        assert row["№"] == occurrence["measure"]["number"]
        assert row["Мероприятие"] == occurrence["measure"]["text"]
        assert row["Для кого"] == occurrence["audience"]
        assert iso(row["Срок по плану"]) == occurrence["nominal"]
        assert iso(row["Исполнить до"]) == occurrence["due"]
        assert iso(row["День по другому обычаю"]) == occurrence["other_due"]
        assert iso(row["Начало"]) in (None, occurrence["first_day"])
        named = [executor["name"] for executor in occurrence["executors"]]
        assert [name in (row["Ответственный исполнитель"] or "") for name in named[:1]] == [True] * len(
            named[:1]
        )
        assert all(name in row["Соисполнители"] for name in named[1:])


def executors(agenda: AgendaView) -> list[Assignee]:
    """Bodies and people who act themselves, not as heads of bodies."""
    duties = [each.duty for each in (*agenda.occurrences, *agenda.undated)]
    return [each for each in agenda.assignees if any(each in duty.executors for duty in duties)]


def test_a_body_has_a_sheet_with_its_duties(joint: AgendaView) -> None:
    book = opened(workbook(joint, DAY))
    bodies = executors(joint)
    assert book.sheetnames[:3] == ["Реестр", "Сводка", "Без даты"]
    assert len(book.sheetnames) == 3 + len(bodies)
    for assignee, sheet in zip(bodies, book.worksheets[3:], strict=True):
        dated = [each for each in joint.occurrences if assignee in each.duty.executors]
        expected = [*dated, *(each for each in joint.undated if assignee in each.duty.executors)]
        assert [row[1] for row in list(sheet.values)[1:]] == [each.duty.text for each in expected]


def test_an_extract_tells_its_rows_apart_and_says_whose_it_is(joint: AgendaView) -> None:
    book = opened(workbook(joint, DAY))
    for sheet in book.worksheets[3:]:
        _, *found = sheet.values
        assert len(set(found)) == len(found), sheet.title
        assert sheet.oddHeader.left.text[:25] in (sheet.title[:25], sheet.title[:25].replace("&", "&&"))
        assert sheet.print_options.gridLines


@pytest.mark.parametrize("name", ["&" * 90, "R&D", "Школа № 1 «" + "длинное имя " * 20 + "»"])
def test_any_name_stands_in_a_header(name: str, agenda_of: Callable[..., AgendaView]) -> None:
    with zipfile.ZipFile(io.BytesIO(workbook(agenda_of("Отчёт", body=name), DAY))) as file:
        [header] = re.findall("<oddHeader>(.*)</oddHeader>", file.read("xl/worksheets/sheet4.xml").decode())
    left = html.unescape(header).removeprefix("&L").removesuffix("&RО плане").replace("&&", "&")
    assert name.startswith(left.rstrip("…"))
    assert len(html.unescape(header)) <= 255


def test_what_has_no_date_is_listed_with_the_reason(joint: AgendaView) -> None:
    found = [(row["№"], row["Почему нет даты"]) for row in rows(workbook(joint, DAY), "Без даты")]
    assert found == [(each.duty.number, each.reason) for each in joint.undated]


def test_the_summary_counts_every_occurrence_once_in_the_whole(joint: AgendaView) -> None:
    sheet = opened(workbook(joint, DAY))["Сводка"]
    table = [row for row in sheet.values if isinstance(row[1], int)]
    assert table[-1][:2] == ("Всего", len(joint.occurrences))
    assert sum(row[1] for row in table[:-1]) == len(joint.occurrences)
    by_month = Counter(each.due.year for each in joint.occurrences)
    for year, count in by_month.items():
        assert sum(row[1] for row in table[:-1] if str(row[0]).endswith(str(year))) == count
    assert len(sheet._charts) == 1


def test_the_register_is_made_for_control(agenda_of: Callable[..., AgendaView]) -> None:
    sheet = opened(workbook(agenda_of("Отчёт", "План"), DAY))["Реестр"]
    assert sheet.freeze_panes == "H2"
    assert sheet.auto_filter.ref == "A1:AC3"
    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert [rule.formula1 for rule in lists] == [f'"{",".join(STATUSES)}"']
    conditions = [rule.formula[0] for found in sheet.conditional_formatting for rule in found.rules]
    assert any("<TODAY()" in condition for condition in conditions)
    due = sheet["D2"]
    assert (due.value, due.number_format) == (datetime(2021, 9, 1), "dd.mm.yyyy")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_runs_as_a_formula(text: str, agenda_of: Callable[..., AgendaView]) -> None:
    agenda = agenda_of(text, phrase=text)
    book = opened(workbook(agenda, DAY))
    cells = [
        cell
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    hostile = [cell for cell in cells if cell.value == text]
    assert len(hostile) == 4  # text and phrase, in the register and in the extract
    assert all(cell.quotePrefix for cell in hostile)
    assert not any(cell.quotePrefix for cell in cells if cell.value != text)


def test_a_file_depends_on_nothing_but_the_agenda(agenda_of: Callable[..., AgendaView]) -> None:
    first, second = (workbook(agenda_of("Отчёт"), DAY) for _ in range(2))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as file:
        assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2021-03-18T00:00:00Z" in file.read("docProps/core.xml")


def test_an_empty_agenda_gives_a_readable_book() -> None:
    book = opened(workbook(AgendaView("План", (), (), (), ()), DAY))
    assert book.sheetnames == ["Реестр", "Сводка", "Без даты"]


@given(st.lists(st.text(), max_size=8))
def test_any_names_name_sheets(wanted: list[str]) -> None:
    names = SheetNames()
    found = [names.name(name) for name in wanted]
    assert len({name.casefold() for name in found}) == len(wanted)
    for name in found:
        assert 0 < len(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name.strip("'") == name


def test_the_csv_file_says_the_same(joint: AgendaView) -> None:
    content = b"".join(csv_file(joint))
    assert content.startswith(b"\xef\xbb\xbf")
    table = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))
    found, undated = table[: len(joint.occurrences)], table[len(joint.occurrences) :]
    assert [(row["№"], row["Срок в документе"]) for row in undated] == [
        (each.duty.number, f"без даты: {each.why}") for each in joint.undated
    ]
    in_book = rows(workbook(joint, DAY))
    assert [row["Ключ"] for row in found] == [row["Ключ"] for row in in_book]
    assert [row["Исполнить до"] for row in found] == [iso(row["Исполнить до"]) for row in in_book]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_field_of_the_csv_file_starts_a_formula(text: str, agenda_of: Callable[..., AgendaView]) -> None:
    [row] = csv.DictReader(
        io.StringIO(b"".join(csv_file(agenda_of(text))).decode("utf-8-sig")), delimiter=";"
    )
    assert row["Мероприятие"] == f"'{text}"


def test_libreoffice_reads_the_register(
    joint: AgendaView, tool: Callable[[str], Callable[..., Any]], tmp_path: Path
) -> None:
    book = tmp_path / "register.xlsx"
    book.write_bytes(workbook(joint, DAY))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    as_utf8 = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true"
    tool("soffice")(profile, "--headless", "--convert-to", as_utf8, "--outdir", tmp_path, book)
    found = list(csv.DictReader(io.StringIO((tmp_path / "register.csv").read_text("utf-8")), delimiter=";"))
    assert [(row["Ключ"], row["№"], row["Исполнить до"]) for row in found] == [
        (each.uid, each.duty.number, f"{each.due:%d.%m.%Y}") for each in joint.occurrences
    ]


def test_the_book_is_valid_by_the_schemas_of_office(
    joint: AgendaView, tool: Callable[[str], Callable[..., Any]], tmp_path: Path
) -> None:
    book = tmp_path / "register.xlsx"
    book.write_bytes(workbook(joint, DAY))
    tool("ooxml-validator")(book)


@given(st.data())
def test_any_file_is_read_as_a_register_or_as_none(data: st.DataObject) -> None:
    """Cut short, or with some of its bytes changed: registers are carried about by mail."""
    whole = workbook(AgendaView("План", (), (), (), ()), DAY)
    content = bytearray(whole[: data.draw(st.integers(0, len(whole)))])
    for at in data.draw(st.lists(st.integers(0, len(whole)), max_size=8)):
        content[at : at + 1] = data.draw(st.binary(max_size=2))
    kept = from_workbook(bytes(content))
    assert kept.source == content
    assert not kept.rows


def test_headings_break_only_between_words(joint: AgendaView) -> None:
    """Programs break a word that is longer than its column anywhere."""
    for sheet in opened(workbook(joint, DAY)).worksheets:
        row = 26 if sheet.title == "Сводка" else 1
        stretches = sheet.column_dimensions.values()
        widths = {at: each.width for each in stretches for at in range(each.min, each.max + 1)}
        for cell in sheet[row]:
            longest = max(map(len, str(cell.value).split()))
            assert widths[cell.column] > longest, (sheet.title, cell.value)


def test_a_row_has_room_for_names_of_long_words(agenda_of: Callable[..., AgendaView]) -> None:
    body = "Муниципальное общеобразовательное учреждение дополнительного профессионального образования"
    sheet = opened(workbook(agenda_of("Совет", body=body), DAY))["Реестр"]
    assert sheet.row_dimensions[2].height >= 5 * 15


def test_bodies_of_several_directories_are_told_apart_by_words(joint: AgendaView) -> None:
    """The name of a directory's file is nothing that people know."""
    named = [each.name for each in joint.assignees if each != NOBODY]
    assert all(name.endswith(")") for name in named)
    assert not [name for name in named if re.search(r"\([a-z0-9-]+\)$", name)]


def test_what_a_cell_cannot_hold_is_told(agenda_of: Callable[..., AgendaView]) -> None:
    fits, cut = (list(limits(agenda_of("Отчёт", "а" * length), UNTOUCHED)) for length in (32_767, 32_768))
    assert fits == []
    assert [(each.code.id, "2 «ааа" in each.message) for each in cut] == [("R107", True)]


def test_more_dates_than_rows_are_refused(
    agenda_of: Callable[..., AgendaView], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Programs drop what does not fit, so nothing is made of it."""
    monkeypatch.setattr(findings, "MOST_ROWS", 3)
    assert list(limits(agenda_of("Отчёт", "План"), UNTOUCHED)) == []
    [refusal] = limits(agenda_of("Отчёт", "План", "Свод"), UNTOUCHED)
    assert (refusal.code.id, refusal.severity) == ("R108", Severity.ERROR)


def test_a_day_before_all_days_of_spreadsheets_is_a_text(agenda_of: Callable[..., AgendaView]) -> None:
    agenda = agenda_of("Отчёт")
    early = agenda._replace(occurrences=(agenda.occurrences[0]._replace(nominal=date(1812, 6, 24)),))
    assert rows(workbook(early, DAY))[0]["Срок по плану"] == "24.06.1812"


@pytest.mark.parametrize("audience", ["", "школы"])
def test_what_is_looked_at_every_day_stays_in_sight(
    audience: str, agenda_of: Callable[..., AgendaView]
) -> None:
    """With those whom a day binds, if it binds some: several rows of the day differ in nothing else."""
    sheet = opened(workbook(agenda_of("Отчёт", audience=audience), DAY))["Реестр"]
    assert [cell.value for cell in sheet[1]][:7] == [
        "№",
        "Мероприятие",
        "Ответственный исполнитель",
        "Исполнить до",
        "Статус",
        "Исполнено",
        "Документ об исполнении",
    ]
    stretches = sheet.column_dimensions.values()
    levels = {
        at: (each.outlineLevel, each.hidden) for each in stretches for at in range(each.min, each.max + 1)
    }
    assert {levels[at] for at in range(1, 8)} == {(0, False)}
    seen = {cell.value for cell in sheet[1] if levels[cell.column] == (0, False)}
    assert ("Для кого" in seen) == bool(audience)
    folded = [cell.column for cell in sheet[1][7:-1] if cell.value not in seen]
    assert {levels[at] for at in folded} == {(1, True)}
    assert len(seen) <= 8
    page = sheet.page_setup
    assert (page.paperSize, page.orientation, page.fitToHeight) == (9, "landscape", 0)
    assert sheet.print_title_rows == "$1:$1"


def test_the_register_of_a_plan_is_ten_pages_at_most(
    plans: tuple[Compiled, ...], tool: Callable[[str], Any], tmp_path: Path
) -> None:
    """130 rows, of which each page has the headings and the order's title over it."""
    agenda = joint_agenda(plans[:1])
    assert len(agenda.occurrences) == 130
    (tmp_path / "register.xlsx").write_bytes(workbook(agenda, DAY))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    tool("soffice")(
        profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "register.xlsx"
    )
    printed = tool("pdftotext")("-layout", tmp_path / "register.pdf", "-").stdout.split("\f")
    pages = [page for page in printed if page.split(maxsplit=1)[:1] == ["Реестр"]]
    assert 0 < len(pages) <= 10
    headings = ("№", "Мероприятие", "Исполнить до", "Статус", "Исполнено", "Документ об исполнении")
    assert [all(each in page for each in headings) for page in pages] == [True] * len(pages)
    assert "(A4)" in tool("pdfinfo")(tmp_path / "register.pdf").stdout


def test_a_body_without_a_date_has_its_duties_on_its_sheet(joint: AgendaView) -> None:
    book = opened(workbook(joint, DAY))
    bodies = executors(joint)
    for body, sheet in zip(bodies, book.worksheets[3:], strict=True):
        undated = [each for each in joint.undated if body in each.duty.assignees]
        said = [row[6] for row in sheet.values if str(row[6]).startswith("без даты: ")]
        assert said == [f"без даты: {each.why}" for each in undated]
