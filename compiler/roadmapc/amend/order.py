"""The amending order as a plan's YAML, which a person may edit before it is built."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.amend.from_editions import Draft
from roadmapc.amend.from_order import SINGLE
from roadmapc.amend.printed_order import Numbers
from roadmapc.amend.quote import Quoter
from roadmapc.amend.to_text import Writer
from roadmapc.edition.units import with_texts
from roadmapc.model.act import Case
from roadmapc.model.amendment import ActName, Acts, in_edition, listed
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.plan import AS_SIGNED, Order, Plan
from roadmapc.model.profile import Amendments
from roadmapc.model.provision import ProvisionKind
from roadmapc.model.requisites import MARKS
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import MappingNode, Node
from roadmapc.text.dates import digits
from roadmapc.text.letters import capital

_SHARED = ("format", "id", "organisation", "profile", "template", "period")
"""Fields that the amending order shares with the plan, in the order of writing."""
_SHARED_OF_ORDER = ("kind", "operative", "place", "author", "signatory", "executor_mark")
"""The same of its requisites."""


@dataclass(frozen=True, slots=True)
class Requisites:
    """What the registry gives the amending order."""

    date: dt.date
    number: str
    effective: dt.date | None = None
    """The day from which it is in force; `None` for that of signing."""
    applies_since: dt.date | None = None
    """The first day whose duties it rules, of those before it; `None` if it rules none of them."""
    ground: str = ""
    """Why it is issued: «в связи с технической ошибкой»; empty if the profile's words say enough."""
    corrects: ActName | None = None
    """The act whose slip it mends."""
    repeals: tuple[ActName, ...] = ()
    """Amending acts that it ends."""

    @property
    def has_life(self) -> bool:
        """Whether it says more of itself than its date and number."""
        return any((self.effective, self.applies_since, self.ground, self.corrects, self.repeals))


def order(old: Plan, new: Plan, numbers: Numbers, draft: Draft, requisites: Requisites) -> MappingNode:
    """The whole file; what is not amended is as in the new plan. `numbers` are those of the new edition."""
    habits = new.profile.amendments
    before = earlier(new, requisites)
    edition = f" ({in_edition(before)})" if before else ""
    opening = f"Внести в {_named(old.order)} «{old.order.title}»{edition}"
    writer = Writer(habits.removal, new.profile.wording.appendix_sign, old.order.kind)
    changes = _changes(opening, draft, Quoter(new, numbers), writer)
    clauses = (changes, *_repeal(old, requisites), *_effect(old, requisites), *_control(new))
    fields = framed(new, requisites, "amendment", _title(old.order, draft, habits), clauses)
    if draft.attached:
        appendices = {numbers[ProvisionKind.APPENDIX, each.id]: each for each in new.appendices}
        whole = (with_texts(appendices[number].origin, new.files.texts) for number in draft.attached)
        fields["appendices"] = sequence(tuple(_as_attached(each, new) for each in whole))
    return mapping(fields)


def _as_attached(appendix: Node, plan: Plan) -> Node:
    """An appendix of a signed act as one of the amending act: in its own words, under the other's mark."""
    if not plan.order.is_as_signed or not isinstance(appendix, MappingNode):
        return appendix
    fields = {name: value for name, (_, value) in appendix.fields.items() if name not in ("wording", "mark")}
    mark = text_of(appendix.get("mark"))
    kept = {"mark": text(mark)} if mark in MARKS else {}
    return mapping({"id": fields.pop("id"), "wording": text(AS_SIGNED), **kept, **fields})


def framed(
    plan: Plan, requisites: Requisites, word: str, title: str, clauses: tuple[Node, ...]
) -> dict[str, Node]:
    """An act on an order by whoever issued it, as the fields of a file; `word` tells its stable name."""
    fields = {name: node for name in _SHARED if (node := plan.origin.get(name)) is not None}
    # digits and Latin letters alone can stand in a stable name: «54-О» gives «54»
    suffix = "-".join(re.findall(r"[a-z0-9]+", requisites.number.lower())) or "draft"
    fields["id"] = text(f"{plan.id}-{word}-{suffix}")
    shared = {name: node for name in _SHARED_OF_ORDER if (node := plan.order.origin.get(name)) is not None}
    for name in _own_words(plan):
        shared.pop(name, None)
    preamble = capital(", ".join(filter(None, (plan.profile.amendments.preamble, requisites.ground))))
    fields["order"] = mapping(
        {
            "date": text(digits(requisites.date)),
            "number": text(requisites.number),
            **shared,
            "title": text(title),
            **({"preamble": text(preamble)} if preamble else {}),
            "clauses": sequence(clauses),
        }
    )
    return fields


def _own_words(plan: Plan) -> Iterator[str]:
    """Requisites of a signed act that only it may have: a draft says each by its rules."""
    if plan.order.is_as_signed and not plan.order.command.word:
        yield "operative"
    if plan.order.executor_mark is not None and not plan.order.executor_mark.phone:
        yield "executor_mark"


def repealing(plan: Plan, requisites: Requisites) -> MappingNode:
    """The act that ends an order with the acts that have amended it, each named in full, by their dates."""
    acts = sorted(still_named(plan), key=lambda act: act.date)
    own = f"{_named(plan.order)} «{plan.order.title}»"
    if not acts:
        ends: Node = text(f"Признать утратившим силу {own}.")
    else:
        named = [own, *(_titled((act,)) for act in acts)]
        items = (text(f"{each}{'.' if at == len(acts) else ';'}") for at, each in enumerate(named))
        ends = mapping({"text": text("Признать утратившими силу:"), "clauses": sequence(tuple(items))})
    title = f"О признании утратившим силу {_named(plan.order, Case.GENITIVE)}"
    clauses = (ends, *_effect(plan, requisites), *_control(plan))
    return mapping(framed(plan, requisites, "repeal", title, clauses))


def still_named(plan: Plan) -> Acts:
    """The acts that amended an order, without those that another one has ended already."""
    ended = {named.name for act in plan.amendments for named in act.life.repeals}
    return tuple(act for act in plan.amendments if act.name not in ended)


def _titled(acts: Acts) -> str:
    """«приказ от 01.02.2022 № 20 «О внесении изменений в …»»."""
    return f"{listed(acts, Case.ACCUSATIVE)}{f' «{acts[0].title}»' if acts[0].title else ''}"


def _title(base: Order, draft: Draft, habits: Amendments) -> str:
    """One change of one provision is «изменение», never «изменения и дополнения»."""
    changes = "изменения" if len(draft.instructions) == 1 else "изменений"
    name = f" «{base.title}»" if habits.names_order else ""
    return f"О внесении {changes} в {_named(base)}{name}"


def _named(base: Order, case: Case = Case.ACCUSATIVE) -> str:
    assert base.date is not None
    return f"{base.kind.noun(case)} {base.author_genitive} от {digits(base.date)} № {base.number}"


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


def _repeal(old: Plan, requisites: Requisites) -> Iterator[Node]:
    """The clause that ends amending acts before it, each with its title."""
    ended = [act for act in old.amendments if act.name in requisites.repeals]
    if ended:
        words = "утратившим силу" if len(ended) == 1 else "утратившими силу"
        named = ", ".join(_titled((act,)) for act in ended)
        yield text(f"Признать {words} {named}.")


def _effect(old: Plan, requisites: Requisites) -> Iterator[Node]:
    """The clause on the day of effect; nothing for an act that simply is in force when signed."""
    effective = requisites.effective
    if effective is None and requisites.applies_since is None:
        return
    since = f"с {digits(effective)}" if effective else "со дня подписания"
    words = f"{capital(old.order.kind.this)} вступает в силу {since}"
    if requisites.applies_since is not None:
        words += f" и распространяется на правоотношения, возникшие с {digits(requisites.applies_since)}"
    yield text(f"{words}.")


def _control(plan: Plan) -> Iterator[Node]:
    """The clause on control in the words of the profile, else as in the plan, without its stable name."""
    if plan.profile.amendments.control:
        yield text(plan.profile.amendments.control)
        return
    for clause in plan.order.clauses:
        if clause.control is not None and isinstance(clause.origin, MappingNode):
            fields = clause.origin.fields.items()
            yield mapping({name: value for name, (_, value) in fields if name in ("text", "control")})
