"""Findings in a record, so that they are said again without the plan: each as every report prints it."""

import json
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from roadmapc.diagnostics.code import About, Code, Group, Severity
from roadmapc.diagnostics.diagnostic import Diagnostic, Edit, Label, Place
from roadmapc.diagnostics.excerpted import excerpted
from roadmapc.source.excerpt import Excerpt
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span

_Thing = TypeVar("_Thing", bound=Hashable)


def to_json(diagnostics: Iterable[Diagnostic]) -> str:
    """Findings with the codes and the lines that they refer to by number; empty for none."""
    found = excerpted(diagnostics)
    codes = _numbered(each.code for each in found)
    places = [each.place for each in found if each.place]
    places += [label.place for each in found for label in each.related]
    files = _numbered(place.file for place in places)

    def place(where: Place) -> list[int]:
        return [files[where.file], *where.span]

    record = {
        "codes": [list(code) for code in codes],
        "files": [[file.name, _lines(file)] for file in files],
        "findings": [
            [
                codes[each.code],
                each.message,
                each.place and place(each.place),
                each.hints,
                [[*place(label.place), label.text] for label in each.related],
                each.edit and [*each.edit.span, each.edit.text],
                each.units,
            ]
            for each in found
        ],
    }
    return json.dumps(record, ensure_ascii=False) if found else ""


def from_json(written: str | bytes) -> list[Diagnostic]:
    """The findings."""
    record = json.loads(written) if written else {"codes": (), "files": (), "findings": ()}
    codes = [
        Code(name, word, Severity(severity), manual, Group(concerns), About(about))
        for name, word, severity, manual, concerns, about in record["codes"]
    ]
    files = [
        Excerpt(name, {int(number): line for number, line in lines.items()})
        for name, lines in record["files"]
    ]
    return [
        Diagnostic(
            codes[code],
            message,
            place and _place(files, place),
            tuple(hints),
            tuple(Label(_place(files, where), text) for *where, text in related),
            edit and Edit(Span(edit[0], edit[1]), edit[2]),
            tuple(units),
        )
        for code, message, place, hints, related, edit, units in record["findings"]
    ]


def _numbered(things: Iterable[_Thing]) -> dict[_Thing, int]:
    """Each once with its number, in their order."""
    return {each: number for number, each in enumerate(dict.fromkeys(things))}


def _lines(file: SourceFile) -> Mapping[int, str]:
    assert isinstance(file, Excerpt), "findings are excerpted before they are recorded"
    return file.lines


def _place(files: Sequence[SourceFile], where: Sequence[int]) -> Place:
    file, start, end = where
    return Place(files[file], Span(start, end))
