"""The rows of a review: what changed, what becomes of dates, who has to be told."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from roadmapc.diff.changes import Added, DutyDates, Moved, Removed, Shift, ValueChange
from roadmapc.diff.divisions import TEXT
from roadmapc.diff.judgement import JudgedChange, JudgedField, Judgement, Meaning, Review, Significance
from roadmapc.diff.notices import Notice
from roadmapc.diff.provision import Provision
from roadmapc.diff.words import Segment, near, segments
from roadmapc.model.provision import ProvisionKind
from roadmapc.render.changes.view import ChangeRow, DatesRow, NoticeRow
from roadmapc.render.changes.wording import (
    ADDED,
    CONCERNS,
    HAPPENS_TO_DATES,
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
    numbered,
    renumberings,
)
from roadmapc.text.dates import digits
from roadmapc.text.letters import capital
from roadmapc.text.listed import listed
from roadmapc.text.shorten import shortened

ALIKE = 3
"""So many provisions in which the same words give way to the same words are one row: a renaming."""
TITLE = 80
"""Characters of a title that the first line shows."""
ABOUT = 50
"""Characters of a measure's text that stand beside its number."""
QUOTED = 70
"""Characters of the words that are gone or have come."""
DATES_SHOWN = 4
"""Dates of one duty that are listed before «и ещё …»."""
THROUGHOUT = "по тексту"
"""What changed, if it is not one field."""
IN_ALL_CASES = "в разных падежах"
"""What is said of a replacement whose words are inflected."""
OTHER_WORDS = "другие слова"
STEM = 4
"""Letters by which words of several cases are taken for one."""

_WORD = re.compile(r"[^\W\d_]+")
_IN_WORDS = frozenset({Meaning.WORDS, Meaning.FIGURES})
"""Meanings that the words themselves tell better."""
_HAPPENED_TO_DATES = {"added": "новых дат", "removed": "снято дат", "shifted": "перенесено дат"}
"""By the fields of `DutyDates`."""


class _ProvisionRow(NamedTuple):
    """A row with the provision that it is about."""

    provision: Provision
    row: ChangeRow
    significance: Significance
    cell: str = ""
    """Where it is in a table without duties; empty for a field of the provision."""


def change_rows(review: Review) -> tuple[tuple[ChangeRow, ...], tuple[ChangeRow, ...]]:
    """The changes of substance, then the editorial ones, the new numbers last."""
    wholes = _WholeProvisions(review)
    rows = [row for judged in review.changes for row in _rows(judged, wholes)]
    editorial = (*_gathered(rows, Significance.EDITORIAL), *_numbering(review))
    return _gathered(rows, Significance.SUBSTANTIVE), editorial


class _WholeProvisions:
    """Provisions that are new or removed, with what they hold and what they came of."""

    def __init__(self, review: Review) -> None:
        """Divisions give notes to their parts: «выделено: раньше – строка 5», «вошло: теперь – строка 5»."""
        self._notes = {
            part: template.format(label(division.whole))
            for template, divisions in ((PART_OF, review.splits), (JOINED_INTO, review.merges))
            for division in divisions
            for part in division.parts
        }
        self._divided = {*self._notes, *(merge.whole for merge in review.merges)}
        provisions = [each.provision for each in review.changes if isinstance(each.change, Added | Removed)]
        self._provisions = frozenset(provisions)
        self._measures: Counter[Provision] = Counter()
        """How many measures come and go with each provision that holds them."""
        for provision in provisions:
            holder = provision.parent if provision.kind is ProvisionKind.MEASURE else None
            while holder is not None:
                self._measures[holder] += 1
                holder = holder.parent

    def row(self, provision: Provision, happened: dict[ProvisionKind, str], words: Segment) -> _ProvisionRow:
        what, note = happened[provision.kind], self._notes.get(provision, "")
        row = ChangeRow(label(provision), what, (words,), note, self._gist(provision, what))
        return _ProvisionRow(provision, row, Significance.SUBSTANTIVE)

    def _gist(self, provision: Provision, what: str) -> str:
        """A provision that comes and goes with the one that holds it is told by that one."""
        if provision.parent in self._provisions or provision in self._divided:
            return ""
        title = f": «{shortened(provision.title, TITLE).removesuffix('.')}»" if provision.title else ""
        measures = self._measures[provision]
        return f"{what}{title}" + (f", мероприятий – {measures}" if measures else "")

    def is_division(self, provision: Provision, value: ValueChange) -> bool:
        """Whether the text is another because the measure was divided, or others went into it."""
        return provision in self._divided and value.name == TEXT


def _rows(judged: JudgedChange, wholes: _WholeProvisions) -> Iterator[_ProvisionRow]:
    match judged.change:
        case Added(provision):
            yield wholes.row(provision, ADDED, Segment("", _content(provision)))
        case Removed(provision):
            yield wholes.row(provision, REMOVED, Segment(_content(provision), ""))
        case Moved(before, after):
            what, words = MOVED[after.kind], Segment(_place(before), _place(after))
            row = ChangeRow(label(after), what, (words,), "", what)
            yield _ProvisionRow(after, row, Significance.EDITORIAL)
            yield from _fields(after, judged.fields, wholes)
        case change:
            yield from _fields(change.after, judged.fields, wholes)


def _fields(
    provision: Provision, fields: Iterable[JudgedField], wholes: _WholeProvisions
) -> Iterator[_ProvisionRow]:
    """The numbers, which change by the dozen when one row is put in, are told together."""
    for field in fields:
        if field.is_naming:
            yield from (_named(provision, judgement) for judgement in field.judgements)
        elif provision.kind is ProvisionKind.REQUISITE or field.value.name != "number":
            yield _field(provision, field, has_gist=not wholes.is_division(provision, field.value))


def _named(provision: Provision, judgement: Judgement) -> _ProvisionRow:
    """Somebody who is called otherwise: where he is named does not matter."""
    before, after = judgement.arguments
    row = ChangeRow(
        where=label(provision),
        what=NAMING[judgement.meaning],
        words=(Segment(before, after),),
        note=note((judgement,)),
        gist=f"{before} → {after}",
    )
    return _ProvisionRow(provision, row, judgement.significance)


def _field(provision: Provision, field: JudgedField, *, has_gist: bool) -> _ProvisionRow:
    value, meaning = field.value, note(field.judgements)
    words = segments(value.before, value.after)
    what = REQUISITE if provision.kind is ProvisionKind.REQUISITE else value.heading
    is_about = provision.kind is ProvisionKind.MEASURE and value.name != TEXT
    about = f" «{shortened(provision.title, ABOUT)}»" if is_about else ""
    where = ", ".join(filter(None, (label(provision) + about, value.row)))
    row = ChangeRow(where, what, near(words), meaning, _gist(field, words, meaning) if has_gist else "")
    return _ProvisionRow(provision, row, field.significance, f"{where} {what}" if value.row else "")


def _gist(field: JudgedField, words: Sequence[Segment], meaning: str) -> str:
    """A changed field in one phrase: what it means, else the words that are gone and have come."""
    if meaning and not any(judgement.meaning in _IN_WORDS for judgement in field.judgements):
        return meaning
    differing = [word for word in words if not word.is_same]
    if len(differing) != 1:
        return meaning or OTHER_WORDS
    before, after = (shortened(text, QUOTED) for text in differing[0])
    if not before:
        return f"добавлено «{after}»"
    return f"«{before}» → «{after}»" if after else f"исключено «{before}»"


def _content(provision: Provision) -> str:
    """A whole provision, a line a field, the first without its heading."""
    fields = [field for field in provision.fields if field.name not in ("mark", "columns")]
    if not fields:
        return provision.title
    first, *others = fields
    lines = [f"{field.heading}: {'; '.join(field.text.splitlines())}" for field in others]
    return "\n".join((first.text, *lines))


def _place(provision: Provision) -> str:
    holder = f", {label(provision.parent)}" if provision.parent else ""
    return f"{label(provision)}{holder}"


def _numbering(review: Review) -> Iterator[ChangeRow]:
    """One row for all provisions that bear another number now."""
    alike: dict[tuple[ProvisionKind, str], list[tuple[str, str]]] = defaultdict(list)
    for judged in review.changes:
        for field in judged.fields:
            if field.value.name == "number" and judged.provision.kind is not ProvisionKind.REQUISITE:
                holder = judged.provision.kind, judged.provision.appendix
                alike[holder].append((field.value.before, field.value.after))
    lines = [line for (kind, within), pairs in alike.items() for line in renumberings(kind, pairs, within)]
    if lines:
        yield ChangeRow("нумерация", "Номер", (Segment("", "\n".join(lines)),), RENUMBERED, RENUMBERED)


def _gathered(rows: Iterable[_ProvisionRow], significance: Significance) -> tuple[ChangeRow, ...]:
    """Rows that differ only in their provision as one row, at the place of the first; each cell is told."""
    alike: dict[tuple[object, ...], list[_ProvisionRow]] = defaultdict(list)
    for each in rows:
        if each.significance is significance:
            # one replacement, whatever the case of its words: «отдел → сектор», «отдела → сектора»
            stems = {(_stems(word.before), _stems(word.after)): None for word in _differing(each.row)}
            alike[tuple(stems), each.row.note, each.cell].append(each)
    gathered = []
    for group in alike.values():
        is_one = len(group) >= ALIKE or group[0].row.what in NAMING.values()
        gathered += [_joined(group)] if is_one else [each.row for each in group]
    return tuple(gathered)


def _stems(text: str) -> str:
    return _WORD.sub(lambda word: word[0][:STEM], text.casefold())


def _differing(row: ChangeRow) -> tuple[Segment, ...]:
    """What has given way to what, each once."""
    return tuple(dict.fromkeys(word for word in row.words if not word.is_same))


def _joined(group: list[_ProvisionRow]) -> ChangeRow:
    row, rows = group[0].row, [each.row for each in group]
    what = row.what if len({each.what for each in rows}) == 1 else THROUGHOUT
    meaning = row.note if len({_differing(each) for each in rows}) == 1 else IN_ALL_CASES
    where = labels(each.provision for each in group)
    return row._replace(where=where, what=what, words=_differing(row), note=meaning)


def dates_row(dates: DutyDates) -> DatesRow:
    """What happens to the dates of one duty: the first that appear, vanish and move."""
    happened = {
        "added": [digits(each.due) for each in dates.added],
        "removed": [digits(each.due) for each in dates.removed],
        "shifted": list(map(_shift, dates.shifted)),
    }
    audience = f"{dates.audience}: " if dates.audience else ""
    news = "; ".join(
        f"{HAPPENS_TO_DATES[field][len(days) > 1]} {listed(days, DATES_SHOWN)}"
        for field, days in happened.items()
        if days
    )
    where = numbered(dates.duty.kind, (dates.duty.number,), dates.duty.appendix)
    return DatesRow(where, shortened(dates.duty.text, 80), audience + news)


def _shift(shift: Shift) -> str:
    before, after = shift
    if before.due != after.due:
        return f"{digits(before.due)} → {digits(after.due)}"
    starts = [digits(each.first_day) if each.first_day else "не названо" for each in shift]
    return f"начало {' → '.join(starts)}"


def notice_rows(notices: Iterable[Notice]) -> tuple[NoticeRow, ...]:
    """One for each, or for several who have to be told the same."""
    alike: dict[str, list[str]] = defaultdict(list)
    for notice in notices:
        alike["; ".join(_news(notice))].append(capital(notice.who))
    return tuple(NoticeRow("; ".join(names), what) for what, names in alike.items())


def _news(notice: Notice) -> Iterator[str]:
    """Duties by what happened to them, then other dates of duties that are as they were."""
    by_concern: dict[str, list[Provision]] = defaultdict(list)
    for concern, provision in notice.lines:
        by_concern[CONCERNS[concern]].append(provision)
    for concern_name, provisions in by_concern.items():
        yield f"{concern_name} – {labels(provisions)}"
    for field, name in _HAPPENED_TO_DATES.items():
        alike: dict[tuple[ProvisionKind, str], dict[str, None]] = defaultdict(dict)
        for dates in notice.dates:
            if getattr(dates, field):
                alike[dates.duty.kind, dates.duty.appendix][dates.duty.number] = None
        if alike:
            where = ", ".join(numbered(kind, tuple(own), within) for (kind, within), own in alike.items())
            yield f"{name} – {sum(len(getattr(dates, field)) for dates in notice.dates)}: {where}"
