"""Start here: the way of a plan from its text to all that can be known of it, step by step.

    text → tree → with its registration → in its surroundings → model → calendar → checks

Each step is one call that returns its value and everything said while making it; the way ends at the
first step without a value. What is made of the result, documents and calendars, is in `outputs.py`.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from roadmapc.assets import BLANKS
from roadmapc.checks.run import run
from roadmapc.diagnostics.diagnostic import Diagnostic, Place, in_order
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.edition.codes import NO_EDITION_OF_DAY, PAST_DAY
from roadmapc.edition.differences import differences
from roadmapc.edition.life import amended, order_of
from roadmapc.edition.proof import failed, proof
from roadmapc.edition.units import inlined
from roadmapc.model.act import Case
from roadmapc.model.amendment import ActLife, Acts, AmendingAct, ChangeKind, ProvisionChange, listed
from roadmapc.model.files import Files
from roadmapc.model.from_tree.fields import optional_scalar, scalar, text_references
from roadmapc.model.from_tree.pictures import picture_references
from roadmapc.model.from_tree.plan import read_plan
from roadmapc.model.numbered import with_units
from roadmapc.model.plan import Plan
from roadmapc.model.registration import UNREGISTERED, Registration, registered
from roadmapc.schedule.from_plan import schedule
from roadmapc.schedule.in_time import Kept, RuledSince, lived
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.schema.codes import EMPTY_VALUE
from roadmapc.schema.validate import validate_filled
from roadmapc.source.file import SourceFile
from roadmapc.surroundings import Sources, Surroundings, Tree, surroundings_of
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.to_yaml import to_yaml
from roadmapc.syntax.tree import MappingNode
from roadmapc.text.dates import digits


@dataclass(frozen=True, slots=True)
class Compiled:
    """A plan with its calendar, and what both came from."""

    plan: Plan
    calendar: PlanCalendar
    """What is due when: each day by the edition that rules it."""
    of_text: PlanCalendar
    """What the text would ask for if it had always been in force: the same, unless acts have come since."""
    surroundings: Surroundings


def compile_plan(
    path: Path, registration: Registration = UNREGISTERED, day: date | None = None
) -> Outcome[Compiled]:
    """Everything that can be known of a plan, or of its edition of a day, without writing a file."""
    compiled = _compiled(path, registration, day)
    if compiled.value is None:
        return compiled
    plan, calendar, texts = compiled.value.plan, compiled.value.of_text, compiled.value.surroundings.texts
    life = compiled.value.surroundings.life
    proved = proof(life, plan.file, inlined(plan.origin, texts)) if life and day is None else ()
    said = run(plan, calendar, texts, (*compiled.diagnostics, *proved))
    return Outcome(compiled.value, in_order(tuple(with_units(said, plan))))


def compile_unchecked(
    path: Path, registration: Registration = UNREGISTERED, day: date | None = None
) -> Outcome[Compiled]:
    """A plan that is only looked at or compared: the way without the checks, half of its time.

    No value of a plan with a field that has none: what it was meant to say is not to be compared.
    """
    compiled = _compiled(path, registration, day)
    is_told = any(one.code is EMPTY_VALUE for one in compiled.diagnostics)
    return Outcome(None if is_told else compiled.value, compiled.diagnostics)


def _compiled(path: Path, registration: Registration, day: date | None) -> Outcome[Compiled]:
    sources = Sources()
    written = sources.tree(path, "plan")
    around = written.then(lambda tree: surroundings_of(tree, sources))
    if written.value is None or around.value is None:
        return Outcome(None, in_order((*written.diagnostics, *around.diagnostics)))
    edition = Outcome((written.value, around.value))
    if day is not None:
        edition = _edition(written.value, around.value, day, sources)
    compiled = edition.then(lambda found: _read(*found, registration, day))
    if compiled.value is not None and around.value.life is not None:
        calendar = _lived(compiled.value, written.value, around.value.life.in_force(day), sources)
        compiled = compiled.then(lambda value: calendar.then(lambda c: Outcome(replace(value, calendar=c))))
    return Outcome(compiled.value, in_order((*around.diagnostics, *compiled.diagnostics)))


def _read(
    tree: Tree, around: Surroundings, registration: Registration, day: date | None
) -> Outcome[Compiled]:
    """A plan of a tree with the calendar of its text; `around` knows the life that made the tree."""
    root = registered(tree.file, tree.root, registration)
    acts = None if around.life is None else around.life.in_force(day)
    if acts is not None:
        acts = tuple(act for act in acts if act.number)
    files = Files(around.texts, around.pictures)
    plan = root.then(
        lambda root: read_plan(tree.file, root, around.organisation, around.profile, files, acts=acts)
    )
    calendar = plan.then_with(Outcome(around.work_calendar), schedule)
    return calendar.then(lambda calendar: Outcome(Compiled(calendar.plan, calendar, calendar, around)))


def _lived(latest: Compiled, written: Tree, acts: Acts, sources: Sources) -> Outcome[PlanCalendar]:
    """The calendar of a plan that acts have amended; what is said of past editions was said in their time.

    The last edition is the text itself. No value, with the reason, if an act cannot be carried out.
    """
    life = latest.surroundings.life
    assert life is not None, "only a plan with a life has acts"
    calendars: list[PlanCalendar] = []
    for count in range(len(acts)):
        computed = amended(life.first, acts[:count])
        tree = _tree(written, computed.root, f"до акта {acts[count].requisites}")
        around = tree.then(lambda tree: surroundings_of(tree, sources))
        past = tree.then_with(around, lambda tree, around: _read(tree, around, UNREGISTERED, None))
        if computed.failures or past.value is None:
            return Outcome(latest.calendar)  # the proof tells why
        calendars.append(past.value.calendar)
    calendars.append(latest.of_text)
    later = [
        RuledSince(
            calendar,
            act.life.applies_since,
            listed((act,), Case.INSTRUMENTAL),
            life.is_ended_by(act),
            act.life.suspends,
            Place(act.file, scalar(act.origin, "date").span),
        )
        for act, calendar in zip(acts, calendars[1:], strict=True)
    ]
    calendar, kept = lived(calendars[0], later)
    return Outcome(calendar, tuple(map(_past_day, kept)))


def _past_day(kept: Kept) -> Diagnostic:
    """That a day could not be moved to where an act wants it."""
    duty, due = kept.entry.duty, kept.entry.occurrence.due
    message = f"{duty.reference}: день, который назначает акт, прошёл до его вступления в силу"
    hint = f"на этот раз остаётся {digits(due)}; не так – исправьте день вступления в силу"
    return Diagnostic(PAST_DAY, message, kept.by.place, (hint,))


def _tree(written: Tree, root: MappingNode, words: str) -> Outcome[Tree]:
    """A computed tree as a file of its own."""
    file = SourceFile(f"{written.file.name} {words}", to_yaml(root))
    node = from_yaml(file).then(lambda node: validate_filled(file, node, "plan"))
    return node.then(lambda node: Outcome(Tree(written.path, file, node)))


def _edition(
    written: Tree, around: Surroundings, day: date, sources: Sources
) -> Outcome[tuple[Tree, Surroundings]]:
    """The tree of a day, as a file of its own, with what it names; no value if there is no such edition."""
    life, place = around.life, Place(written.file, written.root.key_span("acts"))
    signed = order_of(written.root) if life is None else life.order
    if signed is None or day < signed.date:
        message = f"на {digits(day)} плана ещё нет: приказ подписан позже"
        return Outcome(None, (Diagnostic(NO_EDITION_OF_DAY, message, place, ("назовите день позже",)),))
    if life is None and "amendments" not in written.root.fields:
        return Outcome((written, around))
    if life is None:
        message = "история записана списком: прежних текстов в нём нет"
        hint = "переведите её в папку актов: roadmapc acts --convert"
        return Outcome(None, (Diagnostic(NO_EDITION_OF_DAY, message, place, (hint,)),))
    computed = life.as_of(day)
    if computed.failures:
        return Outcome(None, tuple(map(failed, computed.failures)))
    tree = _tree(written, computed.root, f"на {digits(day)}")
    found = tree.then(lambda tree: surroundings_of(tree, sources))
    return tree.then_with(found, lambda tree, found: Outcome((tree, replace(found, life=life))))


def with_pending(after: Compiled, before: Compiled, day: date) -> Compiled:
    """A plan whose new units name those who are in office on the day of the act that will bring them in."""
    around, plan = after.surroundings, after.plan
    if not around.organisation.former:
        return after
    roots = (inlined(each.plan.origin, each.surroundings.texts) for each in (before, after))
    place = Place(plan.file, plan.origin.span)
    coming = tuple(
        ProvisionChange(each.name, each.kind, (), "", "", place)
        for each in differences(*roots)
        if each.is_whole and each.kind is not ChangeKind.REMOVED
    )
    life = ActLife(effective=day, applies_since=day)
    act = AmendingAct(plan.order.kind, day, "", "", coming, (), (), life, plan.origin, plan.file)
    read = read_plan(
        plan.file,
        plan.origin,
        around.organisation,
        around.profile,
        plan.files,
        acts=(*plan.amendments, act),
    )
    assert read.value is not None, "what was read can be read again"
    return replace(after, plan=replace(read.value, amendments=plan.amendments))


def compile_edition(
    path: Path, registration: Registration = UNREGISTERED, day: date | None = None
) -> Outcome[Compiled]:
    """The same for what is held against another edition or a document: with all that the plan names.

    No value if a text, a picture or the template of it cannot be read: what is left out would seem to be
    struck out.
    """
    compiled = compile_unchecked(path, registration, day)
    if compiled.value is None:
        return compiled
    origin, around = compiled.value.plan.origin, compiled.value.surroundings
    is_whole = all(each.text in around.texts for each in text_references(origin))
    named = picture_references(around.file, origin, around.texts)
    is_whole &= all(each.path in around.pictures for each in named)
    own = optional_scalar(origin, "template")
    if own is not None and own.text not in BLANKS:
        is_whole &= around.template in around.sources
    return compiled if is_whole else Outcome(None, compiled.diagnostics)
