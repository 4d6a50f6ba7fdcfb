"""An amendment written into the plan that it leads to: the act into its history, numbers to its provisions.

The text is read back before it is returned.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from roadmapc.amend.codes import UNRECORDED
from roadmapc.amend.numbers import appendix_of
from roadmapc.amend.order import Requisites, earlier
from roadmapc.amend.preparation import Preparation, prepare
from roadmapc.amend.printed_order import key
from roadmapc.amend.reread import reread
from roadmapc.amend.writing import with_act, with_folder, with_number
from roadmapc.checks.fix import corrected
from roadmapc.diagnostics.diagnostic import Edit
from roadmapc.diagnostics.outcome import Outcome, failed
from roadmapc.diff.from_plan import provisions
from roadmapc.diff.from_plans import value_changes
from roadmapc.diff.matching import Pair
from roadmapc.diff.provision import Provision
from roadmapc.edition.differences import Difference, differences
from roadmapc.edition.life import FIRST_EDITION, Life, in_order_of_effect, order_of
from roadmapc.edition.proof import is_setting, not_carried_out
from roadmapc.edition.to_file import act_file, lists, read_act_text
from roadmapc.edition.units import inlined
from roadmapc.model.amendment import ActName, AmendingAct, ChangeKind
from roadmapc.model.from_tree.fields import text_of, text_references
from roadmapc.model.plan import Plan
from roadmapc.model.provision import ProvisionKind
from roadmapc.source.file import SourceFile
from roadmapc.syntax.to_yaml import mapping, sequence, text, to_yaml
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


class Edition(NamedTuple):
    """A plan with what its text is made of."""

    plan: Plan
    texts: Mapping[str, SourceFile]
    """Files of prose by the plan's reference."""
    life: Life | None
    """`None` for a plan that keeps no folder of acts."""

    @property
    def root(self) -> MappingNode:
        """Its tree, whole by itself."""
        return inlined(self.plan.origin, self.texts)


class Recorded(NamedTuple):
    """What a plan that keeps an act is written as."""

    plan: str
    """The text of its own file."""
    files: Mapping[str, str]
    """Other files by their paths from the plan's folder; none for a plan that lists its acts itself."""


def recorded(before: Edition, after: Edition, requisites: Requisites, title: str) -> Outcome[Recorded]:
    """The new plan with the act of that title in its history; no value if it cannot have it."""
    old, new = before.plan, after.plan
    unfit = _untimely(old, new, requisites) or _unfit(before, requisites)
    if unfit:
        return refused(f"акт от {digits(requisites.date)} № {requisites.number} {unfit}")
    prepared = prepare(old, new)
    # numbers that the plan would not print by itself
    nodes = _nodes(new)
    numbers = [with_number(new.file, nodes[key(each)], number) for each, number in prepared.renumbered]
    if new.origin.get("amendments") is not None and requisites.has_life:
        return refused("в списке amendments нет места для вступления в силу: переведите его в папку acts")
    head = head_of(requisites, title)
    if new.origin.get("amendments") is None:
        return _in_files(before, after, prepared, numbers, head)
    fields = {**head, **lists(_ActRecorder(prepared).lists())}
    amendments = to_yaml(mapping({"amendments": sequence((mapping(fields),))}))
    edits = sorted((*numbers, with_act(new, amendments)), key=lambda edit: edit.span)
    written = corrected(new.file, tuple(edits))
    if not _is_meant(written, new, prepared, len(new.amendments) + 1):
        return refused("записать акт в файл, не тронув остального, нельзя")
    return Outcome(Recorded(written, {}))


def head_of(requisites: Requisites, title: str, ended: tuple[ActName, ...] = ()) -> dict[str, Node]:
    """The requisites of an act as fields of its file; `ended` are other acts that it ends."""
    days = {"effective": requisites.effective, "applies_since": requisites.applies_since}
    named = [_named_act(each) for each in (*ended, *requisites.repeals)]
    return {
        "date": text(digits(requisites.date)),
        "number": text(requisites.number),
        "title": text(title),
        **({"ground": text(requisites.ground)} if requisites.ground else {}),
        **{name: text(digits(day)) for name, day in days.items() if day},
        **({"repeals": sequence(tuple(named))} if named else {}),
        **({"corrects": _named_act(requisites.corrects)} if requisites.corrects else {}),
    }


def _named_act(name: ActName) -> MappingNode:
    return mapping({"date": text(digits(name.date)), "number": text(name.number)})


def _in_files(
    before: Edition, after: Edition, prepared: Preparation, numbers: list[Edit], head: dict[str, Node]
) -> Outcome[Recorded]:
    """The act as a file of its own, with the first edition beside it if it is the first act.

    The acts are carried out on the first edition before anything is returned: the plan has to come out.
    """
    new = after.plan
    named = text_of(new.origin.get("acts"))
    folder = named or f"acts/{new.id}"
    edits = numbers if named else [*numbers, with_folder(new, folder)]
    written = corrected(new.file, tuple(sorted(edits, key=lambda edit: edit.span)))
    plan = reread(SourceFile(new.file.name, written), new).value
    if plan is None or not _is_meant(written, new, prepared, 0):
        return refused("записать номера в файл, не тронув остального, нельзя")
    target = inlined(plan.origin, after.texts)
    made = act_file(head, _ActRecorder(prepared).lists(), before.root, target, new.organisation)
    act = made.then(lambda words: read_act_text(words, new.organisation))
    if made.value is None or act.value is None:
        return Outcome(None, (*act.diagnostics, *refused("изменения не записать актом").diagnostics))
    first = before.life.first if before.life else before.root
    acts = (*(before.life.acts if before.life else ()), act.value)
    reached = Life(first, in_order_of_effect(acts), None).as_of(None)
    if reached.failures or any(differences(reached.root, target)):
        told = tuple(map(not_carried_out, reached.failures))
        reason = "прежняя редакция с этим актом не даёт новой: проверьте план, roadmapc check"
        return Outcome(None, (*told, *refused(reason).diagnostics))
    files = {f"{folder}/{act_file_name(act.value, acts)}": made.value}
    if not named:
        files[f"{folder}/{FIRST_EDITION}"] = first_edition(before)
    return Outcome(Recorded(written, files))


def noted(edition: Edition, day: date, reason: str) -> Outcome[Recorded]:
    """The plan with a note of the settings that differ from its history; no value if other fields do."""
    life, plan = edition.life, edition.plan
    if life is None:
        return refused("у плана нет папки актов: её заводит roadmapc amend --record")
    computed = life.as_of(None)
    left = [*computed.failures, *differences(computed.root, edition.root)]
    settings = [
        each
        for each in left
        if isinstance(each, Difference) and each.names and all(is_setting(each, name) for name in each.names)
    ]
    if not left or len(settings) < len(left):
        return refused("в плане изменены слова акта" if left else "план не отличается от своей истории")
    head = {"date": text(digits(day)), "ground": text(reason)}
    made = act_file(head, {}, computed.root, edition.root, plan.organisation)
    act = made.then(lambda words: read_act_text(words, plan.organisation))
    if made.value is None or act.value is None:
        return Outcome(None, act.diagnostics)
    folder = text_of(plan.origin.get("acts"))
    name = act_file_name(act.value, (*life.acts, act.value))
    return Outcome(Recorded(plan.file.text, {f"{folder}/{name}": made.value}))


def act_file_name(act: AmendingAct, acts: tuple[AmendingAct, ...]) -> str:
    """By date and number; letters that are not Latin, which not every disk takes, are left out.

    `acts` are all of the folder, the act itself the last of them.
    """
    names = [
        "-".join((f"{each.date:%Y-%m-%d}", *(re.findall("[a-z0-9]+", each.number.lower()) or ("note",))))
        for each in acts
    ]
    own = names[-1]
    return f"{own}.yaml" if names.count(own) == 1 else f"{own}-{names.count(own)}.yaml"


def first_edition(edition: Edition) -> str:
    """The plan as it was signed: in the author's own words, unless other files are a part of it."""
    is_whole = not any(True for _ in text_references(edition.plan.origin))
    return edition.plan.file.text if is_whole else to_yaml(edition.root)


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


def _unfit(before: Edition, requisites: Requisites) -> str:
    """Why an act cannot end or mend those that it names; empty if it can."""
    acts, order = before.life.acts if before.life else before.plan.amendments, order_of(before.plan.origin)
    known = {order, *(act.name for act in acts)}
    for name in (*requisites.repeals, *((requisites.corrects,) if requisites.corrects else ())):
        if name not in known:
            return f"называет акт {name.requisites}, которого в истории плана нет"
    day = requisites.effective or requisites.date
    for act in acts:
        if act.name in requisites.repeals and day <= act.life.effective:
            how = "верните в план прежние слова, а в папку актов впишите файл с полем repeals и без изменений"
            return f"прекращает акт {act.requisites} до его вступления в силу: {how}"
    return ""


def refused(reason: str) -> Outcome[Recorded]:
    """That an act is not recorded, and why."""
    hint = "как писать историю вручную: roadmapc explain A605"
    return failed(UNRECORDED, reason, hint)


def _nodes(plan: Plan) -> dict[tuple[ProvisionKind, str], MappingNode | ScalarNode]:
    """Where the provisions that have numbers are written."""
    nodes = {(ProvisionKind.CLAUSE, clause.name): clause.origin for clause in plan.order.walk()}
    for appendix in plan.appendices:
        nodes[ProvisionKind.APPENDIX, appendix.id] = appendix.origin
        for section in appendix.walk():
            nodes[ProvisionKind.SECTION, section.id] = section.origin
            nodes |= {(ProvisionKind.MEASURE, measure.id): measure.origin for measure in section.measures}
    return nodes


def _is_meant(written: str, new: Plan, prepared: Preparation, acts: int) -> bool:
    """Whether the text is a plan of the numbers that were given, with so many acts listed in it."""
    plan = reread(SourceFile(new.file.name, written), new).value
    if plan is None or len(plan.amendments) != acts:
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

    def lists(self) -> dict[ChangeKind, list[MappingNode]]:
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
