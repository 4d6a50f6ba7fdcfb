"""Two documents side by side: which words differ, and where."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from roadmapc.diff.words import Segment, near, segments
from roadmapc.verify.passage import Document, Passage

_ENOUGH = 0.3
"""The part of a plan's passages below which a document is another one: two orders share their form."""


class Side(StrEnum):
    """What is compared."""

    PLAN = "плане"
    DOCUMENT = "документе"


class Discrepancy(NamedTuple):
    """A passage that reads otherwise, or a row that one side has alone."""

    place: str
    """As the plan's document calls it; as the other one does if the plan has no such passage."""
    words: tuple[Segment, ...]
    """What the plan says and what the document says; empty for a whole row."""
    missing_from: Side | None = None
    """Where there is no such row; `None` for a passage."""


def are_of_one_order(planned: Document, returned: Document) -> bool:
    """Whether so much of the plan's document is found in the other that differences are worth telling."""
    wanted, found = (Counter(each.text for each in document.passages) for document in (planned, returned))
    return (wanted & found).total() >= _ENOUGH * wanted.total()


def discrepancies(planned: Document, returned: Document) -> tuple[Discrepancy, ...]:
    """Whole rows first, then every passage that differs, in the order of reading.

    A passage moved is one gone and one come.
    """
    before, after = planned.passages, returned.passages
    gone, come = _missing(before, after), _missing(after, before)
    rows = (
        *(Discrepancy(row, (), Side.DOCUMENT) for row in gone),
        *(Discrepancy(row, (), Side.PLAN) for row in come),
    )
    left = tuple(each for each in before if each.row not in gone)
    return (*rows, *_passages(left, tuple(each for each in after if each.row not in come)))


def _missing(passages: tuple[Passage, ...], others: tuple[Passage, ...]) -> tuple[str, ...]:
    """Rows that the others have not, in order; one that has only changed its number is there."""
    rows, known = _rows(passages), _rows(others)
    contents = set(known.values())
    return tuple(row for row, texts in rows.items() if row not in known and texts not in contents)


def _rows(passages: tuple[Passage, ...]) -> dict[str, tuple[str, ...]]:
    """What each row says after its number."""
    rows: defaultdict[str, list[str]] = defaultdict(list)
    for each in passages:
        if each.row:
            rows[each.row].append(each.text)
    return {row: tuple(texts[1:]) for row, texts in rows.items()}


def _passages(before: tuple[Passage, ...], after: tuple[Passage, ...]) -> tuple[Discrepancy, ...]:
    opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return tuple(
        _discrepancy(old, new)
        for kind, start, end, new_start, new_end in opcodes
        if kind != "equal"
        for old, new in _side_by_side(before[start:end], after[new_start:new_end])
        if old is None or new is None or old.text != new.text
    )


def _side_by_side(
    old: tuple[Passage, ...], new: tuple[Passage, ...]
) -> Iterator[tuple[Passage | None, Passage | None]]:
    """Passages of one place first; those left over in their order."""
    places = {passage.place: passage for passage in new}
    same = [(passage, places[passage.place]) for passage in old if passage.place in places]
    taken = {id(passage) for pair in same for passage in pair}
    rest = ([passage for passage in side if id(passage) not in taken] for side in (old, new))
    yield from same
    yield from zip_longest(*rest)


def _discrepancy(old: Passage | None, new: Passage | None) -> Discrepancy:
    known = old or new
    assert known is not None
    return Discrepancy(known.place, near(segments(old.text if old else "", new.text if new else "")))
