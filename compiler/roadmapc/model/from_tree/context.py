"""What every part of the reading shares: the file, the directory, the findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar

from roadmapc.deadline.ast import Deadline
from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic, Edit, Label, Place
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.memo import NOTHING_KEPT, Memo
from roadmapc.model.amendment import Acts, ChangeKind, ProvisionName
from roadmapc.model.codes import (
    BROKEN_REFERENCE,
    DUPLICATE_ID,
    SWITCH_FOR_TEXT,
    UNKNOWN_NAME,
)
from roadmapc.model.files import Files
from roadmapc.model.from_tree.fields import one_line, optional_scalar, scalars, text_of, texts_of
from roadmapc.model.from_tree.references import SUSPECT, References, Slip
from roadmapc.model.known_names import everyone, named
from roadmapc.model.organisation import Actor, Body, BodyId, Official, OfficialId, Organisation, on_day
from roadmapc.model.plan import AppendixId
from roadmapc.model.provision import ProvisionKind
from roadmapc.source.file import SourceFile
from roadmapc.source.limits import FINDINGS, Comparisons
from roadmapc.source.span import Span
from roadmapc.syntax.locate import locate
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode
from roadmapc.text.blocks import Block, from_text
from roadmapc.text.characters import composed
from roadmapc.text.regex import regex
from roadmapc.text.shorten import shortened
from roadmapc.text.similar import did_you_mean

_SWITCHES = ("true", "false")
_NAME = regex(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""A name of the directory; words of a plan are Russian."""
_LATIN = regex(r"[A-Za-z]")


T = TypeVar("T")


class NameDays(NamedTuple):
    """When the units of a plan got their words: whom they name was in office then."""

    directory: Organisation
    """As it is now, with what it knows of former days."""
    signed: date
    """The day of the order, of all that no act has brought in."""
    since: Mapping[ProvisionName, date]
    """Of units that an act brought in or said anew as a whole, with all that they hold.

    An act that changes a few words of a unit says nothing of the names in it, so they stay.
    """


def name_days(directory: Organisation, signed: date, acts: Acts) -> NameDays:
    """By the last act that gave a unit its words."""
    since = {
        change.provision: act.date
        for act in acts
        for change in act.changes
        if change.kind is ChangeKind.ADDED
        or (change.provision.kind is ProvisionKind.APPENDIX and change.is_whole)
    }
    return NameDays(directory, signed, since)


class Row(NamedTuple):
    """A row of a table as it was read."""

    node: MappingNode
    given: tuple[object, ...]
    """What else it was read by."""
    value: Any
    texts: set[int]
    """Where the texts begin whose references were resolved."""


class Rows(NamedTuple):
    """Rows of a table of which nothing was said, by the identity of their nodes, which are kept with them."""

    before: dict[int, Row]
    """Of the text before."""
    now: dict[int, Row]


@dataclass
class Context:
    """The state of one reading."""

    file: SourceFile
    organisation: Organisation
    files: Files
    """Those that appendices are made of."""
    problems: list[Diagnostic] = field(default_factory=list)
    seasons: tuple[str, ...] = ()
    """Names that deadlines of the plan may use."""
    is_as_signed: bool = False
    """Whether what is being read is printed as it is typed."""
    acts: Acts = ()
    """Those behind the text."""
    memo: Memo = NOTHING_KEPT
    """What is known of texts."""
    deadlines: dict[tuple[str, str], Outcome[Deadline]] = field(default_factory=dict)
    """By phrase and audience: equal phrases are read once."""
    _ids: dict[tuple[str, str], ScalarNode] = field(default_factory=dict)
    _read: set[int] = field(default_factory=set)
    """Where the texts begin whose references were resolved."""
    _comparisons: Comparisons = field(default_factory=Comparisons)
    days: NameDays | None = None
    """On which days the plan's names were given; `None` where the directory knows no former ones."""
    _since: date | None = None
    """The day of the act that gave the words of what is being read; `None` for the order's own."""
    _directories: dict[date, tuple[Organisation, References]] = field(default_factory=dict)
    _tables: int = 0
    """Of measures, that were read."""
    _slips: int = 0
    """References that were not resolved."""

    @contextmanager
    def worded(self, node: MappingNode) -> Iterator[None]:
        """Read what a node holds as its own field `wording` wants it, else as what is around it."""
        before = self.is_as_signed
        self.is_as_signed = before or "wording" in node.fields
        try:
            yield
        finally:
            self.is_as_signed = before

    def unit(self, name: ProvisionName, read: Callable[[], T]) -> T:
        """What is read of a unit, with the names of the day on which it got its words."""
        day = self.days.since.get(name) if self.days else None
        if day is None or (self._since is not None and day < self._since):
            return read()
        before = self._since, self.organisation, self.references
        self._since = day
        self.call_as_on(day)
        try:
            return read()
        finally:
            self._since, self.organisation, self.references = before

    def call_as_on(self, day: date) -> None:
        """Take the directory of a day, where it knows of former ones."""
        assert self.days is not None, "only a directory that knows former days has a day"
        if day not in self._directories:
            directory = on_day(self.days.directory, day)
            self._directories[day] = directory, References(directory)
        self.organisation, self.references = self._directories[day]

    @cached_property
    def _ordinary(self) -> set[str]:
        """Texts that refer to nothing and are no switches, in quotes or without."""
        texts: set[str] = self.memo.of("ordinary texts", make=set)
        return texts

    @cached_property
    def _one_line(self) -> Callable[[str], str]:
        return self.memo.of_each(one_line)

    @cached_property
    def blocks(self) -> Callable[[str], tuple[Block, ...]]:
        """A text of several lines as paragraphs and items."""
        return self.memo.of_each(from_text)

    @cached_property
    def references(self) -> References:
        """The directory as texts refer to it."""
        return References(self.organisation)

    def report(
        self, code: Code, message: str, span: Span, *hints: str, related: tuple[Label, ...] = ()
    ) -> None:
        """Note a finding in the plan's file."""
        self.problems.append(Diagnostic(code, message, Place(self.file, span), hints, related))

    def rows_of(self, columns: object) -> Rows:
        """The rows of the next table of measures, as far as one like it was read before."""
        self._tables += 1
        given = (self.organisation, self.seasons, self.is_as_signed, columns)
        kept: list[Rows] = self.memo.of(("rows", self._tables), given, make=list)
        kept[:] = [Rows(kept[0].now if kept else {}, {})]
        return kept[0]

    def read_once(self, rows: Rows, node: MappingNode, given: tuple[object, ...], read: Callable[[], T]) -> T:
        """What is read of a row; one of which nothing was said is read again only if its node is another."""
        known = rows.before.get(id(node))
        if known is None or known.node is not node or known.given != given:
            outside, self._read = self._read, set()
            said = len(self.problems)
            known = Row(node, given, read(), self._read)
            self._read = outside
            if len(self.problems) > said:
                self._read |= known.texts
                value: T = known.value
                return value
        rows.now[id(node)] = known
        self._read |= known.texts
        row: T = known.value
        return row

    def unique(self, kind: str, node: ScalarNode) -> str:
        """An identifier that no other thing of its kind may have."""
        first = self._ids.setdefault((kind, node.text), node)
        if first is not node:
            label = Label(Place(self.file, first.span), "впервые – здесь")
            hint = "придумайте другое имя: меняйте то, которое появилось позже"
            self.report(
                DUPLICATE_ID, f"постоянное имя «{node.text}» уже занято", node.span, hint, related=(label,)
            )
        return node.text

    def body(self, node: ScalarNode) -> Body | None:
        """The body of that name; `None`, with a finding, if there is none."""
        name = text_of(node)
        body = self.organisation.bodies.get(BodyId(name))
        if body is None:
            person = self.organisation.officials.get(OfficialId(name))
            hints = (f"«{name}» – должностное лицо; назовите подразделение",) if person else ()
            self._unknown(node, "подразделения «{}» в справочнике нет", self.organisation.bodies, *hints)
        return body

    def actor(self, node: ScalarNode) -> Actor | None:
        """The body or else the official of that name; `None`, with a finding, if there is neither."""
        name, known = text_of(node), self.organisation
        actor = known.bodies.get(BodyId(name)) or known.officials.get(OfficialId(name))
        if actor is None:
            self._unknown(node, "исполнителя «{}» в справочнике нет", (*known.bodies, *known.officials))
        return actor

    def official(self, node: ScalarNode) -> Official | None:
        """The official of that name; `None`, with a finding, if there is none."""
        name = text_of(node)
        official = self.organisation.officials.get(OfficialId(name))
        if official is None:
            body = self.organisation.bodies.get(BodyId(name))
            hints = (f"«{name}» – орган; его руководитель – «{body.head}»",) if body and body.head else ()
            officials = self.organisation.officials
            self._unknown(node, "должностного лица «{}» в справочнике нет", officials, *hints)
        return official

    def appendix(self, node: ScalarNode) -> AppendixId | None:
        """The appendix of that name, if it was read; `None`, with a finding, if there is none."""
        if ("appendix", node.text) in self._ids:
            return AppendixId(node.text)
        known = (name for kind, name in self._ids if kind == "appendix")
        self._unknown(node, "приложения «{}» в плане нет", known)
        return None

    def anyone(self, node: ScalarNode) -> Body | Official | None:
        """The official or body of that name; `None`, with a finding, if there is none."""
        record = self.references.record(text_of(node))
        if record is None:
            self._unknown(node, "имени «{}» в справочнике нет", self.references.names())
        return record

    def participant(self, node: ScalarNode) -> str:
        """How tables call whoever the directory has under that name, or the words that are no name."""
        if not _NAME.fullmatch(text_of(node)):
            return self.text(node)
        record = self.anyone(node)
        if record is None:
            return text_of(node)
        return record.short if isinstance(record, Body) else record.name

    def _unknown(self, node: ScalarNode, message: str, known: Iterable[str], *hints: str) -> None:
        """The advice is the name that the directory gives to whoever is called so, while it is sought."""
        name, names = text_of(node), tuple(known)
        if not self._comparisons.allow(len(names)):
            self.report(UNKNOWN_NAME, message.format(shortened(name)), node.span, *hints)
            return
        meant = named(name, (each for each in everyone(self.organisation) if each.id in names))
        edit = Edit(node.span, meant.ids[0]) if meant.is_exact and len(meant.ids) == 1 else None
        called = tuple(f"это «{each}»" for each in meant.ids[:3])
        several = [each.strip() for each in name.split(",")]
        if len(several) > 1 and set(several) <= set(names):
            called = (f"несколько имён пишут списком: [{', '.join(several)}]",)
        advice = hints or called or did_you_mean(name, names) or (f"известны: {', '.join(names[:12])}",)
        place = Place(self.file, node.span)
        said = Diagnostic(UNKNOWN_NAME, message.format(shortened(name)), place, advice, edit=edit)
        self.problems.append(said)

    def text(self, node: ScalarNode | None) -> str:
        """A text in one line with its references to the directory resolved; empty if there is none."""
        return "" if node is None else self._one_line(self.lines(node))

    def lines(self, node: ScalarNode) -> str:
        """A text in its own lines with its references to the directory resolved.

        No field of a plan is a switch, so a bare `true` was meant as one and would be printed.
        """
        if node.text in self._ordinary:
            self._read.add(node.start)
            return node.text
        is_switch = node.is_plain and node.text.lower() in _SWITCHES
        if is_switch and node.start not in self._read:
            message = f"«{node.text}» напечатается этим словом: полей «да или нет» в плане нет"
            hint = (
                f'напишите текст, который печатать; если это он и есть, возьмите его в кавычки: "{node.text}"'
            )
            self.report(SWITCH_FOR_TEXT, message, node.span, hint)
        self._read.add(node.start)
        if SUSPECT.search(node.text) is not None:
            return self._resolved(self.file, node, node.text)
        if not is_switch:
            self._ordinary.add(node.text)
        return node.text

    def written(self, file: SourceFile) -> str:
        """The text of a file with its references to the directory resolved."""
        whole = ScalarNode(file.text, 0, len(file.text), is_plain=True)
        return self._resolved(file, whole, composed(file.text))

    def field(self, node: MappingNode, name: str) -> str:
        """The text of a field; empty if it is not there."""
        return self.text(optional_scalar(node, name))

    def fields(self, node: MappingNode, name: str) -> tuple[str, ...]:
        """The texts of a list."""
        return tuple(self.text(item) for item in scalars(node, name))

    def _resolved(self, file: SourceFile, node: ScalarNode, text: str) -> str:
        if SUSPECT.search(text) is None:
            return text
        words, slips = self.references.resolved(text)
        for slip in slips:
            if self._is_of_act(text[slip.span.start : slip.span.end]):
                continue
            self._slips += 1
            if self._slips > FINDINGS.most:
                self._say_of_others(slip, Place(file, node.span))
                break
            span = locate(file, node, text, slip.span)
            is_exact = file.text[span.start : span.end] == text[slip.span.start : slip.span.end]
            edit = Edit(span, slip.replacement) if slip.replacement and is_exact else None
            said = Diagnostic(slip.code, slip.message, Place(file, span), slip.hints, edit=edit)
            self.problems.append(said)
        return words

    def _is_of_act(self, words: str) -> bool:
        """Whether braces are those of a signed act, «{дата}»: no name of the directory is Russian."""
        return self.is_as_signed and _LATIN.search(words) is None

    def _say_of_others(self, slip: Slip, place: Place) -> None:
        """Once a plan, that not all slips are told."""
        if self._slips == FINDINGS.most + 1:
            message = f"и дальше так же: показаны первые {FINDINGS} замечаний"
            self.problems.append(Diagnostic(slip.code, message, place, (FINDINGS.advice,)))

    def report_unread(self, node: Node) -> None:
        """Braces in texts that are taken as they are: no reference is resolved there."""
        if not any(sign in self.file.text for sign in "{}\\"):  # nor one behind an escape
            return
        for field_name, scalar in texts_of(node):
            has_brace = "{" in scalar.text or "}" in scalar.text
            if has_brace and scalar.start not in self._read and not self._is_of_act(scalar.text):
                message = f"в поле «{field_name}» ссылки не подставляются: скобка напечаталась бы как есть"
                self.report(BROKEN_REFERENCE, message, scalar.span, "напишите слова, которые нужны на бумаге")
