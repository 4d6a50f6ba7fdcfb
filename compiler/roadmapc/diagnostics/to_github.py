"""Diagnostics as workflow commands: GitHub shows them beside the changed lines."""

from collections.abc import Iterable

from roadmapc.diagnostics.code import Severity
from roadmapc.diagnostics.diagnostic import Diagnostic

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def to_github(diagnostics: Iterable[Diagnostic]) -> str:
    """One command a line."""
    return "".join(f"{_command(diagnostic)}\n" for diagnostic in diagnostics)


def _command(diagnostic: Diagnostic) -> str:
    fields = {"title": f"{diagnostic.code.id} {diagnostic.code.title}"}
    if diagnostic.place is not None:
        start = diagnostic.place.file.position(diagnostic.place.span.start)
        end = diagnostic.place.file.position(diagnostic.place.span.end)
        fields |= {"file": diagnostic.place.file.name, "line": str(start.line), "endLine": str(end.line)}
        fields |= {"col": str(start.column), "endColumn": str(end.column)}
    escaped = {name: _data(text).replace(":", "%3A").replace(",", "%2C") for name, text in fields.items()}
    written = ",".join(f"{name}={text}" for name, text in escaped.items())
    text = "\n".join((diagnostic.message, *diagnostic.hints))
    return f"::{_COMMANDS[diagnostic.severity]} {written}::{_data(text)}"


def _data(text: str) -> str:
    """A percent sign first: it introduces the escapes of line breaks."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
