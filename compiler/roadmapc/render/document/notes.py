"""The notes of a consolidated edition: which provisions have one, and what it says.

A plan without history has none, so an order as signed and an edition are made in one way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from typing import NamedTuple, TypeVar

from roadmapc.model.act import ActKind, Case
from roadmapc.model.amendment import (
    AmendingAct,
    ChangeKind,
    ProvisionChange,
    ProvisionName,
    listed,
    references,
)
from roadmapc.model.history import Changes, history
from roadmapc.model.numbering import rank
from roadmapc.model.plan import Appendix, Clause, Measure, Plan, Section
from roadmapc.model.profile import Removal
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import PREAMBLE, TITLE
from roadmapc.render.document.view import ActView, NoteView, NoteWords
from roadmapc.text.dates import digits
from roadmapc.text.letters import capital

ADDED = {
    ProvisionKind.CLAUSE: ("пункт", "введён"),
    ProvisionKind.APPENDIX: ("приложение", "введено"),
    ProvisionKind.SECTION: ("раздел", "введён"),
    ProvisionKind.MEASURE: ("строка", "введена"),
}
REPEALED = {
    ProvisionKind.CLAUSE: "Утратил силу",
    ProvisionKind.APPENDIX: "Утратило силу",
    ProvisionKind.SECTION: "Утратил силу",
    ProvisionKind.MEASURE: "Утратила силу",
}
EXCLUDED = "Исключена"
"""Of a row, where amending orders exclude rows."""
SUBJECTS = {TITLE: "наименование ", PREAMBLE: "преамбула "}
"""What a note has to name, since it does not stand right under it."""
_INNER_QUOTES = str.maketrans("«»", "„“")
_TITLE_ALONE = ("title",)
"""Fields of an appendix or a section of which only the title was changed."""


InForce = TypeVar("InForce", Appendix, Clause, Measure, Section)


class RemovedProvision(NamedTuple):
    """A provision that lost force, in the place that its number keeps."""

    number: str
    note: NoteView


class EditionNotes:
    """The notes of a plan by provision."""

    def __init__(self, plan: Plan) -> None:
        """All notes of a plan are known at once."""
        self._in_force: dict[ProvisionName, Changes] = {}
        self._removed: dict[tuple[ProvisionKind, str], list[RemovedProvision]] = defaultdict(list)
        for provision, changes in history(plan).items():
            act, last = changes[-1]
            if last.kind is ChangeKind.REMOVED:
                note = removal_note(act, last, plan.profile.amendments.removal)
                self._removed[provision.kind, last.within].append(RemovedProvision(last.number, note))
            else:
                self._in_force[provision] = _since_return(changes)

    @property
    def is_empty(self) -> bool:
        """Whether the plan is as it was signed."""
        return not self._in_force and not self._removed

    def of(self, provision: ProvisionName, number: str = "") -> Iterator[NoteView]:
        """The note of a provision in force; nothing if it is as it was signed.

        One that stands in a row between two others names its `number`: it might belong to either.
        """
        if provision in self._in_force:
            yield change_note(provision, self._in_force[provision], number)

    def removed(self, kind: ProvisionKind, within: str = "") -> Sequence[RemovedProvision]:
        """Provisions of a kind that lost force, by what held them, in the order of their numbers."""
        return sorted(self._removed.get((kind, within), ()), key=lambda each: rank(each.number))


def _since_return(changes: Changes) -> Changes:
    """What happened after the provision last lost force; everything if it never did."""
    removals = [at for at, (_, change) in enumerate(changes, start=1) if change.kind is ChangeKind.REMOVED]
    return changes[removals[-1] :] if removals else changes


def with_removed(
    in_force: Iterable[InForce], removed: Iterable[RemovedProvision]
) -> Iterator[InForce | RemovedProvision]:
    """Provisions with those that lost force at the places of their numbers."""
    return merge(in_force, removed, key=lambda each: rank(each.number))


def act_view(act: AmendingAct) -> ActView:
    """«Приказ от 01.02.2022 № 20 «О внесении изменений в приказ „Об утверждении …“»»."""
    title = f" «{act.title.translate(_INNER_QUOTES)}»" if act.title else ""
    return ActView(_key(act), capital(listed([act], Case.NOMINATIVE)) + title)


def history_note(acts: Sequence[AmendingAct]) -> NoteView:
    """«(в редакции приказов от 01.02.2022 № 20, от 03.05.2022 № 77)»."""
    return _bracketed(*_phrase("в редакции", acts, Case.GENITIVE))


def nature_note(kind: ActKind, acts: Sequence[AmendingAct]) -> NoteView:
    """That nobody has signed this text, and of what day it is: a page that is printed may be filed."""
    day = digits(max(act.date for act in acts))
    signed = f"подписаны {kind} и каждый из изменивших его актов"
    return NoteView((NoteWords(f"Актуальная редакция на {day} – справочный текст: {signed}", ""),))


def change_note(provision: ProvisionName, changes: Changes, number: str = "") -> NoteView:
    """«(строка 2.3 введена приказом от … № …; в ред. приказов от … № …, от … № …)»."""
    added = [act for act, change in changes if change.kind is ChangeKind.ADDED]
    changed = [act for act, change in changes if change.kind is ChangeKind.CHANGED]
    between = (NoteWords("; ", ""),) if added and changed else ()
    has_title = provision.kind in (ProvisionKind.APPENDIX, ProvisionKind.SECTION)
    is_title = has_title and all(change.fields == _TITLE_ALONE for _, change in changes)
    noun, verb = ADDED.get(provision.kind, ("", ""))
    unit = f"{noun} {number} " if number else ""
    subject = SUBJECTS.get(TITLE if is_title else provision, "" if added else unit)
    return _bracketed(
        *_phrase(f"{unit or noun + ' '}{verb}", added, Case.INSTRUMENTAL),
        *between,
        *_phrase(f"{subject}в ред.", changed, Case.GENITIVE),
    )


def removal_note(act: AmendingAct, change: ProvisionChange, removal: Removal) -> NoteView:
    """«2.3. Утратила силу. – Приказ от 01.02.2022 № 20»; without the number for an appendix."""
    kind = change.provision.kind
    number = "" if kind is ProvisionKind.APPENDIX else f"{change.number}. "
    is_excluded = kind is ProvisionKind.MEASURE and removal is Removal.EXCLUDE
    verb = EXCLUDED if is_excluded else REPEALED[kind]
    named = NoteWords(capital(listed([act], Case.NOMINATIVE)), _key(act))
    return NoteView((NoteWords(f"{number}{verb}. – ", ""), named))


def _phrase(words: str, acts: Sequence[AmendingAct], case: Case) -> Iterator[NoteWords]:
    """Words with the acts that they are said of; nothing if there are none."""
    if acts:
        yield NoteWords(f"{words} ", "")
    for at, (text, act) in enumerate(references(acts, case)):
        if at:
            yield NoteWords(", ", "")
        yield NoteWords(text, _key(act))


def _bracketed(*words: NoteWords) -> NoteView:
    return NoteView((NoteWords("(", ""), *words, NoteWords(")", "")))


def _key(act: AmendingAct) -> str:
    return f"{act.kind.name.lower()}-{act.date:%Y-%m-%d}-{'-'.join(act.number.split())}"
