"""The notes of a consolidated edition: which provisions have one, and what it says.

A plan without history has none, so an order as signed and an edition are made in one way.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from typing import NamedTuple, TypeVar

from roadmapc.model.act import ActKind, Case
from roadmapc.model.amendment import (
    ActName,
    AmendingAct,
    ChangeKind,
    ProvisionChange,
    ProvisionName,
    Suspension,
    listed,
    references,
)
from roadmapc.model.history import Changes, gone, history
from roadmapc.model.numbering import rank
from roadmapc.model.plan import Appendix, Clause, Measure, Plan, Section
from roadmapc.model.profile import Removal
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import PREAMBLE, TITLE, of_plan
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
_OF_UNIT = {
    ProvisionKind.CLAUSE: "пункта",
    ProvisionKind.SECTION: "раздела",
    ProvisionKind.MEASURE: "строки",
}
"""What can be out of force for a time, in the genitive."""
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
        self._suspended = [(act, each) for act in plan.amendments for each in act.life.suspends]
        numbers = dict(of_plan(plan))
        for provision, changes in history(plan).items():
            for act, change in gone(changes, numbers.get(provision)):
                note = removal_note(act, change, plan.profile.amendments.removal)
                self._removed[provision.kind, change.within].append(RemovedProvision(change.number, note))
            if changes[-1][1].kind is not ChangeKind.REMOVED:
                self._in_force[provision] = _since_return(changes)

    @property
    def is_empty(self) -> bool:
        """Whether the plan is as it was signed."""
        return not self._in_force and not self._removed and not self._suspended

    def of(self, provision: ProvisionName, number: str = "") -> Iterator[NoteView]:
        """The notes of a provision in force; nothing if it is as it was signed.

        One that stands in a row between two others names its `number`: it might belong to either.
        """
        if provision in self._in_force:
            yield change_note(provision, self._in_force[provision], number)
        for act, each in self._suspended:
            if each.provision == provision:
                yield suspension_note(act, each, number)

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


def ended_by(acts: Sequence[AmendingAct], name: ActName) -> AmendingAct | None:
    """The act that has ended another one, or the order; `None` for one in force."""
    return next((act for act in acts if any(each.name == name for each in act.life.repeals)), None)


def act_view(act: AmendingAct, ended: AmendingAct | None) -> ActView:
    """«Приказ от 01.02.2022 № 20 «О внесении изменений в …»; вступил в силу с 01.03.2022»."""
    title = f" «{act.title.translate(_INNER_QUOTES)}»" if act.title else ""
    words = capital(listed([act], Case.NOMINATIVE)) + title
    if act.life.corrects is not None:
        words += f"; исправляет ошибку акта {act.life.corrects.name.requisites}"
    if act.life.effective != act.date:
        words += f"; вступает в силу с {digits(act.life.effective)}"
    if act.life.applies_since != act.life.effective:
        words += f"; распространяется на правоотношения, возникшие с {digits(act.life.applies_since)}"
    if ended is not None:
        words += (
            f"; {act.kind.lost_force} с {digits(ended.life.effective)} – {listed([ended], Case.NOMINATIVE)}"
        )
    return ActView(_key(act), words)


def history_notes(acts: Sequence[AmendingAct], order: ActName | None) -> Iterator[NoteView]:
    """«(в редакции приказов от 01.02.2022 № 20, от 03.05.2022 № 77)», by the days of signing.

    Over it, if an act has ended the order: «Утратил силу с 01.07.2023. – Приказ от 01.06.2023 № 90».
    """
    end = ended_by(acts, order) if order else None
    if end is not None:
        named = NoteWords(capital(listed([end], Case.NOMINATIVE)), _key(end))
        yield NoteView(
            (NoteWords(f"{capital(end.kind.lost_force)} с {digits(end.life.effective)}. – ", ""), named)
        )
    # an act that only suspends or ends others has changed no words
    said = (act for act in acts if act.changes or not (act.life.suspends or act.life.repeals))
    amending = sorted(said, key=lambda act: act.date)
    if amending:
        yield _bracketed(*_phrase("в редакции", amending, Case.GENITIVE))


def nature_note(kind: ActKind, acts: Sequence[AmendingAct]) -> NoteView:
    """That nobody has signed this text, and of what day it is: a page that is printed may be filed."""
    day = digits(max(act.life.effective for act in acts))
    signed = f"подписаны {kind} и каждый из изменивших его актов"
    return NoteView((NoteWords(f"Актуальная редакция на {day} – справочный текст: {signed}", ""),))


def change_note(provision: ProvisionName, changes: Changes, number: str) -> NoteView:
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


def suspension_note(act: AmendingAct, suspension: Suspension, number: str) -> NoteView:
    """«(действие строки 2.3 приостановлено с 01.03.2022 до 01.09.2022 приказом от 20.02.2022 № 17)»."""
    since, until = digits(act.life.effective), digits(suspension.until)
    unit = f"{_OF_UNIT[suspension.provision.kind]} {number} " if number else ""
    words = f"действие {unit}приостановлено с {since} до {until}"
    return _bracketed(*_phrase(words, [act], Case.INSTRUMENTAL))


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
