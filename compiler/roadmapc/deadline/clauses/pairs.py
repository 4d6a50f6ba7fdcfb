"""Periods each beside a rhythm of its own: where one pair ends and another begins.

«летом – по средам, зимой – по пятницам», «апрель (вторая суббота), октябрь (третья суббота)»: the comma between
two pairs parts them as a semicolon does. So no period takes the rhythm of another, and none is lost.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import IntEnum, auto
from itertools import groupby
from typing import NamedTuple

from roadmapc.deadline.ast import LIMITS, Between, Bound, Current, Moment
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import is_years, month_of, root, unit_of
from roadmapc.deadline.unit import MONTHS_IN_PART, SINGLE_DAYS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind

_PERIODICITY, _MOMENTS, _COMMA, _LABEL = (
    *(ItemKind.PERIODICITY, ItemKind.MOMENTS),
    *(ItemKind.COMMA, ItemKind.LABEL),
)
_FEWEST = 4
"""Items of the shortest two pairs: «последняя суббота мая, каждая суббота июня»."""
_PARTING = (ItemKind.BREAK, ItemKind.THEN, ItemKind.BESIDES)
_PARTS = frozenset({Unit.WEEK, Unit.DECADE, Unit.HALF_MONTH})
_PARTS_OF_MONTH = _PARTS | SINGLE_DAYS
_PARTS_OF_YEAR = (*MONTHS_IN_PART, Unit.SEASON)
_SHORTEST = (Unit.DAY, Unit.WEEK)


class Part(IntEnum):
    """What an item is to a pair."""

    PERIOD = auto()
    """«апрель», «летом», «с мая по сентябрь», «в 2026 году»."""
    DAYS = auto()
    """«с 1 мая по 30 сентября»: a period too, but a weekday beside it may only repeat its first day."""
    SERIES = auto()
    """«по средам», «ежемесячно»."""
    RHYTHM = auto()
    """«до 5 числа», «вторая суббота»."""
    WEEKDAY = auto()
    TIME = auto()
    """«последняя суббота мая», «9 мая»: a period and its day in one."""


_PERIODS = frozenset({Part.PERIOD, Part.DAYS})
_RHYTHMS = frozenset({Part.SERIES, Part.RHYTHM, Part.WEEKDAY})
_SERIES, _TIMES = frozenset({Part.SERIES}), frozenset({Part.TIME})


class _Chunk(NamedTuple):
    """Items between two commas."""

    items: list[Item]
    first: int
    """Index of its first item; that of its comma is one less."""
    parts: tuple[Part, ...]

    @property
    def is_pair(self) -> bool:
        """Whether a period and its rhythm stand in it."""
        found = frozenset(self.parts)
        has_rhythm = not found.isdisjoint((Part.SERIES, Part.RHYTHM))
        return (has_rhythm and not found.isdisjoint(_PERIODS)) or {Part.PERIOD, Part.WEEKDAY} <= found

    def is_of(self, sorts: frozenset[Part]) -> bool:
        """Whether it holds nothing but parts of these sorts."""
        return bool(self.parts) and sorts.issuperset(self.parts)

    def leads_to(self, pair: "_Chunk") -> bool:
        """Whether it is of the sort with which a pair begins: «июнь, июль – по средам»."""
        return self.is_of(_PERIODS if pair.parts[0] in _PERIODS else _RHYTHMS)

    @property
    def periods(self) -> tuple[Moment, ...]:
        """The moments of its periods."""
        return tuple(moment for item in self.items if _part_of(item) in _PERIODS for moment in item.moments)

    @property
    def series(self) -> list[Item]:
        """Its periodicities."""
        return [item for item in self.items if _part_of(item) is Part.SERIES]


def with_pairs(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with a break between each two pairs of a period and a rhythm."""
    if len(items) < _FEWEST:
        return items
    kinds = [item.kind for item in items]
    if kinds.count(_MOMENTS) + kinds.count(_PERIODICITY) + kinds.count(ItemKind.WEEKDAY) <= 2 or (
        _COMMA not in kinds
    ):
        return items
    parted = items.copy()
    first = 0
    for end in (*(at for at, kind in enumerate(kinds) if kind in _PARTING), len(items)):
        for at, kind, excepted in _breaks(_chunks(items, first, end, cursor)):
            parted[at - 1] = replace(items[at - 1], kind=kind, moments=excepted)
        first = end + 1
    return parted


def _chunks(items: list[Item], first: int, end: int, cursor: Cursor) -> list[_Chunk]:
    """The items up to an index between commas, «и» and «а» outside of brackets; signs alone are none."""
    chunks: list[_Chunk] = []
    depth, start = 0, first + _length_of_heading(items, first, end, cursor)
    for at in range(start, end):
        if items[at].kind is not _COMMA:
            continue
        token = cursor.tokens[items[at].first]
        depth += (token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE)
        is_joint = token.kind is TokenKind.COMMA or token.sense is Sense.AND or token.text == "а"
        if depth == 0 and is_joint:
            chunks += _of_labels(items, start, at)
            start = at + 1
    return [*chunks, *_of_labels(items, start, end)]


def _length_of_heading(items: list[Item], first: int, end: int, cursor: Cursor) -> int:
    """«1 раз в квартал: …»: how many items say no more than how often all that follows comes."""
    near = items[first : min(first + 2, end)]
    is_series = len(near) > 1 and near[0].kind is _PERIODICITY and not near[0].moments
    return 2 if is_series and cursor.tokens[near[1].first].kind is TokenKind.COLON else 0


def _of_labels(items: list[Item], first: int, end: int) -> Iterable[_Chunk]:
    """The chunk of some items, or the two that a dash parts: «летом по средам – зимой по пятницам»."""
    for at in range(first + 1, end - 1):
        if items[at].kind is _LABEL:
            before, behind = _chunk(items, first, at), _chunk(items, at + 1, end)
            if before.is_pair and behind.is_pair and before.series:
                return before, behind
    return (_chunk(items, first, end),) if first < end else ()


def _chunk(items: list[Item], first: int, end: int) -> _Chunk:
    inside = items[first:end]
    parts = (_part_of(item) for item in inside)
    return _Chunk(inside, first, tuple(part for part in parts if part is not None))


def _part_of(item: Item) -> Part | None:
    """What an item is to a pair; `None` if it is nothing to it."""
    if item.kind is ItemKind.WEEKDAY:
        return Part.WEEKDAY
    if item.kind is _PERIODICITY and item.recurrence is not None:
        if item.recurrence.unit is not Unit.YEAR:
            return Part.SERIES
        return Part.TIME if item.moments else None
    if item.kind is not _MOMENTS or not item.moments:
        return None
    parts = set(map(_part_of_moment, item.moments))
    return parts.pop() if len(parts) == 1 else None


def _part_of_moment(moment: Moment) -> Part | None:
    stretch, unit = moment.stretch, unit_of(moment.stretch)
    if is_years(stretch):  # «в 2026 году», «с 2027 года»
        return Part.PERIOD if moment.bound in (Bound.WITHIN, Bound.FROM) else None
    is_range = isinstance(stretch, Between)
    month = month_of(stretch.first if isinstance(stretch, Between) else stretch)
    if isinstance(root(stretch), Current) and root(stretch).unit is not Unit.YEAR:  # type: ignore[union-attr]
        return Part.RHYTHM if stretch != root(stretch) else None
    if moment.bound is not Bound.WITHIN:
        return None
    if month and unit in _PARTS_OF_MONTH:
        return Part.DAYS if is_range else Part.TIME
    return Part.PERIOD if unit in _PARTS_OF_YEAR else None


class _Break(NamedTuple):
    """A comma that parts as a semicolon does."""

    at: int
    """Index of the item behind it."""
    kind: ItemKind
    excepted: tuple[Moment, ...] = ()
    """The periods in which what stands before it is not due."""


def _breaks(chunks: Sequence[_Chunk]) -> list[_Break]:
    """Where pairs begin behind others, or days behind a pair that they are no part of."""
    pairs = [chunk for chunk in chunks if chunk.is_pair]
    if not pairs:
        return [_Break(at, ItemKind.PAIR) for at in _in_turn(chunks)]
    if all(map(_is_part_of_month, pairs)):  # «май (I декада), июль (III декада)»: see `ranges.py`
        return []
    breaks: list[_Break] = []
    led: list[_Chunk] = []
    general: list[_Chunk] = []
    before: _Chunk | None = None
    for chunk in chunks:
        if chunk.is_pair:
            leads = bool(led) and all(each.leads_to(chunk) for each in led)
            begins = (led[0] if leads else chunk).first
            if before is None:
                general = [] if leads else led
            elif before.is_pair:
                breaks.append(_Break(begins, ItemKind.PAIR))
            elif chunk.series:  # «последняя суббота мая, каждая суббота июня»
                breaks.append(_Break(begins, ItemKind.BESIDES))
            before, led = chunk, []
        elif chunk.is_of(_TIMES):
            if before is not None and before.is_pair and before.series:
                breaks.append(_Break(chunk.first, ItemKind.BESIDES))  # «по воскресеньям мая, 9 мая»
            before, led = chunk, []
        elif chunk.parts:
            led = [*led, chunk]
    return _behind_general(general, pairs, breaks) if general else breaks


def _is_part_of_month(pair: _Chunk) -> bool:
    """«июнь (I декада)», «май – 2-я неделя»: no day and no series."""
    units = [unit_of(moment.stretch) for item in pair.items for moment in item.moments]
    return not pair.series and any(unit in _PARTS for unit in units)


def _in_turn(chunks: Sequence[_Chunk]) -> list[int]:
    """«апрель, по субботам, октябрь, по воскресеньям»: pairs without any other sign than commas."""
    told = [chunk for chunk in chunks if chunk.parts]
    if not all(chunk.is_of(_PERIODS) or chunk.is_of(_RHYTHMS) for chunk in told):
        return []
    runs = [next(run) for _, run in groupby(told, lambda chunk: chunk.is_of(_PERIODS))]
    is_whole = len(runs) > 2 and len(runs) % 2 == 0
    return [run.first for run in runs[2::2]] if is_whole else []


def _behind_general(
    general: Sequence[_Chunk], pairs: Sequence[_Chunk], breaks: list[_Break]
) -> list[_Break]:
    """«каждый вторник, в июне – каждый четверг»: the series goes on in what is not told apart."""
    begins = pairs[0].first
    if all(chunk.is_of(_PERIODS) for chunk in general):  # «в течение сентября, ежедневно с 1 по 5 сентября»
        is_apart = bool(pairs[0].series) and not any(map(_is_of_years, general))
        return [_Break(begins, ItemKind.PAIR), *breaks] if is_apart else breaks
    if len(pairs) > 1 and _is_heading(general, pairs):
        return breaks
    units = _units_of(general)
    is_short = bool(units) and set(units).issubset(_SHORTEST)
    is_led = all(pair.parts[0] in _PERIODS and pair.parts[-1] is not Part.RHYTHM for pair in pairs)
    if not is_short or not is_led:  # «ежемесячно до 25 числа, в декабре – до 20»: see `own_days.py`
        return []
    return [
        _Break(begins, ItemKind.PAIR, tuple(moment for pair in pairs for moment in pair.periods)),
        *breaks,
    ]


def _is_of_years(chunk: _Chunk) -> bool:
    return all(is_years(moment.stretch) for moment in chunk.periods)


def _units_of(chunks: Iterable[_Chunk]) -> list[Unit]:
    """How often the series of some chunks come."""
    series = (item.recurrence for chunk in chunks for item in chunk.series)
    return [recurrence.unit for recurrence in series if recurrence is not None]


def _is_heading(general: Sequence[_Chunk], pairs: Sequence[_Chunk]) -> bool:
    """«ежемесячно, январь–март – до 5 числа, июнь–август – до 10 числа»: how often all the pairs come."""
    is_bare = all(not item.moments for chunk in general for item in chunk.items)
    return is_bare and set(_units_of(pairs)) <= set(_units_of(general))
