"""Units that only a returned document has: beside which item of the plan they go, how they are written."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from roadmapc.absorb import prose, tables
from roadmapc.absorb.changes import FileEdit, NotPlacedError
from roadmapc.absorb.codes import NO_PLACE
from roadmapc.absorb.fields import Fields, as_record
from roadmapc.absorb.items import Items
from roadmapc.absorb.measures import MeasureRows
from roadmapc.absorb.pairs import Pair, contents
from roadmapc.absorb.passages import LABEL
from roadmapc.absorb.printed_plan import PrintedPlan
from roadmapc.absorb.provenance import origins_of
from roadmapc.absorb.sources import Path
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import Node, ScalarNode
from roadmapc.verify.passage import Unit

_OF_CLAUSE = ("id", "number", "text", "paragraphs", "items", "marks", "clauses")
"""The fields of a clause as plans write them."""
_COPIES = re.compile(r"(?P<to>.+?) [–-] (?P<copies>\d+) экз\.")
_BY_HAND = "впишите её в план сами"


class Arrivals:
    """Places for the new units of a returned document."""

    def __init__(
        self, printed: PrintedPlan, returned: Sequence[Unit], found: Sequence[Pair], measures: MeasureRows
    ) -> None:
        """`found` says which units are new."""
        self._printed, self._sources, self._returned = printed, printed.sources, returned
        self._measures = measures
        self._new_ones = {pair.after for pair in found if pair.before is None and pair.after is not None}
        self._partners = {
            pair.after: pair.before for pair in found if pair.after is not None and not pair.is_moved
        }

    def inserted(self, after: int) -> Iterator[FileEdit]:
        """The edits that a new unit takes."""
        unit = self._returned[after]
        before = (self._partners.get(at) for at in range(after - 1, -1, -1))
        neighbour = next((partner for partner in before if partner is not None), None)
        if neighbour is not None and self._printed.is_prose(neighbour) and not unit.row:
            own = self._printed.written[neighbour][0]
            origin = next(origins_of([own]))
            yield prose.after(origin.file, own, self._printed.values[neighbour][0], unit.texts[0])
            return
        if after in self.sections:
            yield self._section(after)
            return
        try:
            target, at = self.place_of(after)
        except NotPlacedError:
            first = None if unit.row or neighbour is None else self._first(neighbour, unit)
            if first is None:
                raise
            yield first
            return
        items = Items(self._sources, target)
        node = self._new((*target, max(at, 0)), unit)
        yield items.after(at, items.rendered(node))

    @cached_property
    def sections(self) -> dict[int, list[int]]:
        """New sections: the row of each with the new rows under it, all before another section or the end."""
        found: dict[int, list[int]] = {}
        for at in sorted(self._new_ones):
            unit, rows = self._returned[at], []
            if not unit.row or len(_filled(unit)) != 1 or not LABEL.match(unit.texts[0]):
                continue
            under = [other for other in self._returned[at + 1 :] if other.row]
            for end, other in enumerate(under, start=at + 1):
                if not _is_of_one_table(unit, other) or len(_filled(other)) == 1:
                    break
                rows.append(end)
            if rows and self._new_ones.issuperset(rows):
                found[at] = rows
        return found

    @cached_property
    def within_sections(self) -> frozenset[int]:
        """The rows of new sections, which come with them."""
        return frozenset(at for rows in self.sections.values() for at in rows)

    def _section(self, after: int) -> FileEdit:
        """A section with its rows, each like the row of the plan that stands before."""
        unit = self._returned[after]
        label = LABEL.match(unit.texts[0])
        depth = len(label[0].strip(".").split(".")) if label else 1
        above = (self._partners.get(at) for at in range(after - 1, -1, -1))
        owners = (self._printed.owners[each] for each in above if each is not None)
        beside = next((path for path in owners if path and self._measures.columns(path)), None)
        if beside is None:
            raise NotPlacedError(NO_PLACE, "над новым разделом нет строк, по которым его записать", _BY_HAND)
        rows = [self._new(beside, self._returned[at]) for at in self.sections[after]]
        title = contents(unit)[0]
        section = {"id": self._measures.new_id(title, "section"), "title": text(title)}
        target, at = self.place_of(after, depth)
        items = Items(self._sources, target)
        return items.after(at, items.rendered(mapping({**section, "measures": sequence(tuple(rows))})))

    def _first(self, neighbour: int, unit: Unit) -> FileEdit | None:
        """The first paragraph, item or sub-clause of the clause before; `None` if it belongs to no clause."""
        path = self._printed.owners[neighbour] or ()
        label = LABEL.match(unit.texts[0])
        is_number = label is not None and label[0][0].isdigit() and not label[0].endswith(")")
        depth = len(label[0].strip(".").split(".")) - 1 if label and is_number else path.count("clauses")
        while path and not (path[-2:-1] == ("clauses",) and path.count("clauses") == depth):
            path = path[:-1]
        if not path:
            return None
        name = "clauses" if is_number else "items" if label else "paragraphs"
        words = contents(unit)[0].rstrip(";.") if name == "items" else contents(unit)[0]
        node = self._sources.node(path)
        if isinstance(node, ScalarNode):
            return as_record(self._sources, node, name, text(words))
        fields = Fields(self._sources, path)
        if name not in fields.node.fields:
            return fields.with_field(name, sequence((text(words),)), _OF_CLAUSE)
        items = Items(self._sources, (*path, name))
        return items.after(-1, items.rendered(text(words)))

    def place_of(self, after: int, depth: int = 0) -> tuple[Path, int]:
        """The list that a unit goes into and the item under which it goes, -1 for the beginning.

        `depth` is that of a section, which goes beside other sections.
        """
        unit = self._returned[after]
        ways = (range(after - 1, -1, -1), 0), (range(after + 1, len(self._returned)), -1)
        for way, shift in ways:
            for at in way:
                other, partner = self._returned[at], self._partners.get(at)
                if unit.row and not _is_of_one_table(unit, other):
                    break
                owner = None if partner is None else self._printed.owners[partner]
                path = None if owner is None else self._fitting(owner, unit, depth)
                if path is not None and isinstance(path[-1], int):
                    return path[:-1], path[-1] + shift
                if partner is not None:
                    break
        raise NotPlacedError(NO_PLACE, "рядом нет записи, под которой её вписать", _BY_HAND)

    def _fitting(self, owner: Path, unit: Unit, depth: int) -> Path | None:
        """The item beside which a unit may stand: the neighbour, or one that holds it."""
        if depth:
            while owner and not (owner[-2:-1] == ("sections",) and owner.count("sections") == depth):
                owner = owner[:-1]
            return owner or None
        if unit.row:
            fits = bool(self._measures.columns(owner)) or owner[-2] in ("rows", "members", "passport")
            return owner if fits else None
        label = LABEL.match(unit.texts[0])
        if label is None:
            return owner if owner[-2] in ("paragraphs", "form", "distribution") else None
        if not label[0][0].isdigit() or label[0].endswith(")"):
            return owner if owner[-2] == "items" else None
        depth = len(label[0].strip(".").split("."))
        while owner:
            if owner[-2:-1] == ("clauses",) and owner.count("clauses") == depth:
                return owner
            owner = owner[:-1]
        return None

    def _new(self, beside: Path, unit: Unit) -> Node:
        """What a new unit is in a list, made like the item beside it."""
        *_, name, _ = beside
        if self._measures.columns(beside):
            owners = zip(self._printed.owners, self._printed.units, strict=True)
            like = next((other.texts for owner, other in owners if owner == beside), ())
            return self._measures.row(beside, unit.texts, like)
        if name == "rows":
            return tables.row(self._sources, beside, unit.texts)
        said = contents(unit)
        if name == "passport" and len(said) == 2:
            return mapping({"name": text(said[0]), "value": text(said[1])})
        if name == "members":
            return _member(unit.texts)
        if name == "distribution" and (copies := _COPIES.fullmatch(said[0])):
            fields = {"to": text(copies["to"]), "copies": text(copies["copies"])._replace(is_plain=True)}
            return mapping({**fields})
        is_text = isinstance(self._sources.node(beside), ScalarNode) or name == "clauses"
        if len(said) > 1 or not is_text:
            raise NotPlacedError(NO_PLACE, "такая запись плана состоит из нескольких полей", _BY_HAND)
        return text(said[0].rstrip(";.") if name == "items" else said[0])


def _filled(unit: Unit) -> list[str]:
    return [words for words in unit.texts if words]


def _is_of_one_table(unit: Unit, other: Unit) -> bool:
    return bool(other.row) and other.shape[0].table == unit.shape[0].table


def _member(texts: Sequence[str]) -> Node:
    """A seat: a name and a post, or a post alone."""
    said = [each for each in texts if each.strip(" –-")]
    if len(said) > 2:
        raise NotPlacedError(NO_PLACE, "у члена комиссии печатают имя и должность", _BY_HAND)
    names = ("name", "post")[-len(said) :]
    return mapping({name: text(words) for name, words in zip(names, said, strict=True)})
