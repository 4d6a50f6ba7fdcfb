"""What stands around the main text of two documents: headers, footers, notes, pictures."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import zip_longest
from typing import TypeAlias

from roadmapc.diff.words import Segment, near, segments
from roadmapc.verify.alignment import aligned
from roadmapc.verify.findings import (
    Blemish,
    Discrepancy,
    Finding,
    Move,
    OtherPicture,
    Otherwise,
    Side,
    Unread,
)
from roadmapc.verify.from_docx import SIGNATURE
from roadmapc.verify.margins import is_of_other, signing
from roadmapc.verify.meaning import Manner, manners, meaning
from roadmapc.verify.office_marks import is_mark
from roadmapc.verify.pairing import meanings
from roadmapc.verify.passage import Document, Edge, Passage, Shown, Unit
from roadmapc.wordprocessing.reading import Cell, Kind, Story

_PAGE_NUMBER = re.compile(
    r"[\W_]*|(?=.*\[(?:NUM)?PAGE)(?:\[(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES)\]|[\W_]"
    r"|(?<!\w)(?:стр|страниц[аы]?|с|листа?|листов|л|из)(?!\w))+",
    re.IGNORECASE,
)
"""Pages are numbered by the word processor, and looks are not compared."""
_LEAST = 2
"""How many times a picture may be made smaller."""
_NOWHERE = Passage("", "")

_Key: TypeAlias = tuple[str, str]
"""The zone of a passage and what it means."""


def findings(planned: Document, returned: Document) -> Iterator[Finding]:
    """What differs in headers, footers and notes, and what is seen that cannot be read."""
    yield from _edges(planned.edges, returned.edges, planned.units)
    yield from _things(planned, returned)


def _edges(
    planned: Iterable[Edge], returned: Iterable[Edge], planned_units: Sequence[Unit]
) -> Iterator[Finding]:
    old, new = (list(filter(_has_words, edges)) for edges in (planned, returned))
    known, found = map(_distinct, (old, new))
    gone = {key: edge for key, edge in known.items() if key not in found}
    come = {key: edge for key, edge in found.items() if key not in known}
    yield from _changed(gone, come, planned_units) if gone or come else _lost(old, new)
    for key, edge in found.items():
        yield from _typed(known[key].passage if key in known else _NOWHERE, edge.passage)


def _distinct(edges: Iterable[Edge]) -> dict[_Key, Edge]:
    """The first of those that say the same in one zone: a section mostly repeats the last."""
    found: dict[_Key, Edge] = {}
    for edge in edges:
        found.setdefault(_key(edge), edge)
    return found


def _changed(gone: dict[_Key, Edge], come: dict[_Key, Edge], planned: Sequence[Unit]) -> Iterator[Finding]:
    """Passages that say something else, those of one zone side by side."""
    for (zone, _), edge in come.items():
        passage = edge.passage
        instead = next((key for key in gone if key[0] == zone), None)
        before = "" if instead is None else gone.pop(instead).passage.text
        if not before and is_mark(passage.text) and not is_of_other(passage.text, planned):
            yield Otherwise(passage.place, (Manner.MARKS,), (Segment("", passage.text),))
        else:
            yield _otherwise(edge, near(segments(before, passage.text)))
    for lost in gone.values():
        yield _otherwise(lost, (Segment(lost.passage.text, ""),))


def _otherwise(edge: Edge, words: tuple[Segment, ...]) -> Discrepancy:
    return Discrepancy(edge.passage.place, words, is_of_page=not edge.is_note)


def _typed(old: Passage, new: Passage) -> Iterator[Finding]:
    """How a passage of one meaning is typed, and which of its words are not read."""
    if old is not _NOWHERE and old.text != new.text:
        yield Otherwise(new.place, manners(old.text, new.text), near(segments(old.text, new.text)))
    yield from (Blemish(new.place, defect) for defect in new.defects if defect not in old.defects)


def _lost(old: list[Edge], new: list[Edge]) -> Iterator[Discrepancy]:
    """Words that have gone from the pages of one section and stand on those of another."""
    sections = [max((edge.section for edge in edges), default=0) for edges in (old, new)]
    has_fewer = sections[1] < sections[0]  # another program has joined some
    found = {(edge.section, *_key(edge)) for edge in new}
    for edge in old:
        if not has_fewer and (edge.section, *_key(edge)) not in found:
            yield _otherwise(edge, (Segment(edge.passage.text, ""),))


def _key(edge: Edge) -> _Key:
    return edge.zone, meaning(edge.passage.text)


def _has_words(edge: Edge) -> bool:
    return _PAGE_NUMBER.fullmatch(edge.passage.text) is None


def _things(planned: Document, returned: Document) -> Iterator[Unread | OtherPicture | Move]:
    """What only one document shows; a picture of a signature in its own place is no difference."""
    places = set(signing(planned.units))
    rows: dict[Cell | None, tuple[str, ...]] = {
        cell: meanings(unit) for unit in returned.units for cell in unit.shape
    }
    shown = [
        each
        for each in returned.things
        if each.thing.control != SIGNATURE
        or each.thing.place.story is not Story.MAIN
        or rows.get(each.thing.place.cell, (meaning(" ".join(each.thing.beside.split())),)) not in places
    ]
    before, after = (list(filter(_is_picture, side)) for side in (planned.things, shown))
    yield from _pictures(before, after, planned.passages if before else ())
    own, found = ([each for each in side if not _is_picture(each)] for side in (planned.things, shown))
    for these, others, lacking in ((found, own, Side.PLAN), (own, found, Side.DOCUMENT)):
        left = Counter(map(_look, these)) - Counter(map(_look, others))
        kinds = Counter(kind for kind, _ in left.elements())
        for kind, count in kinds.items():
            yield Unread(kind, count, lacking)


def _pictures(
    planned: Sequence[Shown], returned: Sequence[Shown], passages: Iterable[Passage]
) -> Iterator[OtherPicture | Move]:
    """Pictures of the main text, which say something by where they stand; `passages` are the plan's."""
    known = {"", *(meaning(line) for each in passages for line in each.text.split("\n"))}
    for stretch in aligned(list(map(_look, planned)), list(map(_look, returned))):
        before = planned[stretch.before.start : stretch.before.stop]
        after = returned[stretch.after.start : stretch.after.stop]
        for old, new in zip_longest(before, after):
            if old is None:
                yield OtherPicture(new.place, Side.PLAN)
            elif not stretch.is_same:
                yield OtherPicture(old.place, None if new else Side.DOCUMENT)
            elif 0 < new.thing.width * _LEAST < old.thing.width:
                yield OtherPicture(old.place, None, is_small=True)
            elif _is_elsewhere(old, new, known):
                yield Move(old.place, "", "", new.place)


def _is_elsewhere(old: Shown, new: Shown, known: Set[str]) -> bool:
    """Whether a picture stands beside other words of the plan, and not beside its own, edited or not."""
    were, are = ((meaning(each.before), meaning(each.after)) for each in (old, new))
    return were[0] != are[0] and were[1] != are[1] and not known.isdisjoint(are)


def _is_picture(shown: Shown) -> bool:
    return shown.thing.kind is Kind.PICTURE and shown.thing.place.story is Story.MAIN


def _look(shown: Shown) -> tuple[Kind, str]:
    return shown.thing.kind, shown.thing.digest
