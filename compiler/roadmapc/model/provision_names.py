"""The names by which history knows the provisions of a plan."""

from collections.abc import Iterator

from roadmapc.model.amendment import ProvisionName
from roadmapc.model.plan import Appendix, Clause, Measure, Plan, Section
from roadmapc.model.provision import ProvisionKind

TITLE = ProvisionName(ProvisionKind.REQUISITE, "title")
PREAMBLE = ProvisionName(ProvisionKind.REQUISITE, "preamble")


def of_clause(clause: Clause) -> ProvisionName:
    """A clause by its id, or by its number if the author gave it none, or by its place if it has neither."""
    return ProvisionName(ProvisionKind.CLAUSE, clause.id or clause.number or clause.key)


def place_of(ordinal: str) -> str:
    """The name of a clause that has neither id nor number."""
    return f"#{ordinal}"


def of_measure(name: str) -> ProvisionName:
    """A measure by its stable name."""
    return ProvisionName(ProvisionKind.MEASURE, name)


def of_provision(provision: Appendix | Section | Measure) -> ProvisionName:
    """A provision that always has a stable name."""
    match provision:
        case Appendix():
            return ProvisionName(ProvisionKind.APPENDIX, provision.id)
        case Section():
            return ProvisionName(ProvisionKind.SECTION, provision.id)
        case Measure():
            return of_measure(provision.id)


def of_plan(plan: Plan) -> Iterator[tuple[ProvisionName, str]]:
    """Every provision that an amendment can name, with its printed number, in the order of printing."""
    yield TITLE, ""
    yield PREAMBLE, ""
    yield from ((of_clause(clause), clause.number) for clause in plan.order.walk())
    for appendix in plan.appendices:
        yield of_provision(appendix), appendix.number
        for section in appendix.walk():
            yield of_provision(section), section.number
            yield from ((of_provision(measure), measure.number) for measure in section.measures)


def holders(plan: Plan, name: ProvisionName) -> tuple[ProvisionName, ...]:
    """What holds a measure: its sections from the innermost, then the appendix; nothing for other kinds."""
    for appendix in plan.appendices:
        for section in appendix.walk():
            if any(of_provision(measure) == name for measure in section.measures):
                around = [of_provision(each) for each in appendix.walk() if section in each.walk()]
                return (*reversed(around), of_provision(appendix))
    return ()
