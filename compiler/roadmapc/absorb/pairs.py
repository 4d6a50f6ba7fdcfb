"""Which unit of the plan's document has become which of the returned one; printed numbers say nothing."""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import product
from typing import NamedTuple, TypeAlias

from roadmapc.absorb.passages import LABEL
from roadmapc.verify.alignment import aligned
from roadmapc.verify.meaning import meaning
from roadmapc.verify.pairing import likeness
from roadmapc.verify.passage import Passage, Unit

_NUMBER = re.compile(r"(?:(?:\d+|[IVXLC]+)(?:\.\d+)*[¹²³⁴⁵⁶⁷⁸⁹⁰]*[а-я]?[.)]?)?")
_ALIKE, _SURELY_ALIKE = 0.35, 0.6
"""The part of their words that two units share if one has become the other, near by and elsewhere."""
_COMPARED = 40_000
"""Pairs of units that are held against each other."""

Key: TypeAlias = tuple[Hashable, ...]


class Pair(NamedTuple):
    """A unit before and after; one of them may be missing. Ordinals are those of the documents."""

    before: int | None
    after: int | None
    is_moved: bool = False


def key(unit: Unit) -> Key:
    """What a unit means without its number."""
    return (bool(unit.row), *map(meaning, contents(unit)))


def contents(unit: Unit) -> tuple[str, ...]:
    """What the cells of a row say but for its number; what a paragraph says after its label."""
    if not unit.row:
        return (LABEL.sub("", unit.texts[0], count=1).strip(),)
    first, *others = unit.texts
    if others and _NUMBER.fullmatch(first.strip()):
        return tuple(others)
    return (LABEL.sub("", first, count=1).strip(), *others)


def place(unit: Unit) -> str:
    """Where a unit stands, for messages."""
    return unit.row or unit.cells[0].place


def said(unit: Unit) -> str:
    """What a unit says, in one line."""
    return " | ".join(filter(None, contents(unit)))


def side_by_side(old: Unit, new: Unit) -> Iterator[tuple[Passage | None, Passage | None]]:
    """The cells of two rows, or two paragraphs; of rows with other numbers of cells those of one column."""
    if len(old.cells) == len(new.cells):
        yield from zip(old.cells, new.cells, strict=True)
        return
    left = {cell.column: passage for cell, passage in zip(new.shape, new.cells, strict=True)}
    for cell, passage in zip(old.shape, old.cells, strict=True):
        yield passage, left.pop(cell.column, None)
    yield from ((None, passage) for passage in left.values())


def pairs(before: Sequence[Unit], after: Sequence[Unit]) -> list[Pair]:
    """All units of both sides in the order of the returned document; those that are gone where they stood."""
    keys = [key(unit) for unit in before], [key(unit) for unit in after]
    found: list[Pair] = []
    for stretch in aligned(*keys):
        if stretch.is_same:
            found += [Pair(*both) for both in zip(stretch.before, stretch.after, strict=True)]
        else:
            found += _near(before, after, stretch.before, stretch.after)
    return list(_with_moves(found, before, after))


def _near(before: Sequence[Unit], after: Sequence[Unit], old: range, new: range) -> Iterator[Pair]:
    """Units between two that are the same: by likeness; as many as before are the same ones in order."""
    partners = _likest(before, after, old, new, _ALIKE)
    kinds = [[bool(side[at].row) for at in places] for side, places in ((before, old), (after, new))]
    if not partners and len(old) == len(new) and kinds[0] == kinds[1]:
        partners = dict(zip(new, old, strict=True))
    partners = _in_order(partners)
    left = [at for at in old if at not in partners.values()]
    for at in new:
        partner = partners.get(at)
        while left and partner is not None and left[0] < partner:
            yield Pair(left.pop(0), None)
        yield Pair(partner, at)
    yield from (Pair(at, None) for at in left)


def _likest(
    before: Sequence[Unit], after: Sequence[Unit], old: Sequence[int], new: Sequence[int], least: float
) -> dict[int, int]:
    """Pairs of those that share most, the likest first; none where there are too many to compare."""
    if len(old) * len(new) > _COMPARED:
        return {}
    words = [
        {at: Counter(" ".join(map(meaning, contents(side[at]))).split()) for at in places}
        for side, places in ((before, old), (after, new))
    ]
    shares: list[tuple[float, int, int, int]] = []
    for at, other in product(old, new):
        if bool(before[at].row) == bool(after[other].row):
            share = likeness(words[0][at], words[1][other])
            if before[at].row and key(before[at])[1:2] == key(after[other])[1:2] != ("",):
                share = max(share, least)  # a row of sums is known by its name
            shares.append((share, -abs(at - other), at, other))
    partners: dict[int, int] = {}
    taken: set[int] = set()
    for share, _, at, other in sorted(shares, reverse=True):
        if share >= least and at not in taken and other not in partners:
            partners[other] = at
            taken.add(at)
    return partners


def _in_order(partners: dict[int, int]) -> dict[int, int]:
    """Without those that would cross one before: they have moved."""
    kept: dict[int, int] = {}
    last = -1
    for at in sorted(partners):
        if partners[at] > last:
            last = partners[at]
            kept[at] = last
    return kept


def _with_moves(found: Sequence[Pair], before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[Pair]:
    """Units that are gone from one place and have come to another are one pair."""
    gone = [pair.before for pair in found if pair.after is None and pair.before is not None]
    come = [pair.after for pair in found if pair.before is None and pair.after is not None]
    waiting: defaultdict[Key, list[int]] = defaultdict(list)
    for at in gone:
        waiting[key(before[at])].append(at)
    partners: dict[int, int] = {}
    for at in come:
        if same := waiting[key(after[at])]:
            partners[at] = same.pop(0)
    old = [at for at in gone if at not in partners.values()]
    new = [at for at in come if at not in partners]
    partners |= _likest(before, after, old, new, _SURELY_ALIKE)
    moved = set(partners.values())
    for pair in found:
        if pair.before is None and pair.after in partners:
            yield Pair(partners[pair.after], pair.after, is_moved=True)
        elif pair.after is not None or pair.before not in moved:
            yield pair
