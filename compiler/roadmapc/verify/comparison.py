"""Two documents side by side: which words differ, and where."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
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
    wanted, present = (Counter(each.text for each in document.passages) for document in (planned, returned))
    return (wanted & present).total() >= _ENOUGH * wanted.total()


def discrepancies(planned: Document, returned: Document) -> tuple[Discrepancy, ...]:
    """Whole rows first, then every passage that differs, in the order of reading.

    A passage that moved is one removed and one added.
    """
    before, after = planned.passages, returned.passages
    removed, added = _missing(before, after), _missing(after, before)
    rows = (
        *(Discrepancy(row, (), Side.DOCUMENT) for row in removed),
        *(Discrepancy(row, (), Side.PLAN) for row in added),
    )
    left, right = (
        [passage for passage in passages if passage.row not in alone]
        for passages, alone in ((before, removed), (after, added))
    )
    return (*rows, *_passages(left, right))


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


def _passages(before: Sequence[Passage], after: Sequence[Passage]) -> Iterator[Discrepancy]:
    """Passages that read otherwise; one of another place that reads the same is no discrepancy."""
    opcodes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for kind, start, end, new_start, new_end in opcodes:
        if kind == "equal":
            continue
        for old, new in _side_by_side(before[start:end], after[new_start:new_end]):
            known, old_text, new_text = old or new, old.text if old else "", new.text if new else ""
            if known is not None and old_text != new_text:
                yield Discrepancy(known.place, near(segments(old_text, new_text)))


def _side_by_side(
    old: Sequence[Passage], new: Sequence[Passage]
) -> Iterator[tuple[Passage | None, Passage | None]]:
    """Passages of one place first; those left over in their order."""
    places = {passage.place: passage for passage in new}
    same = [(passage, places[passage.place]) for passage in old if passage.place in places]
    taken = {id(passage) for pair in same for passage in pair}
    rest = ([passage for passage in side if id(passage) not in taken] for side in (old, new))
    yield from same
    yield from zip_longest(*rest)
