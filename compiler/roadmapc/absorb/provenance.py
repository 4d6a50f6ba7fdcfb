"""Which character of a printed text is written where: marks of its words, and what stands between them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmapc.absorb.marks import Marked, Origin
from roadmapc.absorb.sources import Sources, Value
from roadmapc.verify.alignment import aligned
from roadmapc.verify.passage import Unit

_SKIPPED = frozenset("\\*_`'")
"""What a source may have between two printed characters: escapes, quotes twice, marks of Markdown."""
_ALIKE = {"„": '"', "“": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " "}


class Written(NamedTuple):
    """A passage of the plan's own document with the origin of each of its characters."""

    text: str
    origins: tuple[Origin | None, ...]
    """`None` for spaces, for what the program itself prints, and for what only a program could find again."""


def provenance(
    printed: Sequence[Unit], traced: Sequence[Unit], marks: Marked, sources: Sources
) -> tuple[tuple[Written, ...], ...]:
    """The cells of all units of a document; `traced` are those of the document of the marked files."""
    found = [tuple(Written(text, (None,) * len(text)) for text in unit.texts) for unit in printed]
    sides = (printed, traced)
    for stretch in aligned(*([_letters(unit, marks) for unit in side] for side in sides)):
        if not stretch.is_same:
            continue
        for at, other in zip(stretch.before, stretch.after, strict=True):
            texts = zip(printed[at].texts, traced[other].texts, strict=True)
            found[at] = tuple(_written(text, with_marks, marks, sources) for text, with_marks in texts)
    return tuple(found)


def _letters(unit: Unit, marks: Marked) -> tuple[str, ...]:
    """What two prints of a unit have in common: breaks of lines and blanks depend on lengths of words."""
    texts = (marks.without(text).replace("_", "").split() for text in unit.texts)
    return tuple("".join(words).casefold() for words in texts)


def _written(text: str, with_marks: str, marks: Marked, sources: Sources) -> Written:
    anchors = _anchors(text, with_marks, marks)
    origins: list[Origin | None] = [None] * len(text)
    for step in (1, -1):
        for at, origin in anchors.items():
            value = sources.value_at(origin)
            if value is not None:
                _walk(text, origins, (at, origin, value), step, anchors)
    return Written(text, tuple(origins))


def _anchors(text: str, with_marks: str, marks: Marked) -> Mapping[int, Origin]:
    """The origins of the first letters of words, by where they stand in the text without marks."""
    places = [at for at, letter in enumerate(text) if not letter.isspace() and letter != "_"]
    anchors: dict[int, Origin] = {}
    count = at = 0
    for end, origin in marks.read(with_marks):
        count += len("".join(marks.without(with_marks[at:end]).replace("_", "").split()))
        at = end
        if 0 < count <= len(places):
            anchors[places[count - 1]] = origin
    return anchors


def _walk(
    text: str,
    origins: list[Origin | None],
    anchor: tuple[int, Origin, Value],
    step: int,
    anchors: Mapping[int, Origin],
) -> None:
    """All that stands after an anchor as it is written, or before it, up to what has an origin by itself."""
    start, (file, offset), value = anchor
    source, place, at = value.file.text, start, offset
    while 0 <= place < len(text):
        is_own = place == start
        if not text[place].isspace():
            if not is_own and (place in anchors or origins[place] is not None):
                return
            while value.span.start <= at < value.span.end and not _is_same(text[place], source[at]):
                if not source[at].isspace() and source[at] not in _SKIPPED:
                    return
                at += step
            if not value.span.start <= at < value.span.end:
                return
            origins[place] = Origin(file, at)
            at += step
        place += step


def _is_same(printed: str, written: str) -> bool:
    return (
        printed == written
        or _ALIKE.get(printed, printed).casefold() == _ALIKE.get(written, written).casefold()
    )


def origins_of(cells: Sequence[Written]) -> Iterator[Origin]:
    """All origins that the cells of a unit have, from left to right."""
    for cell in cells:
        yield from filter(None, cell.origins)
