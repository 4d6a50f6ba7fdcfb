"""`roadmapc import`: what it writes, what it asks, what it answers by its code."""

import json

import docx
import pytest
import yaml

ACT = """
УПРАВЛЕНИЕ ОБРАЗОВАНИЯ
АДМИНИСТРАЦИИ ГОРОДА ПРИМЕРСКА

ПРИКАЗ

18.03.2021
№ 168

Об утверждении плана

В целях повышения качества образования приказываю:

1. Утвердить план (приложение).

2. Контроль за исполнением приказа оставляю за собой.

Начальник управления
А.Б. Образцова

Приложение
к приказу управления образования
администрации города Примерска
от 18.03.2021 № 168

План на 2021-2022 годы

№ п/п\tМероприятие\tСрок\tИсполнители
1.\tСоставить реестр\tдо 1 октября\tуправление образования
2.\tСверить реестр\tежегодно до 31 ноября\tметодический центр
"""


@pytest.fixture
def act(repository):
    path = repository / "приказ.txt"
    path.write_text(ACT, "utf-8")
    return path


def test_a_plan_and_a_directory_are_written_and_pass_check(command, act):
    done = command("import", act, "-o", "roadmaps/plan.yaml")
    assert done.exit_code == 0, done.output
    assert "календарь: 2 срока" in done.stdout or "календарь: 1 срок" in done.stdout
    checked = command("check", "roadmaps/plan.yaml")
    assert checked.exit_code == 0, checked.output


def test_what_the_act_has_wrong_is_found_and_stays(command, act, repository):
    command("import", act, "-o", "roadmaps/plan.yaml")
    assert "ежегодно до 31 ноября" in (repository / "roadmaps/plan.yaml").read_text("utf-8")
    assert "D305" in command("check", "roadmaps/plan.yaml", "--all").stderr


def test_programs_are_told_where_everything_went(command, act):
    done = command("import", act, "-o", "roadmaps/plan.yaml", "--format", "json")
    told = json.loads(done.stdout)
    assert told.keys() == {"plan", "directory", "residue", "questions"}
    assert told["plan"] == "roadmaps/plan.yaml"
    assert all(each["why"] for each in told["residue"])
    assert all(each.keys() == {"id", "where", "question", "proposal", "others"} for each in told["questions"])


def test_answers_make_the_second_run_silent(command, act, repository):
    first = json.loads(command("import", act, "-o", "roadmaps/plan.yaml", "--format", "json").stdout)
    assert first["questions"]
    answers = {each["id"]: each["proposal"] for each in first["questions"]}
    (repository / "answers.yaml").write_text(yaml.safe_dump(answers, allow_unicode=True), "utf-8")
    second = command(
        "import",
        act,
        "-o",
        "roadmaps/plan.yaml",
        "--replace",
        "--answers",
        "answers.yaml",
        "--format",
        "json",
    )
    assert json.loads(second.stdout)["questions"] == []
    assert "Вопрос" not in (repository / "roadmaps/plan.yaml").read_text("utf-8")


def test_an_answer_that_nobody_asked_for_is_told(command, act, repository):
    (repository / "answers.yaml").write_text("perid: 2021\n", "utf-8")
    done = command("import", act, "-o", "roadmaps/plan.yaml", "--answers", "answers.yaml")
    assert "I022" in done.stderr


def test_a_plan_that_is_there_stays(command, act, repository):
    plan = repository / "roadmaps/plan.yaml"
    plan.write_text("# мой план\n", "utf-8")
    done = command("import", act, "-o", "roadmaps/plan.yaml")
    assert done.exit_code == 1
    assert "I020" in done.stderr
    assert plan.read_text("utf-8") == "# мой план\n"
    assert command("import", act, "-o", "roadmaps/plan.yaml", "--replace").exit_code == 0


def test_a_directory_that_is_there_is_extended_letter_by_letter(command, act, repository):
    directory = repository / "roadmaps/organisations/town.yaml"
    before = directory.read_text("utf-8")
    done = command("import", act, "-o", "roadmaps/plan.yaml", "--directory", directory)
    assert done.exit_code == 0, done.output
    after = directory.read_text("utf-8")
    rest = iter(after.splitlines())
    assert all(line in rest for line in before.splitlines())
    assert "Методический центр".casefold() in after.casefold()
    # Образцова А. Б. is of the directory already
    assert after.count("name: Образцова А. Б.") == 1


def test_words_without_a_place_are_an_error(command, act, repository):
    words = ACT.replace(
        "План на 2021-2022", "Вх. 17 неизвестно что\n\nПриложение № 9 непонятно чьё\n\nПлан на 2021-2022"
    )
    act.write_text(words, "utf-8")
    done = command("import", act, "-o", "roadmaps/plan.yaml", "--format", "json")
    told = json.loads(done.stdout)
    plan = (repository / "roadmaps/plan.yaml").read_text("utf-8")
    for word in ("неизвестно", "непонятно"):
        assert word in plan or any(word in each["text"] for each in told["residue"])
    assert done.exit_code == int(any(not each["why"] for each in told["residue"]))


def test_a_picture_that_stays_behind_is_told(command, act, repository):
    """As a page, since a text has no pictures."""
    lines = (f"<p>{line}</p>" for line in ACT.split("\n") if line and "\t" not in line)
    rows = (line.replace("\t", "<td>") for line in ACT.split("\n") if "\t" in line)
    table = "".join(f"<tr><td>{row}" for row in rows)
    page = repository / "приказ.html"
    page.write_text(f"<p><img src='герб.png'>{''.join(lines)}<table border=1>{table}</table>", "utf-8")
    done = command("import", page, "-o", "roadmaps/plan.yaml")
    assert done.exit_code == 0, done.output
    assert "замечание I025: в план не перенесено: рисунок, перед: абзац 1" in done.stderr
    assert "I025" not in command("import", act, "-o", "roadmaps/other.yaml").stderr


def test_a_letter_is_no_plan(command, repository):
    (repository / "letter.txt").write_text("Уважаемая Анна Борисовна!\n\nБлагодарим за помощь.\n", "utf-8")
    done = command("import", "letter.txt", "-o", "roadmaps/plan.yaml")
    assert done.exit_code == 1
    assert "I024" in done.stderr
    assert not (repository / "roadmaps/plan.yaml").exists()


def test_a_directory_outside_the_plans_folder_is_wrong_use(command, act):
    done = command("import", act, "-o", "roadmaps/plan.yaml", "--directory", "elsewhere/town.yaml")
    assert done.exit_code == 2


def test_what_no_plan_prints_is_told_in_its_words(command, repository):
    paper = docx.Document()
    for line in filter(None, ACT.splitlines()):
        paper.add_paragraph(line)
    head, foot = paper.sections[0].header, paper.sections[0].footer
    head.paragraphs[0].text = "Для служебного пользования"
    foot.paragraphs[0].text = "стр. 1 из 3"
    paper.save("приказ.docx")
    done = command("import", "приказ.docx", "-o", "roadmaps/plan.yaml")
    told = next(line for line in done.stderr.splitlines() if "замечание I026" in line)
    assert ("Для служебного пользования" in told, "стр." in told) == (True, False)
    assert "печатает шаблон: 2 – «Для служебного пользования», «стр. 1 из 3»" in done.stdout


def test_a_plan_alone_is_agreed_by_whom_its_grif_names(command, repository):
    paper = docx.Document()
    paper.add_paragraph("УТВЕРЖДАЮ\nГлава администрации\n______ А.Б. Образцова\n«__» ______ 2026 г.")
    paper.add_paragraph("СОГЛАСОВАНО\nНачальник отдела\nВ.Г. Примеров")
    for line in ("ПЛАН", "благоустройства на 2026–2027 годы"):
        paper.add_paragraph(line)
    table = paper.add_table(2, 3, "Table Grid")
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Раздел А. Улицы"
    for cell, text in zip(table.rows[1].cells, ("Мероприятие", "Срок", "Исполнители"), strict=True):
        cell.text = text
    for texts in (("Убрать улицы", "до 1 мая", "отдел"), ("Починить лавки", "до 1 июня", "отдел")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    inner = table.cell(3, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "лавок в 2026 году", "5"
    paper.save("план.docx")
    done = command("import", "план.docx", "-o", "roadmaps/plan.yaml")
    assert done.exit_code == 0, done.output
    plan = yaml.load((repository / "roadmaps/plan.yaml").read_text("utf-8"), yaml.BaseLoader)
    assert len(plan["order"]["agreed"]) == 1
    assert plan["appendices"][0]["title"] == "ПЛАН благоустройства на 2026–2027 годы"
    assert plan["period"] == "2026-2027"
    assert "замечание I027" in done.stderr
    assert "таблица 2 из ячейки: таблица 1, строка 4, графа 1" in done.stderr
