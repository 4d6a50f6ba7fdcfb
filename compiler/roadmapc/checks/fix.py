"""Corrections that change no meaning, written into the text itself: comments and layout stay."""

from collections.abc import Iterable

from roadmapc.diagnostics.diagnostic import Diagnostic, Edit
from roadmapc.source.file import SourceFile


def correctable(diagnostics: Iterable[Diagnostic]) -> tuple[SourceFile, ...]:
    """The files in which something can be corrected, each once."""
    files = (each.place.file for each in diagnostics if each.edit is not None and each.place is not None)
    return tuple(dict.fromkeys(files))


def edits_of(file: SourceFile, diagnostics: Iterable[Diagnostic]) -> tuple[Edit, ...]:
    """What can be corrected in one file, in its order; of two that overlap only the first."""
    edits = {
        (each.edit.span, each.edit.text): each.edit
        for each in diagnostics
        if each.edit is not None and each.place is not None and each.place.file is file
    }
    chosen: list[Edit] = []
    for edit in sorted(edits.values(), key=lambda edit: edit.span):
        if not chosen or edit.span.start >= chosen[-1].span.end:
            chosen.append(edit)
    return tuple(chosen)


def corrected(file: SourceFile, edits: tuple[Edit, ...]) -> str:
    """The text with its edits made, from the last to the first so that places stay."""
    text = file.text
    for edit in reversed(edits):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text
