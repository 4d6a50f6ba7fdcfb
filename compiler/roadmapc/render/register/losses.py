"""What people have put into a register that no new one can be given: named before the new one is made."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, Final
from xml.etree import ElementTree as ET

from roadmapc.render.register.columns import STATUSES
from roadmapc.render.register.control import conditions

_RELATED: Final = {
    "drawing": "рисунки, диаграммы или фигуры",
    "chart": "диаграммы",
    "image": "рисунки",
    "picture": "рисунки",
    "table": "умные таблицы",
    "pivotTable": "сводные таблицы",
    "oleObject": "вложенные объекты",
    "package": "вложенные файлы",
    "control": "кнопки и поля",
    "ctrlProp": "кнопки и поля",
    "threadedComment": "цепочки примечаний (остаётся их текст)",
    "slicer": "срезы",
    "queryTable": "запросы к данным",
}
"""By the last word of a relation's type."""
_OF_BOOK: Final = {
    "vbaProject": "макросы",
    "externalLink": "связи с другими книгами",
    "connections": "подключения к данным",
    "xmlMaps": "карты XML",
}
_TEXT = re.compile(rb"<(?:\w+:)?(si|is)>(.*?)</(?:\w+:)?\1>", re.DOTALL)
_RUN = re.compile(rb"<(?:\w+:)?r>(?:<(?:\w+:)?rPr>(.*?)</(?:\w+:)?rPr>)?", re.DOTALL)
_NAMED: Final = 5
"""Names that a message holds."""
_SUMMARY: Final = "Сводка"
_CELL = re.compile(r"\$?[A-Z]{1,3}\$?[0-9]+")
_OUR_CONDITIONS = frozenset(conditions("*", "*", "*"))
_FIRST_DAY: Final = "36526"
"""01.01.2000, before which the register lets nobody write a day."""


def losses_of_book(parts: Mapping[str, bytes], book: Any) -> Iterator[str]:
    """What belongs to the whole book, or hangs on a sheet of it."""
    relations = dict(_relations(parts, "xl/workbook.xml"))
    yield from (_OF_BOOK[kind] for kind, _target in relations.values() if kind in _OF_BOOK)
    if names := [name for name in book.defined_names if not name.startswith("_xlnm.")]:
        yield f"имена диапазонов: {', '.join(names[:_NAMED])}"
    if book.security is not None and book.security.lockStructure:
        yield "защита книги"
    if any(_is_rich(part) for name, part in parts.items() if name.endswith(".xml") and b"rPr>" in part):
        yield "оформление части текста внутри ячеек"
    for title, path in _sheets(parts, relations):
        for kind, target in dict(_relations(parts, path)).values():
            is_summary = title == _SUMMARY and kind == "drawing"
            if kind in _RELATED and not (is_summary and _is_one_chart(parts, target)):
                yield f"{_RELATED[kind]} на листе «{title}»"


def _is_rich(part: bytes) -> bool:
    """Whether a text of a cell looks otherwise in its parts."""
    return any(len(set(_RUN.findall(text))) > 1 for _, text in _TEXT.findall(part))


def losses_of_sheet(sheet: Any) -> Iterator[str]:
    """What people have put on a sheet of their own, beside its cells."""
    found = (
        (sheet.protection.sheet, "защита"),
        (sheet.data_validations.dataValidation, "проверка вводимых значений"),
        (len(sheet.conditional_formatting), "условное форматирование"),
        (sheet.auto_filter.ref, "фильтр"),
    )
    yield from (f"{what} на листе «{sheet.title}»" for is_there, what in found if is_there)


def losses_of_made(sheet: Any) -> Iterator[str]:
    """What people have put on a sheet that every build makes anew."""
    if any(cell.comment or cell.hyperlink for row in sheet.iter_rows() for cell in row):
        yield f"примечания и ссылки на листе «{sheet.title}»"


def losses_of_control(sheet: Any) -> Iterator[str]:
    """What people have added to a sheet of the register."""
    title = sheet.title
    headings = [cell.value for cell in sheet[1]]
    beside = [
        cell.coordinate
        for row in sheet.iter_rows()
        for cell, heading in zip(row, headings, strict=True)
        if heading is None and (cell.value is not None or cell.comment)
    ]
    if beside:
        yield f"ячейки в графах без заголовка на листе «{title}»: {', '.join(beside[:_NAMED])}"
    if namesakes := [str(name) for name, times in Counter(headings).items() if name and times > 1]:
        yield f"одинаковые графы на листе «{title}»: {', '.join(namesakes[:_NAMED])}"
    if sheet.merged_cells.ranges:
        yield f"объединение ячеек на листе «{title}»"
    if sheet.protection.sheet:
        yield f"защита листа «{title}»"
    formulas = ["".join(rule.formula) for found in sheet.conditional_formatting for rule in found.rules]
    if not _OUR_CONDITIONS.issuperset(_CELL.sub("*", formula) for formula in formulas):
        yield f"условное форматирование на листе «{title}»"
    for rule in sheet.data_validations.dataValidation:
        is_ours = rule.type == "date" and rule.formula1 == _FIRST_DAY
        if not is_ours and rule.formula1 != f'"{",".join(STATUSES)}"':
            yield f"проверка вводимых значений на листе «{title}»"
            break


def _relations(parts: Mapping[str, bytes], path: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The kind and the target of each relation of a part, by its id."""
    folder, name = posixpath.split(path)
    content = parts.get(f"{folder}/_rels/{name}.rels")
    for each in ET.fromstring(content) if content else ():
        target = posixpath.normpath(posixpath.join("/", folder, each.get("Target", ""))).lstrip("/")
        yield each.get("Id", ""), (each.get("Type", "").rpartition("/")[2], target)


def _sheets(
    parts: Mapping[str, bytes], relations: Mapping[str, tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """The name and the path of each sheet."""
    for each in ET.fromstring(parts["xl/workbook.xml"]).iter():
        if each.tag.endswith("}sheet"):
            ids = [value for name, value in each.attrib.items() if name.endswith("}id")]
            if ids and ids[0] in relations:
                yield each.get("name", ""), relations[ids[0]][1]


def _is_one_chart(parts: Mapping[str, bytes], path: str) -> bool:
    """Whether a drawing is that of the summary, which is made anew."""
    anchors = [each for each in ET.fromstring(parts[path]) if each.tag.endswith("Anchor")]
    kinds = [kind for _, (kind, _target) in _relations(parts, path)]
    return len(anchors) == 1 and kinds == ["chart"]
