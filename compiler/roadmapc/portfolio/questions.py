"""The questions that have names."""

from collections.abc import Mapping
from dataclasses import dataclass

from roadmapc.portfolio.answer import Drawing
from roadmapc.portfolio.terms import HAS_MEASURE, TERMS

ANYBODY, ASKED = "NOT as_head", "(directory, executor) IN (FROM inner_tables.asked)"
"""Whose duties: of all who act themselves, each under his own name; of those asked about, also as heads."""
SAME = {"text": "wording", "id": "kind || ' ' || duty"}
"""By what measures of several municipalities are the same, and what says it in SQL."""
HEADINGS: Mapping[str, str] = {
    "act": "Акт",
    "amended": "Каким актом изменён",
    "audience": "Для кого",
    "dates": "Сроков",
    "due": "Исполнить до",
    "duties": "Обязанностей",
    "end_time": "Конец",
    "executor": "Имя (id)",
    "first_day": "С какого дня",
    "measure": "Мероприятие",
    "moved": "Почему перенесён",
    "municipalities": "Муниципалитетов",
    "municipality": "Муниципалитет",
    "name": "Исполнитель",
    "names": "Исполнители",
    "nominal": "По плану",
    "number": "№",
    "part": "Где",
    "partly": "Частью без даты",
    "path": "Файл",
    "phrase": "Срок в плане",
    "place": "Место",
    "plan": "План",
    "plans": "Планов",
    "rule": "Как понят",
    "share": "Без даты, %",
    "term": "Срок",
    "text": "Что сделать",
    "time": "Начало",
    "title": "Заголовок",
    "undated": "Без даты",
    "unlike": "Иной срок у других",
    "week": "Неделя с",
    "what": "Что",
    "whose": "Чьи планы",
}
"""Of columns, for people."""
CONDITIONS = {
    "executor": ("executor", "исполнитель"),
    "first_day": ("from", "не раньше"),
    "last_day": ("to", "не позже"),
    "week": ("week", "неделя, в которой"),
    "least": ("least", "в один день не меньше"),
    "measure": ("measure", "мероприятие"),
    "same": ("same", "одни и те же, если совпали (text – слова, id – имена)"),
}
"""What narrows a question, by the options that questions take: for programs, for people."""
_BY_MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and how it is put in SQL."""

    title: str
    select: str
    """`{whose}` and `{same}` stand for conditions and columns, `$name` for what options give."""
    takes: frozenset[str] = frozenset()
    """Options besides folders and forms."""
    needs: str = ""
    """The option without which there is nothing to ask."""
    drawings: tuple[Drawing, ...] = ()


_OF_DAYS = frozenset({"executor", "first_day", "last_day", "week"})

QUESTIONS = {
    "summary": Question(
        "Планы муниципалитетов",
        """
        SELECT municipality, count(*) AS plans, sum(duties)::BIGINT AS duties, sum(dates)::BIGINT AS dates,
               sum(undated)::BIGINT AS undated,
               round(100.0 * sum(undated) / nullif(sum(duties), 0), 1)::DOUBLE AS share
        FROM plans GROUP BY municipality ORDER BY municipality
        """,
        drawings=(
            Drawing("Сроки по муниципалитетам", _BY_MUNICIPALITY, value="dates"),
            Drawing("Доля обязанностей без даты, %", _BY_MUNICIPALITY, value="undated", of="duties"),
        ),
    ),
    "load": Question(
        "Нагрузка исполнителей по неделям",
        """
        SELECT date_trunc('week', due)::DATE AS week, municipality, executor, any_value(name) AS name,
               count(*) AS dates
        FROM load WHERE {whose} AND due BETWEEN $first_day AND $last_day
        GROUP BY week, municipality, executor ORDER BY week, municipality, name, executor
        """,
        _OF_DAYS,
        drawings=(
            Drawing("Сроков × исполнителей по неделям", "week", value="dates", step=7),
            Drawing("Сроков × исполнителей по муниципалитетам", _BY_MUNICIPALITY, value="dates"),
        ),
    ),
    "due": Question(
        "Что исполнить в эти дни",
        """
        WITH found AS (
            SELECT uid, directory, plan, kind, duty, due, municipality, number, any_value(text) AS text,
                   any_value(phrase) AS phrase, any_value(rule) AS rule, any_value(audience) AS audience,
                   any_value(CASE WHEN first_day < due THEN first_day END) AS first_day,
                   any_value(CASE WHEN nominal <> due THEN nominal END) AS nominal,
                   any_value(moved) AS moved, any_value(time) AS time, any_value(end_time) AS end_time,
                   any_value(place) AS place, any_value(amended) AS amended,
                   any_value(name) FILTER (executor = '_unassigned') AS nobody
            FROM load WHERE due BETWEEN $first_day AND $last_day
            GROUP BY uid, directory, plan, kind, duty, due, municipality, number HAVING bool_or({whose})
        )
        SELECT due, municipality, plan, number, found.text,
               coalesce(nobody, concat_ws('; ', nullif(lead, ''), nullif(others, ''))) AS names,
               CASE kind WHEN 'clause' THEN 'пункт акта' WHEN 'measure' THEN concat_ws('. ',
                   'Приложение № ' || nullif(appendix, ''), nullif(section, '')) END AS part,
               phrase, rule, audience, first_day, nominal, moved, time, end_time, place, amended
        FROM found JOIN duties USING (directory, plan, kind, duty, municipality, number)
        ORDER BY due, municipality, plan, kind, number, duty, uid
        """,
        _OF_DAYS,
        drawings=(
            Drawing("Сроки по дням", "due", step=1),
            Drawing("Сроки по муниципалитетам", _BY_MUNICIPALITY),
        ),
    ),
    "clashes": Question(
        "Дни, на которые у исполнителя сошлись сроки",
        """
        WITH crowded AS (
            SELECT due, directory, executor FROM load
            WHERE {whose} AND due BETWEEN $first_day AND $last_day
            GROUP BY ALL HAVING count(*) >= $least
        ), days AS (
            SELECT DISTINCT due, municipality, executor, name, plan, kind, duty,
                   CASE kind WHEN 'clause' THEN 'п. ' ELSE '' END
                   || CASE number WHEN '' THEN text ELSE number END AS called
            FROM load JOIN crowded USING (due, directory, executor) WHERE {whose}
        ), by_plan AS (
            SELECT due, municipality, executor, any_value(name) AS name, plan, count(*) AS duties,
                   plan || ': ' || string_agg(called, ', ' ORDER BY called) AS what
            FROM days GROUP BY due, municipality, executor, plan
        )
        SELECT due, municipality, executor, any_value(name) AS name, sum(duties)::BIGINT AS duties,
               count(*) AS plans, string_agg(what, '; ' ORDER BY plan) AS what
        FROM by_plan GROUP BY due, municipality, executor HAVING sum(duties) >= $least
        ORDER BY due, duties DESC, municipality, name, executor
        """,
        _OF_DAYS | {"least"},
        drawings=(
            Drawing("Такие дни по муниципалитетам", _BY_MUNICIPALITY, distinct="due"),
            Drawing("Такие дни по исполнителям", "name", (_BY_MUNICIPALITY, "executor")),
        ),
    ),
    "terms": Question(
        "Одно мероприятие – разные сроки в муниципалитетах",
        TERMS,
        frozenset({"measure", "same"}),
        drawings=(Drawing("Сколько сроков, иных у других", "measure", distinct="term"),),
    ),
    "lacking": Question(
        "Планы, в которых нет мероприятия",
        f"""
        SELECT municipality, plan, act, title, path FROM plans
        WHERE NOT amending AND plan NOT IN (SELECT plan FROM duties WHERE {HAS_MEASURE})
        ORDER BY municipality, plan
        """,
        frozenset({"measure"}),
        needs="measure",
        drawings=(Drawing("Такие планы по муниципалитетам", _BY_MUNICIPALITY),),
    ),
    "undated": Question(
        "Обязанности без даты по планам",
        """
        SELECT municipality, plan, act, duties, undated, partly,
               round(100.0 * undated / nullif(duties, 0), 1)::DOUBLE AS share
        FROM plans ORDER BY municipality, plan
        """,
        drawings=(
            Drawing("Доля по муниципалитетам, %", _BY_MUNICIPALITY, value="undated", of="duties"),
            Drawing("Доля по планам, %", "plan", value="undated", of="duties"),
        ),
    ),
}
"""By the names that `--question` takes."""
