"""The history of an order: the acts that amended it and what each of them touched."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain, groupby
from typing import NamedTuple

from roadmapc.diagnostics.diagnostic import Place
from roadmapc.model.act import ActKind, Case
from roadmapc.model.provision import ProvisionKind
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, Node
from roadmapc.text.dates import digits


class ProvisionName(NamedTuple):
    """By what history knows a provision."""

    kind: ProvisionKind
    id: str
    """Stable name; the number of a clause without one; the key of a requisite."""


class ChangeKind(StrEnum):
    """What an act did to a provision."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class ProvisionChange:
    """What an act did to one provision."""

    provision: ProvisionName
    kind: ChangeKind
    fields: tuple[str, ...]
    """Keys of what was changed; empty for the whole provision with all that it holds."""
    number: str
    """Of a removed provision, as it was printed; empty for the others."""
    within: str
    """What held a removed provision: the section of a measure, the appendix of a section; else empty."""
    place: Place
    """The name in the source."""

    @property
    def is_whole(self) -> bool:
        """Whether what the provision holds was changed with it."""
        return not self.fields


class Edit(NamedTuple):
    """What an act does to the file of a plan: one unit as it is written there."""

    name: ProvisionName
    kind: ChangeKind
    number: str
    """Under which the act names the unit; empty where it names none."""
    was: Mapping[str, Node]
    """Fields as the act finds them, as far as it says so; a field that it finds missing is not here."""
    fields: Mapping[str, Node]
    """Fields as they are afterwards."""
    dropped: tuple[str, ...]
    """Fields that are no more."""
    content: MappingNode | None
    """The whole unit with all that it holds; `None` for one that is changed by fields, or removed."""
    within: str
    """The name of what holds a new unit: the appendix of a section, the section of a measure, the clause
    of a sub-clause; empty for clauses of the order and for appendices."""
    after: str
    """The name of the neighbour that a new unit stands after; empty for the first."""
    place: Place
    """The name in the source."""


class ActName(NamedTuple):
    """By what acts name each other."""

    date: date
    number: str

    @property
    def requisites(self) -> str:
        """«от 01.02.2022 № 20»."""
        return f"от {digits(self.date)} № {self.number}"


class NamedAct(NamedTuple):
    """An act that another one names, with the place where it does."""

    name: ActName
    place: Place


class Suspension(NamedTuple):
    """A provision that an act puts out of force for a time; it comes back by itself."""

    provision: ProvisionName
    until: date
    """The first day on which it is in force again."""
    place: Place
    """The name in the source."""


@dataclass(frozen=True, slots=True)
class ActLife:
    """When an act is in force, and what it does to acts before it."""

    effective: date
    """The first day on which it is in force: that of signing if it names no other (131-ФЗ, статья 47)."""
    applies_since: date
    """The first day whose duties it rules: «распространяется на правоотношения, возникшие с …»; else the
    same as `effective`."""
    ground: str = ""
    """Why it was issued, as printed: «в связи с технической ошибкой»; empty if it does not say."""
    repeals: tuple[NamedAct, ...] = ()
    """Acts that it ends. One in force leaves its words in the text; one not yet in force never was."""
    corrects: NamedAct | None = None
    """The act whose slip it mends; `None` for an amendment of another ground."""
    suspends: tuple[Suspension, ...] = ()
    """What is out of force from `effective` on, for a time."""


@dataclass(frozen=True, slots=True, eq=False)
class AmendingAct:
    """An act that amended the order. Two acts are equal only if they are one."""

    kind: ActKind
    date: date
    number: str
    title: str
    """Empty if history does not give it."""
    changes: tuple[ProvisionChange, ...]
    """What it changed in the printed text: what marks are made of."""
    edits: tuple[Edit, ...]
    """What it changed in the file; empty for an act of a list in the plan, which has no words."""
    unmarked: tuple[Edit, ...]
    """What changed in the file with it and is not printed, as numbers that stay; after `edits`."""
    life: ActLife
    origin: MappingNode
    file: SourceFile
    """In which it is written: the plan's, or its own."""

    @property
    def name(self) -> ActName:
        """By what other acts name it."""
        return ActName(self.date, self.number)

    @property
    def requisites(self) -> str:
        """«от 01.02.2022 № 20»."""
        return self.name.requisites


Acts = tuple[AmendingAct, ...]
"""In the order in which they came into force; those of a list in the plan, in the order of writing."""


class Reference(NamedTuple):
    """An act as a list names it: the first of its kind with the noun, the others without."""

    text: str
    act: AmendingAct


def references(acts: Iterable[AmendingAct], case: Case) -> Iterator[Reference]:
    """«приказов от 01.02.2022 № 20», «от 03.05.2022 № 77», with commas between them a list."""
    for kind, group in groupby(acts, key=lambda act: act.kind):
        first, *others = group
        noun = kind.noun(case, is_plural=bool(others))
        yield Reference(f"{noun} {first.requisites}", first)
        yield from (Reference(act.requisites, act) for act in others)


def listed(acts: Iterable[AmendingAct], case: Case) -> str:
    """«приказов от 01.02.2022 № 20, от 03.05.2022 № 77»."""
    return ", ".join(reference.text for reference in references(acts, case))


def in_edition(acts: Iterable[AmendingAct]) -> str:
    """«в редакции приказов от 01.02.2022 № 20, от 03.05.2022 № 77»."""
    return f"в редакции {listed(acts, Case.GENITIVE)}"


def last_change(
    acts: Acts, name: ProvisionName, holders: Sequence[ProvisionName]
) -> tuple[AmendingAct, ProvisionChange] | None:
    """What changed a provision last, by itself or with what holds it; `None` if it is as it was signed."""
    for act in reversed(acts):
        own = (change for change in act.changes if change.provision == name)
        wider = (
            change
            for holder in holders
            for change in act.changes
            if change.provision == holder and change.is_whole
        )
        for change in chain(own, wider):
            return act, change
    return None
