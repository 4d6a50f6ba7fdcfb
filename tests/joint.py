"""Compiled plans together; a build puts them together of the records that it has written."""

from collections.abc import Sequence

from roadmapc.compiled import Compiled
from roadmapc.outputs import Together
from roadmapc.render.agenda.directories import directory_names
from roadmapc.render.agenda.from_calendars import plan_agenda
from roadmapc.render.agenda.joint import Part, joined
from roadmapc.render.agenda.view import AgendaView
from roadmapc.workspace.sources import build_day


def joint_agenda(plans: Sequence[Compiled]) -> AgendaView:
    """What the plans together ask for."""
    return joined(_parts(plans))


def together(plans: Sequence[Compiled]) -> Together:
    """The plans as what they have together needs them; their sources are not told."""
    day = max(build_day(each.plan.edition_day, each.plan.period.first_day) for each in plans)
    return Together(_parts(plans), tuple(each.plan.id for each in plans), {}, day)


def _parts(plans: Sequence[Compiled]) -> list[Part]:
    names = directory_names(each.surroundings.directory for each in plans)
    return [
        Part(plan_agenda(each.calendar), names[each.surroundings.directory], each.plan.organisation.name)
        for each in plans
    ]
