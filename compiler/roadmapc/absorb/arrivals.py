"""Units that only a returned document has: beside which item of the plan they go, how they are written."""

from collections.abc import Iterator, Sequence

from roadmapc.absorb import prose, tables
from roadmapc.absorb.changes import FileEdit, NotPlacedError
from roadmapc.absorb.codes import NO_PLACE
from roadmapc.absorb.items import Items
from roadmapc.absorb.measures import MeasureRows
from roadmapc.absorb.pairs import Pair, contents
from roadmapc.absorb.passages import LABEL
from roadmapc.absorb.printed_plan import PrintedPlan
from roadmapc.absorb.provenance import origins_of
from roadmapc.absorb.sources import Path
from roadmapc.syntax.to_yaml import mapping, text
from roadmapc.syntax.tree import Node, ScalarNode
from roadmapc.verify.passage import Unit

_BY_HAND = "впишите её в план сами"


class Arrivals:
    """Places for the new units of a returned document."""

    def __init__(
        self, printed: PrintedPlan, returned: Sequence[Unit], found: Sequence[Pair], measures: MeasureRows
    ) -> None:
        """`found` says which units are new."""
        self._printed, self._sources, self._returned = printed, printed.sources, returned
        self._measures = measures
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
        target, at = self.place_of(after)
        items = Items(self._sources, target)
        node = self._new((*target, max(at, 0)), unit)
        yield items.after(at, items.rendered(node))

    def place_of(self, after: int) -> tuple[Path, int]:
        """The list that a unit goes into and the item under which it goes, -1 for the beginning."""
        unit = self._returned[after]
        ways = (range(after - 1, -1, -1), 0), (range(after + 1, len(self._returned)), -1)
        for way, shift in ways:
            for at in way:
                other, partner = self._returned[at], self._partners.get(at)
                # the way to a neighbour leaves no table
                if unit.row and not (other.row and other.shape[0].table == unit.shape[0].table):
                    break
                owner = None if partner is None else self._printed.owners[partner]
                path = None if owner is None else self._fitting(owner, unit)
                if path is not None and isinstance(path[-1], int):
                    return path[:-1], path[-1] + shift
                if partner is not None:
                    break
        raise NotPlacedError(NO_PLACE, "рядом нет записи, под которой её вписать", _BY_HAND)

    def _fitting(self, owner: Path, unit: Unit) -> Path | None:
        """The item beside which a unit may stand: the neighbour, or one that holds it."""
        if unit.row:
            fits = bool(self._measures.columns(owner)) or owner[-2] in ("rows", "members", "passport")
            return owner if fits else None
        label = LABEL.match(unit.texts[0])
        if label is None:
            return owner if owner[-2] in ("paragraphs", "form") else None
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
        is_text = isinstance(self._sources.node(beside), ScalarNode) or name == "clauses"
        if len(said) > 1 or not is_text:
            raise NotPlacedError(NO_PLACE, "такая запись плана состоит из нескольких полей", _BY_HAND)
        return text(said[0].rstrip(";.") if name == "items" else said[0])


def _member(texts: Sequence[str]) -> Node:
    """A seat: a name and a post, or a post alone."""
    said = [each for each in texts if each.strip(" –-")]
    if len(said) > 2:
        raise NotPlacedError(NO_PLACE, "у члена комиссии печатают имя и должность", _BY_HAND)
    names = ("name", "post")[-len(said) :]
    return mapping({name: text(words) for name, words in zip(names, said, strict=True)})
