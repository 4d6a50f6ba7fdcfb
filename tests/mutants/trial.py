"""What the checks say of a mutant, at its place, that they do not say there without the defect."""

from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from random import Random
from shutil import copytree
from typing import NamedTuple, TypeAlias

from kind import Kind, Mutation
from manuscript import Edit, Manuscript, Span

from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.pipeline import compile_plan

ROOT = Path(__file__).parents[2]
FOLDERS = (ROOT / "roadmaps", ROOT / "tests" / "plans" / "good", Path(__file__).parent / "plans")
TRIES = 200
"""Draws for the mutants of a kind: most plans have no place for some of them."""

Lines: TypeAlias = set[tuple[str, int]]
"""Files by their paths from the plan's folder, with numbers of lines."""


@cache
def manuscripts() -> tuple[Manuscript, ...]:
    """All plans that are shipped, those of the tests that are good, and this bench's own."""
    return tuple(Manuscript.read(plan) for folder in FOLDERS for plan in sorted(folder.glob("*.yaml")))


class Mutant(NamedTuple):
    """One defect with what is said of it."""

    kind: Kind
    plan: Manuscript
    mutation: Mutation
    new: tuple[Diagnostic, ...]
    """What is said at its place, oftener than there without the defect."""

    @property
    def caught(self) -> bool:
        """Whether one of the new findings is about the defect."""
        return any(self.kind.caught_by(one.code.id) for one in self.new)


class Desk:
    """Copies of the plans' folders, where they may be spoilt."""

    def __init__(self, folder: Path) -> None:
        self._copies = {source: folder / str(at) for at, source in enumerate(FOLDERS)}
        for source, copy in self._copies.items():
            copytree(source, copy)
        self._untouched: dict[Path, tuple[Diagnostic, ...]] = {}

    def said(self, plan: Manuscript, edits: tuple[Edit, ...] = ()) -> tuple[Diagnostic, ...]:
        """Everything that is said of a plan after some edits."""
        if not edits and plan.plan in self._untouched:
            return self._untouched[plan.plan]
        folder = self._copies[plan.plan.parent]
        changed = [name for name, text in plan.edited(edits).items() if text != plan.texts[name]]
        for name in changed:
            (folder / name).write_text(plan.edited(edits)[name], "utf-8")
        found = compile_plan(folder / plan.plan.name).diagnostics
        for name in changed:
            (folder / name).write_text(plan.texts[name], "utf-8")
        if not edits:
            self._untouched[plan.plan] = found
        return found

    def examine(self, kind: Kind, plan: Manuscript, mutation: Mutation) -> Mutant:
        """A mutant with what is new at its place."""
        spans = (*(edit.span for edit in mutation.edits), *mutation.meets)
        usual = Counter(one.code.id for one in self.there(plan, mutation.control, spans))
        new = []
        for one in self.there(plan, mutation.edits, spans):
            usual[one.code.id] -= 1
            new += [one] if usual[one.code.id] < 0 else []
        return Mutant(kind, plan, mutation, tuple(new))

    def there(self, plan: Manuscript, edits: tuple[Edit, ...], spans: Iterable[Span]) -> Iterable[Diagnostic]:
        """What stands on the lines of some spans of the untouched plan, or points there from elsewhere."""
        lines = _lines(plan, edits, spans)
        for one in self.said(plan, edits):
            places = [one.place, *(label.place for label in one.related)]
            if any(place and lines & self._lines_of(plan, place) for place in places):
                yield one

    def _lines_of(self, plan: Manuscript, place: Place) -> Lines:
        name = Path(place.file.name).relative_to(self._copies[plan.plan.parent]).as_posix()
        first, last = (place.file.position(at).line for at in (place.span.start, place.span.end))
        return {(name, line) for line in range(first, last + 1)}


def _lines(plan: Manuscript, edits: tuple[Edit, ...], spans: Iterable[Span]) -> Lines:
    """Where spans of the untouched plan lie after some edits; a line break that opens one is not its own."""
    texts, found = plan.edited(edits), set()
    for span in spans:
        grown = [(edit.span, edit.growth) for edit in edits if edit.span.file == span.file]
        start = span.start + sum(by for other, by in grown if other.end <= span.start and other != span)
        end = span.end + sum(by for other, by in grown if other.start <= span.end)
        text = texts[span.file]
        start += text[start:end].startswith("\n")
        first, last = text.count("\n", 0, start), text.count("\n", 0, end)
        found |= {(span.file, line) for line in range(first + 1, last + 2)}
    return found


def mutations(kind: Kind, instances: int) -> list[tuple[Manuscript, Mutation]]:
    """The same ones at every run, spread over the plans, no two alike; fewer if the plans have no more."""
    made: dict[tuple[Path, tuple[Edit, ...]], tuple[Manuscript, Mutation]] = {}
    for attempt in range(TRIES):
        random = Random(f"{kind.group} {kind.name} {attempt}")
        plan = random.choice(manuscripts())
        mutation = kind.make(plan, random)
        if mutation is not None:
            made.setdefault((plan.plan, mutation.edits), (plan, mutation))
        if len(made) == instances:
            break
    return list(made.values())
