"""What is beyond the limits is named with its limit; what is told a thousand times is not told again."""

import pytest

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.source.file import SourceFile
from roadmapc.source.limits import FINDINGS, ITEMS, LINES, PHRASE, PROSE, TEXT, WORD, Limit
from roadmapc.syntax.from_bytes import from_bytes, prose_of
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import Node


def tree(text: str) -> Outcome[Node]:
    return from_yaml(SourceFile("plan.yaml", text))


@pytest.mark.parametrize(
    ("limit", "code", "text"),
    [
        (TEXT, "Y117", "a: " + "да " * (TEXT.most // 3)),
        (WORD, "Y117", "a: " + "ж" * WORD.most),
        (WORD, "Y117", "k" * WORD.most + ": да"),
        (ITEMS, "Y120", "a: [" + "а, " * (ITEMS.most - 1) + "а]"),
        (ITEMS, "Y120", "".join(f"k{at}: да\n" for at in range(ITEMS.most))),
    ],
    ids=["a text", "a word", "a key", "a list", "fields"],
)
def test_a_limit_holds_to_the_last(limit: Limit, code: str, text: str) -> None:
    beyond = {"Y117": text.replace("ж", "жж", 1).replace("k:", "kk:").replace("да", "да да", 1)}
    beyond["Y120"] = text.replace("а,", "а, а,", 1) if "[" in text else text + "last: да\n"
    assert tree(text).diagnostics == ()
    refused = tree(beyond[code])
    assert refused.value is None
    assert [(each.code.id, str(limit) in each.message) for each in refused.diagnostics] == [(code, True)]


def test_prose_has_a_limit_of_its_own() -> None:
    words = "да " * (PROSE.most // 3)
    assert prose_of(SourceFile("a.md", words)).value is not None
    refused = prose_of(SourceFile("a.md", words + "да да да"))
    assert (refused.value, [each.code.id for each in refused.diagnostics]) == (None, ["Y117"])
    assert TEXT.most < PROSE.most
    assert PHRASE.most < TEXT.most


def test_lines_end_as_any_system_ends_them() -> None:
    for end in (b"\n", b"\r", b"\r\n"):
        assert from_bytes("a", end * LINES.most).value is not None
    refused = from_bytes("a", b"\n" * (LINES.most + 1))
    assert [each.code.id for each in refused.diagnostics] == ["Y117"]


@pytest.mark.parametrize(
    ("code", "line"), [("Y105", "a: да\n"), ("Y113", "  a:да\n"), ("Y114", "<<<<<<< HEAD\n")], ids=str
)
def test_of_a_thousand_alike_the_last_says_that_there_are_more(code: str, line: str) -> None:
    text = "k:\n" * (line[0] == " ") + line * (FINDINGS.most + 9)
    said = from_bytes("plan.yaml", text.encode()).then(from_yaml).diagnostics
    assert {each.code.id for each in said} == {code}
    assert len(said) == FINDINGS.most + 1
    assert "показаны первые" in said[-1].message
    assert all("показаны" not in each.message for each in said[:-1])
