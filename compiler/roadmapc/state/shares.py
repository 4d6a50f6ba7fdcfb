"""What plans together have for each assignee: by its digest pages are known that would be made the same."""

from collections import defaultdict
from collections.abc import Sequence
from hashlib import sha256

from roadmapc.render.agenda.view import NOBODY, AgendaView
from roadmapc.state.record import PlanRecord


def shares(found: Sequence[tuple[PlanRecord, AgendaView]], prefix: str) -> dict[str, str]:
    """A digest by the key of each assignee, which stands after a prefix as in the names of files.

    It is another if anything differs that a page of theirs alone shows: the plans, and each of their dates
    with all that its duty says, in their order.
    """
    words: defaultdict[str, list[str]] = defaultdict(list)
    for record, agenda in found:
        # a record has a line for each duty, in the order in which they come
        lines = {id(duty): line.digest for duty, line in zip(agenda.duties, record.lines.of(), strict=True)}
        dates = ((each.duty, each.uid) for kind in (agenda.occurrences, agenda.undated) for each in kind)
        for duty, uid in dates:
            for assignee in duty.assignees:
                key = assignee.key if assignee == NOBODY else prefix + assignee.key
                words[key] += (record.id, lines[id(duty)], uid)
    plans = repr([record.plan for record, _ in found])
    return {
        key: sha256("\n".join((plans, *said)).encode("utf-8", "surrogatepass")).hexdigest()
        for key, said in words.items()
    }
