"""Two editions of a plan to what differs between them: the only way into the room."""

from collections.abc import Iterator

from roadmapc.diff.changes import Added, Change, Modified, Moved, PlanDiff, Removed, ValueChange
from roadmapc.diff.dates import dates
from roadmapc.diff.from_plan import provisions
from roadmapc.diff.matching import Pair, pairs
from roadmapc.diff.moves import moved
from roadmapc.diff.provision import Provision
from roadmapc.model.organisation import Official, key_of
from roadmapc.schedule.plan_calendar import PlanCalendar


def compare(old: PlanCalendar, new: PlanCalendar) -> PlanDiff:
    """What differs, provision by provision and date by date."""
    before, after = provisions(old.plan), provisions(new.plan)
    matched = pairs(before, after)
    elsewhere = moved(before, after, matched)
    changes = (_change(pair, is_moved=pair in elsewhere) for pair in matched)
    known = {change.after: change for change in changes if change is not None}
    clauses = tuple(pair for pair in matched if pair.before.id != pair.after.id)
    names = {pair.before.id: pair.after.id for pair in clauses}
    in_order = _in_order(after, _removed_after(before, matched), matched, known)
    place = {(provision.kind, provision.id): at for at, provision in enumerate((*after, *before))}
    # a day that has come may be that of a row which neither text has any more: such rows stand last
    end = len(after) + len(before)
    duties = sorted(
        dates(old, new, names), key=lambda dates: place.get((dates.duty.kind, dates.duty.id), end)
    )
    return PlanDiff(old, new, tuple(in_order), tuple(duties), clauses)


def _change(pair: Pair, *, is_moved: bool) -> Moved | Modified | None:
    """What happened to a provision of both editions; `None` if nothing did."""
    fields = tuple(value_changes(*pair))
    if is_moved:
        return Moved(*pair, fields)
    return Modified(*pair, fields) if fields else None


def value_changes(before: Provision, after: Provision) -> Iterator[ValueChange]:
    """Fields that read otherwise, the number first."""
    if before.number != after.number:
        yield ValueChange("number", "Номер", before.number, after.number)
    for name in dict.fromkeys(field.name for field in (*before.fields, *after.fields)):
        old, new = before.field(name), after.field(name)
        known = new or old
        assert known is not None
        texts = (old.text if old else "", new.text if new else "")
        if texts[0] != texts[1] or _says_otherwise(name, before, after):
            yield ValueChange(name, known.heading, *texts)


def _says_otherwise(name: str, before: Provision, after: Provision) -> bool:
    """Whether a field means another thing in the same words.

    Another body of the same printed name, or another person in an office that is printed by its post.
    """
    if name != "executors":
        return False
    old, new = (
        [(key_of(who), who.name if isinstance(who, Official) else "") for who in side.actors]
        for side in (before, after)
    )
    return old != new


def _in_order(
    new: tuple[Provision, ...],
    removed: dict[Provision | None, list[Removed]],
    matched: tuple[Pair, ...],
    changes: dict[Provision, Moved | Modified],
) -> Iterator[Change]:
    """Changes in the order of the new edition; a removed provision after the one that it stood after."""
    kept = {pair.after for pair in matched}
    yield from removed.get(None, ())
    for provision in new:
        if provision in changes:
            yield changes[provision]
        elif provision not in kept:
            yield Added(provision)
        yield from removed.get(provision, ())


def _removed_after(
    old: tuple[Provision, ...], matched: tuple[Pair, ...]
) -> dict[Provision | None, list[Removed]]:
    """Removed provisions by the provision of the new edition that they stood after."""
    kept = dict(matched)
    removed: dict[Provision | None, list[Removed]] = {}
    last = None
    for provision in old:
        if provision in kept:
            last = kept[provision]
        else:
            removed.setdefault(last, []).append(Removed(provision))
    return removed
