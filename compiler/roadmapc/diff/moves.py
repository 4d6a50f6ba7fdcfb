"""Which provisions stand elsewhere: the fewest that have to be moved to turn one order into the other."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

from roadmapc.diff.matching import Pair
from roadmapc.diff.provision import Provision


def moved(old: tuple[Provision, ...], new: tuple[Provision, ...], pairs: tuple[Pair, ...]) -> frozenset[Pair]:
    """Provisions that have another parent, and those that changed their order among their siblings."""
    before_of: dict[Provision | None, Provision] = {pair.after: pair.before for pair in pairs}
    places = {provision: at for order in (old, new) for at, provision in enumerate(order)}
    siblings: dict[Provision | None, list[Pair]] = defaultdict(list)
    elsewhere = set()
    for pair in pairs:
        parent = pair.after.parent
        # a new parent is nobody's earlier one, so it stands for itself and equals none
        if pair.before.parent is before_of.get(parent, parent):
            siblings[parent].append(pair)
        else:
            elsewhere.add(pair)
    for group in siblings.values():
        elsewhere.update(_reordered(group, places))
    return frozenset(elsewhere)


def _reordered(group: list[Pair], places: dict[Provision, int]) -> Iterable[Pair]:
    """Those that are not in the longest common order.

    Of several equally long orders the choice may depend on which edition is called the old one, so it is
    always made in the edition whose names come first in the alphabet.
    """
    by_old = sorted(group, key=lambda pair: places[pair.before])
    by_new = sorted(group, key=lambda pair: places[pair.after])
    if by_old == by_new:
        return ()
    first, second = sorted((by_old, by_new), key=lambda order: [pair.after.id for pair in order])
    rank = {pair: at for at, pair in enumerate(second)}
    staying = longest_rise([rank[pair] for pair in first])
    return (pair for at, pair in enumerate(first) if at not in staying)


def longest_rise(values: list[int]) -> frozenset[int]:
    """Indices of a longest rising subsequence of distinct values (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for at, value in enumerate(values):
        pile = bisect_left(tails, value)
        tails[pile : pile + 1] = [value]
        ends[pile : pile + 1] = [at]
        previous.append(ends[pile - 1] if pile else -1)
    at, rise = (ends[-1] if ends else -1), set()
    while at >= 0:
        rise.add(at)
        at = previous[at]
    return frozenset(rise)
