"""What a build asks of its processes, and what these answer: of plans, and of what plans have together.

Plans of one organisation directory are a group; where there are several groups, each has a folder of its own.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from roadmapc.cli.processes import Engine
from roadmapc.state.index import Inputs, JointEntry, PlanEntry, Record
from roadmapc.state.wanted import OutputOptions
from roadmapc.workspace.root import MUNICIPALITIES

if TYPE_CHECKING:
    from roadmapc.model.registration import Registration


class BuildTask(NamedTuple):
    """What is wanted of every plan."""

    folder: Path
    """Of all outputs."""
    previous: Path
    """Of the outputs that calendars are compared with."""
    options: OutputOptions
    registration: "Registration"
    inputs: Inputs
    """Digests of all this, and of the compiler."""
    is_shared: bool = False
    """Whether workers of a cluster build there, of which one may have been lost while it wrote a folder."""
    as_of: date | None = None
    """The day whose editions are built; `None` for the latest."""


class PlanBuild(NamedTuple):
    """What became of a plan."""

    path: Path
    said: Record
    """What was found, as a report goes on from it."""
    id: str = ""
    """Empty for a plan that cannot be signed."""
    told: tuple[str, ...] = ()
    """What was done, a line each."""
    entry: PlanEntry | None = None
    """What is to be remembered of a plan that is written."""
    again: Record | None = None
    """What was found in a plan that is written, and would be again: all but what was found in its folder."""
    is_at_fault: bool = True
    """Whether it is its own fault that it is not written, and not that of its folder."""
    bug: str = ""
    """What ended it in the program itself."""


class Group(NamedTuple):
    """Plans of one organisation directory."""

    name: str
    """Of its folder below that of municipalities; empty where all plans are of one directory."""
    prefix: str
    """Stands before the names of officers' files; empty where the folder tells them apart."""
    plans: tuple[PlanEntry, ...]
    """In their order."""
    last: JointEntry | None = None
    """What is remembered of the last build of it; `None` if everything is to be made."""
    is_left: bool = False
    """Whether its outputs are as that build has left them."""

    @property
    def records(self) -> tuple[tuple[str, str], ...]:
        """Ids of the plans and digests of their records."""
        return tuple((each.id, each.record) for each in self.plans)

    @property
    def dates(self) -> tuple[tuple[str, str], ...]:
        """Ids of the plans and digests of what is made of them."""
        return tuple((each.id, each.dates) for each in self.plans)


class GroupBuild(NamedTuple):
    """What became of a group."""

    said: Record
    """What was found, as a report goes on from it."""
    told: tuple[str, ...] = ()
    entry: JointEntry | None = None
    """What is to be remembered; `None` if nothing was written."""
    lost: tuple[str, ...] = ()
    """Ids of plans whose records are not as they were written: the state was damaged."""
    bug: str = ""


def place_of(root: Path, name: str) -> Path:
    """The folder of a group of that name in a root of outputs."""
    return root / MUNICIPALITIES / name if name else root


class Scope(NamedTuple):
    """How much a run does."""

    engine: Engine
    is_whole: bool
    """Whether the plans are all of the repository."""
    is_forced: bool
    """Whether what holds is built, too."""
    is_cleaned: bool
    """Whether outputs of plans that are gone are moved aside."""


PlanBuilder: TypeAlias = Callable[[BuildTask, Sequence[Path]], list[PlanBuild]]
"""Of plans of one name."""
GroupBuilder: TypeAlias = Callable[[BuildTask, Group], GroupBuild]
IndexBuilder: TypeAlias = Callable[
    [BuildTask, Mapping[str, JointEntry], Sequence[tuple[str, str]]], GroupBuild
]
"""Of the page that leads to all groups; the digests are of what it says of each."""


class Builders(NamedTuple):
    """What processes do, each imported where there is something to do."""

    of_plans: Callable[[], PlanBuilder]
    of_group: Callable[[], GroupBuilder]
    of_index: Callable[[], IndexBuilder]
