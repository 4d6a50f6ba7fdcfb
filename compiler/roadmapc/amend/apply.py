"""What an amendment makes of an order: instructions carried out to the letter."""

from functools import reduce

from roadmapc.amend.declension import Declensions
from roadmapc.amend.instructions import (
    Add,
    AddAppendix,
    AddClause,
    AddRows,
    AddSection,
    Amendment,
    Drop,
    Remove,
    Rename,
    Replace,
    Restate,
    RestateAppendix,
    RestateRow,
)
from roadmapc.amend.printed_order import PrintedAppendix, PrintedOrder
from roadmapc.amend.renaming import renamed
from roadmapc.amend.revise import (
    NotApplicableError,
    added,
    only,
    with_appendix,
    with_row,
    with_section,
    with_text,
    without,
)
from roadmapc.amend.words import WordChange, after_change


def applied(base: PrintedOrder, amendment: Amendment, declensions: Declensions) -> PrintedOrder:
    """The order as it reads after the amendment; `declensions` is how an officer declines names.

    Raises `NotApplicableError` if an instruction names what is not there, or adds what is.
    """
    for instruction in amendment.instructions:
        match instruction:
            case RestateAppendix() | AddAppendix():
                attachment = only(amendment.attachments, instruction.attachment)
                base = _with_appendix(base, instruction, attachment._replace(number=instruction.appendix))
            case Rename():
                base = renamed(base, instruction, declensions)
            case RestateRow() | AddRows() | AddSection():
                base = _with_rows(base, instruction)
            case _:
                base = _with_words(base, instruction)
    return base


def _with_appendix(
    base: PrintedOrder, instruction: RestateAppendix | AddAppendix, content: PrintedAppendix
) -> PrintedOrder:
    if isinstance(instruction, AddAppendix):
        return base._replace(appendices=added(base.appendices, content))
    return with_appendix(base, instruction.appendix, lambda _: content)


def _with_rows(base: PrintedOrder, instruction: RestateRow | AddRows | AddSection) -> PrintedOrder:
    match instruction:
        case RestateRow(at, row):
            return with_row(base, at, lambda _: row)
        case AddRows(section, appendix, rows):
            return with_section(
                base, appendix, section, lambda each: each._replace(rows=reduce(added, rows, each.rows))
            )
        case AddSection(appendix, section):
            return with_appendix(
                base, appendix, lambda each: each._replace(sections=added(each.sections, section))
            )


def _with_words(base: PrintedOrder, instruction: WordChange | Restate | AddClause | Remove) -> PrintedOrder:
    """The order after an instruction that says everything in one sentence."""
    match instruction:
        case Replace() | Add() | Drop():
            return with_text(base, instruction.at, lambda text: _with_change(text, instruction))
        case Restate(at, text):
            return with_text(base, at, lambda _: text)
        case AddClause(clauses):
            return base._replace(clauses=reduce(added, clauses, base.clauses))
        case Remove(at):
            return without(base, at)


def _with_change(text: str, change: WordChange) -> str:
    """The text after the change; what does not stand in it once cannot be changed."""
    new = after_change(text, change)
    if new is None:
        raise NotApplicableError("слова не стоят в тексте ровно один раз")
    return new
