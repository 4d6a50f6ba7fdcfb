"""Numbers after an amendment: what is there keeps its number, what is gone leaves its number unused.

A number that had meant one thing must not come to mean another, so nothing is renumbered: what is added at
the end takes the next number, what is put between N and the next takes N¹, or what the profile says of rows.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import inf

from roadmapc.amend.printed_order import Numbers, key
from roadmapc.diff.matching import Pair
from roadmapc.diff.provision import Provision
from roadmapc.model.numbering import FROM_SUPERSCRIPTS, SUPERSCRIPTS, rank
from roadmapc.model.profile import Insertion
from roadmapc.model.provision import ProvisionKind
from roadmapc.text.blocks import LETTERS

MOST_INSERTED = 100
"""More rows than that between two others are no amendment but a new plan."""
_LAST = re.compile(r"\d+$")
_RAISED = str.maketrans("0123456789", SUPERSCRIPTS)

Scope = tuple[ProvisionKind, str]
"""Within what numbers must differ: a kind of units in one appendix, by its stable name."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """Numbers of the new edition."""

    numbers: Numbers
    homeless: tuple[Provision, ...]
    """Units that stand where no number is free, such as a row before the first one."""


def own_numbers(units: Iterable[Provision]) -> Numbers:
    """The numbers that a plan prints itself."""
    return {key(unit): unit.number for unit in units}


def appendix_of(unit: Provision) -> Provision | None:
    """The appendix that a unit is in or is; `None` for the order's own text."""
    while unit.kind is not ProvisionKind.APPENDIX:
        if unit.parent is None:
            return None
        unit = unit.parent
    return unit


def kept_numbers(
    taken: Iterable[tuple[Scope, str]],
    new: tuple[Provision, ...],
    pairs: tuple[Pair, ...],
    restated: frozenset[str],
    insertion: Insertion,
) -> Numbering:
    """The numbers of the new edition; what is in the appendices `restated` bears the number it prints.

    Numbers that are `taken` go to nobody new.
    """
    numberer = _Numberer(taken, new, pairs, insertion)
    for unit in new:
        appendix = appendix_of(unit)
        is_restated = appendix is not None and appendix is not unit and appendix.id in restated
        numberer.give(unit, unit.number if is_restated else None)
    return Numbering(numberer.numbers, tuple(numberer.homeless))


class _Numberer:
    """Gives numbers in the order of printing, so that a parent has its number before its children."""

    def __init__(
        self,
        taken: Iterable[tuple[Scope, str]],
        new: tuple[Provision, ...],
        pairs: tuple[Pair, ...],
        insertion: Insertion,
    ) -> None:
        self._insertion = insertion
        self.numbers: dict[tuple[ProvisionKind, str], str] = {}
        self.homeless: list[Provision] = []
        self._kept = {pair.after: pair.before.number for pair in pairs}
        self._siblings: dict[tuple[ProvisionKind, Provision | None], list[Provision]] = defaultdict(list)
        for unit in new:
            self._siblings[unit.kind, unit.parent].append(unit)
        self._taken: dict[Scope, set[str]] = defaultdict(set)
        for scope, number in taken:
            self._taken[scope].add(number)

    def give(self, unit: Provision, printed: str | None) -> None:
        """The number of a unit: as printed if that is said, as it was, or the first one that fits."""
        number = printed if printed is not None else self._kept.get(unit)
        if number is None:
            number = next(self._fitting(unit), None)
        if number is None:
            self.homeless.append(unit)
            number = unit.number
        self.numbers[key(unit)] = number
        self._taken[scope_of(unit)].add(number)

    def _fitting(self, unit: Provision) -> Iterator[str]:
        """Free numbers that are in order with those of the neighbours."""
        before, after = self._neighbours(unit)
        for number in self._candidates(unit, before):
            is_between = rank(before or "0") < rank(number) < (rank(after) if after else ((inf, inf),))
            is_ordered = is_between or not (number and number[0].isdigit())
            if is_ordered and number not in self._taken[scope_of(unit)]:
                yield number

    def _candidates(self, unit: Provision, before: str | None) -> Iterator[str]:
        yield self._as_child(unit)
        if before is None:
            return
        yield from _following(before)
        is_row = unit.kind is ProvisionKind.MEASURE
        yield from _INSERTED[self._insertion if is_row else Insertion.SUPERSCRIPT](before)

    def _as_child(self, unit: Provision) -> str:
        """The number that the unit prints, under the number that its parent has now."""
        parent = unit.parent
        if parent is None or not unit.number.startswith(f"{parent.number}.") or not parent.number:
            return unit.number
        return self.numbers[key(parent)] + unit.number[len(parent.number) :]

    def _neighbours(self, unit: Provision) -> tuple[str | None, str | None]:
        """The number given last among the siblings, and the next one that is kept."""
        siblings = self._siblings[unit.kind, unit.parent]
        at = siblings.index(unit)
        before = self.numbers[key(siblings[at - 1])] if at else None
        after = next((self._kept[each] for each in siblings[at + 1 :] if each in self._kept), None)
        return before, after


def scope_of(unit: Provision) -> Scope:
    """Within what the number of a unit is its own."""
    appendix = None if unit.kind is ProvisionKind.APPENDIX else appendix_of(unit)
    return unit.kind, appendix.id if appendix else ""


def _following(before: str) -> Iterator[str]:
    """2.4, 2.5 after 2.3; none after 2.3¹."""
    base = _LAST.sub("", before)
    first = int(before[len(base) :] or 0)
    return (f"{base}{count}" for count in range(first + 1, first + MOST_INSERTED) if base != before)


def _raised(before: str) -> Iterator[str]:
    """2.3¹, 2.3² after 2.3."""
    base = before.rstrip(SUPERSCRIPTS)
    first = int(before[len(base) :].translate(FROM_SUPERSCRIPTS) or 0)
    return (base + str(count).translate(_RAISED) for count in range(first + 1, first + MOST_INSERTED))


def _deeper(before: str) -> Iterator[str]:
    """2.3.1, 2.3.2 after 2.3."""
    return (f"{before}.{count}" for count in range(1, MOST_INSERTED))


def _lettered(before: str) -> Iterator[str]:
    """2.3а, 2.3б after 2.3."""
    base = before.rstrip(LETTERS)
    return (base + letter for letter in LETTERS[LETTERS.find(before[len(base) :] or " ") + 1 :])


_INSERTED = {Insertion.SUPERSCRIPT: _raised, Insertion.LEVEL: _deeper, Insertion.LETTER: _lettered}
