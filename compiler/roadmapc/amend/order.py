"""The amending order as a plan's YAML, which a person may edit before it is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roadmapc.amend.edition import Numbers
from roadmapc.amend.from_editions import Attached, Draft
from roadmapc.amend.from_order import SINGLE
from roadmapc.amend.instructions import Noun
from roadmapc.amend.to_text import NOUNS, Case, sentence
from roadmapc.amend.to_yaml import mapping, sequence, text
from roadmapc.model.amendment import Acts, in_edition
from roadmapc.model.plan import Appendix, Measures, Order, Part, Plan, Prose
from roadmapc.model.unit import UnitKind
from roadmapc.syntax.tree import MappingNode, Node, SequenceNode
from roadmapc.text.dates import digits

_KEPT = ("format", "id", "organisation", "profile", "period")
"""Fields that the amending order shares with the plan, in the order of writing."""
_OF_ORDER = ("place", "author", "signatory", "executor_mark")
"""The same of its requisites."""


@dataclass(frozen=True, slots=True)
class Requisites:
    """What the registry gives the amending order."""

    date: date
    number: str


def order(old: Plan, new: Plan, numbers: Numbers, draft: Draft, requisites: Requisites) -> MappingNode:
    """The whole file; what is not amended is as in the new plan. `numbers` are those of the new edition."""
    fields = {name: node for name in _KEPT if (node := new.origin.get(name)) is not None}
    fields["id"] = text(f"{new.id}-amendment-{_identifier(requisites.number)}")
    fields["order"] = mapping(
        {
            "date": text(digits(requisites.date)),
            "number": text(requisites.number),
            **{name: node for name in _OF_ORDER if (node := new.order.origin.get(name)) is not None},
            "title": text(_title(old.order, draft)),
            "clauses": sequence((_changes(old.order, draft, earlier(new, requisites)), *_control(new))),
        }
    )
    if draft.attached:
        fields["appendices"] = sequence(tuple(_attachment(new, numbers, each) for each in draft.attached))
    return mapping(fields)


def _identifier(number: str) -> str:
    """A number as a part of a stable name: its digits and Latin letters."""
    return "-".join(re.findall(r"[a-z0-9]+", number.lower())) or "draft"


def _title(base: Order, draft: Draft) -> str:
    """One change of one unit is «изменение», never «изменения и дополнения»."""
    changes = "изменения" if len(draft.instructions) == 1 else "изменений"
    return f"О внесении {changes} в {_named(base)}"


def _named(base: Order) -> str:
    assert base.date is not None
    return f"приказ {base.author_genitive} от {digits(base.date)} № {base.number}"


def earlier(new: Plan, requisites: Requisites) -> Acts:
    """What amended the order before: all that the new plan knows of, but the act itself if it does."""
    return tuple(
        act for act in new.amendments if (act.date, act.number) != (requisites.date, requisites.number)
    )


def _in_edition(acts: Acts) -> str:
    """« (в редакции приказов от … № …, от … № …)» of an order that was amended before."""
    return f" ({in_edition(acts)})" if acts else ""


def _changes(base: Order, draft: Draft, before: Acts) -> Node:
    """The first clause: a list of changes, or the only change as its continuation."""
    amended = f"Внести в {_named(base)} «{base.title}»{_in_edition(before)}"
    if len(draft.instructions) == 1:
        (only,) = draft.instructions
        return _clause(f"{amended}{SINGLE}{sentence(only).gerund}.")
    listed = [_clause(_capital(f"{sentence(told).infinitive}.")) for told in draft.instructions]
    return mapping({"text": text(f"{amended} следующие изменения:"), "clauses": sequence(tuple(listed))})


def _clause(words: str) -> Node:
    """A clause; lines after the first are its paragraphs."""
    first, *others = words.split("\n")
    if not others:
        return text(first)
    return mapping({"text": text(first), "paragraphs": sequence(tuple(map(text, others)))})


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]


def _control(plan: Plan) -> Iterator[Node]:
    """The clause on control as in the plan, without the name by which only the plan knows it."""
    for clause in plan.order.clauses:
        if clause.control is not None and isinstance(clause.origin, MappingNode):
            fields = clause.origin.fields.items()
            yield mapping({name: value for name, (_, value) in fields if name in ("text", "control")})


def _attachment(plan: Plan, numbers: Numbers, attached: Attached) -> Node:
    """An appendix of the amending order: a whole appendix, or rows of one."""
    (appendix,) = (
        each for each in plan.appendices if numbers[UnitKind.APPENDIX, each.id] == attached.appendix
    )
    if attached.rows is None:
        return _whole(appendix)
    (table,) = (part for part in appendix.parts if isinstance(part, Measures))
    number = f" № {attached.appendix}" if attached.appendix else ""
    title = f"Строки {NOUNS[Noun.APPENDIX][Case.GENITIVE]}{number} к приказу в новой редакции"
    rows = sequence(tuple(_rows(table, numbers, attached.rows)))
    section = mapping({"id": text("rows"), "measures": rows})
    return mapping(
        {
            "id": text(f"{appendix.id}-rows"),
            "title": text(title),
            "columns": mapping({column.key: text(column.heading) for column in table.columns}),
            "sections": sequence((section,)),
        }
    )


def _rows(table: Measures, numbers: Numbers, wanted: tuple[str, ...]) -> Iterator[Node]:
    """Measures as the plan has them, under the numbers of the new edition."""
    for section in table.walk():
        for measure in section.measures:
            number = numbers[UnitKind.MEASURE, measure.id]
            if number in wanted:
                fields = {name: value for name, (_, value) in measure.origin.fields.items()}
                yield mapping({"id": fields.pop("id"), **fields, "number": text(number)})


def _whole(appendix: Appendix) -> Node:
    """An appendix as the plan has it, with the prose of other files in its place."""
    fields = {name: value for name, (_, value) in appendix.origin.fields.items()}
    parts = fields.get("parts")
    if isinstance(parts, SequenceNode):
        fields["parts"] = sequence(tuple(map(_part, parts.items, appendix.parts)))
    return mapping(fields)


def _part(node: Node, part: Part) -> Node:
    is_file = isinstance(node, MappingNode) and "file" in node.fields
    return mapping({"text": text(part.markdown)}) if is_file and isinstance(part, Prose) else node
