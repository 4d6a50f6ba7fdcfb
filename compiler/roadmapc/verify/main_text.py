"""The main texts of two documents side by side: paragraphs, and tables row by row."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from roadmapc.diff.words import Segment, near, segments
from roadmapc.verify.alignment import aligned
from roadmapc.verify.findings import Blemish, Discrepancy, Finding, Merger, Move, Otherwise
from roadmapc.verify.margins import margins
from roadmapc.verify.meaning import Manner, manners, meaning
from roadmapc.verify.moves import Change, told
from roadmapc.verify.office_marks import certifies, is_certifier, is_mark, is_signing
from roadmapc.verify.pairing import meanings, paired, placed_otherwise, regrouped
from roadmapc.verify.passage import Defect, Document, Passage, Unit
from roadmapc.wordprocessing.reading import Cell, Effect

DISTRIBUTION = "Разослать:"
"""The heading of the list that our blanks print."""
_TOTAL = re.compile(r"(?:Итого|Всего)\b", re.IGNORECASE)
_SEPARATORS = tuple(".,;:!?–—-(/")
_EDGE = 20
"""Characters by which the ends of paragraphs are known again."""
_NOTHING = Passage("", "")


def findings(planned: Document, returned: Document) -> tuple[Finding, ...]:
    """Everything of the main texts that differs, in the order of reading."""
    comparison = _Comparison(planned.units, is_converted=returned.is_converted)
    found = list(comparison.compared(returned.units))
    changes = iter(told([each for each in found if isinstance(each, Change)]))
    return tuple(one for each in found for one in (next(changes) if isinstance(each, Change) else (each,)))


class _Comparison:
    """Goes along both documents."""

    def __init__(self, planned: Sequence[Unit], *, is_converted: bool) -> None:
        self._planned = planned
        self._is_converted = is_converted
        self._heads = {meanings(unit) for unit in planned if unit.is_head}
        self._margins: set[int] = set()
        """Units of the other document among which an office puts its marks, by their identities."""

    def compared(self, returned: Sequence[Unit]) -> Iterator[Finding | Change]:
        planned = self._planned
        self._margins = set(map(id, margins(planned, returned)))
        sides = (planned, returned)
        for stretch in aligned(*([(bool(unit.row), unit.texts) for unit in side] for side in sides)):
            before = planned[stretch.before.start : stretch.before.stop]
            after = returned[stretch.after.start : stretch.after.stop]
            if not stretch.is_same:
                yield from self._otherwise(before, after)
                continue
            for old, new in zip(before, after, strict=True):
                yield from _aside(old, new)

    def _otherwise(self, planned: Sequence[Unit], returned: Sequence[Unit]) -> Iterator[Finding | Change]:
        """Units of which none stands so in the other document, though some mean the same."""
        sides = (planned, returned)
        for stretch in aligned(*([(bool(unit.row), meanings(unit)) for unit in side] for side in sides)):
            before = planned[stretch.before.start : stretch.before.stop]
            after = returned[stretch.after.start : stretch.after.stop]
            if not stretch.is_same:
                yield from self._different(before, after)
                continue
            for old, new in zip(before, after, strict=True):
                yield from _typed(old, new)
                yield from _aside(old, new)

    def _different(self, planned: Sequence[Unit], returned: Sequence[Unit]) -> Iterator[Finding | Change]:
        """Units of which none means the same as any of the other document near by."""
        harmless = dict(self._harmless(returned))
        yield from harmless.values()
        left = [unit for at, unit in enumerate(returned) if at not in harmless]
        groups = list(regrouped(planned, left))
        for group in groups:
            before, after = ("\n".join(unit.texts[0] for unit in side) for side in group)
            place = group.before[0].cells[0].place
            yield Otherwise(place, (Manner.LINES,), near(segments(before, after)))
            yield from _blemishes(place, *([unit.cells[0] for unit in side] for side in group))
        taken = {id(unit) for group in groups for side in group for unit in side}
        for pair in placed_otherwise(planned, left, taken):
            yield Otherwise(pair.before[0].cells[0].place, (Manner.CELLS,), ())
            taken |= {id(unit) for side in pair for unit in side}
        sides = ([unit for unit in side if id(unit) not in taken] for side in (planned, left))
        for old, new in paired(*sides):
            if old is not None and new is not None:
                yield from self._cells(old, new)
                yield from _aside(old, new)
            elif old is not None and old.texts == (
                DISTRIBUTION,
            ):  # of our blank: others just name those who get it
                yield Otherwise(old.cells[0].place, (Manner.MARKS,), ())
            else:
                yield Change.of_unit(old, new)

    def _harmless(self, units: Sequence[Unit]) -> Iterator[tuple[int, Finding]]:
        """Units that only the document has and that add no words to the act, by their ordinals."""
        is_certified = False
        for at, unit in enumerate(units):
            texts = tuple(filter(None, unit.texts))
            text = " ".join(texts)
            is_certified = certifies(text) or (is_certified and is_certifier(text))
            place = unit.row or unit.cells[0].place
            if unit.row and meanings(unit) in self._heads:  # Word repeats it by itself, people copy it
                yield at, Otherwise(place, (Manner.HEADS,), ())
            elif texts and id(unit) in self._margins and (is_certified or all(map(is_mark, texts))):
                yield at, Otherwise(place, (Manner.MARKS,), (Segment("", text),))

    def _cells(self, old: Unit, new: Unit) -> Iterator[Finding | Change]:
        """The cells of two rows, or two paragraphs, that differ."""
        for before, after in _side_by_side(old, new):
            if before.text == after.text:
                continue
            words = near(segments(before.text, after.text))
            if old.row and _is_glued(before.text, after.text):
                yield Discrepancy(before.place, words)
            elif meaning(before.text) == meaning(after.text):
                yield Otherwise(before.place, manners(before.text, after.text), words)
            elif self._is_converted and _is_relabelled(before, after):
                yield Otherwise(before.place, (Manner.LABELS,), words)
            else:
                yield Change.of_cell(before, after, old.row)


def _typed(old: Unit, new: Unit) -> Iterator[Finding]:
    """Cells of two units of one meaning that are typed otherwise."""
    for before, after in zip(old.cells, new.cells, strict=True):
        if before.text != after.text:
            words = near(segments(before.text, after.text))
            if old.row and _is_glued(before.text, after.text):
                yield Discrepancy(before.place, words)
            else:
                yield Otherwise(before.place, manners(before.text, after.text), words)


def _is_glued(before: str, after: str) -> bool:
    """Whether paragraphs of a cell, two executors, have become one without a sign between them."""
    lines = before.split("\n")
    return any(
        not one.endswith(_SEPARATORS) and other[0].isupper() and f"{one[-_EDGE:]} {other[:_EDGE]}" in after
        for one, other in pairwise(lines)
    )


def _is_relabelled(before: Passage, after: Passage) -> bool:
    """Whether only what lists count themselves differs, and they count as many items."""
    return before.labels == after.labels and meaning(before.unlabelled) == meaning(after.unlabelled)


def _side_by_side(old: Unit, new: Unit) -> Iterator[tuple[Passage, Passage]]:
    """Cells of one column; where rows have other numbers of cells, some stand alone."""
    if len(old.cells) == len(new.cells):
        yield from zip(old.cells, new.cells, strict=True)
        return
    left = dict(zip((cell.column for cell in new.shape), new.cells, strict=True))
    for cell, passage in zip(old.shape, old.cells, strict=True):
        yield passage, left.pop(cell.column, _NOTHING)
    yield from ((_NOTHING, passage) for passage in left.values() if passage.text)


def _aside(old: Unit, new: Unit) -> Iterator[Finding]:
    """What of two units is seen and is no text: merged cells, blemishes, words where a signature goes."""
    yield from _mergers(old, new)
    yield from _shifted(old, new)
    for before, after in _side_by_side(old, new):
        place = before.place or after.place
        if after.signature and after.signature != before.signature:
            words = (Segment("", after.signature),)
            if before.signature is None or not is_signing(after.signature):
                yield Discrepancy(place, words)
            elif not is_mark(after.signature):
                yield Otherwise(place, (Manner.MARKS,), words)
        yield from _blemishes(place, [before], [after])


def _shifted(old: Unit, new: Unit) -> Iterator[Move]:
    """The first text of a row that stands under another heading of the plan's than in the plan."""
    if len(old.cells) != len(new.cells):
        return
    headings = {meaning(cell.column) for cell in old.cells}
    for before, after in zip(old.cells, new.cells, strict=True):
        column = meaning(after.column)
        is_other = column != meaning(before.column) and column in headings
        if before.text and is_other and meaning(before.text) == meaning(after.text):
            yield Move(old.row, before.text, before.column, after.column)
            return


def _blemishes(place: str, before: Sequence[Passage], after: Sequence[Passage]) -> Iterator[Blemish]:
    """Words that only the document has so, not the plan's own."""
    known: dict[Effect, str] = {}
    found: dict[Effect, str] = {}
    for texts, passages in ((known, before), (found, after)):
        for effect, text in (defect for passage in passages for defect in passage.defects):
            texts[effect] = f"{texts[effect]} {text}" if effect in texts else text
    for effect, text in found.items():
        if _letters(text) != _letters(known.get(effect, "")):
            yield Blemish(place, Defect(effect, text))


def _letters(text: str) -> str:
    return meaning(text).replace(" ", "")


def _mergers(old: Unit, new: Unit) -> Iterator[Merger]:
    """The first cell that is joined with others in one document alone."""
    widths = [max((cell.column + cell.columns for cell in unit.shape), default=0) for unit in (old, new)]
    known, found = (
        [_extent(cell, has_columns=widths[0] == widths[1]) for cell in unit.shape] for unit in (old, new)
    )
    if known == found:
        return
    if _TOTAL.match(old.texts[0]) and meanings(old)[0] in meanings(new):
        return  # the name of a sum stands over the columns before it in any number of cells
    pairs = list(zip(known, found, strict=False))
    at = next((at for at, (one, other) in enumerate(pairs) if one != other), len(pairs))
    place = old.cells[min(at, len(old.cells) - 1)].place
    is_joined = len(found) < len(known) or (at < len(pairs) and _size(new.shape[at]) > _size(old.shape[at]))
    yield Merger(place, is_joined or any(cell.is_covered for cell in new.shape))


def _extent(cell: Cell, *, has_columns: bool) -> tuple[object, ...]:
    """The place of a cell in its row; another program may divide the grid of a table more finely."""
    across = (cell.column, cell.columns) if has_columns else ()
    return (*across, cell.rows, cell.is_covered)


def _size(cell: Cell) -> int:
    return cell.columns * cell.rows
