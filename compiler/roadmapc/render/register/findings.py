"""What those who have filled in a register have to know before the next one replaces it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.register.codes import (
    CLOSED_ROW_MOVED,
    COPIED_ROWS,
    KEYLESS_ROWS,
    LONG_TEXT,
    MARK_FORM,
    MARKS_WITHOUT_DATE,
    NOT_WHOLE,
    REGISTER_IN_USE,
    TOO_MANY_ROWS,
    UNREADABLE_REGISTER,
)
from roadmapc.render.register.columns import DATE_MARKS, DUE, NUMBER, REMOVED, STATUS, STATUSES, TEXT
from roadmapc.render.register.filled import FilledRegister
from roadmapc.render.register.kept import LONGEST, MOST_ROWS, Row
from roadmapc.text.dates import digits
from roadmapc.text.plural import counted
from roadmapc.text.shorten import shortened

_NAMED = 5
"""Rows or marks that a message names."""
_HOW_TO_READ = "сохраните его как .xlsx со всеми графами; если отметки не нужны, удалите файл и соберите план"


def problems(filled: FilledRegister, days: Mapping[str, date], name: str) -> Iterator[Diagnostic]:
    """What to say of the register `name`; `days` are all dates that there are, by key."""
    if filled.rows is None:
        message = f"реестр «{name}» не прочитан и оставлен как есть: {filled.fault}"
        yield Diagnostic(UNREADABLE_REGISTER, message, None, hints=(_HOW_TO_READ,))
        return
    yield from _of_other_days(filled, days, name)
    everything = [row.values for rows in filled.rows.values() for row in rows]
    if odd := tuple(_odd(everything)):
        message = f"в реестре «{name}» отметки не по форме: {_first(odd)}"
        hint = "статус выберите из списка, день запишите датой: 10.06.2021"
        yield Diagnostic(MARK_FORM, message, None, hints=(hint,))
    if copied := [rows for rows in filled.rows.values() if len(rows) > 1]:
        named = _first(
            [
                f"{_named(rows[0].values)} – {counted(len(rows), 'строка', 'строки', 'строк')}"
                for rows in copied
            ]
        )
        message = f"в реестре «{name}» строки скопированы вместе с ключом: {named}"
        hint = "сохранены все; по плану обновляется одна, в копиях остаётся написанное: сотрите в них «Ключ»"
        yield Diagnostic(COPIED_ROWS, message, None, hints=(hint,))
    if filled.keyless:
        named = _first([_named(row.values) for row in filled.keyless])
        message = f"в реестре «{name}» есть строки без ключа: {named}"
        hint = "они сохранены в конце реестра; если это строки плана, перенесите отметки в их новые строки"
        yield Diagnostic(KEYLESS_ROWS, message, None, hints=(hint,))
    if filled.losses:
        lost = "; ".join(dict.fromkeys(filled.losses))
        message = f"в реестре «{name}» есть то, чего новый не сохранит: {lost}"
        hint = f"прежний файл оставлен рядом под именем «{filled.aside(name)}»: перенесите из него нужное"
        yield Diagnostic(NOT_WHOLE, message, None, hints=(hint,))


def _of_other_days(filled: FilledRegister, days: Mapping[str, date], name: str) -> Iterator[Diagnostic]:
    """Marks that were made for a day which the plan has no more, or has otherwise."""
    if removed := tuple(filled.removed(days)):
        rows = counted(len(removed), "строки", "строк", "строк")
        named = _first([_named(row.values) for row in removed])
        message = f"в реестре «{name}» есть отметки {rows}, сроков которых в плане больше нет: {named}"
        hint = f"они на листе «{REMOVED}»: снимите их с контроля или верните сроки в план"
        yield Diagnostic(MARKS_WITHOUT_DATE, message, None, hints=(hint,))
    if moved := tuple(_moved(filled, days)):
        message = f"в реестре «{name}» у исполненного стал другим срок: {_first(moved)}"
        hint = "проверьте отметки; прошедший срок не переписывают: новый назначают актом"
        yield Diagnostic(CLOSED_ROW_MOVED, message, None, hints=(hint,))


def limits(agenda: AgendaView, filled: FilledRegister) -> Iterator[Diagnostic]:
    """What does not fit into a workbook."""
    rows = len(agenda.occurrences) + len(filled.keyless) + sum(map(len, (filled.rows or {}).values()))
    if rows >= MOST_ROWS:
        message = f"сроков {rows}, а на листе реестра не больше {MOST_ROWS} строк"
        hint = "соберите планы по отдельности или сократите срок плана; без реестра: --format docx,ics"
        yield Diagnostic(TOO_MANY_ROWS, message, None, hints=(hint,))
    long = [
        duty for duty in agenda.duties if max(len(duty.text), len(duty.result), len(duty.others)) > LONGEST
    ]
    if long:
        named = _first([f"{duty.number} «{shortened(duty.text, 30)}»" for duty in long])
        message = f"тексты длиннее {LONGEST} знаков в реестре будут обрезаны: {named}"
        hint = "в приказе и календарях они целиком; для реестра сократите их"
        yield Diagnostic(LONG_TEXT, message, None, hints=(hint,))


def register_in_use(name: str) -> Diagnostic:
    """Somebody writes into the register `name` all the time."""
    message = f"реестр «{name}» меняют, пока идёт сборка; прежние файлы не изменены"
    return Diagnostic(REGISTER_IN_USE, message, None, hints=("закройте его и соберите ещё раз",))


def _moved(filled: FilledRegister, days: Mapping[str, date]) -> Iterator[str]:
    """Rows that are closed and whose day the plan has otherwise now; copies keep theirs."""
    for key, (row, *copies) in (filled.rows or {}).items():
        was, due = row.values.get(DUE.heading), days.get(key)
        is_closed = STATUSES.get(str(row.values.get(STATUS.heading))) is False
        if is_closed and not copies and due and isinstance(was, date) and digits(was) != digits(due):
            yield f"{_named(row.values)}: {digits(was)} → {digits(due)}"


def _odd(rows: Iterable[Row]) -> Iterator[str]:
    """Marks that the register would not have let anybody choose: they were pasted, or typed elsewhere."""
    for row in rows:
        for heading, value in row.items():
            if heading == STATUS.heading:
                is_odd = value is not None and value not in STATUSES
            else:
                is_odd = heading in DATE_MARKS and value is not None and not isinstance(value, date)
            if is_odd:
                yield f"{row.get(NUMBER.heading)} – {heading} «{shortened(str(value), 30)}»"


def _first(named: Sequence[str]) -> str:
    return ", ".join(named[:_NAMED]) + (" и другие" if len(named) > _NAMED else "")


def _named(row: Row) -> str:
    """A row by its number, else by what it says."""
    number, status = row.get(NUMBER.heading), row.get(STATUS.heading)
    text = row.get(TEXT.heading) or next((value for value in row.values() if value is not None), "")
    return f"{number or f'«{shortened(str(text), 40)}»'}" + (
        f" ({shortened(str(status), 30)})" if status else ""
    )
