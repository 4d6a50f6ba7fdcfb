"""Edits of documents; what the command answers to each stands in `expected/` under its name."""

from copy import deepcopy
from typing import NamedTuple

from editing import Edit, Package, W, after, both, everywhere, looking, replaced, write, xml

ARKHANGELSK, FULL = "arkhangelsk-2021", "full"
MEASURES = "Направления/мероприятия"


class Case(NamedTuple):
    """An edit of the document of a plan."""

    plan: str
    edit: Edit


def tracked(package: Package) -> None:
    """A word replaced by tracked changes."""
    run = package.run("собственный")
    inserted = deepcopy(run)
    inserted.find(f"{W}t").text = "общий"
    addition = xml('<w:ins w:id="91" w:author="Образцова" w:date="2026-01-01T00:00:00Z"/>')
    deletion = xml('<w:del w:id="92" w:author="Образцова" w:date="2026-01-01T00:00:00Z"/>')
    run.addprevious(deletion)
    run.addprevious(addition)
    addition.append(inserted)
    deletion.append(run)
    run.find(f"{W}t").tag = f"{W}delText"


def row_gone(package: Package) -> None:
    row = package.row(MEASURES, "7.2")
    row.getparent().remove(row)


def row_copied(package: Package) -> None:
    row = package.row(MEASURES, "7.2")
    other = deepcopy(row)
    write(other.findall(f"{W}tc")[0], "7.3")
    write(other.findall(f"{W}tc")[1], "Проведение олимпиады: отбор, финал")
    row.addnext(other)


def rows_exchanged(package: Package) -> None:
    row = package.row(MEASURES, "2.2")
    row.getnext().addnext(row)


def cell_filled(words: str, number: str, column: int) -> Edit:
    return lambda package: write(package.cell(MEASURES, number, column), words)


def clause_gone(package: Package) -> None:
    paragraph = package.paragraph("7.2.")
    paragraph.getparent().remove(paragraph)


def clause_added(package: Package) -> None:
    paragraph = package.paragraph("8.\u00a0Контроль")
    other = deepcopy(paragraph)
    write(other, "9. Приказ разместить на сайте.")
    paragraph.addnext(other)


def executor_added(package: Package) -> None:
    cell = package.cell(MEASURES, "2.4", 4)
    paragraph = deepcopy(cell.find(f"{W}p"))
    write(cell, "Департамент образования;")
    write(paragraph, "Руководители ОРЦ")
    cell.append(paragraph)


def executors_anew(package: Package) -> None:
    write(
        package.cell(MEASURES, "2.4", 4),
        "Руководители ОРЦ; Руководители ОО; Департамент образования; МБУ Центр «Леда»",
    )


def paragraph_gone(package: Package) -> None:
    paragraph = package.paragraph("педагог со")
    paragraph.getparent().remove(paragraph)


def number_cell(package: Package) -> None:
    row = next(each for each in package.body.iter(f"{W}tr") if "доля школ" in "".join(each.itertext()))
    write(row.findall(f"{W}tc")[2], "65")


def registered(package: Package) -> None:
    write(package.paragraph("_____"), "26.03.2026 № 12")


def appendix_gone(package: Package) -> None:
    """The form of a report with its mark, title and tables, and the clause that approves it."""
    clause = package.paragraph("6.\u00a0Утвердить форму")
    clause.getparent().remove(clause)


def member_gone(package: Package) -> None:
    row = next(each for each in package.body.iter(f"{W}tr") if "Закладкина" in "".join(each.itertext()))
    row.getparent().remove(row)


def member_added(package: Package) -> None:
    row = next(each for each in package.body.iter(f"{W}tr") if "Закладкина" in "".join(each.itertext()))
    other = deepcopy(row)
    write(other.findall(f"{W}tc")[0], "Липина Анна Борисовна")
    write(other.findall(f"{W}tc")[2], "методист")
    row.addnext(other)


COMMENT = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:comment w:id="0" w:author="Образцова"><w:p><w:r><w:t>Проверить срок.</w:t></w:r></w:p></w:comment>'
    "</w:comments>"
)


def commented(package: Package) -> None:
    package.relate("comments", "comments.xml", COMMENT.encode())


def section_added(package: Package) -> None:
    """With a row of its own, under the last one."""
    rows = list(package.table(MEASURES).iter(f"{W}tr"))
    head, last = next(row for row in rows if "".join(row.itertext()).startswith("7. ")), rows[-1]
    section, row = deepcopy(head), deepcopy(last)
    write(section, "8. Итоги")
    write(row.findall(f"{W}tc")[0], "8.1")
    write(row.findall(f"{W}tc")[1], "Отчёт о выполнении Плана")
    last.addnext(section)
    section.addnext(row)


def section_moved(package: Package) -> None:
    """The last but one under the last."""
    rows = list(package.table(MEASURES).iter(f"{W}tr"))
    last = rows[-1]
    for row in rows:
        if "".join(row.itertext()).startswith(("6. ", "6.")):
            last.addnext(row)
            last = row


def under(words: str, new: str) -> Edit:
    """A paragraph like another under it."""

    def edit(package: Package) -> None:
        paragraph = package.paragraph(words)
        other = deepcopy(paragraph)
        write(other, new)
        paragraph.addnext(other)

    return edit


def deadlines_two(package: Package) -> None:
    cell = package.cell(MEASURES, "2.4", 2)
    paragraph = deepcopy(cell.find(f"{W}p"))
    write(cell, "до 01.03 ежегодно;")
    write(paragraph, "до 01.09 ежегодно")
    cell.append(paragraph)


def footnote_reworded(package: Package) -> None:
    said = next(each for each in package.tree("word/footnotes.xml").iter(f"{W}t") if "любое" in each.text)
    said.text = said.text.replace("любое", "рабочее")


def signed_by_another(package: Package) -> None:
    write(package.paragraph("А.\u00a0Б.\u00a0Образцова"), "Начальник методического отдела В. Г. Примеров")


WORD = replaced("Назначить ответственных", "Определить ответственных")
OTHERS = replaced("относящиеся к компетенции ОО.", "относящиеся к полномочиям ОО.")
STRIKE = looking("ответственных за мероприятия", "<w:strike/>")
CASES = {
    "word": Case(ARKHANGELSK, WORD),
    "word-tracked": Case(ARKHANGELSK, tracked),
    "word-to-be-quoted": Case(ARKHANGELSK, replaced("Назначить ответственных", "Назначить: # ответственных")),
    "two-changes-of-a-clause": Case(ARKHANGELSK, both(WORD, OTHERS)),
    "typed-otherwise": Case(ARKHANGELSK, everywhere("«", '"')),
    "row-gone": Case(ARKHANGELSK, row_gone),
    "row-added": Case(ARKHANGELSK, row_copied),
    "rows-exchanged": Case(ARKHANGELSK, rows_exchanged),
    "deadline-not-understood": Case(ARKHANGELSK, cell_filled("когда-нибудь потом", "2.4", 2)),
    "deadline-gone": Case(ARKHANGELSK, cell_filled("–", "2.4", 2)),
    "executor-added": Case(ARKHANGELSK, executor_added),
    "executors-anew": Case(ARKHANGELSK, executors_anew),
    "executor-unknown": Case(ARKHANGELSK, cell_filled("Отдел цифровизации", "2.4", 4)),
    "clause-added": Case(ARKHANGELSK, clause_added),
    "clause-gone": Case(ARKHANGELSK, clause_gone),
    "name-of-the-directory": Case(ARKHANGELSK, replaced("отдела организационно-", "сектора организационно-")),
    "words-of-the-program": Case(ARKHANGELSK, replaced("к приказу", "к распоряжению")),
    "paragraph-of-prose-gone": Case(FULL, paragraph_gone),
    "paragraph-of-prose-added": Case(
        FULL, after("педагог со", "<w:p><w:r><w:t>Новый *абзац*.</w:t></w:r></w:p>")
    ),
    "number-of-a-table": Case(FULL, number_cell),
    "clause-with-an-appendix-gone": Case(FULL, appendix_gone),
    "member-gone": Case(FULL, member_gone),
    "member-added": Case(FULL, member_added),
    "requisites-filled-in": Case("measures", registered),
    "section-added": Case(ARKHANGELSK, section_added),
    "section-moved": Case(ARKHANGELSK, section_moved),
    "clause-under-a-clause": Case(ARKHANGELSK, under("6.\u00a0Руководителю", "6.1. Отчитаться за год.")),
    "paragraph-of-a-clause": Case(FULL, under("5.\u00a0Утвердить состав", "Комиссия работает весь год.")),
    "deadlines-two": Case(ARKHANGELSK, deadlines_two),
    "copies": Case(FULL, replaced("12", "15")),
    "footnote": Case("illustrated", footnote_reworded),
    "caption": Case("illustrated", replaced("Цепочка оповещения", "Схема оповещения")),
    "signed-by-another": Case(FULL, signed_by_another),
    "word-of-a-calendar-plan": Case("calendar", replaced("Проверить готовность", "Оценить готовность")),
    "commented": Case(ARKHANGELSK, commented),
    "struck-out": Case(ARKHANGELSK, STRIKE),
}
