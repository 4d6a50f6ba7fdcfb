"""A register that people have filled in since it was built: what of it the next one keeps."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePath

from roadmapc.render.agenda.view import OccurrenceView
from roadmapc.render.register.columns import HEADINGS, MARKS, REGISTER, rows
from roadmapc.render.register.kept import KeptColumn, KeptRow, KeptSheet, Line, Row, Value


@dataclass(frozen=True, slots=True)
class FilledRegister:
    """What the next register takes over."""

    source: bytes
    """The file itself; empty if nobody has changed it."""
    own: tuple[str, ...] = ()
    """Headings of the columns that people have added."""
    rows: Mapping[str, tuple[KeptRow, ...]] | None = field(default_factory=dict)
    """Rows in which people have done something, by key; more than one of a key if they have copied it.

    `None` if the file is no register, and is left as it is.
    """
    keyless: tuple[KeptRow, ...] = ()
    """Rows that people have added."""
    columns: Mapping[str, KeptColumn] = field(default_factory=dict)
    """By heading."""
    sheets: tuple[KeptSheet, ...] = ()
    name: str = REGISTER
    """Of the sheet with the register."""
    fault: str = ""
    """Why it is no register."""
    losses: tuple[str, ...] = ()
    """What is in the file that no new one can be given, in words."""

    @property
    def is_written(self) -> bool:
        """Whether people have done anything that only a build carries over."""
        return bool(self.rows or self.keyless or self.sheets or self.losses)

    def aside(self, name: str) -> str:
        """What a file of this name is called when it stays beside the next; empty if all is taken over."""
        path = PurePath(name)
        return f"{path.stem}.{sha256(self.source).hexdigest()[:8]}{path.suffix}" if self.losses else ""

    def lines(self, occurrences: Sequence[OccurrenceView]) -> Iterator[Line]:
        """The rows of occurrences, each with its marks under their headings, then its copies."""
        kept, own = self.rows or {}, [None for _ in self.own]
        for occurrence, values in zip(occurrences, rows(occurrences), strict=True):
            found = kept.get(occurrence.uid)
            if found:
                yield from self._marked(values, found)
            else:
                yield Line([*values, *own])

    def _marked(self, values: Sequence[Value], found: tuple[KeptRow, ...]) -> Iterator[Line]:
        """What the plan says is written anew in the row nearest to it: people make a copy to change it."""
        fresh = {name: value or None for name, value in zip(HEADINGS, values, strict=True)}
        kept = max(found, key=lambda row: sum(row.values.get(name) == fresh[name] for name in fresh))
        marks = {name: kept.values.get(name) for name in (*MARKS, *self.own)}
        plain = {
            name: each._replace(formula="") for name, each in kept.trimmings.items() if name not in marks
        }
        yield self._line({**fresh, **marks}, kept._replace(trimmings={**kept.trimmings, **plain}))
        yield from (self._line(row.values, row) for row in found if row is not kept)

    def added(self) -> Iterator[Line]:
        """The rows that people have added."""
        return (self._line(row.values, row) for row in self.keyless)

    def removed(self, keys: Collection[str]) -> Iterator[KeptRow]:
        """Rows with marks whose dates are not among those of the plan any more."""
        return (row for key, rows in (self.rows or {}).items() if key not in keys for row in rows)

    def removed_lines(self, keys: Collection[str]) -> Iterator[Line]:
        """The same as they are written."""
        return (self._line(row.values, row) for row in self.removed(keys))

    def _line(self, row: Row, kept: KeptRow) -> Line:
        headings = (*HEADINGS, *self.own)
        trimmings = {at: kept.trimmings[name] for at, name in enumerate(headings) if name in kept.trimmings}
        return Line([row.get(name) for name in headings], trimmings)


UNTOUCHED = FilledRegister(b"")
"""Of a register that is built for the first time, or that nobody has touched."""
