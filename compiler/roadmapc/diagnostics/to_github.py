"""Diagnostics for a job of GitHub: annotations beside the changed lines, and the summary of the step."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from roadmapc.diagnostics.code import Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, errors_first
from roadmapc.diagnostics.to_text import first_line, harmless, summary
from roadmapc.text.listed import listed
from roadmapc.text.plural import counted, plural

SHOWN = 10
"""Annotations of a severity that GitHub takes from a step; it drops the others without a word."""
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}
_KINDS = {
    Severity.ERROR: ("вид ошибок", "вида ошибок", "видов ошибок"),
    Severity.WARNING: ("вид замечаний", "вида замечаний", "видов замечаний"),
    Severity.NOTE: ("вид справок", "вида справок", "видов справок"),
}

_Cluster = Sequence[Diagnostic]
"""Findings told by one annotation at the place of the first."""


def to_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Workflow commands, one a line, errors first; no more than GitHub shows, the rest is counted."""
    found = tuple(diagnostics)
    return "".join(f"{command}\n" for severity in Severity for command in _commands(found, severity))


def _commands(found: Iterable[Diagnostic], severity: Severity) -> Iterator[str]:
    clusters = _clusters([one for one in found if one.severity is severity])
    shown = clusters if len(clusters) <= SHOWN else clusters[: SHOWN - 1]
    yield from map(_command, shown)
    if rest := len(clusters) - len(shown):
        left = f"и ещё {counted(rest, *_KINDS[severity])} – в сводке шага"
        yield f"::{_COMMANDS[severity]} title=roadmapc::{_data(left)}"


def _clusters(found: Sequence[Diagnostic]) -> list[_Cluster]:
    """Each finding by itself; if GitHub would not show all, those of one code in one file together."""
    if len(found) <= SHOWN:
        return [(one,) for one in found]
    alike: dict[tuple[str, str], list[Diagnostic]] = {}
    for one in found:
        alike.setdefault((one.code.id, one.place.file.name if one.place else ""), []).append(one)
    return list(alike.values())


def _command(cluster: _Cluster) -> str:
    first, *others = cluster
    fields = {"title": f"{first.code.id} {first.code.title}"}
    if first.place is not None:
        file, span = first.place
        start, end = file.position(span.start), file.position(span.end)
        fields |= {"file": file.name, "line": str(start.line), "endLine": str(end.line)}
        fields |= {"col": str(start.column), "endColumn": str(end.column)}
    escaped = {name: _data(value).replace(":", "%3A").replace(",", "%2C") for name, value in fields.items()}
    written = ",".join(f"{name}={value}" for name, value in escaped.items())
    text = "\n".join((first.message, *first.hints, *_others(others)))
    return f"::{_COMMANDS[first.severity]} {written}::{_data(text)}"


def _others(others: Sequence[Diagnostic]) -> Iterator[str]:
    """«таких же ещё 12: строки 8, 11, 14, 20 и ещё 8»."""
    lines = sorted({one.place.file.position(one.place.span.start).line for one in others if one.place})
    if others:
        where = f": {plural(len(lines), 'строка', 'строки', 'строки')} {listed([*map(str, lines)])}"
        yield f"таких же ещё {len(others)}{where if lines else ''}"


def _data(text: str) -> str:
    """A percent sign first: it introduces the escapes of line breaks."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


MOST_BYTES = 900_000
"""Of a summary: GitHub refuses a step's summary of more than a mebibyte, all of it."""


def to_summary(diagnostics: Iterable[Diagnostic]) -> str:
    """Every finding, errors first, for the summary of the step; nothing in it is read as Markdown."""
    found = errors_first(diagnostics)
    if not found:
        return ""
    lines, room = [], MOST_BYTES
    for one in found:
        line = escape(harmless(first_line(one)))
        room -= len(line.encode("utf-8", "replace")) + 1
        if room < 0:
            break
        lines.append(line)
    if left := len(found) - len(lines):
        lines.append(f"… и ещё {left}: roadmapc check")
    head = f"**roadmapc check: {summary(one.code for one in found)}**"
    return "\n".join((head, "", "<pre>", *lines, "</pre>", ""))
