"""Diagnostics for a terminal: one complete line, then the place as a picture, then advice."""

from collections import Counter
from collections.abc import Iterable, Iterator

from roadmapc.diagnostics.code import Code, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.text.plural import counted

MAX_WIDTH = 160
"""Characters of a source line that are shown; longer ones are cut round the place."""


_SPACES = " \t\u00a0\u2002\u2003\u2007\u2009\u200a\u202f"
"""Spaces that only move what stands behind them."""


def to_text(diagnostics: Iterable[Diagnostic]) -> str:
    """The report; empty if there is nothing to say."""
    return "\n".join("\n".join(map(harmless, _lines(diagnostic))) + "\n" for diagnostic in diagnostics)


def summary(codes: Iterable[Code]) -> str:
    """«2 ошибки, 1 замечание»; empty if there is nothing to say."""
    counts = Counter(code.severity for code in codes)
    return ", ".join(counted(counts[each], *each.forms) for each in Severity if counts[each])


def by_code(codes: Iterable[Code]) -> str:
    """How many of each code, the commonest first, a line each: where to begin with a long report."""
    return "\n".join(f"{count:5}  {code.id}  {code.title}" for code, count in Counter(codes).most_common())


def first_line(diagnostic: Diagnostic) -> str:
    """`path:line:column: severity code: message`, for editors and grep."""
    address = f"{_address(diagnostic.place)}: " if diagnostic.place else ""
    return f"{address}{diagnostic.severity.word} {diagnostic.code.id}: {diagnostic.message}"


def _address(place: Place) -> str:
    line, column = place.file.position(place.span.start)
    return f"{place.file.name}:{line}:{column}"


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    yield first_line(diagnostic)
    if diagnostic.place is not None:
        yield from _picture(diagnostic.place.file, diagnostic.place.span)
    for label in diagnostic.related:
        yield f"   = {_address(label.place)}: {label.text}"
    for hint in diagnostic.hints:
        yield f"   = совет: {hint}"
    if diagnostic.edit is not None:
        yield "   = исправит: roadmapc check --fix"
    yield f"   = подробнее: roadmapc explain {diagnostic.code.id}"


def _picture(file: SourceFile, span: Span) -> Iterator[str]:
    number, column = file.position(span.start)
    line = file.line_span(number)
    width = max(1, min(span.end - span.start, line.end - line.start - column + 1))
    shown, column = _cut(file, line, column)
    if not shown.strip():
        return
    # one space for each tab, so that what stands under the line stays there
    yield f"{number:5d} | {''.join(' ' if sign.isspace() else sign for sign in shown)}"
    yield f"      | {' ' * (column - 1)}{'^' * min(width, MAX_WIDTH)}"


def harmless(line: str) -> str:
    """The line with a box for what a terminal would obey or hide, or what would make two lines of it.

    A name or a message of two lines could give a server that reads them orders of its own.
    """
    if line.isprintable():
        return line
    return "".join(sign if sign.isprintable() or _is_blank(sign) else "\ufffd" for sign in line)


def _is_blank(sign: str) -> bool:
    return sign.isspace() and len(f"-{sign}-".splitlines()) == 1


def _cut(file: SourceFile, line: Span, column: int) -> tuple[str, int]:
    """A long line round the place, and the place's column in it; a line of a megabyte is not copied."""
    length = line.end - line.start
    start = max(0, min(column - 1 - MAX_WIDTH // 4, length - MAX_WIDTH))
    ahead, behind = ("…" if start else ""), ("…" if start + MAX_WIDTH < length else "")
    shown = file.text[line.start + start : min(line.start + start + MAX_WIDTH, line.end)]
    return f"{ahead}{shown}{behind}", column - start + len(ahead)
