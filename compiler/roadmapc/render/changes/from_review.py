"""A review in the words that all its forms share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import islice

from roadmapc.calendar.occurrence import Occurrence
from roadmapc.diff.changes import Added, DutyDates, Moved, Removed, Shift
from roadmapc.diff.findings import JudgedChange, JudgedField, Meaning, Review, Significance
from roadmapc.diff.notices import Notice, notices
from roadmapc.diff.unit import Unit, UnitKind
from roadmapc.diff.words import Segment, near, segments
from roadmapc.render.changes.summary import summary
from roadmapc.render.changes.view import ChangeRow, ChangesView, DatesRow, NoticeRow
from roadmapc.render.changes.wording import ADDED, CONCERNS, MOVED, REMOVED, label, labels, note
from roadmapc.text.dates import digits
from roadmapc.text.shorten import shortened

ALIKE = 3
"""So many units in which the same words give way to the same words are one row: a renaming."""
DATES_SHOWN = 4
"""Dates of one duty that are listed before «и ещё …»."""

Rows = Iterator[tuple[Significance, ChangeRow]]


def changes_view(review: Review) -> ChangesView:
    """Everything a review shows."""
    rows: dict[Significance, list[ChangeRow]] = defaultdict(list)
    for judged in review.changes:
        for significance, row in _rows(judged):
            rows[significance].append(row)
    return ChangesView(
        title=review.diff.new.plan.order.title,
        summary=summary(review),
        substantive=_gathered(rows[Significance.SUBSTANTIVE]),
        editorial=(*_gathered(rows[Significance.EDITORIAL]), *_numbering(review)),
        notices=tuple(_notice(each) for each in notices(review)),
        dates=tuple(_dates(each) for each in review.diff.dates),
    )


def _rows(judged: JudgedChange) -> Rows:
    match judged.change:
        case Added(unit):
            yield Significance.SUBSTANTIVE, _whole(unit, ADDED, Segment("", _content(unit)))
        case Removed(unit):
            yield Significance.SUBSTANTIVE, _whole(unit, REMOVED, Segment(_content(unit), ""))
        case Moved(before, after):
            yield Significance.EDITORIAL, _whole(after, MOVED, Segment(_place(before), _place(after)))
            yield from _fields(after, judged.fields)
        case change:
            yield from _fields(change.after, judged.fields)


def _whole(unit: Unit, happened: dict[UnitKind, str], words: Segment) -> ChangeRow:
    return ChangeRow(label(unit), happened[unit.kind], (words,), "")


def _fields(unit: Unit, fields: Iterable[JudgedField]) -> Rows:
    """The numbers, which change by the dozen when one row is put in, are told together."""
    for value, findings in fields:
        if value.name != "number" or unit.kind is UnitKind.REQUISITE:
            words = near(segments(value.before, value.after))
            row = ChangeRow(label(unit), value.heading, words, note(findings))
            yield JudgedField(value, findings).significance, row


def _content(unit: Unit) -> str:
    """A whole unit, a line a field, the first without its heading."""
    first, *others = unit.fields or (None,)
    if first is None:
        return unit.title
    lines = [f"{field.heading}: {'; '.join(field.text.splitlines())}" for field in others]
    return "\n".join((first.text, *lines))


def _place(unit: Unit) -> str:
    where = f", {label(unit.parent)}" if unit.parent else ""
    return f"{label(unit)}{where}"


def _numbering(review: Review) -> Iterator[ChangeRow]:
    """One row for all units that bear another number now."""
    found = [
        (judged.change, field.value)
        for judged in review.changes
        for field in judged.fields
        if field.findings[0].meaning is Meaning.NUMBER
    ]
    changes = "\n".join(
        f"{label(change.before)} → {value.after}"
        for change, value in found
        if not isinstance(change, Added | Removed)
    )
    if changes:
        yield ChangeRow("нумерация", "Номер", (Segment("", changes),), "ссылки на старые номера проверьте")


def _gathered(rows: list[ChangeRow]) -> tuple[ChangeRow, ...]:
    """Rows that differ only in their place as one row, at the place of the first."""
    alike: dict[tuple[object, ...], list[ChangeRow]] = defaultdict(list)
    for row in rows:
        alike[_sameness(row)].append(row)
    gathered = []
    for row in rows:
        group = alike[_sameness(row)]
        if len(group) < ALIKE:
            gathered.append(row)
        elif row is group[0]:
            gathered.append(_joined(group))
    return tuple(gathered)


def _sameness(row: ChangeRow) -> tuple[object, ...]:
    return row.what, tuple(word for word in row.words if not word.is_same), row.note


def _joined(group: list[ChangeRow]) -> ChangeRow:
    first = group[0]
    words = tuple(word for word in first.words if not word.is_same)
    return first._replace(where=", ".join(dict.fromkeys(row.where for row in group)), words=words)


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
        _told("появляется", [_day(each) for each in dates.added]),
        _told("исчезает", [_day(each) for each in dates.removed]),
        _told("переносится", [_shift(each) for each in dates.shifted]),
    )
    audience = f"{dates.audience}: " if dates.audience else ""
    return DatesRow(where, text, audience + "; ".join(filter(None, told)))


def _told(verb: str, days: list[str]) -> str:
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
