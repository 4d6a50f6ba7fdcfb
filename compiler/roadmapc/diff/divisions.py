"""One measure made into several, and several made into one: said only if the words show it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmapc.diff.changes import Added, Change, Modified, Moved, Removed
from roadmapc.diff.provision import Provision
from roadmapc.model.provision import ProvisionKind

ENOUGH_SHARED = 0.7
"""Share of the words of a part that have to come from the whole."""
LEAST_SHARED = 3
"""Words that have to come from the whole, however few there are."""
MOST_PARTS = 9
"""More measures of the same words than this have not come of one."""
MOST_PAIRS = 250_000
"""Measures of a section times those it is compared with; where more is rewritten, nothing is made out."""
_STEM = 5
"""Letters by which words are compared, so that cases and numbers of one word are one."""
_WORD = re.compile(r"\w{4,}")
TEXT = "measure"
"""The field with the text of a measure."""


class Division(NamedTuple):
    """A measure of one edition that is several in the other."""

    whole: Provision
    parts: tuple[Provision, ...]
    """At least two, in the order of their edition."""


class _Side(NamedTuple):
    """What one edition has and the other has not, or has in other words."""

    whole: tuple[Provision, ...]
    """Units that are there only in this edition."""
    rewritten: dict[Provision, Provision]
    """Units whose text is another in the other edition, and what they are there."""


def splits(changes: Sequence[Change]) -> tuple[Division, ...]:
    """Measures of the old edition that are several in the new one."""
    return _divisions(_side(changes, Removed), _units(changes, Added))


def merges(changes: Sequence[Change]) -> tuple[Division, ...]:
    """Measures of the new edition that were several in the old one."""
    return _divisions(_side(changes, Added), _units(changes, Removed))


def _side(changes: Iterable[Change], kind: type[Added | Removed]) -> _Side:
    rewritten = [each for each in changes if isinstance(each, Modified | Moved) and _is_rewritten(each)]
    pairs = (
        (each.before, each.after) if kind is Removed else (each.after, each.before) for each in rewritten
    )
    return _Side(_units(changes, kind), dict(pairs))


def _is_rewritten(change: Modified | Moved) -> bool:
    return any(value.name == TEXT for value in change.fields)


def _units(changes: Iterable[Change], kind: type[Added | Removed]) -> tuple[Provision, ...]:
    found = (
        each.after if isinstance(each, Added) else each.before for each in changes if isinstance(each, kind)
    )
    return tuple(unit for unit in found if unit.kind is ProvisionKind.MEASURE)


def _divisions(side: _Side, new: tuple[Provision, ...]) -> tuple[Division, ...]:
    wholes = {unit: _words(unit) for unit in (*side.rewritten, *side.whole)}
    parts: dict[Provision, list[Provision]] = defaultdict(list)
    for part, whole in _origins(new, wholes):
        parts[whole].append(part)
    found = (Division(whole, (*_kept(side, whole), *parts[whole])) for whole in wholes if whole in parts)
    return tuple(each for each in found if 1 < len(each.parts) <= MOST_PARTS)


def _origins(
    new: tuple[Provision, ...], wholes: Mapping[Provision, set[str]]
) -> Iterator[tuple[Provision, Provision]]:
    """Each new measure with the whole of its section that has the most of its words, if these are enough."""
    sections: dict[str, list[Provision]] = defaultdict(list)
    for whole in wholes:
        sections[_section(whole)].append(whole)
    sizes = Counter(map(_section, new))
    for unit in new:
        candidates, words = sections[_section(unit)], _words(unit)
        if not candidates or len(candidates) * sizes[_section(unit)] > MOST_PAIRS:
            continue
        best = max(candidates, key=lambda whole: len(words & wholes[whole]))
        if _is_enough(words, words & wholes[best]):
            yield unit, best


def _kept(side: _Side, whole: Provision) -> tuple[Provision, ...]:
    """What the whole itself has become."""
    return (side.rewritten[whole],) if whole in side.rewritten else ()


def _is_enough(words: set[str], shared: set[str]) -> bool:
    return len(shared) >= max(LEAST_SHARED, ENOUGH_SHARED * len(words))


def _words(unit: Provision) -> set[str]:
    text = unit.field(TEXT)
    return {word[:_STEM] for word in _WORD.findall(text.text.casefold())} if text else set()


def _section(unit: Provision) -> str:
    return unit.parent.id if unit.parent else ""
