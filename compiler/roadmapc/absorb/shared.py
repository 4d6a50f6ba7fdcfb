"""Words that are written once and printed in several places: changed in all of them, or in the first."""

from collections import defaultdict
from collections.abc import Sequence

from roadmapc.absorb.changes import Change, FileEdit, Left
from roadmapc.absorb.codes import SHARED
from roadmapc.absorb.marks import Origin
from roadmapc.absorb.printed_plan import PrintedPlan
from roadmapc.absorb.sources import Value
from roadmapc.text.plural import counted

_DIRECTORY = 1
"""The ordinal of the directory among the sources; other plans read it, too."""


def shared(
    printed: PrintedPlan, changes: Sequence[tuple[int | None, Change]], left: list[Left]
) -> list[Change]:
    """The changes that leave no place of the same words behind; with each comes the unit that it changes."""
    places: defaultdict[Value, list[int]] = defaultdict(list)
    for at, values in enumerate(printed.values):
        for value in values:
            places[value].append(at)
    changed: defaultdict[FileEdit, set[int | None]] = defaultdict(set)
    for ordinal, change in changes:
        for edit in change.edits:
            changed[edit].add(ordinal)
    kept: list[Change] = []
    for _, change in changes:
        missing = max((_missing(printed, places, changed, edit) for edit in change.edits), default=0)
        if missing:
            times = counted(missing, "месте", "местах", "местах")
            why = f"эти слова записаны один раз, а печатаются ещё в {times}, где документ их не изменил"
            advice = "измените их всюду или дайте этому месту свою запись"
            left.append(Left(SHARED, change.place, change.words, why, advice))
        else:
            kept.append(change)
    return kept


def _missing(
    printed: PrintedPlan,
    places: defaultdict[Value, list[int]],
    changed: defaultdict[FileEdit, set[int | None]],
    edit: FileEdit,
) -> int:
    """In how many other places the words of an edit are printed that must change with them, and do not."""
    value = None if edit.is_yaml else printed.sources.value_at(Origin(edit.file, edit.span.start))
    if value is None or value.node is None:
        return 0
    others = places[value] if edit.file == _DIRECTORY else places[value][:1]
    return len([ordinal for ordinal in others if ordinal not in changed[edit]])
