"""What every part of the reading shares: the file, the directory, the findings."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from roadmapc.deadline.ast import Deadline
from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.codes import DUPLICATE_ID, UNKNOWN_FIELD_OF_NAME, UNKNOWN_NAME
from roadmapc.model.from_tree.fields import one_line, optional_scalar, scalars, text_of
from roadmapc.model.organisation import Body, BodyId, Official, OfficialId, Organisation
from roadmapc.model.plan import AppendixId
from roadmapc.schema.registry import subschema_at
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.locate import locate
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.text.shorten import shortened
from roadmapc.text.similar import did_you_mean

_REFERENCE = re.compile(r"\{(?P<path>[a-z0-9-]+(?:\.[a-z_]+)*)\}(?P<stop>\.?)")
"""`{deputy.accusative}`, `{school-11.head.dative}`; any other brace is a brace.

A full stop after initials ends the sentence too: «возложить на Образцову А. Б.».
"""
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
"""A name of the directory; words of a plan are Russian."""


@dataclass
class Context:
    """The state of one reading."""

    file: SourceFile
    organisation: Organisation
    texts: Mapping[str, SourceFile]
    """Files that the plan refers to, by the reference."""
    problems: list[Diagnostic] = field(default_factory=list)
    deadlines: dict[tuple[str, str], Outcome[Deadline]] = field(default_factory=dict)
    """By phrase and audience: equal phrases are read once."""
    _ids: dict[tuple[str, str], ScalarNode] = field(default_factory=dict)

    def report(
        self, code: Code, message: str, span: Span, *hints: str, related: tuple[Label, ...] = ()
    ) -> None:
        """Note a finding in the plan's file."""
        self.problems.append(Diagnostic(code, message, Place(self.file, span), hints, related))

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
            hints = (f"«{name}» – должностное лицо; назовите орган",) if person else ()
            self._unknown(node, "исполнителя «{}» в справочнике нет", self.organisation.bodies, *hints)
        return body

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
        known = [name for kind, name in self._ids if kind == "appendix"]
        if node.text in known:
            return AppendixId(node.text)
        self._unknown(node, "приложения «{}» в плане нет", known)
        return None

    def anyone(self, node: ScalarNode) -> Body | Official | None:
        """The official or body of that name; `None`, with a finding, if there is none."""
        record = self._record(text_of(node))
        if record is None:
            self._unknown(node, "имени «{}» в справочнике нет", self._names())
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
        name, names = text_of(node), tuple(known)
        advice = hints or did_you_mean(name, names) or (f"известны: {', '.join(names[:12])}",)
        self.report(UNKNOWN_NAME, message.format(shortened(name)), node.span, *advice)

    def _names(self) -> tuple[str, ...]:
        return (*self.organisation.officials, *self.organisation.bodies)

    def text(self, node: ScalarNode | None) -> str:
        """A text in one line with its references to the directory resolved; empty if there is none."""
        return "" if node is None else one_line(self.lines(node))

    def lines(self, node: ScalarNode) -> str:
        """A text in its own lines with its references to the directory resolved."""
        if "{" not in node.text:
            return node.text

        def place(reference: Span) -> Place:
            return Place(self.file, locate(self.file, node, node.text, reference))

        return _REFERENCE.sub(lambda reference: self._resolved(reference, place), node.text)

    def written(self, file: SourceFile) -> str:
        """The text of a file with its references to the directory resolved."""
        return _REFERENCE.sub(
            lambda reference: self._resolved(reference, lambda span: Place(file, span)), file.text
        )

    def field(self, node: MappingNode, name: str) -> str:
        """The text of a field; empty if it is not there."""
        return self.text(optional_scalar(node, name))

    def fields(self, node: MappingNode, name: str) -> tuple[str, ...]:
        """The texts of a list."""
        return tuple(self.text(item) for item in scalars(node, name))

    def _resolved(self, reference: re.Match[str], place: Callable[[Span], Place]) -> str:
        """The words that a reference stands for; itself, with a finding at its braces, if there are none."""
        words = self._at_path(reference["path"])
        if isinstance(words, str):
            return words.removesuffix(reference["stop"]) + reference["stop"]
        message = f"по ссылке «{{{reference['path']}}}» в справочнике ничего нет"
        braces = Span(reference.start(), reference.start("stop"))
        self.problems.append(Diagnostic(UNKNOWN_FIELD_OF_NAME, message, place(braces), words))
        return reference[0]

    def _at_path(self, path: str) -> str | tuple[str, ...]:
        """The words at a path of the directory, or hints why there are none."""
        name, *steps = path.split(".")
        record = self._record(name)
        if record is None:
            return did_you_mean(name, self._names()) or (f"добавьте запись «{name}» в справочник",)
        # «{school-11.head.dative}»: the person who heads the body, in the dative
        if steps[:1] == ["head"] and isinstance(record, Body) and record.head is not None:
            record, steps = self.organisation.officials[record.head], steps[1:]
        field_name = steps[0] if steps else "name"
        value = record.origin.get(field_name)
        if isinstance(value, ScalarNode) and len(steps) <= 1:
            return text_of(value)
        return _advice(record, field_name)

    def _record(self, name: str) -> Body | Official | None:
        official = self.organisation.officials.get(OfficialId(name))
        return official or self.organisation.bodies.get(BodyId(name))


def _advice(record: Body | Official, name: str) -> tuple[str, ...]:
    """What to do about a field that a record has not."""
    kind = "bodies" if isinstance(record, Body) else "officials"
    if name in subschema_at("organisation", (kind, record.id))["properties"]:
        return (f"в справочнике к записи «{record.id}» добавьте строку «{name}: …»",)
    written = f"у «{record.id}» записано: {', '.join(record.origin.fields)}"
    return did_you_mean(name, record.origin.fields) or (written,)
