"""A signed act held against its plan as `import` reads it: how it was typed is then no difference.

A row that a page has torn, a date in words, a number that Word counts: the plan says the same, its document
is only set otherwise. What cannot be read at all stays a finding.
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from roadmapc.compiled import Compiled
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.importing import Around, import_document
from roadmapc.model.from_tree.fields import scalar
from roadmapc.outputs import document
from roadmapc.recognition.account import Residue
from roadmapc.source.file import SourceFile
from roadmapc.state.wanted import OutputOptions
from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.verify import comparison
from roadmapc.verify.findings import Discrepancy, Finding, Merger, Move
from roadmapc.verify.from_docx import from_docx
from roadmapc.verify.passage import Document


class ReadAgain(NamedTuple):
    """What an act says beside its plan."""

    findings: tuple[Finding, ...]
    residue: tuple[Residue, ...]
    """Words that no plan keeps, each with its reason."""


def is_of_typing(finding: Finding) -> bool:
    """Whether another reading may find that it is none."""
    return isinstance(finding, Discrepancy | Merger | Move)


def read_again(
    file: Path, content: bytes, compiled: Compiled, planned: Document, options: OutputOptions
) -> ReadAgain | None:
    """The same comparison with the document of the plan that `import` would make; nothing if it makes none.

    Words that it cannot place would be blessed unseen: then it makes none, too.
    """
    made = import_document(str(file), content, _around(compiled)).value
    if made is None or made.lost:
        return None
    built = made.compiled.then(lambda again: document(again, options)).then(from_docx)
    if built.value is None:
        return None
    return ReadAgain(comparison.findings(planned, built.value), made.residue)


def _around(compiled: Compiled) -> Around:
    """The plan's own directory: what it calls bodies is not asked again."""
    path = Path(compiled.surroundings.file.name)
    reference = scalar(compiled.plan.origin, "organisation").text
    return Around(path, reference, _text(path.parent / reference, compiled).value)


def _text(path: Path, compiled: Compiled) -> Outcome[SourceFile]:
    return from_bytes(str(path), compiled.surroundings.sources[path])


def left_out(residue: Iterable[Residue]) -> str:
    """Reasons with how often each was met: «шапка таблицы повторена – 9»."""
    return ", ".join(f"{why} – {count}" for why, count in Counter(each.why for each in residue).most_common())
