"""What two documents say otherwise, but for what a plan prints by itself from the rest of its text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmapc.absorb.pairs import contents, key, pairs
from roadmapc.absorb.passages import LABEL, is_empty
from roadmapc.verify.meaning import meaning
from roadmapc.verify.passage import Passage, Unit


class Difference(NamedTuple):
    """A passage, or a unit as a whole."""

    place: str
    """As the returned document calls it, or the plan's where the other has no such unit."""
    before: str
    """Of the plan's document; empty where it has no such unit."""
    after: str
    is_moved: bool = False
    is_own: bool = False
    """Whether the returned document only has kept what the plan printed there before other changes."""

    @property
    def words(self) -> tuple[str, str, bool]:
        """By which a difference is known whatever stands before it; numbers change with that."""
        return LABEL.sub("", self.before, count=1), LABEL.sub("", self.after, count=1), self.is_moved


def differences(planned: Sequence[Unit], returned: Sequence[Unit], sent: Sequence[Unit]) -> list[Difference]:
    """In the order of the returned document; `sent` is the document as the plan printed it at first."""
    former = {pair.after: sent[pair.before] for pair in pairs(sent, returned) if pair.before is not None}
    found: list[Difference] = []
    for pair in pairs(planned, returned):
        if pair.after is None:
            assert pair.before is not None, "a pair has a side"
            unit = planned[pair.before]
            found.append(Difference(_place(unit), _said(unit), ""))
        elif pair.before is None:
            unit, sent_unit = returned[pair.after], former.get(pair.after)
            is_own = sent_unit is not None and key(sent_unit) == key(unit)
            found.append(Difference(_place(unit), "", _said(unit), is_own=is_own))
        elif pair.is_moved:
            unit = returned[pair.after]
            found.append(Difference(_place(unit), _said(unit), _said(unit), is_moved=True))
        else:
            found += _cells(planned[pair.before], returned[pair.after], former.get(pair.after))
    return found


def _cells(old: Unit, new: Unit, former: Unit | None) -> Iterator[Difference]:
    is_renumbered = [*map(meaning, contents(old))] == [*map(meaning, contents(new))]
    is_of_number = is_renumbered and _is_label(old, former, new)
    for at, (before, after) in enumerate(_side_by_side(old, new)):
        if meaning(before.text) == meaning(after.text):
            continue
        is_own = is_of_number or _is_relabelled(before, after)
        is_own |= (
            former is not None and at < len(former.texts) and meaning(former.texts[at]) == meaning(after.text)
        )
        is_own |= bool(old.row) and is_empty(before.text) and is_empty(after.text)
        yield Difference(after.place or before.place, before.text, after.text, is_own=is_own)


def _is_relabelled(before: Passage, after: Passage) -> bool:
    """Whether only the marks differ that an automatic list counts by itself."""
    return before.labels == after.labels > 0 and meaning(before.unlabelled) == meaning(after.unlabelled)


def _is_label(old: Unit, former: Unit | None, new: Unit) -> bool:
    """Whether a number differs that nobody has changed: of a new unit, or one that was left as it was."""
    if former is None:
        return True
    return _label(former) == _label(new) or _label(old) == _label(new)


def _label(unit: Unit) -> str:
    said = contents(unit)
    if len(said) < len(unit.texts):
        return unit.texts[0].strip(" .")
    return unit.texts[0][: len(unit.texts[0]) - len(said[0])].strip(" .")


def _side_by_side(old: Unit, new: Unit) -> Iterator[tuple[Passage, Passage]]:
    if len(old.cells) == len(new.cells):
        yield from zip(old.cells, new.cells, strict=True)
        return
    left = {cell.column: passage for cell, passage in zip(new.shape, new.cells, strict=True)}
    for cell, passage in zip(old.shape, old.cells, strict=True):
        yield passage, left.pop(cell.column, Passage("", ""))
    yield from ((Passage("", ""), passage) for passage in left.values() if passage.text)


def _place(unit: Unit) -> str:
    return unit.row or unit.cells[0].place


def _said(unit: Unit) -> str:
    return " | ".join(filter(None, contents(unit)))
