"""Numbers of measures, sections, clauses, lists and tables: left out, repeated, out of order."""

from collections.abc import Callable
from random import Random
from typing import Any

from kind import Kind, Make, Mutation
from manuscript import Address, Manuscript
from ways import added, clauses, field, new_part

Numbers = list[str]
Numbered = tuple[list[Address], Numbers]
"""Records that stand in one list, with their right numbers."""
Wrong = Callable[[Numbers, Random], Numbers]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]


def left_out(numbers: Numbers, random: Random) -> Numbers:
    """A number is missing, and those behind it go on as if it were there."""
    *_, last = numbers
    head, dot, tail = last.rpartition(".")
    following = ROMAN[ROMAN.index(last) + 1] if last in ROMAN else f"{head}{dot}{int(tail) + 1}"
    at = random.randrange(1, len(numbers))
    return [*numbers[:at], *numbers[at + 1 :], following]


def repeated(numbers: Numbers, random: Random) -> Numbers:
    """One is that of its neighbour."""
    at = random.randrange(1, len(numbers))
    return [*numbers[:at], numbers[at - 1], *numbers[at + 1 :]]


def exchanged(numbers: Numbers, random: Random) -> Numbers:
    """Two neighbours have each other's."""
    at = random.randrange(1, len(numbers))
    return [*numbers[: at - 1], numbers[at], numbers[at - 1], *numbers[at + 1 :]]


def of_another(numbers: Numbers, random: Random) -> Numbers:
    """One has the number of another section."""
    at = random.randrange(len(numbers))
    head, _, tail = numbers[at].partition(".")
    return [*numbers[:at], f"{int(head) + random.choice((1, 2, 4))}.{tail}", *numbers[at + 1 :]]


def one_of(*ways: Wrong) -> Wrong:
    """Wrong in one way or another."""
    return lambda numbers, random: random.choice(ways)(numbers, random)


def _sections(plan: Manuscript) -> list[list[Address]]:
    """The sections of the first level, a list a table, where no number is a Roman one."""
    lists = [path for path in plan.records if path[-1:] == ("sections",) and path.count("sections") == 1]
    tables = [[(*path, at) for at in range(len(plan.at(*path)))] for path in lists]
    return [
        table
        for table in tables
        if not plan.amended and not any((plan.at(*path, "number") or "1") in ROMAN for path in table)
    ]


def _measures(plan: Manuscript) -> list[Numbered]:
    """Rows of each section of the first level, with their right numbers."""
    found = []
    for table in _sections(plan):
        for at, section in enumerate(table, 1):
            titled = plan.at(*section, "title")
            rows = [(*section, "measures", row) for row in range(len(plan.at(*section, "measures") or ()))]
            numbers = [f"{at}.{row}" if titled else str(row) for row in range(1, len(rows) + 1)]
            found.append((rows, numbers))
    return found


def _of_sections(plan: Manuscript) -> list[Numbered]:
    """Rows whose numbers begin with that of their section."""
    return [(paths, numbers) for paths, numbers in _measures(plan) if "." in "".join(numbers)]


def _clauses(plan: Manuscript) -> list[Numbered]:
    paths = clauses(plan)
    return [] if plan.amended else [(paths, [str(at) for at in range(1, len(paths) + 1)])]


def _subclauses(plan: Manuscript) -> list[Numbered]:
    lists = [(at, len(plan.at(*path, "clauses") or ())) for at, path in enumerate(clauses(plan), 1)]
    return [
        (
            [("order", "clauses", at - 1, "clauses", under) for under in range(count)],
            [f"{at}.{under}" for under in range(1, count + 1)],
        )
        for at, count in lists
        if not plan.amended
    ]


def _titled(plan: Manuscript) -> list[Numbered]:
    tables = [table for table in _sections(plan) if all(plan.at(*path, "title") for path in table)]
    return [(table, [str(at) for at in range(1, len(table) + 1)]) for table in tables]


def _titled_in_roman(plan: Manuscript) -> list[Numbered]:
    typed = any(plan.at(*path, "number") for path in plan.records_of("measures"))
    return [] if typed else [(table, ROMAN[: len(table)]) for table, _ in _titled(plan)]


def typed(lists: Callable[[Manuscript], list[Numbered]], wrong: Wrong, least: int = 3) -> Make:
    """All numbers of one list are typed: rightly, and with the defect."""

    def make(plan: Manuscript, random: Random) -> Mutation | None:
        long = [(paths, numbers) for paths, numbers in lists(plan) if len(paths) >= least]
        if not long:
            return None
        paths, right = random.choice(long)
        return Mutation(
            tuple(
                field(plan, path, "number", number)
                for path, number in zip(paths, wrong(right, random), strict=True)
            ),
            tuple(field(plan, path, "number", number) for path, number in zip(paths, right, strict=True)),
            tuple(plan.records[path] for path in paths if path in plan.records),
        )

    return make


LISTS = (
    ("проверить готовность", ("помещений", "оборудования", "документов", "работников")),
    ("представить сведения", ("о выполненных работах", "о расходах", "об участниках", "о нарушениях")),
    ("подготовить к заседанию", ("повестку", "проект решения", "список приглашённых", "справку")),
)


def _list(marks: str) -> list[str]:
    return [
        "\n\n".join(
            (f": {head}:", *(f"{mark} {item}" for mark, item in zip(marks.split(), items, strict=True)))
        )
        for head, items in LISTS
    ]


def _lists(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    return [each for wrong, right in pairs for each in zip(_list(wrong), _list(right), strict=True)]


SENTENCES = (
    "Работы принимает комиссия, созданная приказом.",
    "Замечания вносятся в журнал в день осмотра.",
    "Журнал хранится у секретаря комиссии.",
    "Споры решает председатель комиссии.",
)


def _prose(numbers: str) -> dict[str, str]:
    return {
        "text": "\n\n".join(
            f"{number} {words}" for number, words in zip(numbers.split(), SENTENCES, strict=True)
        )
    }


def _table(numbers: str) -> dict[str, Any]:
    names = ("Дворец культуры", "Дом ремёсел", "Сельский клуб", "Выставочный зал")
    rows = [[number, name, str(40 + len(name))] for number, name in zip(numbers.split(), names, strict=True)]
    return {"table": {"columns": ["№ п/п", "Помещение", "Мест"], "rows": rows}}


TABLES = tuple((_table(wrong), _table("1 2 3 4")) for wrong in ("1 2 4 5", "1 2 2 3", "1 3 2 4", "1 2 3 3"))
PROSE = tuple(
    (_prose(wrong), _prose(right))
    for wrong, right in (
        ("2.1. 2.2. 2.4. 2.5.", "2.1. 2.2. 2.3. 2.4."),
        ("3.1. 3.2. 3.2. 3.3.", "3.1. 3.2. 3.3. 3.4."),
        ("1.1. 1.3. 1.2. 1.4.", "1.1. 1.2. 1.3. 1.4."),
        ("4.1. 4.2. 4.3. 4.6.", "4.1. 4.2. 4.3. 4.4."),
    )
)
PLACES = ("measure measure", "measure result")

KINDS = (
    Kind("числа", "номер мероприятия пропущен", typed(_measures, left_out)),
    Kind("числа", "номер мероприятия повторён", typed(_measures, repeated)),
    Kind("числа", "номера мероприятий переставлены", typed(_measures, exchanged)),
    Kind(
        "числа",
        "номер мероприятия от чужого раздела",
        typed(_of_sections, of_another),
    ),
    Kind("числа", "номер раздела пропущен", typed(_titled, left_out)),
    Kind("числа", "номер раздела повторён", typed(_titled, repeated)),
    Kind("числа", "разделы переставлены", typed(_titled, exchanged)),
    Kind(
        "числа",
        "римский номер раздела пропущен или переставлен",
        typed(_titled_in_roman, one_of(left_out, exchanged)),
    ),
    Kind("числа", "номер пункта приказа пропущен", typed(_clauses, left_out)),
    Kind("числа", "номер пункта приказа повторён", typed(_clauses, repeated)),
    Kind("числа", "пункты приказа переставлены", typed(_clauses, exchanged)),
    Kind(
        "числа",
        "номер подпункта пропущен или повторён",
        typed(_subclauses, one_of(left_out, repeated), least=2),
    ),
    Kind(
        "числа",
        "в перечне пропущена или повторена буква",
        added(PLACES, *_lists(("а) б) г) д)", "а) б) в) г)"), ("а) б) б) в)", "а) б) в) г)"))),
    ),
    Kind(
        "числа",
        "в перечне пропущен или переставлен номер",
        added(PLACES, *_lists(("1) 2) 4) 5)", "1) 2) 3) 4)"), ("1) 3) 2) 4)", "1) 2) 3) 4)"))),
    ),
    Kind("числа", "номера абзацев приложения с пропуском или повтором", new_part(*PROSE)),
    Kind("числа", "графа «№ п/п» с пропуском или повтором", new_part(*TABLES)),
)
