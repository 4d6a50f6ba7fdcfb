"""The agendas of plans put together: one order of days, one name for each assignee."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, time
from typing import NamedTuple

from roadmapc.render.agenda.view import (
    NOBODY,
    AgendaView,
    Assignee,
    DutyView,
    OccurrenceView,
    UndatedView,
    joint_title,
)


class Part(NamedTuple):
    """The agenda of one plan, and the directory that its assignees are from."""

    agenda: AgendaView
    directory: str
    """Tells namesakes of different directories apart; empty where there is one directory."""
    organisation: str
    """Whose directory it is."""


def joined(parts: Sequence[Part]) -> AgendaView:
    """All dates together. Assignees stand bodies first, then officials, by name; nobody comes last."""
    are_several = len({part.directory for part in parts}) > 1
    return merged(
        [
            _renamed(
                part.agenda,
                f"{part.directory}/" if part.directory else "",
                f" ({part.organisation})" if are_several else "",
            )
            for part in parts
        ]
    )


def merged(agendas: Sequence[AgendaView]) -> AgendaView:
    """The same of agendas whose assignees have names of their own, or are shown nowhere."""
    occurrences = (occurrence for each in agendas for occurrence in each.occurrences)
    return AgendaView(
        title=agendas[0].title if len(agendas) == 1 else joint_title(len(agendas)),
        plans=tuple(plan for each in agendas for plan in each.plans),
        occurrences=tuple(sorted(occurrences, key=lambda each: (each.due, each.time or time.min))),
        undated=tuple(undated for each in agendas for undated in each.undated),
        assignees=in_order(assignee for each in agendas for assignee in each.assignees),
    )


def in_order(assignees: Iterable[Assignee]) -> tuple[Assignee, ...]:
    """Each once, as lists show them."""
    return tuple(
        sorted(set(assignees), key=lambda each: (each == NOBODY, each.is_official, each.name, each.key))
    )


def part_of(
    agenda: AgendaView, occurrences: Iterable[OccurrenceView], undated: Iterable[UndatedView]
) -> AgendaView:
    """An agenda with some of its dates, and with those alone who have them."""
    dated, without = tuple(occurrences), tuple(undated)
    duties = {id(each.duty): each.duty for kind in (dated, without) for each in kind}
    return agenda._replace(
        occurrences=dated,
        undated=without,
        assignees=in_order(assignee for duty in duties.values() for assignee in duty.assignees),
    )


def within(agenda: AgendaView, first_day: date | None, last_day: date | None) -> AgendaView:
    """What is due in some days, both included; `None` is no bound. What has no date is left out."""
    first, last = first_day or date.min, last_day or date.max
    return part_of(agenda, (each for each in agenda.occurrences if first <= each.due <= last), ())


def of_holders(agenda: AgendaView, ids: Collection[str]) -> AgendaView:
    """What somebody has to do of those who bear one of the ids in the directory of the plan."""

    def has(duty: DutyView) -> bool:
        return any(each in ids for each in duty.holders)

    return part_of(
        agenda,
        (each for each in agenda.occurrences if has(each.duty)),
        (each for each in agenda.undated if has(each.duty)),
    )


def _renamed(agenda: AgendaView, prefix: str, suffix: str) -> AgendaView:
    """The same with longer keys and names of all but nobody."""
    if not prefix and not suffix:
        return agenda
    names = {
        each: each if each == NOBODY else Assignee(prefix + each.key, each.name + suffix, each.is_official)
        for each in agenda.assignees
    }
    duties: dict[int, DutyView] = {}

    def duty(one: DutyView) -> DutyView:
        """Occurrences share their duties: what is done to one is done once."""
        if id(one) not in duties:
            duties[id(one)] = replace(one, assignees=_of(names, one.assignees), heads=_of(names, one.heads))
        return duties[id(one)]

    return agenda._replace(
        occurrences=tuple([each._replace(duty=duty(each.duty)) for each in agenda.occurrences]),
        undated=tuple([each._replace(duty=duty(each.duty)) for each in agenda.undated]),
        assignees=tuple(names.values()),
    )


def _of(names: Mapping[Assignee, Assignee], assignees: Iterable[Assignee]) -> tuple[Assignee, ...]:
    return tuple(names[each] for each in assignees)
