"""Words of a value are found where they are written, however the value is folded."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.locate import locate, relocated
from roadmapc.syntax.tree import MappingNode, ScalarNode

STYLES = {
    "plain": "a: {}",
    "single quotes": "a: '{}'",
    "double quotes": 'a: "{}"',
    "plain, in lines": "a:\n  {}",
    "folded": "a: >-\n  {}",
    "literal": "a: |\n  {}",
    "folded under a comment": "a: > # до 31 ноября\n  {}",
}


def read(text: str) -> tuple[SourceFile, ScalarNode]:
    file = SourceFile("plan.yaml", text)
    root = from_yaml(file).value
    assert isinstance(root, MappingNode)
    node = root.get("a")
    assert isinstance(node, ScalarNode)
    return file, node


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@given(
    words=st.lists(st.text("абвгд31", min_size=1, max_size=6), min_size=1, max_size=8),
    gaps=st.lists(st.sampled_from([" ", "  ", "\n  ", "\n  \n  "]), min_size=8, max_size=8),
    data=st.data(),
)
def test_a_word_is_found_in_every_style(
    style: str, words: list[str], gaps: list[str], data: st.DataObject
) -> None:
    written = words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=False))
    file, node = read(style.format(written) + "\n")
    phrase = " ".join(words)
    at = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:at])) + (at > 0)
    span = locate(file, node, phrase, Span(start, start + len(words[at])))
    assert file.text[span.start : span.end] == words[at]


def test_a_value_with_escapes_is_given_as_a_whole() -> None:
    file, node = read('a: "до \\u0033\\u0031 ноября"\n')
    assert locate(file, node, "до 31 ноября", Span(3, 5)) == node.span


def test_a_finding_about_a_phrase_moves_with_everything_it_shows() -> None:
    file, node = read("a: >-\n  ежегодно,\n  до 31 ноября\n")
    phrase = SourceFile("срок", "ежегодно, до 31 ноября")
    code = Code("D305", "impossible-date", Severity.ERROR, "Такого дня нет.")
    label = Label(Place(phrase, Span(0, 8)), "повторяется каждый год")
    said = Diagnostic(code, "31 ноября не бывает", Place(phrase, Span(13, 22)), related=(label,))
    moved = relocated(said, file, node)
    shown = [moved.place, *(label.place for label in moved.related)]
    assert [place and place.file.text[slice(*place.span)] for place in shown] == ["31 ноября", "ежегодно"]
    assert {place and place.file for place in shown} == {file}
