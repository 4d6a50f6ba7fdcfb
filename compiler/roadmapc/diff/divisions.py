"""One measure made into several, and several made into one: said only if the words show it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmapc.diff.changes import Added, Change, Division, Modified, Moved, Removed
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


class _Side(NamedTuple):
    """What one edition has and the other has not, or has in other words."""

    whole: tuple[Provision, ...]
    """Measures that are there only in this edition."""
    rewritten: dict[Provision, Provision]
    """Provisions whose text is another in the other edition, and what they are there."""


def splits(changes: Sequence[Change]) -> tuple[Division, ...]:
    """Measures of the old edition that are several in the new one."""
    return _divisions(_side(changes, Removed), _measures(changes, Added))


def merges(changes: Sequence[Change]) -> tuple[Division, ...]:
    """Measures of the new edition that were several in the old one."""
    return _divisions(_side(changes, Added), _measures(changes, Removed))


def _side(changes: Iterable[Change], kind: type[Added | Removed]) -> _Side:
    rewritten = {}
    for change in changes:
        if isinstance(change, Modified | Moved) and any(value.name == TEXT for value in change.fields):
            own, other = (change.before, change.after) if kind is Removed else (change.after, change.before)
            rewritten[own] = other
    return _Side(_measures(changes, kind), rewritten)


def _measures(changes: Iterable[Change], kind: type[Added | Removed]) -> tuple[Provision, ...]:
    provisions = (
        change.after if isinstance(change, Added) else change.before
        for change in changes
        if isinstance(change, kind)
    )
    return tuple(provision for provision in provisions if provision.kind is ProvisionKind.MEASURE)


def _divisions(side: _Side, new: tuple[Provision, ...]) -> tuple[Division, ...]:
    wholes = {whole: _words(whole) for whole in (*side.rewritten, *side.whole)}
    parts: dict[Provision, list[Provision]] = defaultdict(list)
    for part, whole in _origins(new, wholes):
        parts[whole].append(part)
    divisions = []
    for whole in wholes:
        if whole in parts:
            # what the whole itself has become is the first of its parts
            remainder = (side.rewritten[whole],) if whole in side.rewritten else ()
            divisions.append(Division(whole, (*remainder, *parts[whole])))
    return tuple(division for division in divisions if 1 < len(division.parts) <= MOST_PARTS)


def _origins(
    new: tuple[Provision, ...], wholes: Mapping[Provision, set[str]]
) -> Iterator[tuple[Provision, Provision]]:
    """Each new measure with the whole of its section that has the most of its words, if these are enough."""
    sections: dict[str, list[Provision]] = defaultdict(list)
    for whole in wholes:
        sections[_section(whole)].append(whole)
    sizes = Counter(map(_section, new))
    for measure in new:
        candidates, words = sections[_section(measure)], _words(measure)
        if not candidates or len(candidates) * sizes[_section(measure)] > MOST_PAIRS:
            continue
        best = max(candidates, key=lambda whole: len(words & wholes[whole]))
        if len(words & wholes[best]) >= max(LEAST_SHARED, ENOUGH_SHARED * len(words)):
            yield measure, best


def _words(measure: Provision) -> set[str]:
    text = measure.field(TEXT)
    return {word[:_STEM] for word in _WORD.findall(text.text.casefold())} if text else set()


def _section(measure: Provision) -> str:
    return measure.parent.id if measure.parent else ""
