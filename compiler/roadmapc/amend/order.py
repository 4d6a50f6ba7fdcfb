"""The amending order as a plan's YAML, which a person may edit before it is built."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roadmapc.amend.from_editions import Draft
from roadmapc.amend.from_order import SINGLE
from roadmapc.amend.printed_order import Numbers
from roadmapc.amend.quote import Quoter
from roadmapc.amend.to_text import Writer
from roadmapc.amend.to_yaml import mapping, sequence, text
from roadmapc.model.act import Case
from roadmapc.model.amendment import Acts, in_edition
from roadmapc.model.files import Files, path_of
from roadmapc.model.from_tree.fields import mappings, optional_scalar
from roadmapc.model.plan import Appendix, Order, Plan
from roadmapc.model.profile import Amendments
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode, Node
from roadmapc.text.dates import digits
from roadmapc.text.letters import capital
from roadmapc.text.markdown_parts import pictures

_SHARED = ("format", "id", "organisation", "profile", "template", "period")
"""Fields that the amending order shares with the plan, in the order of writing."""
_SHARED_OF_ORDER = ("kind", "operative", "place", "author", "signatory", "executor_mark")
"""The same of its requisites."""


@dataclass(frozen=True, slots=True)
class Requisites:
    """What the registry gives the amending order."""

    date: date
    number: str


def order(old: Plan, new: Plan, numbers: Numbers, draft: Draft, requisites: Requisites) -> MappingNode:
    """The whole file; what is not amended is as in the new plan. `numbers` are those of the new edition."""
    habits = new.profile.amendments
    before = earlier(new, requisites)
    edition = f" ({in_edition(before)})" if before else ""
    opening = f"Внести в {_named(old.order)} «{old.order.title}»{edition}"
    writer = Writer(habits.removal, new.profile.wording.appendix_sign, old.order.kind)
    changes = _changes(opening, draft, Quoter(new, numbers), writer)
    fields = {name: node for name in _SHARED if (node := new.origin.get(name)) is not None}
    # digits and Latin letters alone can stand in a stable name: «54-О» gives «54»
    suffix = "-".join(re.findall(r"[a-z0-9]+", requisites.number.lower())) or "draft"
    fields["id"] = text(f"{new.id}-amendment-{suffix}")
    fields["order"] = mapping(
        {
            "date": text(digits(requisites.date)),
            "number": text(requisites.number),
            **{name: node for name in _SHARED_OF_ORDER if (node := new.order.origin.get(name)) is not None},
            "title": text(_title(old.order, draft, habits)),
            **({"preamble": text(habits.preamble)} if habits.preamble else {}),
            "clauses": sequence((changes, *_control(new))),
        }
    )
    if draft.attached:
        appendices = {numbers[ProvisionKind.APPENDIX, each.id]: each for each in new.appendices}
        whole = (_whole(appendices[number], new.files) for number in draft.attached)
        fields["appendices"] = sequence(tuple(whole))
    return mapping(fields)


def _title(base: Order, draft: Draft, habits: Amendments) -> str:
    """One change of one provision is «изменение», never «изменения и дополнения»."""
    changes = "изменения" if len(draft.instructions) == 1 else "изменений"
    name = f" «{base.title}»" if habits.names_order else ""
    return f"О внесении {changes} в {_named(base)}{name}"


def _named(base: Order) -> str:
    assert base.date is not None
    return f"{base.kind.noun(Case.ACCUSATIVE)} {base.author_genitive} от {digits(base.date)} № {base.number}"


def earlier(new: Plan, requisites: Requisites) -> Acts:
    """What amended the order before: all that the new plan knows of, but the act itself if it does."""
    return tuple(
        act for act in new.amendments if (act.date, act.number) != (requisites.date, requisites.number)
    )


def _changes(opening: str, draft: Draft, quoter: Quoter, writer: Writer) -> Node:
    """The first clause: a list of changes, or the only change as its continuation."""
    instructions = draft.instructions
    quotes = [quoter.quote(each, f"rows-{at}") for at, each in enumerate(instructions, start=1)]
    sentences = [writer.sentence(each) for each in instructions]
    if len(sentences) == 1:
        return _clause(f"{opening}{SINGLE}{sentences[0].gerund}", quotes[0])
    listed = [
        _clause(capital(sentence.infinitive), quote)
        for sentence, quote in zip(sentences, quotes, strict=True)
    ]
    return mapping({"text": text(f"{opening} следующие изменения:"), "clauses": sequence(tuple(listed))})


def _clause(words: str, quote: MappingNode | None) -> Node:
    """A clause; lines after the first are its paragraphs. Rows in quotes and initials end it themselves."""
    stop = "" if quote or words.endswith(".") else "."
    first, *others = f"{words}{stop}".split("\n")
    fields: dict[str, Node] = {"text": text(first)}
    if others:
        fields["paragraphs"] = sequence(tuple(map(text, others)))
    if quote is not None:
        fields["quoted"] = quote
    return mapping(fields) if len(fields) > 1 else fields["text"]


def _control(plan: Plan) -> Iterator[Node]:
    """The clause on control in the words of the profile, else as in the plan, without its stable name."""
    if plan.profile.amendments.control:
        yield text(plan.profile.amendments.control)
        return
    for clause in plan.order.clauses:
        if clause.control is not None and isinstance(clause.origin, MappingNode):
            fields = clause.origin.fields.items()
            yield mapping({name: value for name, (_, value) in fields if name in ("text", "control")})


def _whole(appendix: Appendix, files: Files) -> Node:
    """An appendix as the plan has it, with the prose of other files in its place."""
    fields = {name: value for name, (_, value) in appendix.origin.fields.items()}
    if "parts" in fields:
        parts = (_part(node, files) for node in mappings(appendix.origin, "parts"))
        fields["parts"] = sequence(tuple(parts))
    return mapping(fields)


def _part(node: MappingNode, files: Files) -> Node:
    reference = optional_scalar(node, "file")
    file = None if reference is None else files.texts.get(reference.text)
    if reference is None or file is None:
        return node
    prose = file.text
    for picture in reversed(pictures(prose)):  # they lie beside the file
        written = picture.under(path_of(picture.file, reference.text))
        prose = f"{prose[: picture.span.start]}{written}\n{prose[picture.span.end :]}"
    return mapping({"text": text(prose)})
