"""Clauses that stay where they were.

An amendment moves nothing: a clause that stands elsewhere loses its force and is added anew under a new
number, for its own would come to stand out of order.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from roadmapc.diff.matching import Pair
from roadmapc.diff.moves import longest_rise
from roadmapc.diff.provision import Provision
from roadmapc.model.provision import ProvisionKind


def unmoved(old: tuple[Provision, ...], pairs: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """The pairs without those of clauses that stand elsewhere, and of all that such clauses hold."""
    places = {provision: at for at, provision in enumerate(old)}
    groups: dict[Provision | None, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if pair.after.kind is ProvisionKind.CLAUSE:
            groups[pair.after.parent].append(pair)
    kept = frozenset(_kept(groups, None, None, places))
    return tuple(pair for pair in pairs if pair.after.kind is not ProvisionKind.CLAUSE or pair in kept)


def _kept(
    groups: dict[Provision | None, list[Pair]],
    before: Provision | None,
    after: Provision | None,
    places: dict[Provision, int],
) -> Iterator[Pair]:
    """Clauses under one that stays, or at the top, with those under them."""
    for pair in _in_order([pair for pair in groups[after] if pair.before.parent is before], places):
        yield pair
        yield from _kept(groups, pair.before, pair.after, places)


def _in_order(siblings: list[Pair], places: dict[Provision, int]) -> Iterable[Pair]:
    """As many as keep their order; the first of them always stays, for no number goes before its own."""
    if not siblings:
        return ()
    first, *others = siblings
    later = [pair for pair in others if places[pair.before] > places[first.before]]
    staying = longest_rise([places[pair.before] for pair in later])
    return (first, *(pair for at, pair in enumerate(later) if at in staying))
