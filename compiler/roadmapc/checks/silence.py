"""Findings that the author has answered: `# roadmapc: allow D341 – срок назначит департамент`.

The comment speaks of its own line, or, alone on a line, of the next one; and of all that is indented under
that line: above `measures:` it answers for every measure, at `file: concept.md` for that file of prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from roadmapc.checks.codes import ALLOW_WITHOUT_REASON, UNUSED_ALLOW
from roadmapc.diagnostics.code import Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span

_ALLOW = re.compile(r"(?:^|(?<=\s))#\s*roadmapc:\s*allow\s+(?P<code>[\w-]+)(?:\s+[–—-]\s*(?P<reason>.*))?")


class Allowance(NamedTuple):
    """One comment, and the lines it speaks of."""

    code: str
    """An id or a name."""
    reason: str
    """Empty if the author gave none."""
    place: Place
    lines: range

    def covers(self, placed: _Placed) -> bool:
        """Whether this comment answers that finding; errors cannot be answered."""
        code = placed.diagnostic.code
        is_meant = self.code in (code.id, code.name) and code.severity is not Severity.ERROR
        return is_meant and placed.line in self.lines


class _Placed(NamedTuple):
    """A finding, and where it may be answered."""

    diagnostic: Diagnostic
    line: int
    """Of the plan; 0 if nothing there can answer it."""


def without_allowed(
    file: SourceFile, diagnostics: tuple[Diagnostic, ...], prose: Mapping[str, int]
) -> tuple[Diagnostic, ...]:
    """What is left to say of a plan, with what is wrong with the comments themselves.

    `prose` gives the line of the plan that names each file of prose: there its findings are answered.
    """
    if "roadmapc:" not in file.text:
        return diagnostics
    answers = tuple(allowances(file))
    placed = [_Placed(diagnostic, _line(diagnostic, file, prose)) for diagnostic in diagnostics]
    left = (each.diagnostic for each in placed if not any(allowed.covers(each) for allowed in answers))
    return (*left, *_problems(answers, placed))


def _line(diagnostic: Diagnostic, file: SourceFile, prose: Mapping[str, int]) -> int:
    place = diagnostic.place
    if place is None or place.file is not file:
        return prose.get(place.file.name, 0) if place else 0
    return file.position(place.span.start).line


def _problems(answers: tuple[Allowance, ...], placed: list[_Placed]) -> Iterator[Diagnostic]:
    for allowance in answers:
        if not any(map(allowance.covers, placed)):
            message = f"замечания «{allowance.code}» здесь нет, снимать нечего"
            yield Diagnostic(UNUSED_ALLOW, message, allowance.place, hints=("уберите эту отметку",))
        elif not allowance.reason:
            message = f"замечание «{allowance.code}» снято без причины"
            hint = f"напишите, почему: # roadmapc: allow {allowance.code} – причина"
            yield Diagnostic(ALLOW_WITHOUT_REASON, message, allowance.place, hints=(hint,))


def allowances(file: SourceFile) -> Iterator[Allowance]:
    """Every comment that answers a finding."""
    lines = file.text.splitlines()
    for number, line in enumerate(lines, start=1):
        comment = _ALLOW.search(line)
        if comment is None:
            continue
        is_alone = not line[: comment.start()].strip()
        following = (at for at in range(number + 1, len(lines) + 1) if _says(lines[at - 1]))
        at = next(following, number) if is_alone else number
        start = file.offset(number, comment.start() + 1)
        place = Place(file, Span(start, start + len(comment[0].rstrip())))
        reason = (comment["reason"] or "").strip()
        yield Allowance(comment["code"], reason, place, range(at, _end_of_block(lines, at)))


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
