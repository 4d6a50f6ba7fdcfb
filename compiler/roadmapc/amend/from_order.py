"""An amending order read back as an officer reads it: its first clause, its quotations, its appendices."""

from roadmapc.amend.from_text import instruction
from roadmapc.amend.instructions import Amendment, Instruction
from roadmapc.amend.numbers import own_numbers
from roadmapc.amend.printed_order import edition, quoted
from roadmapc.diff.from_plan import provisions
from roadmapc.model.plan import Clause, Plan
from roadmapc.model.printed import clause_text

SINGLE = " изменение, "
"""What stands before the only change; several changes are sub-clauses."""


def amendment(order: Plan) -> Amendment:
    """What the order tells to do."""
    first = order.order.clauses[0]
    told = tuple(_told(clause, clause_text(clause)) for clause in first.clauses)
    if not told:
        _, _, only = clause_text(first).partition(SINGLE)
        told = (_told(first, only),)
    return Amendment(told, edition(order, own_numbers(provisions(order))).appendices)


def _told(clause: Clause, sentence: str) -> Instruction:
    return instruction(sentence, quoted(clause.quoted) if clause.quoted else ())
