"""Days beside which another time or an event stands that is not due: the day of a report, of a meeting."""

from dataclasses import replace

from roadmapc.deadline.ast import LIMITS, Bound, Mark, Role
from roadmapc.deadline.clauses.groups import Group
from roadmapc.deadline.clauses.notes import is_in_brackets, is_of_days, is_plain_event, with_notes
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.source.span import Span

_BOUNDS = {"к": Bound.BY, "ко": Bound.BY, "до": Bound.UNTIL}


def state_day(group: Group, cursor: Cursor) -> Group:
    """«на 1 июля – до 8 июля»: the day of which a report tells is not the day on which it is due."""

    if "на" not in [cursor.tokens[item.first].text for item in group.items]:
        return group

    def is_state(at: int) -> bool:
        item, behind = group.items[at], group.items[at + 1 : at + 3]
        if cursor.tokens[item.first].text != "на" or not is_of_days(item):
            return False
        if is_in_brackets(item, cursor):  # «до 8 июля (на 1 июля)»
            return any(is_of_days(before) for before in group.items[max(at - 2, 0) : at])
        if len(behind) < 2:
            return False
        is_label = behind[0].kind is ItemKind.LABEL
        return is_label and bool(behind[1].moments) and behind[1].moments[0].bound in LIMITS

    return with_notes(group, cursor, is_state)


def day_of_meeting(group: Group, cursor: Cursor) -> Group:
    """«к совещанию 25 декабря»: the day is that of the event, and bounded as it is."""
    items: list[Item] = []
    notes: list[Span] = []
    for item in group.items:
        before = items[-1] if items else None
        lemma = cursor.tokens[before.first].text if before is not None else ""
        is_led = before is not None and before.end == item.first and lemma in _BOUNDS and is_of_days(item)
        if before is None or not is_led or not is_plain_event(before) or item.moments[0].bound in LIMITS:
            items.append(item)
            continue
        notes.append(before.span)
        moments = tuple(replace(moment, bound=_BOUNDS[lemma]) for moment in item.moments)
        items[-1] = item._replace(moments=moments)
    if not notes:
        return group
    words = map(cursor.problems.words, notes)
    marks = tuple(Mark(Role.NOTE, mark.span) if mark.span in notes else mark for mark in group.marks)
    return group._replace(items=tuple(items), notes=(*group.notes, *words), marks=marks)
