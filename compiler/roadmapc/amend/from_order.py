"""An amending order read back as an officer reads it: its first clause, its appendices."""

from __future__ import annotations

from roadmapc.amend.edition import edition
from roadmapc.amend.from_text import instruction
from roadmapc.amend.instructions import Amendment
from roadmapc.amend.numbers import own_numbers
from roadmapc.diff.from_plan import units
from roadmapc.model.plan import Plan
from roadmapc.model.printed import clause_text

SINGLE = " изменение, "
"""What stands before the only change; several changes are sub-clauses."""


def amendment(order: Plan) -> Amendment:
    """What the order tells to do."""
    first = order.order.clauses[0]
    sentences = [clause_text(clause) for clause in first.clauses]
    if not sentences:
        _, _, only = clause_text(first).partition(SINGLE)
        sentences = [only]
    attachments = edition(order, own_numbers(units(order))).appendices
    return Amendment(tuple(instruction(sentence) for sentence in sentences), attachments)
