"""The names by which history knows the units of a plan."""

from collections.abc import Iterator

from roadmapc.model.amendment import UnitName
from roadmapc.model.plan import Appendix, Clause, Measure, Plan, Section
from roadmapc.model.provision import ProvisionKind

TITLE = UnitName(ProvisionKind.REQUISITE, "title")
PREAMBLE = UnitName(ProvisionKind.REQUISITE, "preamble")


def of_clause(clause: Clause) -> UnitName:
    """A clause by its id, or by its number if the author gave it none."""
    return UnitName(ProvisionKind.CLAUSE, clause.id or clause.number)


def of_measure(name: str) -> UnitName:
    """A measure by its stable name."""
    return UnitName(ProvisionKind.MEASURE, name)


def of_unit(unit: Appendix | Section | Measure) -> UnitName:
    """A unit that always has a stable name."""
    match unit:
        case Appendix():
            return UnitName(ProvisionKind.APPENDIX, unit.id)
        case Section():
            return UnitName(ProvisionKind.SECTION, unit.id)
        case Measure():
            return of_measure(unit.id)


def of_plan(plan: Plan) -> Iterator[tuple[UnitName, str]]:
    """Every unit that an amendment can name, with its printed number, in the order of printing."""
    yield TITLE, ""
    yield PREAMBLE, ""
    yield from ((of_clause(clause), clause.number) for clause in plan.order.walk())
    for appendix in plan.appendices:
        yield of_unit(appendix), appendix.number
        for section in appendix.walk():
            yield of_unit(section), section.number
            yield from ((of_unit(measure), measure.number) for measure in section.measures)


def holders(plan: Plan, unit: UnitName) -> tuple[UnitName, ...]:
    """What holds a measure: its sections from the innermost, then the appendix; nothing for other units."""
    for appendix in plan.appendices:
        for section in appendix.walk():
            if any(of_unit(each) == unit for each in section.measures):
                around = (each for each in appendix.walk() if section in each.walk())
                return (*reversed([of_unit(each) for each in around]), of_unit(appendix))
    return ()
