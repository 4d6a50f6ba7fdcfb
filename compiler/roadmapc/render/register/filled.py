"""A register that people have filled in since it was built: what of it the next one keeps."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.render.agenda.view import OccurrenceView
from roadmapc.render.register.codes import MARK_FORM, MARKS_WITHOUT_DATE, UNREADABLE_REGISTER
from roadmapc.render.register.columns import DATE_MARKS, NUMBER, REMOVED, STATUS, STATUSES, Row, Value, values
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened

_NAMED = 5
"""Rows or marks that a message names."""
_WHY_UNREADABLE = "это не книга Excel или в ней нет графы «Ключ»"
_HOW_TO_READ = "сохраните его как .xlsx со всеми графами; если отметки не нужны, удалите файл и соберите план"


@dataclass(frozen=True, slots=True)
class FilledRegister:
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


UNTOUCHED = FilledRegister(b"")
"""Of a register that is built for the first time, or that nobody has touched."""


def problems(filled: FilledRegister, keys: Collection[str], name: str) -> Iterator[Diagnostic]:
    """What those who filled in the register `name` have to know; `keys` are of all dates that there are."""
    if filled.rows is None:
        message = f"реестр «{name}» не прочитан и оставлен как есть: {_WHY_UNREADABLE}"
        yield Diagnostic(UNREADABLE_REGISTER, message, None, hints=(_HOW_TO_READ,))
        return
    if removed := tuple(filled.removed(keys)):
        rows = counted(len(removed), "строки", "строк", "строк")
        named = _first([_named(row) for row in removed])
        message = f"в реестре «{name}» есть отметки {rows}, сроков которых в плане больше нет: {named}"
        hint = f"они на листе «{REMOVED}»: снимите их с контроля или верните сроки в план"
        yield Diagnostic(MARKS_WITHOUT_DATE, message, None, hints=(hint,))
    if odd := tuple(_odd(filled.rows.values())):
        message = f"в реестре «{name}» отметки не по форме: {_first(odd)}"
        hint = "статус выберите из списка, день запишите датой: 10.06.2021"
        yield Diagnostic(MARK_FORM, message, None, hints=(hint,))


def _odd(rows: Iterable[Row]) -> Iterator[str]:
    """Marks that the register would not have let anybody choose: they were pasted, or typed elsewhere."""
    for row in rows:
        for heading, value in row.items():
            is_odd = value not in STATUSES if heading == STATUS.heading else heading in DATE_MARKS
            if isinstance(value, str) and is_odd:
                yield f"{row.get(NUMBER.heading)} – {heading} «{shortened(value, 30)}»"


def _first(named: Sequence[str]) -> str:
    return ", ".join(named[:_NAMED]) + (" и другие" if len(named) > _NAMED else "")


def _named(row: Row) -> str:
    status = row.get(STATUS.heading)
    return f"{row.get(NUMBER.heading)}" + (f" ({shortened(str(status), 30)})" if status else "")
