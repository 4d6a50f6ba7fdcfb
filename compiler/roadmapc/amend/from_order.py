"""An amending order read back as an officer reads it: its first clause, its quotations, its appendices."""

from roadmapc.amend.from_text import instruction
from roadmapc.amend.instructions import Amendment
from roadmapc.amend.numbers import own_numbers
from roadmapc.amend.printed_order import printed_order, quoted
from roadmapc.diff.from_plan import provisions
from roadmapc.model.plan import Plan
from roadmapc.model.printed import clause_text

SINGLE = " изменение, "
"""What stands before the only change; several changes are sub-clauses."""


def amendment(order: Plan) -> Amendment:
    """What the order tells to do; raises `UnreadableError` if a sentence of it says nothing of the kind."""
    first = order.order.clauses[0]
    sentences = [(clause, clause_text(clause)) for clause in first.clauses]
    if not sentences:
        sentences = [(first, clause_text(first).partition(SINGLE)[2])]
    instructions = (
        instruction(sentence, quoted(clause.quoted) if clause.quoted else ())
        for clause, sentence in sentences
    )
    attachments = printed_order(order, own_numbers(provisions(order))).appendices
    return Amendment(tuple(instructions), attachments)
