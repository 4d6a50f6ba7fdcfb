"""What people and programs hand over in place of an order, and how the command must answer."""

from collections.abc import Callable
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

import xlsxwriter
from typist import LINK, LINKS, NAMESPACES, TYPES, paragraph, row, table
from typist import cell as drawn_cell


class Foreign(NamedTuple):
    """A file that is no order, or a strange one."""

    file: str
    content: Callable[[], bytes]
    answer: str
    """An expression that the answer holds; empty if any clear answer will do."""
    is_read: bool = False
    """Whether a plan may come of it."""


def package(body: str, **parts: str | bytes) -> bytes:
    """A DOCX with such a body; other parts by names with «__» for «/»."""
    document = f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
    return packed(document, **parts)


def packed(document: str | bytes, **parts: str | bytes) -> bytes:
    numbering = f"<w:numbering {NAMESPACES}/>"
    standard: dict[str, str | bytes] = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": LINKS.format(LINK.format("rId1", "officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": LINKS.format(LINK.format("rId1", "numbering", "numbering.xml")),
        "word/document.xml": document,
        "word/numbering.xml": numbering,
        **{name.replace("__", "/"): part for name, part in parts.items()},
    }
    return zipped(standard)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return buffer.getvalue()


def lines(*texts: str) -> str:
    return "".join(paragraph(text) for text in texts)


def workbook() -> bytes:
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = book.add_worksheet("План")
    sheet.write_row(0, 0, ["№ п/п", "Мероприятие", "Срок", "Исполнитель"])
    sheet.write_row(1, 0, ["1", "Проверить школы", "до 1 сентября", "Отдел образования"])
    book.close()
    return buffer.getvalue()


LETTER = lines(
    "Руководителям образовательных организаций",
    "О направлении информации",
    "Уважаемые коллеги!",
    "Управление образования направляет для использования в работе методические рекомендации.",
    "Приложение: на 5 л. в 1 экз.",
    "С уважением, начальник управления А. Б. Образцова",
)
POEM = lines(
    "Над рекою встал туман,", "Спит на крыше старый кран,", "И плывёт над ним луна,", "Как монета, холодна."
)
CONTRACT = lines(
    "ДОГОВОР № 15",
    "г. Заречье\t\t\t\t12 мая 2023 г.",
    "ООО «Пример» (далее – Подрядчик) и МБУ «Школа № 3» (далее – Заказчик) заключили договор.",
    "1. Предмет договора",
    "1.1. Подрядчик обязуется отремонтировать крышу.",
    "2. Цена договора",
    "2.1. Цена договора составляет 100 000 рублей.",
)
ORDER = lines(
    "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ ЗАРЕЧНОГО РАЙОНА",
    "ПРИКАЗ",
    "12.05.2023\t\t№ 15",
    "Об утверждении плана",
    "В целях подготовки к новому учебному году приказываю:",
    "1. Утвердить план подготовки (приложение).",
    "2. Контроль оставляю за собой.",
    "Начальник управления\t\t\tА. Б. Образцова",
)
TAIL = lines("Приложение", "к приказу от 12.05.2023 № 15", "План подготовки")


def _table(*rows: str, columns: int = 4) -> str:
    return table(list(rows), columns)


def _row(*texts: str) -> str:
    return row("".join(drawn_cell(paragraph(text), 2400) for text in texts))


HEADS = _row("№ п/п", "Мероприятие", "Срок", "Исполнитель")
MEASURE = _row("1", "Проверить школы", "до 1 сентября 2023 года", "Отдел образования")
PNG = bytes.fromhex("89504e470d0a1a0a0000000d49484452") + b"\0" * 200
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 2000
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le") + b"\0" * 400
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE w:document ['
    + "".join(f'<!ENTITY a{at + 1} "{f"&a{at};" * 10}">' if at else '<!ENTITY a1 "ха">' for at in range(10))
    + f"]><w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body></w:document>"
)
STRANGER = (
    '<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY file SYSTEM "file:///etc/hostname">]>'
    f"<w:document {NAMESPACES}><w:body><w:p><w:r><w:t>&file;</w:t></w:r></w:p></w:body></w:document>"
)
SCAN = paragraph() + (
    "<w:p><w:r><w:drawing><wp:inline><wp:extent cx='5000000' cy='7000000'/><wp:docPr id='1' name='скан'/>"
    "</wp:inline></w:drawing></w:r></w:p>"
)


def _nested(depth: int) -> str:
    inner = paragraph("дно")
    for _ in range(depth):
        inner = table([row(f"<w:tc><w:tcPr/>{inner}<w:p/></w:tc>")], 1)
    return inner


HARMFUL = {"бомба", "миллиард смешков", "чужая сущность", "глубокий XML", "слово в два мегабайта"}
FILES: dict[str, Foreign] = {
    # No documents at all
    "0 байт": Foreign("order.docx", lambda: b"", r"пуст"),
    "0 байт, txt": Foreign("order.txt", lambda: b"", r"пуст"),
    "обрезанный файл": Foreign("order.docx", lambda: package(ORDER)[:-300], ""),
    "простой текст под именем docx": Foreign("order.docx", "ПРИКАЗ".encode, ""),
    "книга Excel": Foreign("order.xlsx", workbook, r"xlsx|Excel|книг"),
    "книга Excel под именем docx": Foreign("order.docx", workbook, ""),
    "PDF": Foreign("order.pdf", lambda: PDF, r"pdf|PDF"),
    "PDF под именем docx": Foreign("order.docx", lambda: PDF, r"PDF|pdf|не .*Word|docx"),
    "картинка под именем docx": Foreign("order.docx", lambda: PNG, ""),
    "картинка": Foreign("scan.png", lambda: PNG, r"png|рисунок|изображен|формат"),
    "файл под паролем": Foreign("order.docx", lambda: LOCKED, r"парол|документ"),
    "обломок doc": Foreign("order.doc", lambda: OLE, ""),
    "обломок rtf": Foreign("order.rtf", lambda: b"{\\rtf1", ""),
    "архив без документа": Foreign("order.docx", lambda: zipped({"readme.txt": "привет"}), ""),
    "архив с чужими путями": Foreign(
        "order.docx", lambda: zipped({"../../evil.sh": "rm", "word/document.xml": "<a/>"}), ""
    ),
    "план в YAML": Foreign("source.yaml", lambda: b"format: 1\nid: plan\n", r"yaml|YAML|формат"),
    "без расширения": Foreign("order", lambda: b"\x00\x01\x02", ""),
    "двоичные данные под именем txt": Foreign("order.txt", lambda: bytes(range(256)) * 40, ""),
    "письмо из почты": Foreign("letter.eml", lambda: b"From: a@b\nSubject: hi\n\nText", ""),
    # Documents made to harm
    "бомба": Foreign(
        "order.docx", lambda: packed(b"<w:document><w:body>" + b" " * 400_000_000), r"велик|больш|МБ|размер"
    ),
    "миллиард смешков": Foreign("order.docx", lambda: packed(LAUGHS), ""),
    "чужая сущность": Foreign("order.docx", lambda: packed(STRANGER), ""),
    "неверный XML": Foreign("order.docx", lambda: packed("<w:document><w:body>"), ""),
    "таблицы в таблицах": Foreign("order.docx", lambda: package(ORDER + _nested(60)), "", is_read=True),
    "глубокий XML": Foreign(
        "order.docx", lambda: package("<w:p>" + "<w:ins>" * 5000 + "</w:ins>" * 5000 + "</w:p>"), ""
    ),
    "слово в два мегабайта": Foreign("order.docx", lambda: package(lines("а" * 2_000_000)), ""),
    "ячейки шире таблицы": Foreign(
        "order.docx",
        lambda: package(
            ORDER + TAIL + _table(HEADS, row(drawn_cell(paragraph("1. Раздел"), 1, 99999)), MEASURE)
        ),
        "",
        is_read=True,
    ),
    "объединение без начала": Foreign(
        "order.docx",
        lambda: package(ORDER + TAIL + _table(HEADS, row(drawn_cell("", 1, merge="go") * 4), MEASURE)),
        "",
        is_read=True,
    ),
    # Documents of others
    "письмо": Foreign("letter.docx", lambda: package(LETTER), ""),
    "стихи": Foreign("poem.docx", lambda: package(POEM), ""),
    "стихи, txt": Foreign("poem.txt", "Над рекою встал туман,\nСпит на крыше старый кран.\n".encode, ""),
    "договор": Foreign("contract.docx", lambda: package(CONTRACT), ""),
    "пустой документ": Foreign("order.docx", lambda: package(""), r"пуст|ничего|нет слов|нет текста"),
    "пустые абзацы": Foreign(
        "order.docx", lambda: package(paragraph() * 30), r"пуст|ничего|нет слов|нет текста"
    ),
    "скан": Foreign("scan.docx", lambda: package(SCAN), r"рисун|изображен|скан|картин"),
    # Orders that lack something
    "приказ без таблицы": Foreign("order.docx", lambda: package(ORDER), "", is_read=True),
    "пустая таблица": Foreign(
        "order.docx",
        lambda: package(ORDER + TAIL + _table(*[_row("", "", "", "")] * 3)),
        "",
        is_read=True,
    ),
    "таблица из одной шапки": Foreign(
        "order.docx", lambda: package(ORDER + TAIL + _table(HEADS)), "", is_read=True
    ),
    "таблица без строк": Foreign(
        "order.docx", lambda: package(ORDER + TAIL + table([], 4)), "", is_read=True
    ),
    "таблица без приказа": Foreign("order.docx", lambda: package(_table(HEADS, MEASURE)), "", is_read=True),
    "страница HTML без текста": Foreign("page.html", lambda: b"<html><body></body></html>", ""),
    "страница HTML с меню": Foreign(
        "page.html", "<html><body><ul><li>Главная<li>Новости</ul></body></html>".encode, ""
    ),
}
