"""Acts carried out on the file of a plan: our drafts give the new edition, others say what they could not."""

import shutil
from pathlib import Path

import pytest
from test_record import DRAFTED, PAIRS, take

from in_process import run, run_ok
from roadmapc.amend.numbers import own_numbers
from roadmapc.amend.preparation import prepare
from roadmapc.amend.printed_order import printed_order
from roadmapc.compiled import Compiled
from roadmapc.diff.from_plan import provisions
from roadmapc.pipeline import compile_edition

ACT = ("--number", "20", "--date", "01.02.2022")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(PAIRS / "organisations", tmp_path / "organisations")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def compiled(name: str) -> Compiled:
    plan = compile_edition(Path(name)).value
    assert plan is not None
    return plan


@pytest.mark.parametrize("case", DRAFTED)
def test_our_own_draft_makes_the_new_edition_and_comments_stay(case: str, folder: Path) -> None:
    take(case, folder)
    text = (folder / "before.yaml").read_text("utf-8")
    (folder / "before.yaml").write_text(text.replace("period:", "# срок плана\nperiod:"), "utf-8")
    run_ok("amend", "before.yaml", "after.yaml", *ACT, "-o", "act.yaml")
    result = run("apply", "before.yaml", "act.yaml", "-o", "made.yaml")
    assert result.exit_code == 0, result.stderr
    target = prepare(compiled("before.yaml").plan, compiled("after.yaml").plan).target
    made = compiled("made.yaml").plan
    assert printed_order(made, own_numbers(provisions(made))) == target
    assert "# срок плана\n" in (folder / "made.yaml").read_text("utf-8")


ON_PAPER = """\
О внесении изменений в приказ
1. Внести в приказ начальника управления образования от 18.03.2021 № 168 следующие изменения:
1.1. В графе «Сроки» строки 1.1 приложения цифры «01.09» заменить цифрами «15.09».
1.2. Графу «Исполнители» строки 1.3 приложения изложить в следующей редакции: «Управление образования
Школы».
1.3. Строку 2.2 приложения признать утратившей силу.
2. Контроль за исполнением приказа оставляю за собой.
"""


def test_an_act_on_paper_is_carried_out(folder: Path) -> None:
    take("deadline-later", folder)
    (folder / "act.txt").write_text(ON_PAPER, "utf-8")
    result = run("apply", "before.yaml", "act.txt", "-o", "made.yaml")
    assert result.exit_code == 0, result.stderr
    assert result.stderr.count("выполнено: ") == 3
    assert "не изменение: Контроль за исполнением приказа оставляю за собой." in result.stderr
    rows = {measure.number: measure for _, measure in compiled("made.yaml").plan.walk()}
    assert rows.keys() == {"1.1", "1.2", "1.3", "2.1", "2.3"}
    assert rows["1.1"].terms[0].deadline.text == "до 15.09 ежегодно"
    assert [each.actor.id for each in rows["1.3"].executors] == ["department", "schools"]


MEMBERS_ON_PAPER = """\
1. Из состава, приведённого в приложении, вывести Черновикова О. П.
2. В состав, приведённый в приложении, в группу «Члены комиссии» ввести Рисовалову Анну Петровну – главного
бухгалтера лицея (по согласованию).
3. В составе, приведённом в приложении, наименование должности Закладкиной Нины Фёдоровны изложить в \
следующей редакции: «директор лицея (по согласованию)».
"""


def test_members_are_found_by_their_cases_and_come_by_the_one_nominative(folder: Path) -> None:
    take("composition-members", folder)
    (folder / "act.txt").write_text(MEMBERS_ON_PAPER.replace("главного\n", "главного "), "utf-8")
    result = run("apply", "before.yaml", "act.txt", "-o", "made.yaml")
    assert result.exit_code == 0, result.stderr
    made = (folder / "made.yaml").read_text("utf-8")
    assert "Черновиков" not in made
    made_plan = compiled("made.yaml").plan
    groups = printed_order(made_plan, own_numbers(provisions(made_plan))).appendices[0].groups
    assert ("Рисовалова Анна Петровна", "главный бухгалтер лицея (по согласованию)") in groups[-1].seats
    assert ("Закладкина Нина Фёдоровна", "директор лицея (по согласованию)") in groups[-1].seats


SUM = "В графе «местный бюджет» строки 1.2 приложения № 1 цифры «800» заменить цифрами «950».\n"
WRONG_TOTALS = (
    "В графе «местный бюджет» строки «Итого по разделу 1» приложения № 1 цифры «2 000» заменить"
    " цифрами «2 151».\n"
)


@pytest.mark.parametrize("act", [SUM, SUM + WRONG_TOTALS, WRONG_TOTALS + SUM])
def test_a_total_that_an_act_forgets_or_sums_otherwise_is_told(act: str, folder: Path) -> None:
    take("measures-sum", folder)
    (folder / "act.txt").write_text(act, "utf-8")
    result = run("apply", "before.yaml", "act.txt", "-o", "made.yaml")
    assert result.exit_code == 1
    assert "напечаталось бы «2 150» вместо «2 " in result.stderr.replace("\u00a0", " ")
    assert not (folder / "made.yaml").exists()


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Строку 9.9 приложения признать утратившей силу.", "9.9"),
        ("Строку 1.1 признать утратившей силу.", "не сказано, в каком приложении"),
        (
            "В графе «Сроки» строки 1.1 приложения слова «до мая» заменить словами «до июня».",
            "ровно один раз",
        ),
        ("В графе «Срок» строки 1.1 приложения цифры «01.09» заменить цифрами «15.09».", "графы «Срок» нет"),
        (
            "Графу «Исполнители» строки 1.1 приложения изложить в следующей редакции: «Отдел тайн».",
            "«Отдел тайн» в справочнике нет",
        ),
        ("Дополнить пункт 1 по смыслу.", "не прочитано"),
        ("В пункте 2 слово «Методическому» заменить словом «учебному».", "ссылка на справочник"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(sentence: str, reason: str, folder: Path) -> None:
    take("deadline-later", folder)
    (folder / "act.txt").write_text(sentence, "utf-8")
    result = run("apply", "before.yaml", "act.txt", "-o", "made.yaml")
    assert result.exit_code == 1
    assert "не выполнено: " in result.stderr
    assert reason in result.stderr
    assert not (folder / "made.yaml").exists()


def test_a_file_of_the_folder_is_carried_out_and_what_overlaps_is_said(folder: Path) -> None:
    take("deadline-later", folder)
    shutil.copy("before.yaml", "signed.yaml")
    run_ok("amend", "before.yaml", "after.yaml", *ACT, "--record", "-o", "act.yaml")
    act = "acts/quality-2021/2022-02-01-20.yaml"
    run_ok("apply", "signed.yaml", act, "-o", "made.yaml")
    made = compiled("made.yaml").plan
    assert [each.fields for each in provisions(made) if each.id != "amendments"] == [
        each.fields for each in provisions(compiled("after.yaml").plan) if each.id != "amendments"
    ]
    again = run("apply", "made.yaml", act)
    assert again.exit_code == 1
    assert "по акту было" in again.stderr
