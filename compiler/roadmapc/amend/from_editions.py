"""Two editions of an order to the instructions that lead from the one to the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from roadmapc.amend.composition import SeatForms, seat_changes
from roadmapc.amend.instructions import (
    AddAppendix,
    AddClause,
    Address,
    AddRows,
    AddSection,
    Drop,
    Instruction,
    Noun,
    Remove,
    Rename,
    Restate,
    RestateAppendix,
    RestateRow,
)
from roadmapc.amend.printed_order import (
    Numbered,
    PrintedAppendix,
    PrintedOrder,
    PrintedRow,
    PrintedSection,
    is_name,
)
from roadmapc.amend.words import word_change
from roadmapc.model.numbering import rank
from roadmapc.text.quotes import is_balanced


@dataclass(frozen=True, slots=True)
class Draft:
    """Instructions with what has to be attached to them."""

    instructions: tuple[Instruction, ...]
    attached: tuple[str, ...]
    """Numbers of the appendices that are attached whole, in the order of mention."""


def draft(
    base: PrintedOrder,
    target: PrintedOrder,
    renames: tuple[Rename, ...],
    restated: frozenset[str],
    seats: SeatForms,
) -> Draft:
    """The instructions in the order of the text, after the renamings, which have changed `base` already.

    Appendices of the numbers `restated` are restated whole; `seats` are members in their cases.
    """
    return _Drafter(renames, restated, seats).draft(base, target)


class _Drafter:
    """Goes through the text and writes down what to do."""

    def __init__(self, renames: tuple[Rename, ...], restated: frozenset[str], seats: SeatForms) -> None:
        self._restated = restated
        self._seats = seats
        self._instructions: list[Instruction] = [*renames]
        self._attached: list[str] = []

    def draft(self, base: PrintedOrder, target: PrintedOrder) -> Draft:
        """Everything that differs; a single attachment has no number."""
        self._change_text(Address(Noun.TITLE), base.title, target.title)
        self._change_text(Address(Noun.PREAMBLE), base.preamble, target.preamble)
        self._change_clauses(base, target)
        for old, new in _both(base.appendices, target.appendices):
            self._change_appendix(old, new)
        attached = self._attached
        numbers = {name: str(at) for at, name in enumerate(attached, start=1)} if len(attached) > 1 else {}
        instructions = tuple(_attached_as(each, numbers) for each in self._instructions)
        return Draft(instructions, tuple(attached))

    def _change_text(self, at: Address, old: str, new: str) -> None:
        """F1, F7, F8 if a few words differ or nothing is left, else F2."""
        if old == new:
            return
        change = word_change(at, old, new) if new else Drop(at, old)
        self._instructions.append(change or Restate(at, new))

    def _change_clauses(self, base: PrintedOrder, target: PrintedOrder) -> None:
        """A clause comes and goes with its sub-clauses: 3.1 is in the instruction on 3."""
        added: list[str] = []
        removed: list[str] = []
        for old, new in _both(base.clauses, target.clauses):
            if old and new:
                self._change_text(Address(Noun.CLAUSE, old.number), old.text, new.text)
            elif new and not _is_within(new.number, added):
                added.append(new.number)
                held = (clause for clause in target.clauses if _is_within(clause.number, [new.number]))
                self._instructions.append(AddClause((new, *held)))
            elif old and not _is_within(old.number, removed):
                removed.append(old.number)
                self._instructions.append(Remove(Address(Noun.CLAUSE, old.number)))

    def _change_appendix(self, old: PrintedAppendix | None, new: PrintedAppendix | None) -> None:
        if old is None and new is not None:
            self._instructions.append(AddAppendix(new.number, self._attach(new.number)))
        elif new is None and old is not None:
            self._instructions.append(Remove(Address(Noun.APPENDIX, old.number)))
        elif old is not None and new is not None and old != new:
            self._change_within(old, new)

    def _change_within(self, old: PrintedAppendix, new: PrintedAppendix) -> None:
        """An appendix in the order of its text: title, seats of its composition, sections, rows."""
        if new.number in self._restated:
            self._instructions.append(RestateAppendix(new.number, self._attach(new.number)))
            return
        self._change_text(Address(Noun.TITLE, "", new.number), old.title, new.title)
        self._instructions += seat_changes(old, new, self._seats) or ()
        removed: list[str] = []
        for before, after in _both(old.sections, new.sections):
            if before and after:
                self._change_section(before, after, new)
            elif after:
                self._instructions.append(AddSection(new.number, after))
            elif before and not _is_within(before.number, removed):
                removed.append(before.number)
                self._instructions.append(Remove(Address(Noun.SECTION, before.number, new.number)))

    def _attach(self, appendix: str) -> str:
        """An attachment with an appendix; its mention, which is numbered later."""
        self._attached.append(appendix)
        return appendix

    def _change_section(self, old: PrintedSection, new: PrintedSection, appendix: PrintedAppendix) -> None:
        self._change_text(Address(Noun.TITLE, old.number, appendix.number), old.title, new.title)
        pairs = _both(old.rows, new.rows)
        for is_added, group in groupby(pairs, key=lambda pair: pair[0] is None):
            if is_added:
                rows = tuple(row for _, row in group if row)
                self._instructions.append(AddRows(new.number, appendix.number, rows))
            else:
                for before, after in group:
                    self._change_row(before, after, appendix)

    def _change_row(self, old: PrintedRow | None, new: PrintedRow | None, appendix: PrintedAppendix) -> None:
        assert old is not None
        at = Address(Noun.ROW, old.number, appendix.number)
        if new is None:
            self._instructions.append(Remove(at))
            return
        changed = [place for place, cell in enumerate(old.cells) if cell != new.cells[place]]
        is_one = len(changed) == 1 and is_balanced(new.cells[changed[0]])
        # sums of a total, and cells of a table without duties, change one by one
        if is_one or is_name(old.number) or not appendix.has_measures:
            for place in changed:
                column = at._replace(column=appendix.columns[place])
                self._change_text(column, old.cells[place], new.cells[place])
        elif changed:
            self._instructions.append(RestateRow(at, new))


def _attached_as(instruction: Instruction, numbers: dict[str, str]) -> Instruction:
    """An instruction with the number of its attachment in place of the appendix's."""
    if isinstance(instruction, RestateAppendix | AddAppendix):
        return replace(instruction, attachment=numbers.get(instruction.attachment, ""))
    return instruction


def _both(
    old: Sequence[Numbered], new: Sequence[Numbered]
) -> Iterator[tuple[Numbered | None, Numbered | None]]:
    """Provisions of one number side by side, in the order of numbers."""
    before, after = ({each.number: each for each in edition} for edition in (old, new))
    for number in sorted({**before, **after}, key=rank):
        yield before.get(number), after.get(number)


def _is_within(number: str, holders: Sequence[str]) -> bool:
    """Whether a provision comes or goes with one that holds it."""
    return any(number.startswith(f"{whole}.") for whole in holders)


def is_mostly_new(old: PrintedAppendix, new: PrintedAppendix) -> bool:
    """Whether more than half of the rows are touched, so that the whole is restated (F12).

    Totals follow the measures that they add up, so they count only where there are no measures.
    """
    before, after = (
        {row.number: row for row in each.rows if not (each.has_measures and is_name(row.number))}
        for each in (old, new)
    )
    touched = [number for number in {**before, **after} if before.get(number) != after.get(number)]
    return 2 * len(touched) > max(len(before), len(after))


def is_in_order(appendix: PrintedAppendix) -> bool:
    """Whether its sections stand in the order of their numbers."""
    ranks = [rank(section.number) for section in appendix.sections]
    return ranks == sorted(ranks)
