"""An amendment written into the plan that it leads to: the act into its history, numbers to its provisions.

The text is read back before it is returned.
"""

from collections.abc import Iterable, Iterator

from roadmapc.amend.codes import UNRECORDED
from roadmapc.amend.numbers import appendix_of
from roadmapc.amend.order import Requisites, earlier
from roadmapc.amend.preparation import Preparation, prepare
from roadmapc.amend.printed_order import key
from roadmapc.amend.reread import reread
from roadmapc.amend.to_yaml import mapping, sequence, text, to_yaml
from roadmapc.amend.writing import with_act, with_number
from roadmapc.checks.fix import corrected
from roadmapc.diagnostics.diagnostic import Diagnostic
from roadmapc.diagnostics.outcome import Outcome
from roadmapc.diff.from_plan import provisions
from roadmapc.diff.from_plans import value_changes
from roadmapc.diff.matching import Pair
from roadmapc.diff.provision import Provision
from roadmapc.model.amendment import ChangeKind
from roadmapc.model.plan import Plan
from roadmapc.model.provision import ProvisionKind
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode
from roadmapc.text.dates import digits

_WHOLE = (ProvisionKind.REQUISITE, ProvisionKind.CLAUSE)
"""Kinds of provisions that are one text: there are no fields to name."""
_UNPRINTED = {
    ProvisionKind.REQUISITE: frozenset(),
    ProvisionKind.CLAUSE: frozenset({"number", "deadline", "checkpoint", "executors", "control"}),
    ProvisionKind.APPENDIX: frozenset({"number"}),
    ProvisionKind.SECTION: frozenset({"number"}),
    ProvisionKind.MEASURE: frozenset({"number", "checkpoint"}),
}
"""Fields that an amendment does not change: they are not printed, or never change."""
_REQUISITES = frozenset({"title", "preamble"})
"""Those that an amendment can change."""


def recorded(old: Plan, new: Plan, requisites: Requisites, title: str) -> Outcome[str]:
    """The text of the new plan with the act of that title in its history; no value if it cannot have it."""
    untimely = _untimely(old, new, requisites)
    if untimely:
        return _refused(f"акт от {digits(requisites.date)} № {requisites.number} {untimely}")
    prepared = prepare(old, new)
    lists = _ActRecorder(prepared).lists()
    fields: dict[str, Node] = {
        "date": text(digits(requisites.date)),
        "number": text(requisites.number),
        "title": text(title),
        **{kind.value: sequence(tuple(nodes)) for kind, nodes in lists.items() if nodes},
    }
    amendments = to_yaml(mapping({"amendments": sequence((mapping(fields),))}))
    # numbers that the plan would not print by itself
    nodes = _nodes(new)
    numbers = (with_number(new.file, nodes[key(each)], number) for each, number in prepared.renumbered)
    edits = sorted((*numbers, with_act(new, amendments)), key=lambda edit: edit.span)
    written = corrected(new.file, tuple(edits))
    if not _is_meant(written, new, prepared):
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


def _nodes(plan: Plan) -> dict[tuple[ProvisionKind, str], MappingNode | ScalarNode]:
    """Where the provisions that have numbers are written."""
    nodes = {(ProvisionKind.CLAUSE, clause.name): clause.origin for clause in plan.order.walk()}
    for appendix in plan.appendices:
        nodes[ProvisionKind.APPENDIX, appendix.id] = appendix.origin
        for section in appendix.walk():
            nodes[ProvisionKind.SECTION, section.id] = section.origin
            nodes |= {(ProvisionKind.MEASURE, measure.id): measure.origin for measure in section.measures}
    return nodes


def _is_meant(written: str, new: Plan, prepared: Preparation) -> bool:
    """Whether the text is a plan of the numbers that were given with one act more."""
    plan = reread(SourceFile(new.file.name, written), new).value
    if plan is None or len(plan.amendments) != len(new.amendments) + 1:
        return False
    numbers = [prepared.numbers[key(provision)] for provision in prepared.after]
    return [provision.number for provision in provisions(plan)] == numbers


class _ActRecorder:
    """What an amendment changes, as history writes it down.

    What is restated or added with all that it holds stands for what it holds.
    """

    def __init__(self, prepared: Preparation) -> None:
        self._prepared = prepared
        self._numbers = prepared.numbers
        self._restated = {
            appendix
            for pair in prepared.pairs
            if pair.after.kind is ProvisionKind.APPENDIX
            and self._numbers[key(pair.after)] in prepared.restated
            for appendix in pair
        }

    def lists(self) -> dict[ChangeKind, list[Node]]:
        """Provisions by what happens to them, in the order of the text."""
        kept = {provision for pair in self._prepared.pairs for provision in pair}
        added, removed = (
            [each for each in _outermost(edition, kept) if appendix_of(each) not in self._restated]
            for edition in (self._prepared.after, self._prepared.before)
        )
        return {
            ChangeKind.CHANGED: list(self._changed()),
            ChangeKind.ADDED: [self._named(provision) for provision in added],
            ChangeKind.REMOVED: [self._removed(provision) for provision in removed],
        }

    def _changed(self) -> Iterator[MappingNode]:
        for pair in self._prepared.pairs:
            if pair.after in self._restated:
                yield self._named(pair.after)
            elif appendix_of(pair.after) not in self._restated and (names := _printed_changes(pair)):
                fields = () if pair.after.kind in _WHOLE else (("fields", sequence(tuple(map(text, names)))),)
                yield self._named(pair.after, *fields)

    def _removed(self, provision: Provision) -> MappingNode:
        """With its number and its place: the section of a measure, the appendix of a section."""
        is_section = provision.kind is ProvisionKind.SECTION
        has_place = is_section or provision.kind is ProvisionKind.MEASURE
        holder = appendix_of(provision) if is_section else provision.parent
        within = (("within", text(holder.id)),) if has_place and holder is not None else ()
        is_elsewhere = key(provision) in self._numbers  # a clause that bears its name on under a new number
        name = provision.number if is_elsewhere or not provision.is_named else provision.id
        return _entry(provision, name, ("number", text(provision.number)), *within)

    def _named(self, provision: Provision, *fields: tuple[str, Node]) -> MappingNode:
        """A provision of the new edition by its stable name, or by its number if it has none."""
        name = provision.id if provision.is_named else self._numbers[key(provision)]
        return _entry(provision, name, *fields)


def _entry(provision: Provision, name: str, *fields: tuple[str, Node]) -> MappingNode:
    return mapping({"unit": text(provision.kind.value), "id": text(name), **dict(fields)})


def _outermost(edition: Iterable[Provision], kept: set[Provision]) -> Iterator[Provision]:
    """Provisions of one edition alone that are not within another such provision."""
    alone = (provision for provision in edition if provision not in kept)
    return (provision for provision in alone if provision.parent is None or provision.parent in kept)


def _printed_changes(pair: Pair) -> list[str]:
    """Names of fields that are printed otherwise."""
    kind = pair.after.kind
    if kind is ProvisionKind.REQUISITE and pair.after.id not in _REQUISITES:
        return []
    changes = (value for value in value_changes(*pair) if value.name not in _UNPRINTED[kind])
    return [value.name for value in changes if value.before.split() != value.after.split()]
