"""The changes of a returned document as new texts of the sources, each proved by printing the plan anew."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from roadmapc.absorb.applied import applied, conflicts
from roadmapc.absorb.changes import Change, Left
from roadmapc.absorb.codes import CONFLICT, NO_SOURCE, NOT_ALIKE
from roadmapc.absorb.comparison import Difference, differences
from roadmapc.absorb.from_documents import SourceChanges
from roadmapc.absorb.marks import marked
from roadmapc.absorb.printed_plan import PrintedPlan, document_units
from roadmapc.absorb.provenance import provenance
from roadmapc.absorb.sources import Sources
from roadmapc.model.plan import Plan
from roadmapc.source.file import SourceFile
from roadmapc.verify.passage import Document, Unit

_ROUNDS = 4
"""A row that was moved is found in its new place before its words are changed."""

_LEAST_WORDS = (1, 3)
"""Values of fewer words have no marks: at the second attempt, if a word of a list is not known with one."""


class Print(NamedTuple):
    """A plan with what its document says."""

    plan: Plan
    document: Document


Printer = Callable[[Sequence[SourceFile]], Print | str]
"""Prints the plan with some files as given, or says why it cannot be printed."""


@dataclass(slots=True)
class Absorbed:
    """What has come home."""

    files: tuple[SourceFile, ...]
    """The sources as they are to be."""
    document: Document
    """What the plan prints then."""
    changes: list[Change] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    """What a person has to bring home."""
    kept: list[Difference] = field(default_factory=list)
    """Where the document still has what the plan printed before, and will print no more."""


def absorbed(files: Sequence[SourceFile], returned: Document, printer: Printer) -> Absorbed:
    """The sources with what is proved of a document; `files` are the plan, its directory, files of prose."""
    return _Absorption(files, document_units(returned), printer).result()


class _Absorption:
    """Goes on until nothing more comes home."""

    def __init__(self, files: Sequence[SourceFile], returned: Sequence[Unit], printer: Printer) -> None:
        self._returned, self._printer = returned, printer
        self._refused: dict[tuple[str, str], Left] = {}
        first = printer(files)
        assert isinstance(first, Print), "the plan was printed before"
        self._now, self._done = first, Absorbed(tuple(files), first.document)
        self._sent = document_units(first.document)

    def result(self) -> Absorbed:
        """Everything, with what is left at the end."""
        left: list[Left] = []
        remaining: list[Difference] = []
        for _ in range(_ROUNDS):
            sources = Sources(self._done.files)
            found, left = self._changes(sources)
            fresh = [each for each in found if (each.place, each.words) not in self._refused]
            is_taken = bool(fresh) and self._take(sources, fresh)
            remaining = self._differences(self._now)
            if not is_taken or all(each.is_own for each in remaining):
                break
        self._done.document = self._now.document
        self._done.kept = [each for each in remaining if each.is_own]
        self._done.left = list(self._left([*self._refused.values(), *left], remaining))
        return self._done

    def _changes(self, sources: Sources) -> tuple[list[Change], list[Left]]:
        units = document_units(self._now.document)
        for least in _LEAST_WORDS:
            marks = marked(sources.files, least)
            pairs = zip(sources.files, marks.texts, strict=True)
            traced = self._printer([SourceFile(file.name, text) for file, text in pairs])
            if isinstance(traced, Print):
                found = provenance(units, document_units(traced.document), marks, sources)
                return SourceChanges(
                    self._now.plan, PrintedPlan(sources, units, found), self._returned
                ).found()
        return [], []

    def _take(self, sources: Sources, changes: Sequence[Change]) -> bool:
        """Take all changes if they are proved together, else those that are proved one after another."""
        whole = self._without_conflicts(changes)
        if self._try(sources, whole) is None:
            self._done.changes += whole
            return bool(whole)
        taken: list[Change] = []
        for change in whole:
            files, now = self._done.files, self._now
            reason = self._try(sources, [*taken, change])
            if reason is None:
                taken.append(change)
            else:
                self._done.files, self._now = files, now
                self._refused[change.place, change.words] = Left(
                    NOT_ALIKE, change.place, change.words, reason
                )
        self._done.changes += taken
        return bool(taken)

    def _without_conflicts(self, changes: Sequence[Change]) -> list[Change]:
        """Of two that want one place for different words neither is taken."""
        clear: list[Change] = []
        for change in changes:
            if any(other is not change and conflicts(change, other) for other in changes):
                why = "то же место исходного файла изменено в документе и по-другому"
                self._refused[change.place, change.words] = Left(CONFLICT, change.place, change.words, why)
            else:
                clear.append(change)
        return clear

    def _try(self, sources: Sources, changes: Sequence[Change]) -> str | None:
        """Take changes if the plan then prints what they say and nothing else new; else why they are not."""
        texts = applied(sources, changes)
        files = tuple(
            SourceFile(file.name, texts.get(at, file.text)) for at, file in enumerate(sources.files)
        )
        printed = self._printer(files)
        if isinstance(printed, str):
            return printed
        before, after = (
            Counter(each.words for each in self._differences(one) if not each.is_own)
            for one in (self._now, printed)
        )
        if not after <= before or after == before:
            return "план с этой правкой печатает другое"
        self._done.files, self._now = files, printed
        return None

    def _differences(self, printed: Print) -> list[Difference]:
        return differences(document_units(printed.document), self._returned, self._sent)

    @staticmethod
    def _left(known: Iterable[Left], remaining: Sequence[Difference]) -> list[Left]:
        """What remains to be done, with the reason where it is known."""
        reasons = {(each.place, each.words): each for each in known}
        by_words = {each.words: each for each in reasons.values()}
        found: list[Left] = []
        for each in remaining:
            if each.is_own:
                continue
            words = each.after or each.before
            reason = reasons.get((each.place, words)) or by_words.get(words)
            why = "в исходных файлах нет места, из которого это печатается"
            found.append(reason or Left(NO_SOURCE, each.place, words, why))
        return list(dict.fromkeys(found))
