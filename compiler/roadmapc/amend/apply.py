"""What an amendment makes of an order: instructions carried out to the letter."""

from __future__ import annotations

from roadmapc.amend.edition import Clause, Edition, Row, Section
from roadmapc.amend.instructions import (
    Add,
    AddAppendix,
    AddClause,
    AddRows,
    AddSection,
    Amendment,
    Drop,
    Instruction,
    Remove,
    Rename,
    Replace,
    Restate,
    RestateAppendix,
    RestateRow,
)
from roadmapc.amend.revise import (
    NotApplicableError,
    added,
    changed,
    only,
    renamed,
    with_appendix,
    with_row,
    with_rows,
    with_section,
    with_text,
    without,
)
from roadmapc.amend.words import WordChange, after_change


def applied(base: Edition, amendment: Amendment) -> Edition:
    """The order as it reads after the amendment."""
    interpreter = _Interpreter(amendment)
    for instruction in amendment.instructions:
        base = interpreter.carry_out(base, instruction)
    return base


class _Interpreter:
    """Carries out one instruction after the other."""

    def __init__(self, amendment: Amendment) -> None:
        self._attachments = amendment.attachments

    def carry_out(self, base: Edition, told: Instruction) -> Edition:
        """The order after one instruction."""
        if isinstance(told, RestateRow | AddRows | AddSection):
            return self._with_rows(base, told)
        if isinstance(told, RestateAppendix | AddAppendix):
            return self._with_appendix(base, told)
        return _without_attachments(base, told)

    def _with_rows(self, base: Edition, told: RestateRow | AddRows | AddSection) -> Edition:
        match told:
            case RestateRow(at, attachment):
                row = self._row(attachment, at.number)
                return with_row(base, at, lambda _: row)
            case AddRows(section, appendix, numbers, attachment):
                rows = self._rows(attachment, numbers)
                return with_section(base, appendix, section, lambda each: with_rows(each, rows))
            case AddSection(number, title, appendix, numbers, attachment):
                new = Section(number, title, self._rows(attachment, numbers))
                return with_appendix(
                    base, appendix, lambda each: each._replace(sections=added(each.sections, new))
                )

    def _with_appendix(self, base: Edition, told: RestateAppendix | AddAppendix) -> Edition:
        content = only(self._attachments, told.attachment)._replace(number=told.appendix)
        if isinstance(told, AddAppendix):
            return base._replace(appendices=added(base.appendices, content))
        return base._replace(appendices=changed(base.appendices, told.appendix, lambda _: content))

    def _rows(self, attachment: str, numbers: tuple[str, ...]) -> tuple[Row, ...]:
        return tuple(self._row(attachment, number) for number in numbers)

    def _row(self, attachment: str, number: str) -> Row:
        return only(tuple(only(self._attachments, attachment).rows), number)


def _without_attachments(base: Edition, told: WordChange | Restate | Rename | AddClause | Remove) -> Edition:
    """The order after an instruction that says everything itself."""
    match told:
        case Replace() | Add() | Drop():
            return with_text(base, told.at, lambda text: _found(after_change(text, told)))
        case Restate(at, text):
            return with_text(base, at, lambda _: text)
        case Rename(old, new):
            return renamed(base, old, new)
        case AddClause(number, text):
            return base._replace(clauses=added(base.clauses, Clause(number, text)))
        case Remove(at):
            return without(base, at)


def _found(text: str | None) -> str:
    if text is None:
        raise NotApplicableError("слова не стоят в тексте ровно один раз")
    return text
