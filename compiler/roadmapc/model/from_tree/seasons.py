"""`seasons` of a plan, a directory or a profile: names for spans and days, in the words of deadlines."""

from collections.abc import Iterable

from roadmapc.calendar.seasons import SeasonRule
from roadmapc.deadline.ast import THIS_YEAR, AcademicYear, Bound, Dated, Stretch, Year
from roadmapc.deadline.from_text import read
from roadmapc.deadline.stretch import is_lagged, root
from roadmapc.diagnostics.outcome import has_errors


def stretches_of(phrase: str) -> tuple[Stretch, ...]:
    """The days and spans that words name, each of a named year or of every year; empty if they do not."""
    outcome = read(phrase)
    if outcome.value is None or has_errors(outcome.diagnostics):
        return ()
    stretches: list[Stretch] = []
    for clause in outcome.value.clauses:
        if not isinstance(clause.rule, Dated) or clause.notes:
            return ()
        for moment in clause.rule.moments:
            at_hand = root(moment.stretch)
            is_of_year = at_hand == THIS_YEAR != moment.stretch or isinstance(at_hand, Year | AcademicYear)
            if moment.bound is not Bound.WITHIN or not is_of_year or is_lagged(moment.stretch):
                return ()
            stretches.append(moment.stretch)
    return tuple(stretches)


def season_rule(name: str, phrases: Iterable[str]) -> SeasonRule:
    """A season by its name and the words for its days; words that name none are left out."""
    return SeasonRule(name, tuple(stretch for phrase in phrases for stretch in stretches_of(phrase)))
