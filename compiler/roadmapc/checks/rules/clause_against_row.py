"""Пункт приказа и строка плана называют разные сроки одного дела.

Почему    В пункте «до 27.05», в таблице «до 17.05»: исполнитель выберет тот, что позже, а спросят по другому.
Плохо     text: Управлению провести конкурс чтецов среди школ до 27.05.2021.
Хорошо    text: Управлению провести конкурс чтецов среди школ до 17.05.2021.
Основание одно дело – один срок
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from roadmapc.checks.facts.days import DAY, Day, day_of
from roadmapc.checks.facts.subjects import roots_of
from roadmapc.checks.rule import CheckInput, Finding, Rule
from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Label, Place
from roadmapc.model.plan import Measure
from roadmapc.model.provision import ProvisionKind
from roadmapc.text.regex import regex

_TERM = regex(rf"\b(?:до|поздн(?:ее|ей)|к)\s+(?P<term>{DAY.pattern})", re.IGNORECASE)
_FEW = 3
"""Words that a measure needs to be known by."""
_COMMON = 30
"""A root of so many measures tells nothing."""
_SHARED = 0.75
"""Of the words of a measure that a clause has."""


def check(subject: CheckInput) -> Iterator[Finding]:
    """Terms in the texts of clauses that say a dated measure, against the days of that measure."""
    order = subject.plan.order.origin.span
    said = [
        (text, match)
        for text, match in subject.find(_TERM, "до ", "поздн", "к ")
        if order.start <= text.node.start < order.end and subject.facts.home(text).clause is not None
    ]
    days = _days(subject) if said else {}
    measures = [measure for _, measure in subject.rows if measure.id in days]
    titles = [measure.title for measure in measures]
    holders = subject.memo.answer(_by_rare_roots, titles, partial(_by_rare_roots, titles))
    for text, match in said if holders else ():
        roots = dict.fromkeys(roots_of(text.words))
        near = {at: of_it for root in roots for at, of_it in holders.get(root, ())}
        same = [
            measures[at] for at, of_it in near.items() if len(of_it & roots.keys()) >= _SHARED * len(of_it)
        ]
        day = day_of(match)
        if same and not any(day.may_be(each, frozenset()) for measure in same for each in days[measure.id]):
            measure = same[0]
            message = f"срок {match['term']}, а у мероприятия {measure.reference} – «{_phrase(measure)}»"
            place = Place(subject.plan.file, measure.origin.key_span("measure"))
            label = Label(place, f"мероприятие {measure.reference}")
            hints = ("оставьте в обоих местах один срок",)
            yield Finding(message, text.at(*match.span("term")), hints, (label,))


def _by_rare_roots(titles: Sequence[str]) -> dict[str, list[tuple[int, frozenset[str]]]]:
    """Places of measures of several words under as many of their rarest as a clause may lack, and one more.

    A clause that says three quarters of a measure has one of these, and few other measures do.
    """
    known = [frozenset(roots_of(title)) for title in titles]
    counts = Counter(root for roots in known for root in roots)
    holders: defaultdict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for at, roots in enumerate(known):
        lacking = int((1 - _SHARED) * len(roots))
        for root in (
            sorted(roots, key=lambda root: (counts[root], root))[: lacking + 1] if len(roots) >= _FEW else ()
        ):
            holders[root].append((at, roots))
    return {root: those for root, those in holders.items() if len(those) <= _COMMON}


def _days(subject: CheckInput) -> dict[str, list[Day]]:
    """The days of each measure by its calendar and by the words of its deadlines."""
    found: defaultdict[str, list[Day]] = defaultdict(list)
    for entry in subject.calendar.entries:
        if entry.duty.kind is ProvisionKind.MEASURE:
            for day in (entry.occurrence.nominal, entry.occurrence.first_day):
                found[entry.duty.id] += [Day(day.day, day.month, day.year)] if day else []
    days_in = subject.matches(DAY)
    for _, measure in subject.rows:
        if measure.id in found:
            found[measure.id] += map(day_of, days_in(_phrase(measure)))
    return found


def _phrase(measure: Measure) -> str:
    return "; ".join(term.deadline.text for term in measure.terms)


RULE = Rule(Code("D374", "clause-against-row", Severity.WARNING, __doc__), check)
