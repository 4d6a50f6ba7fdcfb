"""Which things of two sequences are the same ones, in the time of their length.

What stands once in both is found first (patience diff); only short stretches between are compared in full.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from roadmapc.diff.moves import longest_rise

_COMPARED = 250_000
"""Pairs of a stretch that are compared in full; a longer one is left as two stretches of others."""


class Stretch(NamedTuple):
    """Things of the one side and of the other, by their ordinals; equal ones, or what has no equals."""

    before: range
    after: range
    is_same: bool


def aligned(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[Stretch]:
    """Stretches in order, which together are both sequences."""
    waiting = [Stretch(range(len(before)), range(len(after)), is_same=False)]
    while waiting:
        stretch = waiting.pop()
        if stretch.is_same:
            yield stretch
        elif stretch.before or stretch.after:
            parts = list(_parted(before, after, stretch))
            if len(parts) == 1 and not parts[0].is_same:
                yield from _compared(before, after, stretch)
            else:
                waiting += reversed(parts)


def _parted(before: Sequence[Hashable], after: Sequence[Hashable], stretch: Stretch) -> Iterator[Stretch]:
    """The stretch parted at what both sides begin with, end with, or have once."""
    at, other = stretch.before.start, stretch.after.start
    end, other_end = stretch.before.stop, stretch.after.stop
    for anchor, other_anchor in (*_anchors(before, after, stretch), (end, other_end)):
        if anchor < at or other_anchor < other:
            continue  # taken already with the one before
        back = 0
        while anchor - back > at and other_anchor - back > other:
            if before[anchor - back - 1] != after[other_anchor - back - 1]:
                break
            back += 1
        start, other_start = anchor - back, other_anchor - back
        if at < start or other < other_start:
            yield Stretch(range(at, start), range(other, other_start), is_same=False)
        at, other = anchor, other_anchor
        while at < end and other < other_end and before[at] == after[other]:
            at, other = at + 1, other + 1
        if start < at:
            yield Stretch(range(start, at), range(other_start, other), is_same=True)


def _anchors(
    before: Sequence[Hashable], after: Sequence[Hashable], stretch: Stretch
) -> list[tuple[int, int]]:
    """The beginning, and pairs of what stands once on either side, in one order on both."""
    old, new = (
        Counter(map(side.__getitem__, places))
        for side, places in ((before, stretch.before), (after, stretch.after))
    )
    places = {after[at]: at for at in stretch.after}
    pairs = [
        (at, places[before[at]]) for at in stretch.before if old[before[at]] == 1 and new.get(before[at]) == 1
    ]
    in_order = longest_rise([other for _, other in pairs])
    kept = (pair for at, pair in enumerate(pairs) if at in in_order)
    return [(stretch.before.start, stretch.after.start), *kept]


def _compared(before: Sequence[Hashable], after: Sequence[Hashable], stretch: Stretch) -> Iterator[Stretch]:
    old, new = stretch.before, stretch.after
    if not old or not new or len(old) * len(new) > _COMPARED:
        yield stretch
        return
    sides = [before[at] for at in old], [after[at] for at in new]
    for kind, start, end, new_start, new_end in SequenceMatcher(None, *sides, autojunk=False).get_opcodes():
        yield Stretch(old[start:end], new[new_start:new_end], is_same=kind == "equal")
