"""Folders of plans: which of their plans may differ, and what does."""

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
from roadmapc.text.characters import composed
from roadmapc.workspace.sources import contents, read


class Candidates(NamedTuple):
    """Plans that may differ, on both sides: nothing else has to be compiled."""

    before: tuple[Path, ...]
    after: tuple[Path, ...]


def candidates(old: Path, new: Path) -> Outcome[Candidates]:
    """Plans whose own text is not on both sides, and those that name a file whose content is another.

    A file is looked for in the text of a plan by its name alone, so that no plan has to be parsed: to compile
    one plan too many costs time, to leave one out would hide a change.
    """
    before, after = contents(old), contents(new)
    if before.value is None or after.value is None:
        return Outcome(None, (*before.diagnostics, *after.diagnostics))
    paths = before.value.keys() | after.value.keys()
    wanted = {path for path in paths if before.value.get(path) != after.value.get(path)}
    names = {_folded(PurePosixPath(path).name) for path in wanted}
    # where nothing differs no plan has to be read
    for path in filter(_is_plan, after.value.keys() - wanted if names else ()):
        text = _folded((read(new / path).value or b"").decode("utf-8", "replace"))
        if any(name in text for name in names):
            wanted.add(path)
    plans = sorted(filter(_is_plan, wanted))
    return Outcome(
        Candidates(
            tuple(old / path for path in plans if path in before.value),
            tuple(new / path for path in plans if path in after.value),
        )
    )


class FolderParts(NamedTuple):
    """What differs between two folders."""

    parts: tuple[PlanReview, ...]
    unread: tuple[Diagnostic, ...]
    """Of plans that cannot be compared, because one of their editions cannot be read."""


def folder_parts(plans: Candidates) -> FolderParts:
    """The plans that differ; a plan that is unreadable on one side is neither new nor gone."""
    outcomes = [{path.name: compile_unchecked(path) for path in side} for side in plans]
    unread = {name: each for side in outcomes for name, each in side.items() if each.value is None}
    calendars = [
        [each.value.calendar for name, each in side.items() if each.value and name not in unread]
        for side in outcomes
    ]
    reviews = (_review(pair) for pair in plan_pairs(*calendars))
    parts = tuple(part for part in reviews if not isinstance(part, Review) or not part.diff.is_empty)
    return FolderParts(
        parts, tuple(diagnostic for each in unread.values() for diagnostic in each.diagnostics)
    )


def _review(pair: PlanPair) -> PlanReview:
    """What changed in a plan; the pair itself if the plan is new or gone."""
    before, after = pair
    return review(compare(before, after)) if before and after else pair


def _is_plan(path: str) -> bool:
    return "/" not in path and path.endswith(".yaml")


def _folded(name: str) -> str:
    """As disks compare names that take «Й» and «й», one letter or two, for the same."""
    return composed(name).casefold()
