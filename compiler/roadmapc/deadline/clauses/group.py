"""What a phrase says under one label: the times, and all that is told of them."""

import datetime as dt
from dataclasses import dataclass
from typing import NamedTuple

from roadmapc.deadline.ast import Mark, Moment, Stretch
from roadmapc.deadline.reading.cursor import Item
from roadmapc.deadline.unit import Unit
from roadmapc.source.span import Span


class Particular(NamedTuple):
    """What is said of a day besides its date; one of the fields is filled."""

    span: Span
    time: dt.time | None = None
    end_time: dt.time | None = None
    place: str = ""
    occasion: str = ""
    weekdays: tuple[Unit, ...] = ()


@dataclass(slots=True)
class Group:
    """Items under one label; as of an item, nobody writes to it."""

    segment: int
    """Counts the «далее» and «кроме того» before it: a periodicity does not reach over one."""
    continues: bool
    """Whether «далее» leads to it: its series takes up the date before."""
    audience: str
    purpose: str
    reported: tuple[Stretch, ...]
    """The periods that a report is about; empty if it is no report."""
    items: tuple[Item, ...]
    """Moments, periodicities, references, and the signs between them."""
    exceptions: tuple[Item, ...]
    """«кроме июля»: what the rules of the group leave out."""
    notes: tuple[str, ...]
    marks: tuple[Mark, ...]
    is_garbled: bool
    """Whether a number or a spoiled word is left over: it may be the day that a month or year has lost."""
    first_date: Span | None
    """The first moment; `None` if there is none."""
    is_periodic: bool
    """Whether any of it says how often."""
    particulars: tuple[Particular, ...] = ()
    """Hours, places, holidays and weekdays, in the order of the phrase."""
    is_refused: bool = False
    """Whether what was not understood may change its times: then the phrase has none."""

    @property
    def moments(self) -> list[Moment]:
        """All that its items name, in their order."""
        return [moment for item in self.items for moment in item.moments]
