"""What every part of the reading shares: the file, the directory, the findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from roadmapc.deadline.ast import Deadline
from roadmapc.deadline.from_text import read
from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Diagnostic, Label, Place
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.codes import DUPLICATE_ID, UNKNOWN_FIELD_OF_NAME, UNKNOWN_NAME
from roadmapc.model.from_tree.fields import optional_scalar, scalars, text_of
from roadmapc.model.organisation import Body, BodyId, Official, OfficialId, Organisation
from roadmapc.model.plan import AppendixId
from roadmapc.source.file import SourceFile
from roadmapc.source.span import Span
from roadmapc.syntax.locate import locate, relocated
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.text.similar import did_you_mean

_REFERENCE = re.compile(r"\{([a-z0-9-]+(?:\.[a-z_]+)*)\}")
"""`{deputy.accusative}`, `{school-11.head.dative}`; any other brace is a brace."""


@dataclass
class Context:
    """The state of one reading."""

    file: SourceFile
    organisation: Organisation
    texts: Mapping[str, str]
    """Files that the plan refers to, by the reference."""
    problems: list[Diagnostic] = field(default_factory=list)
    _deadlines: dict[tuple[str, str], Outcome[Deadline]] = field(default_factory=dict)
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
            hint = "дайте мероприятию, разделу или приложению своё имя: оно больше не изменится"
            self.report(
                DUPLICATE_ID, f"постоянное имя «{node.text}» уже занято", node.span, hint, related=(label,)
            )
        return node.text

    def deadline(self, node: ScalarNode, audience: str = "") -> Deadline:
        """A phrase as it is understood; equal phrases are read once."""
        phrase = text_of(node)
        key = (phrase, audience)
        if key not in self._deadlines:
            self._deadlines[key] = read(phrase, audience=audience or None)
        outcome = self._deadlines[key]
        self.problems.extend(relocated(said, self.file, node) for said in outcome.diagnostics)
        assert outcome.value is not None, "a phrase always has a reading"
        return outcome.value

    def body(self, node: ScalarNode) -> Body | None:
        """The body of that name; `None`, with a finding, if there is none."""
        found = self.organisation.bodies.get(BodyId(node.text))
        if found is None:
            self._unknown("в справочнике исполнителя", node, self.organisation.bodies)
        return found

    def official(self, node: ScalarNode) -> Official | None:
        """The official of that name; `None`, with a finding, if there is none."""
        found = self.organisation.officials.get(OfficialId(node.text))
        if found is None:
            self._unknown("в справочнике должностного лица", node, self.organisation.officials)
        return found

    def appendix(self, node: ScalarNode) -> AppendixId | None:
        """The appendix of that name, if it was read; `None`, with a finding, if there is none."""
        known = [name for kind, name in self._ids if kind == "appendix"]
        if node.text in known:
            return AppendixId(node.text)
        self._unknown("приложения", node, known)
        return None

    def anyone(self, node: ScalarNode) -> Body | Official | None:
        """The official or body of that name; `None`, with a finding, if there is none."""
        official = self.organisation.officials.get(OfficialId(node.text))
        found = official or self.organisation.bodies.get(BodyId(node.text))
        if found is None:
            self._unknown(
                "в справочнике имени", node, [*self.organisation.officials, *self.organisation.bodies]
            )
        return found

    def _unknown(self, what: str, node: ScalarNode, known: Iterable[str]) -> None:
        names = tuple(known)
        hints = did_you_mean(node.text, names) or (f"известны: {', '.join(names[:12])}",)
        self.report(UNKNOWN_NAME, f"{what} «{node.text}» нет", node.span, *hints)

    def text(self, node: ScalarNode | None) -> str:
        """A text in one line with its references to the directory resolved."""
        written = text_of(node)
        if node is None or "{" not in written:
            return written
        return _REFERENCE.sub(lambda found: self._resolved(found[1], found[0], node), written)

    def field(self, node: MappingNode, name: str) -> str:
        """The text of a field; empty if it is not there."""
        return self.text(optional_scalar(node, name))

    def fields(self, node: MappingNode, name: str) -> tuple[str, ...]:
        """The texts of a list."""
        return tuple(self.text(item) for item in scalars(node, name))

    def _resolved(self, path: str, written: str, node: ScalarNode) -> str:
        found = self._at_path(path)
        if isinstance(found, str):
            return found
        start = node.text.find(written)
        span = locate(self.file, node, Span(start, start + len(written)))
        self.report(UNKNOWN_FIELD_OF_NAME, f"по ссылке «{written}» в справочнике ничего нет", span, *found)
        return written

    def _at_path(self, path: str) -> str | tuple[str, ...]:
        """The words at a path of the directory, or hints why there are none."""
        name, *steps = path.split(".")
        record = self._record(name)
        if record is None:
            return did_you_mean(name, [*self.organisation.officials, *self.organisation.bodies])
        if steps[:1] == ["head"] and isinstance(record, Body) and record.head is not None:
            record, steps = self.organisation.officials[record.head], steps[1:]
        field_name = steps[0] if steps else "name"
        value = record.origin.get(field_name)
        if isinstance(value, ScalarNode) and len(steps) <= 1:
            return text_of(value)
        return did_you_mean(field_name, record.origin.fields) or (
            f"у «{record.id}» записано: {', '.join(record.origin.fields)}",
        )

    def _record(self, name: str) -> Body | Official | None:
        official = self.organisation.officials.get(OfficialId(name))
        return official or self.organisation.bodies.get(BodyId(name))
