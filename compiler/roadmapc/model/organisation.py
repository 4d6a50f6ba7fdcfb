"""The organisation directory: who acts, and how they are called in documents."""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple, NewType, TypeAlias

from roadmapc.calendar.season_rule import SeasonRule
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, ScalarNode

BodyId = NewType("BodyId", str)
OfficialId = NewType("OfficialId", str)


class Letterhead(NamedTuple):
    """What a blank says of a body besides its name (ГОСТ Р 7.0.97, requisites 5, 7 and 8).

    Each as the directory writes it; empty if it gives none.
    """

    address: str = ""
    second_address: str = ""
    """In the second language of a republic."""
    phone: str = ""
    email: str = ""
    site: str = ""
    okpo: str = ""
    ogrn: str = ""
    inn: str = ""
    kpp: str = ""


NO_LETTERHEAD = Letterhead()
"""Of whom a directory says nothing but the name."""


class Body(NamedTuple):
    """A body, an institution or a group of them: whoever can be an executor."""

    id: BodyId
    name: str
    """In full, nominative."""
    short: str
    """As tables print it; the full name if the directory gives no other."""
    head: OfficialId | None
    origin: MappingNode
    """The record in the directory; its other fields are the cases, and what people keep for themselves."""
    second_name: str = ""
    """In the second language of a republic; empty if the directory gives none."""
    letterhead: Letterhead | None = None
    """Its own; `None` if the directory gives none, and its blanks print that of the organisation."""


class Official(NamedTuple):
    """A person in office."""

    id: OfficialId
    name: str
    """Surname first, nominative: «Образцова А. Б.»."""
    post: str
    """Nominative; empty if the directory names none."""
    body: BodyId | None
    origin: MappingNode
    second_post: str = ""
    """In the second language of a republic; empty if the directory gives none."""
    full_name: str = ""
    """«Образцова Анна Борисовна», as compositions print it; empty if the directory does not say."""

    @property
    def short(self) -> str:
        """As tables print a person: by name."""
        return self.name


Actor: TypeAlias = Body | Official
"""Whoever can have a duty. Bodies and people are named apart, so an id may belong to one of each."""


def key_of(actor: Actor) -> tuple[bool, str]:
    """By what an actor is known whatever it is called: whether it is a person, and its id."""
    return isinstance(actor, Official), actor.id


class Organisation(NamedTuple):
    """The whole directory."""

    name: str
    """The superior body, first line of the blank."""
    bodies: Mapping[BodyId, Body]
    officials: Mapping[OfficialId, Official]
    file: SourceFile
    """What its records are written in."""
    former: "tuple[Former, ...]" = ()
    """How records of the directory read earlier, by their last days."""
    seasons: tuple[SeasonRule, ...] = ()
    """Names for spans and days that all its plans use."""
    time_zone: str = ""
    """By its IANA name; empty if the directory names none."""
    second_name: str = ""
    """In the second language of a republic; empty if the directory gives none."""
    second_kinds: Mapping[str, str] = MappingProxyType({})
    """What that language calls an act, by its kind: «приказ»."""
    letterhead: Letterhead = NO_LETTERHEAD
    """Of the superior body, and of those that have none of their own."""


class Former(NamedTuple):
    """A record as it was until a day: another name of a body, another person in office."""

    until: date
    """The last day on which it was so."""
    record: Body | Official


def on_day(organisation: Organisation, day: date) -> Organisation:
    """The directory as it was on a day; entries without former ones have always been as they are."""
    bodies, officials = dict(organisation.bodies), dict(organisation.officials)
    # of several the one that ended last is put first, so that an earlier one goes over it
    for former in sorted(organisation.former, key=lambda each: each.until, reverse=True):
        if former.until < day:
            continue
        if isinstance(former.record, Body):
            bodies[former.record.id] = former.record
        else:
            officials[former.record.id] = former.record
    return organisation._replace(bodies=bodies, officials=officials)


class Called(StrEnum):
    """What of a person is printed where he is an executor."""

    NAME = "name"
    """«Образцова А. Б.»; of 44 public plans 9 name persons so."""
    POST = "post"
    """«Начальник отдела»; 7 do so."""
    POST_AND_NAME = "post_and_name"


class Executor(NamedTuple):
    """Somebody who acts, as one line of the executors' cell."""

    actor: Actor
    units: tuple[Body, ...]
    """Units of a body that act, printed in brackets."""
    qualifier: str
    """Which of a group, printed after a comma; empty for all of it."""
    origin: ScalarNode
    """The name of the actor in the list of executors."""
    proviso: str = ""
    """On what he acts, printed in brackets: «по согласованию»; empty if nothing is said."""
    called: Called = Called.NAME
    """What of a person is printed; a body is printed as tables call it."""

    @property
    def scope(self) -> Hashable:
        """Who acts, however called: the body or person, its units, the qualifier, the proviso."""
        units = frozenset(unit.id for unit in self.units)
        return key_of(self.actor), units, self.qualifier, self.proviso


def actors_of(executors: Iterable[Executor]) -> tuple[Actor, ...]:
    """Everybody who acts, each once: executors and their units."""
    actors = (actor for executor in executors for actor in (executor.actor, *executor.units))
    return tuple({key_of(actor): actor for actor in actors}.values())
