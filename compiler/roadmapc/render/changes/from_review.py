"""A review in the words that all its forms share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from roadmapc.calendar.occurrence import Occurrence
from roadmapc.diff.changes import Added, DutyDates, Modified, Moved, Removed, Shift
from roadmapc.diff.findings import JudgedChange, JudgedField, Meaning, Review, Significance
from roadmapc.diff.notices import Notice, notices
from roadmapc.diff.unit import Unit
from roadmapc.diff.words import Segment, near, segments
from roadmapc.model.unit import UnitKind
from roadmapc.render.changes.summary import summary
from roadmapc.render.changes.view import ChangeRow, ChangesView, DatesRow, NoticeRow
from roadmapc.render.changes.wording import (
    ADDED,
    CONCERNS,
    MOVED,
    REMOVED,
    RENUMBERED,
    REQUISITE,
    label,
    labels,
    note,
)
from roadmapc.text.dates import digits
from roadmapc.text.shorten import shortened

ALIKE = 3
"""So many units in which the same words give way to the same words are one row: a renaming."""
DATES_SHOWN = 4
"""Dates of one duty that are listed before «и ещё …»."""


class _Told(NamedTuple):
    """A row with the unit that it is about."""

    unit: Unit
    row: ChangeRow
    significance: Significance


def changes_view(review: Review) -> ChangesView:
    """Everything a review shows."""
    told = [each for judged in review.changes for each in _told_of(judged)]
    return ChangesView(
        title=review.diff.new.plan.order.title,
        summary=summary(review),
        substantive=_gathered(told, Significance.SUBSTANTIVE),
        editorial=(*_gathered(told, Significance.EDITORIAL), *_numbering(review)),
        notices=tuple(_notice(each) for each in notices(review)),
        dates=tuple(_dates(each) for each in review.diff.dates),
    )


def _told_of(judged: JudgedChange) -> Iterator[_Told]:
    match judged.change:
        case Added(unit):
            yield _whole(unit, ADDED, Segment("", _content(unit)), judged.significance)
        case Removed(unit):
            yield _whole(unit, REMOVED, Segment(_content(unit), ""), judged.significance)
        case Moved(before, after):
            yield _whole(after, MOVED, Segment(_place(before), _place(after)), Significance.EDITORIAL)
            yield from _fields(after, judged.fields)
        case change:
            yield from _fields(change.after, judged.fields)


def _whole(unit: Unit, happened: dict[UnitKind, str], words: Segment, significance: Significance) -> _Told:
    return _Told(unit, ChangeRow(label(unit), happened[unit.kind], (words,), ""), significance)


def _fields(unit: Unit, fields: Iterable[JudgedField]) -> Iterator[_Told]:
    """The numbers, which change by the dozen when one row is put in, are told together."""
    for field in fields:
        value = field.value
        if unit.kind is UnitKind.REQUISITE or value.name != "number":
            what = REQUISITE if unit.kind is UnitKind.REQUISITE else value.heading
            words = near(segments(value.before, value.after))
            yield _Told(unit, ChangeRow(label(unit), what, words, note(field.findings)), field.significance)


def _content(unit: Unit) -> str:
    """A whole unit, a line a field, the first without its heading."""
    fields = [field for field in unit.fields if field.name not in ("mark", "columns")]
    if not fields:
        return unit.title
    first, *others = fields
    lines = [f"{field.heading}: {'; '.join(field.text.splitlines())}" for field in others]
    return "\n".join((first.text, *lines))


def _place(unit: Unit) -> str:
    where = f", {label(unit.parent)}" if unit.parent else ""
    return f"{label(unit)}{where}"


def _numbering(review: Review) -> Iterator[ChangeRow]:
    """One row for all units that bear another number now."""
    numbers = [
        f"{label(judged.change.before)} → {field.value.after or 'без номера'}"
        for judged in review.changes
        for field in judged.fields
        if field.findings[0].meaning is Meaning.NUMBER and isinstance(judged.change, Moved | Modified)
    ]
    if numbers:
        yield ChangeRow("нумерация", "Номер", (Segment("", "\n".join(numbers)),), RENUMBERED)


def _gathered(told: Iterable[_Told], significance: Significance) -> tuple[ChangeRow, ...]:
    """Rows that differ only in their place as one row, at the place of the first."""
    alike: dict[tuple[object, ...], list[_Told]] = defaultdict(list)
    for each in told:
        if each.significance is significance:
            alike[_sameness(each.row)].append(each)
    gathered = []
    for group in alike.values():
        gathered += [_joined(group)] if len(group) >= ALIKE else [each.row for each in group]
    return tuple(gathered)


def _sameness(row: ChangeRow) -> tuple[object, ...]:
    return row.what, tuple(word for word in row.words if not word.is_same), row.note


def _joined(group: list[_Told]) -> ChangeRow:
    row = group[0].row
    words = tuple(word for word in row.words if not word.is_same)
    return row._replace(where=labels(each.unit for each in group), words=words)


def _notice(notice: Notice) -> NoticeRow:
    by_concern: dict[str, list[Unit]] = defaultdict(list)
    for concern, unit in notice.lines:
        by_concern[CONCERNS[concern]].append(unit)
    what = "; ".join(f"{concern} – {labels(units)}" for concern, units in by_concern.items())
    return NoticeRow(notice.body.short, what)


def _dates(dates: DutyDates) -> DatesRow:
    duty = dates.duty
    where = f"{'пункт' if duty.section is None else 'строка'} {duty.number}"
    text = shortened(duty.text, 80)
    told = (
        _listed("появляется", [_day(each) for each in dates.added]),
        _listed("исчезает", [_day(each) for each in dates.removed]),
        _listed("переносится", [_shift(each) for each in dates.shifted]),
    )
    audience = f"{dates.audience}: " if dates.audience else ""
    return DatesRow(where, text, audience + "; ".join(filter(None, told)))


def _listed(verb: str, days: list[str]) -> str:
    if not days:
        return ""
    rest = len(days) - DATES_SHOWN
    more = f" и ещё {rest}" if rest > 0 else ""
    return f"{verb} {', '.join(islice(days, DATES_SHOWN))}{more}"


def _day(occurrence: Occurrence) -> str:
    return digits(occurrence.due)


def _shift(shift: Shift) -> str:
    before, after = shift
    if before.due != after.due:
        return f"{_day(before)} → {_day(after)}"
    return f"начало {_start(before)} → {_start(after)}"


def _start(occurrence: Occurrence) -> str:
    return digits(occurrence.first_day) if occurrence.first_day else "не названо"
