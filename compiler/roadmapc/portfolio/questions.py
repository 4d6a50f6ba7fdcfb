"""The questions that have names."""

from collections.abc import Mapping
from dataclasses import dataclass

from roadmapc.portfolio.answer import Drawing
from roadmapc.portfolio.tables import WORDING

ANYBODY, ASKED = "NOT as_head", "(directory, executor) IN (FROM asked)"
"""Whose duties: of all who act themselves, each under his own name; of those asked about, also as heads."""
SAME = {"text": "wording", "id": "duty"}
"""By what measures of several municipalities are the same, and the column that says it."""
HEADINGS: Mapping[str, str] = {
    "act": "Акт",
    "dates": "Сроков",
    "due": "Исполнить до",
    "duties": "Обязанностей",
    "executor": "Имя (id)",
    "measure": "Мероприятие",
    "moved": "Почему перенесён",
    "municipalities": "Муниципалитетов",
    "municipality": "Муниципалитет",
    "name": "Исполнитель",
    "names": "Исполнители",
    "number": "№",
    "partly": "Частью без даты",
    "path": "Файл",
    "phrase": "Срок в плане",
    "plan": "План",
    "plans": "Планов",
    "share": "Без даты, %",
    "term": "Срок",
    "text": "Что сделать",
    "title": "Заголовок",
    "undated": "Без даты",
    "week": "Неделя с",
    "what": "Что",
    "whose": "Чьи планы",
}
"""Of columns, for people."""
_BY_MUNICIPALITY = "municipality"
_HAS_MEASURE = f"(duty = $measure OR contains(wording, {WORDING.format('$measure')}))"


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
            Drawing("Сроки по муниципалитетам", _BY_MUNICIPALITY, "dates"),
            Drawing("Доля обязанностей без даты, %", _BY_MUNICIPALITY, "undated", of="duties"),
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
            Drawing("Сроки по неделям", "week", "dates", step=7),
            Drawing("Сроки по муниципалитетам", _BY_MUNICIPALITY, "dates"),
        ),
    ),
    "due": Question(
        "Что исполнить в эти дни",
        """
        SELECT due, municipality, plan, number, any_value(text) AS text,
               string_agg(name, '; ' ORDER BY turn) FILTER (NOT as_head) AS names,
               any_value(phrase) AS phrase, any_value(moved) AS moved
        FROM load WHERE due BETWEEN $first_day AND $last_day
        GROUP BY due, municipality, plan, kind, duty, number, uid HAVING bool_or({whose})
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
            Drawing("Такие дни по муниципалитетам", _BY_MUNICIPALITY),
            Drawing("Такие дни по исполнителям", "name"),
        ),
    ),
    "terms": Question(
        "Одно мероприятие – разные сроки в муниципалитетах",
        f"""
        WITH measures AS (
            SELECT *, {{same}} AS same, CASE len(days) WHEN 0 THEN term ELSE days::VARCHAR END AS meant
            FROM duties
            WHERE kind = 'measure' AND ($measure = '' OR {_HAS_MEASURE})
        ), shared AS (
            SELECT same, min(text) AS measure FROM measures
            GROUP BY same HAVING count(DISTINCT municipality) > 1
                                 AND count(DISTINCT term) > 1 AND count(DISTINCT meant) > 1
        )
        SELECT measure, term, count(DISTINCT municipality) AS municipalities,
               string_agg(DISTINCT municipality || ': ' || plan, '; '
                          ORDER BY municipality || ': ' || plan) AS whose
        FROM measures JOIN shared USING (same)
        GROUP BY same, measure, term ORDER BY measure, same, municipalities DESC, term
        """,
        frozenset({"measure", "same"}),
        drawings=(Drawing("Сколько разных сроков", "measure"),),
    ),
    "lacking": Question(
        "Планы, в которых нет мероприятия",
        f"""
        SELECT municipality, plan, act, title, path FROM plans
        WHERE plan NOT IN (SELECT plan FROM duties WHERE kind = 'measure' AND {_HAS_MEASURE})
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
            Drawing("Доля по муниципалитетам, %", _BY_MUNICIPALITY, "undated", of="duties"),
            Drawing("Доля по планам, %", "plan", "undated", of="duties"),
        ),
    ),
}
"""By the names that `--question` takes."""
