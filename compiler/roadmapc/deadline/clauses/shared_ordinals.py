"""«вторая суббота и воскресенье июня»: a weekday that takes the number of the weekday before it."""

from dataclasses import replace

from roadmapc.deadline.ast import SOME_PERIOD, Moment, NthOf, Stretch
from roadmapc.deadline.clauses.codes import SHARED_TIMES
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.stretch import month_of, root, unit_of
from roadmapc.deadline.unit import WEEKDAYS, Unit
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.source.span import Span

_AND = Sense.AND
_NUMBERED = (ItemKind.MOMENTS, ItemKind.PERIODICITY)
_BARE = (ItemKind.WEEKDAY, ItemKind.PERIODICITY)


def with_shared_ordinals(items: list[Item], cursor: Cursor) -> list[Item]:
    """The items with both weekdays as one, of the month behind them if one is named there."""
    tokens, end = cursor.tokens, len(items) - 1
    joints = [at for at, item in enumerate(items) if tokens[item.first].sense is _AND and 0 < at < end]
    found = [at for at in joints if _is_shared(items[at - 1 : at + 2], cursor)] if joints else []
    if not found:
        return items
    items = items.copy()
    for at in reversed(found):
        numbered, bare = items[at - 1], items[at + 1]
        month = _month_of(items[at + 2]) if at + 2 < len(items) and items[at + 2].first == bare.end else None
        last = items[at + 2] if month is not None else bare
        span = Span(numbered.span.start, last.span.end)
        numbers = [each.stretch.ordinal for each in numbered.moments if isinstance(each.stretch, NthOf)]
        units = [unit_of(moment.stretch) for moment in (*numbered.moments, *bare.moments)]
        days = [NthOf(unit, numbers[-1], month or SOME_PERIOD) for unit in units]
        moments = tuple(Moment(day, numbered.moments[0].bound, span) for day in days)
        items[at - 1 : at + 3 if month is not None else at + 2] = [
            replace(numbered, end=last.end, span=span, moments=moments)
        ]
        message = f"«{cursor.problems.words(span)}»: номер сказан один раз; прочитан у обоих дней недели"
        hint = "повторите номер: «вторая суббота и второе воскресенье», или назовите дни"
        cursor.problems.add(SHARED_TIMES, span, message, hint)
    return items


def _is_shared(near: list[Item], cursor: Cursor) -> bool:
    """Whether a numbered weekday, «и» and a weekday without a number stand one behind another."""
    numbered, sign, bare = near
    if sign.kind is not ItemKind.COMMA or cursor.tokens[sign.first].sense is not Sense.AND:
        return False
    if numbered.kind not in _NUMBERED or bare.kind not in _BARE or len(numbered.moments) != 1:
        return False
    day = numbered.moments[0].stretch
    is_numbered = isinstance(day, NthOf) and day.unit in WEEKDAYS and day.of == SOME_PERIOD
    is_bare = cursor.tokens[bare.first].sense is Sense.WEEKDAY and len(bare.moments) == 1
    return is_numbered and is_bare


def _month_of(item: Item) -> Stretch | None:
    """The one month that an item names, or each month."""
    stretch = item.moments[0].stretch if len(item.moments) == 1 else None
    if stretch is None or item.kind is not ItemKind.MOMENTS:
        return None
    is_month = unit_of(stretch) is Unit.MONTH and (month_of(stretch) > 0 or stretch == root(stretch))
    return stretch if is_month else None
