"""Deadlines: impossible, outside, contradicting what is said elsewhere, in the wrong order."""

import re
from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from dates import (
    MONTHS,
    NOMINATIVE,
    ON_WEEKDAYS,
    WEEKDAYS,
    begins,
    by,
    ends,
    inside,
    short,
    signed,
    spoken,
    working,
)
from defects.slips import with_slip
from kind import Kind, Make, Mutation
from manuscript import Manuscript
from ways import after, before_control, changed, field, rewritten, rows, rows_after, swapped, without

DEADLINES = ("measure deadline",)
READINGS = "D316 D320 D321 D322 D323 D324 D325 D328 D341 D342 D343 D351"
"""What is said of many right deadlines."""
NOISE = f"{READINGS} D345"
"""And of days that chance has put on a holiday."""
DAY = r"не позднее (?:\d\d\.\d\d\.\d{4}|\d{1,2} [а-я]+ \d{4} года)"


def set_to(phrase: Callable[[Manuscript, Random], str | None]) -> Make:
    """A measure gets another deadline."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        nodes = [node for node in plan.of(*DEADLINES) if node.path[-1] == "deadline"]
        words = phrase(plan, random)
        if not nodes or words is None:
            return None
        node = random.choice(nodes)
        return Mutation((rewritten(node, words),), meets=(plan.owner(node),))

    return make


def _before(plan: Manuscript, random: Random) -> str | None:
    day = None if plan.allows("D319") else signed(plan)
    return by(working(day - timedelta(random.randint(10, 200))), random) if day else None


def _after_end(plan: Manuscript, random: Random) -> str:
    return by(working(ends(plan) + timedelta(random.randint(20, 300))), random)


def _sunday(plan: Manuscript, random: Random) -> str:
    day = inside(plan, random)
    return by(day + timedelta(6 - day.weekday()), random)


def _impossible(plan: Manuscript, random: Random) -> str:
    year = ends(plan).year
    day, month = random.choice(((31, 4), (31, 6), (31, 9), (31, 11), (30, 2)))
    words = (f"{day}.{month:02}.{year}", f"{day} {MONTHS[month - 1]} {year} года")
    return f"{random.choice(('до', 'не позднее'))} {random.choice(words)}"


def _reversed(plan: Manuscript, random: Random) -> str:
    year = begins(plan).year
    first, last = sorted(random.sample(range(1, 13), 2))
    day, later = sorted(random.sample(range(1, 29), 2))
    return random.choice(
        (
            f"{NOMINATIVE[last - 1]} – {NOMINATIVE[first - 1]} {year} года",
            f"с {later} по {day} {MONTHS[first - 1]} {year} года",
            f"{later:02}.{first:02}.{year} – {day:02}.{first:02}.{year}",
            f"с {day} {MONTHS[last - 1]} по {later} {MONTHS[first - 1]} {year} года",
        )
    )


def _holiday(plan: Manuscript, random: Random) -> str:
    day, month = random.choice(((1, 1), (7, 1), (8, 3), (1, 5), (9, 5), (12, 6), (4, 11)))
    year = ends(plan).year
    return random.choice(
        (
            f"не позднее {day:02}.{month:02}.{year}",
            f"не позднее {day} {MONTHS[month - 1]} {year} года",
            f"ежегодно, не позднее {day} {MONTHS[month - 1]}",
        )
    )


def _at_once(plan: Manuscript, random: Random) -> str | None:
    day = signed(plan)
    soon = day and working(day + timedelta(random.randint(1, 2)))
    return by(soon, random) if soon and soon != day else None


def _urgent(plan: Manuscript, random: Random) -> str:
    return random.choice(
        ("срочно", "незамедлительно", "в кратчайшие сроки", "как можно скорее", "в ближайшее время")
    )


def _run_together(plan: Manuscript, random: Random) -> str | None:
    first, second = sorted((inside(plan, random), inside(plan, random)))
    write = random.choice((short, spoken))
    return f"{write(first)} {write(second)}" if first != second else None


def _year(text: str, random: Random) -> str | None:
    """«2042» or «2014» in place of «2024»."""
    found = list(re.finditer(r"\b20([0-4])(\d)\b", text))
    if not found:
        return None
    match = random.choice(found)
    tens, ones = match[1], match[2]
    wrong = random.choice(
        [year for year in (f"20{ones}{tens}", f"20{int(tens) - 1}{ones}") if year != match[0]]
    )
    return text[: match.start()] + wrong + text[match.end() :]


def _weekday(text: str, random: Random) -> str | None:
    """A day with the weekday of another one."""
    found = list(re.finditer(r"(\d\d)\.(\d\d)\.(\d{4})|(\d{1,2}) ([а-я]+) (\d{4}) года", text))
    found = [match for match in found if match[1] or match[5] in MONTHS]
    if not found:
        return None
    match = random.choice(found)
    month = int(match[2]) if match[2] else MONTHS.index(match[5]) + 1
    day = date(int(match[3] or match[6]), month, int(match[1] or match[4]))
    wrong = (day.weekday() + random.randint(1, 6)) % 7
    words = random.choice((f"{match[0]} ({WEEKDAYS[wrong]})", f"{match[0]}, в {ON_WEEKDAYS[wrong]}"))
    return text[: match.start()] + words + text[match.end() :]


def _mistyped(text: str, random: Random) -> str | None:
    """A month, or a word of frequency; «не позднее» is left to the speller."""
    wrong = with_slip(text, random, least=5)
    return wrong if wrong and wrong.count("позднее") == text.count("позднее") else None


def _no_deadline(plan: Manuscript, random: Random) -> Mutation | None:
    paths = [path for path in plan.records_of("measures") if plan.at(*path, "deadline")]
    if not paths:
        return None
    path = random.choice(paths)
    empty = plan.node(*path, "deadline") and random.random() < 0.3
    edit = field(plan, path, "deadline", "") if empty else without(plan, path, "deadline")
    return Mutation((edit,), meets=(plan.records[path],)) if edit else None


def _checkpoint(plan: Manuscript, random: Random) -> Mutation | None:
    nodes = [node for node in plan.of(*DEADLINES) if node.path[-1] == "deadline" and "\n" not in node.text]
    if not nodes:
        return None
    node, day = random.choice(nodes), working(ends(plan) + timedelta(random.randint(20, 90)))
    late, good = by(day, random), by(inside(plan, random), random)
    phrase = "по мере необходимости"
    edits = [
        field(plan, node.path[:-1], "deadline", {"phrase": phrase, "checkpoint": each})
        for each in (late, good)
    ]
    return Mutation((edits[0],), (edits[1],))


FIELDS = (
    "Отделу кадров представить сводную справку не позднее {}.",
    "Отделу кадров в срок до {} подготовить перечень нарушений.",
    "Отделу кадров направить копии протоколов заявителям до {} включительно.",
)


def _against_field(plan: Manuscript, random: Random) -> Mutation | None:
    """A clause with a day in its words, and another one, a week to a month off, in its field."""
    path = before_control(plan)
    if path is None:
        return None
    day = inside(plan, random, 60)
    other = working(day + timedelta(random.choice((-1, 1)) * random.randint(7, 30)))
    write, text = random.choice((short, spoken)), random.choice(FIELDS)
    said = {"text": text.format(write(day))}
    wrong, right = (
        after(plan, path, said | {"deadline": f"не позднее {write(each)}"}) for each in (other, day)
    )
    return Mutation((wrong,), (right,))


def _against_row(plan: Manuscript, random: Random) -> Mutation | None:
    """A clause that quotes a measure and gives it another day."""
    path = before_control(plan)
    due = [
        node for node in plan.of(*DEADLINES) if node.path[-1] == "deadline" and re.fullmatch(DAY, node.text)
    ]
    due = [node for node in due if "\n" not in plan.at(*node.path[:-1], "measure")]
    if path is None or not due:
        return None
    row = random.choice(due)
    measure = plan.at(*row.path[:-1], "measure")
    day = re.search(r"\d.*", row.text)[0]
    wrong = re.sub(r"^\d+", lambda match: f"{(int(match[0]) + 8) % 27 + 1:02}", day)
    form = random.choice(FORMS)
    edits = [after(plan, path, form.format(measure, each)) for each in (wrong, day)]
    return Mutation((edits[0],), (edits[1],), (plan.owner(row),))


FORMS = (
    "Исполнителям Плана завершить мероприятие «{}» не позднее {}.",
    "Отделу кадров доложить о выполнении мероприятия «{}» в срок, установленный Планом, – до {}.",
)


def _pair(first: str, second: str) -> Make:
    """Two rows, the later of which is due before the earlier."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        paths = rows(plan)
        subject = random.choice(SUBJECTS)
        early = inside(plan, random, 60)
        late = working(early + timedelta(random.randint(20, 50)))
        if not paths or late > ends(plan):
            return None
        path = random.choice(paths)
        days = by(early, random), by(late, random)
        said = [words.format(**subject) for words in (first, second)]
        right, wrong = (
            [{"measure": words, "deadline": day} for words, day in zip(said, each, strict=True)]
            for each in (days, days[::-1])
        )
        return Mutation((rows_after(plan, path, wrong),), (rows_after(plan, path, right),))

    return make


SUBJECTS = (
    {
        "event": "семинара для сельских библиотекарей",
        "data": "о состоянии читальных залов",
        "draft": "Положения о смотре читальных залов",
    },
    {
        "event": "смотра народных дружин",
        "data": "о составе народных дружин",
        "draft": "порядка поощрения дружинников",
    },
    {
        "event": "конкурса юных пожарных",
        "data": "об учебных тревогах",
        "draft": "положения о конкурсе юных пожарных",
    },
    {"event": "ярмарки ремёсел", "data": "о мастерских округа", "draft": "схемы размещения ярмарки ремёсел"},
    {
        "event": "спартакиады пенсионеров",
        "data": "о спортивных площадках",
        "draft": "регламента спартакиады пенсионеров",
    },
)


def _after_final(plan: Manuscript, random: Random) -> Mutation | None:
    """The final report is due before the last measure."""
    paths = rows(plan)
    days = [working(ends(plan) - timedelta(each)) for each in (220, 150, 20)]
    if not paths or days[0] <= begins(plan):
        return None
    path = random.choice(paths)
    final = random.choice(
        (
            "Подготовка итогового отчёта о выполнении Плана",
            "Подведение итогов выполнения Плана",
            "Представление сводного отчёта о реализации Плана",
        )
    )
    other = {"measure": random.choice(LAST), "deadline": by(days[1], random)}
    wrong, right = ([other, {"measure": final, "deadline": by(each, random)}] for each in (days[0], days[2]))
    return Mutation((rows_after(plan, path, wrong),), (rows_after(plan, path, right),))


LAST = ("Осмотр спортивных площадок", "Посадка деревьев в сквере", "Выпуск памятки для родителей")


def _crowded(plan: Manuscript, random: Random) -> Mutation | None:
    """Fifteen duties of one body on one day."""
    paths = [
        path
        for path in plan.records_of("measures")
        if plan.at(*path, "executors") and plan.node(*path, "deadline")
    ]
    if len(paths) < 15:
        return None
    day, body = by(inside(plan, random), random), random.choice(list(plan.directory["bodies"]))
    chosen = random.sample(paths, 15)
    edits = [
        field(plan, path, name, value)
        for path in chosen
        for name, value in (("deadline", day), ("executors", [body]))
    ]
    return Mutation(tuple(sorted(edits)))


def _month_without_year(text: str, random: Random) -> str | None:
    """«не позднее 1 октября» in a plan of several years."""
    return re.sub(r"(не позднее \d{1,2} [а-я]+) \d{4} года", r"\1", text, count=1)


def _of_years(make: Make) -> Make:
    return lambda plan, random: make(plan, random) if ends(plan).year - begins(plan).year > 1 else None


def _kind(name: str, make: Make, **about: str) -> Kind:
    return Kind("сроки", name, make, **({"unless": NOISE} | about))


KINDS = (
    _kind("срок раньше даты приказа", set_to(_before)),
    _kind("срок после конца плана", set_to(_after_end)),
    _kind("срок на воскресенье", set_to(_sunday), unless=READINGS),
    _kind("год срока набран с ошибкой", changed(DEADLINES, _year)),
    _kind("день недели не тот", changed((*DEADLINES, "clause text"), _weekday), unless=f"{NOISE} D310 D311"),
    _kind("срок в тексте пункта не тот, что в поле", _against_field),
    _kind("пункт называет одну дату, строка плана – другую", _against_row),
    _kind("конец раньше начала", set_to(_reversed)),
    _kind("несуществующий день", set_to(_impossible)),
    _kind("срока нет", _no_deadline, codes="D S"),
    _kind("срок в праздник", set_to(_holiday), unless=f"{READINGS} D318 D319"),
    _kind("срок через день-два после приказа", set_to(_at_once)),
    _kind("срочность без дня", set_to(_urgent)),
    _kind("две даты без знака между ними", set_to(_run_together)),
    _kind("пятнадцать дел одного органа на один день", _crowded),
    _kind("контрольная дата после конца плана", _checkpoint),
    _kind("отчёт раньше события", _pair("Проведение {event}", "Подготовка отчёта о проведении {event}")),
    _kind(
        "обсуждение итогов раньше события",
        _pair("Проведение {event}", "Обсуждение итогов {event} на совещании"),
    ),
    _kind("анализ раньше сбора сведений", _pair("Сбор сведений {data}", "Анализ собранных сведений {data}")),
    _kind("утверждение раньше разработки", _pair("Разработка {draft}", "Утверждение {draft}")),
    _kind("слово срока с опечаткой", changed(DEADLINES, _mistyped), codes="D G"),
    _kind(
        "промежуток записан иначе, чем в других строках",
        swapped(
            DEADLINES,
            (r"([а-я]+)–([а-я]+) (?=\d{4})", r"\1-\2 "),
            (r"(\d{4})–(\d{4})", r"\1-\2"),
            (r"(\d)–(\d{1,2} [а-я]+ \d{4})", r"\1-\2"),
        ),
        codes="D T9",
    ),
    _kind("день без года в многолетнем плане", _of_years(changed(DEADLINES, _month_without_year))),
    _kind("мероприятие позже итогового отчёта", _after_final),
)
