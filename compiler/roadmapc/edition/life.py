"""The life of a plan: its first edition, the acts since, and the text of any day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from roadmapc.edition.carry_out import CarriedOut, Failure, carried_out
from roadmapc.model.amendment import ActName, Acts, AmendingAct
from roadmapc.model.from_tree.dates import existing_day
from roadmapc.model.from_tree.fields import mapping, text_of
from roadmapc.syntax.tree import MappingNode

FIRST_EDITION = "order.yaml"
"""The file of a folder of acts that holds the plan as it was signed."""


@dataclass(frozen=True, slots=True)
class Life:
    """What a plan was first, and everything that became of it."""

    first: MappingNode
    """The file as it was signed, with the texts of other files in it."""
    acts: Acts
    """All acts, in the order in which they came, or come, into force."""
    order: ActName | None
    """By what acts name the order itself; `None` for a draft."""

    def in_force(self, day: date | None) -> Acts:
        """The acts that have made the text of a day; without a day, of the latest text.

        An act that is repealed before it comes into force makes nothing. One repealed later has done what
        it did: its words stay in the text until an act takes them out.
        """
        void = {
            named.name
            for act in self.acts
            for named in act.life.repeals
            for other in self.acts
            if other.name == named.name and act.life.effective <= other.life.effective
        }
        return tuple(
            act for act in self.acts if act.name not in void and (day is None or act.life.effective <= day)
        )

    def is_ended_by(self, act: AmendingAct) -> bool:
        """Whether an act ends the plan: it repeals the order itself."""
        return any(named.name == self.order for named in act.life.repeals)

    def as_of(self, day: date | None) -> CarriedOut:
        """The text of a day; without a day, the latest, with what could not be carried out."""
        return amended(self.first, self.in_force(day))


def amended(root: MappingNode, acts: Acts) -> CarriedOut:
    """A tree after acts, one after the other."""
    failures: list[Failure] = []
    for act in acts:
        root, failed = carried_out(root, act)
        failures += failed
    return CarriedOut(root, tuple(failures))


def in_order_of_effect(acts: Iterable[AmendingAct]) -> Acts:
    """By the day of effect; of one day by the day of signing, then by number."""
    return tuple(sorted(acts, key=lambda act: (act.life.effective, act.date, _natural(act.number))))


def _natural(number: str) -> tuple[object, ...]:
    """«9» before «10-О», as offices count."""
    digits = "".join(each for each in number.partition("-")[0] if each.isdecimal())
    return int(digits or 0), number


def order_of(first: MappingNode) -> ActName | None:
    """By what acts name the order; `None` if it has no date or no number yet."""
    order = mapping(first, "order")
    day, number = existing_day(text_of(order.get("date"))), text_of(order.get("number"))
    return ActName(day, number) if day and number else None
