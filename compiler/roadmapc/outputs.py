"""From a compiled plan to the files of a build: its document, calendars, registers, the manifest."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from roadmapc import __version__
from roadmapc.assets import asset
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, has_errors
from roadmapc.office import to_pdf
from roadmapc.render.agenda.from_calendars import plan_agenda
from roadmapc.render.agenda.joint import Part, directory_names, joined
from roadmapc.render.agenda.view import AgendaView, joint_title
from roadmapc.render.document.from_plan import order_view
from roadmapc.render.document.view import OrderView
from roadmapc.render.formats import (
    CALENDARS,
    ICS,
    OF_BUILD,
    PAGE,
    PDF,
    REGISTER,
    REGISTER_TABLE,
    XLSX,
    Files,
    Format,
    Pieces,
    Release,
)
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister
from roadmapc.render.register.findings import limits, problems
from roadmapc.state.wanted import OutputOptions
from roadmapc.workspace.codes import LEFT_STALE
from roadmapc.workspace.folder import changed_output
from roadmapc.workspace.manifest import MANIFEST, Manifest, manifest_of
from roadmapc.workspace.sources import build_day, is_file, read, read_all, relative

if TYPE_CHECKING:
    from roadmapc.render.page.pages import Municipality


class Form(NamedTuple):
    """A template of orders."""

    name: str
    """For messages."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a build goes on from."""

    calendars: Mapping[str, bytes] = field(default_factory=dict)
    """As they were last published, by name."""
    manifest: Manifest | None = None
    """Of the folder to build into."""


def outputs(
    compiled: Compiled,
    options: OutputOptions,
    root: Path,
    earlier: Earlier,
    register: FilledRegister = UNTOUCHED,
) -> Outcome[Files]:
    """The files of a plan by name, and the manifest; no value if one of them cannot be made.

    `register` is what `filled_register` found; the manifest names sources by their paths from `root`.
    """
    day = _day([compiled])
    view = order_view(compiled.plan, compiled.of_text, day)
    documents = [kind for kind in options.formats if kind.is_document]
    document = _document(compiled, view, options) if documents else Outcome(b"")
    printed = document.then(lambda content: to_pdf(content, day)) if PDF in documents else Outcome(b"")
    if document.value is None or printed.value is None:
        return Outcome(None, printed.diagnostics or document.diagnostics)
    release = replace(
        Release(
            plan_agenda(compiled.calendar, has_reminders=options.has_reminders),
            day,
            earlier.calendars,
            options.form,
        ),
        order=view,
        document=document.value,
        printed=printed.value,
    )
    files = _made(release, documents)
    files |= _made_of_dates(release, options)
    marked = _with_marks(release, options, register)
    names = {"roadmapc": __version__, "plan": compiled.plan.id}
    listed = _listed(
        _source_digests([compiled], root), _recorded(files, marked.value or {}), options, earlier.manifest
    )
    files[MANIFEST] = _as_json({**names, **listed, "content": view.digest})
    told = tuple(_left_stale(compiled.plan.id, listed.get("stale", ())))
    return document.then_with(marked, lambda _, theirs: Outcome({**files, **theirs}, told))


class Together(NamedTuple):
    """Several plans, as what they have together needs them."""

    parts: Sequence[Part]
    plans: tuple[str, ...]
    """Their ids."""
    sources: Mapping[str, str]
    """Digests of their sources by the paths from the root."""
    day: date
    """The latest of those that their outputs bear."""


def together(plans: Sequence[Compiled], root: Path, *, has_reminders: bool = False) -> Together:
    """Compiled plans together; the manifest names sources by their paths from `root`."""
    return Together(
        _parts(plans, has_reminders=has_reminders),
        tuple(compiled.plan.id for compiled in plans),
        _source_digests(plans, root),
        _day(plans),
    )


def joint_outputs(
    plans: Together, options: OutputOptions, earlier: Earlier, register: FilledRegister = UNTOUCHED
) -> Outcome[Files]:
    """Calendars and registers of several plans together, so that an officer has one calendar."""
    release = Release(joined(plans.parts), plans.day, earlier.calendars, options.form)
    files = _made_of_dates(release, options)
    marked = _with_marks(release, options, register)
    names = {"roadmapc": __version__, "plans": plans.plans}
    listed = _listed(plans.sources, _recorded(files, marked.value or {}), options, earlier.manifest)
    files[MANIFEST] = _as_json({**names, **listed})
    told = tuple(_left_stale("", listed.get("stale", ())))
    return marked.then(lambda theirs: Outcome({**files, **theirs}, told))


def index_outputs(
    groups: tuple["Municipality", ...],
    plans: Sequence[str],
    day: date,
    options: OutputOptions,
    earlier: Earlier,
) -> Outcome[Files]:
    """The page that leads to the pages of all municipalities.

    Calendars that an earlier build has put beside it say from now on that their entries are withdrawn: these
    stand in the calendars of the municipalities.
    """
    from roadmapc.render.page.pages import municipalities_page  # noqa: PLC0415 - slow to import

    release = Release(
        AgendaView(joint_title(len(plans)), (), (), (), ()), day, earlier.calendars, options.form
    )
    files = dict[str, Pieces](ICS.build(release)) if earlier.calendars and ICS.build else {}
    files[PAGE] = (municipalities_page(groups),)
    listed = _listed({}, files, options, earlier.manifest)
    files[MANIFEST] = _as_json({"roadmapc": __version__, "plans": plans, **listed})
    return Outcome(files)


def joint_file(parts: Sequence[Part], day: date, options: OutputOptions, kind: Format) -> Outcome[bytes]:
    """One of those files, made afresh, in a format of `calendar --format`."""
    assert kind.alone, "commands let nobody choose another"
    release = Release(joined(parts), day, form=options.form)
    unfit = tuple(limits(release.agenda, UNTOUCHED)) if kind is XLSX else ()
    return Outcome(None if has_errors(unfit) else b"".join(kind.alone(release)), unfit)


def joint_agenda(plans: Sequence[Compiled]) -> AgendaView:
    """What the plans together ask for."""
    return joined(_parts(plans, has_reminders=False))


def document(compiled: Compiled, options: OutputOptions, form: Form | None = None) -> Outcome[bytes]:
    """The DOCX of a plan: its order, or once it was amended its consolidated edition.

    By its own template, or one that is tried with it.
    """
    return _document(compiled, order_view(compiled.plan, compiled.of_text, _day([compiled])), options, form)


def filled_register(path: Path, keys: Collection[str]) -> Outcome[FilledRegister]:
    """What people have written into a register since it was built; no value if it is locked.

    `keys` are of all dates that there are.
    """
    content = changed_output(path)
    if not content.value:
        return Outcome(None if content.value is None else UNTOUCHED, content.diagnostics)
    from roadmapc.render.register.from_workbook import from_workbook  # noqa: PLC0415

    register = from_workbook(content.value, read(path.with_name(REGISTER_TABLE)).value or b"")
    return Outcome(register, tuple(problems(register, keys, str(path))))


def earlier_outputs(folder: Path, previous: Path, options: OutputOptions) -> Outcome[Earlier]:
    """What was built into a folder, and was published in the previous one: files of others are left out.

    No value if calendars that are wanted anew cannot be read: a first release would cancel nothing.
    """
    built = manifest_of(previous).value
    nothing: Outcome[dict[str, bytes]] = Outcome({})
    calendars = read_all(previous, CALENDARS) if ICS in options.formats else nothing
    return calendars.then(
        lambda found: Outcome(
            Earlier(
                {name: found[name] for name in found if built is None or name in built.outputs},
                manifest_of(folder).value,
            )
        )
    )


def is_same_register(path: Path, register: FilledRegister) -> bool:
    """Whether the file still is what was read of it: people go on writing while a build runs."""
    return changed_output(path).value == register.source


def _document(
    compiled: Compiled, view: OrderView, options: OutputOptions, form: Form | None = None
) -> Outcome[bytes]:
    from roadmapc.render.proof.document import proved  # noqa: PLC0415 - docxtpl is slow to import

    template = Outcome(form) if form else _order_template(compiled, options.templates)
    layout = compiled.plan.profile.layout
    return template.then(
        lambda form: proved(view, form.content, template_name=form.name, layout=layout, store=options.store)
    )


def _order_template(compiled: Compiled, templates: Path | None) -> Outcome[Form]:
    """The plan's own template, else the folder's, else the shipped one."""
    path, blank = compiled.surroundings.template, compiled.surroundings.blank
    if path is None and templates is not None and is_file(templates / blank):
        path = templates / blank
    if path is None:
        return Outcome(Form(f"templates/{blank}", asset("templates", blank)))
    return read(path).then(lambda content: Outcome(Form(str(path), content)))


def _parts(plans: Sequence[Compiled], *, has_reminders: bool) -> list[Part]:
    agendas = [plan_agenda(compiled.calendar, has_reminders=has_reminders) for compiled in plans]
    names = directory_names(compiled.surroundings.directory for compiled in plans)
    return [
        Part(agenda, names[compiled.surroundings.directory], compiled.plan.organisation.name)
        for agenda, compiled in zip(agendas, plans, strict=True)
    ]


def _made(release: Release, formats: Iterable[Format]) -> dict[str, Pieces]:
    made: dict[str, Pieces] = {}
    for kind in formats:
        if kind.build:
            made |= kind.build(release)
    return made


def _made_of_dates(release: Release, options: OutputOptions) -> dict[str, Pieces]:
    return _made(release, [kind for kind in options.formats if not kind.is_document])


def _with_marks(release: Release, options: OutputOptions, register: FilledRegister) -> Outcome[Files]:
    """The register with what people have written; theirs as it is where it is unreadable, or unwanted."""
    unfit = tuple(limits(release.agenda, register)) if XLSX in options.formats else ()
    if has_errors(unfit):
        return Outcome(None, unfit)
    if not register.source:
        return Outcome({}, unfit)
    if register.rows is None or XLSX not in options.formats:
        return Outcome({REGISTER: (register.source,)}, unfit)
    made = _made(replace(release, register=register), [XLSX])
    if register.losses:
        made[register.aside(REGISTER)] = (register.source,)
    return Outcome(made, unfit)


def _recorded(files: Files, marked: Files) -> Files:
    """What the manifest records: everything as it is written, but the register as it would be without marks.

    So a register with some differs from it for ever, and none passes for untouched.
    """
    return {**files, **{name: marked[name] for name in files if name in marked and name != REGISTER}}


def _day(plans: Sequence[Compiled]) -> date:
    """The day that outputs bear: of several plans, the latest."""
    return max(build_day(each.plan.edition_day, each.plan.period.first_day) for each in plans)


def _as_json(manifest: Mapping[str, object]) -> Pieces:
    return ((json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode(),)


def _source_digests(plans: Sequence[Compiled], root: Path) -> dict[str, str]:
    sources = (source for compiled in plans for source in compiled.surroundings.sources.items())
    return {relative(path, root): sha256(content).hexdigest() for path, content in sources}


def _listed(
    sources: Mapping[str, str], files: Files, options: OutputOptions, former: Manifest | None
) -> Mapping[str, Any]:
    """What a manifest says of files: these, and those of formats that are not wanted now, which stay.

    Without them the next release could not cancel what went out (decision 0007).
    """
    made = {"sources": sources, "outputs": _digests(files)}
    others = [kind for kind in OF_BUILD.values() if kind not in options.formats]
    earlier = former.outputs if former else {}
    left = {name: digest for name, digest in earlier.items() if any(kind.makes(name) for kind in others)}
    stale = [name for name in left if former and (sources != former.sources or name in former.stale)]
    kinds = list(OF_BUILD.values())
    listed = sorted(  # in one order, whichever of them are new
        {**made["outputs"], **left}.items(),
        key=lambda item: next((at for at, kind in enumerate(kinds) if kind.makes(item[0])), len(kinds)),
    )
    return {**made, "outputs": dict(listed)} | ({"stale": stale} if stale else {})


def _left_stale(plan: str, names: Sequence[str]) -> Iterator[Diagnostic]:
    """That files say what a plan has said when they were built."""
    if not names:
        return
    place = f"файлы плана «{plan}»" if plan else "общие файлы планов"
    kinds = [kind.name for kind in OF_BUILD.values() if any(map(kind.makes, names))]
    message = f"{place} остались от прежней сборки, а исходные файлы с тех пор изменены: "
    hint = f"соберите и их: roadmapc build --format {','.join(kinds)}"
    yield Diagnostic(LEFT_STALE, message + ", ".join(names), None, hints=(hint,))


def _digests(files: Files) -> dict[str, str]:
    digests = {}
    for name, pieces in files.items():
        digest = sha256()
        for piece in pieces:
            digest.update(piece)
        digests[name] = digest.hexdigest()
    return digests
