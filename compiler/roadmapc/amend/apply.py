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
    changed,
    only,
    with_appendix,
    with_row,
    with_rows,
    with_section,
    with_text,
    without,
)
from roadmapc.amend.words import WordChange, after_change


def applied(base: PrintedOrder, amendment: Amendment, declensions: Declensions) -> PrintedOrder:
    """The order as it reads after the amendment; `declensions` is how an officer declines names."""
    for told in amendment.instructions:
        if isinstance(told, RestateAppendix | AddAppendix):
            content = only(amendment.attachments, told.attachment)._replace(number=told.appendix)
            base = _with_appendix(base, told, content)
        elif isinstance(told, Rename):
            base = renamed(base, told, declensions)
        elif isinstance(told, RestateRow | AddRows | AddSection):
            base = _with_rows(base, told)
        else:
            base = _with_words(base, told)
    return base


def _with_appendix(
    base: PrintedOrder, told: RestateAppendix | AddAppendix, content: PrintedAppendix
) -> PrintedOrder:
    if isinstance(told, AddAppendix):
        return base._replace(appendices=added(base.appendices, content))
    return base._replace(appendices=changed(base.appendices, told.appendix, lambda _: content))


def _with_rows(base: PrintedOrder, told: RestateRow | AddRows | AddSection) -> PrintedOrder:
    match told:
        case RestateRow(at, row):
            return with_row(base, at, lambda _: row)
        case AddRows(section, appendix, rows):
            return with_section(base, appendix, section, lambda each: with_rows(each, rows))
        case AddSection(appendix, section):
            return with_appendix(
                base, appendix, lambda each: each._replace(sections=added(each.sections, section))
            )


def _with_words(base: PrintedOrder, told: WordChange | Restate | AddClause | Remove) -> PrintedOrder:
    """The order after an instruction that says everything in one sentence."""
    match told:
        case Replace() | Add() | Drop():
            return with_text(base, told.at, lambda text: _found(after_change(text, told)))
        case Restate(at, text):
            return with_text(base, at, lambda _: text)
        case AddClause(clauses):
            return base._replace(clauses=reduce(added, clauses, base.clauses))
        case Remove(at):
            return without(base, at)


def _found(text: str | None) -> str:
    if text is None:
        raise NotApplicableError("слова не стоят в тексте ровно один раз")
    return text
