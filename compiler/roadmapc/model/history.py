"""What history still says of the provisions of a plan: an appendix restated whole begins anew."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from roadmapc.model.amendment import AmendingAct, ChangeKind, ProvisionChange, ProvisionName
from roadmapc.model.plan import Plan
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.provision_names import of_plan, of_provision

Changes: TypeAlias = Sequence[tuple[AmendingAct, ProvisionChange]]
"""What happened to one provision, oldest first."""


class Retired(NamedTuple):
    """A provision that lost force and has not come back: nobody may bear its number again."""

    kind: ProvisionKind
    home: str
    """The appendix that held it; empty for the order's own text and for appendices themselves.

    It is empty too for a measure whose section is gone as well: the section's number is retired with it.
    """
    number: str
    change: ProvisionChange
    """What took it out."""


def history(plan: Plan) -> dict[ProvisionName, Changes]:
    """What happened to each provision since the appendix that holds it was last restated whole."""
    homes = dict(_homes(plan))
    restated_at = {
        change.provision: at
        for at, act in enumerate(plan.amendments)
        for change in act.changes
        if restates_appendix(change)
    }
    changes: dict[ProvisionName, list[tuple[AmendingAct, ProvisionChange]]] = defaultdict(list)
    for at, act in enumerate(plan.amendments):
        for change in act.changes:
            home = _home(change, homes)
            if home is None or at >= restated_at.get(home, 0):
                changes[change.provision].append((act, change))
    return dict(changes)


def retired(plan: Plan) -> Iterator[Retired]:
    """Provisions that lost force and have not come back, or have under another number."""
    if not plan.amendments:
        return
    homes, numbers = dict(_homes(plan)), dict(of_plan(plan))
    for name, changes in history(plan).items():
        for _, change in gone(changes, numbers.get(name)):
            home = _home(change, homes)
            yield Retired(name.kind, home.id if home else "", change.number, change)


def gone(changes: Changes, number: str | None) -> Iterator[tuple[AmendingAct, ProvisionChange]]:
    """The removals that left a number behind; `number` is what the provision bears, if it came back.

    Of one that came back under its own number nothing is left.
    """
    _, last = changes[-1]
    for act, change in changes:
        is_last = change is last
        if change.kind is ChangeKind.REMOVED and (is_last or change.number != number):
            yield act, change


def restates_appendix(change: ProvisionChange) -> bool:
    """Whether an appendix was restated with all that it holds."""
    is_appendix = change.provision.kind is ProvisionKind.APPENDIX
    return is_appendix and change.kind is ChangeKind.CHANGED and change.is_whole


def _homes(plan: Plan) -> Iterator[tuple[ProvisionName, ProvisionName]]:
    """The appendix of each section and measure."""
    for appendix in plan.appendices:
        for section in appendix.walk():
            yield of_provision(section), of_provision(appendix)
            yield from ((of_provision(measure), of_provision(appendix)) for measure in section.measures)


def _home(change: ProvisionChange, homes: dict[ProvisionName, ProvisionName]) -> ProvisionName | None:
    """The appendix of a provision that is there, or of the place of one that is not; `None` without one."""
    if change.kind is not ChangeKind.REMOVED:
        return homes.get(change.provision)
    if change.provision.kind is ProvisionKind.SECTION:
        return ProvisionName(ProvisionKind.APPENDIX, change.within)
    return homes.get(ProvisionName(ProvisionKind.SECTION, change.within))
