"""What readers call the row or the clause at a place of the plan's file."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.model.plan import Plan


def with_units(diagnostics: Iterable[Diagnostic], plan: Plan) -> Iterator[Diagnostic]:
    """Findings with the row or the clause that each stands in, unless it names several that it concerns."""
    # clauses stand within clauses, rows in sections: of all that begin before a place the last is the nearest
    units = sorted(_units(plan))
    starts = [start for start, _, _ in units]
    for one in diagnostics:
        place = one.place
        at = bisect_right(starts, place.span.start) if place and place.file is plan.file else 0
        if at and len(one.units) < 2 and place and place.span.start < units[at - 1][1]:
            yield replace(one, units=(units[at - 1][2],))
        else:
            yield one


def _units(plan: Plan) -> Iterator[tuple[int, int, str]]:
    """Where each begins and ends, and its name; rows of several tables are told apart by the appendix."""
    for clause in plan.order.walk():
        yield *clause.origin.span, f"п. {clause.reference}"
    is_one = len(plan.tables) == 1
    for appendix in plan.appendices:
        suffix = f" (прил. {appendix.number})" if appendix.number and not is_one else ""
        for section in appendix.walk():
            for measure in section.measures:
                yield *measure.origin.span, f"{measure.reference}{suffix}"
