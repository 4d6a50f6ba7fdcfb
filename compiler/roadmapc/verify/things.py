"""What of two documents is seen, or done, and is no text: pictures, shapes, settings, links."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import zip_longest
from typing import TypeAlias

from roadmapc.diff.words import near, segments
from roadmapc.verify.alignment import aligned
from roadmapc.verify.findings import (
    OF_SETTING,
    Beside,
    Discrepancy,
    Finding,
    Move,
    OtherPicture,
    Side,
    Unread,
)
from roadmapc.verify.from_docx import SIGNATURE
from roadmapc.verify.margins import signing
from roadmapc.verify.meaning import meaning
from roadmapc.verify.pairing import meanings
from roadmapc.verify.passage import Document, Passage, Shown
from roadmapc.wordprocessing.reading import Cell, Kind, Story, Thing

_LEAST = 2
"""How many times a picture may be made smaller."""
_BESIDE = frozenset((Kind.LINK, Kind.TYPEFACE, Kind.OUTSIDE, Kind.PROTECTED))
"""What paper does not show."""

_SCHEME = re.compile(r"mailto:|\w+://")
"""Of an address, with which it is seldom typed."""

_Look: TypeAlias = tuple[Kind, str]


def findings(planned: Document, returned: Document) -> Iterator[Finding]:
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
    yield from _unread(own, found)
    yield from _leading(own, found)


def _unread(planned: Iterable[Shown], returned: Iterable[Shown]) -> Iterator[Unread]:
    """Of what no paper lacks only what the document has more than the plan's own is told."""
    for these, others, lacking in ((returned, planned, Side.PLAN), (planned, returned, Side.DOCUMENT)):
        left = Counter(map(_look, these)) - Counter(map(_look, others))
        untold = _BESIDE if lacking is Side.PLAN else _BESIDE | OF_SETTING
        kinds = Counter(kind for kind, _ in left.elements() if kind not in untold)
        for kind, count in kinds.items():
            names = (name for of, name in left if of is kind) if kind in OF_SETTING else ()
            yield Unread(kind, count, lacking, tuple(filter(None, names)))


def _leading(planned: Iterable[Shown], returned: Iterable[Shown]) -> Iterator[Beside]:
    """Links, addresses and protection that the plan's own document has not."""
    known: defaultdict[_Look, list[str]] = defaultdict(list)
    for own in planned:
        known[_look(own)].append(meaning(own.thing.said))
    for thing in (each.thing for each in returned if each.thing.kind in _BESIDE):
        said = meaning(thing.said)
        is_known = any(said in words for words in known[thing.kind, thing.digest])
        if not is_known and not said.endswith(_SCHEME.sub("", thing.digest.rstrip("/")) or "/"):
            yield Beside(thing.kind, thing.said, thing.digest)


def _pictures(
    planned: Sequence[Shown], returned: Sequence[Shown], passages: Iterable[Passage]
) -> Iterator[Finding]:
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
            else:
                yield from _shown_otherwise(old, new, known)


def _shown_otherwise(old: Shown, new: Shown, known: Set[str]) -> Iterator[Finding]:
    """The same picture in another size, in another place, or under another description."""
    if _is_small(old.thing, new.thing):
        yield OtherPicture(old.place, None, is_small=True)
    elif _is_small(new.thing, old.thing):
        yield OtherPicture(old.place, None)
    elif _is_elsewhere(old, new, known):
        yield Move(old.place, "", "", new.place)
    before, after = old.thing.said, new.thing.said
    if meaning(before) == meaning(after):
        return
    if before and after:
        yield Discrepancy(f"{old.place}, описание рисунка", near(segments(before, after)))
    else:
        yield Beside(Kind.PICTURE, old.place, after)


def _is_small(old: Thing, new: Thing) -> bool:
    """Whether a picture is so much smaller than another that it is not the same to who looks at it."""
    sides = ((old.width, new.width), (old.height, new.height))
    return any(0 < now * _LEAST < before for before, now in sides)


def _is_elsewhere(old: Shown, new: Shown, known: Set[str]) -> bool:
    """Whether a picture stands beside other words of the plan, and not beside its own, edited or not."""
    were, are = ((meaning(each.before), meaning(each.after)) for each in (old, new))
    return were[0] != are[0] and were[1] != are[1] and not known.isdisjoint(are)


def _is_picture(shown: Shown) -> bool:
    return shown.thing.kind is Kind.PICTURE and shown.thing.place.story is Story.MAIN


def _look(shown: Shown) -> _Look:
    return shown.thing.kind, shown.thing.digest
