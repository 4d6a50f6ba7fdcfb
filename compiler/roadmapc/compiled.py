"""A compiled plan: of its text, of its text on a day, and with the days of all its editions."""

from dataclasses import dataclass, replace
from datetime import date

from roadmapc.diagnostics.diagnostic import Diagnostic, Place
from roadmapc.diagnostics.outcome import Outcome, errors
from roadmapc.edition.carry_out import carried_out
from roadmapc.edition.codes import NO_EDITION_OF_DAY, PAST_DAY
from roadmapc.edition.differences import differences
from roadmapc.edition.life import order_of
from roadmapc.edition.proof import not_carried_out
from roadmapc.edition.units import inlined
from roadmapc.model.act import Case
from roadmapc.model.amendment import ActLife, Acts, AmendingAct, ChangeKind, ProvisionChange, listed
from roadmapc.model.codes import UNKNOWN_NAME
from roadmapc.model.files import Files
from roadmapc.model.from_tree.fields import scalar
from roadmapc.model.from_tree.plan import read_plan
from roadmapc.model.from_tree.registration import registered
from roadmapc.model.plan import Plan
from roadmapc.model.registration import UNREGISTERED, Registration
from roadmapc.schedule.from_plan import schedule
from roadmapc.schedule.in_time import Kept, RuledSince, lived
from roadmapc.schedule.plan_calendar import PlanCalendar
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


def compiled_of(
    tree: Tree, around: Surroundings, registration: Registration, day: date | None
) -> Outcome[Compiled]:
    """A plan of a tree with the calendar of its text; `around` knows the life that made the tree."""
    root = registered(tree.file, tree.root, registration)
    acts = None if around.life is None else around.life.in_force(day)
    if acts is not None:
        acts = tuple(act for act in acts if act.number)
    files = Files(around.texts, around.pictures)
    plan = root.then(
        lambda root: read_plan(
            tree.file, root, around.organisation, around.profile, files, acts=acts, memo=around.memo
        )
    )
    calendar = plan.then_with(
        Outcome(around.work_calendar), lambda plan, days: schedule(plan, days, around.memo)
    )
    return calendar.then(lambda calendar: Outcome(Compiled(calendar.plan, calendar, calendar, around)))


def in_time(latest: Compiled, written: Tree, acts: Acts, sources: Sources) -> Outcome[Compiled]:
    """A plan that acts have amended, with the days of all its editions; what past ones said is not repeated.

    But for whom they name and the directory knows no more: such a duty would be nobody's.

    The last edition is the text itself. The calendar of the text alone, with the reason, if an act cannot be
    carried out.
    """
    life = latest.surroundings.life
    assert life is not None, "only a plan with a life has acts"
    calendars: list[PlanCalendar] = []
    lost: dict[str, Diagnostic] = {}
    root = life.first
    for act in acts:
        tree = _tree(written, root, f"до акта {act.requisites}")
        around = tree.then(lambda tree: surroundings_of(tree, sources))
        past = tree.then_with(around, lambda tree, around: compiled_of(tree, around, UNREGISTERED, None))
        if past.value is None:
            return Outcome(latest, errors(past.diagnostics))
        calendars.append(past.value.calendar)
        lost |= {each.message: each for each in past.diagnostics if each.code is UNKNOWN_NAME}
        root, failures = carried_out(root, act)
        if failures:
            return Outcome(latest, tuple(map(not_carried_out, failures)))
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
    return Outcome(replace(latest, calendar=calendar), (*lost.values(), *map(_past_day, kept)))


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


def edition(
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
        return Outcome(None, tuple(map(not_carried_out, computed.failures)))
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
