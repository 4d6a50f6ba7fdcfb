"""A register that people have filled in since it was built: what of it the next one keeps."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.render.agenda.view import OccurrenceView
from roadmapc.render.register.codes import MARKS_WITHOUT_DATE, UNREADABLE_REGISTER
from roadmapc.render.register.columns import NUMBER, STATUS, Row, Value, values
from roadmapc.render.register.names import REMOVED
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened

_TOLD = 5
"""Rows that a message names."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the next register takes over."""

    source: bytes
    """The file itself; empty if nobody has changed it."""
    own: tuple[str, ...] = ()
    """Headings of the columns that people have added."""
    rows: Mapping[str, Row] | None = field(default_factory=dict)
    """Rows with marks, by key; `None` if the file is no register, and is left as it is."""

    def row(self, occurrence: OccurrenceView) -> list[Value]:
        """A row of the next register: what the plan says, with the marks under their headings."""
        marks = (self.rows or {}).get(occurrence.uid, {})
        return [*values(occurrence, marks), *map(marks.get, self.own)]

    def removed(self, keys: Collection[str]) -> Iterator[Row]:
        """Rows with marks whose dates are not among those of the plan any more."""
        return (row for key, row in (self.rows or {}).items() if key not in keys)


NOTHING = Kept(b"")
"""Of a register that is built for the first time, or that nobody has touched."""


def told(kept: Kept, keys: Collection[str], name: str) -> Iterator[Diagnostic]:
    """What those who filled in the register `name` have to know; `keys` are of all dates that there are."""
    if kept.rows is None:
        yield _unreadable(name)
    elif removed := tuple(kept.removed(keys)):
        yield _without_date(removed, name)


def _unreadable(name: str) -> Diagnostic:
    message = (
        f"реестр «{name}» не прочитан и оставлен как есть: это не книга Excel или в ней нет графы «Ключ»"
    )
    hint = "сохраните его как .xlsx со всеми графами; если отметки не нужны, удалите файл и соберите план"
    return Diagnostic(UNREADABLE_REGISTER, message, None, hints=(hint,))


def _without_date(removed: Sequence[Row], name: str) -> Diagnostic:
    rows = counted(len(removed), "строки", "строк", "строк")
    named = ", ".join(map(_named, removed[:_TOLD])) + (" и других" if len(removed) > _TOLD else "")
    message = f"в реестре «{name}» есть отметки {rows}, сроков которых в плане больше нет: {named}"
    hint = f"они на листе «{REMOVED}»: снимите их с контроля или верните сроки в план"
    return Diagnostic(MARKS_WITHOUT_DATE, message, None, hints=(hint,))


def _named(row: Row) -> str:
    status = row.get(STATUS.heading)
    return f"{row.get(NUMBER.heading)}" + (f" ({shortened(str(status), 30)})" if status else "")
