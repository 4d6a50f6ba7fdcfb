"""Four orders as they were printed: which of their known mistakes the compiler finds, and on what line.

python tests/plans/test_seeds.py      prints the table
"""

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

PRINTED = Path(__file__).parent / "bad"
INVENTORY = yaml.safe_load((Path(__file__).parent / "inventory.yaml").read_text("utf-8"))
REASONS = {"нужно понимать язык", "шум переноса", "только наше прочтение"}
ENTRIES = 153
CAUGHT = 110
"""At least so many are found by a program."""


class Row(NamedTuple):
    """An entry of the inventory."""

    entry: str
    file: str
    code: str
    """Empty if no finding catches it."""
    line: int
    """Where it is printed, from 1; 0 if no finding catches it."""
    reason: str
    """Why none does; empty if one does."""


def rows() -> list[Row]:
    return [_row(entry, seed, what) for seed, entries in INVENTORY.items() for entry, what in entries.items()]


def _row(entry: str, seed: str, what: str | dict[str, str]) -> Row:
    if isinstance(what, str):
        return Row(entry, seed, "", 0, what)
    file = what.get("file", seed)
    return Row(entry, file, what["code"], line_of(file, what["in"], what["at"]), "")


def line_of(file: str, name: str, words: str) -> int:
    """The line of the first such words after an `id`, found without the compiler."""
    text = (PRINTED / f"{file}.yaml").read_text("utf-8")
    start = re.search(rf"\bid: {re.escape(name)}(?=[\s,])", text)
    assert start, f"{file}: no id «{name}»"
    return text.count("\n", 0, text.index(words, start.start())) + 1


@cache
def said(file: str) -> tuple[Diagnostic, ...]:
    return compile_plan(PRINTED / f"{file}.yaml").diagnostics


def found(row: Row) -> list[Diagnostic]:
    """The findings that catch an entry."""
    return [one for one in said(row.file) if one.code.id == row.code and row.line in lines(one)]


def lines(diagnostic: Diagnostic) -> set[int]:
    """The lines that a finding speaks of: its own, and those of its other places."""
    labels = diagnostic.related
    return {begins(diagnostic), *(one.place.file.position(one.place.span.start).line for one in labels)}


def begins(diagnostic: Diagnostic) -> int:
    """The line on which a finding begins."""
    place = diagnostic.place
    assert place is not None
    return place.file.position(place.span.start).line


CATCHABLE = [row for row in rows() if row.code]


@pytest.mark.parametrize("row", CATCHABLE, ids=lambda row: row.entry)
def test_the_mistake_is_found_on_its_line(row):
    assert found(row), (row, [begins(one) for one in said(row.file) if one.code.id == row.code])


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
    what = caught[0].message if caught else "НЕ НАЙДЕНО"
    return f"{row.code}  {row.file}.yaml:{row.line}  {what}"


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
