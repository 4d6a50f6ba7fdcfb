"""Titles of events: the number, what to do, and what tells an event from its neighbours.

A phone shows some forty characters of a title, a month of a desktop about twenty. So the number and the deed
come first, and of the rest only what differs: whom the day binds, the hour, since when it lasts.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Final, NamedTuple

from roadmapc.render.agenda.view import DutyView, OccurrenceView, UndatedView
from roadmapc.text.dates import digits
from roadmapc.text.shorten import shortened_to_words

LENGTH: Final = 60
"""Characters of a summary at most."""
SEPARATOR: Final = " · "
_AUDIENCE: Final = 24
"""Characters of those whom a day binds; the description names them in full."""
_DEED: Final = 20
"""Characters that what is to be done keeps, however long the rest is; a label has as many at most."""
_CANCELLED: Final = "Отменено: "


class _Words(NamedTuple):
    """What a title says on every day of a duty and an audience."""

    label: str
    deed: str
    audience: str
    difference: str = ""
    """What stands instead of the audience where that does not tell enough."""
    plan: str = ""
    """Empty where the rest tells enough."""


_Key = tuple[int, str]
"""A duty and an audience; occurrences share their duties, so identity tells these."""


def summaries(occurrences: Iterable[OccurrenceView]) -> dict[str, str]:
    """The title of each occurrence by its `uid`; no two on one day are the same.

    A duty has the same title every year. Where two would have the same, they are told apart by the words in
    which they differ, by the plan, and at last by counting.
    """
    occurrences = tuple(occurrences)
    title = cache(_title)
    first = {(id(each.duty), each.audience): each for each in occurrences}
    words = _told_apart(first)
    found: dict[str, str] = {}
    taken: dict[tuple[date, str], int] = {}
    for each in occurrences:
        named, notes = words[id(each.duty), each.audience], _notes(each)
        summary = title(named, notes)
        if (each.due, summary) in taken:  # by another deadline of the same duty
            notes = (shortened_to_words(each.phrase, _AUDIENCE),)
            summary = _title(named, notes)
        alike = (each.due, summary)
        while (each.due, summary) in taken:
            taken[alike] += 1
            summary = _title(named, notes, f"{SEPARATOR}{taken[alike]}-й")
        taken[each.due, summary] = 1
        found[each.uid] = summary
    return found


def cancelled(summary: str) -> str:
    """The title of what no longer takes place: some programs show nothing else of it."""
    deed, *notes = summary.split(SEPARATOR)
    end = "".join(SEPARATOR + note for note in notes)
    return f"{_CANCELLED}{shortened_to_words(deed, max(_DEED, LENGTH - len(_CANCELLED + end)))}{end}"[:LENGTH]


def undated_summary(undated: UndatedView) -> str:
    """The title of a duty that has no day."""
    return _title(_words(undated.duty)._replace(label=f"Без даты: {undated.duty.label}".rstrip()), ())


def _words(duty: DutyView, audience: str = "") -> _Words:
    return _Words(duty.label, duty.brief, audience)


def _notes(occurrence: OccurrenceView) -> tuple[str, ...]:
    """The hours that the event itself does not bear, and the first day of a window."""
    start = occurrence.window_start
    hours = occurrence.hours if start is not None or occurrence.time is None else ""
    if start is None:
        return (hours,)
    return hours, f"с {digits(start)[:5] if start.year == occurrence.due.year else digits(start)}"


def _title(words: _Words, notes: Sequence[str], ordinal: str = "") -> str:
    label = shortened_to_words(words.label, _DEED)
    audience = shortened_to_words(words.difference or words.audience, _AUDIENCE)
    end = "".join(SEPARATOR + note for note in (audience, words.plan, *notes) if note)
    room = LENGTH - len(f"{label} {ordinal}")
    end = shortened_to_words(end, room - _DEED) if len(end) > room - _DEED else end
    return f"{label} {shortened_to_words(words.deed, room - len(end))}{end}{ordinal}".lstrip()


def _told_apart(occurrences: Mapping[_Key, OccurrenceView]) -> dict[_Key, _Words]:
    """The words of each duty and audience, with those in which they differ where titles would be the same."""
    words = {key: _words(each.duty, each.audience) for key, each in occurrences.items()}
    alike: dict[str, list[_Key]] = defaultdict(list)
    for key, each in words.items():
        alike[_title(each, ())].append(key)
    for group in alike.values():
        if len(group) > 1:
            same = [words[key] for key in group]
            audiences = [each.audience for each in same]
            ends = _ends(audiences if len(set(audiences)) > 1 else [each.deed for each in same])
            plans = [occurrences[key].duty.plan.id for key in group]
            are_of_several = len(set(plans)) > 1
            for key, end, plan in zip(group, ends, plans, strict=True):
                words[key] = words[key]._replace(difference=end, plan=plan if are_of_several else "")
    return words


def _ends(texts: Sequence[str]) -> list[str]:
    """The texts without the words with which all of them begin; nothing if they are all the same."""
    split = [tuple(text.split()) for text in texts]
    if len(set(split)) == 1:
        return [""] * len(texts)
    shared = 0
    while len({each[: shared + 1] for each in split}) == 1:
        shared += 1
    return [
        f"…{' '.join(each[shared:])}" if shared else text for each, text in zip(split, texts, strict=True)
    ]
