"""Numbers after an amendment: what is there keeps its number, what is gone leaves its number unused.

A number that had meant one thing must not come to mean another, so nothing is renumbered: what is added at
the end takes the next number, what is put between N and the next takes N¹, or what the profile says of rows.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
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
"""Within what numbers must differ: a kind of provisions in one appendix, by its stable name."""


@dataclass(frozen=True, slots=True)
class Numbering:
    """Numbers of the new edition."""

    numbers: Numbers
    unplaceable: tuple[Provision, ...]
    """Provisions that stand where no number is free, such as a row before the first one."""


def own_numbers(provisions: Iterable[Provision]) -> Numbers:
    """The numbers that a plan prints itself."""
    return {key(provision): provision.number for provision in provisions}


def appendix_of(provision: Provision) -> Provision | None:
    """The appendix that a provision is in or is; `None` for the order's own text."""
    while provision.kind is not ProvisionKind.APPENDIX:
        if provision.parent is None:
            return None
        provision = provision.parent
    return provision


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
    kept = {pair.after: pair.before.number for pair in pairs}
    for provision in new:
        appendix = appendix_of(provision)
        if appendix is not None and appendix is not provision and appendix.id in restated:
            kept[provision] = provision.number
    numberer = _Numberer(taken, new, kept, insertion)
    for provision in new:
        numberer.give(provision)
    return Numbering(numberer.numbers, tuple(numberer.unplaceable))


class _Numberer:
    """Gives numbers in the order of printing, so that a parent has its number before its children."""

    def __init__(
        self,
        taken: Iterable[tuple[Scope, str]],
        new: tuple[Provision, ...],
        kept: Mapping[Provision, str],
        insertion: Insertion,
    ) -> None:
        self._insertion = insertion
        self.numbers: dict[tuple[ProvisionKind, str], str] = {}
        self.unplaceable: list[Provision] = []
        self._kept = kept
        self._siblings: dict[tuple[ProvisionKind, Provision | None], list[Provision]] = defaultdict(list)
        for provision in new:
            self._siblings[provision.kind, provision.parent].append(provision)
        self._taken: dict[Scope, set[str]] = defaultdict(set)
        for scope, number in taken:
            self._taken[scope].add(number)

    def give(self, provision: Provision) -> None:
        """The number of a provision: as it was or, for a new one, the first that fits."""
        number = self._kept.get(provision)
        if number is None:
            number = next(self._fitting(provision), None)
        if number is None:
            self.unplaceable.append(provision)
            number = provision.number
        self.numbers[key(provision)] = number
        self._taken[scope_of(provision)].add(number)

    def _fitting(self, provision: Provision) -> Iterator[str]:
        """Free numbers that are in order with those of the neighbours."""
        before, after = self._neighbours(provision)
        for number in self._candidates(provision, before):
            is_between = rank(before or "0") < rank(number) < (rank(after) if after else ((inf, inf),))
            is_ordered = is_between or not (number and number[0].isdigit())  # «II» has no order here
            if is_ordered and number not in self._taken[scope_of(provision)]:
                yield number

    def _candidates(self, provision: Provision, before: str | None) -> Iterator[str]:
        """The number that the provision prints, under its parent's present one; then those after `before`."""
        parent, printed = provision.parent, provision.number
        if parent is not None and parent.number and printed.startswith(f"{parent.number}."):
            yield self.numbers[key(parent)] + printed[len(parent.number) :]
        else:
            yield printed
        if before is None:
            return
        yield from _following(before)
        is_row = provision.kind is ProvisionKind.MEASURE
        yield from _inserted_after(before, self._insertion if is_row else Insertion.SUPERSCRIPT)

    def _neighbours(self, provision: Provision) -> tuple[str | None, str | None]:
        """The number given last among the siblings, and the next one that is kept."""
        siblings = self._siblings[provision.kind, provision.parent]
        at = siblings.index(provision)
        before = self.numbers[key(siblings[at - 1])] if at else None
        after = next((self._kept[each] for each in siblings[at + 1 :] if each in self._kept), None)
        return before, after


def scope_of(provision: Provision) -> Scope:
    """Within what the number of a provision is its own."""
    appendix = None if provision.kind is ProvisionKind.APPENDIX else appendix_of(provision)
    return provision.kind, appendix.id if appendix else ""


def _following(before: str) -> Iterator[str]:
    """2.4, 2.5 after 2.3; none after 2.3¹."""
    base = _LAST.sub("", before)
    first = int(before[len(base) :] or 0)
    return (f"{base}{count}" for count in range(first + 1, first + MOST_INSERTED) if base != before)


def _inserted_after(before: str, insertion: Insertion) -> Iterator[str]:
    match insertion:
        case Insertion.SUPERSCRIPT:  # 2.3¹, 2.3² after 2.3
            base = before.rstrip(SUPERSCRIPTS)
            first = int(before[len(base) :].translate(FROM_SUPERSCRIPTS) or 0)
            counts = range(first + 1, first + MOST_INSERTED)
            return (base + str(count).translate(_RAISED) for count in counts)
        case Insertion.LEVEL:  # 2.3.1, 2.3.2 after 2.3
            return (f"{before}.{count}" for count in range(1, MOST_INSERTED))
        case Insertion.LETTER:  # 2.3а, 2.3б after 2.3
            base = before.rstrip(LETTERS)
            return (base + letter for letter in LETTERS[LETTERS.find(before[len(base) :] or " ") + 1 :])
