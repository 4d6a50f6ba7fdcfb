"""YAML text to a tree: verbatim texts at exact places, one code for each way of being wrong."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.source.file import SourceFile
from roadmapc.source.limits import LEVELS
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode


def tree(text: str) -> Node:
    outcome = from_yaml(SourceFile("plan.yaml", text))
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def finding(text: str) -> tuple[str, str]:
    """The code of the only finding and the words it points at."""
    file = SourceFile("plan.yaml", text)
    (said,) = from_yaml(file).diagnostics
    assert said.place is not None
    return said.code.id, text[said.place.span.start : said.place.span.end]


@pytest.mark.parametrize(
    "written", ["01.10", "1.10", "012", "1:30", "no", "null", "~", "2021-11-31", "1e3", ".inf", "0x1F", "да"]
)
def test_a_scalar_keeps_its_text_whatever_yaml_would_make_of_it(written: str) -> None:
    root = tree(f"value: {written}\n")
    assert isinstance(root, MappingNode)
    assert root.get("value") == ScalarNode(written, 7, 7 + len(written), is_plain=True)


def test_a_quoted_number_is_told_from_a_plain_one() -> None:
    root = tree("plain: 1\nquoted: '1'\n")
    assert isinstance(root, MappingNode)
    plain, quoted = root.get("plain"), root.get("quoted")
    assert isinstance(plain, ScalarNode)
    assert isinstance(quoted, ScalarNode)
    assert (plain.is_plain, quoted.is_plain) == (True, False)


def test_every_node_knows_where_it_is_written() -> None:
    text = "order:\n  clauses:\n    - Утвердить план.\n    - text: >-\n        Контроль\n        оставляю\n"
    root = tree(text)
    assert isinstance(root, MappingNode)
    order = root.get("order")
    assert isinstance(order, MappingNode)
    clauses = order.get("clauses")
    assert isinstance(clauses, SequenceNode)
    first, second = clauses.items
    assert text[slice(*order.key_span("clauses"))] == "clauses"
    assert text[slice(*first.span)] == "Утвердить план."
    assert text[slice(*second.span)] == "text: >-\n        Контроль\n        оставляю"
    assert text[slice(*clauses.span)].endswith("оставляю")


@pytest.mark.parametrize("blanks", [0, 1, 200])
@pytest.mark.parametrize("block", ["text: >-\n    Контроль", "text: Контроль", "- Контроль"])
def test_a_block_ends_with_its_last_word_however_much_space_follows(block: str, blanks: int) -> None:
    text = f"order:\n  {block}\n{' ' * blanks}\n\ntitle: О плане\n"
    root = tree(text)
    assert isinstance(root, MappingNode)
    order = root.get("order")
    assert order is not None
    assert text[slice(*order.span)] == block


def test_a_folded_text_ends_with_its_last_letter() -> None:
    text = "a: >-\n  один\n  два\n\n\nb: три\n"
    root = tree(text)
    assert isinstance(root, MappingNode)
    value = root.get("a")
    assert value == ScalarNode("один два", 3, text.index("два") + 3, is_plain=False)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("a:\n\tb: c\n", "Y103", "\t"),
        ("a: b: c\n", "Y104", ":"),
        ("a: b\n  c: d\n", "Y104", "c"),
        ('a: "b\nc: d\n', "Y104", '"b'),
        ("a: [b\nc: d\n", "Y104", "[b"),
        ('a: "b" c\n', "Y104", "c"),
        ("a: {b} c\n", "Y104", "c"),
        ("a: b\nc d\ne: f\n", "Y104", "c d"),
        ("a: @b\n", "Y104", "@"),
        ("a: *б\n", "Y104", "*б"),
        ("a: [b,, c]\n", "Y104", ","),
        ("a: |b\n  c\n", "Y104", "b"),
        ('a: "\\q"\n', "Y104", "\\"),
        ("a: - b\n", "Y104", "-"),
        ("? [a]\n: b\n", "Y104", "["),
        ("a: b\na: c\n", "Y105", "a"),
        ("a: &b c\n", "Y106", "&b"),
        ("a: !!int 1\n", "Y106", "!!int"),
        ("a: !<tag:x> 1\n", "Y106", "!<tag:x>"),
        ("a: [*b, c]\n", "Y106", "*b"),
        ("[" * (LEVELS.most + 1), "Y107", "["),
        ("# a\n", "Y108", ""),
        ("---\n", "Y108", ""),
        ("a: b\n---\nc: d\n", "Y109", "---"),
        ('a: "\\e[31m"\n', "Y102", '"\\e[31m"'),
    ],
)
def test_a_mistake_is_found_at_its_words(text: str, code: str, words: str) -> None:
    assert finding(text) == (code, words)


@pytest.mark.parametrize(
    "nested",
    [
        lambda levels: "[" * levels,
        lambda levels: "{a: " * levels,
        lambda levels: "- " * levels,
        lambda levels: "\n".join(f"{' ' * level}a:" for level in range(levels)),
    ],
    ids=["lists in brackets", "fields in brackets", "lists", "fields"],
)
def test_nesting_too_deep_for_libyaml_is_found_where_it_is_too_deep_for_us(
    nested: Callable[[int], str],
) -> None:
    spans = []
    for levels in (LEVELS.most + 1, 2_000):
        (said,) = from_yaml(SourceFile("plan.yaml", nested(levels))).diagnostics
        assert said.code.id == "Y107"
        assert said.place is not None
        spans.append(said.place.span)
    assert spans[0] == spans[1]


def test_the_deepest_allowed_nesting_is_read() -> None:
    assert isinstance(tree("[" * LEVELS.most + "]" * LEVELS.most), SequenceNode)


def test_both_places_of_a_repeated_field_are_shown() -> None:
    file = SourceFile("plan.yaml", "a: b\nc: d\na: e\n")
    (said,) = from_yaml(file).diagnostics
    assert said.place is not None
    assert file.position(said.place.span.start) == (3, 1)
    assert [file.position(label.place.span.start) for label in said.related] == [(1, 1)]


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab:-[]{}\"'#&*!|>%@`,?\\\t\n ")))
def test_any_signs_make_a_tree_or_a_finding_within_the_text(text: str) -> None:
    outcome = from_yaml(SourceFile("plan.yaml", text))
    assert (outcome.value is None) == bool(outcome.diagnostics)
    for said in outcome.diagnostics:
        assert said.place is not None
        assert 0 <= said.place.span.start <= said.place.span.end <= len(text)
