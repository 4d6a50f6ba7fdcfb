"""Where the head of an act ends, its clauses, its signatures, and where each appendix begins and ends."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from roadmapc.incoming.blocks import Block, Paragraph, Table
from roadmapc.recognition.account import Account
from roadmapc.recognition.clauses import Mark, numbered, units
from roadmapc.recognition.grif import agreements_of, approval_of
from roadmapc.recognition.head import is_alone, is_kind, operative_at
from roadmapc.recognition.lines import Line, is_layout, lines_of
from roadmapc.recognition.marks import AppendixMark, begins, mark_at
from roadmapc.recognition.sheets import Sheet, sheet_at
from roadmapc.recognition.signing import Reader, Signing, apart, is_signature, is_stamp
from roadmapc.source.span import Span

_AHEAD = 12
"""Paragraphs after a signature among which no clause may follow, or it was none."""


class AppendixOutline(NamedTuple):
    """An appendix with what stands under its mark."""

    mark: AppendixMark | None
    blocks: tuple[Block, ...]
    """Title and body."""


class Outline(NamedTuple):
    """The stretches of a document."""

    head: tuple[Line, ...]
    clauses: tuple[Block, ...]
    signing: Signing
    appendices: tuple[AppendixOutline, ...]
    sheets: tuple[Sheet, ...]
    has_order: bool
    """Whether there is an act above the appendices, and not a plan alone."""


def outline(document: Sequence[Block], account: Account) -> Outline:
    """Everything of the main text."""
    whole, sheets = _without_sheets(tuple(_without_pages(parted(document), account)))
    first = _first_clause(whole)
    if first is None:
        return _without_order(whole, sheets, account)
    end = _end_of_clauses(whole, first)
    lines = list(apart(lines_of(whole[end:], end)))
    marks = _marks(whole, lines)
    under = lines[: marks[0][0]] if marks else lines
    signing = Reader(account).read(_before_tables(whole, under))
    blocks, body = _after(whole, under, signing.read, end)
    marks = _marks(blocks, list(lines_of(blocks[body:], body)))
    appendices = tuple(_without_stamps(each, account) for each in _appendices(blocks, body, marks))
    if appendices and not signing.signatures:
        signing, appendices = _signed_below(appendices, signing, account)
    return Outline(
        head=tuple(lines_of(whole[:first])),
        clauses=tuple(whole[first:end]),
        signing=signing,
        appendices=appendices,
        sheets=sheets,
        has_order=True,
    )


def _without_order(blocks: tuple[Block, ...], sheets: tuple[Sheet, ...], account: Account) -> Outline:
    """A plan alone: who approves it by his word over it would sign the order."""
    above = _before_tables(blocks, list(lines_of(blocks)))
    grif, agreed = list(approval_of(above)), list(agreements_of(above))
    taken = {line.span for line in agreed}
    lines = [*(line for line in grif[1:] if line.span not in taken), *agreed]
    why = "гриф «УТВЕРЖДАЮ»: в приказе его место – у подписи"
    for heading in grif[:1]:
        account.leave(heading.span, heading.where, why)
    signing = Reader(account).read(lines) if lines else _NO_SIGNING
    for line in lines[signing.read :]:
        account.leave(line.span, line.where, why)
    over = {line.block for line in (*grif, *agreed)}
    body = tuple(block for at, block in enumerate(blocks) if at not in over)
    marks = _marks(body, list(lines_of(body)))
    return Outline((), (), signing, _appendices(body, 0, marks), sheets, has_order=False)


_NO_SIGNING = Signing((), None, (), (), (), (), 0)


def parted(blocks: Iterable[Block]) -> Iterator[Block]:
    """A paragraph in which Shift+Enter stands before the next clause is as many paragraphs."""
    for block in blocks:
        if isinstance(block, Paragraph) and "\n" in block.text:
            yield from _parted(block)
        else:
            yield block


def _without_pages(blocks: Iterable[Block], account: Account) -> Iterator[Block]:
    """The blocks without numbers of pages that were typed among them: «- 2 -», «стр. 2»."""
    for block in blocks:
        if isinstance(block, Paragraph) and _PAGE.fullmatch(block.text.strip()):
            account.leave(block.span, block.where, "номер страницы")
        else:
            yield block


def is_of_page(text: str) -> bool:
    """Whether words over or under a page only number it; its number itself is counted and not read."""
    return _COUNT.fullmatch(text) is not None


_COUNT = re.compile(r"(?:[\W\d_]|(?<!\w)(?:стр|страниц[аы]?|с|листа?|листов|л|из)(?!\w))*", re.IGNORECASE)
_PAGE = re.compile(
    r"[-–—]\s*\d{1,3}\s*[-–—]|(?:стр\.?|страница|лист)\s*\d{1,3}(?:\s*из\s*\d{1,3})?", re.IGNORECASE
)


def _parted(paragraph: Paragraph) -> Iterator[Paragraph]:
    rows = paragraph.text.split("\n")
    starts, at = [0], len(rows[0]) + 1
    for before, row in pairwise(rows):
        if numbered(row.strip()) or operative_at(before) or (operative_at(row) and is_alone(row)):
            starts.append(at)
        at += len(row) + 1
    for start, end in zip(starts, [*starts[1:], len(paragraph.text) + 1], strict=True):
        yield cut(paragraph, start, end - 1)


def cut(paragraph: Paragraph, start: int, end: int | None = None) -> Paragraph:
    """A stretch of a paragraph as one of its own; only the first has the label."""
    text = paragraph.text[start:end]
    span = Span(paragraph.span.start + start, paragraph.span.start + start + len(text))
    label = "" if start else paragraph.label
    return paragraph._replace(text=text, span=span, label=label)


def _before_tables(blocks: Sequence[Block], lines: Sequence[Line]) -> Sequence[Line]:
    """The lines as far as a table of something."""
    closed = _closed(blocks)
    end = next((at for at, line in enumerate(lines) if line.block in closed), len(lines))
    return lines[:end]


def _after(
    blocks: Sequence[Block], lines: Sequence[Line], read: int, end: int
) -> tuple[tuple[Block, ...], int]:
    """The blocks, one that was understood in part cut in two, and the first that was not understood."""
    if read >= len(lines):
        return tuple(blocks), lines[-1].block + 1 if lines else end
    line = lines[read]
    block = blocks[line.block]
    if line.begins or not isinstance(block, Paragraph):
        return tuple(blocks), line.block
    start = line.span.start - block.span.start
    parts = (cut(block, 0, start), cut(block, start))
    return (*blocks[: line.block], *parts, *blocks[line.block + 1 :]), line.block + 1


def _appendices(
    blocks: Sequence[Block], first: int, marks: Sequence[tuple[int, AppendixMark]]
) -> tuple[AppendixOutline, ...]:
    """What stands before the first mark, and under each."""
    found: list[AppendixOutline] = []
    before = tuple(blocks[first : marks[0][1].lines[0].block if marks else len(blocks)])
    has_table = any(isinstance(block, Table) for block in before)
    length = sum(len(block.text) for block in before if isinstance(block, Paragraph))
    # a line or two before a mark are of nothing that we know: they stay in the residue
    if has_table or length > (_LINE_OR_TWO if marks else 0):
        found.append(AppendixOutline(None, before))
    ends = [*(mark.lines[0].block for _, mark in marks[1:]), len(blocks)]
    for (_, mark), end in zip(marks, ends, strict=False):
        last = mark.lines[-1]
        block = blocks[last.block]
        rest: tuple[Block, ...] = ()
        if isinstance(block, Paragraph) and last.span.end < block.span.end:
            left = cut(block, last.span.end - block.span.start)
            rest = (left,) if left.text.strip() else ()
        found.append(AppendixOutline(mark, (*rest, *blocks[last.block + 1 : end])))
    return tuple(found)


def _signed_below(
    appendices: tuple[AppendixOutline, ...], signing: Signing, account: Account
) -> tuple[Signing, tuple[AppendixOutline, ...]]:
    """The signature under the table of an act whose plan stands in its text."""
    first, *others = appendices
    tables = (
        at for at, block in enumerate(first.blocks) if isinstance(block, Table) and not is_layout(block)
    )
    last = max(tables, default=-1)
    for at in range(last + 1, len(first.blocks)):
        lines = list(lines_of(first.blocks[at:], at))
        if first.mark is None and lines and lines[0].block == at and is_signature(lines):
            found = Reader(account).read(lines)
            if found.read == len(lines):
                return found, (first._replace(blocks=first.blocks[:at]), *others)
    return signing, appendices


def _without_stamps(appendix: AppendixOutline, account: Account) -> AppendixOutline:
    """What an office stamps under the last lines of an appendix is none of them."""
    blocks = list(appendix.blocks)
    while blocks and isinstance(last := blocks[-1], Paragraph) and is_stamp(last.text):
        account.leave(last.span, last.where, "отметка на подписанном документе")
        blocks.pop()
    return appendix._replace(blocks=tuple(blocks))


def _without_sheets(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Sheet, ...]]:
    """The blocks without sheets of agreement and acquaintance: a heading, a line, a table of people."""
    kept: list[Block] = []
    sheets: list[Sheet] = []
    at = 0
    while at < len(blocks):
        sheet = sheet_at(blocks, at)
        if sheet is None:
            kept.append(blocks[at])
            at += 1
        else:
            sheets.append(sheet)
            at += len(sheet.blocks)
    return tuple(kept), tuple(sheets)


def _first_clause(blocks: Sequence[Block]) -> int | None:
    """The block after the operative word; in an act without one, the first numbered paragraph."""
    lines = list(lines_of(blocks[:_HEAD]))
    named = next((at for at, line in enumerate(lines) if is_kind(line.text)), None)
    for at, line in enumerate(lines):
        if line.row < 0 and mark_at(lines, at) is not None and named is None:
            return None
        if operative_at(line.text):
            return line.block + 1
    if named is None:
        return None
    below = range(lines[named].block + 1, min(len(blocks), _HEAD))
    for at in below:
        block = blocks[at]
        if isinstance(block, Paragraph) and (_is_number(block) or block.text.rstrip().endswith(":")):
            return at if _is_number(block) else at + 1
    return None


_HEAD = 80
"""Blocks among which the operative word stands."""


def _is_number(paragraph: Paragraph) -> bool:
    return next((unit.mark is Mark.NUMBER for unit in units([paragraph])), False)


def _end_of_clauses(blocks: Sequence[Block], first: int) -> int:
    """Where the signature begins, or the first appendix of an act without one."""
    last = 0
    for at in range(first, len(blocks)):
        block = blocks[at]
        lines = list(apart(lines_of(blocks[at : at + _AHEAD], at)))
        if not lines:
            continue
        if isinstance(block, Table):
            if is_layout(block) and not (is_signature(lines) or mark_at(lines, 0)):
                continue
            if not _goes_on(blocks, at + 1, last):
                return at
            continue
        if mark_at(lines, 0) is not None and lines[0].begins:
            return at
        own = _number_of(block)
        last = own or last
        if not own and is_signature(lines) and not _goes_on(blocks, at + 1, last):
            return at
    return len(blocks)


def _number_of(paragraph: Paragraph) -> int:
    """The figure of a clause of the first level that a paragraph begins; 0 if it begins none."""
    paths = [unit.path for unit in units([paragraph]) if unit.mark is Mark.NUMBER]
    return next((int(path[0]) for path in reversed(paths) if path[0].isdigit()), 0)


def _goes_on(blocks: Sequence[Block], start: int, last: int) -> bool:
    """Whether the next clause follows soon: then what looked like a signature was none."""
    near = [block for block in blocks[start : start + _AHEAD] if isinstance(block, Paragraph)]
    for paragraph in near:
        if mark_at(list(lines_of([paragraph])), 0) if paragraph.text.strip() else False:
            return False
        if _number_of(paragraph) == last + 1 and last:
            return True
    return False


def _marks(blocks: Sequence[Block], lines: Sequence[Line]) -> list[tuple[int, AppendixMark]]:
    """All marks by the places of their first lines; a table of anything has none inside."""
    found: list[tuple[int, AppendixMark]] = []
    closed = _closed(blocks)
    after = 0
    for at, line in enumerate(lines):
        if at < after or not begins(line) or not line.begins or line.block in closed:
            continue
        reach = range(at, min(at + _MARK, len(lines)))
        end = next((place for place in reach if lines[place].block in closed), len(lines))
        mark = mark_at(lines[at:end], 0)
        if mark is not None and (not mark.grif or mark.act.text or mark.number):
            found.append((at, mark))
            after = at + len(mark.lines)
    return found


_LINE_OR_TWO = 200
"""Characters that make no appendix yet."""
_MARK = 12
"""Lines that the longest mark may have."""


def _closed(blocks: Sequence[Block]) -> frozenset[int]:
    """The tables of something, by their places: other tables only place words."""
    return frozenset(
        at for at, block in enumerate(blocks) if isinstance(block, Table) and not is_layout(block)
    )
