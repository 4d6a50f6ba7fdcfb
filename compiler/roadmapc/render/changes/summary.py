"""The first lines of a review: how much changed, and of what kind."""

from collections import Counter
from collections.abc import Iterator, Sequence

from roadmapc.diff.changes import Added, DutyDates, Removed
from roadmapc.diff.judgement import Meaning, Review
from roadmapc.diff.provision import Provision
from roadmapc.model.provision import ProvisionKind
from roadmapc.render.changes.headline import headline, is_whole
from roadmapc.render.changes.view import ChangeRow
from roadmapc.text.plural import counted, plural

NOTHING = "Изменений нет"

_DEADLINES = {
    Meaning.LATER: "позже",
    Meaning.EARLIER: "раньше",
    Meaning.OTHER_DATES: "в другие дни",
    Meaning.STARTS_OTHERWISE: "начало другое",
    Meaning.OTHER_DAY_OFF: "другой выходной",
    Meaning.MORE_OFTEN: "дат больше",
    Meaning.LESS_OFTEN: "дат меньше",
    Meaning.DATED: "появилась дата",
    Meaning.UNDATED: "даты больше нет",
    Meaning.OTHER_CONDITION: "условие другое",
    Meaning.DEADLINE_SET: "срок назначен",
    Meaning.DEADLINE_DROPPED: "срок снят",
    Meaning.AUDIENCE_LOST: "кого-то больше не касается",
    Meaning.AUDIENCE_GAINED: "касается новых исполнителей",
}
_EXECUTORS = {
    Meaning.BODY_GAINED: "новые",
    Meaning.BODY_LOST: "исключены",
    Meaning.LEAD: "меняется ответственный",
    Meaning.QUALIFIED: "меняется круг",
}
_UNITS = {
    ProvisionKind.CLAUSE: ("пункт", "пункта", "пунктов"),
    ProvisionKind.APPENDIX: ("приложение", "приложения", "приложений"),
    ProvisionKind.SECTION: ("раздел", "раздела", "разделов"),
    ProvisionKind.MEASURE: ("мероприятие", "мероприятия", "мероприятий"),
}


def summary(
    review: Review, substantive: Sequence[ChangeRow], editorial: Sequence[ChangeRow]
) -> tuple[str, ...]:
    """Sentences without full stops: what happened, how much, then what the first left out."""
    if review.diff.is_empty:
        return (NOTHING,)
    counts = (total(len(substantive), len(editorial)), *_calendar(review.diff.dates))
    particulars = () if is_whole(review, substantive) else _particulars(review)
    return (headline(review, substantive, editorial), *counts, *particulars)


def total(substantive: int, editorial: int) -> str:
    """How many rows a reviewer has to read."""
    if not substantive:
        return counted(
            editorial, "редакционное изменение", "редакционных изменения", "редакционных изменений"
        )
    ending = plural(editorial, "редакционное", "редакционных", "редакционных")
    others = f", {editorial} {ending}" if editorial else ""
    return f"{counted(substantive, 'изменение', 'изменения', 'изменений')} по существу{others}"


def _particulars(review: Review) -> Iterator[str]:
    """How much of what kind."""
    meanings = Counter(
        judgement.meaning
        for judged in review.changes
        for field in judged.fields
        for judgement in field.judgements
    )
    yield from _told("сроки", _DEADLINES, meanings)
    yield from _told("исполнители", _EXECUTORS, meanings)
    changes = [judged.change for judged in review.changes]
    yield from _units("новое", [change.after for change in changes if isinstance(change, Added)])
    yield from _units("исключено", [change.before for change in changes if isinstance(change, Removed)])


def _told(subject: str, names: dict[Meaning, str], counts: Counter[Meaning]) -> Iterator[str]:
    told = [f"{name} – {counts[key]}" for key, name in names.items() if counts[key]]
    if told:
        yield f"{subject}: {', '.join(told)}"


def _units(subject: str, units: list[Provision]) -> Iterator[str]:
    counts = Counter(unit.kind for unit in units)
    told = [counted(counts[kind], *words) for kind, words in _UNITS.items() if counts[kind]]
    if told:
        yield f"{subject}: {', '.join(told)}"


def _calendar(dates: tuple[DutyDates, ...]) -> Iterator[str]:
    """What happens to dates, and to how many bodies they belong."""
    counts = {
        "появляется": sum(len(each.added) for each in dates),
        "исчезает": sum(len(each.removed) for each in dates),
        "переносится": sum(len(each.shifted) for each in dates),
    }
    told = [f"{verb} {counted(count, 'дата', 'даты', 'дат')}" for verb, count in counts.items() if count]
    bodies = len({body.id for each in dates for body in each.duty.bodies})
    whose = f" у {counted(bodies, 'исполнителя', 'исполнителей', 'исполнителей')}" if bodies else ""
    if told:
        yield f"календарь: {', '.join(told)}{whose}"
