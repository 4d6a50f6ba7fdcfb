"""A plan of one text: its model, and the calendar that this text asks for."""

from dataclasses import dataclass
from datetime import date

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.model.files import Files
from roadmapc.model.from_tree.plan import read_plan
from roadmapc.model.plan import Plan
from roadmapc.model.registration import Registration, registered
from roadmapc.schedule.from_plan import schedule
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.surroundings import Surroundings, Tree


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
        lambda root: read_plan(tree.file, root, around.organisation, around.profile, files, acts=acts)
    )
    calendar = plan.then_with(Outcome(around.work_calendar), schedule)
    return calendar.then(lambda calendar: Outcome(Compiled(calendar.plan, calendar, calendar, around)))
