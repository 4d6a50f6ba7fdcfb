"""Diagnostics for a terminal: one complete line, then the place as a picture, then advice."""

from collections import Counter
from collections.abc import Iterable, Iterator

from roadmapc.diagnostics.code import Code, Group, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Place, errors_first
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.text.plural import counted

MAX_WIDTH = 160
"""Characters of a source line that are shown; longer ones are cut round the place."""


def to_text(diagnostics: Iterable[Diagnostic]) -> str:
    """The report; empty if there is nothing to say."""
    return "\n".join("\n".join(map(harmless, _lines(diagnostic))) + "\n" for diagnostic in diagnostics)


def summary(codes: Iterable[Code]) -> str:
    """«2 ошибки, 1 замечание»; empty if there is nothing to say."""
    counts = Counter(code.severity for code in codes)
    return ", ".join(counted(counts[each], *each.forms) for each in Severity if counts[each])


def by_code(codes: Iterable[Code]) -> str:
    """How many of each code, a line each, by group and severity: where to begin with a long report."""
    groups, severities = list(Group), list(Severity)
    counts = sorted(
        Counter(codes).items(),
        key=lambda item: (groups.index(item[0].group), severities.index(item[0].severity), -item[1]),
    )
    return "\n".join(f"{count:5}  {code.id}  {code.title}" for code, count in counts)


def to_concise(diagnostics: Iterable[Diagnostic]) -> str:
    """A line for each finding, errors first: for grep and for editors."""
    return "".join(f"{harmless(first_line(one))}\n" for one in errors_first(diagnostics))


def first_line(diagnostic: Diagnostic) -> str:
    """`path:line:column: severity code: message`, for editors and grep."""
    where = f"{address(diagnostic.place)}: " if diagnostic.place else ""
    return f"{where}{diagnostic.severity.word} {diagnostic.code.id}: {diagnostic.message}"


def address(place: Place) -> str:
    """`path:line:column`."""
    line, column = place.file.position(place.span.start)
    return f"{place.file.name}:{line}:{column}"


def _lines(diagnostic: Diagnostic) -> Iterator[str]:
    yield first_line(diagnostic)
    if diagnostic.place is not None:
        yield from picture(diagnostic.place)
    for label in diagnostic.related:
        yield f"   = {address(label.place)}: {label.text}"
    for hint in diagnostic.hints:
        yield f"   = совет: {hint}"
    if diagnostic.edit is not None:
        yield "   = исправит: roadmapc check --fix"
    yield f"   = подробнее: roadmapc explain {diagnostic.code.id}"


def picture(place: Place, most: int = MAX_WIDTH) -> Iterator[str]:
    """The line with the words underlined, at most so many characters of it; nothing of a blank line."""
    file, span = place
    number, column = file.position(span.start)
    line = file.line_span(number)
    width = max(1, min(span.end - span.start, line.end - line.start - column + 1))
    shown, column = _cut(file, line, column, most)
    if not shown.strip():
        return
    # one space for each tab, so that what stands under the line stays there
    yield f"{number:5d} | {''.join(' ' if sign.isspace() else sign for sign in shown)}"
    yield f"      | {' ' * (column - 1)}{'^' * min(width, len(shown) - column + 1)}"


def harmless(line: str) -> str:
    """The line with a box for what a terminal would obey or hide, or what would make two lines of it.

    A name or a message of two lines could give a server that reads them orders of its own.
    """
    if line.isprintable():
        return line
    return "".join(sign if sign.isprintable() or _is_blank(sign) else "\ufffd" for sign in line)


def _is_blank(sign: str) -> bool:
    return sign.isspace() and len(f"-{sign}-".splitlines()) == 1


def _cut(file: SourceFile, line: Span, column: int, most: int) -> tuple[str, int]:
    """A long line round the place, and the place's column in it; a line of a megabyte is not copied."""
    length = line.end - line.start
    start = max(0, min(column - 1 - most // 4, length - most))
    ahead, behind = ("…" if start else ""), ("…" if start + most < length else "")
    shown = file.text[line.start + start : min(line.start + start + most, line.end)]
    return f"{ahead}{shown}{behind}", column - start + len(ahead)
