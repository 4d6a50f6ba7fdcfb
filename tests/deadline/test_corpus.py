"""Phrases of clerks, grouped under what they mean, with every date they give.

A case file names the period of a plan; a case lists phrases of one reading, its dates and what is said
of it. «..2021-09-01» is «до», «2021-09-01..2021-09-30» a window, a single date its own window.
`seasons` are names with their days, as a plan gives them.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from roadmapc.calendar.from_deadline import expand
from roadmapc.calendar.horizon import Horizon
from roadmapc.calendar.occurrence import Occurrence
from roadmapc.calendar.seasons import season_days
from roadmapc.calendar.workdays import official
from roadmapc.deadline.from_text import read
from roadmapc.deadline.kind import kind_of
from roadmapc.deadline.to_text import canonical
from roadmapc.model.from_tree.seasons import season_rule

CORPUS = Path(__file__).parent / "corpus"


class Case(NamedTuple):
    """One phrase and all that is expected of it."""

    phrase: str
    horizon: Horizon
    seasons: tuple[str, ...]
    """The names that the plan of the file gives."""
    expected: dict[str, Any]


def _cases() -> Iterator[Case]:
    for path in sorted(CORPUS.glob("*.yaml")):
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
        horizon = _horizon(document)
        for case in document["cases"]:
            expected = {key: case.get(key) for key in ("reading", "kind", "undated")}
            expected |= {"dates": case.get("dates", []), "said": case.get("said", [])}
            seasons = tuple(document.get("seasons", {}))
            yield from (Case(phrase, horizon, seasons, expected) for phrase in case["phrases"])


def _horizon(document: dict[str, Any]) -> Horizon:
    first, last = (date.fromisoformat(day) for day in document["period"].split(".."))
    ordered = document.get("order_date")
    horizon = Horizon(first, last, date.fromisoformat(ordered) if ordered else None)
    rules = tuple(season_rule(name, days) for name, days in document.get("seasons", {}).items())
    return replace(horizon, seasons=season_days(rules, horizon, official()))


@cache
def cases() -> tuple[Case, ...]:
    return tuple(_cases())


def _found(case: Case) -> dict[str, Any]:
    outcome = read(case.phrase, seasons=case.seasons)
    assert outcome.value is not None
    expansion = expand(outcome.value, case.horizon, official())
    said = {diagnostic.code.id for diagnostic in (*outcome.diagnostics, *expansion.diagnostics)}
    return {
        "reading": canonical(outcome.value),
        "kind": str(kind_of(outcome.value)),
        "undated": str(expansion.undated) if expansion.undated else None,
        "dates": [_written(occurrence) for occurrence in expansion.occurrences],
        "said": sorted(said),
    }


def _written(occurrence: Occurrence) -> str:
    first, last = occurrence.first_day, occurrence.nominal.isoformat()
    window = last if first == occurrence.nominal else f"{first or ''}..{last}"
    audience = f" {occurrence.audience}" if occurrence.audience else ""
    return f"{window}{audience}{' после плана' if occurrence.after_plan else ''}"


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.phrase)
def test_a_phrase_gives_its_dates(case: Case) -> None:
    assert _found(case) == case.expected


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.phrase)
def test_the_canonical_wording_says_the_same(case: Case) -> None:
    deadline = read(case.phrase, seasons=case.seasons).value
    assert deadline is not None
    assert read(canonical(deadline), seasons=case.seasons).value == deadline


def test_the_corpus_is_wide_enough() -> None:
    phrases = {case.phrase for case in cases()}
    doubtful = {case.phrase for case in cases() if set(case.expected["said"]) - {"D316", "D321"}}
    assert len(phrases) >= 400
    assert len(doubtful) >= 80
