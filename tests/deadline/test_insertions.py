"""What is put into a phrase adds no date to it: at worst it adds a finding.

Each phrase of the corpus gets a word that the language does not know before and behind it, an adjective
before each word that names a unit or a month, a bracket, a weekday, an hour, a place, and a word in every
gap, where it may tear a date in two. Whoever wants the figures:

    python tests/deadline/test_insertions.py
"""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from test_corpus import Case, cases

from roadmapc.calendar.from_deadline import expand
from roadmapc.calendar.occurrence import Occurrence
from roadmapc.calendar.workdays import official
from roadmapc.deadline.from_text import read
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import tokenize
from roadmapc.diagnostics.code import Severity

INSERTED = {
    "неизвестное слово": "внезапно",
    "прилагательное": "ихнего",
    "скобка": "(тётя Маня)",
    "день недели": "(четверг)",
    "час": "в 10:00",
    "место": "актовый зал",
    "слово где угодно": "внезапно",
}
ANYWHERE = "слово где угодно"
NAMED = (Sense.UNIT, Sense.MONTH)
"""Words before which an adjective may stand."""
GAP = re.compile(r"(?<=\S)\s+(?=\S)")
"""Where two words stand apart."""
OUTCOMES = ("те же даты, молча", "те же даты и замечание", "дат меньше и замечание", "дат меньше, молча")


def _changed(phrase: str, sort: str) -> Iterator[str]:
    """The phrase with something put into it."""
    words = INSERTED[sort]
    places = [match.span() for match in GAP.finditer(phrase)]
    if sort == ANYWHERE:
        yield from (f"{phrase[:first]} {words} {phrase[last:]}" for first, last in places)
    elif sort == "прилагательное":
        named = {token.start for token in tokenize(phrase) if token.sense in NAMED}
        yield from (f"{phrase[:last]}{words} {phrase[last:]}" for _, last in places if last in named)
    else:
        yield f"{phrase.rstrip()} {words}"
        if sort == "неизвестное слово":
            yield f"{words} {phrase.lstrip()}"


def _dates(case: Case, phrase: str) -> tuple[list[Occurrence], bool]:
    """The times of a phrase, and whether a warning or an error was said of it."""
    outcome = read(phrase, seasons=case.seasons)
    assert outcome.value is not None
    expansion = expand(outcome.value, case.horizon, official())
    said = [diagnostic.severity for diagnostic in (*outcome.diagnostics, *expansion.diagnostics)]
    return list(expansion.occurrences), any(severity is not Severity.NOTE for severity in said)


def _adds(before: list[Occurrence], after: list[Occurrence]) -> bool:
    """Whether a time ends on a day on which none was before."""
    days = {each.nominal for each in before}
    windows = [(each.first_day, each.nominal) for each in before if each.first_day is not None]
    return any(
        each.nominal not in days and not any(first <= each.nominal <= last for first, last in windows)
        for each in after
    )


def _outcome(before: list[Occurrence], after: list[Occurrence], *, is_said: bool) -> str:
    same = {each.nominal for each in before} == {each.nominal for each in after}
    return OUTCOMES[(0 if same else 3) if not is_said else (1 if same else 2)]


def _count(sort: str) -> tuple[Counter[str], list[str]]:
    counts: Counter[str] = Counter()
    added: list[str] = []
    for case in cases():
        before, _ = _dates(case, case.phrase)
        for changed in _changed(case.phrase, sort):
            after, is_said = _dates(case, changed)
            if _adds(before, after):
                added.append(changed if is_said else f"{changed} (молча)")
            else:
                counts[_outcome(before, after, is_said=is_said)] += 1
    return counts, added


@pytest.mark.parametrize("sort", sorted(INSERTED))
def test_an_insertion_adds_no_date(sort: str) -> None:
    _, added = _count(sort)
    assert added == []


if __name__ == "__main__":
    for name in INSERTED:
        found, new = _count(name)
        print(name, f"{sum(found.values()) + len(new)}", dict(found), "добавлено:", len(new), sep="  ")
        for phrase in new:
            print("   ", phrase)
