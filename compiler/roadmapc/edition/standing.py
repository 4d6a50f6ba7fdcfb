"""Whether an act is in force on a day: what a list of acts says beside each."""

from datetime import date
from enum import Enum, auto
from typing import NamedTuple

from roadmapc.edition.life import Life
from roadmapc.model.amendment import AmendingAct


class Standing(Enum):
    """How an act stands."""

    IN_FORCE = auto()
    """Its words are in the text, or were until a later act took them out."""
    NOT_YET = auto()
    """It is signed, and its day is to come."""
    REPEALED = auto()
    """Another act has ended it."""
    NEVER = auto()
    """Another act has ended it before its day."""


class ActStanding(NamedTuple):
    """An act with how it stands."""

    act: AmendingAct
    standing: Standing
    by: AmendingAct | None
    """What has ended it; `None` for one that nothing has."""


def standings(life: Life, day: date | None) -> tuple[ActStanding, ...]:
    """All acts signed by the day, as they stand on it; without a day, when all of them are in force."""
    signed = [act for act in life.acts if act.number and (day is None or act.date <= day)]
    return tuple(_standing(life, act, day) for act in sorted(signed, key=lambda act: act.date))


def _standing(life: Life, act: AmendingAct, day: date | None) -> ActStanding:
    """An act that another one ends on its own first day, or before it, has never been in force."""
    ended = [
        other
        for other in life.acts
        if any(named.name == act.name for named in other.life.repeals)
        and (day is None or other.life.effective <= day)
    ]
    if ended:
        is_void = ended[0].life.effective <= act.life.effective
        return ActStanding(act, Standing.NEVER if is_void else Standing.REPEALED, ended[0])
    is_coming = day is not None and act.life.effective > day
    return ActStanding(act, Standing.NOT_YET if is_coming else Standing.IN_FORCE, None)
