"""References to the directory, wherever an author may put one."""

from pathlib import Path

import pytest

from roadmapc.model.known_names import everyone, named
from roadmapc.model.parts import Passport, Prose, Table
from roadmapc.pipeline import compile_plan

DIRECTORY = """format: 1
name: Администрация города Образцовска
bodies:
  board: {name: управление образования, genitive: управления образования, head: head}
officials:
  head: {name: Образцова А. Б., post: начальник, accusative: Образцову А. Б.}
"""
PLAN = """format: 1
id: plan
organisation: directory.yaml
period: 2024
order:
  author: board
  signatory: head
  title: О плане
  clauses:
    - "{clause}"
appendices:
  - id: concept
    title: Концепция
    parts:
      - text: "{prose}"
      - file: concept.md
      - passport: [{{name: "{name}", value: "{value}"}}]
      - table: {{columns: [Графа], rows: [["{cell}"]]}}
  - id: measures
    title: План
    columns: {{measure: Мероприятие, participants: Участники}}
    sections:
      - id: section
        measures:
          - id: measure
            measure: Дело
            participants: ["{participant}"]
"""
PLAIN = dict.fromkeys(("clause", "prose", "name", "value", "cell", "participant"), "слова")


@pytest.fixture
def compiled(tmp_path: Path):
    def read(markdown: str = "текст", **texts: str):
        (tmp_path / "directory.yaml").write_text(DIRECTORY, "utf-8")
        (tmp_path / "concept.md").write_text(markdown, "utf-8")
        (tmp_path / "plan.yaml").write_text(PLAN.format(**PLAIN | texts), "utf-8")
        return compile_plan(tmp_path / "plan.yaml")

    return read


def parts(outcome, kind):
    return [part for part in outcome.value.plan.appendices[0].parts if isinstance(part, kind)]


def test_a_reference_is_resolved_in_every_part_of_an_appendix(compiled):
    reference = dict.fromkeys(PLAIN, "из {board.genitive}")
    outcome = compiled("## О {head.accusative}", **reference)
    assert [part.markdown for part in parts(outcome, Prose)] == [
        "из управления образования",
        "## О Образцову А. Б.",
    ]
    ((name, (block,)),) = parts(outcome, Passport)[0].rows
    assert name == block.text == "из управления образования"
    assert tuple(row.texts for row in parts(outcome, Table)[0].rows) == (("из управления образования",),)


def test_a_mistake_in_a_file_of_prose_is_shown_in_that_file(compiled):
    outcome = compiled("Первая строка.\n\nО {head.acusative}.")
    (said,) = [each for each in outcome.diagnostics if each.code.id == "M402"]
    assert said.place.file.name.endswith("concept.md")
    assert said.place.file.text[slice(*said.place.span)] == "{head.acusative}"
    assert said.message == "по ссылке «{head.acusative}» в справочнике ничего нет"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("возложить на {head.accusative}.", "возложить на Образцову А. Б."),
        ("возложить на {head.accusative}, начальника.", "возложить на Образцову А. Б., начальника."),
        ("для {board.genitive}.", "для управления образования."),
        ("для {board.genitive}", "для управления образования"),
    ],
)
def test_one_full_stop_ends_initials_and_the_sentence(compiled, written, printed):
    assert compiled(clause=written).value.plan.order.clauses[0].text == printed


@pytest.mark.parametrize(
    ("written", "printed"),
    [("board", "управление образования"), ("head", "Образцова А. Б."), ("родители", "родители")],
)
def test_a_participant_is_a_name_of_the_directory_or_words(compiled, written, printed):
    ((_, measure),) = compiled(participant=written).value.plan.walk()
    assert measure.participants == (printed,)


def test_a_participant_with_a_slip_in_its_name_is_not_words(compiled):
    (said,) = [each for each in compiled(participant="baord").diagnostics if each.code.id == "M401"]
    assert said.hints == ("возможно, вы имели в виду «board»",)


def test_a_field_that_is_there_is_not_asked_for(compiled):
    (said,) = [
        each for each in compiled(clause="для {head.post.genitive}").diagnostics if each.code.id == "M402"
    ]
    assert said.hints == ("после «head.post» в ссылке ничего не бывает: назовите саму запись и падеж",)


SLIPS = [
    "{ head.accusative }",
    "{head .accusative}",
    "{head. accusative}",
    "{Head.accusative}",
    "{head.Accusative}",
    "{head,accusative}",
    "{head:accusative}",
    "{head_accusative}",
    "{head accusative}",
    "{hеad.accusative}",
    "{head.винительный}",
    "{head.винитeльный}",
    "{head.вин}",
    "{Образцова.винительный}",
    "{нач.accusative}",
    "{{head.accusative}}",
    "${head.accusative}",
    "｛head.accusative｝",
    "{head.accusative",
    "head.accusative}",
    "<head.accusative>",
    "[head.accusative]",
    "head.accusative",
    "(head.accusative)",
    "[head.accusative](x)",
    "head;accusative",
    "head-accusative",
    "head – accusative",
    "head→accusative",
    "head->accusative",
    "head · accusative",
    "head accusative",
    "hеad.accusative",
    "head.винительный",
]
"""What `{head.accusative}` becomes under a hand in haste."""


@pytest.mark.parametrize("slip", SLIPS)
def test_what_was_meant_as_a_reference_is_an_error_with_the_reference(compiled, slip):
    (said,) = [
        each
        for each in compiled(clause=f"возложить на {slip} контроль").diagnostics
        if each.code.id == "M414"
    ]
    assert said.place.file.text[slice(*said.place.span)] == slip
    assert said.hints[0] == "напишите «{head.accusative}»: «Образцову А. Б.»"


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("возложить на head контроль", "head"),
        ("возложить на head, начальника", "head"),
        ("возложить на (head)", "head"),
        ("возложить на [head]", "head"),
        ("возложить на «head»", "head"),
        ("возложить на @head", "@head"),
        ("возложить на Head.", "Head"),
        ("возложить на hеаd контроль", "hеаd"),
        ("board издаёт приказ", "board"),
        ("слова: board; дело", "board"),
    ],
)
def test_a_name_without_braces_is_told(compiled, written, name):
    (said,) = [each for each in compiled(clause=written).diagnostics if each.code.id == "M415"]
    assert said.place.file.text[slice(*said.place.span)] == name


@pytest.mark.parametrize(
    "words", ["IQ board", "head hunter", "board.ru", "a@board.ru", "x/board/y", "co-head"]
)
def test_a_name_in_foreign_words_is_a_word_of_them(compiled, words):
    said = compiled(clause=f"Слова {words} слова.").diagnostics
    assert [each for each in said if each.code.id in ("M414", "M415")] == []


def test_a_russian_name_with_a_case_is_an_error(compiled):
    (said,) = [
        each
        for each in compiled(clause="возложить на начальник.винительный контроль").diagnostics
        if each.code.id == "M414"
    ]
    assert said.hints[0] == "напишите «{head.accusative}»: «Образцову А. Б.»"


@pytest.mark.parametrize(
    "brace", ["{ слова", "}", "{}", "{ }", "{{ 7 * 7 }}", "{% for %}", "{неизвестно.кому}"]
)
def test_any_other_brace_is_an_error(compiled, brace):
    (said,) = [each for each in compiled(value=f"слова {brace}").diagnostics if each.code.id == "M414"]
    assert said.place.file.text[slice(*said.place.span)] == brace
    assert said.edit is None


@pytest.mark.parametrize(
    "words", ["сайт edu.ru", "head@example.org", "пункт 1.2", "IQ board", "https://head.name/x"]
)
def test_words_that_are_no_reference_stay(compiled, words):
    assert [each for each in compiled(clause=f"Слова {words}.").diagnostics if each.code.id == "M414"] == []


def test_a_slip_in_a_file_of_prose_is_shown_there(compiled):
    (said,) = [each for each in compiled("Об {head .accusative}.").diagnostics if each.code.id == "M414"]
    assert said.place.file.name.endswith("concept.md")
    assert said.edit.text == "{head.accusative}"


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("управление образования", "board"),
        ("Управление  Образования", "board"),
        ("управлению образования", "board"),
        ("упр образования", "board"),
    ],
)
def test_a_body_that_is_named_in_russian_is_known(compiled, words, name):
    known = compiled().value.plan.organisation
    assert named(words, everyone(known)).ids == (name,)


@pytest.mark.parametrize(
    "words", ["А. Б. Образцова", "Образцова А.Б.", "Образцову А. Б.", "Образцовой", "начальнику"]
)
def test_an_official_who_is_named_in_russian_is_known(compiled, words):
    known = compiled().value.plan.organisation
    assert named(words, known.officials.values()).ids == ("head",)
