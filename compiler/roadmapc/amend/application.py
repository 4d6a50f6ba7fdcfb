"""An amending act carried out on a plan, sentence by sentence: what was done, what not and why."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from roadmapc.amend.apply import applied
from roadmapc.amend.composition import NO_FORMS
from roadmapc.amend.edits import Attachments, Target, edits_of
from roadmapc.amend.from_order import ActSentence
from roadmapc.amend.from_text import instruction
from roadmapc.amend.instructions import Amendment, Instruction, NotApplicableError, Rename
from roadmapc.amend.numbers import own_numbers
from roadmapc.amend.printed_order import PrintedAppendix, PrintedOrder, printed_order
from roadmapc.amend.renaming import Declensions
from roadmapc.amend.reread import reread
from roadmapc.amend.skeleton import UnreadableError
from roadmapc.diff.from_plan import provisions
from roadmapc.edition.carry_out import edited
from roadmapc.edition.units import own_fields, units
from roadmapc.model.amendment import ChangeKind, Edit
from roadmapc.model.numbering import rank
from roadmapc.model.plan import Plan
from roadmapc.model.provision import ProvisionKind
from roadmapc.source.file import SourceFile
from roadmapc.syntax.to_yaml import text, to_yaml
from roadmapc.syntax.tree import MappingNode

_LINE_END = re.compile(r"[;,.](?=\n|$)")


class Step(NamedTuple):
    """A sentence with what became of it."""

    words: str
    refusal: str
    """Why it was not carried out; empty if it was."""


class Attached(NamedTuple):
    """The appendices of an act, as printed and as written; an act on paper is written nowhere."""

    printed: tuple[PrintedAppendix, ...]
    written: Attachments


NOTHING_ATTACHED = Attached((), {})


class Application(NamedTuple):
    """A plan after an act."""

    root: MappingNode
    steps: tuple[Step, ...]


def application(
    plan: Plan, root: MappingNode, sentences: Iterable[ActSentence], attached: Attached, names: Declensions
) -> Application:
    """Each sentence on what those before it have made; one that cannot be carried out changes nothing."""
    state, steps = _State(plan, root), list[Step]()
    for sentence in sentences:
        try:
            read = instruction(sentence.words, sentence.quoted)
            state = _after(state, read, attached, names)
        except UnreadableError:
            steps.append(Step(sentence.words, "предложение не прочитано: такой формы программа не знает"))
        except NotApplicableError as error:
            steps.append(Step(sentence.words, str(error)))
        else:
            steps.append(Step(sentence.words, ""))
    return Application(state.root, tuple(steps))


class _State(NamedTuple):
    plan: Plan
    root: MappingNode

    @property
    def printed(self) -> PrintedOrder:
        return printed_order(self.plan, own_numbers(provisions(self.plan)))


def _after(state: _State, read: Instruction, attached: Attached, names: Declensions) -> _State:
    """The plan after an instruction, which has to print what the instruction says to the letter."""
    wanted = applied(state.printed, Amendment((read,), attached.printed), names, NO_FORMS)
    edits = edits_of(read, Target(state.plan, state.root, names, attached.written))
    kept = edited(state.root, _numbers(state.root, edits)).root
    done = edited(kept, edits)
    if done.failures:
        raise NotApplicableError("единицы нет, или такая уже есть")
    plan = reread(SourceFile(state.plan.file.name, to_yaml(done.root)), state.plan).value
    if plan is None:
        raise NotApplicableError("с этим изменением план не прочёлся бы")
    reached = _State(plan, plan.origin)
    if _unsigned(reached.printed) != _unsigned(wanted):
        is_name = isinstance(read, Rename)
        hint = "назовите орган по-новому в справочнике" if is_name else "исправьте план сами"
        raise NotApplicableError(f"напечаталось бы не то, что сказано: {hint}")
    return reached


def _unsigned(order: PrintedOrder) -> PrintedOrder:
    """An order without signs at the ends of lines: those between executors are the profile's own."""
    appendices = tuple(
        appendix._replace(
            sections=tuple(
                section._replace(
                    rows=tuple(
                        row._replace(cells=tuple(_LINE_END.sub("", cell) for cell in row.cells))
                        for row in section.rows
                    )
                )
                for section in appendix.sections
            )
        )
        for appendix in order.appendices
    )
    return order._replace(appendices=appendices)


def _numbers(root: MappingNode, edits: Iterable[Edit]) -> Iterator[Edit]:
    """Numbers written down before something comes or goes in front of them: an amendment shifts none."""
    there = units(root)
    for edit in edits:
        if edit.kind is ChangeKind.CHANGED:
            continue
        own = rank(edit.number)
        is_appendix = edit.name.kind is ProvisionKind.APPENDIX
        for unit in there.values():
            is_row = unit.name.kind in (ProvisionKind.MEASURE, ProvisionKind.SECTION)
            is_near = is_row if edit.name.kind is not ProvisionKind.CLAUSE else not is_row
            if is_appendix:
                is_near = unit.name.kind is ProvisionKind.APPENDIX
            is_later = is_appendix or rank(unit.number) > own
            if is_near and is_later and "number" not in own_fields(unit.node):
                fields = {"number": text(unit.number)}
                yield edit._replace(
                    name=unit.name, kind=ChangeKind.CHANGED, fields=fields, content=None, within="", after=""
                )
