"""Findings that the author has answered: `# roadmapc: allow D341 – срок назначит департамент`.

The comment speaks of its own line, or, alone on a line, of the next one; and of all that is indented under
that line: above `measures:` it answers for every measure, at `file: concept.md` for that file of prose.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from roadmapc.checks.codes import ALLOW_WITHOUT_REASON, UNUSED_ALLOW
from roadmapc.diagnostics.code import Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.amounts import listed
from roadmapc.text.regex import regex

_ALLOW = regex(r"(?:^|(?<=\s))#\s*roadmapc:\s*allow\s+(?P<code>[\w-]+)(?:\s+[–—-]\s*(?P<reason>.*))?")


class Allowance(NamedTuple):
    """One comment, and the lines it speaks of."""

    code: str
    """An id or a name."""
    reason: str
    """Empty if the author gave none."""
    place: Place
    lines: range


class _Placed(NamedTuple):
    """A finding, and where it may be answered."""

    diagnostic: Diagnostic
    line: int
    """Of the plan; 0 if nothing there can answer it."""


def without_allowed(
    file: SourceFile, diagnostics: tuple[Diagnostic, ...], prose: Mapping[str, int]
) -> tuple[Diagnostic, ...]:
    """What is left to say of a plan, with what is wrong with the comments themselves.

    `prose` gives the place in the plan that names each file of prose: there its findings are answered.
    """
    if "roadmapc:" not in file.text:
        return diagnostics
    answers = tuple(allowances(file))
    lines = {name: file.position(start).line for name, start in prose.items()}
    placed = [_Placed(diagnostic, _line(diagnostic, file, lines)) for diagnostic in diagnostics]
    stretches = _stretches(answers)
    left = (each.diagnostic for each in placed if not _is_answered(each, stretches))
    return (*left, *listed(_problems(answers, placed)))


_Stretches = Mapping[str, Sequence[tuple[int, int]]]
"""The lines that comments speak of, by the code that they name: apart from each other and sorted."""


def _stretches(answers: Iterable[Allowance]) -> _Stretches:
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for code, start, stop in sorted((each.code, each.lines.start, each.lines.stop) for each in answers):
        if found[code] and start <= found[code][-1][1]:
            first, last = found[code].pop()
            found[code].append((first, max(stop, last)))
        else:
            found[code].append((start, stop))
    return found


def _is_answered(placed: _Placed, stretches: _Stretches) -> bool:
    """Errors cannot be answered."""
    code = placed.diagnostic.code
    if code.severity is Severity.ERROR:
        return False
    for name in (code.id, code.name):
        known = stretches.get(name, ())
        at = bisect_right(known, placed.line, key=lambda stretch: stretch[0])
        if at and placed.line < known[at - 1][1]:
            return True
    return False


def _line(diagnostic: Diagnostic, file: SourceFile, lines: Mapping[str, int]) -> int:
    place = diagnostic.place
    if place is None or place.file is not file:
        return lines.get(place.file.name, 0) if place else 0
    return file.position(place.span.start).line


def _problems(answers: tuple[Allowance, ...], placed: list[_Placed]) -> Iterator[Diagnostic]:
    lines: dict[str, list[int]] = defaultdict(list)
    for each in placed:
        if each.diagnostic.code.severity is not Severity.ERROR:
            lines[each.diagnostic.code.id].append(each.line)
            lines[each.diagnostic.code.name].append(each.line)
    for found in lines.values():
        found.sort()
    for allowance in answers:
        found = lines.get(allowance.code, [])
        at = bisect_left(found, allowance.lines.start)
        if at == len(found) or found[at] >= allowance.lines.stop:
            message = f"замечания «{allowance.code}» здесь нет, снимать нечего"
            yield Diagnostic(UNUSED_ALLOW, message, allowance.place, hints=("уберите эту отметку",))
        elif not allowance.reason:
            message = f"замечание «{allowance.code}» снято без причины"
            hint = f"напишите, почему: # roadmapc: allow {allowance.code} – причина"
            yield Diagnostic(ALLOW_WITHOUT_REASON, message, allowance.place, hints=(hint,))


def allowances(file: SourceFile) -> Iterator[Allowance]:
    """Every comment that answers a finding."""
    lines = file.text.splitlines()
    following = _following(lines)
    ends: dict[int, int] = {}
    """Past the block under each line that a comment speaks of."""
    for number, line in enumerate(lines, start=1):
        comment = _ALLOW.search(line)
        if comment is None:
            continue
        is_alone = not line[: comment.start()].strip()
        at = following[number] or number if is_alone else number
        if at not in ends:  # a comment with nothing after it answers for itself alone
            ends[at] = _end_of_block(lines, at) if _says(lines[at - 1]) else at + 1
        start = file.offset(number, comment.start() + 1)
        place = Place(file, Span(start, start + len(comment[0].rstrip())))
        reason = (comment["reason"] or "").strip()
        yield Allowance(comment["code"], reason, place, range(at, ends[at]))


def _following(lines: Sequence[str]) -> list[int]:
    """The next line with more than a comment after each, by its number from 0; 0 if there is none."""
    found = [0] * (len(lines) + 1)
    for number in range(len(lines), 0, -1):
        found[number - 1] = number if _says(lines[number - 1]) else found[number]
    return found


def _end_of_block(lines: list[str], number: int) -> int:
    """Past the line and what is under it: a folded text, the fields of a record, the items of a list."""
    head, rest = lines[number - 1], range(number + 1, len(lines) + 1)
    return next(
        (at for at in rest if _says(lines[at - 1]) and not _is_under(head, lines[at - 1])), len(lines) + 1
    )


def _says(line: str) -> bool:
    """Whether a line has more than a comment."""
    return line.strip() != "" and not line.lstrip().startswith("#")


def _is_under(head: str, line: str) -> bool:
    """Items of a list may stand as far left as its name."""
    deeper = _indent(line) - _indent(head)
    return deeper > 0 or (deeper == 0 and _is_item(line) and not _is_item(head))


def _is_item(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
