"""Which unit of one edition is which of the other: by stable name, else by words and number."""

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
    """One unit in both editions."""

    before: Provision
    after: Provision


def pairs(old: tuple[Provision, ...], new: tuple[Provision, ...]) -> tuple[Pair, ...]:
    """Every unit that both editions have, in the order of `new`.

    Clauses are the only units that may lack a name. Those are matched by equal words, then by
    likeness; a clause that has just been named matches the unnamed one it was.
    """
    found = _matched(_by_name(old), _by_name(new))
    found += _matched(_by_words(_clauses(old, found)), _by_words(_clauses(new, found)))
    found += _by_likeness(_clauses(old, found), _clauses(new, found))
    place = {unit: at for at, unit in enumerate(new)}
    return tuple(sorted(found, key=lambda pair: place[pair.after]))


def _matched(old: dict[_Key, Provision], new: dict[_Key, Provision]) -> list[Pair]:
    return [Pair(old[key], unit) for key, unit in new.items() if key in old]


def _by_name(units: Iterable[Provision]) -> dict[_Key, Provision]:
    return {(unit.kind, unit.id, 0): unit for unit in units if unit.is_named}


def _by_words(units: Iterable[Provision]) -> dict[_Key, Provision]:
    """Equal texts are told apart by their order."""
    seen: Counter[str] = Counter()
    keyed = {}
    for unit in units:
        seen[unit.title] += 1
        keyed[unit.kind, unit.title, seen[unit.title]] = unit
    return keyed


def _clauses(units: Iterable[Provision], found: list[Pair]) -> tuple[Provision, ...]:
    """The clauses that have no pair yet."""
    taken = {unit for pair in found for unit in pair}
    return tuple(unit for unit in units if unit.kind is ProvisionKind.CLAUSE and unit not in taken)


def _by_likeness(old: tuple[Provision, ...], new: tuple[Provision, ...]) -> list[Pair]:
    """The most alike first; of two clauses that are both named, the names have already decided."""
    candidates = [
        (_likeness(before, after), Pair(before, after))
        for before, after in product(old, new)
        if not (before.is_named and after.is_named)
    ]
    found: dict[Provision, Pair] = {}
    for likeness, pair in sorted(candidates, key=lambda each: -each[0]):
        is_free = pair.before not in found and pair.after not in found
        enough = ALIKE_AT_ONE_PLACE if pair.before.number == pair.after.number else ENOUGH_ALIKE
        if is_free and likeness >= enough:
            found[pair.before] = found[pair.after] = pair
    return [pair for unit, pair in found.items() if unit is pair.before]


def _likeness(before: Provision, after: Provision) -> float:
    """Share of common words, the same in both directions."""
    first, second = sorted((before.title, after.title))
    return SequenceMatcher(None, first.split(), second.split(), autojunk=False).ratio()
