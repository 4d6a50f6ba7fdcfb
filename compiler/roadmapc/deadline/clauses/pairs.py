"""Periods each beside a rhythm of its own: where one pair ends and another begins.

«летом – по средам, зимой – по пятницам», «апрель (вторая суббота), октябрь (третья суббота)»: the comma
between two pairs parts them as a semicolon does. So no period takes the rhythm of another, and none is lost.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from enum import IntEnum, auto
from itertools import groupby, pairwise
from typing import NamedTuple

from roadmapc.deadline.ast import Between, Bound, Current, Moment, Offset
from roadmapc.deadline.clauses.codes import SHARED_TIMES
from roadmapc.deadline.reading.cursor import SIGNS, Cursor, Item, ItemKind
from roadmapc.deadline.stretch import is_years, month_of, root, unit_of
from roadmapc.deadline.unit import MONTHS_IN_PART, SINGLE_DAYS, WEEKDAYS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import TokenKind
from roadmapc.source.span import Span

_PERIODICITY, _MOMENTS = ItemKind.PERIODICITY, ItemKind.MOMENTS
_COMMA, _LABEL = ItemKind.COMMA, ItemKind.LABEL
_FEWEST = 4
"""Items of the shortest two pairs: «последняя суббота мая, каждая суббота июня»."""
_FEWEST_TIMES = 3
_PARTING = (ItemKind.BREAK, ItemKind.THEN, ItemKind.BESIDES)
_PARTS = frozenset({Unit.WEEK, Unit.DECADE, Unit.HALF_MONTH})
_PARTS_OF_MONTH = _PARTS | SINGLE_DAYS
_PARTS_OF_YEAR = (*MONTHS_IN_PART, Unit.SEASON)
_WORDS = (ItemKind.TEXT, ItemKind.RULE)
_SHORTEST = (Unit.DAY, Unit.WEEK)
_APART = "стоит за временем, у которого свой ряд; прочитано как ряд на весь план"
_TOGETHER = "стоит за временем, у которого свой ряд; ограничен тем же временем"


class Part(IntEnum):
    """What an item is to a pair."""

    PERIOD = auto()
    """«апрель», «летом», «с мая по сентябрь»."""
    DAYS = auto()
    """«с 1 мая по 30 сентября»: a period too, but a weekday beside it may only repeat its first day."""
    YEARS = auto()
    """«в 2026 году»: a period too, in which something comes once."""
    END = auto()
    """«до 1 июля», «с сентября»: the end of a period, if a series stands beside it."""
    SERIES = auto()
    """«по средам», «ежемесячно»."""
    YEARLY = auto()
    """«ежегодно»: how often, if the years stand beside it."""
    RHYTHM = auto()
    """«до 5 числа», «вторая суббота»."""
    WEEKDAY = auto()
    TIME = auto()
    """«последняя суббота мая», «9 мая»: a period and its day in one."""


_WHOLES = frozenset({Part.PERIOD})
_PERIODS = frozenset({Part.PERIOD, Part.DAYS, Part.YEARS, Part.END})
_EVERY = frozenset({Part.SERIES, Part.YEARLY})
_RHYTHMS = _EVERY | {Part.RHYTHM, Part.WEEKDAY}
_TIMES = frozenset({Part.TIME})


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
        has_rhythm = not found.isdisjoint((*_EVERY, Part.RHYTHM))
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
    def units(self) -> list[Unit]:
        """How often its series come."""
        series = (item.recurrence for item in self.items if _part_of(item) in _EVERY)
        return [recurrence.unit for recurrence in series if recurrence is not None]


class _Told(NamedTuple):
    """A pair, or a time that is one by itself, and what leads to it."""

    chunk: _Chunk
    first: int
    """Index of the first item that leads to it."""
    leads: Sequence[_Chunk]
    """The chunks of its own sort before it: «июнь, июль – по средам»."""
    before: Sequence[_Chunk]
    """Those before them, behind the pair before."""


class _Break(NamedTuple):
    """A comma that parts as a semicolon does."""

    at: int
    """Index of the item behind it."""
    kind: ItemKind
    excepted: tuple[Moment, ...] = ()
    """The periods in which what stands before it is not due."""


def with_pairs(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with a break between each two pairs of a period and a rhythm."""
    if len(items) < _FEWEST:
        return items
    kinds = [item.kind for item in items]
    times = kinds.count(_MOMENTS) + kinds.count(_PERIODICITY) + kinds.count(ItemKind.WEEKDAY)
    if times < _FEWEST_TIMES or (_COMMA not in kinds and _LABEL not in kinds):
        return items
    parted = items.copy()
    first = 0
    for end in (*(at for at, kind in enumerate(kinds) if kind in _PARTING), len(items)):
        breaks = _breaks(_chunks(items, first, end, cursor), cursor) or [
            each for chunks in _brackets(items, first, end, cursor) for each in _breaks(chunks, cursor)
        ]
        for at, kind, excepted in breaks:
            parted[at - 1] = replace(items[at - 1], kind=kind, moments=excepted)
        first = end + 1
    return parted


def _chunks(items: list[Item], first: int, end: int, cursor: Cursor) -> list[_Chunk]:
    """The items up to an index between commas, «и» and «а» outside of brackets; signs alone are none."""
    chunks: list[_Chunk] = []
    depth, start = 0, first + _length_of_heading(items, first, end, cursor)
    dashes: list[int] = []
    for at in range(start, end):
        if items[at].kind is _LABEL and depth == 0:
            dashes.append(at)
        if items[at].kind is not _COMMA:
            continue
        token = cursor.tokens[items[at].first]
        depth += (token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE)
        is_joint = token.kind is TokenKind.COMMA or token.sense is Sense.AND or token.text == "а"
        if depth == 0 and is_joint:
            chunks += _of_dashes(items, start, at, dashes)
            start, dashes = at + 1, []
    return [*chunks, *_of_dashes(items, start, end, dashes)]


def _brackets(items: list[Item], first: int, end: int, cursor: Cursor) -> Iterator[list[_Chunk]]:
    """The chunks of each bracket, behind those before it: «1 раз в месяц (летом – 2 раза в месяц)»."""
    if not cursor.problems.has_brackets:
        return
    opened = first
    for at in range(first, end):
        kind = cursor.tokens[items[at].first].kind
        if kind is TokenKind.CLOSE and opened > first:
            yield [*_chunks(items, first, opened - 1, cursor), *_chunks(items, opened, at, cursor)]
        opened = at + 1 if kind is TokenKind.OPEN else opened


def _length_of_heading(items: list[Item], first: int, end: int, cursor: Cursor) -> int:
    """«1 раз в квартал: …»: how many items say no more than how often all that follows comes."""
    near = items[first : min(first + 2, end)]
    is_series = len(near) > 1 and near[0].kind is _PERIODICITY and not near[0].moments
    return 2 if is_series and cursor.tokens[near[1].first].kind is TokenKind.COLON else 0


def _of_dashes(items: list[Item], first: int, end: int, dashes: Sequence[int]) -> Iterable[_Chunk]:
    """The chunk of some items, or the two that a dash parts: «летом по средам – зимой по пятницам»."""
    for at in dashes:
        before, behind = _chunk(items, first, at), _chunk(items, at + 1, end)
        if before.is_pair and behind.is_pair and before.units:
            return before, behind
    return (_chunk(items, first, end),) if first < end else ()


def _chunk(items: list[Item], first: int, end: int) -> _Chunk:
    inside = items[first:end]
    bracketed = [item for sign, item in pairwise(inside) if sign.kind is _COMMA]  # «октябрь (четверг)»
    times = (item for item in inside if item.kind is not ItemKind.WEEKDAY or item not in bracketed)
    parts = [part for item in times if (part := _part_of(item)) is not None]
    if Part.END in parts and _EVERY.isdisjoint(parts):  # «IV квартал – до 20 декабря» is a time
        parts = [
            Part.TIME if part is Part.END else part
            for part in parts
            if part is not Part.END or Part.PERIOD in parts
        ]
    if Part.YEARLY in parts and Part.YEARS not in parts:
        parts = [part for part in parts if part is not Part.YEARLY]
    return _Chunk(inside, first, tuple(parts))


def _part_of(item: Item) -> Part | None:
    """What an item is to a pair; `None` if it is nothing to it."""
    if item.kind is ItemKind.WEEKDAY:
        return Part.WEEKDAY
    if item.kind is _PERIODICITY and item.recurrence is not None:
        if item.recurrence.unit is not Unit.YEAR:
            return Part.SERIES
        return Part.TIME if item.moments else Part.YEARLY
    if item.kind is not _MOMENTS or not item.moments:
        return None
    parts = set(map(_part_of_moment, item.moments))
    return parts.pop() if len(parts) == 1 else None


def _part_of_moment(moment: Moment) -> Part | None:
    stretch, unit, whole = moment.stretch, unit_of(moment.stretch), root(moment.stretch)
    if is_years(stretch):  # «в 2026 году», «с 2027 года»
        return Part.YEARS if moment.bound in (Bound.WITHIN, Bound.FROM) else None
    if isinstance(whole, Current) and whole.unit is not Unit.YEAR:
        return Part.RHYTHM if stretch != whole else None
    is_range = isinstance(stretch, Between)
    month = month_of(stretch.first if isinstance(stretch, Between) else stretch)
    if moment.bound is not Bound.WITHIN:
        before = month_of(stretch.of) if isinstance(stretch, Offset) else month  # «до сентября»
        return Part.END if before and not is_range else None
    if month and unit in _PARTS_OF_MONTH:
        return Part.DAYS if is_range else Part.TIME
    return Part.PERIOD if unit in _PARTS_OF_YEAR else None


def _breaks(chunks: Sequence[_Chunk], cursor: Cursor) -> list[_Break]:
    """Where pairs begin behind others, or days behind a pair that they are no part of."""
    pairs = [chunk for chunk in chunks if chunk.is_pair]
    if not pairs:
        return [_Break(at, ItemKind.PAIR) for at in _in_turn(chunks)]
    if all(map(_is_part_of_month, pairs)):  # «май (I декада), июль (III декада)»: see `ranges.py`
        return []
    told = list(_told(chunks))
    breaks = [
        _Break(now.first, kind)
        for before, now in pairwise(told)
        if (kind := _sign(before.chunk, now.chunk)) is not None
    ]
    breaks += _left_over(told, chunks, cursor)
    general = told[0].before if told[0].chunk.is_pair else ()
    return _behind_general(general, told[0], pairs, breaks, cursor) if general else breaks


def _told(chunks: Sequence[_Chunk]) -> Iterator[_Told]:
    """The pairs and the times, each with the chunks of its own sort that lead to it."""
    led: list[_Chunk] = []
    for chunk in chunks:
        if chunk.is_pair:
            at = len(led)
            while at and led[at - 1].leads_to(chunk):
                at -= 1
            yield _Told(chunk, (*led, chunk)[at].first, led[at:], led[:at])
            led = []
        elif Part.TIME in chunk.parts:
            yield _Told(chunk, chunk.first, (), led)
            led = []
        elif chunk.parts:
            led.append(chunk)


def _left_over(told: Sequence[_Told], chunks: Sequence[_Chunk], cursor: Cursor) -> Iterator[_Break]:
    """Where a rhythm begins behind a pair that it may be no part of; that it may be one is said."""
    last = told[-1].chunk.first
    behind = [*(each.before for each in told[1:]), [chunk for chunk in chunks if chunk.first > last]]
    for (pair, *_), others in zip(told, behind, strict=True):
        other = next((chunk for chunk in others if chunk.parts), None)
        if other is None or not pair.is_pair or any(item.kind in _WORDS for item in other.items):
            continue
        is_led = pair.parts[0] in _PERIODS
        if is_led and other.is_of(_WHOLES) and not _is_part_of_month(pair):
            _say_shared(pair, other, "время стоит за сроком другого времени; ряд отнесён и к нему", cursor)
        elif pair.units and other.is_of(_RHYTHMS) and (is_apart := _is_other(pair, other)) is not None:
            if is_apart:
                yield _Break(other.first, ItemKind.PAIR)
            _say_shared(pair, other, _APART if is_apart else _TOGETHER, cursor)


def _is_other(pair: _Chunk, other: _Chunk) -> bool | None:
    """Whether a rhythm behind a pair is of another unit; `None` if it only says the days of the series."""
    if other.units and other.units == pair.units:
        is_of_pair = Unit.DAY in pair.units or pair.parts[0] in _PERIODS  # «ежедневно в мае, кроме выходных»
        return None if is_of_pair else False
    if other.units:
        return True
    stretches = [moment.stretch for item in other.items for moment in item.moments]
    are_weekdays = all(unit_of(stretch) in WEEKDAYS for stretch in stretches)
    return True if are_weekdays and set(pair.units) <= set(_SHORTEST) else None


def _say_shared(pair: _Chunk, other: _Chunk, reading: str, cursor: Cursor) -> None:
    span = Span(pair.items[0].span.start, other.items[-1].span.end)
    words = cursor.problems.words(Span(other.items[0].span.start, span.end))
    message = f"«{words}»: {reading}"
    hint = "поставьте «;», если это отдельный срок, или повторите время"
    cursor.problems.add(SHARED_TIMES, span, message, hint)


def _sign(before: _Chunk, chunk: _Chunk) -> ItemKind | None:
    """What the comma before a pair or a time is; `None` if both are of one series."""
    if before.is_pair and (chunk.is_pair or not chunk.is_of(_TIMES)):
        return ItemKind.PAIR
    pair = before if before.is_pair else chunk
    is_apart = pair.is_pair and bool(pair.units) and Part.END not in pair.parts
    # «последняя суббота мая, каждая суббота июня», «по воскресеньям мая, 9 мая»
    return ItemKind.BESIDES if is_apart else None


def _is_part_of_month(pair: _Chunk) -> bool:
    """«июнь (I декада)», «май – 2-я неделя»: no day and no series."""
    parts = [
        before
        for before, item in pairwise(pair.items)
        if any(unit_of(moment.stretch) in _PARTS for moment in item.moments)
    ]
    return not pair.units and any(before.kind in SIGNS for before in parts)


def _in_turn(chunks: Sequence[_Chunk]) -> list[int]:
    """«апрель, по субботам, октябрь, по воскресеньям»: pairs without any other sign than commas."""
    told = [chunk for chunk in chunks if chunk.parts]
    if not all(chunk.is_of(_PERIODS) or chunk.is_of(_RHYTHMS) for chunk in told):
        return []
    runs = [next(run) for _, run in groupby(told, lambda chunk: chunk.is_of(_PERIODS))]
    is_whole = len(runs) > 2 and len(runs) % 2 == 0
    return [run.first for run in runs[2::2]] if is_whole else []


def _behind_general(
    general: Sequence[_Chunk], told: _Told, pairs: Sequence[_Chunk], breaks: list[_Break], cursor: Cursor
) -> list[_Break]:
    """«каждый вторник, в июне – каждый четверг»: the series goes on in what is not told apart."""
    if all(chunk.is_of(_PERIODS) for chunk in general):  # «в течение сентября, ежедневно с 1 по 5 сентября»
        is_apart = bool(pairs[0].units) and not any(Part.YEARS in chunk.parts for chunk in general)
        return [_Break(told.first, ItemKind.PAIR), *breaks] if is_apart else breaks
    if len(pairs) + len(breaks) > 1 and _is_heading(general, pairs):
        return breaks
    if not _goes_on_beside(general, pairs):  # «ежемесячно до 25 числа, в декабре – до 20»: see `own_days.py`
        return []
    leads = (*told.leads, *pairs)
    told_often = [item.recurrence for chunk in general for item in chunk.items if item.recurrence is not None]
    if any(often.interval > 1 or often.times > 1 for often in told_often):
        # «раз в две недели, летом – еженедельно»: no month can be taken from it
        _say_shared(general[0], general[0], "идёт и в то время, у которого свой ряд", cursor)
        return [_Break(told.first, ItemKind.PAIR), *breaks]
    excepted = tuple(moment for chunk in leads for moment in chunk.periods)
    return [_Break(told.first, ItemKind.PAIR, excepted), *breaks]


def _goes_on_beside(general: Sequence[_Chunk], pairs: Sequence[_Chunk]) -> bool:
    """Whether a series, or a day of each month, stands before periods with series or days of their own."""
    units = [unit for chunk in general for unit in chunk.units]
    if not all(chunk.is_of(_RHYTHMS) for chunk in general) or not all(
        pair.parts[0] in _PERIODS and all(each.bound is Bound.WITHIN for each in pair.periods)
        for pair in pairs  # «…, с 2027 года – …» ends the series
    ):
        return False
    if set(units) <= {Unit.MONTH} and all(map(_has_own_days, pairs)):
        return any(Part.RHYTHM in chunk.parts or chunk.items[0].moments for chunk in general)
    are_short = set(units) <= set(_SHORTEST)
    return all(pair.units or (Part.WEEKDAY in pair.parts and are_short) for pair in pairs)


def _has_own_days(pair: _Chunk) -> bool:
    """«летом – до 10 числа», «в мае – вторая пятница»; of days of single months see `own_days.py`."""
    stretches = [moment.stretch for item in pair.items for moment in item.moments]
    are_days = not any(unit_of(stretch) in WEEKDAYS for stretch in stretches)
    are_months = all(month_of(moment.stretch) for moment in pair.periods)
    return Part.RHYTHM in pair.parts and not pair.units and not (are_days and are_months)


def _is_heading(general: Sequence[_Chunk], pairs: Sequence[_Chunk]) -> bool:
    """«ежемесячно, январь–март – до 5 числа, июнь–август – до 10 числа»: how often all the pairs come."""
    is_bare = all(not item.moments for chunk in general for item in chunk.items)
    units = {unit for chunk in general for unit in chunk.units}
    return is_bare and all(unit in units for pair in pairs for unit in pair.units)
