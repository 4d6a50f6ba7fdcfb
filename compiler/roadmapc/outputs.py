"""From a compiled plan to the files of a build: its document, calendars, registers, the manifest."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from roadmapc import __version__
from roadmapc.assets import asset
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.office import to_pdf
from roadmapc.pipeline import Compiled
from roadmapc.render.agenda.from_calendars import Source, agenda
from roadmapc.render.agenda.view import AgendaView
from roadmapc.render.from_plan import order_view
from roadmapc.render.ics.event import EVENTS, Form
from roadmapc.render.issue import FILES, NAMES, REGISTER, Issue, Pieces
from roadmapc.render.issue import FORMATS as CALENDAR_FORMATS
from roadmapc.render.register.kept import NOTHING, Kept, told
from roadmapc.render.view import OrderView
from roadmapc.workspace import MANIFEST, build_day, changed_output, is_file, read

ORDER_TEMPLATE = "order.docx"
"""The template of orders in any folder of templates."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """How outputs are wanted."""

    formats: tuple[str, ...]
    form: Form = EVENTS
    """How calendars write their entries."""
    has_reminders: bool = False
    """Whether calendars remind before a day comes, as the profile has it."""
    templates: Path | None = None
    """A folder whose templates go before the shipped ones; `None` if there is none."""


DEFAULT_FORMATS = ("docx", *CALENDAR_FORMATS)
"""What `build` makes when nothing else is asked for."""
FORMATS = (*DEFAULT_FORMATS, "pdf")
"""What `build --format` takes; PDF wants LibreOffice and its seconds."""


def outputs(
    compiled: Compiled, wishes: Wishes, root: Path, earlier: Mapping[str, bytes], kept: Kept = NOTHING
) -> Outcome[dict[str, Pieces]]:
    """The files of a plan by name, and the manifest; no value if one of them cannot be made.

    `earlier` are its calendar files as they were last published, `kept` is what `filled_register` found.
    """
    view = _view(compiled)
    printed = _printed(compiled, view, wishes) if {"docx", "pdf"} & set(wishes.formats) else Outcome({})
    if printed.value is None:
        return printed
    issue = _issue([Source(compiled.calendar, "")], wishes, _day([compiled]), earlier)
    made = printed.value | _published(wishes, earlier) | _calendars(issue, wishes)
    if compiled.plan.amendments and "html" in wishes.formats:
        made["edition.html"] = (_edition_page(view),)
    made[MANIFEST] = (_manifest(compiled, made, root, view.digest),)
    return Outcome(made | _with_marks(issue, wishes, kept), printed.diagnostics)


def document(compiled: Compiled, wishes: Wishes) -> Outcome[bytes]:
    """The DOCX of a plan: its order, or once it was amended its consolidated edition."""
    return _document(compiled, _view(compiled), wishes)


def _document(compiled: Compiled, view: OrderView, wishes: Wishes) -> Outcome[bytes]:
    from roadmapc.render.docx.order import render  # noqa: PLC0415 - each format is imported when asked for

    template = order_template(compiled, wishes)
    if template.value is None:
        return Outcome(None, template.diagnostics)
    name, content = template.value
    return render(view, content, template_name=name, layout=compiled.plan.profile.layout)


def joint_outputs(
    plans: Sequence[Compiled], wishes: Wishes, earlier: Mapping[str, bytes], kept: Kept = NOTHING
) -> dict[str, Pieces]:
    """Calendars and registers of several plans together, so that an officer has one calendar."""
    issue = _issue(_sources(plans), wishes, _day(plans), earlier)
    made = _calendars(issue, wishes)
    made[MANIFEST] = (_joint_manifest(plans, made),)
    return made | _with_marks(issue, wishes, kept)


def joint_file(plans: Sequence[Compiled], wishes: Wishes, extension: str) -> bytes:
    """One of those files, made afresh: `ics`, `xlsx` or `csv`."""
    issue = _issue(_sources(plans), wishes, _day(plans), {})
    return b"".join(FILES[extension](issue)[NAMES[extension]])


def filled_register(path: Path, plans: Sequence[Compiled]) -> Outcome[Kept]:
    """What people have written into a register since it was built; no value if it is locked."""
    content = changed_output(path)
    if not content.value:
        return Outcome(None if content.value is None else NOTHING, content.diagnostics)
    from roadmapc.render.register.from_workbook import from_workbook  # noqa: PLC0415

    kept = from_workbook(content.value)
    keys = {entry.uid for compiled in plans for entry in compiled.calendar.entries}
    return Outcome(kept, tuple(told(kept, keys, str(path))))


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


def _view(compiled: Compiled) -> OrderView:
    return order_view(compiled.plan, compiled.calendar, _day([compiled]))


def _printed(compiled: Compiled, view: OrderView, wishes: Wishes) -> Outcome[dict[str, Pieces]]:
    """The document in the formats wanted; a plan with a history has no `order` (decision 0015)."""
    name = "edition" if compiled.plan.amendments else "order"
    rendered = _document(compiled, view, wishes)
    if rendered.value is None:
        return Outcome(None, rendered.diagnostics)
    made: dict[str, Pieces] = {f"{name}.docx": (rendered.value,)} if "docx" in wishes.formats else {}
    if "pdf" not in wishes.formats:
        return Outcome(made, rendered.diagnostics)
    from roadmapc.render.pdf import dated  # noqa: PLC0415

    printed = to_pdf(rendered.value)
    if printed.value is None:
        return Outcome(None, (*rendered.diagnostics, *printed.diagnostics))
    return Outcome(made | {f"{name}.pdf": (dated(printed.value, _day([compiled])),)}, rendered.diagnostics)


def _edition_page(view: OrderView) -> bytes:
    from roadmapc.render.consolidated.html import html  # noqa: PLC0415

    return html(view)


def order_template(compiled: Compiled, wishes: Wishes) -> Outcome[tuple[str, bytes]]:
    """The name and the content of the plan's own template, else the folder's, else the shipped one."""
    own = wishes.templates / ORDER_TEMPLATE if wishes.templates else None
    path = compiled.template or (own if own and is_file(own) else None)
    if path is None:
        return Outcome((f"templates/{ORDER_TEMPLATE}", asset("templates", ORDER_TEMPLATE)))
    content = read(path)
    return Outcome(None if content.value is None else (str(path), content.value), content.diagnostics)


def _issue(sources: Sequence[Source], wishes: Wishes, day: date, earlier: Mapping[str, bytes]) -> Issue:
    return Issue(agenda(sources, has_reminders=wishes.has_reminders), day, earlier, wishes.form)


def _calendars(issue: Issue, wishes: Wishes) -> dict[str, Pieces]:
    made: dict[str, Pieces] = {}
    for name in wishes.formats:
        if name in CALENDAR_FORMATS:
            made |= CALENDAR_FORMATS[name](issue)
    return made


def _published(wishes: Wishes, earlier: Mapping[str, bytes]) -> dict[str, Pieces]:
    """Calendars where none are made: without them the next could not cancel what went (decision 0007)."""
    return {} if "ics" in wishes.formats else {name: (content,) for name, content in earlier.items()}


def _with_marks(issue: Issue, wishes: Wishes, kept: Kept) -> dict[str, Pieces]:
    """The register with what people have written; theirs as it is where it cannot be read, or none is wanted.

    The manifest knows nothing of marks, so that a register with some differs from it for ever.
    """
    if not kept.source:
        return {}
    if kept.rows is None or "xlsx" not in wishes.formats:
        return {REGISTER: (kept.source,)}
    return dict(CALENDAR_FORMATS["xlsx"](replace(issue, kept=kept)))


def _day(plans: Sequence[Compiled]) -> date:
    """The day that outputs bear: of several plans, the latest."""
    return max(build_day(each.plan.edition_day, each.plan.period.first_day) for each in plans)


def _manifest(compiled: Compiled, made: Mapping[str, Pieces], root: Path, digest: str) -> bytes:
    record = {
        "roadmapc": __version__,
        "plan": compiled.plan.id,
        "sources": {_relative(path, root): _sha((content,)) for path, content in compiled.sources.items()},
        "outputs": {name: _sha(pieces) for name, pieces in made.items()},
        "content": digest,
    }
    return _as_json(record)


def _joint_manifest(plans: Sequence[Compiled], made: Mapping[str, Pieces]) -> bytes:
    outputs = {name: _sha(pieces) for name, pieces in made.items()}
    return _as_json({"roadmapc": __version__, "plans": [each.plan.id for each in plans], "outputs": outputs})


def _as_json(record: Mapping[str, object]) -> bytes:
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
