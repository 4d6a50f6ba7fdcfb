"""The history of an order: the acts that amended it and what each of them touched."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.text.dates import digits


class ActKind(StrEnum):
    """What an amending act is: an act is amended by one of its own kind."""

    ORDER = "приказ"
    DIRECTIVE = "распоряжение"
    RESOLUTION = "постановление"


class Case(StrEnum):
    """In which case an act is named."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    INSTRUMENTAL = "instrumental"


NOUNS = {
    ActKind.ORDER: {
        Case.NOMINATIVE: ("приказ", "приказы"),
        Case.GENITIVE: ("приказа", "приказов"),
        Case.INSTRUMENTAL: ("приказом", "приказами"),
    },
    ActKind.DIRECTIVE: {
        Case.NOMINATIVE: ("распоряжение", "распоряжения"),
        Case.GENITIVE: ("распоряжения", "распоряжений"),
        Case.INSTRUMENTAL: ("распоряжением", "распоряжениями"),
    },
    ActKind.RESOLUTION: {
        Case.NOMINATIVE: ("постановление", "постановления"),
        Case.GENITIVE: ("постановления", "постановлений"),
        Case.INSTRUMENTAL: ("постановлением", "постановлениями"),
    },
}
"""One act and several."""


class UnitName(NamedTuple):
    """By what history knows a unit."""

    kind: ProvisionKind
    id: str
    """Stable name; the number of a clause without one; the key of a requisite."""


class Manner(StrEnum):
    """How an act touched a unit."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Touch:
    """What an act did to one unit."""

    unit: UnitName
    manner: Manner
    fields: tuple[str, ...]
    """Keys of what was changed; empty for the whole unit with all that it holds."""
    number: str
    """Of a removed unit, as it was printed; empty for the others."""
    within: str
    """What held a removed unit: the section of a measure, the appendix of a section; else empty."""
    node: ScalarNode
    """The name in the source."""

    @property
    def is_whole(self) -> bool:
        """Whether what the unit holds was touched with it."""
        return not self.fields


@dataclass(frozen=True, slots=True, eq=False)
class AmendingAct:
    """An act that amended the order. Two acts are equal only if they are one."""

    kind: ActKind
    date: date
    number: str
    title: str
    """Empty if history does not give it."""
    touches: tuple[Touch, ...]
    origin: MappingNode

    @property
    def requisites(self) -> str:
        """«от 01.02.2022 № 20»."""
        return f"от {digits(self.date)} № {self.number}"


Acts = tuple[AmendingAct, ...]
"""In the order of writing, which is that of dates."""


class Reference(NamedTuple):
    """An act as a list names it: the first of its kind with the noun, the others without."""

    text: str
    act: AmendingAct


def references(acts: Iterable[AmendingAct], case: Case) -> Iterator[Reference]:
    """«приказов от 01.02.2022 № 20», «от 03.05.2022 № 77», with commas between them a list."""
    for kind, group in groupby(acts, key=lambda act: act.kind):
        first, *others = group
        noun = NOUNS[kind][case][bool(others)]
        yield Reference(f"{noun} {first.requisites}", first)
        yield from (Reference(act.requisites, act) for act in others)


def listed(acts: Iterable[AmendingAct], case: Case) -> str:
    """«приказов от 01.02.2022 № 20, от 03.05.2022 № 77»."""
    return ", ".join(reference.text for reference in references(acts, case))


def in_edition(acts: Iterable[AmendingAct]) -> str:
    """«в редакции приказов от 01.02.2022 № 20, от 03.05.2022 № 77»."""
    return f"в редакции {listed(acts, Case.GENITIVE)}"


def touches(acts: Acts, unit: UnitName) -> tuple[tuple[AmendingAct, Touch], ...]:
    """What happened to a unit, oldest first."""
    return tuple((act, touch) for act in acts for touch in act.touches if touch.unit == unit)


def last_touch(acts: Acts, unit: UnitName, holders: Sequence[UnitName]) -> tuple[AmendingAct, Touch] | None:
    """What changed a unit last, by itself or with what holds it; `None` if it is as it was signed."""
    own = touches(acts, unit)
    wider = (each for holder in holders for each in touches(acts, holder) if each[1].is_whole)
    return max((*own, *wider), key=lambda each: acts.index(each[0]), default=None)
