"""Everything that people do in a register, done with openpyxl, and looked for in the next one."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import Result
from openpyxl.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import CellIsRule, FormulaRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

from roadmapc.cli import plan_build
from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.register.columns import HEADINGS
from roadmapc.render.register.from_workbook import from_workbook
from roadmapc.render.register.workbook import workbook

Command = Callable[..., Result]
Change = Callable[[Workbook], object]

PLAN = "roadmaps/full.yaml"
REGISTER = Path("build/full/register.xlsx")
REPORT = "3"
"""The number of the measure in which the tests write."""
BESIDE = get_column_letter(len(HEADINGS) + 1)
"""The first column without a heading."""
YELLOW = PatternFill("solid", fgColor="FFFFEE00")


@pytest.fixture
def rebuilt(command: Command) -> Callable[..., tuple[Result, Workbook]]:
    """Builds, lets people change the register, builds again."""

    def rebuild(change: Change) -> tuple[Result, Workbook]:
        if not REGISTER.exists():
            command("build", PLAN, "--format", "xlsx")
        book = openpyxl.load_workbook(REGISTER)
        change(book)
        book.save(REGISTER)
        built = command("build", PLAN, "--format", "xlsx")
        assert built.exit_code == 0, built.output
        return built, openpyxl.load_workbook(REGISTER)

    return rebuild


def column(sheet: Worksheet, heading: str) -> int:
    headings = [cell.value for cell in sheet[1]]
    if heading not in headings:
        sheet.cell(1, len(headings) + 1, heading)
        return len(headings) + 1
    return headings.index(heading) + 1


def line(sheet: Worksheet, number: str = REPORT) -> int:
    at = column(sheet, "№")
    return next(row for row in range(2, sheet.max_row + 1) if sheet.cell(row, at).value == number)


def cell(book: Workbook, heading: str, number: str = REPORT, sheet: str = "Реестр") -> Cell:
    page = book[sheet]
    found = page.cell(line(page, number), column(page, heading))
    assert isinstance(found, Cell)
    return found


def append(book: Workbook, **values: Any) -> None:
    sheet = book["Реестр"]
    at = sheet.max_row + 1
    for heading, value in values.items():
        sheet.cell(at, column(sheet, heading), value)


def found(book: Workbook, heading: str, sheet: str = "Реестр") -> list[Any]:
    page = book[sheet]
    return [page.cell(row, column(page, heading)).value for row in range(2, page.max_row + 1)]


def test_a_row_of_ones_own_stays_in_the_register(rebuilt: Callable[..., tuple[Result, Workbook]]) -> None:
    own = {
        "Мероприятие": "Поручение главы",
        "Исполнить до": date(2021, 7, 1),
        "Статус": "в работе",
        "Дело": 7,
    }
    for change in (lambda book: append(book, **own), lambda book: None):
        built, book = rebuilt(change)
        assert "замечание R106" in built.stderr
        assert "«Поручение главы» (в работе)" in built.stderr
        sheet = book["Реестр"]
        assert found(book, "Мероприятие").count("Поручение главы") == 1
        row = {heading: sheet.cell(sheet.max_row, column(sheet, heading)).value for heading in own}
        assert row == own | {"Исполнить до": datetime(2021, 7, 1)}
        assert sheet.auto_filter.ref.endswith(str(sheet.max_row))


def test_outputs_with_marks_are_as_they_were_built(
    rebuilt: Callable[..., tuple[Result, Workbook]], command: Command
) -> None:
    rebuilt(lambda book: setattr(cell(book, "Статус"), "value", "в работе"))
    assert command("audit").exit_code == 0


def test_every_copy_of_a_row_keeps_its_marks(rebuilt: Callable[..., tuple[Result, Workbook]]) -> None:
    """The row that the plan has not been changed in is the plan's, wherever it stands."""

    def copy(book: Workbook) -> None:
        sheet = book["Реестр"]
        at = line(sheet)
        sheet.insert_rows(at)
        for each in sheet[at + 1]:
            sheet.cell(at, each.column, each.value)
        for row, school, mark in ((at, "школа № 2", "в работе"), (at + 1, None, "исполнено в срок")):
            sheet.cell(row, column(sheet, "Статус"), mark)
            if school:
                sheet.cell(row, column(sheet, "Для кого"), school)

    for change in (copy, lambda book: None):
        built, book = rebuilt(change)
        assert "замечание R105" in built.stderr
        assert f"{REPORT} (" in built.stderr
        rows = [each for each in book["Реестр"].values if each[0] == REPORT]
        assert [(row[12], row[4]) for row in rows] == [(None, "исполнено в срок"), ("школа № 2", "в работе")]


def test_a_row_whose_key_was_erased_is_kept_and_told(
    rebuilt: Callable[..., tuple[Result, Workbook]],
) -> None:
    def erase(book: Workbook) -> None:
        cell(book, "Статус").value = "в работе"
        cell(book, "Ключ").value = None

    built, book = rebuilt(erase)
    assert "замечание R106" in built.stderr
    assert f"{REPORT} (в работе)" in built.stderr
    marks = zip(found(book, "№"), found(book, "Статус"), strict=True)
    assert [status for number, status in marks if number == REPORT] == [None, "в работе"]


VALUES = {
    "целое": 12,
    "дробь": 12.5,
    "ноль": 0,
    "отрицательное": -3,
    "да": True,
    "нет": False,
    "текст цифрами": "0012",
    "день": datetime(2021, 6, 10),
    "день с часом": datetime(2021, 6, 10, 14, 30),
    "час": time(9, 15),
    "начало формулы": "=не формула",
    "две строки": "раз\nдва",
    "день до 1900 года": "01.01.1890",
}


def test_values_stay_what_they_are(rebuilt: Callable[..., tuple[Result, Workbook]]) -> None:
    def fill(book: Workbook) -> None:
        sheet = book["Реестр"]
        for heading, value in VALUES.items():
            written = sheet.cell(line(sheet), column(sheet, heading))
            written.value = value
            if isinstance(value, str):
                written.data_type = "s"

    for change in (fill, lambda book: None):
        _, book = rebuilt(change)
        kept = {heading: cell(book, heading).value for heading in VALUES}
        assert kept == VALUES
        assert {type(value) for value in kept.values()} == {type(value) for value in VALUES.values()}


def test_notes_links_and_looks_stay_with_their_rows(
    rebuilt: Callable[..., tuple[Result, Workbook]],
) -> None:
    def dress(book: Workbook) -> None:
        cell(book, "Мероприятие").comment = Comment("спросить у юриста", "Образцова А. Б.")
        cell(book, "№").fill = YELLOW
        cell(book, "Статус").font = Font(bold=True, color="FFC00000", strike=True)
        cell(book, "Дело").fill = PatternFill("solid", fgColor=Color(theme=4, tint=0.4))
        document = cell(book, "Документ об исполнении")
        document.value = "письмо № 5"
        document.hyperlink = "https://example.org/5?a=1&b=2"
        cell(book, "Основание переноса").hyperlink = "письма/ответ.pdf"
        cell(book, "Снято с контроля: кем, когда").hyperlink = "urn:дело:5"
        book["Реестр"]["A1"].comment = Comment("не сортировать", "Образцова А. Б.")

    for change in (dress, lambda book: None):
        built, book = rebuilt(change)
        assert "R10" not in built.stderr
        note = cell(book, "Мероприятие").comment
        assert note is not None
        assert (note.text, note.author) == ("спросить у юриста", "Образцова А. Б.")
        assert cell(book, "№").fill.fgColor.rgb == "FFFFEE00"
        assert cell(book, "Дело").fill.fgColor.rgb == "FF95B3D7"  # as Office shows «Синий, 40 % светлее»
        font = cell(book, "Статус").font
        assert (font.b, font.strike, font.color.rgb) == (True, True, "FFC00000")
        document = cell(book, "Документ об исполнении")
        assert (document.value, document.hyperlink.target) == ("письмо № 5", "https://example.org/5?a=1&b=2")
        assert cell(book, "Основание переноса").hyperlink.target == "письма/ответ.pdf"
        assert cell(book, "Снято с контроля: кем, когда").hyperlink.target == "urn:дело:5"
        assert book["Реестр"]["A1"].comment.text == "не сортировать"
        assert (
            cell(book, "Мероприятие", "1.1" if "1.1" in found(book, "№") else found(book, "№")[0]).comment
            is None
        )


def test_columns_stay_as_they_were_set(rebuilt: Callable[..., tuple[Result, Workbook]]) -> None:
    def arrange(book: Workbook) -> None:
        columns = book["Реестр"].column_dimensions
        columns["C"].hidden = True
        columns["B"].width = 90
        book["Реестр"][f"{BESIDE}1"] = "Кабинет"
        columns[BESIDE].width = 55

    for change in (arrange, lambda book: None):
        _, book = rebuilt(change)
        columns = book["Реестр"].column_dimensions
        assert columns["C"].hidden
        assert (round(columns["B"].width), round(columns[BESIDE].width)) == (90, 55)
        assert columns[get_column_letter(len(HEADINGS))].hidden


def test_a_formula_follows_its_row(rebuilt: Callable[..., tuple[Result, Workbook]]) -> None:
    def calculate(book: Workbook) -> None:
        at = line(book["Реестр"])
        cell(book, "Осталось").value = f"=$D{at}-F{at}"

    for change in (calculate, lambda book: None):
        built, book = rebuilt(change)
        assert "R104" not in built.stderr
        at = line(book["Реестр"])
        assert cell(book, "Осталось").value == f"=D{at}-F{at}"


def add_sheet(book: Workbook) -> None:
    sheet = book.create_sheet("Мои заметки", 0)
    sheet["A1"] = "Совещание"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A1"].alignment = Alignment(horizontal="center", wrap_text=True)
    sheet.merge_cells("A1:C1")
    sheet["B3"] = 12.5
    sheet["B3"].number_format = "0.00"
    sheet["B4"] = "=SUM(B3:B3)"
    sheet["B5"] = datetime(2021, 6, 10)
    sheet["B5"].border = Border(bottom=Side("thick", color="FF00AA00"))
    sheet["B6"] = '=COUNTIF(Реестр!E:E,"в работе")'
    sheet["C3"] = True
    sheet["C4"].comment = Comment("не забыть", "Образцова А. Б.")
    sheet["C5"] = "реестр"
    sheet["C5"].hyperlink = "#Реестр!A1"
    sheet.column_dimensions["B"].width = 33
    sheet.column_dimensions["D"].hidden = True
    sheet.row_dimensions[1].height = 45
    sheet.freeze_panes = "A2"
    sheet.sheet_properties.tabColor = "FF0000AA"
    book.create_sheet("Скрытый").sheet_state = "hidden"


def test_a_sheet_of_ones_own_stays(rebuilt: Callable[..., tuple[Result, Workbook]]) -> None:
    for change in (add_sheet, lambda book: None):
        built, book = rebuilt(change)
        assert "R10" not in built.stderr
        assert "2 своих листа" in built.stdout
        sheet = book["Мои заметки"]
        assert sheet["A1"].value == "Совещание"
        head = sheet["A1"]
        assert (head.font.b, head.font.sz, head.alignment.horizontal) == (True, 14, "center")
        assert [str(each) for each in sheet.merged_cells.ranges] == ["A1:C1"]
        assert [sheet[f"B{at}"].value for at in range(3, 7)] == [
            12.5,
            "=SUM(B3:B3)",
            datetime(2021, 6, 10),
            '=COUNTIF(Реестр!E:E,"в работе")',
        ]
        assert sheet["B3"].number_format == "0.00"
        assert (sheet["B5"].border.bottom.style, sheet["B5"].border.bottom.color.rgb) == ("thick", "FF00AA00")
        assert sheet["C3"].value is True
        assert sheet["C4"].comment.text == "не забыть"
        assert (sheet["C5"].value, sheet["C5"].hyperlink.location) == ("реестр", "Реестр!A1")
        assert round(sheet.column_dimensions["B"].width) == 33
        assert sheet.column_dimensions["D"].hidden
        assert (sheet.row_dimensions[1].height, sheet.freeze_panes) == (45, "A2")
        assert sheet.sheet_properties.tabColor.rgb == "FF0000AA"
        assert book["Скрытый"].sheet_state == "hidden"


def test_what_libreoffice_has_saved_stays(
    rebuilt: Callable[..., tuple[Result, Workbook]], tool: Callable[[str], Callable[..., Any]], tmp_path: Path
) -> None:
    """And what we have written, LibreOffice reads: its copy is built over once more."""

    def everything(book: Workbook) -> None:
        add_sheet(book)
        append(book, Мероприятие="Поручение главы", Статус="в работе")
        cell(book, "№").fill = YELLOW
        cell(book, "Мероприятие").comment = Comment("спросить у юриста", "Образцова А. Б.")
        cell(book, "Дело").value = 12

    rebuilt(everything)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    tool("soffice")(profile, "--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "saved", REGISTER)
    REGISTER.write_bytes((tmp_path / "saved/register.xlsx").read_bytes())
    built, book = rebuilt(lambda book: None)
    assert "R104" not in built.stderr
    assert "Поручение главы" in found(book, "Мероприятие")
    assert cell(book, "№").fill.fgColor.rgb == "FFFFEE00"
    assert "спросить у юриста" in cell(book, "Мероприятие").comment.text
    assert cell(book, "Дело").value == 12
    sheet = book["Мои заметки"]
    assert (sheet["A1"].value, sheet["B3"].value) == ("Совещание", 12.5)
    assert sheet["C4"].comment.text == "не забыть"
    assert sheet["B4"].value == "=SUM(B3:B3)"


def chart(book: Workbook) -> None:
    sheet = book.create_sheet("График")
    sheet.append([1])
    made = BarChart()
    made.add_data(Reference(sheet, 1, 1, 1, 1))
    sheet.add_chart(made, "C3")


def on_own_sheet(change: Callable[[Worksheet], object]) -> Change:
    def add(book: Workbook) -> None:
        sheet = book.create_sheet("Свой")
        sheet.append(["а", "б"])
        sheet.append([1, 2])
        change(sheet)

    return add


LOSSES: dict[str, tuple[Change, str]] = {
    "a chart": (chart, "рисунки, диаграммы или фигуры на листе «График»"),
    "a table": (
        on_own_sheet(lambda sheet: sheet.add_table(Table(displayName="Т", ref="A1:B2"))),
        "умные таблицы на листе «Свой»",
    ),
    "a list to choose from": (
        on_own_sheet(lambda sheet: sheet.add_data_validation(DataValidation("list", "A1:A9", sqref="B2"))),
        "проверка вводимых значений на листе «Свой»",
    ),
    "a condition": (
        on_own_sheet(lambda sheet: sheet.conditional_formatting.add("A1:A9", CellIsRule("equal", ["1"]))),
        "условное форматирование на листе «Свой»",
    ),
    "a bold word": (
        lambda book: setattr(
            cell(book, "Ход исполнения"), "value", CellRichText("в ", TextBlock(InlineFont(b=True), "работе"))
        ),
        "оформление части текста внутри ячеек",
    ),
    "a protected sheet": (on_own_sheet(lambda sheet: sheet.protection.enable()), "защита на листе «Свой»"),
    "a name": (
        lambda book: book.defined_names.add(DefinedName("Сроки", attr_text="Реестр!$O$2:$O$9")),
        "имена диапазонов: Сроки",
    ),
    "a condition in the register": (
        lambda book: book["Реестр"].conditional_formatting.add("E2:E9", FormulaRule(["$D2<TODAY()-30"])),
        "условное форматирование на листе «Реестр»",
    ),
    "a cell beside the columns": (
        lambda book: setattr(book["Реестр"][f"{BESIDE}3"], "value", "сбоку"),
        f"ячейки в графах без заголовка на листе «Реестр»: {BESIDE}3",
    ),
    "a note beside the columns": (
        lambda book: setattr(book["Реестр"][f"{BESIDE}3"], "comment", Comment("сбоку", "я")),
        f"ячейки в графах без заголовка на листе «Реестр»: {BESIDE}3",
    ),
    "two columns of one name": (
        lambda book: (
            setattr(book["Реестр"][f"{BESIDE}1"], "value", "Дело"),
            setattr(book["Реестр"].cell(1, len(HEADINGS) + 2), "value", "Дело"),
        ),
        "одинаковые графы на листе «Реестр»: Дело",
    ),
    "merged cells": (lambda book: book["Реестр"].merge_cells("G2:G3"), "объединение ячеек на листе «Реестр»"),
    "a sum over rows": (
        lambda book: append(book, Мероприятие="Итого", Дело="=SUM(L2:L4)"),
        "формула в ячейке «Реестр!L",
    ),
    "an edit of what the plan says": (
        lambda book: setattr(cell(book, "Контролирует"), "value", "Образцова А. Б."),
        f"правки того, что пишется по плану: {REPORT} – Контролирует",
    ),
    "an edit of an extract": (
        lambda book: setattr(book.worksheets[3]["B2"], "value", "не мы"),
        "правки на листе «",
    ),
    "a mark on an extract": (
        lambda book: setattr(book.worksheets[3]["I2"], "value", "сделано"),
        "правки на листе «",
    ),
    "a note on a list": (
        lambda book: setattr(book["Без даты"]["B2"], "comment", Comment("а это?", "О.")),
        "примечания и ссылки на листе «Без даты»",
    ),
}


@pytest.mark.parametrize(("change", "told"), LOSSES.values(), ids=LOSSES)
def test_what_is_not_kept_is_told_and_its_file_stays(
    change: Change, told: str, rebuilt: Callable[..., tuple[Result, Workbook]], command: Command
) -> None:
    built, _ = rebuilt(lambda book: (setattr(cell(book, "Статус"), "value", "в работе"), change(book)))
    assert "замечание R104" in built.stderr
    assert told in built.stderr
    [aside] = REGISTER.parent.glob("register.*.xlsx")
    assert aside.name in built.stderr
    assert cell(openpyxl.load_workbook(aside), "Статус").value == "в работе"
    assert cell(openpyxl.load_workbook(REGISTER), "Статус").value == "в работе"
    kept = aside.read_bytes()
    again = command("build", PLAN, "--format", "xlsx")
    assert "R104" not in again.stderr
    assert aside.read_bytes() == kept


def insert_title(book: Workbook) -> None:
    book["Реестр"].insert_rows(1)
    book["Реестр"]["A1"] = "Реестр поручений"


def copy_and_rename(book: Workbook) -> None:
    book.copy_worksheet(book["Реестр"]).title = "Март"
    book["Реестр"].title = "Апрель"


REFUSED: dict[str, tuple[Change, str]] = {
    "a title over the headings": (insert_title, "на листе «Реестр» над заголовками граф вставлены строки: 1"),
    "no keys": (
        lambda book: book["Реестр"].delete_cols(len(HEADINGS)),
        "в первой строке его листов нет графы «Ключ»",
    ),
    "which is it": (copy_and_rename, "графа «Ключ» есть на нескольких: «Апрель», «Март»"),
}


@pytest.mark.parametrize(("change", "reason"), REFUSED.values(), ids=REFUSED)
def test_a_register_that_is_left_as_it_is_is_told_why(
    change: Change, reason: str, rebuilt: Callable[..., tuple[Result, Workbook]]
) -> None:
    built, book = rebuilt(change)
    assert f"не прочитан и оставлен как есть: {reason}" in built.stderr or reason in built.stderr
    assert "R101" in built.stderr
    change_again = io.BytesIO()
    book.save(change_again)
    assert openpyxl.load_workbook(change_again).sheetnames == book.sheetnames


def test_a_renamed_register_keeps_its_name(rebuilt: Callable[..., tuple[Result, Workbook]]) -> None:
    def rename(book: Workbook) -> None:
        cell(book, "Статус").value = "в работе"
        book["Реестр"].title = "Контроль"

    for change in (rename, lambda book: None):
        _, book = rebuilt(change)
        assert "Реестр" not in book.sheetnames
        assert cell(book, "Статус", sheet="Контроль").value == "в работе"


def test_a_copy_of_the_register_is_a_sheet_of_ones_own(
    rebuilt: Callable[..., tuple[Result, Workbook]],
) -> None:
    def archive(book: Workbook) -> None:
        cell(book, "Статус").value = "в работе"
        book.copy_worksheet(book["Реестр"]).title = "Март"
        cell(book, "Статус").value = "исполнено в срок"

    _, book = rebuilt(archive)
    assert cell(book, "Статус", sheet="Март").value == "в работе"
    assert cell(book, "Статус").value == "исполнено в срок"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        for name, part in content.items():
            file.writestr(name, part)
    return stream.getvalue()


DAMAGES: dict[str, Callable[[bytes, bytes], bytes]] = {
    "cut": lambda part, other: part[:-3],
    "halved": lambda part, other: part[: len(part) // 2],
    "emptied": lambda part, other: b"",
    "of zeros": lambda part, other: bytes(len(part)),
    "another": lambda part, other: other,
    "other XML": lambda part, other: b"<a/>",
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_no_damaged_part_ends_a_build(
    damage: Callable[[bytes, bytes], bytes], rebuilt: Callable[..., tuple[Result, Workbook]]
) -> None:
    """Each part in turn: the file is read, or left as it is with R101; never an exception."""
    rebuilt(lambda book: (add_sheet(book), setattr(cell(book, "Статус"), "value", "в работе")))
    whole = parts(REGISTER.read_bytes())
    others = list(whole.values())
    agenda = AgendaView("План", (), (), (), ())
    for at, (name, part) in enumerate(whole.items()):
        content = packed(whole | {name: damage(part, others[at - 1])})
        filled = from_workbook(content)
        assert filled.source == content
        if filled.rows is None:
            assert filled.fault, name
        else:
            assert openpyxl.load_workbook(io.BytesIO(workbook(agenda, date(2021, 3, 18), filled))), name


def test_marks_that_are_typed_while_a_build_runs_are_kept(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The register is saved by somebody after it was read and before it is replaced."""
    command("build", PLAN, "--format", "xlsx")
    make, typed = plan_build.outputs, iter(["в работе", "исполнено в срок"])

    def outputs(*asked: Any) -> Any:
        made = make(*asked)
        for mark in typed:
            book = openpyxl.load_workbook(REGISTER)
            cell(book, "Статус").value = mark
            book.save(REGISTER)
            break
        return made

    monkeypatch.setattr(plan_build, "outputs", outputs)
    assert command("build", PLAN, "--format", "xlsx", "--force").exit_code == 0
    assert cell(openpyxl.load_workbook(REGISTER), "Статус").value == "исполнено в срок"


def test_nothing_is_replaced_while_somebody_writes_all_the_time(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("build", PLAN, "--format", "xlsx")
    make, count = plan_build.outputs, iter(range(100))

    def outputs(*asked: Any) -> Any:
        made = make(*asked)
        book = openpyxl.load_workbook(REGISTER)
        cell(book, "Ход исполнения").value = next(count)
        book.save(REGISTER)
        return made

    monkeypatch.setattr(plan_build, "outputs", outputs)
    built = command("build", PLAN, "--format", "xlsx", "--force")
    assert built.exit_code == 1
    assert "ошибка R109" in built.stderr
    written = cell(openpyxl.load_workbook(REGISTER), "Ход исполнения").value
    assert written == next(count) - 1
