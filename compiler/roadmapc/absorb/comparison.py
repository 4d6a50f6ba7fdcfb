"""What two documents say otherwise, but for what a plan prints by itself from the rest of its text."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from roadmapc.absorb.pairs import contents, key, pairs, place, said, side_by_side
from roadmapc.absorb.passages import LABEL, is_empty
from roadmapc.text.numbers import read_figure
from roadmapc.verify.meaning import meaning
from roadmapc.verify.passage import Passage, Unit

_NOTHING = Passage("", "")


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
            found.append(Difference(place(unit), said(unit), ""))
        elif pair.before is None:
            unit, sent_unit = returned[pair.after], former.get(pair.after)
            is_own = sent_unit is not None and key(sent_unit) == key(unit)
            found.append(Difference(place(unit), "", said(unit), is_own=is_own))
        elif pair.is_moved:
            unit = returned[pair.after]
            found.append(Difference(place(unit), said(unit), said(unit), is_moved=True))
            found += _cells(planned[pair.before], unit, former.get(pair.after))
        else:
            found += _cells(planned[pair.before], returned[pair.after], former.get(pair.after))
    return found


def _cells(old: Unit, new: Unit, former: Unit | None) -> Iterator[Difference]:
    """Cells that differ; what the program prints by itself is the plan's own, whatever the document kept."""
    is_renumbered = [*map(meaning, contents(old))] == [*map(meaning, contents(new))]
    is_of_number = is_renumbered and _is_label(old, former, new)
    kept = [] if former is None else [meaning(text) for text in former.texts]
    for before, after in side_by_side(old, new):
        one, other = before or _NOTHING, after or _NOTHING
        if meaning(one.text) == meaning(other.text):
            continue
        is_own = is_of_number or (bool(old.row) and is_empty(one.text) and is_empty(other.text))
        figures = read_figure(one.text), read_figure(other.text)
        is_own |= bool(old.row) and figures[0] is not None and figures[0] == figures[1]
        # marks that an automatic list counts by itself
        is_own |= one.labels == other.labels > 0 and meaning(one.unlabelled) == meaning(other.unlabelled)
        is_own |= after is not None and meaning(after.text) in kept
        yield Difference(other.place or one.place, one.text, other.text, is_own=is_own)


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
