"""What a rule looks for first is in all that its pattern finds, whatever stands between the words."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from frame import check
from test_rules import FILES

from roadmapc.checks.lists import OPENING, lists
from roadmapc.checks.rule import CheckInput
from roadmapc.checks.texts import Text
from roadmapc.checks.wordings import Wordings
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import ScalarNode

Asked = set[tuple[re.Pattern[str], tuple[str, ...]]]


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> Asked:
    """Each pattern that some rule looks for, with its marks; a rule asks where its first failing case is."""
    found: Asked = set()
    find = CheckInput.find

    def listening(self: CheckInput, pattern: re.Pattern[str], *marks: str) -> Any:
        found.add((pattern, marks))
        return find(self, pattern, *marks)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CheckInput, "find", listening)
        for code, file in FILES.items():
            check(file["fail"][0], tmp_path_factory.mktemp(code))
    return {(pattern, marks) for pattern, marks in found if marks}


def _words(value: Any) -> Iterator[str]:
    """All texts of the cases."""
    if isinstance(value, str):
        yield value
    else:
        for each in value.values() if isinstance(value, dict) else value:
            yield from _words(each)


def _laid_out(texts: list[str]) -> Wordings:
    file = SourceFile("plan.yaml", "")
    return Wordings([Text(words, "text", ScalarNode(words, 0, 0, is_plain=True), file) for words in texts])


@pytest.mark.parametrize("space", [" ", "\u00a0", "\n", "  "])
def test_marks_hide_nothing_that_the_pattern_finds(asked, space):
    texts = sorted({words.replace(" ", space) for words in _words(FILES)})
    wordings = _laid_out(texts)
    hidden = [
        (pattern.pattern, words)
        for pattern, marks in asked
        for words in set(texts).difference(wordings.with_any(marks))
        if pattern.search(words)
    ]
    assert len(asked) > 50
    assert hidden == []


@pytest.mark.parametrize("indent", ["", "  ", "\t", "\u00a0"])
def test_a_list_has_a_word_that_opens_it(indent):
    texts = sorted({indent + words.replace("\n", f"\n{indent}") for words in _words(FILES)})
    with_lists = {words for words in texts if any(lists(words))}
    assert len(with_lists) > 10
    assert with_lists - set(_laid_out(texts).with_any((OPENING,))) == set()
