"""A document that people have becomes a plan and a directory: read, recognised, written, proved.

The proof is the way of every plan: what was written is compiled anew, and every word that the recogniser
claims must be among those that the compiled plan prints.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

from roadmapc.compiled import Compiled
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, has_errors
from roadmapc.incoming.blocks import Aside, Incoming
from roadmapc.incoming.codes import said
from roadmapc.incoming.from_file import read
from roadmapc.office import to_docx
from roadmapc.pipeline import compile_plan
from roadmapc.recognition.account import Account, Question, Residue
from roadmapc.recognition.codes import HEAD_LEFT, NESTED_TABLE, NO_ACT, NO_ORDER, PICTURE_LEFT
from roadmapc.recognition.directory import Directory
from roadmapc.recognition.extended import extended
from roadmapc.recognition.outline import is_of_page
from roadmapc.recognition.to_plan import Recognised, recognise
from roadmapc.recognition.written import written_directory, written_plan
from roadmapc.render.document.from_plan import order_view
from roadmapc.source.file import SourceFile
from roadmapc.surroundings import Sources
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode
from roadmapc.text.shorten import shortened
from roadmapc.workspace.sources import build_day

_LENT = ("period", "profile", "template")
"""Fields by which two plans of one act may differ, though the act says none of them."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What a document became, and what is to be said of it."""

    document: Incoming
    plan: str
    """The text of the plan."""
    directory: str
    """The text of the directory, proposed or extended."""
    residue: tuple[Residue, ...]
    questions: tuple[Question, ...]
    asked: frozenset[str]
    """The ids of all questions, answered ones too."""
    compiled: Outcome[Compiled]
    """The written plan as `check` sees it."""

    @property
    def lost(self) -> tuple[Residue, ...]:
        """Residue of which nobody knows why it is left."""
        return tuple(each for each in self.residue if not each.why)


@dataclass(frozen=True, slots=True)
class Around:
    """What an import is told besides the document."""

    plan: Path
    """Where the plan will lie."""
    reference: str
    """By which the plan names its directory: «organisations/town.yaml»."""
    directory: SourceFile | None = None
    """One that exists, to be extended."""
    answers: Mapping[str, str] | None = None
    """By the ids of questions."""
    like: MappingNode | None = None
    """A plan whose period, profile and template the new one has; `None` leaves them to the document."""


def _like(other: MappingNode | None, plan: MappingNode) -> MappingNode:
    """The plan with what another says of the way in which it is printed."""
    said = {} if other is None else {name: other.fields[name] for name in _LENT if name in other.fields}
    return plan._replace(fields={**plan.fields, **said})


def import_document(name: str, content: bytes, around: Around) -> Outcome[Imported]:
    """Everything that can be made of a document; no value if it cannot be read."""
    return read_document(name, content).then(lambda found: imported(found, around))


def read_document(name: str, content: bytes) -> Outcome[Incoming]:
    """A document of any format, by LibreOffice where we do not read it ourselves."""
    return read(name, content, to_docx)


def proposed_directory(document: Incoming, around: Around) -> Outcome[str]:
    """The bodies and officials that a document speaks of; no value if it is no act."""
    recognised = recognise(document, Account(document, around.answers), Directory(), around.reference)
    told = _as_act(document, recognised)
    if has_errors(told):
        return Outcome(None, told)
    return Outcome(written_directory(recognised.directory.node(), around.reference))


def merged_directory(known: SourceFile | None, proposed: Iterable[str], reference: str) -> Outcome[str]:
    """One directory of many, with what one that exists lacks."""
    begun = _directory_of(known)
    if begun.value is None:
        return Outcome(None, begun.diagnostics)
    for text in proposed:
        other = _record_of(SourceFile(reference, text)).value
        assert other is not None
        begun.value.take_in(other)
    return Outcome(_directory_text(begun.value, known, reference))


def _directory_of(file: SourceFile | None) -> Outcome[Directory]:
    """The directory of a file, to be extended, or an empty one; no value if the file cannot be read."""
    if file is None:
        return Outcome(Directory())
    return _record_of(file).then(lambda record: Outcome(Directory(record)))


def _directory_text(directory: Directory, known: SourceFile | None, reference: str) -> str:
    """The text of a directory: that of its file with what was added to it, or all of it anew."""
    if known is None:
        return written_directory(directory.node(), reference)
    return extended(known.text, directory.added)


def _record_of(file: SourceFile) -> Outcome[MappingNode]:
    """The record of a directory."""
    tree = from_yaml(file)
    return Outcome(tree.value if isinstance(tree.value, MappingNode) else None, tree.diagnostics)


def imported(document: Incoming, around: Around) -> Outcome[Imported]:
    """Everything that can be made of a document that was read."""
    known = _directory_of(around.directory)
    if known.value is None:
        return Outcome(None, known.diagnostics)
    account = Account(document, around.answers)
    recognised = recognise(document, account, known.value, around.reference)
    told = _as_act(document, recognised)
    if has_errors(told):
        return Outcome(None, told)
    plan = written_plan(_like(around.like, recognised.plan), account.questions)
    directory = _directory_text(recognised.directory, around.directory, around.reference)
    compiled = _compiled(plan, directory, around)
    residue = account.residue()
    if compiled.value is not None:
        act, calendar = compiled.value.plan, compiled.value.calendar
        day = build_day(act.order.date, act.period.first_day)
        residue += account.unsaid(_texts(order_view(act, calendar, day)))
    made = Imported(
        document=document,
        plan=plan,
        directory=directory,
        residue=residue,
        questions=tuple(account.questions),
        asked=frozenset(account.asked),
        compiled=compiled,
    )
    return Outcome(made, (*told, *_left_pictures(document), *_left_heads(document), *_nested(document)))


def _as_act(document: Incoming, recognised: Recognised) -> tuple[Diagnostic, ...]:
    """That a document is no act, or that no act stands over its plan."""
    if recognised.has_order:
        return ()
    if not recognised.has_measures:
        hint = "назовите приказ, распоряжение, постановление, решение или план с таблицей мероприятий"
        return (said(document.name, NO_ACT, "в документе нет ни пунктов приказа, ни мероприятий", hint),)
    hint = "ответьте на вопросы: кто издаёт приказ, о чём он, кто подпишет"
    return (said(document.name, NO_ORDER, "в документе нет приказа: сделан его проект", hint),)


def _left_pictures(document: Incoming) -> tuple[Diagnostic, ...]:
    """That pictures stay in the document; one finding for all."""
    if not document.pictures:
        return ()
    message = f"в план не перенесено: {'; '.join(document.pictures)}"
    hint = "герб печатает шаблон; схему сохраните файлом и назовите в плане: picture"
    return (said(document.name, PICTURE_LEFT, message, hint),)


def _left_heads(document: Incoming) -> tuple[Diagnostic, ...]:
    """That headers and footers have words that no plan prints; one finding for all."""
    texts = [
        margin.paragraph.text
        for margin in document.margins
        if margin.kind is Aside.RUNNING_HEAD and not is_of_page(margin.paragraph.text)
    ]
    if not texts:
        return ()
    listed = "; ".join(f"«{shortened(' '.join(text.split()), 80)}»" for text in texts)
    hint = "если эти слова нужны на бумаге, внесите их в шаблон документа"
    return (said(document.name, HEAD_LEFT, f"слова колонтитулов в план не перенесены: {listed}", hint),)


def _nested(document: Incoming) -> tuple[Diagnostic, ...]:
    """That tables stood in cells; one finding for all."""
    if not document.nested:
        return ()
    message = f"таблицы из ячеек стоят в плане под своими таблицами: {'; '.join(document.nested)}"
    hint = "внесите эти слова в строку, к которой они относятся"
    return (said(document.name, NESTED_TABLE, message, hint),)


def _compiled(plan: str, directory: str, around: Around) -> Outcome[Compiled]:
    """The way of every plan, though neither file is written yet."""
    given = {around.plan: plan.encode(), around.plan.parent / around.reference: directory.encode()}
    return compile_plan(around.plan, sources=Sources(given=given))


def _texts(value: Any) -> Iterator[str]:
    """Every text of a document that the plan prints."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
