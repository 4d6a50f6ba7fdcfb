"""Folders of plans: which of their plans may differ, what does, and what cannot be told."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from roadmapc.cli.editions import reviewed
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, errors
from roadmapc.diagnostics.to_text import first_line
from roadmapc.diff.plans import NotCompared, plan_pairs
from roadmapc.pipeline import compile_edition
from roadmapc.render.changes.from_review import PlanReview
from roadmapc.revision.files import Listing
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode
from roadmapc.text.characters import composed
from roadmapc.workspace.codes import UNREADABLE_FILE
from roadmapc.workspace.sources import contents, read

_OPEN_IT = "проверьте права на него; на место ссылки или канала положите сам файл"
SIDES = ("прежняя редакция", "новая редакция")


class FolderReview(NamedTuple):
    """Two folders, as far as they can be compared."""

    pairs: tuple[PlanReview, ...]
    """Plans that may differ."""
    compared: int
    """How many plans something can be told of, those that are the same to the byte among them."""
    not_compared: tuple[NotCompared, ...] = ()
    unread: tuple[Diagnostic, ...] = ()
    """Why, for people at a terminal."""


def review_folders(old: Path, new: Path) -> FolderReview:
    """Every plan of two folders: compared, new, gone, or one of which nothing can be told."""
    sides = contents(old), contents(new)
    unread = tuple(each for side in sides for each in side.diagnostics)
    before, after = sides[0].value, sides[1].value
    if before is None or after is None:
        failed = [(path, side) for path, side in zip((old, new), sides, strict=True) if side.value is None]
        return FolderReview(
            (), 0, tuple(NotCompared(str(path), _why(side.diagnostics)) for path, side in failed), unread
        )
    closed = _closed(before, after)
    candidates = _candidates(new, before, after) - {each.plan for each in closed}
    outcomes = [
        {name: compile_edition(folder / name) for name in sorted(candidates & listing.files.keys())}
        for folder, listing in ((old, before), (new, after))
    ]
    broken = tuple(_unreadable(outcomes[0], outcomes[1]))
    excluded = {each.plan for each in (*closed, *broken)}
    all_plans = set(filter(_is_plan, (*before.files, *after.files)))
    return FolderReview(
        pairs=tuple(_pairs(outcomes[0], outcomes[1], excluded)),
        compared=len(all_plans - excluded),
        not_compared=tuple(sorted((*closed, *broken))),
        unread=(
            *(Diagnostic(UNREADABLE_FILE, f"{plan}: {reason}", None, (_OPEN_IT,)) for plan, reason in closed),
            *(
                each
                for side in outcomes
                for outcome in side.values()
                if outcome.value is None
                for each in errors(outcome.diagnostics)
            ),
        ),
    )


def unread_editions(old: Path, new: Path, outcomes: Sequence[Outcome[Compiled]]) -> tuple[NotCompared, ...]:
    """Of two editions of one plan those that cannot be read."""
    sides = zip(SIDES, (old, new), outcomes, strict=True)
    return tuple(
        NotCompared(str(path), f"{side} не читается: {_why(outcome.diagnostics)}")
        for side, path, outcome in sides
        if outcome.value is None
    )


def _closed(*listings: Listing) -> list[NotCompared]:
    """Plans that are links, or that the disk does not give."""
    reasons: dict[str, list[str]] = {}
    for side, listing in zip(SIDES, listings, strict=True):
        for path in filter(_is_plan, listing.others):
            reasons.setdefault(path, []).append(f"{side}: {listing.others[path]}")
    return [NotCompared(path, "; ".join(each)) for path, each in reasons.items()]


def _unreadable(*sides: Mapping[str, Outcome[Compiled]]) -> Iterator[NotCompared]:
    for name in sorted({name for side in sides for name in side}):
        reasons = [
            f"{which} не читается: {_why(side[name].diagnostics)}"
            for which, side in zip(SIDES, sides, strict=True)
            if name in side and side[name].value is None
        ]
        if reasons:
            yield NotCompared(name, "; ".join(reasons))


def _why(diagnostics: tuple[Diagnostic, ...]) -> str:
    """The first reason in one line, with its place, and how many there are besides."""
    found = errors(diagnostics)
    rest = f" и ещё {len(found) - 1}" if len(found) > 1 else ""
    return f"{first_line(found[0])}{rest}"


def _candidates(new: Path, before: Listing, after: Listing) -> set[str]:
    """Plans that may differ: those whose own bytes do, and those that name a file whose bytes do.

    To compile one plan too many costs time, to leave one out would hide a change.
    """
    paths = before.files.keys() | after.files.keys()
    wanted = {path for path in paths if before.files.get(path) != after.files.get(path)}
    doubtful = wanted | before.others.keys() | after.others.keys()
    # a plan names its files, and the folder of its acts
    steps = map(PurePosixPath, doubtful)
    names = {_folded(each) for path in steps for each in (path.name, path.parent.as_posix())}
    # where nothing differs no plan has to be read
    same = filter(_is_plan, after.files.keys() - wanted if names else ())
    return {*filter(_is_plan, wanted), *(path for path in same if _names_any(new / path, names))}


def _names_any(plan: Path, names: set[str]) -> bool:
    """Whether a plan may name one of the files or folders: its texts are read as YAML reads them."""
    text = (read(plan).value or b"").decode("utf-8", "replace")
    tree = from_yaml(SourceFile(str(plan), text)).value
    if tree is None:  # what cannot be read as YAML may have written a name with escapes
        return "\\" in text or any(name in _folded(text) for name in names)
    steps = (PurePosixPath(_folded(each.replace("\\", "/"))).parts for each in _texts(tree))
    return any(not names.isdisjoint((*each, "/".join(each))) for each in steps)


def _texts(tree: Node) -> Iterator[str]:
    nodes = [tree]
    while nodes:
        match nodes.pop():
            case ScalarNode(text):
                yield text
            case SequenceNode(items):
                nodes += items
            case MappingNode(fields):
                nodes += (value for _, value in fields.values())


def _pairs(
    before: Mapping[str, Outcome[Compiled]], after: Mapping[str, Outcome[Compiled]], excluded: set[str]
) -> Iterator[PlanReview]:
    """A plan that is unreadable on one side is neither new nor gone."""
    sides = [
        {
            id(each.value.calendar): each.value
            for name, each in side.items()
            if each.value and name not in excluded
        }
        for side in (before, after)
    ]
    for pair in plan_pairs(*([each.calendar for each in side.values()] for side in sides)):
        yield reviewed(sides[0][id(pair.before)], sides[1][id(pair.after)]) if all(pair) else pair


def _is_plan(path: str) -> bool:
    return "/" not in path and path.endswith(".yaml")


def _folded(name: str) -> str:
    """As disks compare names that take «Й» and «й», one letter or two, for the same."""
    return composed(name).casefold()
