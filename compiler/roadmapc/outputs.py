"""From a compiled plan to the files of a build: its document, calendars, registers, the manifest."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from roadmapc import __version__
from roadmapc.assets import asset
from roadmapc.compiled import Compiled
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome, has_errors
from roadmapc.render.agenda.from_calendars import plan_agenda
from roadmapc.render.agenda.joint import Part, joined
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
    Format,
    Pieces,
    Release,
)
from roadmapc.render.register.filled import UNTOUCHED, FilledRegister
from roadmapc.render.register.findings import limits, problems
from roadmapc.render.unchanged import NOTHING, StillSo, Unchanged
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


class Outputs(Protocol):
    """Where files are put as soon as they are made."""

    @property
    def digests(self) -> Mapping[str, str]:
        """Of the files so far."""

    def add(self, name: str, pieces: Iterable[bytes]) -> str:
        """Take a file; its digest."""

    def keep(self, name: str, digest: str) -> str:
        """Count a file among them that is there already, with that digest."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """What a build goes on from."""

    calendars: Mapping[str, bytes] = field(default_factory=dict)
    """As they were last published, by name."""
    manifest: Manifest | None = None
    """Of the folder to build into."""
    register: FilledRegister = UNTOUCHED
    """What people have written into the one of that folder."""
    still_so: StillSo = NOTHING
    """What need not be made anew."""


def outputs(
    compiled: Compiled, options: OutputOptions, root: Path, earlier: Earlier, made: Outputs
) -> Outcome[AgendaView]:
    """The files of a plan and their manifest, made one after another; no value if one of them cannot be made.

    The value is what all files of dates were made of; the manifest names sources by their paths from `root`.
    """
    day = _day(compiled)
    view = order_view(compiled.plan, compiled.of_text, day)
    documents = [kind for kind in options.formats if kind.is_document]
    document = _document(compiled, view, options) if documents else Outcome(b"")
    printed = document.then(lambda content: _printed(content, day)) if PDF in documents else Outcome(b"")
    if document.value is None or printed.value is None:
        return Outcome(None, printed.diagnostics or document.diagnostics)
    release = Release(
        plan_agenda(compiled.calendar, has_reminders=options.has_reminders),
        day,
        earlier.calendars,
        form=options.form,
        order=view,
        document=document.value,
        printed=printed.value,
    )
    digests = _put_all(release, documents, made)
    of_dates = _put_dates(release, options, earlier.register, made)

    def listed(_: bytes, dates: Mapping[str, str]) -> Outcome[AgendaView]:
        names = {"roadmapc": __version__, "plan": compiled.plan.id}
        sources = _source_digests(compiled, root)
        manifest = _listed(sources, {**digests, **dates}, options, earlier.manifest)
        made.add(MANIFEST, _as_json({**names, **manifest, "content": view.digest}))
        return Outcome(release.agenda, tuple(_left_stale(compiled.plan.id, manifest.get("stale", ()))))

    return document.then_with(of_dates, listed)


class Together(NamedTuple):
    """Several plans, as what they have together needs them."""

    parts: Sequence[Part]
    plans: tuple[str, ...]
    """Their ids."""
    sources: Mapping[str, str]
    """Digests of their sources by the paths from the root."""
    day: date
    """The latest of those that their outputs bear."""


def joint_outputs(
    plans: Together, options: OutputOptions, earlier: Earlier, made: Outputs
) -> Outcome[AgendaView]:
    """Calendars and registers of several plans together, so that an officer has one calendar.

    The value is what they were made of; none if one of them cannot be made.
    """
    release = Release(joined(plans.parts), plans.day, earlier.calendars, earlier.still_so, options.form)

    def listed(digests: Mapping[str, str]) -> Outcome[AgendaView]:
        manifest = _listed(plans.sources, digests, options, earlier.manifest)
        made.add(MANIFEST, _joint_manifest(plans.plans, manifest))
        return Outcome(release.agenda, tuple(_left_stale("", manifest.get("stale", ()))))

    return _put_dates(release, options, earlier.register, made).then(listed)


def kept_outputs(sources: Mapping[str, str], options: OutputOptions, built: Manifest, made: Outputs) -> bool:
    """The same files of the same plans, whose sources say something else that no date shows.

    No file is made but their manifest; not even that if some of them are not of these options.
    """
    if built.stale or not all(any(kind.makes(name) for kind in options.formats) for name in built.outputs):
        return False
    for name, digest in built.outputs.items():
        made.keep(name, digest)
    made.add(MANIFEST, _joint_manifest(built.plans, _listed(sources, built.outputs, options, None)))
    return True


class Region(NamedTuple):
    """Municipalities, as the page that leads to all of them needs them."""

    municipalities: tuple["Municipality", ...]
    plans: tuple[str, ...]
    """Ids of the plans of all."""
    day: date
    """The latest of those that their outputs bear."""


def index_outputs(region: Region, options: OutputOptions, earlier: Earlier, made: Outputs) -> None:
    """The page that leads to the pages of all municipalities.

    Calendars that an earlier build has put beside it say from now on that their entries are withdrawn: these
    stand in the calendars of the municipalities.
    """
    from roadmapc.render.page.pages import municipalities_page  # noqa: PLC0415 - slow to import

    nothing = AgendaView(joint_title(len(region.plans)), (), (), (), ())
    release = Release(nothing, region.day, earlier.calendars, form=options.form)
    digests = _put_all(release, [ICS] if earlier.calendars else [], made)
    digests[PAGE] = made.add(PAGE, (municipalities_page(region.municipalities),))
    listed = _listed({}, digests, options, earlier.manifest)
    made.add(MANIFEST, _joint_manifest(region.plans, listed))


def joint_file(parts: Sequence[Part], day: date, options: OutputOptions, kind: Format) -> Outcome[bytes]:
    """One of those files, made afresh, in a format of `calendar --format`."""
    assert kind.alone, "commands let nobody choose another"
    release = Release(joined(parts), day, form=options.form)
    unfit = tuple(limits(release.agenda, UNTOUCHED)) if kind == XLSX else ()
    return Outcome(None if has_errors(unfit) else b"".join(kind.alone(release)), unfit)


def document(compiled: Compiled, options: OutputOptions, form: Form | None = None) -> Outcome[bytes]:
    """The DOCX of a plan: its order, or once it was amended its consolidated edition.

    By its own template, or one that is tried with it.
    """
    return _document(compiled, order_view(compiled.plan, compiled.of_text, _day(compiled)), options, form)


def filled_register(path: Path, days: Mapping[str, date]) -> Outcome[FilledRegister]:
    """What people have written into a register since it was built; no value if it is locked.

    `days` are all dates that there are, by key.
    """
    content = changed_output(path)
    if not content.value:
        return Outcome(None if content.value is None else UNTOUCHED, content.diagnostics)
    from roadmapc.render.register.from_workbook import from_workbook  # noqa: PLC0415

    register = from_workbook(content.value, read(path.with_name(REGISTER_TABLE)).value or b"")
    return Outcome(register, tuple(problems(register, days, str(path))))


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


def _printed(document: bytes, day: date) -> Outcome[bytes]:
    from roadmapc.office import to_pdf  # noqa: PLC0415 - few print

    return to_pdf(document, day)


def _order_template(compiled: Compiled, templates: Path | None) -> Outcome[Form]:
    """The plan's own template, else the folder's, else the shipped one."""
    path, blank = compiled.surroundings.template, compiled.surroundings.blank
    if path is None and templates is not None and is_file(templates / blank):
        path = templates / blank
    if path is None:
        return Outcome(Form(f"templates/{blank}", asset("templates", blank)))
    return read(path).then(lambda content: Outcome(Form(str(path), content)))


def _put_all(release: Release, formats: Iterable[Format], made: Outputs) -> dict[str, str]:
    """Make all files of these formats; their digests."""
    files = (file for kind in formats if kind.build for file in kind.build(release))
    return {name: _put(name, content, made) for name, content in files}


def _put(name: str, content: Pieces | Unchanged, made: Outputs) -> str:
    return made.keep(name, content.digest) if isinstance(content, Unchanged) else made.add(name, content)


def _put_dates(
    release: Release, options: OutputOptions, register: FilledRegister, made: Outputs
) -> Outcome[dict[str, str]]:
    """The files that are made of dates; the digests that a manifest records of them."""
    unfit = tuple(limits(release.agenda, register)) if XLSX in options.formats else ()
    if has_errors(unfit):
        return Outcome(None, unfit)
    formats = [kind for kind in options.formats if not kind.is_document]
    if not register.source:
        return Outcome(_put_all(release, formats, made), unfit)
    digests = _put_all(release, [kind for kind in formats if kind != XLSX], made)
    if XLSX not in formats:
        made.add(REGISTER, (register.source,))
        return Outcome(digests, unfit)
    return Outcome(digests | _put_filled(release, register, made), unfit)


def _put_filled(release: Release, register: FilledRegister, made: Outputs) -> dict[str, str]:
    """The register with what people have written; theirs as it is where it is unreadable.

    The manifest records it as it would be without marks: so a register with some differs from it for ever,
    and none passes for untouched.
    """
    assert XLSX.build, "a build makes registers"
    assert XLSX.alone, "and so does `calendar`"
    digests = {}
    marked = replace(release, register=None if register.rows is None else register)
    for name, pieces in XLSX.build(marked):
        is_theirs = name == REGISTER and register.rows is None
        digests[name] = _put(name, (register.source,) if is_theirs else pieces, made)
    digests[REGISTER] = sha256(b"".join(XLSX.alone(release))).hexdigest()
    if register.losses:
        made.add(register.aside(REGISTER), (register.source,))
    return digests


def _day(compiled: Compiled) -> date:
    """The day that outputs bear."""
    return build_day(compiled.plan.edition_day, compiled.plan.period.first_day)


def _joint_manifest(plans: tuple[str, ...], listed: Mapping[str, Any]) -> Pieces:
    return _as_json({"roadmapc": __version__, "plans": plans, **listed})


def _as_json(manifest: Mapping[str, object]) -> Pieces:
    return ((json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode(),)


def _source_digests(compiled: Compiled, root: Path) -> dict[str, str]:
    sources = compiled.surroundings.sources.items()
    return {relative(path, root): sha256(content).hexdigest() for path, content in sources}


def _listed(
    sources: Mapping[str, str], digests: Mapping[str, str], options: OutputOptions, former: Manifest | None
) -> Mapping[str, Any]:
    """What a manifest says of files: these, and those of formats that are not wanted now, which stay.

    Without them the next release could not cancel what went out (decision 0007).
    """
    others = [kind for kind in OF_BUILD.values() if kind not in options.formats]
    earlier = former.outputs if former else {}
    left = {name: digest for name, digest in earlier.items() if any(kind.makes(name) for kind in others)}
    stale = [name for name in left if former and (sources != former.sources or name in former.stale)]
    kinds = list(OF_BUILD.values())

    def place(name: str) -> tuple[int, bool]:
        """One order, whichever of them are new and whenever each was made."""
        return next((at for at, kind in enumerate(kinds) if kind.makes(name)), len(kinds)), "/" in name

    every = {**digests, **left}
    listed = {name: every[name] for name in sorted(every, key=place)}
    return {"sources": sources, "outputs": listed} | ({"stale": stale} if stale else {})


def _left_stale(plan: str, names: Sequence[str]) -> Iterator[Diagnostic]:
    """That files say what a plan has said when they were built."""
    if not names:
        return
    place = f"файлы плана «{plan}»" if plan else "общие файлы планов"
    kinds = [kind.name for kind in OF_BUILD.values() if any(map(kind.makes, names))]
    message = f"{place} остались от прежней сборки, а исходные файлы с тех пор изменены: "
    hint = f"соберите и их: roadmapc build --format {','.join(kinds)}"
    yield Diagnostic(LEFT_STALE, message + ", ".join(names), None, hints=(hint,))
