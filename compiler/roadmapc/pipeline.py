"""Start here: the way of a plan from its text to all that can be known of it, step by step.

    text → tree → valid tree → model → calendar → checks

Each step is one call that returns its value and everything said while making it; the way ends at the
first step without a value. What is made of the result, documents and calendars, is in `outputs.py`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from roadmapc.calendar.workdays import WorkCalendar, from_text, official
from roadmapc.checks.run import run
from roadmapc.checks.silence import without_allowed
from roadmapc.diagnostics.diagnostic import Diagnostic, Place, in_order
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.codes import FILE_REFERENCE
from roadmapc.model.from_tree.context import Surroundings, text_references
from roadmapc.model.from_tree.fields import optional_scalar, scalar
from roadmapc.model.from_tree.organisation import read_organisation
from roadmapc.model.from_tree.plan import read_plan
from roadmapc.model.from_tree.profile import DEFAULT_PROFILE, SHIPPED, read_profile, shipped_profile
from roadmapc.model.organisation import Organisation
from roadmapc.model.plan import Plan
from roadmapc.model.profile import Profile
from roadmapc.model.registration import UNREGISTERED, Registration, registered
from roadmapc.schedule.from_plan import schedule
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.schema.validate import validate
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.workspace import beside, is_file, read

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Compiled:
    """A plan with its calendar, and the sources both came from."""

    plan: Plan
    calendar: PlanCalendar
    sources: Mapping[Path, bytes]
    directory: Path
    """The organisation directory, resolved: bodies of one directory with one id are one body."""
    template: Path | None
    """The order's own template; `None` if the plan names none."""
    texts: tuple[SourceFile, ...]
    """Files of prose."""


def compile_plan(path: Path, registration: Registration = UNREGISTERED) -> Outcome[Compiled]:
    """Everything that can be known of a plan without writing a file."""
    way = _Way(has_checks=True)
    compiled = way.compile(path, registration)
    return Outcome(compiled, in_order(tuple(way.said)))


def compile_unchecked(path: Path, registration: Registration = UNREGISTERED) -> Outcome[Compiled]:
    """A plan that is only looked at or compared: the way without the checks, half of its time."""
    way = _Way(has_checks=False)
    compiled = way.compile(path, registration)
    return Outcome(compiled, in_order(tuple(way.said)))


class _Way:
    """The steps, and what was said on them."""

    def __init__(self, *, has_checks: bool) -> None:
        self._has_checks = has_checks
        self.said: list[Diagnostic] = []
        self._sources: dict[Path, bytes] = {}

    def compile(self, path: Path, registration: Registration) -> Compiled | None:
        file, written = self._tree(path, "plan")
        if file is None or written is None:
            return None
        tree = self._take(registered(file, written, registration))
        directory = self._referred(path, file, scalar(written, "organisation"))
        organisation = None if directory is None else self._organisation(directory)
        profile, template = self._profile(path, file, written), self._template(path, file, written)
        work_calendar = self._work_calendar(path, file, written)
        if tree is None or directory is None or organisation is None or profile is None:
            return None
        texts = self._texts(path, file, tree)
        around = Surroundings(organisation, profile, texts)
        plan = self._take(read_plan(file, tree, around))
        if plan is None or work_calendar is None:
            return None
        calendar = self._take(schedule(plan, work_calendar))
        if calendar is None:
            return None
        if self._has_checks:
            self.said.extend(run(plan, calendar, around.texts.values()))
            self.said = list(self._unanswered(file, tree, texts, profile))
        return Compiled(plan, calendar, self._sources, directory.resolve(), template, tuple(texts.values()))

    def _unanswered(
        self, file: SourceFile, tree: MappingNode, texts: Mapping[str, SourceFile], profile: Profile
    ) -> Iterator[Diagnostic]:
        """What neither the author has answered nor the profile does without."""
        named = (node for node in text_references(tree) if node.text in texts)
        lines = {texts[node.text].name: file.position(node.span.start).line for node in named}
        for one in without_allowed(file, tuple(self.said), lines):
            if one.code.id not in profile.checks.without:
                yield one

    def _take(self, outcome: Outcome[T]) -> T | None:
        self.said.extend(outcome.diagnostics)
        return outcome.value

    def _text(self, path: Path) -> SourceFile | None:
        """A source as text."""
        content = self._take(read(path))
        if content is None:
            return None
        self._sources[path] = content
        return self._take(from_bytes(str(path), content))

    def _tree(self, path: Path, schema: str) -> tuple[SourceFile | None, MappingNode | None]:
        """A file as a tree of the shape that `schema` describes."""
        file = self._text(path)
        tree = None if file is None else self._take(from_yaml(file))
        return file, None if file is None or tree is None else self._take(validate(file, tree, schema))

    def _organisation(self, path: Path) -> Organisation | None:
        directory, records = self._tree(path, "organisation")
        if directory is None or records is None:
            return None
        return self._take(read_organisation(directory, records))

    def _profile(self, path: Path, file: SourceFile, tree: MappingNode) -> Profile | None:
        """The profile that a plan names: a shipped one, or a file beside the plan."""
        reference = optional_scalar(tree, "profile")
        if reference is None or reference.text in SHIPPED:
            return shipped_profile(DEFAULT_PROFILE if reference is None else reference.text)
        target = self._referred(path, file, reference)
        values = None if target is None else self._tree(target, "profile")[1]
        return None if values is None else read_profile(values)

    def _work_calendar(self, path: Path, file: SourceFile, tree: MappingNode) -> WorkCalendar | None:
        """The official calendar, with what the plan's own file says put over it."""
        reference = optional_scalar(tree, "work_calendar")
        if reference is None:
            return official()
        target = self._referred(path, file, reference)
        text = None if target is None else self._text(target)
        return None if text is None else self._take(from_text(text))

    def _template(self, path: Path, file: SourceFile, tree: MappingNode) -> Path | None:
        """The template that a plan names; `None` if it names none or, with a finding, cannot be read."""
        reference = optional_scalar(tree, "template")
        target = None if reference is None else self._referred(path, file, reference)
        content = None if target is None else self._take(read(target))
        if target is not None and content is not None:
            self._sources[target] = content
        return target

    def _texts(self, path: Path, file: SourceFile, tree: MappingNode) -> dict[str, SourceFile]:
        """Files of prose by the reference; one that cannot be read is left out, with a finding."""
        texts: dict[str, SourceFile] = {}
        for reference in text_references(tree):
            target = self._referred(path, file, reference)
            text = None if target is None else self._text(target)
            if text is not None:
                texts[reference.text] = text
        return texts

    def _referred(self, path: Path, file: SourceFile, reference: ScalarNode) -> Path | None:
        """The file that a plan refers to; `None`, with a finding, if it is not in the plan's folder."""
        target = beside(path, reference.text)
        if target is not None and is_file(target):
            return target
        reason = "лежит вне папки плана" if target is None else "не найден"
        hint = "файл лежит рядом с планом или в папке ниже, путь пишется от папки плана"
        message = f"файл «{reference.text}» {reason}"
        self.said.append(Diagnostic(FILE_REFERENCE, message, Place(file, reference.span), hints=(hint,)))
        return None
