"""Orders with tables of all column sets that public plans have; what stands in them is invented."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import Any

import yaml
from content import Appendix, Cells, Content, Head, Line, Section, Sheet

HERE = Path(__file__).parent
FILLING: dict[str, tuple[str, ...]] = {
    "measure": (
        "Провести обследование зданий учреждений",
        "Разработать порядок учёта обращений граждан",
        "Организовать обучение ответственных лиц",
        "Подготовить проект постановления о проведении смотра",
        "Обеспечить размещение сведений на официальном сайте",
        "Проверить готовность пунктов временного размещения",
        "Провести совещание с руководителями учреждений",
        "Подвести итоги и представить отчёт",
    ),
    "deadline": (
        "до 15 февраля",
        "март – апрель",
        "ежеквартально",
        "постоянно",
        "II квартал",
        "до 01.06.2023",
        "в течение года",
        "не позднее 20 декабря 2023 года",
    ),
    "start": ("01.01.2023", "15.02.2023", "01.03.2023", "01.04.2023"),
    "end": ("31.12.2023", "30.06.2023", "01.09.2023", "25.12.2023"),
    "moment": ("1 июня, 10.00", "12 июня, 12.00", "22 июня, 9.30", "19 августа, 11.00"),
    "bodies": (
        "Управление образования",
        "Отдел культуры;\nДом культуры",
        "Управление образования,\nотдел культуры",
        "Финансовое управление",
        "МКУ «Центр хозяйственного обслуживания»",
        "Дом культуры",
    ),
    "persons": (
        "Рябинина К. Л.",
        "Сосновский Д. Е.\nРябинина К. Л.",
        "Звонарёва О. Ф.",
        "Колодезев М. Н., Звонарёва О. Ф.",
    ),
    "posts": (
        "главы поселений",
        "заместитель главы администрации",
        "директора школ",
        "начальник отдела культуры;\nдиректора школ",
    ),
    "mixed": (
        "Управление образования (Рябинина К. Л.)",
        "Отдел культуры, Сосновский Д. Е.",
        "творческая группа",
        "Дом культуры (Звонарёва О. Ф.)",
    ),
    "agreed": (
        "Отдел полиции (по согласованию)",
        "Управление образования",
        "Районная больница (по согласованию)",
    ),
    "same": ("Администрация Заречного района",),
    "starred": ("Отдел полиции <*>", "Управление образования", "Сосновский Д. Е."),
    "place": ("площадь Мира", "Дом культуры", "стадион «Заря»", "городской парк"),
    "result": ("Акт обследования", "Порядок утверждён", "Обучены 20 человек", "Сведения размещены"),
    "sum": ("120,5", "1 300,0", "–", "48,0"),
    "count": ("12", "140", "3", "25"),
    "mark": ("х", "-", "х", "х", "-", "-", "х"),
    "empty": ("",),
    "kind": ("Приказ", "Справка", "Протокол", "Отчёт"),
    "indicator": ("доля учреждений, процентов", "число обученных, человек", "охват детей, процентов"),
    "audience": ("руководители учреждений", "педагоги", "родители", "обучающиеся 9–11 классов"),
    "unit": ("единиц", "человек", "процентов"),
    "text": ("местный бюджет", "без финансирования", "средства предприятий"),
}
SECTIONS = {
    "roman": ("I. Организационные мероприятия", "II. Работа с кадрами", "III. Контроль"),
    "arabic": ("1. Организационные мероприятия", "2. Работа с кадрами", "3. Контроль"),
    "months": ("Май", "Июнь", "Июль"),
    "plain": ("Подпрограмма «Развитие»", "Подпрограмма «Кадры»", "Обеспечивающие мероприятия"),
    "deep": ("1. Механизмы управления", "1.1. Система оценки", "1.2. Система отбора"),
}
ROWS = (3, 2, 3)
"""In each section."""


@cache
def column_sets() -> dict[str, Content]:
    """An order for each set, by its name."""
    told = yaml.safe_load((HERE / "column_sets.yaml").read_text("utf-8"))
    return {each["name"]: _order(each, at) for at, each in enumerate(told)}


def _order(told: dict[str, Any], at: int) -> Content:
    title = "План мероприятий по подготовке к смотру учреждений на 2023 год"
    mark = ("Приложение", "к постановлению администрации", "Заречного района", f"от 16.01.2023 № {at + 10}-п")
    return Content(
        name=told["name"],
        head=("АДМИНИСТРАЦИЯ ЗАРЕЧНОГО РАЙОНА",),
        kind="постановление",
        date=date(2023, 1, 16),
        number=f"{at + 10}-п",
        place="с. Заречное",
        title="О подготовке к смотру учреждений в 2023 году",
        preamble="В целях повышения качества работы муниципальных учреждений администрация Заречного района",
        verb="постановляет",
        clauses=(
            Line("Утвердить план мероприятий по подготовке к смотру учреждений (приложение).", "1."),
            Line("Контроль за исполнением настоящего постановления оставляю за собой.", "2."),
        ),
        signatures=(("Глава Заречного района", "Д. Е. Сосновский"),),
        appendices=(Appendix(mark, title, (_sheet(told),)),),
    )


def _sheet(told: dict[str, Any]) -> Sheet:
    heads, kinds = [], []
    for column in told["columns"]:
        ((heading, kind),) = column.items()
        under = [kind] if isinstance(kind, str) else [next(iter(each.values())) for each in kind]
        kinds += under
        columns = () if isinstance(kind, str) else tuple(Head(next(iter(each))) for each in kind)
        heads.append(Head(str(heading), columns))
    notes = (told["note"],) if "note" in told else ()
    rows = tuple(_rows(told, kinds))
    return Sheet(tuple(heads), rows, True, told.get("column_numbers", False), notes)


def _rows(told: dict[str, Any], kinds: list[str]) -> Iterator[Section | Cells]:
    filling = {kind: cycle(FILLING[kind]) for kind in kinds if kind != "number"}
    titles = SECTIONS.get(told.get("sections", ""), ("",) * len(ROWS))
    count = 0
    for section, (title, size) in enumerate(zip(titles, ROWS, strict=True), start=1):
        if title:
            yield Section(title, 2 if title[:4] in ("1.1.", "1.2.") else 1)
        if told.get("sections") == "deep" and section == 1:
            continue
        for within in range(1, size + 1):
            count += 1
            number = _number(told, title, within, count, section)
            yield tuple(number if kind == "number" else next(filling[kind]) for kind in kinds)
        if "total" in told and title:
            yield _total(f"{told['total']} {section}", kinds)
    if "total" in told and not titles[0]:
        yield _total(told["total"], kinds)


def _number(told: dict[str, Any], title: str, within: int, count: int, section: int) -> str:
    form = told["number"]
    dot = "." if form.endswith(".") else ""
    if not form:
        return ""
    if told.get("sections") == "deep":
        return f"{title.split(maxsplit=1)[0].rstrip('.')}.{within}{dot}"
    if form.strip(".").count(".") == 1:
        return f"{section}.{within}{dot}"
    return f"{within if told.get('anew') else count}{dot}"


def _total(title: str, kinds: list[str]) -> Cells:
    at = 1 if kinds[0] == "number" else 0
    return tuple(
        title if column == at else "700,0" if kind == "sum" else "" for column, kind in enumerate(kinds)
    )
