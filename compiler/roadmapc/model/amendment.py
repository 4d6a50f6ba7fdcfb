"""The history of an order: the acts that amended it and what each of them touched."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import chain, groupby
from typing import NamedTuple

from roadmapc.model.act import ActKind, Case
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode, ScalarNode
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
    node: ScalarNode
    """The name in the source."""

    @property
    def is_whole(self) -> bool:
        """Whether what the provision holds was changed with it."""
        return not self.fields


@dataclass(frozen=True, slots=True, eq=False)
class AmendingAct:
    """An act that amended the order. Two acts are equal only if they are one."""

    kind: ActKind
    date: date
    number: str
    title: str
    """Empty if history does not give it."""
    changes: tuple[ProvisionChange, ...]
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
