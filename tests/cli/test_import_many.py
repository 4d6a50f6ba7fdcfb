"""`roadmapc import` of a folder: a plan of each document, one directory, and no file stops the others."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from roadmapc.cli import import_
from roadmapc.pipeline import compile_plan

Command = Callable[..., Result]

ORDER = """\
АДМИНИСТРАЦИЯ ЗАРЕЧНОГО РАЙОНА

УПРАВЛЕНИЕ ОБРАЗОВАНИЯ

ПРИКАЗ

12.05.2023\t№ {number}

Об утверждении плана подготовки к учебному году

В целях подготовки к учебному году приказываю:
1. Утвердить прилагаемый план подготовки на 2023 год.
2. Контроль за исполнением приказа оставляю за собой.

Начальник управления\tА. Б. Образцова

\fПриложение
к приказу управления образования
от 12.05.2023 № {number}

План подготовки на 2023 год

№ п/п\tМероприятие\tСрок\tИсполнитель
1\tПроверить школы\tдо 1 сентября 2023 года\t{executor}
2\tСдать отчёт\tдо 15 сентября 2023 года\tУправление образования
"""


@pytest.fixture
def archive(repository: Path) -> Path:
    """A folder of a department: orders, a scan, a file that was cut, and what is no document at all."""
    folder = repository / "архив"
    (folder / "2023").mkdir(parents=True)
    orders = {"приказ 15.txt": (15, "Отдел кадров"), "2023/приказ 16.txt": (16, "Отдел питания")}
    for name, (number, executor) in orders.items():
        (folder / name).write_text(ORDER.format(number=number, executor=executor), "utf-8")
    (folder / "скан.pdf").write_bytes(b"%PDF-1.4\n")
    (folder / "обрыв.docx").write_bytes(b"PK\x03\x04word/document.xml")
    (folder / "фото.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "~$приказ 15.docx").write_bytes(b"")
    return folder


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_folder_becomes_plans_and_one_directory(jobs: int, command: Command, archive: Path) -> None:
    result = command("import", archive, "-o", "планы", "--jobs", jobs)
    written = sorted(path.relative_to("планы").as_posix() for path in Path("планы").rglob("*.yaml"))
    assert written == ["organisations/arkhiv.yaml", "prikaz-15.yaml", "prikaz-16.yaml"]
    plans = [compile_plan(Path("планы") / name).value for name in written[1:]]
    names = [{each.name.lower() for each in plan.plan.organisation.bodies.values()} for plan in plans if plan]
    assert names[0] == names[1] >= {"управление образования", "отдел кадров", "отдел питания"}
    assert "2 плана из 4 документов" in result.stdout
    assert "не документы, пропущены: фото.jpg" in result.stdout
    assert result.exit_code == 1, "two documents have no plan"


def test_every_document_has_its_line(command: Command, archive: Path) -> None:
    lines = command("import", archive, "-o", "планы").stdout.splitlines()
    told = {
        line.split("  ")[0].rpartition("/")[2] for line in lines[1:] if line.startswith(("/", "…", "архив"))
    }
    assert told == {"приказ 15.txt", "приказ 16.txt", "скан.pdf", "обрыв.docx"}
    assert "  I003: файл не открывается: это не архив ZIP, или он повреждён" in lines
    assert "  I008: это PDF: слов приказа из него не восстановить" in lines


def test_programs_read_json(command: Command, archive: Path) -> None:
    report = json.loads(command("import", archive, "-o", "планы", "--format", "json").stdout)
    assert report["directory"] == "планы/organisations/arkhiv.yaml"
    assert [Path(path).name for path in report["skipped"]] == ["фото.jpg"]
    by_name = {Path(each["file"]).name: each for each in report["documents"]}
    assert by_name["скан.pdf"]["plan"] is None
    assert [each["code"] for each in by_name["скан.pdf"]["said"]] == ["I008"]
    read = by_name["приказ 15.txt"]
    assert (read["plan"], read["clauses"], read["measures"]) == ("планы/prikaz-15.yaml", 2, 2)


def test_plans_of_one_title_have_ids_of_their_own(command: Command, archive: Path) -> None:
    command("import", archive, "-o", "планы")
    ids = [compile_plan(path).value for path in sorted(Path("планы").glob("*.yaml"))]
    assert len({each.plan.id for each in ids if each}) == 2


def test_a_second_run_changes_nothing(command: Command, archive: Path) -> None:
    command("import", archive, "-o", "планы")
    before = {path: path.read_bytes() for path in Path("планы").rglob("*.yaml")}
    command("import", archive, "-o", "планы")
    assert {path: path.read_bytes() for path in Path("планы").rglob("*.yaml")} == before


def test_a_plan_that_was_edited_stays(command: Command, archive: Path) -> None:
    command("import", archive, "-o", "планы")
    plan = Path("планы/prikaz-15.yaml")
    plan.write_text("# правка\n", "utf-8")
    result = command("import", archive, "-o", "планы")
    assert plan.read_text("utf-8") == "# правка\n"
    assert "I020" in result.stdout
    command("import", archive, "-o", "планы", "--replace")
    assert plan.read_text("utf-8") != "# правка\n"


def test_a_directory_that_exists_is_extended(command: Command, archive: Path) -> None:
    directory = Path("планы/organisations/район.yaml")
    directory.parent.mkdir(parents=True)
    directory.write_text(
        "format: 1\nname: Администрация Заречного района\nbodies:\n  kadry: # наш\n    name: Отдел кадров\n",
        "utf-8",
    )
    command("import", archive, "-o", "планы", "--directory", directory)
    text = directory.read_text("utf-8")
    assert "  kadry: # наш\n" in text
    assert text.count("Отдел кадров") == 1
    assert "Отдел питания" in text


def test_documents_of_others_have_a_directory_of_their_own(command: Command, archive: Path) -> None:
    stranger = ORDER.format(number=17, executor="Отдел кадров").replace("ЗАРЕЧНОГО", "ЗАГОРНОГО")
    (archive / "чужой.txt").write_text(stranger, "utf-8")
    command("import", archive, "-o", "планы")
    assert sorted(path.name for path in Path("планы/organisations").iterdir()) == [
        "arkhiv.yaml",
        "chuzhoi.yaml",
    ]


def test_a_directory_of_its_own_that_was_edited_stays(command: Command, archive: Path) -> None:
    stranger = ORDER.format(number=17, executor="Отдел кадров").replace("ЗАРЕЧНОГО", "ЗАГОРНОГО")
    (archive / "чужой.txt").write_text(stranger, "utf-8")
    command("import", archive, "-o", "планы")
    directory = Path("планы/organisations/chuzhoi.yaml")
    edited = directory.read_text("utf-8").replace("bodies:\n", "bodies: # наши\n", 1)
    directory.write_text(edited, "utf-8")
    command("import", archive, "-o", "планы", "--replace")
    assert directory.read_text("utf-8") == edited


def test_a_bug_stops_no_other_document(
    command: Command, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = import_.read_document

    def fragile(name: str, content: bytes) -> object:
        if Path(name).stem.endswith("15"):
            raise ZeroDivisionError(name)
        return known(name, content)

    monkeypatch.setattr(import_, "read_document", fragile)
    result = command("import", archive, "-o", "планы")
    assert "I017: ошибка в самой программе: ZeroDivisionError" in result.stdout
    assert "1 план из 4 документов" in result.stdout


def test_an_answer_that_nobody_asked_for_is_told(command: Command, archive: Path) -> None:
    Path("ответы.yaml").write_text("executor.nobody: отдел\n", "utf-8")
    result = command("import", archive, "-o", "планы", "--answers", "ответы.yaml")
    assert "I022" in result.stderr


def test_files_may_be_named_one_by_one(command: Command, archive: Path) -> None:
    result = command("import", archive / "приказ 15.txt", archive / "2023" / "приказ 16.txt", "-o", "планы")
    assert "2 плана из 2 документов" in result.stdout
    assert result.exit_code == 0, result.output
