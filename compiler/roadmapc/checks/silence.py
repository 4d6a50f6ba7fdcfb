"""Findings that the author has answered: `# roadmapc: allow D341 – срок назначит департамент`.

The comment speaks of its own line, or, alone on a line, of the next one; and of all that is indented under
that line: above `measures:` it answers for every measure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span

ALLOW_WITHOUT_REASON = Code(
    "Y121",
    "allow-without-reason",
    Severity.WARNING,
    """Замечание снято без причины.

Почему    Через год никто не вспомнит, почему с этим согласились, а проверять придётся заново.
Плохо     # roadmapc: allow D341
Хорошо    # roadmapc: allow D341 – контрольные даты назначит департамент
Основание соглашение roadmapc
""",
)
UNUSED_ALLOW = Code(
    "Y122",
    "unused-allow",
    Severity.WARNING,
    """Снимать здесь нечего.

Почему    Замечания с таким кодом в этом месте нет: его исправили, код написан с ошибкой или это ошибка,
          а ошибки не снимаются. Забытая отметка скроет следующее замечание.
Плохо     отметка «allow», оставшаяся у исправленного срока
Хорошо    строка без отметки
Основание соглашение roadmapc
""",
)

CODES = (ALLOW_WITHOUT_REASON, UNUSED_ALLOW)

_ALLOW = re.compile(r"(?:^|(?<=\s))#\s*roadmapc:\s*allow\s+(?P<code>[\w-]+)(?:\s+[–—-]\s*(?P<reason>.*))?")


@dataclass(frozen=True, slots=True)
class _Allowance:
    """One comment, and the lines it speaks of."""

    code: str
    """An id or a name."""
    reason: str
    """Empty if the author gave none."""
    place: Place
    lines: range

    def covers(self, diagnostic: Diagnostic) -> bool:
        """Whether this comment answers that finding; errors cannot be answered."""
        place, code = diagnostic.place, diagnostic.code
        if place is None or place.file is not self.place.file or code.severity is Severity.ERROR:
            return False
        return self.code in (code.id, code.name) and place.file.position(place.span.start).line in self.lines


def without_allowed(file: SourceFile, said: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """What is left to say of a plan, with what is wrong with the comments themselves."""
    if "roadmapc:" not in file.text:
        return said
    allowances = tuple(_allowances(file))
    left = tuple(one for one in said if not any(each.covers(one) for each in allowances))
    return (*left, *_problems(allowances, said))


def _problems(allowances: tuple[_Allowance, ...], said: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    for allowance in allowances:
        if not any(allowance.covers(one) for one in said):
            message = f"замечания «{allowance.code}» здесь нет, снимать нечего"
            yield Diagnostic(UNUSED_ALLOW, message, allowance.place, hints=("уберите эту отметку",))
        elif not allowance.reason:
            message = f"замечание «{allowance.code}» снято без причины"
            hint = f"напишите, почему: # roadmapc: allow {allowance.code} – причина"
            yield Diagnostic(ALLOW_WITHOUT_REASON, message, allowance.place, hints=(hint,))


def _allowances(file: SourceFile) -> Iterator[_Allowance]:
    lines = file.text.splitlines()
    for number, line in enumerate(lines, start=1):
        found = _ALLOW.search(line)
        if found is None:
            continue
        at = number if line[: found.start()].strip() else _next_line(lines, number)
        start = file.offset(number, found.start() + 1)
        place = Place(file, Span(start, start + len(found[0].rstrip())))
        reason = (found["reason"] or "").strip()
        yield _Allowance(found["code"], reason, place, range(at, _end_of_block(lines, at)))


def _next_line(lines: list[str], number: int) -> int:
    """The first line after `number` that has more than a comment."""
    return next((at for at in range(number + 1, len(lines) + 1) if _says(lines[at - 1])), number)


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
