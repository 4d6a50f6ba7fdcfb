"""A seat of a composition in the file of a plan: found by the case of its name, written by the directory."""

from collections.abc import Iterator
from typing import NamedTuple

from roadmapc.amend.composition import SeatForms, meant
from roadmapc.amend.fields import refuse
from roadmapc.amend.instructions import Enter, RestatePost, SeatChange, Withdraw
from roadmapc.amend.printed_order import PrintedSeat, printed_seat
from roadmapc.model.from_tree.composition import member_of
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.parts import Composition, Member, MemberGroup
from roadmapc.model.plan import Appendix, Plan
from roadmapc.syntax.to_yaml import mapping, text
from roadmapc.syntax.tree import MappingNode, Node, SequenceNode


def comers(plan: Plan, change: SeatChange) -> Iterator[Member]:
    """Who may come into a composition: officials of the directory, and whom the sentence itself names."""
    yield from map(member_of, plan.organisation.officials.values())
    if isinstance(change, Enter):
        outsider = _outsider(change.member)
        if outsider is not None:
            yield outsider


def _outsider(words: str) -> Member | None:
    """Somebody in the accusative, «Листова Петра Ильича – директора школы», or a post alone."""
    # here, because the dictionary of the language is read only where a composition changes
    from roadmapc.language.nominative import name_of, person_of  # noqa: PLC0415

    name, dash, rest = words.partition(" – ")
    if not dash:
        name, rest = "", words
    rest, _, note = rest.removesuffix(")").partition(" (")
    post, _, role = rest.rpartition(", ")
    parts = [name_of(each, "accusative") if each else "" for each in (rest, post, role)]
    person = person_of(name, "accusative") if name else ""
    if name and not person:
        return None
    if parts[1] and parts[2]:
        return Member(person, parts[1], parts[2], note, "")
    return Member(person, parts[0], "", note, "") if parts[0] else None


def seated(parts: SequenceNode, change: SeatChange, appendix: Appendix, plan: Plan, forms: SeatForms) -> Node:
    """The parts of an appendix with a seat of its only composition changed."""
    compositions = [part for part in appendix.parts if isinstance(part, Composition)]
    written = [part for part in parts.items if isinstance(part, MappingNode) and part.get("composition")]
    if len(compositions) != 1 or len(written) != 1:
        refuse("составов в приложении несколько, или нет ни одного")
    groups = written[0].get("composition")
    assert isinstance(groups, SequenceNode), "the schema has it a list"
    seating = _Seating(change, plan, forms)
    new = map(seating.after, groups.items, compositions[0].groups)
    changed = written[0].with_value("composition", groups._replace(items=tuple(new)))
    return parts._replace(items=tuple(changed if part is written[0] else part for part in parts.items))


class _Seating(NamedTuple):
    change: SeatChange
    plan: Plan
    forms: SeatForms

    def after(self, node: Node, group: MemberGroup) -> Node:
        """A group with the seat that the change means, if it is in it."""
        assert isinstance(node, MappingNode)
        members = node.get("members")
        assert isinstance(members, SequenceNode)
        items, seats = list(members.items), list(map(printed_seat, group.members))
        names = [seat.called for seat in seats]
        match self.change:
            case Enter(_, words, title, after) if group.title == title:
                at = names.index(meant(self.forms.genitives, after)) + 1 if after else len(items)
                items.insert(at, _written(meant(self.forms.newcomers, words), self.plan))
            case Withdraw(_, words) if (name := meant(self.forms.accusatives, words)) in names:
                del items[names.index(name)]
            case RestatePost(_, words, standing) if (name := meant(self.forms.genitives, words)) in names:
                at = names.index(name)
                items[at] = _restated(items[at], seats[at]._replace(standing=standing), self.plan)
        return node.with_value("members", members._replace(items=tuple(items)))


def _written(seat: PrintedSeat, plan: Plan) -> Node:
    """Who is in the directory by the name there; anybody else by what is printed."""
    for official in plan.organisation.officials.values():
        member = member_of(official)
        if seat.name and member.name == seat.name and seat.standing.startswith(member.post):
            return _of_official(official.id, seat.standing.removeprefix(member.post))
    return _fields({"name": seat.name, **_standing(seat.standing)})


def _of_official(name: str, rest: str) -> Node:
    role, note = _with_note(rest.removeprefix(", "))
    return _fields({"official": name, "role": role, "note": note}) if role or note else text(name)


def _restated(old: Node, seat: PrintedSeat, plan: Plan) -> Node:
    """The seat under its new post: of what stood there a post or a role that stays is kept as it is."""
    is_outsider = isinstance(old, MappingNode) and "official" not in old.fields
    if isinstance(old, MappingNode) and is_outsider:
        post, role = text_of(old.get("post")), text_of(old.get("role"))
        return _fields({"name": seat.name, **_standing(seat.standing, post, role)})
    written = _written(seat, plan)
    if isinstance(written, MappingNode) and "official" not in written.fields:
        refuse(f"должность «{seat.name}» берётся из справочника: измените её там")
    return written


def _standing(words: str, post: str = "", role: str = "") -> dict[str, str]:
    """Post, role and note of what is printed after a dash; a comma alone does not make a role."""
    said, note = _with_note(words)
    if post and said.startswith(f"{post}, "):
        return {"post": post, "role": said.removeprefix(f"{post}, "), "note": note}
    if role and said.endswith(f", {role}"):
        return {"post": said.removesuffix(f", {role}"), "role": role, "note": note}
    return {"post": said, "note": note}


def _with_note(words: str) -> tuple[str, str]:
    said, bracket, note = words.removesuffix(")").rpartition(" (")
    return (said, note) if bracket and words.endswith(")") else (words, "")


def _fields(fields: dict[str, str]) -> MappingNode:
    return mapping({name: text(value) for name, value in fields.items() if value})
