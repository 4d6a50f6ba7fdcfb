"""Units that stand in the same place of two documents and do not say the same."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from roadmapc.verify.meaning import meaning
from roadmapc.verify.passage import Unit

_ALIKE = 0.35
"""The part of their words that two units share if the one is the other with changes."""
_NEIGHBOURS = 200
"""Units of a stretch among which each is held against each."""

Sides: TypeAlias = tuple[Unit | None, Unit | None]


class Regrouping(NamedTuple):
    """Paragraphs that say together what the other document says in fewer or in more."""

    before: tuple[Unit, ...]
    after: tuple[Unit, ...]


def meanings(unit: Unit) -> tuple[str, ...]:
    """What the cells of a unit mean."""
    return tuple(map(meaning, unit.texts))


def regrouped(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[Regrouping]:
    """Paragraphs parted into several, then several that became one."""
    if len(before) * len(after) > _NEIGHBOURS**2:
        return
    for whole, parts in _parted(before, after):
        yield Regrouping((whole,), parts)
    for whole, parts in _parted(after, before):
        yield Regrouping(parts, (whole,))


def placed_otherwise(
    before: Sequence[Unit], after: Sequence[Unit], taken: Collection[int]
) -> Iterator[Regrouping]:
    """What says the same in other cells: a heading over all columns, a name beside a post, requisites.

    `taken` are units of which it is known what became of them, by their identities.
    """
    left = [unit for unit in after if id(unit) not in taken]
    rows = [unit for unit in before if id(unit) not in taken and _only_places(unit)]
    for at, old in enumerate(rows):
        groups = [(old,), tuple(rows[at : at + 2])]
        pairs = ((group, new) for group in groups for new in left if _is_same(group, new))
        for group, new in pairs:
            left.remove(new)
            yield Regrouping(group, (new,))
            break


_PLACES = 3
"""Cells of a row that only places its words: a name, a dash, a post."""


def _only_places(unit: Unit) -> bool:
    return len(unit.cells) <= _PLACES


def _is_same(group: tuple[Unit, ...], new: Unit) -> bool:
    """Whether units say in other cells, or in another order of requisites, what the other one says."""
    texts = [meaning(" ".join(filter(None, unit.texts))) for unit in (*group, new)]
    if len(group) == 1:
        return bool(group[0].row) and texts[0] == texts[1]
    is_registered = any(_REGISTERED.match(text) for text in texts[:-1])
    old, after = (sorted(_YEAR_SIGN.sub("", text).split()) for text in (" ".join(texts[:-1]), texts[-1]))
    return is_registered and old == after


_YEAR_SIGN = re.compile(r"(?<!\w)г\.")
"""After a date it is a year, before a name a town."""
_REGISTERED = re.compile(r"\d\d\.\d\d\.\d{4} №")


def _parted(wholes: Sequence[Unit], parts: Sequence[Unit]) -> Iterator[tuple[Unit, tuple[Unit, ...]]]:
    """Paragraphs that an Enter has cut: several in a row that make up one, letter by letter."""
    texts = [_letters(part) for part in parts]
    for whole in wholes:
        wanted = _letters(whole)
        for at in range(len(parts)):
            end, left = at, wanted
            while end < len(parts) and texts[end] and left.startswith(texts[end]):
                left = left[len(texts[end]) :]
                end += 1
            if wanted and not left and end - at > 1:
                yield whole, tuple(parts[at:end])
                break


def _letters(unit: Unit) -> str:
    """What a paragraph means without its spaces; nothing for a row."""
    return "" if unit.row else meaning(unit.texts[0]).replace(" ", "")


def paired(before: Sequence[Unit], after: Sequence[Unit]) -> Iterator[Sides]:
    """Each unit with the one that it has become, or with none; rows by their numbers and contents first."""
    old, new = dict(enumerate(before)), dict(enumerate(after))
    pairs: list[tuple[int, int]] = []
    for key in (_number, _contents):
        pairs += _by(key, old, new)
    pairs += _bylikeness(old, new)
    partner = dict(pairs)
    for at, unit in enumerate(before):
        yield unit, after[partner[at]] if at in partner else None
    for at in new:
        yield None, after[at]


def _by(
    key: Callable[[Unit], Hashable], old: dict[int, Unit], new: dict[int, Unit]
) -> Iterator[tuple[int, int]]:
    """Those of one key that no other has on either side; they are taken from both."""
    sides = [Counter(map(key, side.values())) for side in (old, new)]
    places = {key(unit): at for at, unit in new.items()}
    for at, unit in list(old.items()):
        found = key(unit)
        if found and all(side[found] == 1 for side in sides):
            del old[at], new[places[found]]
            yield at, places[found]


def _number(unit: Unit) -> Hashable:
    return meaning(unit.texts[0]) if unit.row and len(unit.cells) > 1 else None


def _contents(unit: Unit) -> Hashable:
    contents = meanings(unit)[1:]
    return contents if unit.row and any(contents) else None


def _bylikeness(old: dict[int, Unit], new: dict[int, Unit]) -> Iterator[tuple[int, int]]:
    """Those that share enough words, the first of equals."""
    if len(old) * len(new) > _NEIGHBOURS**2:
        return
    words = {at: _words(unit) for at, unit in new.items()}
    for at, unit in list(old.items()):
        own = _words(unit)
        likest = max(
            (other for other in new if bool(new[other].row) == bool(unit.row)),
            key=lambda other: likeness(own, words[other]),
            default=None,
        )
        if likest is not None and likeness(own, words[likest]) >= _ALIKE:
            del old[at], new[likest]
            yield at, likest


def _words(unit: Unit) -> Counter[str]:
    return Counter(" ".join(meanings(unit)).split())


def likeness(one: Counter[str], other: Counter[str]) -> float:
    """The part of their words that two texts share."""
    return 2 * (one & other).total() / max(1, one.total() + other.total())
