"""Appendices without marks: each begins with its title, as many of them as the act cites."""

import re
from collections.abc import Iterable

from roadmapc.incoming.blocks import Alignment, Paragraph, Table
from roadmapc.recognition.clauses import Clause
from roadmapc.recognition.outline import AppendixOutline
from roadmapc.recognition.titles import TITLE_WORD

_CITED = re.compile(r"приложени\w+\s*(?:№|N)?\s*(\d+)", re.IGNORECASE)
_LONG = 500
"""Characters that no title has."""


def parted(appendices: tuple[AppendixOutline, ...], clauses: Iterable[Clause]) -> tuple[AppendixOutline, ...]:
    """The first appendix, if it has no mark, as several when the act cites more than were found."""
    if not appendices or appendices[0].mark is not None:
        return appendices
    texts = (clause.unit.words.text for each in clauses for clause in each.walk())
    cited = {number for text in texts for number in _CITED.findall(text)}
    first, *others = appendices
    found = [first]
    while len(found) + len(others) < len(cited) and (at := _second_title(found[-1])):
        whole = found.pop()
        found += [whole._replace(blocks=whole.blocks[:at]), whole._replace(blocks=whole.blocks[at:])]
    return (*found, *others)


def _second_title(appendix: AppendixOutline) -> int:
    """Where another title stands: over a table, or on a page of its own; 0 if nowhere."""
    for at in range(1, len(appendix.blocks) - 1):
        block, after = appendix.blocks[at], appendix.blocks[at + 1]
        if not isinstance(block, Paragraph) or block.label or len(block.text) > _LONG:
            continue
        text = block.text.strip()
        if not TITLE_WORD.match(text) or text.endswith((".", ";", ":", ",")):
            continue
        is_loud = block.alignment is Alignment.CENTRE and (block.begins_page or text.isupper())
        if is_loud or isinstance(after, Table):
            return at
    return 0
