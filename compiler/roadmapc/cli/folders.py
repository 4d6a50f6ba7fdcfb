"""Folders of plans: which of their plans may differ, and what does."""

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.diff.from_plans import compare
from roadmapc.diff.judgement import Review
from roadmapc.diff.plans import PlanPair, plan_pairs
from roadmapc.diff.significance import review
from roadmapc.pipeline import compile_unchecked
from roadmapc.render.changes.from_review import PlanReview
from roadmapc.workspace import contents, read

_Contents = Mapping[str, str]
"""Names of contents by the paths of files."""


class Touched(NamedTuple):
    """Plans that may differ, on both sides: nothing else has to be compiled."""

    before: tuple[Path, ...]
    after: tuple[Path, ...]


def touched(old: Path, new: Path) -> Outcome[Touched]:
    """Plans whose own text is not on both sides, and those that name a file whose content is another.

    A file is looked for in the text of a plan by its name alone, so that no plan has to be parsed: to compile
    one plan too many costs time, to leave one out would hide a change.
    """
    sides = [contents(folder) for folder in (old, new)]
    said = tuple(each for side in sides for each in side.diagnostics)
    before, after = (side.value for side in sides)
    if before is None or after is None:
        return Outcome(None, said)
    differing = {path for path in before.keys() | after.keys() if before.get(path) != after.get(path)}
    sources = {_folded(PurePosixPath(path).name) for path in differing}
    same = {path for path in after if _is_plan(path) and path not in differing}
    calling = {path for path in same if sources and _names(new / path, sources)}
    return Outcome(Touched(_plans(old, before, differing | calling), _plans(new, after, differing | calling)))


class FolderParts(NamedTuple):
    """What differs between two folders."""

    parts: tuple[PlanReview, ...]
    unread: tuple[Diagnostic, ...]
    """Of plans that cannot be compared, because one of their editions cannot be read."""


def folder_parts(plans: Touched) -> FolderParts:
    """The plans that differ; a plan that is unreadable on one side is neither new nor gone."""
    outcomes = [{path.name: compile_unchecked(path) for path in side} for side in plans]
    unread = {name: each for side in outcomes for name, each in side.items() if each.value is None}
    sides = [
        [each.value.calendar for name, each in side.items() if each.value and name not in unread]
        for side in outcomes
    ]
    found = (_part(pair) for pair in plan_pairs(*sides))
    parts = tuple(part for part in found if not isinstance(part, Review) or not part.diff.is_empty)
    return FolderParts(parts, tuple(said for each in unread.values() for said in each.diagnostics))


def _part(pair: PlanPair) -> PlanReview:
    before, after = pair
    return review(compare(before, after)) if before and after else pair


def _is_plan(path: str) -> bool:
    return "/" not in path and path.endswith(".yaml")


def _names(plan: Path, sources: Iterable[str]) -> bool:
    text = _folded((read(plan).value or b"").decode("utf-8", "replace"))
    return any(name in text for name in sources)


def _folded(name: str) -> str:
    """As disks compare names that take «Й» and «й», one letter or two, for the same."""
    return unicodedata.normalize("NFC", name).casefold()


def _plans(folder: Path, known: _Contents, wanted: set[str]) -> tuple[Path, ...]:
    return tuple(folder / path for path in sorted(known) if _is_plan(path) and path in wanted)
