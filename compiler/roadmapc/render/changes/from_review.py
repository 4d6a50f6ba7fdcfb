"""A review in the words that all its forms share."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from roadmapc.diff.changes import Added, Moved, Removed, ValueChange
from roadmapc.diff.divisions import TEXT
from roadmapc.diff.judgement import JudgedChange, JudgedField, Judgement, Meaning, Review, Significance
from roadmapc.diff.notices import notices
from roadmapc.diff.provision import Provision
from roadmapc.diff.words import Segment, near, segments
from roadmapc.model.provision import ProvisionKind
from roadmapc.render.changes.dates import dates_row
from roadmapc.render.changes.headline import gist_of
from roadmapc.render.changes.notices import notice_rows
from roadmapc.render.changes.summary import summary
from roadmapc.render.changes.view import ChangeRow, ChangesView
from roadmapc.render.changes.wording import (
    ADDED,
    JOINED_INTO,
    MOVED,
    NAMING,
    PART_OF,
    REMOVED,
    RENUMBERED,
    REQUISITE,
    label,
    labels,
    note,
    renumberings,
)
from roadmapc.text.shorten import shortened

ALIKE = 3
"""So many units in which the same words give way to the same words are one row: a renaming."""
TITLE = 80
"""Characters of a title that the first line shows."""
ABOUT = 50
"""Characters of a measure's text that stand beside its number."""
THROUGHOUT = "по тексту"
"""What changed, if it is not one field."""
IN_ALL_CASES = "в разных падежах"
"""What is said of a replacement whose words are inflected."""
STEM = 4
"""Letters by which words of several cases are taken for one."""

_WORD = re.compile(r"[^\W\d_]+")


class _Told(NamedTuple):
    """A row with the unit that it is about."""

    unit: Provision
    row: ChangeRow
    significance: Significance


def changes_view(review: Review) -> ChangesView:
    """Everything a review shows."""
    wholes = _Wholes(review)
    told = [each for judged in review.changes for each in _told_of(judged, wholes)]
    substantive = _gathered(told, Significance.SUBSTANTIVE)
    editorial = (*_gathered(told, Significance.EDITORIAL), *_numbering(review))
    return ChangesView(
        title=review.diff.new.plan.order.title,
        summary=summary(review, substantive, editorial),
        substantive=substantive,
        editorial=editorial,
        notices=notice_rows(notices(review)),
        dates=tuple(dates_row(each) for each in review.diff.dates),
    )


class _Wholes:
    """Units that are new or gone, with what they hold and what they came of."""

    def __init__(self, review: Review) -> None:
        parts = {part: PART_OF.format(label(each.whole)) for each in review.splits for part in each.parts}
        joined = {
            part: JOINED_INTO.format(label(each.whole)) for each in review.merges for part in each.parts
        }
        self._notes = parts | joined
        self._divided = {*self._notes, *(each.whole for each in review.merges)}
        units = [each.provision for each in review.changes if isinstance(each.change, Added | Removed)]
        self._units = frozenset(units)
        measures = (unit for unit in units if unit.kind is ProvisionKind.MEASURE)
        self._held = Counter(holder for unit in measures for holder in _holders(unit))

    def told(self, unit: Provision, happened: dict[ProvisionKind, str], words: Segment) -> _Told:
        what = happened[unit.kind]
        row = ChangeRow(label(unit), what, (words,), self._notes.get(unit, ""), self._gist(unit, what))
        return _Told(unit, row, Significance.SUBSTANTIVE)

    def _gist(self, unit: Provision, what: str) -> str:
        """A unit that comes and goes with the one that holds it is told by that one."""
        if unit.parent in self._units or unit in self._divided:
            return ""
        title = f": «{shortened(unit.title, TITLE).removesuffix('.')}»" if unit.title else ""
        held = f", мероприятий – {self._held[unit]}" if self._held[unit] else ""
        return f"{what}{title}{held}"

    def is_division(self, unit: Provision, value: ValueChange) -> bool:
        """Whether the text is another because the measure was divided, or others went into it."""
        return unit in self._divided and value.name == TEXT


def _holders(unit: Provision) -> Iterator[Provision]:
    while unit.parent is not None:
        unit = unit.parent
        yield unit


def _told_of(judged: JudgedChange, wholes: _Wholes) -> Iterator[_Told]:
    match judged.change:
        case Added(unit):
            yield wholes.told(unit, ADDED, Segment("", _content(unit)))
        case Removed(unit):
            yield wholes.told(unit, REMOVED, Segment(_content(unit), ""))
        case Moved(before, after):
            yield _moved(before, after)
            yield from _fields(after, judged.fields, wholes)
        case change:
            yield from _fields(change.after, judged.fields, wholes)


def _moved(before: Provision, after: Provision) -> _Told:
    words = Segment(_place(before), _place(after))
    row = ChangeRow(label(after), MOVED[after.kind], (words,), "", MOVED[after.kind])
    return _Told(after, row, Significance.EDITORIAL)


def _fields(unit: Provision, fields: Iterable[JudgedField], wholes: _Wholes) -> Iterator[_Told]:
    """The numbers, which change by the dozen when one row is put in, are told together."""
    for field in fields:
        if field.is_naming:
            yield from (_named(unit, finding) for finding in field.judgements)
        elif unit.kind is ProvisionKind.REQUISITE or field.value.name != "number":
            yield _field(unit, field, has_gist=not wholes.is_division(unit, field.value))


def _named(unit: Provision, finding: Judgement) -> _Told:
    """Somebody who is called otherwise: where he is named does not matter."""
    before, after = finding.arguments
    row = ChangeRow(
        where=label(unit),
        what=NAMING[finding.meaning],
        words=(Segment(before, after),),
        note=note((finding,)),
        gist=f"{before} → {after}",
    )
    return _Told(unit, row, finding.significance)


def _field(unit: Provision, field: JudgedField, *, has_gist: bool) -> _Told:
    value, meaning = field.value, note(field.judgements)
    words = segments(value.before, value.after)
    what = REQUISITE if unit.kind is ProvisionKind.REQUISITE else value.heading
    gist = gist_of(field, words, meaning) if has_gist else ""
    row = ChangeRow(_where(unit, value), what, near(words), meaning, gist)
    return _Told(unit, row, field.significance)


def _where(unit: Provision, value: ValueChange) -> str:
    """The unit; of a measure also what it is, unless this is what changed."""
    if unit.kind is not ProvisionKind.MEASURE or value.name == TEXT:
        return label(unit)
    return f"{label(unit)} «{shortened(unit.title, ABOUT)}»"


def _content(unit: Provision) -> str:
    """A whole unit, a line a field, the first without its heading."""
    fields = [field for field in unit.fields if field.name not in ("mark", "columns")]
    if not fields:
        return unit.title
    first, *others = fields
    lines = [f"{field.heading}: {'; '.join(field.text.splitlines())}" for field in others]
    return "\n".join((first.text, *lines))


def _place(unit: Provision) -> str:
    where = f", {label(unit.parent)}" if unit.parent else ""
    return f"{label(unit)}{where}"


def _numbering(review: Review) -> Iterator[ChangeRow]:
    """One row for all units that bear another number now."""
    by_kind: dict[ProvisionKind, list[tuple[str, str]]] = defaultdict(list)
    for judged in review.changes:
        for field in judged.fields:
            if field.judgements[0].meaning is Meaning.NUMBER:
                by_kind[judged.provision.kind].append((field.value.before, field.value.after))
    lines = [line for kind, pairs in by_kind.items() for line in renumberings(kind, pairs)]
    if lines:
        yield ChangeRow("нумерация", "Номер", (Segment("", "\n".join(lines)),), RENUMBERED, RENUMBERED)


def _gathered(told: Iterable[_Told], significance: Significance) -> tuple[ChangeRow, ...]:
    """Rows that differ only in their place as one row, at the place of the first."""
    alike: dict[tuple[object, ...], list[_Told]] = defaultdict(list)
    for each in told:
        if each.significance is significance:
            alike[_sameness(each.row)].append(each)
    gathered = []
    for group in alike.values():
        is_one = len(group) >= ALIKE or group[0].row.what in NAMING.values()
        gathered += [_joined(group)] if is_one else [each.row for each in group]
    return tuple(gathered)


def _sameness(row: ChangeRow) -> tuple[object, ...]:
    """What rows have in common that tell one replacement, whatever the case of its words."""
    stems = dict.fromkeys((_stems(word.before), _stems(word.after)) for word in _differing(row))
    return tuple(stems), row.note


def _stems(text: str) -> str:
    return _WORD.sub(lambda word: word[0][:STEM], text.casefold())


def _differing(row: ChangeRow) -> tuple[Segment, ...]:
    """What has given way to what, each once."""
    return tuple(dict.fromkeys(word for word in row.words if not word.is_same))


def _joined(group: list[_Told]) -> ChangeRow:
    row, rows = group[0].row, [each.row for each in group]
    what = row.what if len({each.what for each in rows}) == 1 else THROUGHOUT
    meaning = row.note if len({_differing(each) for each in rows}) == 1 else IN_ALL_CASES
    where = labels(each.unit for each in group)
    return row._replace(where=where, what=what, words=_differing(row), note=meaning)
