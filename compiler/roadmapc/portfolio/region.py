"""The plans that are asked about, and what of them cannot be."""

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from roadmapc.render.agenda.directories import directory_names
from roadmapc.state.index import PlanEntry


class Absence(StrEnum):
    """Why a plan is left out of an answer, in words."""

    UNBUILT = "не собран"
    CHANGED = "изменён после сборки"
    OTHERWISE = "собран другой версией или с другими параметрами"
    LOST = "запись о нём утрачена или повреждена"


class LeftOut(NamedTuple):
    """A plan that an answer does not know."""

    path: str
    """As the user would name it."""
    absence: Absence


class Repository(NamedTuple):
    """A folder with plans, and what was built of them."""

    root: Path
    label: str
    """Tells plans and directories of several repositories apart; empty for a single one."""
    entries: Mapping[str, PlanEntry]
    """Plans whose records hold, by their paths from the root."""
    given: Mapping[str, Path]
    """Their paths as the user has named them."""
    left_out: tuple[LeftOut, ...]

    @property
    def outputs(self) -> Path:
        """The folder in whose state the records lie."""
        return self.root / "build"


class Municipality(NamedTuple):
    """All plans of one organisation directory, put together in tables."""

    name: str
    """Of the organisation."""
    directory: str
    """Its path from the root of the repository."""
    plans: int
    tables: Mapping[str, Path]
    """A Parquet file for each of `TABLES`."""


class Coverage(NamedTuple):
    """Of how many plans an answer was made."""

    municipalities: int
    plans: int
    left_out: tuple[LeftOut, ...]


class Labelled(NamedTuple):
    """A municipality under names that tell it from all others that are asked about."""

    municipality: str
    directory: str
    repository: str
    """Empty if there is one repository."""
    tables: Mapping[str, Path]


def labelled(found: Sequence[tuple[Repository, Municipality]]) -> tuple[Labelled, ...]:
    """Namesakes are told apart by the names of their directories."""
    prefixes = [f"{repository.label}/" if repository.label else "" for repository, _ in found]
    directories = [prefix + each.directory for prefix, (_, each) in zip(prefixes, found, strict=True)]
    names = directory_names(map(PurePosixPath, directories))
    times = Counter(each.name for _, each in found)
    return tuple(
        Labelled(
            f"{each.name} ({names[PurePosixPath(directory)]})" if times[each.name] > 1 else each.name,
            directory,
            repository.label,
            each.tables,
        )
        for directory, (repository, each) in zip(directories, found, strict=True)
    )
