"""A returned document held against the plan's own: what changed, as edits of the sources."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmapc.absorb import prose, requisites, tables
from roadmapc.absorb.arrivals import Arrivals
from roadmapc.absorb.changes import Change, FileEdit, Left, NotPlacedError, plan_edit
from roadmapc.absorb.codes import NO_PLACE
from roadmapc.absorb.executors import Executors
from roadmapc.absorb.fields import Fields
from roadmapc.absorb.items import Items, in_brackets
from roadmapc.absorb.measures import MeasureRows
from roadmapc.absorb.pairs import pairs, place, said, side_by_side
from roadmapc.absorb.passages import is_empty, reworded, stretches
from roadmapc.absorb.printed_plan import PrintedPlan
from roadmapc.absorb.provenance import origins_of
from roadmapc.absorb.shared import shared
from roadmapc.absorb.sources import Path
from roadmapc.absorb.tables import typed
from roadmapc.model.plan import Plan
from roadmapc.recognition.ids import Ids
from roadmapc.verify.passage import Unit


class _Task(NamedTuple):
    """Something that the returned document has otherwise."""

    ordinal: int | None
    """Of the unit of the plan's document; `None` for a new one."""
    place: str
    words: str
    edits: Iterator[FileEdit]
    """What it takes, which may turn out to have no place."""


class SourceChanges:
    """What a returned document asks of the sources of a plan."""

    def __init__(self, plan: Plan, printed: PrintedPlan, returned: Sequence[Unit]) -> None:
        """`returned` are units as those of the print."""
        self._printed, self._sources, self._returned = printed, printed.sources, returned
        ids = Ids(frozenset(name for units in plan.walk() for name in (unit.id for unit in units)))
        self._measures = MeasureRows(plan, printed.sources, Executors(plan), ids)
        self._directory = plan.organisation
        self._pairs = pairs(printed.units, returned)
        self._arrivals = Arrivals(printed, returned, self._pairs, self._measures)

    def found(self) -> tuple[list[Change], list[Left]]:
        """Changes in the order of the document, and what has no place."""
        found: list[tuple[int | None, Change]] = []
        left: list[Left] = []
        for ordinal, where, words, edits in self._tasks():
            try:
                if made := tuple(edits):
                    found.append((ordinal, Change(where, words, made)))
            except NotPlacedError as obstacle:
                left.append(Left(obstacle.code, where, words, obstacle.why, obstacle.advice))
        return shared(self._printed, found, left), left

    def _tasks(self) -> Iterator[_Task]:
        """What is gone, then what has come, has moved or is worded otherwise."""
        gone = {pair.before for pair in self._pairs if pair.after is None and pair.before is not None}
        for ordinal, path in self._gone_items(gone):
            yield self._gone(ordinal, self._without(path))
        for ordinal in filter(self._printed.is_prose, sorted(gone)):
            yield self._gone(ordinal, self._without_paragraph(ordinal))
        moved = {pair.before for pair in self._pairs if pair.is_moved and pair.before is not None}
        items = dict(self._gone_items(moved))
        for before, after, is_moved in self._pairs:
            if before is None and after is not None and after not in self._arrivals.within_sections:
                yield self._come(after, self._arrivals.inserted(after))
            elif before is not None and after is not None and not is_moved:
                yield from self._cells(before, self._returned[after])
            elif before is not None and after is not None and self._is_moved_alone(before, items):
                yield self._come(after, self._moved(before, items.get(before), after))

    def _is_moved_alone(self, ordinal: int, items: Mapping[int, Path]) -> bool:
        """Whether a unit has not moved with an item that holds it."""
        return ordinal in items or self._printed.owners[ordinal] is None or self._printed.is_prose(ordinal)

    def _come(self, after: int, edits: Iterator[FileEdit]) -> _Task:
        unit = self._returned[after]
        return _Task(None, place(unit), said(unit), edits)

    def _gone(self, ordinal: int, edits: Iterator[FileEdit]) -> _Task:
        unit = self._printed.units[ordinal]
        return _Task(None, place(unit), said(unit), edits)

    # Words of cells and paragraphs

    def _cells(self, ordinal: int, new: Unit) -> Iterator[_Task]:
        unit = self._printed.units[ordinal]
        for at, (before, after) in enumerate(side_by_side(unit, new)):
            if before is not None and after is not None and any(stretches(before.text, after.text)):
                yield _Task(ordinal, before.place, after.text, self._changed(ordinal, at, after.text))

    def _changed(self, ordinal: int, at: int, words: str) -> Iterator[FileEdit]:
        """The edits of a cell, or of a paragraph."""
        unit, own = self._printed.units[ordinal], self._printed.written[ordinal][at]
        path = self._printed.owners[ordinal]
        column = self._measures.key(path, unit, at) if path is not None and unit.row else ""
        if path is not None and column and column != "number":
            edits = self._measures.cell(path, column, own.text, words)
            if edits is not None:
                yield from edits
                return
        if not any(own.origins) and (set_anew := requisites.edits(self._sources, own.text, words)):
            yield from set_anew
            return
        try:
            yield from reworded(own, words, self._sources)
        except NotPlacedError:
            whole = (
                self._whole(path, unit, at, words)
                or self._alone(path, own.text, words)
                or requisites.signatory(self._sources, self._directory, own.text, words)
            )
            if whole is None:
                raise
            yield whole

    def _whole(self, path: Path | None, unit: Unit, at: int, words: str) -> FileEdit | None:
        """A cell written anew as a whole: it has no word of its own, or none that was left."""
        if path is None or not unit.row:
            return None
        if key := self._measures.key(path, unit, at):
            return self._measures.anew(path, key, words)
        return tables.cell(self._sources, path, unit, at, "" if is_empty(words) else words)

    def _alone(self, path: Path | None, before: str, after: str) -> FileEdit | None:
        """The one changed stretch of a passage, if a single text of the plan says it: a telephone."""
        changed = list(stretches(before, after))
        if len(changed) != 1:
            return None
        ((start, end, words),) = changed
        said = before[start:end].strip()
        values = [each.node for each in self._sources.values_under(path or ()) if each.node is not None]
        found = [node for node in values if node.text == said]
        if not said or not words.strip() or len(found) != 1:
            return None
        return plan_edit(found[0].span, in_brackets(typed(words.strip(), found[0])))

    # Items that are gone

    def _gone_items(self, gone: set[int]) -> Iterator[tuple[int, Path]]:
        """The largest items of which nothing is left in the document, by their first units."""
        owners = self._printed.owners
        done: set[int] = set()
        for ordinal in sorted(gone):
            owner = owners[ordinal]
            if owner is None or ordinal in done or self._printed.is_prose(ordinal):
                continue
            for length in range(1, len(owner) + 1):
                path = owner[:length]
                within = [at for at, each in enumerate(owners) if each is not None and each[:length] == path]
                if isinstance(path[-1], int) and all(at in gone for at in within):
                    done.update(within)
                    yield ordinal, path
                    break

    def _without(self, path: Path) -> Iterator[FileEdit]:
        *_, name, last = path
        items = Items(self._sources, path[:-1])
        assert isinstance(last, int), "items have ordinals"
        if len(items.nodes) == 1 and isinstance(name, str):
            yield Fields(self._sources, path[:-2]).without(name)
        else:
            yield items.without(last)

    def _without_paragraph(self, ordinal: int) -> Iterator[FileEdit]:
        own = self._printed.written[ordinal][0]
        origin = next(origins_of([own]))
        yield prose.without(origin.file, own, self._printed.values[ordinal][0])

    def _moved(self, before: int, path: Path | None, after: int) -> Iterator[FileEdit]:
        """An item is cut out and put in with its own lines."""
        if self._printed.is_prose(before):
            yield from self._without_paragraph(before)
            yield from self._arrivals.inserted(after)
            return
        if path is None:
            raise NotPlacedError(NO_PLACE, "это не запись списка: переставить её нельзя")
        *_, last = path
        assert isinstance(last, int), "items have ordinals"
        is_section = path[-2] == "sections"
        target, at = self._arrivals.place_of(after, path.count("sections") if is_section else 0)
        edit, lines = Items(self._sources, path[:-1]).cut(last)
        yield edit
        yield Items(self._sources, target).after(at, lines)
