"""Deadline phrases in the proportions of real plans.

Each shape has the weight that it has among the cells of 93 plans; a cell without a year, which is more than
every second one, means every year of the plan.
"""

from collections.abc import Callable, Iterator
from datetime import date
from random import Random

FIRST_YEAR, LAST_YEAR = 2021, 2024
"""As long as real plans last on average; it gives three dates to a measure, as theirs do."""

_MONTHS = (
    ("январь", "января"),
    ("февраль", "февраля"),
    ("март", "марта"),
    ("апрель", "апреля"),
    ("май", "мая"),
    ("июнь", "июня"),
    ("июль", "июля"),
    ("август", "августа"),
    ("сентябрь", "сентября"),
    ("октябрь", "октября"),
    ("ноябрь", "ноября"),
    ("декабрь", "декабря"),
)
"""Nominative and genitive."""
_WEEKDAYS = ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье")
_PERIODICITY = (
    "ежегодно",
    "ежеквартально",
    "ежемесячно",
    "раз в полугодие",
    "не реже одного раза в квартал",
    "2 раза в год",
    "каждые три года",
)
_SPANS = (
    "2021-2024 гг.",
    "2021–2024 годы",
    "в течение года",
    "в течение всего периода",
    "в течение 2022 года",
    "2023 год",
)
_SEASONS = ("в период летних каникул", "в осенний месячник благоустройства", "перед отопительным сезоном")
_SCHEDULES = ("по отдельному графику", "в соответствии с планом работы департамента", "согласно графику")
_CONTINUOUS = ("постоянно", "на постоянной основе", "систематически", "весь период")
_OFFSETS = (
    "в течение 10 рабочих дней со дня утверждения отчёта",
    "за 5 дней до начала смены",
    "не позднее месяца после получения результатов",
    "в трёхдневный срок после заседания",
)
_REPORTS = (
    "ежеквартально, до {day} числа месяца, следующего за отчётным",
    "до {day} числа месяца, следующего за отчётным кварталом",
    "ежемесячно до {day} числа",
    "ежегодно, до {day} января года, следующего за отчётным",
)
_BEFORE = (
    "школы",
    "общеобразовательные организации",
    "детские сады",
    "дошкольные образовательные организации",
    "учреждения дополнительного образования",
    "специалисты отдела",
    "для выпускных классов",
    "отчёт",
    "итоговая справка",
    "проект приказа",
)
"""Whom or what a phrase is about: said before it, with a dash."""


def phrases(random: Random) -> Iterator[str]:
    """Phrases without end, each drawn anew."""
    shapes, weights = tuple(_SHAPES), tuple(_SHAPES.values())
    while True:
        (shape,) = random.choices(shapes, weights)
        yield shape(random)


def phrases_of_plan(random: Random) -> Iterator[str]:
    """Phrases without end, repeated as often as one plan repeats its own."""
    known: list[str] = []
    for phrase in phrases(random):
        if not known or random.random() < _NEW:
            known.append(phrase)
            yield phrase
        else:
            yield random.choice(known)


def distinct_phrases(random: Random, count: int) -> tuple[str, ...]:
    """So many phrases, no two alike; one that comes again is said about somebody."""
    found: dict[str, None] = {}
    for phrase in phrases(random):
        found[f"{random.choice(_BEFORE)} – {phrase}" if phrase in found else phrase] = None
        if len(found) == count:
            return tuple(found)
    raise AssertionError("phrases have no end")


def _until(random: Random) -> str:
    preposition = random.choice(("до", "до", "до", "не позднее", "к", "в срок до"))
    return _yearly(random, f"{preposition} {_day(random)}")


def _with_notes(random: Random) -> str:
    day = _date(random)
    notes = (
        f" в {random.randint(9, 17)}-00",
        f" с {random.randint(9, 12)}-00 до {random.randint(14, 18)}-00",
        f" ({_WEEKDAYS[day.weekday()]})",
        random.choice((", актовый зал", ", городской дворец творчества", " (по согласованию)")),
    )
    return _written(random, day) + random.choice(notes)


def _dates(random: Random) -> str:
    if random.random() < 0.4:
        return _yearly(random, _day(random))
    days = sorted({_date(random) for _ in range(random.choice((1, 1, 2, 3)))})
    return ", ".join(_written(random, day) for day in days)


def _month(random: Random) -> str:
    return _yearly(random, random.choice(_MONTHS)[0])


def _months(random: Random) -> str:
    first = random.randrange(11)
    last = random.randrange(first + 1, 12)
    mark = random.choice(("-", " – ", "–", ", ", " и "))
    return _yearly(random, f"{_MONTHS[first][0]}{mark}{_MONTHS[last][0]}")


def _range(random: Random) -> str:
    month, first = random.randrange(12), random.randint(1, 14)
    return _yearly(random, f"с {first} по {random.randint(first + 1, 28)} {_MONTHS[month][1]}")


def _report(random: Random) -> str:
    return random.choice(_REPORTS).format(day=random.choice((5, 10, 15, 20, 25)))


def _one_of(variants: tuple[str, ...]) -> Callable[[Random], str]:
    return lambda random: random.choice(variants)


def _day(random: Random) -> str:
    day, month = random.randint(1, 28), random.randrange(12)
    if random.random() < 0.5:
        return f"{day:02d}.{month + 1:02d}"
    return f"{day} {_MONTHS[month][1]}"


def _date(random: Random) -> date:
    return date(random.randint(FIRST_YEAR, LAST_YEAR), random.randint(1, 12), random.randint(1, 28))


def _written(random: Random, day: date) -> str:
    if random.random() < 0.6:
        return f"{day:%d.%m.%Y}"
    return f"{day.day} {_MONTHS[day.month - 1][1]} {day.year} {random.choice(('года', 'г.'))}"


def _yearly(random: Random, moment: str) -> str:
    """The moment in one year or in each of them."""
    if random.random() < 0.44:
        year = random.randint(FIRST_YEAR, LAST_YEAR)
        return f"{moment}.{year}" if moment[-1].isdigit() else f"{moment} {year} года"
    return random.choice((f"{moment} ежегодно", f"ежегодно, {moment}"))


_NEW = 0.4
"""Share of deadlines that repeat no other of their plan: four real plans have 69 for 171 measures."""

_SHAPES: dict[Callable[[Random], str], int] = {
    _until: 22,
    _with_notes: 18,
    _dates: 12,
    _month: 12,
    _months: 10,
    _one_of(_SPANS): 5,
    _range: 5,
    _one_of(_PERIODICITY): 4,
    _one_of(_SEASONS): 4,
    _report: 4,
    _one_of(_SCHEDULES): 2,
    _one_of(_CONTINUOUS): 2,
    _one_of(_OFFSETS): 2,
}
"""Shapes with their weights in per cent; rarer shapes, which real plans have too, are left out."""
