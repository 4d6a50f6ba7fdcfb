"""What is told of records that YAML reads otherwise than they were meant, and what is left alone."""

import pytest

from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode

SOUND = {
    "a comment": "a: слово # примечание",
    "a comment in a line of its own": "a: слово\n#примечание\nb: слово",
    "a commented field": "a: слово\n# b: слово\n#b: слово",
    "an answer": "a: слово  # roadmapc: allow D316 – так",
    "a hash within a word": "a: C#5 и письмо№#5",
    "a hash in quotes": "a: \"акция #Мы\"\nb: 'акция #Мы'",
    "a hash in a block": "a: |\n  акция #Мы\n  #Мы",
    "a heading in a block": "a: |\n  # Цели\n\n  слово\n\n  # Сроки",
    "a comment under a text": "a: >-\n  слово\n  слово\n# примечание\nb:\n  # примечание\n  c: слово",
    "a list in a block": "a: |\n  слово:\n  - дело\n  - слово",
    "a dash in a text": "a: >-\n  слово\n  – дело: слово\n  mailto:a@example.org\nb: слово\n  – дело",
    "a long text in quotes": 'a: "слово,\n  дело: слово"',
    "a number in a block": "a: |\n  слово\n  # 5",
    "a line of signs": "a: слово #####",
    "a negative number": "a: -5\nb: [-5, -3]",
    "a dash": "a: слово -\nb: слово – слово",
    "an address": "a: https://example.org:8080/x\nb: mailto:a@example.org",
    "a time": "a: в 10:30",
    "a colon of the text": 'a: "id:report"\nb: Отчёт:справка',
    "a no-break space in a text": "a: №\u00a05 и г.\u00a0Примерск",
    "an accent": "a: за\u0301мок",
}
TOLD = {
    "a: акция #Мы": "Y111",
    "a: акция #5": "Y111",
    "a: акция ##слов": "Y111",
    "a: акция #!ok слов": "Y111",
    "a: акция\n  ###слов": "Y111",
    "a: акция #«Мы»": "Y111",
    'a: "акция" #Мы': "Y111",
    "a: [акция] #Мы": "Y111",
    "a: > #Мы\n  акция": "Y111",
    "a: акция\n  #Мы": "Y111",
    "a: >-\n  слово\n  # примечание\n  слово": "Y118",
    "a: >\n  # примечание\n  слово": "Y118",
    "a:\n  - |\n    слово\n    # примечание\nb: слово": "Y118",
    "a: >-\n  слово\n  deadline: слово\nb: слово": "Y119",
    "a: |\n  слово\n  deadline:\nb: слово": "Y119",
    "a: >-\n  deadline: слово": "Y119",
    "a: >-\n  слово\n\n  deadline : слово\n  result: слово": "Y119",
    "a:\n  - b: >\n      слово\n      - b: дело": "Y119",
    "a: 'слово\n  deadline: слово'": "Y119",
    "a: [акция #Мы, b]\nb: слово": "Y111",
    "a:\n  -слово\n  -дело": "Y112",
    "a:\n  - слово\n  -дело": "Y112",
    "a: |\n  -слово": "Y112",
    "a:\n  -\u00a0слово": "Y112",
    "a:слово\nb: слово": "Y113",
    "a:\u00a0слово\nb: слово": "Y113",
    "a:\n  - id:слово": "Y113",
    "a:\n  - id:слово\n    b: слово": "Y113",
    "a: {id:слово}": "Y113",
    "a： слово\nb: слово": "Y113",
    "a:\n\u00a0\u00a0b: слово": "Y110",
    "a:\n\u2002 b: слово": "Y110",
    "\u200ba: слово": "Y110",
    "a\u00a0: слово": "Y110",
    "a: \u00a0id": "Y110",
}


def said(text: str) -> set[str]:
    return {each.code.id for each in from_yaml(SourceFile("plan.yaml", f"{text}\n")).diagnostics}


@pytest.mark.parametrize("text", SOUND.values(), ids=SOUND)
def test_what_reads_as_it_was_meant_is_left_alone(text: str) -> None:
    assert said(text) == set()


@pytest.mark.parametrize(("text", "code"), TOLD.items())
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_what_reads_otherwise_is_told(text: str, code: str, line_end: str) -> None:
    assert said(text.replace("\n", line_end)) == {code}


def test_a_field_without_its_space_is_not_quoted_as_a_text() -> None:
    diagnostics = from_yaml(SourceFile("plan.yaml", 'a:\n  result:"отчёт" #1\n')).diagnostics
    assert {each.code.id: each.edit and each.edit.text for each in diagnostics} == {
        "Y111": None,
        "Y113": ": ",
    }


def told(text: str) -> tuple[Node | None, set[str]]:
    outcome = from_bytes("plan.yaml", text.encode()).then(from_yaml)
    return outcome.value, {each.code.id for each in outcome.diagnostics}


@pytest.mark.parametrize("written", ["отче\u0308т", '"отче\\u0308т"'], ids=["as it is", "escaped"])
def test_a_text_is_composed(written: str) -> None:
    root, _ = told(f"a: {written}\n")
    assert isinstance(root, MappingNode)
    assert [value.text for _, value in root.fields.values() if isinstance(value, ScalarNode)] == ["отчёт"]


def test_a_comment_in_a_text_does_not_stop_the_plan() -> None:
    root, codes = told("a: >-\n  слово\n  # примечание\n")
    assert isinstance(root, MappingNode)
    assert codes == {"Y118"}


@pytest.mark.parametrize("written", ["от\u00adчёт", '"от\\u00adчёт"'], ids=["as it is", "escaped"])
def test_an_invisible_letter_of_a_text_is_told(written: str) -> None:
    assert told(f"a: {written}\n")[1] == {"Y115"}


def test_the_name_of_a_field_has_nothing_invisible() -> None:
    root, codes = told("dead\u200bline: слово\n")
    assert isinstance(root, MappingNode)
    assert (list(root.fields), codes) == (["deadline"], {"Y115"})


@pytest.mark.parametrize("written", ["", "~", "null", "\u200b", '"  "', "' '", '"\u200b\u2060"', '"\\u00ad"'])
def test_what_says_nothing_is_no_value(written: str) -> None:
    root, _ = told(f"a: {written}\n")
    assert isinstance(root, MappingNode)
    assert [value.is_null for _, value in root.fields.values() if isinstance(value, ScalarNode)] == [True]


@pytest.mark.parametrize("indent", ["", "    ", "\t"], ids=["at the margin", "in a text", "after a tab"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["unix", "windows"])
def test_every_marker_of_an_unfinished_merge_is_told(line_end: str, indent: str) -> None:
    lines = ("<<<<<<< HEAD", "a: 1", "||||||| base", "a: 0", "=======", "a: 2", ">>>>>>> branch", "")
    outcome = from_bytes("plan.yaml", line_end.join(indent + line for line in lines).encode())
    assert outcome.value is None
    assert [each.code.id for each in outcome.diagnostics] == ["Y114"] * 4


def test_a_line_under_a_heading_is_no_marker() -> None:
    assert from_bytes("concept.md", "Цели\n=======\n".encode()).diagnostics == ()
