"""Deadlines of a plan with the numbers of those that have them.

What is said of a phrase is said once a plan, with the numbers of all that have it.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from roadmapc.calendar.occurrence import UndatedReason
from roadmapc.deadline.ast import DeadlineClause, TimeRule
from roadmapc.model.plan import Plan, Term
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.locate import locate
from roadmapc.text.dates import digits

_A_YEAR = 366
"""Days."""
BESIDE_DATES = frozenset((UndatedReason.EXTERNAL_SCHEDULE, UndatedReason.ON_DEMAND))
"""What only adds to a date or a periodicity that stands beside it: «ежегодно, по графику министерства»."""


class Owned(NamedTuple):
    """A deadline and whose it is."""

    number: str
    """Of the measure or the clause, as printed."""
    term: Term
    file: SourceFile

    @property
    def phrase(self) -> str:
        """The words of the deadline."""
        return self.term.deadline.text

    def at(self, clause: DeadlineClause) -> Span:
        """Where a clause of the phrase is written."""
        return locate(self.file, self.term.node, self.phrase, clause.span)


def deadlines(plan: Plan) -> Iterator[Owned]:
    """Every phrase of the order and of the measures, in the order of writing."""
    for clause in plan.order.walk():
        for term in clause.terms:
            yield Owned(f"п. {clause.reference}", term, plan.file)
    for _, measure in plan.walk():
        for term in measure.terms:
            yield Owned(measure.reference, term, plan.file)


class SharedPhrase(NamedTuple):
    """A clause of a phrase with the numbers of those that have the phrase."""

    owned: Owned
    """The first of them."""
    clause: DeadlineClause
    units: tuple[str, ...]
    """All of them, each once."""


def phrases_without_checkpoint(plan: Plan) -> tuple[tuple[Owned, ...], ...]:
    """Each phrase with all that have it, in any letters."""
    phrases: dict[str, list[Owned]] = {}
    for owned in deadlines(plan):
        if owned.term.checkpoint is None:
            phrases.setdefault(owned.phrase.casefold(), []).append(owned)
    return tuple(map(tuple, phrases.values()))


def phrases_with(
    phrases: Iterable[tuple[Owned, ...]], asks: Callable[[TimeRule], bool]
) -> Iterator[SharedPhrase]:
    """Phrases in which a rule of time asks for a question."""
    for same in phrases:
        asking = (clause for clause in same[0].term.deadline.clauses if asks(clause.rule))
        for clause in islice(asking, 1):
            yield SharedPhrase(same[0], clause, tuple(dict.fromkeys(owned.number for owned in same)))


def checkpoint_for(plan: Plan) -> str:
    """An example of a control date: yearly in a plan of several years, else the last day of the plan."""
    first, last, _ = plan.period
    is_of_years = (last - first).days > _A_YEAR
    return "ежегодно до 20 декабря" if is_of_years else f"до {digits(last)}"
