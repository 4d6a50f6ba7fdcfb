"""An invented order, as rich as a real one, and broken templates to render it with."""

from dataclasses import replace
from io import BytesIO
from itertools import count
from zipfile import ZipFile

from roadmapc.model.act import ActKind
from roadmapc.model.parts import Head, TableCell, TableRow
from roadmapc.model.sums import RowKind
from roadmapc.render.document.prose import prose
from roadmapc.render.document.requisites_view import CopiesView, SignatureView
from roadmapc.render.document.view import (
    AppendixView,
    ColumnView,
    HeadingView,
    MeasureRow,
    MeasuresView,
    OrderView,
    ParagraphKind,
    ParagraphView,
    PassportView,
    ProseView,
    QuoteView,
    SectionRow,
    TableView,
)
from roadmapc.text.blocks import Block, BlockKind

MAIN_PART = "word/document.xml"
PLANNED, ACHIEVED = Head("план", (), is_upward=False), Head("факт", (), is_upward=False)
NUMBERS = {
    ParagraphKind.CLAUSE: "1.",
    ParagraphKind.SUBCLAUSE: "1.1.",
    ParagraphKind.CONTINUATION: "",
    ParagraphKind.ITEM: "",
    ParagraphKind.NUMBERED_ITEM: "а)",
}

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


def quote(*found: SectionRow | MeasureRow) -> QuoteView:
    """Rows in quotes; without any, a section with one measure."""
    first = MeasureRow((text("2.3¹"), *MEASURES[0][:-1], text("Школы».")))
    return QuoteView(COLUMNS, found or (SectionRow("«3. Итоги", 1), first))


def order(*appendices: AppendixView) -> OrderView:
    return OrderView(
        is_draft=False,
        kind=ActKind.ORDER,
        head=("Администрация городского округа «Образцовск»", "Директор департамента образования"),
        date="18.03.2021",
        number="168",
        place="",
        title="Об утверждении Плана повышения качества общего образования на 2021-2025 гг.",
        preamble="В соответствии с п. 22 Положения от 31.07.2020 № 1083, в целях повышения качества",
        verb="приказываю",
        clauses=tuple(ParagraphView(ParagraphKind(kind), number, words) for kind, number, words in CLAUSES),
        signatures=(SignatureView("", "А. Б. Образцова"),),
        executor_mark=(),
        distribution=(),
        appendices=appendices or (appendix(),),
        approval=(),
        acquaintance=(),
        author="Департамент образования",
        created="2021-03-18T00:00:00Z",
        digest="0123456789abcdef" * 4,
    )


PROSE = """\
## Введение

Качество образования – **общая** забота, *в том числе* города.

### Задачи

- повышать качество;
- помогать школам.

1. Первый принцип.
   - с пояснением;
2. Второй принцип.

Иной перечень:

4. Четвёртое правило.
5. Пятое правило.
"""
HEADS = (
    Head("Показатель", (), is_upward=False),
    Head(
        "Годы",
        (Head("2022", (), is_upward=False), Head("2023", (PLANNED, ACHIEVED), is_upward=False)),
        is_upward=False,
    ),
)


def table_row(*texts: str) -> TableRow:
    """A row of a table without duties, a cell a column."""
    return TableRow(RowKind.ITEM, tuple(map(TableCell, texts)))


def concept() -> AppendixView:
    """An appendix that needs no wide page: prose, a passport, a small table."""
    passport = PassportView(
        (("Цель", text("рост качества:") + dashes("школ;", "садов.")), ("Срок", text("год")))
    )
    table = TableView(
        HEADS, (table_row("Доля школ", "16", "8", ""), table_row("Число садов", "–", "4,5", "5 %"))
    )
    parts = (
        HeadingView("2020 год"),
        ProseView(prose(PROSE, count(1))),
        passport,
        HeadingView("Показатели"),
        table,
    )
    return AppendixView(("УТВЕРЖДЕНА", "приказом директора", "от 18.03.2021 № 168"), "Концепция", parts)


def statistics(groups: int = 16) -> AppendixView:
    """An appendix with a table too wide for the page of the order."""
    pair = (Head("% «2»", (), is_upward=True), Head("% высоких результатов", (), is_upward=True))
    heads = [Head(f"Тест {at}", pair, is_upward=False) for at in range(groups)]
    row = table_row("Образцовская школа", *("12" for _ in range(2 * groups)))
    table = TableView((Head("Название", (), is_upward=False), *heads), (row, row))
    return AppendixView(("Приложение № 4",), "Результаты", (table,))


def rich() -> OrderView:
    """An order with everything that an order may have."""
    signer = SignatureView("Начальник отдела общего образования", "В. Г. Примеров")
    return replace(
        order(appendix(1, sections=2), concept(), appendix(3, sections=1), statistics()),
        is_draft=True,
        kind=ActKind.ORDER,
        place="г. Образцовск",
        clauses=tuple(ParagraphView(kind, NUMBERS[kind], f"Текст: {kind}.") for kind in ParagraphKind),
        signatures=(signer,),
        executor_mark=("Закладкина Нина Фёдоровна", "8 (000) 000-00-00"),
        distribution=(CopiesView("в дело", "1 экз."), CopiesView("в школы", "12 экз.")),
        approval=(signer, signer),
        acquaintance=(signer,),
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
