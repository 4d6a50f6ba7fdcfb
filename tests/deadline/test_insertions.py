"""What is put into a phrase adds no date to it: at worst it adds a finding.

Each phrase of the corpus gets, at each of its gaps in turn, words that the language does not know, a bracket,
an adjective, a weekday, an hour or a place. Whoever wants the figures:

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
from roadmapc.diagnostics.code import Severity

INSERTED = {
    "неизвестное слово": "внезапно",
    "прилагательное": "ихнего",
    "скобка": "(тётя Маня)",
    "день недели": "(четверг)",
    "час": "в 10:00",
    "место": "актовый зал",
}
GAP = re.compile(r"(?<=\S)\s+(?=\S)")
"""Where two words stand apart."""
OUTCOMES = ("те же даты, молча", "те же даты и замечание", "дат меньше и замечание", "дат меньше, молча")


def _gaps(phrase: str, sort: str) -> Iterator[str]:
    """The phrase with something inserted: between words, or behind the last."""
    words = INSERTED[sort]
    places = [match.span() for match in GAP.finditer(phrase)]
    if sort in ("неизвестное слово", "прилагательное"):
        yield from (f"{phrase[:first]} {words} {phrase[last:]}" for first, last in places)
    yield f"{phrase.rstrip()} {words}"


def _dates(case: Case, phrase: str) -> tuple[list[Occurrence], bool]:
    """The times of a phrase, and whether a warning or an error was said of it."""
    outcome = read(phrase, seasons=case.seasons)
    assert outcome.value is not None
    expansion = expand(outcome.value, case.horizon, official())
    said = [diagnostic.severity for diagnostic in (*outcome.diagnostics, *expansion.diagnostics)]
    return list(expansion.occurrences), any(severity is not Severity.NOTE for severity in said)


def _adds(before: list[Occurrence], after: list[Occurrence]) -> bool:
    """Whether a time ends on a day on which none ended before."""
    known = {occurrence.nominal for occurrence in before}
    return any(occurrence.nominal not in known for occurrence in after)


def _outcome(before: list[Occurrence], after: list[Occurrence], *, is_said: bool) -> str:
    same = {each.nominal for each in before} == {each.nominal for each in after}
    return OUTCOMES[(0 if same else 3) if not is_said else (1 if same else 2)]


def _count(sort: str) -> tuple[Counter[str], list[str]]:
    counts: Counter[str] = Counter()
    added: list[str] = []
    for case in cases():
        before, _ = _dates(case, case.phrase)
        for changed in _gaps(case.phrase, sort):
            after, is_said = _dates(case, changed)
            if _adds(before, after):
                added.append(changed)
            else:
                counts[_outcome(before, after, is_said=is_said)] += 1
    return counts, added


@pytest.mark.parametrize("sort", INSERTED)
def test_an_insertion_adds_no_date(sort: str) -> None:
    _, added = _count(sort)
    assert added == []


if __name__ == "__main__":
    for name in INSERTED:
        found, new = _count(name)
        print(name, f"{sum(found.values()) + len(new)}", dict(found), "добавлено:", len(new), sep="  ")
        for phrase in new[:400]:
            print("   ", phrase)
