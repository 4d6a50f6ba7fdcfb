"""An amending order read back as an officer reads it: its first clause, its quotations, its appendices."""

from typing import NamedTuple

from roadmapc.amend.from_text import instruction
from roadmapc.amend.instructions import Amendment
from roadmapc.amend.numbers import own_numbers
from roadmapc.amend.printed_order import PrintedSection, printed_order, quoted
from roadmapc.diff.from_plan import provisions
from roadmapc.model.plan import Clause, Plan
from roadmapc.model.printed import clause_text
from roadmapc.syntax.tree import MappingNode

SINGLE = " изменение, "
"""What stands before the only change; several changes are sub-clauses."""


class ActSentence(NamedTuple):
    """A sentence of an act with the rows that it quotes."""

    words: str
    quoted: tuple[PrintedSection, ...] = ()
    rows: tuple[MappingNode, ...] = ()
    """The same rows as they are written; none of a sentence on paper."""


def amendment(order: Plan) -> Amendment:
    """What the order tells to do; raises `UnreadableError` if a sentence of it says nothing of the kind."""
    instructions = (instruction(sentence.words, sentence.quoted) for sentence in sentences(order))
    attachments = printed_order(order, own_numbers(provisions(order))).appendices
    return Amendment(tuple(instructions), attachments)


def sentences(order: Plan) -> tuple[ActSentence, ...]:
    """The changes that the first clause of an order lists, or its only one."""
    first = order.order.clauses[0]
    if not first.clauses:
        return (_sentence(first, clause_text(first).partition(SINGLE)[2]),)
    return tuple(_sentence(clause, clause_text(clause)) for clause in first.clauses)


def _sentence(clause: Clause, words: str) -> ActSentence:
    if clause.quoted is None:
        return ActSentence(words)
    measures = (measure for section in clause.quoted.walk() for measure in section.measures)
    return ActSentence(words, quoted(clause.quoted), tuple(measure.origin for measure in measures))
