"""An amending act carried out on a plan, sentence by sentence: what was done, what not and why."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from roadmapc.amend.apply import applied
from roadmapc.amend.composition import NO_FORMS, seat_forms
from roadmapc.amend.edits import Attachments, Target, edits_of
from roadmapc.amend.from_order import ActSentence
from roadmapc.amend.from_text import instruction
from roadmapc.amend.instructions import Amendment, Instruction, NotApplicableError, Rename, SeatChange
from roadmapc.amend.numbers import own_numbers
from roadmapc.amend.printed_order import PrintedAppendix, PrintedOrder, printed_order
from roadmapc.amend.renaming import Declensions, texts
from roadmapc.amend.reread import reread
from roadmapc.amend.seat_edits import comers
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
    rows: tuple[MappingNode, ...] = ()
    """Rows that the sentence at hand quotes, as they are written."""


NOTHING_ATTACHED = Attached((), {})


class Words(NamedTuple):
    """How the act calls what the plan knows."""

    before: Plan
    """The plan under the directory that it named before the act: a new directory says it already."""
    names: Declensions
    """Of bodies that the act renames."""


class Application(NamedTuple):
    """A plan after an act."""

    root: MappingNode
    steps: tuple[Step, ...]

    @property
    def is_partial(self) -> bool:
        """Whether a sentence could not be carried out."""
        return any(step.refusal for step in self.steps)


def application(
    plan: Plan, root: MappingNode, sentences: Iterable[ActSentence], attached: Attached, words: Words
) -> Application:
    """Each sentence on what those before it have made; one that cannot be carried out changes nothing.

    What the act promises is kept beside what the plan prints: a total is summed by the plan itself, and a
    directory may have the new name already. In the end the two have to be one.
    """
    state, steps = _State(plan, root, _printed(words.before)), list[Step]()
    for sentence in sentences:
        try:
            read = instruction(sentence.words, sentence.quoted)
            state = _after(state, read, attached._replace(rows=sentence.rows), words)
        except UnreadableError:
            steps.append(Step(sentence.words, "предложение не прочитано: такой формы программа не знает"))
        except NotApplicableError as error:
            steps.append(Step(sentence.words, str(error)))
        else:
            steps.append(Step(sentence.words, ""))
    if steps and not any(step.refusal for step in steps):
        steps.extend(_broken_promises(state))
    return Application(state.root, tuple(steps))


class _State(NamedTuple):
    plan: Plan
    root: MappingNode
    promised: PrintedOrder
    """What the sentences so far make of the printed text, to the letter."""


def _printed(plan: Plan) -> PrintedOrder:
    return printed_order(plan, own_numbers(provisions(plan)))


def _after(state: _State, read: Instruction, attached: Attached, words: Words) -> _State:
    """The plan after an instruction: all that it changes has to print what it says to the letter."""
    seats = NO_FORMS
    if isinstance(read, SeatChange):
        seats = seat_forms(words.before, state.plan, comers(state.plan, read))
    promised = applied(state.promised, Amendment((read,), attached.printed), words.names, seats)
    changed = _differing(state.promised, promised)
    if changed and not changed & _differing(_printed(state.plan), promised):
        return state._replace(promised=promised)
    edits = edits_of(
        read, Target(state.plan, state.root, words.names, seats, attached.written, attached.rows)
    )
    if not edits:
        return state._replace(promised=promised)
    kept = edited(state.root, _numbers(state.root, edits)).root
    done = edited(kept, edits)
    if done.failures:
        raise NotApplicableError("единицы нет, или такая уже есть")
    plan = reread(SourceFile(state.plan.file.name, to_yaml(done.root)), state.plan).value
    if plan is None:
        raise NotApplicableError("с этим изменением план не прочёлся бы")
    if changed & _differing(_printed(plan), promised):
        is_name = isinstance(read, Rename)
        hint = "назовите орган по-новому в справочнике" if is_name else "исправьте план сами"
        raise NotApplicableError(f"напечаталось бы не то, что сказано: {hint}")
    return _State(plan, plan.origin, promised)


def _differing(one: PrintedOrder, other: PrintedOrder) -> set[str]:
    """The places at which two orders read otherwise; signs at the ends of lines are the profile's own."""
    before, after = (
        {place: _LINE_END.sub("", words) if " cell " in place else words for place, words in texts(order)}
        for order in (one, other)
    )
    return {place for place in before.keys() | after.keys() if before.get(place) != after.get(place)}


def _broken_promises(state: _State) -> Iterator[Step]:
    """What reads otherwise in the end than the act says: a total that it forgets, or sums in its own way."""
    printed = _printed(state.plan)
    said, found = (dict(texts(order)) for order in (state.promised, printed))
    for place in sorted(_differing(state.promised, printed)):
        words = f"«{found.get(place, '')}» вместо «{said.get(place, '')}»"
        yield Step(
            "всё вместе", f"напечаталось бы {words}: итоги складываются из строк, исправьте акт или план"
        )


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
