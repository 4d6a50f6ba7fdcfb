"""A text read again where it differs has the tree that it has when it is read as a whole."""

from pathlib import Path
from random import Random

import pytest

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.schema.validate import plain, plain_with
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.reread import Read, first_read, reread
from roadmapc.syntax.tree import Node

PLANS = tuple(sorted((Path(__file__).parents[2] / "roadmaps").rglob("*.yaml")))
EDITS = 60
"""Of each file."""
MARKS = (
    *("до 31.08.2023", "x", " ", "  ", "- ", "-x", "- x: 1", ": ", ":", "# слова", " # слова", " #слова"),
    *('"', "'", "[", "]", "{", "}", "[a, b]", "{a: b}", "|", ">-", "> ", "&a", "*a", "!t", "? ", "? a", "%"),
    *("---", "...", "~", "\n", "\r\n", "\r", "\n\n", "\n# слова\n", "\n  - id: x\n", "\n- x\n", "\t"),
    *("\u00a0", "\u00ad", "\u2028", "й", "<<<<<<<", "\x07", "\ufeff", "\\", "a" * 501),
)
"""What opens, closes, shifts and breaks a record, and letters that are not what they seem."""


def edited(random: Random, text: str) -> str:
    """The text after one stop of the keys: a line, or something in it, comes, goes or moves."""
    lines = text.splitlines(keepends=True) or [""]
    at, other = random.randrange(len(lines)), random.randrange(len(lines))
    near = min(len(lines), at + random.choice((1, 1, 2, 5)))
    lines[at:near] = random.choice(CHANGES)(random, lines[at:near], lines[other])
    return "".join(lines)


def _within(random: Random, lines: list[str], _: str) -> list[str]:
    """Letters go, and a mark may come for them."""
    first, *rest = lines
    column = random.randrange(len(first) + 1)
    mark = random.choice(("", *MARKS))
    return [first[:column] + mark + first[column + random.choice((0, 0, 1, 8)) :], *rest]


CHANGES = (
    _within,
    _within,
    lambda _, lines, other: [*lines, other],
    lambda _, lines, other: [*lines, *lines],
    lambda _, lines, other: [],
    lambda _, lines, other: ["  " + line for line in lines],
    lambda _, lines, other: [line.removeprefix("  ") for line in lines],
    lambda _, lines, other: [line.rstrip("\r\n") + "\r\n" for line in lines],
    lambda random, lines, other: [line.rstrip("\r\n") + f" {random.choice(MARKS)}\n" for line in lines],
)
"""What may become of a few lines; another line is at hand."""


def whole(text: str) -> Outcome[tuple[SourceFile, Node]]:
    """A text and its tree, read by who knows nothing."""
    file = from_bytes("plan.yaml", text.encode())
    return file.then(from_yaml).then_with(file, lambda node, file: Outcome((file, node)))


def _read(text: str) -> tuple[Read, object]:
    found = whole(text)
    assert found.value is not None
    return first_read(*found.value), plain(found.value[1], "plan")


@pytest.mark.parametrize("seed", range(len(PLANS)))
def test_trees_of_all_edits_are_those_of_whole_texts(seed: int) -> None:
    path = PLANS[seed % len(PLANS)]
    random, text, parts = Random(seed), path.read_text("utf-8"), 0
    known = _read(text)
    for _ in range(EDITS):
        text = edited(random, text)
        expected = whole(text)
        again = reread(known[0], text.encode())
        if again is not None:
            read, change = again
            parts += 1
            assert expected.diagnostics == ()
            assert expected.value is not None
            assert read == (read.file, expected.value[1], first_read(*expected.value).values)
            assert read.file.text == text
            known = read, plain_with(known[1], change, "plan")
            assert known[1] == plain(read.root, "plan")
        elif expected.value is not None and not expected.diagnostics:
            known = _read(text)
        elif random.random() < 0.8:  # who breaks a record goes on in it, or takes the keys back
            text = known[0].file.text
    assert parts > EDITS // 20 or path.parent.name == "organisations"  # few of their records are in lists
