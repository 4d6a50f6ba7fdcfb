"""Start here: the way of a plan from its text to all that can be known of it, step by step.

    text → tree → with its registration → in its surroundings → model → calendar → checks

Each step is one call that returns its value and everything said while making it; the way ends at the
first step without a value. What is made of the result, documents and calendars, is in `outputs.py`.
"""

from dataclasses import dataclass
from pathlib import Path

from roadmapc.assets import BLANKS
from roadmapc.checks.run import run
from roadmapc.diagnostics.diagnostic import in_order
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.files import Files
from roadmapc.model.from_tree.fields import optional_scalar, text_references
from roadmapc.model.from_tree.pictures import picture_references
from roadmapc.model.from_tree.plan import read_plan
from roadmapc.model.numbered import with_units
from roadmapc.model.plan import Plan
from roadmapc.model.registration import UNREGISTERED, Registration, registered
from roadmapc.schedule.from_plan import schedule
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.schema.codes import EMPTY_VALUE
from roadmapc.surroundings import Sources, Surroundings, surroundings_of


@dataclass(frozen=True, slots=True)
class Compiled:
    """A plan with its calendar, and what both came from."""

    plan: Plan
    calendar: PlanCalendar
    surroundings: Surroundings


def compile_plan(path: Path, registration: Registration = UNREGISTERED) -> Outcome[Compiled]:
    """Everything that can be known of a plan without writing a file."""
    compiled = _compiled(path, registration)
    if compiled.value is None:
        return compiled
    plan, calendar, texts = compiled.value.plan, compiled.value.calendar, compiled.value.surroundings.texts
    said = run(plan, calendar, texts, compiled.diagnostics)
    return Outcome(compiled.value, in_order(tuple(with_units(said, plan))))


def compile_unchecked(path: Path, registration: Registration = UNREGISTERED) -> Outcome[Compiled]:
    """A plan that is only looked at or compared: the way without the checks, half of its time.

    No value of a plan with a field that has none: what it was meant to say is not to be compared.
    """
    compiled = _compiled(path, registration)
    is_told = any(one.code is EMPTY_VALUE for one in compiled.diagnostics)
    return Outcome(None if is_told else compiled.value, compiled.diagnostics)


def _compiled(path: Path, registration: Registration) -> Outcome[Compiled]:
    sources = Sources()
    tree = sources.tree(path, "plan")
    root = tree.then(lambda tree: registered(tree.file, tree.root, registration))
    surroundings = tree.then(lambda tree: surroundings_of(tree, sources))
    plan = root.then_with(
        surroundings,
        lambda root, around: read_plan(
            around.file, root, around.organisation, around.profile, Files(around.texts, around.pictures)
        ),
    )
    calendar = plan.then_with(surroundings.then(lambda around: Outcome(around.work_calendar)), schedule)
    compiled = calendar.then_with(
        surroundings, lambda calendar, around: Outcome(Compiled(calendar.plan, calendar, around))
    )
    return Outcome(compiled.value, in_order(compiled.diagnostics))


def compile_edition(path: Path, registration: Registration = UNREGISTERED) -> Outcome[Compiled]:
    """The same for what is held against another edition or a document: with all that the plan names.

    No value if a text, a picture or the template of it cannot be read: what is left out would seem to be
    struck out.
    """
    compiled = compile_unchecked(path, registration)
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
