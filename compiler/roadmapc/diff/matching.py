"""Which provision of one edition is which of the other: by stable name, else by words and number."""

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from itertools import product
from typing import NamedTuple

from roadmapc.diff.provision import Provision
from roadmapc.model.provision import ProvisionKind

ENOUGH_ALIKE = 0.6
"""Share of common words from which two clauses of different numbers are taken for one."""
ALIKE_AT_ONE_PLACE = 0.3
"""The same share for clauses that bear the same number."""

_Key = tuple[ProvisionKind, str, int]


class Pair(NamedTuple):
    """One provision in both editions."""

    before: Provision
    after: Provision


def pairs(old: tuple[Provision, ...], new: tuple[Provision, ...]) -> tuple[Pair, ...]:
    """Every provision that both editions have, in the order of `new`.

    Clauses are the only provisions that may lack a name. Those are matched by equal words, then by
    likeness; a clause that has just been named matches the unnamed one it was.
    """
    matched = _matched(_by_name(old), _by_name(new))
    matched += _matched(_by_words(_clauses(old, matched)), _by_words(_clauses(new, matched)))
    matched += _by_likeness(_clauses(old, matched), _clauses(new, matched))
    place = {provision: at for at, provision in enumerate(new)}
    return tuple(sorted(matched, key=lambda pair: place[pair.after]))


def _matched(old: dict[_Key, Provision], new: dict[_Key, Provision]) -> list[Pair]:
    return [Pair(old[key], provision) for key, provision in new.items() if key in old]


def _by_name(edition: Iterable[Provision]) -> dict[_Key, Provision]:
    return {(provision.kind, provision.id, 0): provision for provision in edition if provision.is_named}


def _by_words(clauses: Iterable[Provision]) -> dict[_Key, Provision]:
    """Equal texts are told apart by their order."""
    seen: Counter[str] = Counter()
    keyed = {}
    for clause in clauses:
        seen[clause.title] += 1
        keyed[clause.kind, clause.title, seen[clause.title]] = clause
    return keyed


def _clauses(edition: Iterable[Provision], matched: list[Pair]) -> tuple[Provision, ...]:
    """The clauses that have no pair yet."""
    taken = {provision for pair in matched for provision in pair}
    clauses = (provision for provision in edition if provision.kind is ProvisionKind.CLAUSE)
    return tuple(clause for clause in clauses if clause not in taken)


def _by_likeness(old: tuple[Provision, ...], new: tuple[Provision, ...]) -> list[Pair]:
    """The most alike first; of two clauses that are both named, the names have already decided."""
    candidates = [
        (_likeness(before, after), Pair(before, after))
        for before, after in product(old, new)
        if not (before.is_named and after.is_named)
    ]
    taken: set[Provision] = set()
    matched = []
    for likeness, pair in sorted(candidates, key=lambda candidate: -candidate[0]):
        enough = ALIKE_AT_ONE_PLACE if pair.before.number == pair.after.number else ENOUGH_ALIKE
        if likeness >= enough and taken.isdisjoint(pair):
            taken.update(pair)
            matched.append(pair)
    return matched


def _likeness(before: Provision, after: Provision) -> float:
    """Share of common words, the same in both directions."""
    first, second = sorted((before.title, after.title))
    return SequenceMatcher(None, first.split(), second.split(), autojunk=False).ratio()
