"""An invented order, as rich as a real one, and broken templates to render it with."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from roadmapc.render.view import (
    AppendixView,
    ColumnView,
    MeasureRow,
    MeasuresView,
    OrderView,
    ParagraphKind,
    ParagraphView,
    SectionRow,
    SignatureView,
)
from roadmapc.text.blocks import Block, BlockKind

MAIN_PART = "word/document.xml"

COLUMNS = (
    ColumnView("number", "№ п/п"),
    ColumnView("measure", "Направления/мероприятия"),
    ColumnView("deadline", "Сроки"),
    ColumnView("result", "Ожидаемый результат"),
    ColumnView("executors", "Исполнители"),
)


def text(*lines: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.PARAGRAPH, line) for line in lines)


def dashes(*items: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.DASH, item) for item in items)


def letters(*items: str) -> tuple[Block, ...]:
    return tuple(Block(BlockKind.LETTER, item) for item in items)


DEPARTMENT = "Департамент образования (отдел организационно-аналитического обеспечения)"
MEASURES = (
    (
        text(
            "Организационно-методическое сопровождение конкурентоспособности школ по ст. 28 закона № 273-ФЗ"
        ),
        text("до 01.08 ежегодно"),
        letters("школы получают адресную помощь;", "доля слабых результатов ниже 5 %."),
        text(DEPARTMENT),
    ),
    (
        text("Отчёт о результатах самооценки в части:")
        + dashes("начального образования;", "дополнительного."),
        text("2021-2025 гг."),
        (),
        text(DEPARTMENT, "Руководители учреждений"),
    ),
    (
        text("Встреча руководителей с А. Б. Образцовой в г. Образцовск"),
        text("18 марта 2021 г.", "до 01.10 ежегодно"),
        text("Принят общий план")
        + letters("утверждён состав группы;", "назначены даты;", "создан реестр лучших практик."),
        text("Руководители учреждений"),
    ),
)


def rows(sections: int) -> tuple[SectionRow | MeasureRow, ...]:
    """So many sections of three measures; the second section has a sub-section."""
    found: list[SectionRow | MeasureRow] = []
    for section in range(1, sections + 1):
        found.append(SectionRow(f"{section}. Мониторинг качества образования", 1))
        found.extend([SectionRow("2.1. Оценочные процедуры", 2)] if section == 2 else [])
        for number, cells in enumerate(MEASURES, 1):
            found.append(MeasureRow((text(f"{section}.{number}"), *cells)))
    return tuple(found)


CLAUSES = (
    ("clause", "1.", "Признать утратившим силу приказ от 15.11.2018 № 886 «О плане на 2019-2021 гг.»."),
    ("clause", "2.", "Утвердить План повышения качества образования на 2021-2025 гг. (приложение)."),
    ("clause", "3.", "Начальнику отдела (Образцовой А. Б.) обеспечить:"),
    ("item", "", "мониторинг мероприятий Плана;"),
    ("item", "", "включение вопросов реализации Плана в контрольные мероприятия."),
    ("continuation", "", "Сведения представляются в департамент образования."),
    ("clause", "4.", "Руководителям муниципальных образовательных учреждений:"),
    ("subclause", "4.1.", "Назначить лиц, ответственных за выполнение мероприятий Плана."),
    ("clause", "5.", "Контроль за исполнением приказа возложить на Примерова В. Г."),
)


def appendix(number: int = 1, *, sections: int = 3) -> AppendixView:
    mark = (f"Приложение № {number}", "к приказу директора департамента образования", "от 18.03.2021 № 168")
    title = "План повышения качества общего образования на 2021-2025 гг."
    return AppendixView(mark, title, (MeasuresView(COLUMNS, rows(sections)),))


def order(*appendices: AppendixView) -> OrderView:
    return OrderView(
        is_draft=False,
        head=("Администрация городского округа «Образцовск»", "Директор департамента образования"),
        date="18.03.2021",
        number="168",
        place="",
        title="Об утверждении Плана повышения качества общего образования на 2021-2025 гг.",
        preamble="В соответствии с п. 22 Положения от 31.07.2020 № 1083, в целях повышения качества",
        clauses=tuple(ParagraphView(ParagraphKind(kind), number, words) for kind, number, words in CLAUSES),
        signature=SignatureView("", "А. Б. Образцова"),
        executor_mark=(),
        distribution=(),
        appendices=appendices or (appendix(),),
        approval=(),
        acquaintance=(),
        author="Департамент образования",
        created="2021-03-18T00:00:00Z",
        digest="0123456789abcdef" * 4,
    )


def with_cell(*blocks: Block) -> OrderView:
    """An order whose only measure has these blocks in its second column."""
    cells = (text("1"), blocks, text("постоянно"), (), text("Школы"))
    return order(AppendixView(("Приложение",), "План", (MeasuresView(COLUMNS, (MeasureRow(cells),)),)))


def edited(template: bytes, old: str, new: str, *, part: str = MAIN_PART) -> bytes:
    """The template with one place of a part's XML changed, as a clerk's hand might change it."""
    changed = BytesIO()
    with ZipFile(BytesIO(template)) as source, ZipFile(changed, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                assert old in content.decode(), f"the template has no {old!r}"
                content = content.decode().replace(old, new, 1).encode()
            target.writestr(name, content)
    return changed.getvalue()
