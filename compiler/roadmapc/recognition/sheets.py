"""Sheets of agreement and acquaintance: a heading, what it is about, a table of people."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.incoming.blocks import Block, Paragraph, Table
from roadmapc.recognition.lines import Line, Words, collapsed, lines_of
from roadmapc.recognition.people import PERSON
from roadmapc.recognition.signing import Signature

_HEADING = re.compile(r"лист\s+(?P<kind>согласования|ознакомления)\b(?P<rest>.*)", re.IGNORECASE | re.DOTALL)
_ABOUT = re.compile(
    r"(?:к|с|проекта?)?\s*(?:настоящ\w+\s)?(?:приказ|постановлени|распоряжени|решени)", re.IGNORECASE
)
_NAME = re.compile(PERSON)
_LINES = 3
"""Paragraphs that stand between the heading and the table at most."""


class Sheet(NamedTuple):
    """One of them."""

    is_approval: bool
    people: tuple[Signature, ...]
    blocks: tuple[Block, ...]
    """All that it is made of."""


def sheet_at(blocks: Sequence[Block], at: int) -> Sheet | None:
    """The sheet whose heading stands at a block; `None` if there is none."""
    block = blocks[at]
    found = _HEADING.match(block.text) if isinstance(block, Paragraph) and len(block.text) < 400 else None
    if found is None or (found["rest"].strip() and not _ABOUT.match(found["rest"].strip())):
        return None
    end = at + 1
    while end < len(blocks) and end - at <= _LINES and isinstance(blocks[end], Paragraph):
        end += 1
    table = blocks[end] if end < len(blocks) else None
    if not isinstance(table, Table):
        return None
    return Sheet(found["kind"].lower() == "согласования", _people(table), tuple(blocks[at : end + 1]))


def _people(table: Table) -> tuple[Signature, ...]:
    """The people of the rows: the cell with a name, and the longest of the others as the post."""
    rows: dict[int, list[Line]] = {}
    for line in lines_of([table]):
        rows.setdefault(line.row, []).append(line)
    found = []
    for lines in rows.values():
        named = next((line for line in lines if _NAME.fullmatch(collapsed(line.text))), None)
        if named is None:
            continue
        posts = [
            line for line in lines if line is not named and len(line.text) > 2 and line.text[0].isalpha()
        ]
        post = Words.of(posts) if posts else Words("", (), named.where)
        found.append(Signature(post, Words.of([named])))
    return tuple(found)
