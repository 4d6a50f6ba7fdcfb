"""The plan's own document, unit by unit, with the places in the plan that it is printed from."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from roadmapc.absorb.provenance import Written, origins_of
from roadmapc.absorb.sources import Path, Sources, Value
from roadmapc.syntax.tree import MappingNode, SequenceNode
from roadmapc.verify.passage import Document, Unit

_OF_A_CELL = frozenset({"cells", "result", "deadline", "executors", "participants"})
"""Lists and records of which a row has several in one cell."""


@dataclass(frozen=True)
class PrintedPlan:
    """What is known of a print."""

    sources: Sources
    units: tuple[Unit, ...]
    written: tuple[tuple[Written, ...], ...]
    """The cells of all units."""

    @cached_property
    def values(self) -> tuple[tuple[Value, ...], ...]:
        """The texts that each unit is printed from, each once, in the order of printing."""
        found = ([self.sources.value_at(origin) for origin in origins_of(cells)] for cells in self.written)
        return tuple(tuple(dict.fromkeys(filter(None, values))) for values in found)

    @cached_property
    def owners(self) -> tuple[Path | None, ...]:
        """The item of a list that each unit prints; `None` for what is no item or prints it again."""
        seen: set[Value] = set()
        found: list[Path | None] = []
        for ordinal, values in enumerate(self.values):
            own = [value for value in values if value.file is self.sources.plan]
            is_again = seen.issuperset(own) and not self.is_prose(ordinal)
            seen.update(own)
            found.append(None if is_again else _item([value.path for value in own], self.units[ordinal]))
        self._fill_compositions(found)
        return tuple(found)

    def is_prose(self, ordinal: int) -> bool:
        """Whether a unit is a paragraph of a text that has several."""
        values = self.values[ordinal]
        path = values[0].path if len(values) == 1 else ()
        is_of_file = len(values) == 1 and values[0].node is None
        return is_of_file or (path[-1:] == ("text",) and len(path) > 2 and path[-3] == "parts")

    def _fill_compositions(self, owners: list[Path | None]) -> None:
        """A member whom the plan only names prints no word of it: its row is known by those around."""
        tables: defaultdict[int, list[int]] = defaultdict(list)
        for ordinal, unit in enumerate(self.units):
            if unit.row:
                tables[unit.shape[0].table].append(ordinal)
        for rows in tables.values():
            named = (owners[ordinal] for ordinal in rows)
            path = next((path for path in named if path and "composition" in path), None)
            if path is None:
                continue
            seats = list(self._seats(path[: path.index("composition") + 1]))
            if len(seats) == len(rows):
                for ordinal, seat in zip(rows, seats, strict=True):
                    owners[ordinal] = seat

    def _seats(self, path: Path) -> Iterator[Path]:
        """Heads and members of a composition in the order of printing."""
        groups = self.sources.node(path)
        for at, group in enumerate(groups.items if isinstance(groups, SequenceNode) else ()):
            if isinstance(group, MappingNode):
                if "title" in group.fields:
                    yield (*path, at)
                members = group.get("members")
                for seat, _ in enumerate(members.items if isinstance(members, SequenceNode) else ()):
                    yield (*path, at, "members", seat)


def _item(paths: Sequence[Path], unit: Unit) -> Path | None:
    """The innermost item that all paths go through; of a row not one of its cells."""
    if not paths:
        return None
    shared = paths[0]
    while any(path[: len(shared)] != shared for path in paths):
        shared = shared[:-1]
    while shared and (not isinstance(shared[-1], int) or (unit.row and _is_within_row(shared))):
        shared = shared[:-1]
    return shared or None


def _is_within_row(path: Path) -> bool:
    """Whether an item is a part of a cell, or a cell."""
    return isinstance(path[-2], int) or path[-2] in _OF_A_CELL


def document_units(document: Document) -> tuple[Unit, ...]:
    """The main text, then footnotes."""
    notes = (Unit((edge.passage,)) for edge in document.edges if edge.zone.startswith("сноска"))
    return (*document.units, *notes)
