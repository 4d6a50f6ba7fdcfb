"""What the documents say, before any of them lays it out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from roadmapc.pipeline import compile_plan
from roadmapc.render.document.from_plan import order_view

DIRECTORY = """format: 1
name: Администрация города Образцовска
bodies:
  board: {name: Управление образования, genitive: управления образования, head: head}
officials:
  head: {name: Образцова А. Б., post: начальник управления, post_genitive: начальника управления, body: board}
  deputy: {name: Примеров В. Г., post: и.о. начальника управления}
"""
PLAN = """format: 1
id: plan
organisation: directory.yaml
period: 2024
order:
  author: AUTHOR
  signatory: SIGNATORY
  title: О плане
  clauses:
    - text: "Утвердить:"
      items: [план, состав группы]
      marks: MARKS
    - text: "Школам:"
      clauses:
        - text: "Обеспечить:"
          paragraphs: [без промедления]
          clauses:
            - text: сбор сведений
              clauses: [ежемесячно, {number: "б)", text: ежегодно}]
appendices:
  - id: plan
    mark: MARK
    title: План
    parts: [{text: Текст}]
"""
BLANKS = {"AUTHOR": "board", "SIGNATORY": "head", "MARKS": "dash", "MARK": "Приложение"}


@pytest.fixture
def view(tmp_path: Path):
    """The view of the plan with some words of it changed; `appendices` is how many it has."""

    def made(appendices: int = 1, **words: str):
        text = PLAN
        for blank, word in (BLANKS | words).items():
            text = text.replace(blank, word)
        before, appendix = text.split("appendices:\n")
        every = "".join(appendix.replace("id: plan", f"id: plan-{at}") for at in range(appendices))
        (tmp_path / "plan.yaml").write_text(f"{before}appendices:\n{every}", "utf-8")
        (tmp_path / "directory.yaml").write_text(DIRECTORY, "utf-8")
        compiled = compile_plan(tmp_path / "plan.yaml").value
        return order_view(compiled.plan, compiled.calendar, date(2024, 1, 1))

    return made


def lines(view):
    return [f"{paragraph.number} {paragraph.text}".strip() for paragraph in view.clauses]


def test_clauses_go_four_levels_deep_and_keep_a_bracket_of_their_own(view):
    assert lines(view())[3:] == [
        "2. Школам:",
        "2.1. Обеспечить:",
        "без промедления",
        "2.1.1. сбор сведений",
        "2.1.1.1. ежемесячно",
        "б) ежегодно",
    ]


@pytest.mark.parametrize(
    ("marks", "printed"),
    [
        ("dash", ["план;", "состав группы."]),
        ("letter", ["а) план;", "б) состав группы."]),
        ("number", ["1) план;", "2) состав группы."]),
    ],
)
def test_a_list_has_the_marks_that_its_author_chose(view, marks, printed):
    assert lines(view(MARKS=marks))[1:3] == printed


@pytest.mark.parametrize(
    ("author", "signatory", "head", "post"),
    [
        ("board", "head", "Управление образования", "Начальник управления"),
        ("head", "head", "начальник управления", ""),
        ("head", "deputy", "начальник управления", "И.о. начальника управления"),
    ],
    ids=["a body's blank", "an official's blank", "an official's blank, signed by another"],
)
def test_the_post_stands_in_the_head_or_in_the_signature(view, author, signatory, head, post):
    made = view(AUTHOR=author, SIGNATORY=signatory)
    assert made.head == ("Администрация города Образцовска", head)
    assert [each.post for each in made.signatures] == [post]


@pytest.mark.parametrize(
    ("mark", "count", "printed"),
    [
        ("Приложение", 1, ("Приложение", "к приказу управления образования")),
        ("Приложение", 2, ("Приложение № 2", "к приказу управления образования")),
        ("УТВЕРЖДЁН", 1, ("УТВЕРЖДЁН", "приказом управления образования")),
        ("УТВЕРЖДЁН", 2, ("Приложение № 2", "УТВЕРЖДЁН", "приказом управления образования")),
    ],
)
def test_the_mark_of_an_appendix_names_the_order_in_the_right_case(view, mark, count, printed):
    assert view(count, MARK=mark).appendices[-1].mark == (*printed, "от ____________ № _____")


def test_a_changed_word_changes_only_its_paragraph(view):
    before, after = view(), view(MARK="УТВЕРЖДЁН")
    assert replace(before, appendices=(), digest="") == replace(after, appendices=(), digest="")
    assert before.digest != after.digest
    assert before.appendices[0].parts == after.appendices[0].parts
