"""A register that people have filled in since it was built: what of it the next one keeps."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.render.agenda.view import OccurrenceView
from roadmapc.render.register.codes import MARK_FORM, MARKS_WITHOUT_DATE, UNREADABLE_REGISTER
from roadmapc.render.register.columns import DATE_MARKS, NUMBER, STATUS, STATUSES, Row, Value, values
from roadmapc.render.register.names import REMOVED
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened

_TOLD = 5
"""Rows or marks that a message names."""


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
        return
    if removed := tuple(kept.removed(keys)):
        yield _without_date(removed, name)
    if odd := tuple(_odd(kept.rows.values())):
        yield _of_other_form(odd, name)


def _odd(rows: Iterable[Row]) -> Iterator[str]:
    """Marks that the register would not have let anybody choose: they were pasted, or typed elsewhere."""
    for row in rows:
        for heading, value in row.items():
            if isinstance(value, str) and not _is_of_form(heading, value):
                yield f"{row.get(NUMBER.heading)} – {heading} «{shortened(value, 30)}»"


def _is_of_form(heading: str, value: str) -> bool:
    return value in STATUSES if heading == STATUS.heading else heading not in DATE_MARKS


def _of_other_form(odd: Sequence[str], name: str) -> Diagnostic:
    message = f"в реестре «{name}» отметки не по форме: {_first(odd)}"
    hint = "статус выберите из списка, день запишите датой: 10.06.2021"
    return Diagnostic(MARK_FORM, message, None, hints=(hint,))


def _first(named: Sequence[str]) -> str:
    return ", ".join(named[:_TOLD]) + (" и другие" if len(named) > _TOLD else "")


def _unreadable(name: str) -> Diagnostic:
    message = (
        f"реестр «{name}» не прочитан и оставлен как есть: это не книга Excel или в ней нет графы «Ключ»"
    )
    hint = "сохраните его как .xlsx со всеми графами; если отметки не нужны, удалите файл и соберите план"
    return Diagnostic(UNREADABLE_REGISTER, message, None, hints=(hint,))


def _without_date(removed: Sequence[Row], name: str) -> Diagnostic:
    rows = counted(len(removed), "строки", "строк", "строк")
    named = _first([_named(row) for row in removed])
    message = f"в реестре «{name}» есть отметки {rows}, сроков которых в плане больше нет: {named}"
    hint = f"они на листе «{REMOVED}»: снимите их с контроля или верните сроки в план"
    return Diagnostic(MARKS_WITHOUT_DATE, message, None, hints=(hint,))


def _named(row: Row) -> str:
    status = row.get(STATUS.heading)
    return f"{row.get(NUMBER.heading)}" + (f" ({shortened(str(status), 30)})" if status else "")
