"""What a build remembers of a plan: everything that calendars, registers and reports of plans together need.

A plan has two files. `plans/<id>.json` says what it was made of, what was said of it and what was built;
`dates/<id>.jsonl` has a line for each duty with its dates. Neither is read but as the release that wrote it.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from roadmapc.render.agenda.view import PlanView


class DutyLine(NamedTuple):
    """A line of the file of dates."""

    start: int
    length: int
    """In bytes, with its end."""
    digest: str
    holders: Sequence[str]
    """Ids of those whose duty it is, in the plan's directory."""
    places: Sequence[int]
    """Of its dates among those of the plan, then of what it has without a date among the like.

    They stand here, so that the line of a duty is the same whatever the others have.
    """


class DutyLines(NamedTuple):
    """All lines of the file of dates; each is taken apart when it is asked for."""

    written: Sequence[bytes]
    """As JSON."""
    of_holder: Mapping[str, Sequence[int]]
    """The places, among them, of those of each."""

    def of(self, holders: Collection[str] | None = None) -> list[DutyLine]:
        """The lines of duties that somebody of these has, or all, in their order."""
        places: Iterable[int] = range(len(self.written))
        if holders is not None:
            places = sorted({at for each in holders for at in self.of_holder.get(each, ())})
        chosen = b",".join([self.written[at] for at in places])
        return [DutyLine(*each) for each in json.loads(b"[%s]" % chosen)]


class Built(NamedTuple):
    """The outputs of a plan, or of several together."""

    wanted: str
    """A digest of how they were wanted."""
    digests: Mapping[str, str]
    """Of the manifest, and of what people fill in as it was left; all others stand in the manifest."""
    said: str
    """What was found while they were made: see `findings.py`."""
    told: tuple[str, ...]
    """What was carried over from files that people fill in, a line each."""


@dataclass(frozen=True, slots=True)
class PlanRecord:
    """What is known of a plan besides its dates."""

    id: str
    path: str
    """From the root of the repository."""
    named: str
    """As the build was given it: findings name it so."""
    text: str
    """A digest of what its meaning depends on besides its sources: the compiler, and what was asked of it."""
    sources: Mapping[str, str]
    """Digests by paths from the root, the plan's own first."""
    acts: str
    """The folder of acts that have amended it, from the root; empty if there is none."""
    directory: str
    """Of its organisation: the path from the root."""
    organisation: str
    names: Mapping[str, tuple[str, ...]]
    """How each of the directory is called, by id."""
    plan: PlanView
    edition_day: date | None
    first_day: date
    last_day: date
    is_amending: bool
    """Whether the act changes another one."""
    has_reminders: bool
    """Whether its dates have those that its profile wants."""
    said: bytes
    """What a check finds: see `findings.py`."""
    lines: DutyLines
    dated: int
    """How many occurrences it has."""
    built: Built | None = field(default=None)
    """`None` until its folder is written."""
