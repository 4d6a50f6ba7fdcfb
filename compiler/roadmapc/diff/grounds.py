"""What a signature rests on besides the words of a plan: files, settings, answered findings and ids."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from typing import NamedTuple

from roadmapc.assets import BLANKS
from roadmapc.calendar.season_rule import SeasonRule
from roadmapc.deadline.stretch import seasons_of
from roadmapc.deadline.wording import in_words
from roadmapc.deadline.words.names import heads_of, season_name
from roadmapc.diff.changes import Added, PlanDiff, Removed
from roadmapc.diff.provision import Provision
from roadmapc.model.profile import Profile
from roadmapc.model.provision import ProvisionKind
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.text.listed import listed
from roadmapc.text.plural import counted


class Ground(StrEnum):
    """A kind of what a plan rests on."""

    DIRECTORY = "organisation"
    PROFILE = "profile"
    WORK_CALENDAR = "work_calendar"
    TEXT = "text"
    TEMPLATE = "template"
    ACT = "act"
    """A file of the plan's history: its first edition, or an act that has amended it. Both are signed."""
    SEASON = "season"
    """The days to which the plan, its directory or its profile gives a name."""
    TIME_ZONE = "time_zone"
    SILENCED = "silenced"
    """A finding that is not shown any more: answered by a comment, or switched off by the profile."""
    ID = "id"
    """The stable name of a plan, a duty or a body, by which calendars know their events."""


TOLD = frozenset({Ground.DIRECTORY, Ground.WORK_CALENDAR, Ground.TEXT})
"""Files whose changes the rows of a review tell, as far as they are of the plan."""


class Allowed(NamedTuple):
    """A finding that the author has answered."""

    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Grounds:
    """What one edition rests on."""

    profile: Profile
    files: Mapping[tuple[Ground, str], str] = field(default_factory=dict)
    """The names of the contents of files, by kind and by the plan's reference."""
    template: tuple[str, ...] | None = ()
    """The lines that stand in the template, with its fields; empty for the program's own, `None` for a file
    that cannot be read as a document."""
    allowed: tuple[Allowed, ...] = ()


class GroundChange(NamedTuple):
    """One thing that an edition rests on otherwise."""

    ground: Ground
    name: str
    """The reference to a file, the code of a finding, the id as it was."""
    details: tuple[str, ...] = ()
    """What changed in it, in words."""


def ground_changes(diff: PlanDiff, before: Grounds, after: Grounds) -> tuple[GroundChange, ...]:
    """What the second edition rests on otherwise than the first."""
    return (
        *_files(before, after),
        *_settings(before.profile, after.profile),
        *_seasons(diff),
        *_time_zone(diff),
        *_silenced(before, after),
        *_ids(diff),
    )


def _files(before: Grounds, after: Grounds) -> Iterator[GroundChange]:
    """Files that are others now; of a template the words tell more than that its bytes differ."""
    for ground, name in sorted(before.files.keys() | after.files.keys()):
        old, new = before.files.get((ground, name)), after.files.get((ground, name))
        if old == new or ground is Ground.PROFILE:
            continue
        if ground is Ground.ACT and old is None:  # an act that comes is told by the plan's history
            continue
        happened = "больше не назван" if new is None else "назван впервые" if old is None else ""
        is_own = ground is Ground.TEMPLATE and name not in BLANKS
        words = tuple(_words(before.template, after.template)) if is_own else ()
        yield GroundChange(ground, name, (happened, *words) if happened else words)


def _words(before: tuple[str, ...] | None, after: tuple[str, ...] | None) -> Iterator[str]:
    """Lines that a template had and has, which every order of it prints; counted, for that is linear."""
    if before is None or after is None:
        yield "его слов не прочесть: это не документ Word, или он повреждён"
        return
    gone, come = Counter(before) - Counter(after), Counter(after) - Counter(before)
    yield from (f"исключено «{line}»" for line in gone.elements())
    yield from (f"добавлено «{line}»" for line in come.elements())
    if not gone and not come:
        yield "слова те же, вид другой" if before == after else "те же строки стоят в другом порядке"


def _settings(before: Profile, after: Profile) -> Iterator[GroundChange]:
    names = [each.name for each in fields(Profile) if each.name != "seasons"]
    changed = tuple(name for name in names if getattr(before, name) != getattr(after, name))
    if changed:
        yield GroundChange(Ground.PROFILE, after.name, (f"изменены настройки: {', '.join(changed)}",))


def _seasons(diff: PlanDiff) -> Iterator[GroundChange]:
    """Seasons whose days differ, with the duties whose deadlines name them: these move without a word."""
    old, new = ({rule.name: rule for rule in edition.plan.seasons} for edition in (diff.old, diff.new))
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) == new.get(name):
            continue
        before, after = _days(old.get(name), new.get(name)), _days(new.get(name), old.get(name))
        numbers = dict.fromkeys((*_depending(diff.old, name), *_depending(diff.new, name)))
        moved = (f"сроки: {listed(tuple(numbers))}",) if numbers else ()
        yield GroundChange(Ground.SEASON, name, (f"дни: {before} → {after}", *moved))


def _days(rule: SeasonRule | None, other: SeasonRule | None) -> str:
    """The days that only one edition has, in words."""
    own, known = (each.stretches if each is not None else () for each in (rule, other))
    return ", ".join(in_words(stretch) for stretch in own if stretch not in known) or "нет"


def _depending(edition: PlanCalendar, name: str) -> Iterator[str]:
    """What has a deadline that names a season, dated or not."""
    names = tuple(rule.name for rule in edition.plan.seasons)
    head = season_name(name).head
    duties = {id(each.duty): each.duty for each in edition.entries}
    duties |= {id(each.duty): each.duty for each in edition.undated}
    for duty in sorted(duties.values(), key=lambda duty: duty.span):
        rules = (clause.rule for term in duty.terms for clause in term.controlled.clauses)
        if any(head in heads_of(names, season) for rule in rules for season in seasons_of(rule)):
            yield duty.reference


def _time_zone(diff: PlanDiff) -> Iterator[GroundChange]:
    old, new = diff.old.plan.time_zone, diff.new.plan.time_zone
    if old != new:
        yield GroundChange(Ground.TIME_ZONE, new or old, (f"{old or 'не назван'} → {new or 'не назван'}",))


def _silenced(before: Grounds, after: Grounds) -> Iterator[GroundChange]:
    for code in sorted(after.profile.checks.without - before.profile.checks.without):
        yield GroundChange(Ground.SILENCED, code, ("отключено профилем",))
    for allowed in (Counter(after.allowed) - Counter(before.allowed)).elements():
        yield GroundChange(Ground.SILENCED, allowed.code, (allowed.reason or "причина не названа",))


def _ids(diff: PlanDiff) -> Iterator[GroundChange]:
    """Events are known by the ids of plan and duty: another id is another event to every calendar."""
    old, new = diff.old.plan.id, diff.new.plan.id
    if old != new:
        yield GroundChange(Ground.ID, old, (f"план теперь «{new}»", *_lost(diff.old, diff.new)))
    else:
        yield from _duty_ids(diff)
    yield from _body_ids(diff)


def _duty_ids(diff: PlanDiff) -> Iterator[GroundChange]:
    """Duties that say the same under another id."""
    removed = {_told(each.before): each.before for each in diff.changes if isinstance(each, Removed)}
    for added in (each.after for each in diff.changes if isinstance(each, Added)):
        was = removed.get(_told(added))
        if was is not None and was.kind is ProvisionKind.MEASURE and was.id != added.id:
            details = (f"строка {added.number} теперь «{added.id}»", *_lost(diff.old, diff.new, was.id))
            yield GroundChange(Ground.ID, was.id, details)
    for clause, after in diff.clauses:
        lost = tuple(_lost(diff.old, diff.new, clause.id))
        if lost or clause.is_named:  # one without a name is known by its number
            yield GroundChange(Ground.ID, clause.id, (f"пункт {after.number} теперь «{after.id}»", *lost))


def _told(provision: Provision) -> tuple[object, ...]:
    return provision.kind, provision.title, tuple((each.name, each.text) for each in provision.fields)


def _lost(before: PlanCalendar, after: PlanCalendar, duty: str | None = None) -> Iterator[str]:
    """How many events calendars take for others."""
    left = {entry.name for entry in after.entries}
    lost = [entry for entry in before.entries if entry.name not in left and duty in (None, entry.duty.id)]
    if lost:
        events = counted(len(lost), "событие", "события", "событий")
        yield f"в календарях {events} отменится и появится заново"


def _body_ids(diff: PlanDiff) -> Iterator[GroundChange]:
    """Bodies that are called as before and known by another id: their calendar file has another name."""
    old, new = (
        {body.short: body.id for body in plan.organisation.bodies.values()}
        for plan in (diff.old.plan, diff.new.plan)
    )
    for name in sorted(old.keys() & new.keys()):
        if old[name] != new[name] and old[name] not in new.values():
            details = (f"исполнитель «{name}» теперь «{new[name]}»", "файл его календаря – другой")
            yield GroundChange(Ground.ID, old[name], details)
