"""Two documents side by side: which words differ, and where."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import NamedTuple

from roadmapc.diff.words import Segment, near, segments
from roadmapc.verify.passage import Document, Passage


class Discrepancy(NamedTuple):
    """A passage that reads otherwise."""

    place: str
    """As the plan's document calls it; as the other one does if the plan has no such passage."""
    words: tuple[Segment, ...]
    """What the plan says and what the document says."""


def discrepancies(planned: Document, returned: Document) -> tuple[Discrepancy, ...]:
    """Every passage that differs, in the order of reading; a passage moved is one gone and one come."""
    before, after = planned.passages, returned.passages
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
