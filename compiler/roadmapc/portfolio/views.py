"""What can be asked in SQL: views with their columns, which stay as they are from release to release."""

from collections.abc import Sequence
from typing import NamedTuple


class ViewColumn(NamedTuple):
    """A column of a view."""

    name: str
    type: str
    about: str


class View(NamedTuple):
    """A view over the tables of all municipalities."""

    name: str
    about: str
    table: str
    """The table of a municipality that it reads."""
    columns: Sequence[ViewColumn]
    """Those that the table has under the same names."""
    unnested: str = ""
    """A column of the table that holds a list of records, with a row for each of them; empty for none."""
    of_each: Sequence[ViewColumn] = ()
    """The columns of such a record."""
    where: str = "true"


_OF_EVERY = (
    ViewColumn("municipality", "VARCHAR", "организация, чей это справочник; тёзки различены его именем"),
    ViewColumn("directory", "VARCHAR", "файл справочника от корня хранилища"),
)
_PLAN = ViewColumn("plan", "VARCHAR", "имя плана (id)")
_DUTY = (
    _PLAN,
    ViewColumn("kind", "VARCHAR", "measure – мероприятие, clause – пункт акта"),
    ViewColumn("duty", "VARCHAR", "имя обязанности (id) в её плане; обязанность – это plan, kind, duty"),
)
_UID = ViewColumn("uid", "VARCHAR", "имя срока навсегда, как в файлах календаря")
_NUMBER = ViewColumn("number", "VARCHAR", "номер, как напечатан")
_EXECUTOR = (
    ViewColumn("executor", "VARCHAR", "имя исполнителя (id) в справочнике; _unassigned – не назван"),
    ViewColumn("name", "VARCHAR", "как исполнителя печатают календари"),
    ViewColumn("is_official", "BOOLEAN", "должностное лицо, а не орган"),
    ViewColumn("as_head", "BOOLEAN", "сам не назван, а возглавляет названный орган"),
    ViewColumn("turn", "BIGINT", "который он у этой обязанности; 1 – ответственный"),
)
_DATE = (
    *_DUTY,
    _NUMBER,
    ViewColumn("text", "VARCHAR", "что сделать, коротко"),
    _UID,
    ViewColumn("due", "DATE", "исполнить до: последний день с учётом выходных"),
    ViewColumn("nominal", "DATE", "последний день по плану"),
    ViewColumn("first_day", "DATE", "первый день срока; равен due, если срок – «до»"),
    ViewColumn("moved", "VARCHAR", "почему день перенесён; пусто, если нет"),
    ViewColumn("phrase", "VARCHAR", "срок словами плана"),
    ViewColumn("rule", "VARCHAR", "срок, как он понят"),
    ViewColumn("audience", "VARCHAR", "для кого этот день; пусто – для всех"),
    ViewColumn("time", "TIME", "начало, по местному времени"),
    ViewColumn("end_time", "TIME", "конец"),
    ViewColumn("place", "VARCHAR", "место"),
    ViewColumn("is_event", "BOOLEAN", "происходит в свои дни, а не делается к последнему"),
    ViewColumn("amended", "VARCHAR", "каким актом изменён срок; пусто, если не менялся"),
)


VIEWS = (
    View(
        "plans",
        "планы",
        "plans",
        (
            _PLAN,
            ViewColumn("path", "VARCHAR", "файл плана от корня хранилища"),
            ViewColumn("kind", "VARCHAR", "вид акта: приказ, распоряжение и другие"),
            ViewColumn("act", "VARCHAR", "«Приказ от … № …»"),
            ViewColumn("title", "VARCHAR", "заголовок акта"),
            ViewColumn("name", "VARCHAR", "краткое название плана"),
            ViewColumn("signed", "DATE", "день акта; NULL у проекта"),
            ViewColumn("controller", "VARCHAR", "кто контролирует"),
            ViewColumn("begins", "DATE", "первый день плана"),
            ViewColumn("ends", "DATE", "последний день плана"),
            ViewColumn("amending", "BOOLEAN", "меняет другой акт: «О внесении изменений …»"),
            ViewColumn("duties", "BIGINT", "сколько в нём обязанностей"),
            ViewColumn("dates", "BIGINT", "сколько в нём сроков с датой"),
            ViewColumn("undated", "BIGINT", "у скольких обязанностей нет ни одной даты"),
            ViewColumn("partly", "BIGINT", "у скольких есть и даты, и сроки без даты"),
        ),
    ),
    View(
        "duties",
        "обязанности: мероприятия и пункты со сроком",
        "duties",
        (
            *_DUTY,
            _NUMBER,
            ViewColumn("appendix", "VARCHAR", "номер приложения, если таблиц несколько"),
            ViewColumn("section", "VARCHAR", "раздел"),
            ViewColumn("text", "VARCHAR", "что сделать, полностью"),
            ViewColumn("wording", "VARCHAR", "то же для сравнения: без знаков и больших букв, «ё» как «е»"),
            ViewColumn("result", "VARCHAR", "ожидаемый результат"),
            ViewColumn("lead", "VARCHAR", "первый исполнитель, как напечатан"),
            ViewColumn("others", "VARCHAR", "остальные исполнители"),
            ViewColumn("since", "DATE", "день, с которого она введена актом; NULL – была сразу"),
            ViewColumn("term", "VARCHAR", "её сроки, как они поняты, через «;»; без даты – словами плана"),
            ViewColumn(
                "undated_term", "VARCHAR", "что из них без своей даты, как понято; пусто, если всё с датами"
            ),
            ViewColumn("days", "DATE[]", "её дни по плану (nominal), по порядку"),
            ViewColumn("dates", "BIGINT", "сколько у неё дат"),
            ViewColumn("undated", "BIGINT", "сколько у неё сроков без даты"),
        ),
    ),
    View(
        "assignments",
        "чьи обязанности: строка на обязанность и исполнителя",
        "duties",
        _DUTY,
        unnested="executors",
        of_each=_EXECUTOR,
    ),
    View(
        "dates",
        "сроки с датой: строка на срок",
        "load",
        _DATE,
        where="turn = 1",
    ),
    View(
        "load",
        "нагрузка: строка на срок и исполнителя, столбцы dates и assignments вместе",
        "load",
        (*_DATE, *_EXECUTOR),
    ),
    View(
        "undated",
        "сроки без даты",
        "duties",
        _DUTY,
        unnested="reasons",
        of_each=(
            _UID,
            ViewColumn("phrase", "VARCHAR", "срок словами плана; пусто, если не указан"),
            ViewColumn("reason", "VARCHAR", "почему даты нет"),
        ),
    ),
    View(
        "executors",
        "справочники: все органы и должностные лица",
        "executors",
        (
            ViewColumn("executor", "VARCHAR", "имя (id) в справочнике"),
            ViewColumn("name", "VARCHAR", "краткое название или должность"),
            ViewColumn("names", "VARCHAR[]", "все названия"),
            ViewColumn(
                "called", "VARCHAR[]", "они же для сравнения: без кавычек и больших букв, «ё» как «е»"
            ),
        ),
    ),
)


def columns_of(view: View) -> tuple[ViewColumn, ...]:
    """All of its columns, in their order."""
    return (*_OF_EVERY, *view.columns, *view.of_each)
