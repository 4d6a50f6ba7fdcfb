"""What history still says of the units of a plan: an appendix said anew whole begins anew."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from roadmapc.model.amendment import Acts, AmendingAct, Manner, Touch, UnitName
from roadmapc.model.plan import Plan
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import of_unit

Touches: TypeAlias = Sequence[tuple[AmendingAct, Touch]]
"""What happened to one unit, oldest first."""


class Retired(NamedTuple):
    """A unit that lost force and has not come back: nobody may bear its number again."""

    kind: ProvisionKind
    home: str
    """The appendix that held it; empty for the order's own text and for appendices themselves.

    It is empty too for a measure whose section is gone as well: the section's number is retired with it.
    """
    number: str
    touch: Touch
    """What took it out."""


def history(plan: Plan) -> dict[UnitName, Touches]:
    """What happened to each unit since the appendix that holds it was last said anew whole."""
    homes, anew = dict(_homes(plan)), _said_anew(plan.amendments)
    found: dict[UnitName, list[tuple[AmendingAct, Touch]]] = defaultdict(list)
    for at, act in enumerate(plan.amendments):
        for touch in act.touches:
            if at >= anew.get(_home(touch, homes), 0):
                found[touch.unit].append((act, touch))
    return dict(found)


def retired(plan: Plan) -> Iterator[Retired]:
    """Units that lost force and have not come back."""
    homes = dict(_homes(plan))
    for unit, touches in history(plan).items():
        _, last = touches[-1]
        if last.manner is Manner.REMOVED:
            home = _home(last, homes)
            yield Retired(unit.kind, home.id if home else "", last.number, last)


def _said_anew(acts: Acts) -> dict[UnitName | None, int]:
    """The place in the list of the act that last said an appendix anew."""
    return {touch.unit: at for at, act in enumerate(acts) for touch in act.touches if is_anew(touch)}


def is_anew(touch: Touch) -> bool:
    """Whether an appendix was said anew with all that it holds."""
    return touch.unit.kind is ProvisionKind.APPENDIX and touch.manner is Manner.CHANGED and touch.is_whole


def _homes(plan: Plan) -> Iterator[tuple[UnitName, UnitName]]:
    """The appendix of each section and measure."""
    for appendix in plan.appendices:
        for section in appendix.walk():
            yield of_unit(section), of_unit(appendix)
            yield from ((of_unit(measure), of_unit(appendix)) for measure in section.measures)


def _home(touch: Touch, homes: dict[UnitName, UnitName]) -> UnitName | None:
    """The appendix of a unit that is there, or of the place of one that is not; `None` if there is none."""
    if touch.manner is not Manner.REMOVED:
        return homes.get(touch.unit)
    if touch.unit.kind is ProvisionKind.SECTION:
        return UnitName(ProvisionKind.APPENDIX, touch.within)
    return homes.get(UnitName(ProvisionKind.SECTION, touch.within))
