"""Reviews in the words that all their forms share: the first lines of a plan's, those of a folder's."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from roadmapc.diff.changes import Added, Removed
from roadmapc.diff.judgement import Meaning, Review
from roadmapc.diff.notices import notices
from roadmapc.diff.plans import NotCompared, PlanPair
from roadmapc.diff.provision import Provision
from roadmapc.model.organisation import key_of
from roadmapc.model.provision import ProvisionKind
from roadmapc.render.changes.grounds import ground_rows, statement_rows
from roadmapc.render.changes.rows import QUOTED, change_rows, dates_row, notice_rows
from roadmapc.render.changes.view import ChangeRow, ChangesView, NoticeRow, ReviewView
from roadmapc.render.changes.wording import HAPPENS_TO_DATES, NAMING, REQUISITE, label, labels
from roadmapc.schedule.from_plan import duties
from roadmapc.text.dates import digits
from roadmapc.text.letters import capital, small
from roadmapc.text.listed import listed
from roadmapc.text.plural import counted, plural
from roadmapc.text.shorten import shortened

SHOWN = 3
"""Changes that the first line names before «и ещё …»."""
WIDTH = 160
"""Characters of one of them."""

NOTHING = "Изменений нет"
NOTHING_OF_SUBSTANCE = "по существу ничего не меняется"
DATES_ALONE = "слова по существу те же, а даты другие"
"""By another work calendar, or another rule of the profile."""

_WHOLE_TEXT = frozenset({REQUISITE, "Текст пункта", "Номер"})
"""Fields that need no naming beside their provision."""
_WORD = re.compile(r"\w{4,}")
_STEM = 4
"""Letters by which words of several cases and numbers are taken for one."""

_DEADLINES = {
    Meaning.LATER: "позже",
    Meaning.EARLIER: "раньше",
    Meaning.OTHER_DATES: "в другие дни",
    Meaning.STARTS_OTHERWISE: "начало другое",
    Meaning.START_SET: "появилось начало",
    Meaning.START_DROPPED: "начала больше нет",
    Meaning.OTHER_HOURS: "в другой час",
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
_KINDS = {
    ProvisionKind.CLAUSE: ("пункт", "пункта", "пунктов"),
    ProvisionKind.APPENDIX: ("приложение", "приложения", "приложений"),
    ProvisionKind.SECTION: ("раздел", "раздела", "разделов"),
    ProvisionKind.MEASURE: ("мероприятие", "мероприятия", "мероприятий"),
}

PlanReview: TypeAlias = Review | PlanPair
"""A plan that both folders have, reviewed; or a pair of which one side is missing."""


def changes_view(review: Review) -> ChangesView:
    """Everything a review shows."""
    substantive, editorial = change_rows(review)
    return ChangesView(
        title=review.diff.new.plan.order.title,
        summary=_summary(review, substantive, editorial),
        substantive=substantive,
        editorial=editorial,
        notices=notice_rows(notices(review)),
        dates=tuple(map(dates_row, review.diff.dates)),
        grounds=ground_rows(review.grounds),
    )


def folder_view(
    pairs: Sequence[PlanReview], compared: int, not_compared: tuple[NotCompared, ...]
) -> ReviewView:
    """Every plan that differs under its own title, below one line for all; a single plan speaks for itself.

    `compared` counts the plans of which something can be told. Where something cannot, nobody is told that
    nothing has changed.
    """
    reviews = [each for each in pairs if not isinstance(each, Review) or not each.is_empty]
    views = [
        changes_view(review) if isinstance(review, Review) else _whole_plan(review) for review in reviews
    ]
    summary = "" if len(views) == 1 else _folder_summary(reviews, views)
    if not views:
        told = "остальные планы говорят то же, что и прежде" if compared else ""
        summary = capital(told) if not_compared else NOTHING
    statement = (_compared(compared, not_compared), *statement_rows(pairs)) if compared else ()
    return ReviewView(summary, tuple(views), not_compared, statement)


def _compared(compared: int, not_compared: Sequence[NotCompared]) -> str:
    rest = f", не сравнено – {len(not_compared)}" if not_compared else ""
    return f"сравнено планов – {compared}{rest}"


def _summary(
    review: Review, substantive: Sequence[ChangeRow], editorial: Sequence[ChangeRow]
) -> tuple[str, ...]:
    """Sentences without full stops: what happened, how much, then what the first left out.

    The first names the first changes by what they are; if nobody has to act otherwise, it says that first.
    """
    if review.is_empty:
        return (NOTHING,)
    grounds = [f"{row.what}: {shortened(row.text, WIDTH)}" for row in ground_rows(review.grounds)]
    if review.diff.is_empty:
        return (f"слова плана те же; {listed(grounds, SHOWN, '; ')}",)
    happened = (*_divisions(review), *_gists(substantive))
    headline = listed(happened, SHOWN, "; ")
    if not happened:
        told = listed(tuple(_gists(editorial)) or grounds, SHOWN, "; ")
        headline = "; ".join(filter(None, (DATES_ALONE if review.diff.dates else NOTHING_OF_SUBSTANCE, told)))
    particulars = _particulars(review) if len(happened) > SHOWN else ()
    counts = [_count(len(substantive), len(editorial))] if substantive or editorial else []
    return (headline, *counts, *_dates(review), *particulars)


def _divisions(review: Review) -> Iterator[str]:
    for whole, parts in review.splits:
        yield f"{label(whole)} «{shortened(whole.title, QUOTED)}» разделена, теперь это {labels(parts)}"
    for whole, parts in review.merges:
        yield f"{labels(parts)} объединены, теперь это {label(whole)} «{shortened(whole.title, QUOTED)}»"


def _gists(rows: Iterable[ChangeRow]) -> Iterator[str]:
    """Rows in one line each, after their places; the first lines leave out those without a gist."""
    for row in rows:
        if not row.gist:
            continue
        if row.what in NAMING.values():
            yield f"{row.what}: {shortened(row.gist, WIDTH)} ({small(row.where)})"
        else:
            # the gist may name the field itself: «исполнители», then «новый исполнитель»
            is_named = not _stems(row.what).isdisjoint(_stems(row.gist.partition("«")[0]))
            what = "" if row.what in _WHOLE_TEXT or is_named else f", {small(row.what)}"
            yield shortened(f"{small(row.where)}{what} – {row.gist}", WIDTH)


def _stems(words: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(words.casefold())}


def _count(substantive: int, editorial: int) -> str:
    """How many rows a reviewer has to read."""
    if not substantive:
        forms = ("редакционное изменение", "редакционных изменения", "редакционных изменений")
        return counted(editorial, *forms)
    ending = plural(editorial, "редакционное", "редакционных", "редакционных")
    others = f", {editorial} {ending}" if editorial else ""
    return f"{counted(substantive, 'изменение', 'изменения', 'изменений')} по существу{others}"


def _dates(review: Review) -> Iterator[str]:
    """What happens to dates and whose they are, if any differ: «исчезают 2 даты у 1 исполнителя».

    Where it is known from when, also how many of them lie ahead: the others are nobody's to keep any more.
    """
    dates = review.diff.dates
    counts = {field: sum(len(getattr(each, field)) for each in dates) for field in HAPPENS_TO_DATES}
    happened = [
        f"{plural(count, one, many, many)} {counted(count, 'дата', 'даты', 'дат')}"
        for count, (one, many) in zip(counts.values(), HAPPENS_TO_DATES.values(), strict=True)
        if count
    ]
    bodies = len({key_of(actor) for each in dates for actor in each.duty.actors})
    whose = f" у {counted(bodies, 'исполнителя', 'исполнителей', 'исполнителей')}" if bodies else ""
    if happened:
        total = sum(counts.values())
        ahead = f", из них впереди {review.ahead}" if review.since and review.ahead < total else ""
        yield f"календарь: {', '.join(happened)}{whose}{ahead}"


def _particulars(review: Review) -> Iterator[str]:
    """How much of what kind: «сроки: позже – 2», «новое: 3 мероприятия»."""
    judgements = [each for judged in review.changes for field in judged.fields for each in field.judgements]
    meanings = Counter(judgement.meaning for judgement in judgements)
    added = (each.provision for each in review.changes if isinstance(each.change, Added))
    removed = (each.provision for each in review.changes if isinstance(each.change, Removed))
    counts = {
        "сроки": _of_meanings(meanings, _DEADLINES),
        "исполнители": _of_meanings(meanings, _EXECUTORS),
        "новое": _of_kinds(added),
        "исключено": _of_kinds(removed),
    }
    yield from (f"{subject}: {', '.join(words)}" for subject, words in counts.items() if words)


def _of_meanings(counts: Counter[Meaning], names: dict[Meaning, str]) -> list[str]:
    return [f"{name} – {counts[meaning]}" for meaning, name in names.items() if counts[meaning]]


def _of_kinds(provisions: Iterable[Provision]) -> list[str]:
    counts = Counter(provision.kind for provision in provisions)
    return [counted(counts[kind], *words) for kind, words in _KINDS.items() if counts[kind]]


def _folder_summary(reviews: Sequence[PlanReview], views: Sequence[ChangesView]) -> str:
    """How many plans, and how much there is to read of those that both folders have."""
    pairs = [review for review in reviews if isinstance(review, PlanPair)]
    counts = {
        "изменено": len(reviews) - len(pairs),
        "новых": sum(pair.before is None for pair in pairs),
        "исключено": sum(pair.after is None for pair in pairs),
    }
    plans = "Планы: " + ", ".join(f"{name} – {count}" for name, count in counts.items() if count)
    substantive = sum(len(view.substantive) for view in views)
    editorial = sum(len(view.editorial) for view in views)
    return f"{plans}; {_count(substantive, editorial)}" if substantive or editorial else plans


def _whole_plan(pair: PlanPair) -> ChangesView:
    """A plan that is new or there no more: how much it orders, when, and of whom."""
    plan, entries = pair.calendar.plan, pair.calendar.entries
    happened, concern = ("новый план", "новых") if pair.before is None else ("плана больше нет", "снято")
    summary = [happened, counted(sum(1 for _ in plan.walk()), *_KINDS[ProvisionKind.MEASURE])]
    if entries:
        days = sorted(entry.occurrence.due for entry in entries)
        dates = counted(len(days), "дата", "даты", "дат")
        summary.append(f"календарь: {dates} с {digits(days[0])} по {digits(days[-1])}")
    held = Counter(actor.short for duty in duties(plan) for actor in duty.actors)
    return ChangesView(
        title=plan.order.title,
        summary=tuple(summary),
        substantive=(),
        editorial=(),
        notices=tuple(
            NoticeRow(name, f"{concern} обязанностей – {held[name]}")
            for name in sorted(held, key=str.casefold)
        ),
        dates=(),
    )
