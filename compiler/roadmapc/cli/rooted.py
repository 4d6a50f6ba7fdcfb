"""The names of files from the repository's root, which are the same wherever a command runs."""

import os
from dataclasses import dataclass, field, replace
from pathlib import Path
from weakref import WeakKeyDictionary

from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.source.file import SourceFile
from roadmapc.workspace.sources import find_root


@dataclass(frozen=True, slots=True)
class Rooted:
    """Gives a finding with its files named by their paths from the root, with «/» on every system."""

    _files: WeakKeyDictionary[SourceFile, SourceFile] = field(default_factory=WeakKeyDictionary)

    def __call__(self, one: Diagnostic) -> Diagnostic:
        """The finding for other programs; one without a place as it is."""
        place = one.place and self._place(one.place)
        related = tuple(label._replace(place=self._place(label.place)) for label in one.related)
        return replace(one, place=place, related=related)

    def _place(self, place: Place) -> Place:
        file = self._files.get(place.file)
        if file is None:
            file = self._files[place.file] = place.file.named(from_root(place.file.name))
        return place._replace(file=file)


def from_root(name: str) -> str:
    """The path from the root of the repository; a whole path for a file outside of any."""
    if not os.path.lexists(name):
        return Path(name).as_posix()  # a file in a revision is named from the root already
    path = Path(os.path.abspath(name))
    root = _root_above(path)
    return (path.relative_to(root) if root else path).as_posix()


def _root_above(path: Path) -> Path | None:
    """Where git has its folder or, without git, `roadmaps/` lies; code hosts name files from the former."""
    of_git = next((folder for folder in path.parents if os.path.lexists(folder / ".git")), None)
    return of_git or find_root(path.parent)
