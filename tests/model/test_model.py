"""From a valid tree to the typed plan: numbers, names, references, defaults."""

from collections.abc import Callable
from datetime import date

import pytest

from roadmapc.compiled import Compiled
from roadmapc.diagnostics.code import Severity
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.codes import UNKNOWN_FIELD_OF_NAME
from roadmapc.model.plan import Clause, Measures, Plan
from roadmapc.text.blocks import Block, BlockKind

Compile = Callable[[str], Outcome[Compiled]]

ORDER = """
order:
  author: director
  signatory: director
  title: Об утверждении плана
  clauses:
    - Утвердить план (приложение).
"""
APPENDICES = """
appendices:
  - id: plan
    title: План
    sections:
      - id: all
        measures:
          - id: report
            measure: Подготовить отчёт
            deadline: не позднее 2 сентября
            executors: [department]
            result: отчёт
"""


def text(*, period: str = "2024", order: str = ORDER, appendices: str = APPENDICES) -> str:
    head = f"format: 1\nid: plan\norganisation: organisations/town.yaml\nperiod: {period}\n"
    return head + order + appendices


def plan_of(outcome: Outcome[Compiled]) -> Plan:
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value.plan


def messages(outcome: Outcome[Compiled]) -> list[str]:
    """What forbids signing; what a careful clerk would ask is the business of other tests."""
    errors = [said for said in outcome.diagnostics if said.severity is Severity.ERROR]
    return [f"{said.code.id} {said.message}" for said in errors]


@pytest.mark.parametrize(
    ("period", "first_day", "last_day"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2021-2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("2021–2025 годы", date(2021, 1, 1), date(2025, 12, 31)),
        ("2021 - 2025 гг.", date(2021, 1, 1), date(2025, 12, 31)),
        ("2020/2021 учебный год", date(2020, 9, 1), date(2021, 8, 31)),
        ("2020-2021 учебный год", date(2020, 9, 1), date(2021, 8, 31)),
        ("01.09.2020-31.08.2021", date(2020, 9, 1), date(2021, 8, 31)),
        ("29.02.2024 – 29.02.2024", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_period_is_its_first_and_last_day(
    compiled: Compile, period: str, first_day: date, last_day: date
) -> None:
    found = plan_of(compiled(text(period=period))).period
    assert (found.first_day, found.last_day) == (first_day, last_day)


@pytest.mark.parametrize(
    ("period", "message"),
    [
        ("29.02.2023-31.12.2023", "M404 дня «29.02.2023» не бывает"),
        ("01.13.2023-31.12.2023", "M404 дня «01.13.2023» не бывает"),
        ("2024-2023", "M405 срок действия плана «2024-2023» кончается раньше, чем начинается"),
        ("2021-2925", "M405 срок действия плана «2021-2925» длиннее 50 лет"),
        ("первый квартал", "M405 срок действия плана «первый квартал» не прочитан"),
        ("0000-2024", "M404 дня «01.01.0000» не бывает"),
    ],
)
def test_a_period_that_cannot_be_is_told_why(compiled: Compile, period: str, message: str) -> None:
    assert messages(compiled(text(period=period))) == [message]


def numbers(clauses: tuple[Clause, ...]) -> list[str]:
    return [each.number for clause in clauses for each in clause.walk()]


def test_clauses_are_numbered_unless_they_say_their_number(compiled: Compile) -> None:
    order = ORDER + (
        "    - text: Руководителям\n"
        "      clauses:\n"
        "        - Разработать планы.\n"
        "        - text: Утвердить планы.\n"
        "          clauses: [Опубликовать планы.]\n"
        '    - {number: "7.", text: Контроль, clauses: [Оставляю за собой.]}\n'
        "    - Последний пункт.\n"
    )
    plan = plan_of(compiled(text(order=order)))
    assert numbers(plan.order.clauses) == ["1", "2", "2.1", "2.2", "2.2.1", "7", "7.1", "4"]


SECTIONS = """
appendices:
  - id: plan
    title: План
    columns: {number: №, measure: Мероприятие, deadline: Срок, budget: Средства}
    sections:
      - id: first
        title: Первый
        measures:
          - {id: a, measure: А}
          - {id: b, measure: Б, number: "9.9.", cells: {budget: нет}}
        sections:
          - id: inner
            title: Внутренний
            number: I
            measures:
              - {id: c, measure: В}
      - id: second
        measures:
          - {id: d, measure: Г}
  - id: note
    title: Справка
    parts:
      - heading: Общие положения
"""


def test_measures_are_numbered_by_their_sections(compiled: Compile) -> None:
    plan = plan_of(compiled(text(appendices=SECTIONS)))
    assert [(section.number, measure.number) for section, measure in plan.walk()] == [
        ("1", "1.1"),
        ("1", "9.9"),
        ("I", "1.1.1"),
        ("", "1"),
    ]


def test_several_appendices_are_numbered_and_a_single_one_is_not(compiled: Compile) -> None:
    assert [each.number for each in plan_of(compiled(text(appendices=SECTIONS))).appendices] == ["1", "2"]
    assert [each.number for each in plan_of(compiled(text())).appendices] == [""]


def test_a_plan_without_columns_has_the_usual_ones(compiled: Compile) -> None:
    (appendix,) = plan_of(compiled(text())).appendices
    (measures,) = appendix.parts
    assert isinstance(measures, Measures)
    assert [column.key for column in measures.columns] == [
        "number",
        "measure",
        "deadline",
        "executors",
        "result",
    ]


def test_a_free_cell_belongs_to_its_column(compiled: Compile) -> None:
    cells = {measure.id: measure.cells for _, measure in plan_of(compiled(text(appendices=SECTIONS))).walk()}
    assert cells == {"a": (), "b": (("budget", "нет"),), "c": (), "d": ()}


@pytest.mark.parametrize(
    ("field", "key"),
    [("executors: [department]", "executors"), ("result: отчёт", "result"), ("cells: {place: зал}", "place")],
)
def test_what_has_no_column_would_not_be_printed(compiled: Compile, field: str, key: str) -> None:
    appendices = SECTIONS.replace("{id: d, measure: Г}", f"{{id: d, measure: Г, {field}}}")
    assert f"M407 для поля «{key}» в таблице нет графы" in messages(compiled(text(appendices=appendices)))


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("{director}", "Образцова А. Б."),
        ("{director.accusative}", "Образцову А. Б."),
        ("{department.genitive}", "управления образования Администрации города Примерска"),
        ("{department.head.dative}", "Образцовой А. Б."),
        ("{methodology.head.post}", "Начальник методического отдела"),
        ("{ director }", "{ director }"),
        ("{Д}", "{Д}"),
    ],
)
def test_a_reference_becomes_words_of_the_directory(compiled: Compile, reference: str, words: str) -> None:
    order = ORDER + f'    - "Поручить {reference} исполнение."\n'
    plan = plan_of(compiled(text(order=order)))
    assert plan.order.clauses[1].text == f"Поручить {words} исполнение."


@pytest.mark.parametrize(
    ("reference", "hint"),
    [
        ("{directr}", "возможно, вы имели в виду «director»"),
        ("{director.acusative}", "возможно, вы имели в виду «accusative»"),
        (
            "{schools.genitive}",
            "в справочнике к записи «schools» добавьте строку, если падеж верен: «genitive: {}»".format(
                "общеобразовательных организаций города Примерска"
            ),
        ),
        ("{schools.head.dative}", "в справочнике к записи «schools» добавьте строку «head: …»"),
        ("{mayor-of-a-town}", "добавьте запись «mayor-of-a-town» в справочник"),
    ],
)
def test_a_reference_to_nothing_is_shown_each_time_it_is_written(
    compiled: Compile, reference: str, hint: str
) -> None:
    order = ORDER + f"    - >-\n      Поручить {reference}\n      и ещё раз\n      {reference}.\n"
    outcome = compiled(text(order=order))
    found = [said for said in outcome.diagnostics if said.code is UNKNOWN_FIELD_OF_NAME]
    places = [said.place for said in found if said.place is not None]
    assert [place.file.text[slice(*place.span)] for place in places] == [reference, reference]
    assert len({place.span for place in places}) == 2
    assert {said.hints for said in found} == {(hint,)}


def test_results_in_a_list_are_lettered_and_lines_are_blocks(compiled: Compile) -> None:
    appendices = APPENDICES.replace("result: отчёт", "result: [отчёт, справка]").replace(
        "measure: Подготовить отчёт", 'measure: "Подготовить:\\n- отчёт\\n- справку для {director.genitive}"'
    )
    ((_, measure),) = plan_of(compiled(text(appendices=appendices))).walk()
    assert [(block.kind, block.text.rstrip(".;")) for block in measure.text] == [
        (BlockKind.PARAGRAPH, "Подготовить:"),
        (BlockKind.DASH, "отчёт"),
        (BlockKind.DASH, "справку для Образцовой А. Б"),
    ]
    assert measure.result == (Block(BlockKind.LETTER, "отчёт"), Block(BlockKind.LETTER, "справка"))


def test_an_executor_has_its_units_and_its_qualifier(compiled: Compile) -> None:
    appendices = APPENDICES.replace(
        "[department]", "[{id: department, units: [methodology]}, {id: schools, qualifier: по списку}]"
    )
    ((_, measure),) = plan_of(compiled(text(appendices=appendices))).walk()
    assert [
        (each.actor.id, [unit.id for unit in each.units], each.qualifier) for each in measure.executors
    ] == [("department", ["methodology"], ""), ("schools", [], "по списку")]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "signatory: director",
            "signatory: department",
            "M401 должностного лица «department» в справочнике нет",
        ),
        ("author: director", "author: mayor", "M401 имени «mayor» в справочнике нет"),
        ("[department]", "[directer]", "M401 исполнителя «directer» в справочнике нет"),
        ("[department]", "[{id: department, units: [x]}]", "M401 подразделения «x» в справочнике нет"),
        (
            "[department]",
            "[{id: department, as: post}]",
            "M424 «department» – орган: его печатают так, как назвал справочник",
        ),
        (
            "[department]",
            "[{id: director, units: [department]}]",
            "M424 «director» – должностное лицо: подразделений у него нет",
        ),
        ("author: director", "author: methodology", ""),
        (
            "author: director",
            "author: schools",
            "M408 в справочнике у «schools» нет поля «genitive» – «Родительный падеж»",
        ),
        ("id: all", "id: all\n        sections: [{id: all}]", "M403 постоянное имя «all» уже занято"),
    ],
)
def test_a_name_that_cannot_be_resolved_is_an_error(
    compiled: Compile, old: str, new: str, message: str
) -> None:
    outcome = compiled(text().replace(old, new))
    assert messages(outcome) == ([message] if message else [])


def test_a_clause_may_not_approve_an_appendix_that_is_not_there(compiled: Compile) -> None:
    order = ORDER + "    - {text: Утвердить концепцию., approves: concept}\n"
    assert messages(compiled(text(order=order))) == ["M401 приложения «concept» в плане нет"]


def test_every_problem_of_a_plan_is_told_at_once(compiled: Compile) -> None:
    broken = text().replace("[department]", "[departament]").replace("2 сентября", "31 сентября")
    found = messages(compiled(broken.replace("signatory: director", "signatory: x")))
    assert [each.split()[0] for each in found] == ["M401", "D305", "M401"]


FIELDS = """            deadline:
              - phrase: {every: year, until: [{month: 7, day: 1}]}
              - phrase: {when: [{month: 5, weekday: friday, nth: 2}]}
                audience: школы
              - phrase: {term: {event: подписания, count: 10, unit: working_day}}
"""


def test_a_deadline_in_fields_is_printed_by_its_wording(compiled: Compile) -> None:
    appendices = APPENDICES.replace("            deadline: не позднее 2 сентября\n", FIELDS)
    (appendix,) = plan_of(compiled(text(appendices=appendices))).appendices
    (measures,) = (part for part in appendix.parts if isinstance(part, Measures))
    terms = measures.sections[0].measures[0].terms
    assert [term.deadline.text for term in terms] == [
        "ежегодно, до 1 июля",
        "вторая пятница мая",
        "в течение 10 рабочих дней после подписания",
    ]
    assert [term.audience for term in terms] == ["", "школы", ""]


def test_a_day_that_fields_make_impossible_is_shown_at_the_fields(compiled: Compile) -> None:
    fields = APPENDICES.replace("не позднее 2 сентября", "{phrase: {until: [{month: 11, day: 31}]}}")
    (problem,) = (said for said in compiled(text(appendices=fields)).diagnostics if said.code.id == "D305")
    assert problem.place is not None
    span = problem.place.span
    assert problem.place.file.text[span.start : span.end] == "until"
