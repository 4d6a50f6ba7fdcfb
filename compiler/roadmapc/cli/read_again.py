"""A signed act held against its plan as `import` reads it: how it was typed is then no difference.

A row that a page has torn, a date in words, a number that Word counts: the plan says the same, its document
is only set otherwise. What cannot be read at all stays a finding.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from roadmapc.compiled import Compiled
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.importing import Around, import_document
from roadmapc.model.from_tree.fields import scalar
from roadmapc.outputs import document
from roadmapc.recognition.account import Residue
from roadmapc.source.file import SourceFile
from roadmapc.state.wanted import OutputOptions
from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.verify import comparison
from roadmapc.verify.codes import OTHER_WORDS
from roadmapc.verify.findings import Discrepancy, Finding, Merger, Move
from roadmapc.verify.from_docx import from_docx
from roadmapc.verify.passage import Document

_WORD = re.compile(r"[а-яе]{3,}")
"""Shorter ones are joined and parted by typists."""
_SET_APART = re.compile(r"\b[а-яе](?: [а-яе]\b){3,}")
"""«П Р И К А З Ы В А Ю»."""
_LOOK_ALIKES = str.maketrans("aceopxykё", "асеорхуке")
_OF_OURS = frozenset({"разослать"})
"""Over a list of copies, which typists leave without a heading."""
_SHOWN = 8
"""Words that a message lists."""


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


def unfound(planned: Document, returned: Document) -> Iterator[Diagnostic]:
    """Words that the plan prints and the document does not have so often, wherever they stand.

    What an import proposes for a requisite that it misses, the directory's name of the body, would else pass
    for read.
    """
    wanted, there = (
        Counter(
            word
            for passage in (*document.passages, *(edge.passage for edge in document.edges))
            for word in _WORD.findall(_plain(passage.text))
        )
        for document in (planned, returned)
    )
    words = [word for word in wanted - there if word not in _OF_OURS]
    if words:
        listed = ", ".join(f"«{word}»" for word in words[:_SHOWN])
        rest = f" и ещё {len(words) - _SHOWN}" if len(words) > _SHOWN else ""
        yield Diagnostic(OTHER_WORDS, f"в документе нет слов, которые печатает план: {listed}{rest}", None)


def _plain(text: str) -> str:
    """Letters as a reader takes them: no soft hyphens, Russian ones for Latin ones, words not set apart."""
    plain = text.replace("\u00ad", "").casefold().translate(_LOOK_ALIKES)
    return _SET_APART.sub(lambda letters: letters[0].replace(" ", ""), plain)


def _around(compiled: Compiled) -> Around:
    """The plan's own directory: what it calls bodies is not asked again."""
    path = Path(compiled.surroundings.file.name)
    reference = scalar(compiled.plan.origin, "organisation").text
    return Around(path, reference, _text(path.parent / reference, compiled).value, like=compiled.plan.origin)


def _text(path: Path, compiled: Compiled) -> Outcome[SourceFile]:
    return from_bytes(str(path), compiled.surroundings.sources[path])


def left_out(residue: Iterable[Residue]) -> str:
    """Reasons with how often each was met: «шапка таблицы повторена – 9»."""
    return ", ".join(f"{why} – {count}" for why, count in Counter(each.why for each in residue).most_common())
