"""An amendment written into the plan that it leads to: the act into its history, the numbers to its units.

The text is read back before it is returned.
"""

from collections.abc import Iterator

from roadmapc.amend.codes import UNRECORDED
from roadmapc.amend.order import Requisites, earlier
from roadmapc.amend.printed_order import Numbers, key
from roadmapc.amend.scheme import Scheme, scheme
from roadmapc.amend.to_yaml import mapping, sequence, text, to_yaml
from roadmapc.amend.touched import touched
from roadmapc.amend.writing import with_act, with_number
from roadmapc.checks.fix import corrected
from roadmapc.diagnostics.diagnostic import Diagnostic, Edit
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.diff.from_plan import units
from roadmapc.model.from_tree.plan import read_plan
from roadmapc.model.plan import Plan
from roadmapc.model.provision import ProvisionKind
from roadmapc.schema.validate import validate
from roadmapc.source.file import SourceFile
from roadmapc.syntax.from_yaml import from_yaml
from roadmapc.syntax.tree import MappingNode, ScalarNode
from roadmapc.text.dates import digits


def recorded(old: Plan, new: Plan, requisites: Requisites, title: str) -> Outcome[str]:
    """The text of the new plan with the act of that title in its history; no value if it cannot have it."""
    untimely = _untimely(old, new, requisites)
    if untimely:
        return _refused(f"акт от {digits(requisites.date)} № {requisites.number} {untimely}")
    found = scheme(old, new)
    named = {"date": text(digits(requisites.date)), "number": text(requisites.number), "title": text(title)}
    acts = sequence((mapping({**named, **touched(old, new, found)}),))
    edits = (*_numbers(new, found), with_act(new, to_yaml(mapping({"amendments": acts}))))
    written = corrected(new.file, tuple(sorted(edits, key=lambda edit: edit.span)))
    if not _is_meant(written, new, found.numbers):
        return _refused("записать акт в файл, не тронув остального, нельзя")
    return Outcome(written)


def _untimely(old: Plan, new: Plan, requisites: Requisites) -> str:
    """Why an act cannot be the next one; empty if it can."""
    if len(earlier(new, requisites)) < len(new.amendments):
        return "уже есть в истории плана"
    since = new.amendments[len(old.amendments) :]
    if since:
        return f"не следующий: новая редакция знает и акт № {since[0].number}, а прежняя нет"
    last = new.edition_day
    if last is None or last <= requisites.date:
        return ""
    return f"раньше последней редакции ({digits(last)})"


def _refused(reason: str) -> Outcome[str]:
    hint = "как писать историю вручную: roadmapc explain A605"
    return Outcome(None, (Diagnostic(UNRECORDED, reason, None, hints=(hint,)),))


def _numbers(new: Plan, found: Scheme) -> Iterator[Edit]:
    """The numbers that the plan would not print by itself."""
    nodes = _nodes(new)
    for unit, number in found.renumbered:
        yield with_number(new.file, nodes[key(unit)], number)


def _nodes(plan: Plan) -> dict[tuple[ProvisionKind, str], MappingNode | ScalarNode]:
    """Where the units that have numbers are written."""
    clauses = (unit for unit in units(plan) if unit.kind is ProvisionKind.CLAUSE)
    found = {key(unit): clause.origin for unit, clause in zip(clauses, plan.order.walk(), strict=True)}
    for appendix in plan.appendices:
        found[ProvisionKind.APPENDIX, appendix.id] = appendix.origin
        for section in appendix.walk():
            found[ProvisionKind.SECTION, section.id] = section.origin
            found |= {(ProvisionKind.MEASURE, measure.id): measure.origin for measure in section.measures}
    return found


def _is_meant(written: str, new: Plan, numbers: Numbers) -> bool:
    """Whether the text is a plan of these numbers with one act more; files of prose are not looked at."""
    file = SourceFile(new.file.name, written)
    tree = from_yaml(file).value
    valid = None if tree is None else validate(file, tree, "plan").value
    plan = None if valid is None else read_plan(file, valid, new.organisation, new.profile, {}).value
    if plan is None or len(plan.amendments) != len(new.amendments) + 1:
        return False
    return [unit.number for unit in units(plan)] == [numbers[key(unit)] for unit in units(new)]
