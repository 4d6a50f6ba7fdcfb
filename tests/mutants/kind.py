"""A kind of defect: how it is put into a plan, and which findings catch it."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple, TypeAlias

from manuscript import Edit, Manuscript, Span

GROUPS = {
    "числа": "N T913",
    "сроки": "D E608 E611",
    "исполнители": "E M N701 S205 G005",
    "справочник": "G E M",
    "суммы": "F N T94",
    "повторы": "N E",
    "ссылки": "L D350",
    "знаки": "T Y G",
    "согласование": "G T920 T925 E612",
    "орфография": "G T919 T920",
    "чужое": "D E L T915 T916 T94",
    "приказ": "N D340 E L T94",
    "личное": "P",
}
"""Codes, or beginnings of codes, that speak of a group's defects."""


class Mutation(NamedTuple):
    """One defect in one plan."""

    edits: tuple[Edit, ...]
    control: tuple[Edit, ...] = ()
    """The same material without the defect; without it, findings are compared with the untouched plan's."""
    meets: tuple[Span, ...] = ()
    """Where a finding may stand beside the edited places themselves."""


Make: TypeAlias = Callable[[Manuscript, Random], Mutation | None]
"""Puts the defect at a random place; `None` if the plan has none, or not this time."""


class Kind(NamedTuple):
    """A row of the bench."""

    group: str
    name: str
    make: Make
    codes: str = ""
    """Codes that catch it, where those of its group are not the ones."""
    unless: str = ""
    """Codes of its group that speak of something else."""

    def caught_by(self, code: str) -> bool:
        """Whether a finding of a code is about this defect."""
        wanted = (self.codes or GROUPS[self.group]).split()
        return code.startswith(tuple(wanted)) and not (
            self.unless and code.startswith(tuple(self.unless.split()))
        )
