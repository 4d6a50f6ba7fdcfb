"""Start here: the way of a plan from its text to its documents, step by step.

    text → tree → valid tree → model → calendar → checks → outputs

Each step is one call that returns its value and everything said while making it; the way ends at the
first step without a value.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from roadmapc import __version__
from roadmapc.assets import asset
from roadmapc.calendar.workdays import official
from roadmapc.checks.run import run
from roadmapc.checks.silence import without_allowed
from roadmapc.diagnostics.diagnostic import Diagnostic, Place, in_order
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.codes import FILE_REFERENCE
from roadmapc.model.from_tree.fields import optional_scalar, scalar
from roadmapc.model.from_tree.organisation import read_organisation
from roadmapc.model.from_tree.plan import Surroundings, read_plan, text_references
from roadmapc.model.from_tree.profile import DEFAULT_PROFILE, SHIPPED, read_profile, shipped_profile
from roadmapc.model.organisation import Organisation
from roadmapc.model.plan import Plan
from roadmapc.model.profile import Profile
from roadmapc.model.registration import UNREGISTERED, Registration, registered
from roadmapc.render.agenda.from_calendars import REMINDERS, Source, agenda
from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.edition import FORMATS as CALENDAR_FORMATS
from roadmapc.render.edition import Edition, Pieces
from roadmapc.render.ics.event import EVENTS, Form
from roadmapc.schedule.from_plan import schedule
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.schema.validate import validate
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_bytes import from_bytes
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.workspace import beside, build_day, is_file, read, to_pdf

T = TypeVar("T")

ORDER_TEMPLATE = "order.docx"
"""The template of orders in any folder of templates."""


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
    way = _Way()
    compiled = way.compile(path, registration)
    return Outcome(compiled, in_order(tuple(way.said)))


class _Way:
    """The steps, and what was said on them."""

    def __init__(self) -> None:
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
        if tree is None or directory is None or organisation is None or profile is None:
            return None
        texts = self._texts(path, file, tree)
        around = Surroundings(organisation, profile, texts)
        plan = self._take(read_plan(file, tree, around))
        if plan is None:
            return None
        calendar = self._take(schedule(plan, official()))
        if calendar is None:
            return None
        self.said.extend(run(plan, calendar, around.texts.values()))
        self.said = list(without_allowed(file, tuple(self.said)))
        return Compiled(plan, calendar, self._sources, directory.resolve(), template, tuple(texts.values()))

    def _take(self, outcome: Outcome[T]) -> T | None:
        self.said.extend(outcome.diagnostics)
        return outcome.value

    def _tree(self, path: Path, schema: str) -> tuple[SourceFile | None, MappingNode | None]:
        """A file as a tree of the shape that `schema` describes."""
        content = self._take(read(path))
        if content is None:
            return None, None
        self._sources[path] = content
        file = self._take(from_bytes(str(path), content))
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
            content = None if target is None else self._take(read(target))
            if target is None or content is None:
                continue
            self._sources[target] = content
            text = self._take(from_bytes(str(target), content))
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


@dataclass(frozen=True, slots=True)
class Wishes:
    """How outputs are wanted."""

    formats: tuple[str, ...]
    form: Form = EVENTS
    """How calendars write their entries."""
    has_reminders: bool = False
    """Whether calendars remind before a day comes."""
    templates: Path | None = None
    """A folder whose templates go before the shipped ones; `None` if there is none."""


DEFAULT_FORMATS = ("docx", *CALENDAR_FORMATS)
"""What `build` makes when nothing else is asked for."""
FORMATS = (*DEFAULT_FORMATS, "pdf")
"""What `build --format` takes; PDF wants LibreOffice and its seconds."""


def outputs(
    compiled: Compiled, wishes: Wishes, root: Path, earlier: Mapping[str, bytes]
) -> Outcome[dict[str, Pieces]]:
    """The files of a plan by name, the manifest last; no value if one of them cannot be made.

    `earlier` are its calendar files as they were last published.
    """
    order = _order(compiled, wishes) if {"docx", "pdf"} & set(wishes.formats) else Outcome({})
    if order.value is None:
        return order
    made = order.value | _calendars([Source(compiled.calendar, "")], wishes, _day([compiled]), earlier)
    made["manifest.json"] = (_manifest(compiled, made, root),)
    return Outcome(made, order.diagnostics)


def joint_outputs(
    plans: Sequence[Compiled], wishes: Wishes, earlier: Mapping[str, bytes]
) -> dict[str, Pieces]:
    """Calendars and registers of several plans together, so that an officer has one calendar."""
    return _calendars(_sources(plans), wishes, _day(plans), earlier)


def joint_agenda(plans: Sequence[Compiled]) -> AgendaView:
    """What the plans together ask for."""
    return agenda(_sources(plans))


def _sources(plans: Sequence[Compiled]) -> list[Source]:
    """With a name for each organisation directory: that of its file, after its folder's for namesakes."""
    stems = Counter(path.stem for path in {compiled.directory for compiled in plans})
    names = {
        path: path.stem if stems[path.stem] == 1 else f"{path.parent.name}-{path.stem}"
        for path in (compiled.directory for compiled in plans)
    }
    return [Source(compiled.calendar, names[compiled.directory]) for compiled in plans]


def _order(compiled: Compiled, wishes: Wishes) -> Outcome[dict[str, Pieces]]:
    """The order in the formats wanted."""
    from roadmapc.render.docx.order import render  # noqa: PLC0415 - each format is imported when asked for
    from roadmapc.render.from_plan import order_view  # noqa: PLC0415

    template = _order_template(compiled, wishes)
    if template.value is None:
        return Outcome(None, template.diagnostics)
    view, layout = order_view(compiled.plan, _day([compiled])), compiled.plan.profile.layout
    name, content = template.value
    rendered = render(view, content, template_name=name, layout=layout)
    if rendered.value is None:
        return Outcome(None, rendered.diagnostics)
    made: dict[str, Pieces] = {"order.docx": (rendered.value,)} if "docx" in wishes.formats else {}
    if "pdf" not in wishes.formats:
        return Outcome(made, rendered.diagnostics)
    from roadmapc.render.pdf import dated  # noqa: PLC0415

    printed = to_pdf(rendered.value)
    if printed.value is None:
        return Outcome(None, (*rendered.diagnostics, *printed.diagnostics))
    return Outcome(made | {"order.pdf": (dated(printed.value, _day([compiled])),)}, rendered.diagnostics)


def _order_template(compiled: Compiled, wishes: Wishes) -> Outcome[tuple[str, bytes]]:
    """The name and the content of the plan's own template, else the folder's, else the shipped one."""
    own = wishes.templates / ORDER_TEMPLATE if wishes.templates else None
    path = compiled.template or (own if own and is_file(own) else None)
    if path is None:
        return Outcome((f"templates/{ORDER_TEMPLATE}", asset("templates", ORDER_TEMPLATE)))
    content = read(path)
    return Outcome(None if content.value is None else (str(path), content.value), content.diagnostics)


def _calendars(
    sources: Sequence[Source], wishes: Wishes, day: date, earlier: Mapping[str, bytes]
) -> dict[str, Pieces]:
    reminders = REMINDERS if wishes.has_reminders else ()
    edition = Edition(agenda(sources, reminders), day, earlier, wishes.form)
    made: dict[str, Pieces] = {}
    for name in wishes.formats:
        if name in CALENDAR_FORMATS:
            made |= CALENDAR_FORMATS[name](edition)
    return made


def _day(plans: Sequence[Compiled]) -> date:
    """The day that outputs bear: of several plans, the latest."""
    return max(build_day(each.plan.order.date, each.plan.period.first_day) for each in plans)


def _manifest(compiled: Compiled, made: Mapping[str, Pieces], root: Path) -> bytes:
    from roadmapc.render.digest import content_digest  # noqa: PLC0415

    record = {
        "roadmapc": __version__,
        "plan": compiled.plan.id,
        "sources": {_relative(path, root): _sha((content,)) for path, content in compiled.sources.items()},
        "outputs": {name: _sha(pieces) for name, pieces in made.items()},
        "content": content_digest(compiled.plan),
    }
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode()


def _relative(path: Path, root: Path) -> str:
    """A name that is the same in every checkout."""
    full = path.resolve()
    return full.relative_to(root).as_posix() if full.is_relative_to(root) else path.name


def _sha(pieces: Pieces) -> str:
    digest = sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()
