"""Who acts, as a line of the executors' cell."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from roadmapc.model.organisation import Actor, Body, key_of
from roadmapc.syntax.tree import ScalarNode


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


def actors_of(executors: Iterable[Executor]) -> tuple[Actor, ...]:
    """Everybody who acts, each once: executors and their units."""
    actors = (actor for executor in executors for actor in (executor.actor, *executor.units))
    return tuple({key_of(actor): actor for actor in actors}.values())
