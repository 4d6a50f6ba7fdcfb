"""What stands around the main text of two documents: headers, footers, notes, and things that are no text."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from roadmapc.diff.words import Segment, near, segments
from roadmapc.verify import things
from roadmapc.verify.findings import Blemish, Discrepancy, Finding, Otherwise
from roadmapc.verify.margins import is_of_other
from roadmapc.verify.meaning import Manner, manners, meaning
from roadmapc.verify.office_marks import is_mark
from roadmapc.verify.passage import Document, Edge, Passage, Unit

_PAGE_NUMBER = re.compile(
    r"[\W_]*|(?=.*\[(?:NUM)?PAGE)(?:\[(?:PAGE|NUMPAGES|SECTION|SECTIONPAGES)\]|[\W_]"
    r"|(?<!\w)(?:стр|страниц[аы]?|с|листа?|листов|л|из)(?!\w))+",
    re.IGNORECASE,
)
"""Pages are numbered by the word processor, and looks are not compared."""
_NOWHERE = Passage("", "")

_Key: TypeAlias = tuple[str, str]
"""The zone of a passage and what it means."""


def findings(planned: Document, returned: Document) -> Iterator[Finding]:
    """What differs in headers, footers and notes, and what is seen that cannot be read."""
    yield from _edges(planned.edges, returned.edges, planned.units)
    yield from things.findings(planned, returned)


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
