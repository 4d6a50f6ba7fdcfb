"""Numbers that follow one another: of clauses, sections, rows, headings, paragraphs, table rows.

One model for all of them, so that a gap, a repeat and a wrong order mean the same wherever they stand.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from roadmapc.checks.facts.grids import Grid
from roadmapc.checks.facts.said import Said
from roadmapc.diagnostics.diagnostic import Place
from roadmapc.model.from_tree.fields import optional_scalar
from roadmapc.model.history import retired
from roadmapc.model.numbering import rank
from roadmapc.model.plan import Clause, Measure, Plan, Section
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode
from roadmapc.text.regex import regex

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_NUMBER = regex("[IVXLC]+")


class Numbered(NamedTuple):
    """Something with a number."""

    number: str
    """As printed, without the final full stop."""
    place: Place
    """Of the number, or of the record if the compiler numbered it."""
    is_typed: bool
    """Whether the author typed the number: one that the compiler gives is never out of place by itself."""


class Series(NamedTuple):
    """Numbers of one row of things, in the order of printing."""

    noun: str
    """What is numbered: «пункт»."""
    items: tuple[Numbered, ...]
    lost: frozenset[str]
    """Numbers of what an amendment took out: their gaps are lawful."""


class FaultKind(Enum):
    """What is wrong with a number."""

    GAP = auto()
    REPEAT = auto()
    ORDER = auto()


class Fault(NamedTuple):
    """A number that is not what its place asks for."""

    kind: FaultKind
    series: Series
    item: Numbered
    before: Numbered
    """Its neighbour; of a repeat, the first that has the number."""
    missing: str
    """The number that a gap has lost; empty otherwise."""


def arabic(number: str) -> str:
    """A number with its last step in Arabic figures: «IV» is «4», «I.2» stays."""
    prefix, dot, last = number.rpartition(".")
    if not _ROMAN_NUMBER.fullmatch(last):
        return number
    values = [_ROMAN[letter] for letter in last]
    following = [*values[1:], 0]
    total = sum(-one if one < two else one for one, two in zip(values, following, strict=True))
    return f"{prefix}{dot}{total}"


def faults(series: Series) -> Iterator[Fault]:
    """Gaps, repeats and steps back between neighbours of one level.

    A number that is missing here and stands elsewhere in the series is out of order there, not lost here.
    """
    first: dict[str, Numbered] = {item.number: item for item in reversed(series.items)}
    there = {arabic(number) for number in first}
    for before, after in pairwise(series.items):
        if not (before.is_typed or after.is_typed):
            continue
        earlier = first[after.number]
        if earlier is not after:
            yield Fault(FaultKind.REPEAT, series, after, earlier, "")
            continue
        (prefix, last), (other, following) = _split(before.number), _split(after.number)
        if prefix != other or not (last and following):
            continue
        if rank(arabic(after.number)) < rank(arabic(before.number)):
            yield Fault(FaultKind.ORDER, series, after, before, "")
        missing = f"{prefix}{last + 1}"
        if following > last + 1 and missing not in there | series.lost:
            yield Fault(FaultKind.GAP, series, after, before, missing)


def _split(number: str) -> tuple[str, int]:
    """What stands before the last step, and the step; 0 for one that is no plain number."""
    prefix, dot, last = arabic(number).rpartition(".")
    return prefix + dot, int(last) if last.isascii() and last.isdecimal() else 0


def all_series(plan: Plan, prose: Iterable[Said[str]], tables: Iterable[Grid]) -> Iterator[Series]:
    """Every series of a plan; `prose` are the numbers that its texts begin their paragraphs with."""
    gone: defaultdict[tuple[ProvisionKind, str], set[str]] = defaultdict(set)
    for unit in retired(plan):
        gone[unit.kind, unit.home].add(unit.number)
    clauses = frozenset(gone[ProvisionKind.CLAUSE, ""])
    for clauses_of_one in (plan.order.clauses, *(clause.clauses for clause in plan.order.walk())):
        numbered = [clause for clause in clauses_of_one if clause.number]
        yield Series("пункт", _of_records(plan, numbered), clauses)
    for appendix in plan.appendices:
        sections = frozenset(gone[ProvisionKind.SECTION, appendix.id])
        measures = frozenset(gone[ProvisionKind.MEASURE, appendix.id])
        for table in appendix.tables:
            for siblings in (table.sections, *(section.sections for section in table.walk())):
                titled = [section for section in siblings if section.number]
                yield Series("раздел", _of_records(plan, titled), sections)
            for section in table.walk():
                numbered_rows = [measure for measure in section.measures if measure.has_own_number]
                yield Series("мероприятие", _of_records(plan, numbered_rows), measures)
    yield from _of_prose(prose)
    yield from _of_tables(tables)


def _of_records(plan: Plan, records: Sequence[Clause | Section | Measure]) -> tuple[Numbered, ...]:
    """None where the compiler numbers them all: such numbers are never out of place."""
    origins = (each.origin for each in records)
    if not any(isinstance(origin, MappingNode) and "number" in origin.fields for origin in origins):
        return ()
    return tuple(_of_record(plan, each) for each in records)


def _of_record(plan: Plan, record: Clause | Section | Measure) -> Numbered:
    origin = record.origin
    node = optional_scalar(origin, "number") if isinstance(origin, MappingNode) else None
    if node is not None:
        return Numbered(record.number, Place(plan.file, node.span), is_typed=True)
    if not isinstance(origin, MappingNode):
        return Numbered(record.number, Place(plan.file, origin.span), is_typed=False)
    span = origin.key_span(
        next((name for name in ("text", "measure", "title") if name in origin.fields), "id")
    )
    return Numbered(record.number, Place(plan.file, span), is_typed=False)


def _of_prose(prose: Iterable[Said[str]]) -> Iterator[Series]:
    """Paragraphs with numbers of one prefix within one appendix; number 1 begins a new series."""
    runs: dict[tuple[object, str], list[list[Numbered]]] = {}
    for said in prose:
        home = said.home.appendix.id if said.home.appendix else said.text.file.name
        prefix, last = _split(said.value)
        of_prefix = runs.setdefault((home, prefix), [[]])
        if last == 1 and of_prefix[-1] and of_prefix[-1][-1].number != said.value:
            of_prefix.append([])
        of_prefix[-1].append(Numbered(said.value, said.place, is_typed=True))
    for of_one in runs.values():
        yield from (Series("абзац", tuple(run), frozenset()) for run in of_one)


_FIRST_COLUMN = regex(r"№|номер", re.IGNORECASE)
_NUMBER = regex(r"\d{1,3}(?:\.\d{1,3})*")


def _of_tables(tables: Iterable[Grid]) -> Iterator[Series]:
    """The first column of a plain table if it is one of numbers; a row without a number begins anew."""
    for grid in tables:
        if not grid.heads or not _FIRST_COLUMN.match(grid.heads[0][-1]):
            continue
        run: list[Numbered] = []
        for row in grid.rows:
            number = row[0].words.strip().rstrip(".")
            is_number = _NUMBER.fullmatch(number) is not None
            if run and (not is_number or (number == "1" and run[-1].number != "1")):
                yield Series("строка", tuple(run), frozenset())
                run = []
            if is_number:
                run.append(Numbered(number, row[0].at(), is_typed=True))
        yield Series("строка", tuple(run), frozenset())


_PARAGRAPH = regex(
    r"^[ \t]*(?:#+[ \t]*)?(?P<number>[1-9]\d?(?:\.[1-9]\d?){1,3}|(?<=\#[ ])[1-9]\d?)"
    r"(?:\.[ \t]+(?=[А-ЯЁа-яё«])|[ \t]+(?=[А-ЯЁ«]))",
    re.MULTILINE,
)
_HEADING = regex(r"^\s*(?P<number>[1-9]\d?(?:\.[1-9]\d?)*|[IVX]+)\.\s+(?=\S)")


NUMBERED_FIELDS = ("heading", "prose")
"""Whose paragraphs begin with numbers."""


def paragraph_numbers(field: str, words: str) -> Sequence[re.Match[str]]:
    """Numbers that paragraphs of prose and headings begin with, each in the group «number».

    A bare «1.» of prose is an item of a list, which counts by itself: lists are another rule's.
    """
    if field == "heading":
        found = _HEADING.match(words)
        return (found,) if found else ()
    return tuple(_PARAGRAPH.finditer(words)) if field == "prose" else ()
