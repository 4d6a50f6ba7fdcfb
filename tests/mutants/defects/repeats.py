"""The same thing said twice."""

import re
from random import Random

from kind import Kind, Make, Mutation
from manuscript import Edit, Manuscript
from ways import after, before_control, clauses, new_measures, rows, rows_after, text_of, written


def _verbatim(plan: Manuscript, random: Random) -> Mutation | None:
    """A measure stands again under another section or further down, due another day or the same."""
    paths = [path for path in rows(plan) if isinstance(plan.at(*path, "deadline"), str)]
    if len(paths) < 3:
        return None
    path, place = random.sample(paths, 2)
    row = {name: plan.at(*path, name) for name in ("measure", "deadline")}
    return Mutation((rows_after(plan, place, [row]),), meets=(plan.records[path],))


TWINS = (
    ("Проведение осмотра детских площадок", "Осмотр площадок для детей", "Покраска скамеек в сквере"),
    (
        "Обучение операторов котельных",
        "Проведение обучения операторов котельных",
        "Поверка приборов учёта тепла",
    ),
    ("Организация встречи с ветеранами труда", "Встреча с ветеранами труда", "Выпуск календаря памятных дат"),
    ("Разработка памятки о гололёде", "Подготовка памятки о гололёде", "Закупка песка и соли"),
    (
        "Проверка пожарных гидрантов посёлка",
        "Контроль состояния пожарных гидрантов в посёлке",
        "Установка указателей у водоёмов",
    ),
)


def _asked(make: Make) -> Make:
    """Only where the plan's profile has not asked to be told of the closest likeness alone."""
    return lambda plan, random: None if "profile" in plan.data else make(plan, random)


def _clause(plan: Manuscript, random: Random) -> Mutation | None:
    """A clause stands again before the one on control."""
    path = before_control(plan)
    duties = [
        each for each in clauses(plan) if isinstance(plan.at(*each), dict) and not plan.at(*each, "clauses")
    ]
    duties = [
        each for each in duties if not plan.at(*each, "control") and not text_of(plan, each).endswith(":")
    ]
    if path is None or not duties:
        return None
    chosen = random.choice(duties)
    fields = {
        name: plan.at(*chosen, name) for name in ("text", "deadline", "executors") if plan.at(*chosen, name)
    }
    return Mutation((after(plan, path, fields),), meets=(plan.records[chosen],))


def _reworded_clause(plan: Manuscript, random: Random) -> Mutation | None:
    path = before_control(plan)
    if path is None:
        return None
    first, second, third = random.choice(CLAUSES)
    return Mutation((after(plan, path, first, second),), (after(plan, path, first, third),))


CLAUSES = (
    (
        "Отделу кадров ознакомить работников с приказом не позднее 20 декабря.",
        "Работников ознакомить с настоящим приказом не позднее 20 декабря (отдел кадров).",
        "Отделу кадров завести журнал ознакомления не позднее 20 декабря.",
    ),
    (
        "Бухгалтерии выделить средства на закупку песка.",
        "Выделить бухгалтерии средства для закупки песка.",
        "Бухгалтерии провести инвентаризацию склада.",
    ),
    (
        "Секретарю разослать копии приказа заявителям.",
        "Копии приказа секретарю направить заявителям.",
        "Секретарю составить список заявителей.",
    ),
)


def _member(plan: Manuscript, random: Random) -> Mutation | None:
    """A person is twice in a commission."""
    names = {person["name"] for person in plan.directory["officials"].values()}
    cells = [node for node in plan.of("cell") if node.text in names]
    if len(cells) < 2:
        return None
    one, other = random.sample(cells, 2)
    if one.path[:-3] != other.path[:-3]:
        return None
    row = plan.records[other.path[:-1]]
    source = plan.source(row)
    post = plan.at(*one.path[:-1])[-1]
    own = plan.at(*other.path[:-1])
    twin = re.sub(r"^.*$", written([own[0], one.text, post]), source, flags=re.DOTALL)
    return Mutation((Edit(row, twin),), meets=(plan.records[one.path[:-1]],))


KINDS = (
    Kind("повторы", "мероприятие повторено дословно", _verbatim, unless="E609"),
    Kind(
        "повторы",
        "мероприятие повторено другими словами",
        _asked(
            new_measures(
                *(
                    ([{"measure": first}, {"measure": second}], [{"measure": first}, {"measure": other}])
                    for first, second, other in TWINS
                )
            )
        ),
    ),
    Kind("повторы", "пункт приказа повторён", _clause, unless="E609"),
    Kind("повторы", "пункт приказа повторён другими словами", _reworded_clause),
    Kind("повторы", "человек в составе комиссии дважды", _member),
)
