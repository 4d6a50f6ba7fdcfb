"""Four orders as they were printed: which of their known mistakes the compiler finds, and where.

python tests/plans/test_seeds.py      prints the table
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.pipeline import compile_plan

SEEDS = Path(__file__).parent / "seeds"
INVENTORY = yaml.safe_load((SEEDS / "inventory.yaml").read_text("utf-8"))
REASONS = {"нужно понимать язык", "шум переноса", "только наше прочтение", "делает сам компилятор"}
ENTRIES = 153
CAUGHT = 110
"""At least so many are found by a program."""
_ID = re.compile(r"\bid: (\S+)(?!\S|\n\s+(?:units|qualifier):)")
"""Of records with a text; an executor with units has an id too."""


class Row(NamedTuple):
    """An entry of the inventory."""

    entry: str
    file: str
    code: str
    """Empty if no finding catches it."""
    near: str
    """The last `id` above the finding."""
    reason: str
    """Why none does; empty if one does."""


def rows() -> list[Row]:
    return [_row(entry, seed, what) for seed, entries in INVENTORY.items() for entry, what in entries.items()]


def _row(entry: str, seed: str, what: str | dict[str, str]) -> Row:
    if isinstance(what, str):
        return Row(entry, seed, "", "", what)
    return Row(entry, what.get("file", seed), what["code"], what["in"], "")


@cache
def said(file: str) -> tuple[Diagnostic, ...]:
    return compile_plan(SEEDS / f"{file}.yaml").diagnostics


def found(row: Row) -> list[Diagnostic]:
    """The findings that catch an entry."""
    return [one for one in said(row.file) if one.code.id == row.code and near(one) == row.near]


def near(diagnostic: Diagnostic) -> str:
    """The last `id` written above a finding or on its line."""
    place = diagnostic.place
    assert place is not None
    end = place.file.text.find("\n", place.span.start)
    names = _ID.findall(place.file.text[: end if end >= 0 else None])
    return names[-1] if names else ""


CATCHABLE = [row for row in rows() if row.code]


@pytest.mark.parametrize("row", CATCHABLE, ids=lambda row: row.entry)
def test_the_mistake_is_found_in_its_place(row):
    assert found(row), [f"{one.code.id} in {near(one)}" for one in said(row.file) if one.code.id == row.code]


def test_every_entry_is_accounted_for():
    entries = [row.entry for row in rows()]
    assert len(entries) == len(set(entries)) == ENTRIES
    assert {row.reason for row in rows() if not row.code} <= REASONS
    assert len(CATCHABLE) >= CAUGHT


def table() -> str:
    """Entry, finding, line; then how many."""
    lines = [f"{row.entry}  {_outcome(row)}" for row in rows()]
    counts = Counter(row.reason or "найдено" for row in rows())
    return "\n".join((*lines, "", *(f"{count:4}  {reason}" for reason, count in counts.most_common())))


def _outcome(row: Row) -> str:
    if not row.code:
        return f"–     {row.reason}"
    caught = found(row)
    if not caught or caught[0].place is None:
        return f"{row.code}  НЕ НАЙДЕНО в «{row.near}»"
    place = caught[0].place
    return f"{row.code}  {row.file}.yaml:{place.file.position(place.span.start).line}  {caught[0].message}"


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
