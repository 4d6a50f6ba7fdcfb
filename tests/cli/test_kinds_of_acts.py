"""Each kind of act through every command: its noun stands in the right case wherever the act is named."""

import re
import shutil
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import docx
import openpyxl
import pytest
import yaml
from icalendar import Calendar
from tests.cli.conftest import Command

GOOD = Path(__file__).parents[1] / "plans" / "good"


class Words(NamedTuple):
    """How documents of a plan name their act."""

    head: str
    begins: str
    """The end of the preamble."""
    mark: str
    signed: tuple[str, ...]
    """Under the text."""
    entry: str
    """In calendars and registers."""
    amends: str
    attached: str
    edition: str


ADMINISTRATION = "администрации Лесного муниципального района"
HEAD = "главы Лесного муниципального района"
ASSEMBLY = "Собрания депутатов Лесного муниципального района"
BOTH = (
    "управления образования Лесного муниципального района и управления культуры Лесного муниципального района"
)
ACTS = {
    "resolution": Words(
        "ПОСТАНОВЛЕНИЕ",
        "к зиме администрация Лесного муниципального района постановляет:",
        f"постановлением {ADMINISTRATION}",
        ("Исполняющий обязанности главы Лесного муниципального района Л. И. Просекина",),
        "Постановление от 01.02.2024 № 12",
        f"в постановление {ADMINISTRATION} от 01.02.2024 № 12",
        "к настоящему постановлению",
        "(в редакции постановления от 11.03.2024 № 77)",
    ),
    "directive": Words(
        "РАСПОРЯЖЕНИЕ",
        "от 15.01.2024 № 2:",
        f"распоряжением {HEAD}",
        ("П. Н. Опушкин",),
        "Распоряжение от 01.02.2024 № 12",
        f"в распоряжение {HEAD} от 01.02.2024 № 12",
        "к настоящему распоряжению",
        "(в редакции распоряжения от 11.03.2024 № 77)",
    ),
    "instruction": Words(
        "УКАЗАНИЕ",
        "от 01.02.2024 № 12 обязываю:",
        "указанием начальника управления образования",
        ("А. М. Рощина",),
        "Указание от 01.02.2024 № 12",
        "в указание начальника управления образования",
        "к настоящему указанию",
        "(в редакции указания от 11.03.2024 № 77)",
    ),
    "decision": Words(
        "РЕШЕНИЕ",
        "с Регламентом Собрание депутатов Лесного муниципального района решило:",
        f"к решению {ASSEMBLY}",
        ("Председатель Собрания депутатов Г. С. Полянов",),
        "Решение от 01.02.2024 № 12",
        f"в решение {ASSEMBLY} от 01.02.2024 № 12",
        "к настоящему решению",
        "(в редакции решения от 11.03.2024 № 77)",
    ),
    "joint": Words(
        "ПРИКАЗ",
        "и домов культуры обязываем:",
        f"к приказу {BOTH}",
        (
            "Начальник управления образования А. М. Рощина",
            "Исполняющий обязанности начальника управления культуры Р. Е. Ольхова",
        ),
        "Приказ от 29.02.2024 № 56-п/41",
        f"в приказ {BOTH} от 29.02.2024 № 56-п/41",
        "к настоящему приказу",
        "(в редакции приказа от 11.03.2024 № 77)",
    ),
}


@pytest.fixture(params=ACTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def plan(name: str, repository: Path) -> Path:
    """The plan of one kind, signed."""
    for folder in ("organisations", "profiles"):
        shutil.copytree(GOOD / folder, repository / "roadmaps" / folder, dirs_exist_ok=True)
    text = (GOOD / f"{name}.yaml").read_text("utf-8")
    if "\n  date: " not in text:
        text = text.replace("\norder:\n", "\norder:\n  date: 01.02.2024\n  number: 12\n")
    target = repository / "roadmaps" / f"{name}.yaml"
    target.write_text(text, "utf-8")
    return target


@pytest.fixture
def amended(plan: Path, command: Command) -> Path:
    """Its next edition, with the amending act recorded; `amend` itself wrote the act beside it."""
    later = re.sub(r"deadline: не позднее \d+", "deadline: не позднее 27", plan.read_text("utf-8"))
    edition = plan.with_stem(f"{plan.stem}-new")
    edition.write_text(later, "utf-8")
    act = plan.with_stem(f"{plan.stem}-act")
    made = command(
        "amend", str(plan), str(edition), "--number", "77", "--date", "11.03.2024", "--record", "-o", str(act)
    )
    assert made.exit_code == 0, made.output
    return edition


def lines(document: Path) -> list[str]:
    """Its paragraphs in one line each, with ordinary spaces."""
    return [re.sub(r"\s+", " ", each.text).strip() for each in docx.Document(str(document)).paragraphs]


def built(command: Command, plan: Path) -> Path:
    made = command("build", str(plan), "-o", "out")
    assert made.exit_code == 0, made.output
    return Path("out") / yaml.safe_load(plan.read_text("utf-8"))["id"]


def test_the_document(name: str, plan: Path, command: Command) -> None:
    said = lines(built(command, plan) / "order.docx")
    words = ACTS[name]
    assert words.head in said
    assert any(line.endswith(words.begins) for line in said), said
    assert any(words.mark in line for line in said)
    assert [line for line in said if line in words.signed] == list(words.signed)


def test_calendars_and_the_register(name: str, plan: Path, command: Command) -> None:
    folder = built(command, plan)
    entry = ACTS[name].entry
    calendar = Calendar.from_ical((folder / "calendar.ics").read_bytes())
    assert all(entry in event["DESCRIPTION"] for event in calendar.walk("VEVENT"))
    sheets = openpyxl.load_workbook(BytesIO((folder / "register.xlsx").read_bytes())).worksheets
    cells = {str(cell) for sheet in sheets for row in sheet.iter_rows(values_only=True) for cell in row}
    assert any(entry in cell for cell in cells)
    assert entry in re.sub(r"\s+", " ", (folder / "calendar.html").read_text("utf-8"))


def test_a_returned_document_is_verified(plan: Path, command: Command) -> None:
    document = built(command, plan) / "order.docx"
    checked = command("verify", str(document), str(plan))
    assert (checked.exit_code, "слово в слово" in checked.output) == (0, True), checked.output


def test_the_amending_act(name: str, plan: Path, amended: Path, command: Command) -> None:
    assert command("diff", str(plan), str(amended), "--exit-code").exit_code == 1
    act = plan.with_stem(f"{name}-act")
    said = lines(built(command, act) / "order.docx")
    words = ACTS[name]
    assert words.head in said
    opening = next(line for line in said if line.startswith("1. Внести"))
    assert words.amends in opening
    assert words.attached in opening


def test_the_edition(name: str, amended: Path, command: Command) -> None:
    folder = built(command, amended)
    words = ACTS[name]
    assert any(line.startswith(words.edition) for line in lines(folder / "edition.docx"))
    page = re.sub(r"<[^>]+>", "", (folder / "edition.html").read_text("utf-8"))
    assert words.edition in re.sub(r"\s+", " ", page)
    assert words.begins in re.sub(r"\s+", " ", page)


def test_why_names_it(name: str, plan: Path, command: Command) -> None:
    said = command("why", str(plan), "1").output
    assert ACTS[name].entry.split(" №")[0].lower() in said.lower()


def test_on_a_sheet_too_whoever_stands_in_signs_under_the_post(repository: Path, command: Command) -> None:
    for folder in ("organisations", "profiles"):
        shutil.copytree(GOOD / folder, repository / "roadmaps" / folder, dirs_exist_ok=True)
    shutil.copy(GOOD / "instruction.yaml", repository / "roadmaps")
    plan = repository / "roadmaps" / "instruction.yaml"
    document = built(command, plan) / "order.docx"
    tables = docx.Document(str(document)).tables
    cells = {cell.text for table in tables for row in table.rows for cell in row.cells}
    assert "Врио главы Лесного муниципального района" in cells, cells
    assert command("verify", str(document), str(plan)).exit_code == 0
    other = plan.with_stem("instruction-new")
    text = plan.read_text("utf-8")
    other.write_text(text.replace(", acting_for: head, acting_as: врио", ""), "utf-8")
    assert command("verify", str(document), str(other)).exit_code == 1
    assert "врио: глава Лесного муниципального района" in command("diff", str(plan), str(other)).output


@pytest.mark.parametrize(
    ("words", "post"),
    [
        ("исполняющий обязанности", "Исполняющий обязанности главы Лесного муниципального района"),
        ("временно исполняющий обязанности", "Временно исполняющий обязанности главы"),
        ("исполняющий полномочия", "Исполняющий полномочия главы Лесного муниципального района"),
        ("и. о.", "И. о. главы Лесного муниципального района"),
        ("врио", "Врио главы Лесного муниципального района"),
    ],
)
def test_whoever_acts_signs_in_the_words_of_the_office(
    words: str, post: str, repository: Path, command: Command
) -> None:
    shutil.copytree(GOOD / "organisations", repository / "roadmaps" / "organisations", dirs_exist_ok=True)
    text = (GOOD / "resolution.yaml").read_text("utf-8")
    assert "acting_for: head }" in text
    acting = repository / "roadmaps" / "resolution.yaml"
    acting.write_text(text.replace("acting_for: head }", f"acting_for: head, acting_as: {words} }}"), "utf-8")
    assert any(line.startswith(post) for line in lines(built(command, acting) / "order.docx"))
