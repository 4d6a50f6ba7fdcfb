"""Words that are written once and printed in several places: changed in all of them, or in the first."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from roadmapc.absorb.changes import Change, FileEdit, Left
from roadmapc.absorb.codes import SHARED
from roadmapc.absorb.marks import Origin
from roadmapc.absorb.printed_plan import PrintedPlan
from roadmapc.absorb.provenance import origins_of
from roadmapc.text.plural import counted

_DIRECTORY = 1
"""The ordinal of the directory among the sources; other plans read it, too."""


def shared(
    printed: PrintedPlan, changes: Sequence[tuple[int | None, Change]], left: list[Left]
) -> list[Change]:
    """The changes that leave no place of the same words behind; with each comes the unit that it changes.

    What is put in or taken out as a whole comes without one, and is printed once.
    """
    edits = [edit for ordinal, change in changes if ordinal is not None for edit in change.edits]
    places = _places(printed, {letter for edit in edits if (letter := _letter(edit)) is not None})
    changed: defaultdict[FileEdit, set[int | None]] = defaultdict(set)
    for ordinal, change in changes:
        for edit in change.edits:
            changed[edit].add(ordinal)
    kept: list[Change] = []
    for ordinal, change in changes:
        missing = 0
        for edit in change.edits if ordinal is not None else ():
            letter = _letter(edit)
            others = places.get(letter, []) if letter is not None else []
            others = others if edit.file == _DIRECTORY else others[:1]
            missing = max(missing, len([at for at in others if at not in changed[edit]]))
        if missing:
            times = counted(missing, "месте", "местах", "местах")
            why = f"эти слова записаны один раз, а печатаются ещё в {times}, где документ их не изменил"
            advice = "измените их всюду или дайте этому месту свою запись"
            left.append(Left(SHARED, change.place, change.words, why, advice))
        else:
            kept.append(change)
    return kept


def _letter(edit: FileEdit) -> Origin | None:
    """The first letter that an edit rewrites, or stands after; `None` for an edit of YAML."""
    if edit.is_yaml:
        return None
    is_insertion = edit.span.start == edit.span.end
    return Origin(edit.file, max(edit.span.start - is_insertion, 0))


def _places(printed: PrintedPlan, letters: set[Origin]) -> Mapping[Origin, list[int]]:
    """The units that print each of these letters, in the order of the document."""
    places: defaultdict[Origin, list[int]] = defaultdict(list)
    for ordinal, cells in enumerate(printed.written):
        for letter in letters.intersection(origins_of(cells)):
            places[letter].append(ordinal)
    return places
