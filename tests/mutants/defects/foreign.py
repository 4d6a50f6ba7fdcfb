"""What came from another document: its years, its marks."""

from random import Random

from kind import Kind, Mutation
from manuscript import Manuscript
from ways import added, new_measures, new_part

MARKS = ("УТВЕРЖДАЮ", "ПРОЕКТ", "Проект", "СОГЛАСОВАНО", "УТВЕРЖДАЮ Директор ______________")
SENTENCE = "Работа ведётся по плану, утверждённому приказом."
YEARS = (" на {}/{} учебный год", " в {}–{} годах", " по плану на {}–{} годы", " в {}/{} учебном году")

ALIEN = (
    "Вывоз снега с улиц посёлка",
    "Отлов безнадзорных животных",
    "Ремонт взлётной полосы аэродрома",
    "Вакцинация поголовья северных оленей",
    "Промывка тепловых сетей",
    "Заготовка кормов на зиму",
)
OWN = "Совещание исполнителей Плана"


def _years(plan: Manuscript, random: Random) -> Mutation | None:
    """A school year, or years, of another plan."""
    year = random.choice((2009, 2012, 2014, 2016))
    words = random.choice(YEARS).format(year, year + 1)
    return added(("measure measure", "measure result", "clause text"), (words, ""))(plan, random)


KINDS = (
    Kind(
        "чужое",
        "мероприятие из другого плана",
        new_measures(*(([{"measure": row}], [{"measure": OWN}]) for row in ALIEN)),
        unless="D N",
    ),
    Kind("чужое", "чужой год", _years),
    Kind(
        "чужое",
        "«УТВЕРЖДАЮ», «ПРОЕКТ» остались в тексте",
        new_part(*(({"text": f"{mark}\n\n{SENTENCE}"}, {"text": SENTENCE}) for mark in MARKS)),
        unless="E606",
    ),
)
