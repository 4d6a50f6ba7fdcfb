"""A composition seat by seat: who comes in, who goes out, whose post is named otherwise, each in its case."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import NamedTuple, TypeVar

from roadmapc.amend.instructions import Enter, NotApplicableError, RestatePost, SeatChange, Withdraw
from roadmapc.amend.printed_order import PrintedAppendix, PrintedGroup, PrintedSeat, printed_seat
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.organisation import OfficialId
from roadmapc.model.parts import Composition, Member
from roadmapc.model.plan import Plan

MOST_CHANGES = 3
"""Where more seats change, custom restates the composition."""

Groups = tuple[PrintedGroup, ...]
T = TypeVar("T")


class SeatForms(NamedTuple):
    """How members are called in the cases of an instruction; a form that is not sure is left out."""

    accusatives: Mapping[str, str]
    """By the name, or by the post of a seat without one."""
    genitives: Mapping[str, str]
    """By the name."""
    newcomers: Mapping[PrintedSeat, str]
    """The accusative of a name with that of the post after a dash."""


NO_FORMS = SeatForms({}, {}, {})


def seat_forms(old: Plan, new: Plan, comers: Iterable[Member] = ()) -> SeatForms:
    """The forms of all members of two editions, and of people who are in none of them yet."""
    members = [(plan, member) for plan in (old, new) for member in _members(plan)]
    members += [(new, member) for member in comers]
    seats = {printed_seat(member): (plan, member) for plan, member in members}
    accusatives = {seat.called: _called(*each, "accusative") for seat, each in seats.items()}
    genitives = {seat.name: _called(*each, "genitive") for seat, each in seats.items() if seat.name}
    posts = {seat: _post(member) for seat, (_, member) in seats.items()}
    newcomers = {
        seat: f"{accusatives[seat.called]} – {post}" if seat.name else post
        for seat, post in posts.items()
        if post and accusatives[seat.called]
    }
    return SeatForms(_unambiguous(accusatives), _unambiguous(genitives), _unambiguous(newcomers))


def _unambiguous(forms: Mapping[T, str]) -> dict[T, str]:
    """The forms by which one is meant alone; «Черных А. Б.» may be two people in another case."""
    counts = Counter(forms.values())
    return {key: form for key, form in forms.items() if form and counts[form] == 1}


def _members(plan: Plan) -> Iterator[Member]:
    parts = chain.from_iterable(appendix.parts for appendix in plan.appendices)
    for part in parts:
        if isinstance(part, Composition):
            yield from chain.from_iterable(group.members for group in part.groups)


def _called(plan: Plan, member: Member, case: str) -> str:
    """A name as the directory declines it, else by the rules; of a seat without a name, its post."""
    # here, because the dictionary of the language is read only where a composition differs
    from roadmapc.language.forms import proposed  # noqa: PLC0415
    from roadmapc.language.full_name import full_name_form  # noqa: PLC0415

    if not member.name:
        return _post(member)
    official = plan.organisation.officials.get(OfficialId(member.official))
    if official is not None and official.name == member.name and case in official.origin.fields:
        return text_of(official.origin.get(case))
    # beside initials the gender is not known, by which both parts of a double surname decline
    is_double = "-" in member.name.partition(" ")[0]
    whole = "" if is_double else proposed(member.name, case, is_person=True)
    return full_name_form(member.name, case) or whole


def _post(member: Member) -> str:
    """Post and role in the accusative, the note after them; empty where a form is not sure."""
    from roadmapc.language.inflection import inflected  # noqa: PLC0415 - as above

    forms = [inflected(words, "accusative") for words in (member.post, member.role) if words]
    note = f" ({member.note})" if member.note else ""
    return ", ".join(forms) + note if forms and all(forms) else ""


def seat_changes(
    old: PrintedAppendix, new: PrintedAppendix, forms: SeatForms
) -> tuple[SeatChange, ...] | None:
    """The instructions of a composition; none for equal ones, `None` where it has to be restated.

    That is where heads differ, members who stay change places, a name has no sure case, or too much changes.
    """
    if old.groups == new.groups:
        return ()
    seats = [[seat.called for group in each.groups for seat in group.seats] for each in (old, new)]
    heads = [[group.title for group in each.groups] for each in (old, new)]
    if heads[0] != heads[1] or any(len(names) != len(set(names)) for names in (*seats, heads[0])):
        return None
    drafted = [
        list(_group_changes(new.number, *groups, forms))
        for groups in zip(old.groups, new.groups, strict=True)
    ]
    changes = list(chain.from_iterable(drafted))
    if None in changes or len(changes) > MOST_CHANGES:
        return None
    # who goes from one group into another goes out first
    order = (Withdraw, RestatePost, Enter)
    return tuple(each for kind in order for each in changes if isinstance(each, kind))


def _group_changes(
    appendix: str, old: PrintedGroup, new: PrintedGroup, forms: SeatForms
) -> Iterator[SeatChange | None]:
    """What happens to the seats of a group; `None` for what cannot be said of a seat alone."""
    before, after = ({seat.called: seat for seat in group.seats} for group in (old, new))
    kept = [name for name in before if name in after]
    if kept != [name for name in after if name in before]:
        yield None
    for name in before:
        if name not in after:
            member = forms.accusatives.get(name)
            yield Withdraw(appendix, member) if member else None
    for name in kept:
        if before[name] != after[name]:
            member = forms.genitives.get(name)
            yield RestatePost(appendix, member, after[name].standing) if member else None
    last = max((at for at, seat in enumerate(new.seats) if seat.called in before), default=-1)
    for at, seat in enumerate(new.seats):
        if seat.called not in before:
            yield _entry(appendix, new, at, at < last, forms)


def _entry(appendix: str, group: PrintedGroup, at: int, is_followed: bool, forms: SeatForms) -> Enter | None:
    """A member of a group who was not in it; one who stands before others has to stand after somebody."""
    member = forms.newcomers.get(group.seats[at])
    after = ""
    if is_followed:
        after = forms.genitives.get(group.seats[at - 1].called, "") if at else ""
    if member is None or (is_followed and not after):
        return None
    return Enter(appendix, member, group.title, after)


def with_seat(appendix: PrintedAppendix, change: SeatChange, forms: SeatForms) -> PrintedAppendix:
    """The appendix after an instruction; raises `NotApplicableError` if it names nobody, or who is there."""
    return appendix._replace(groups=_seated(appendix.groups, change, forms))


def _seated(groups: Groups, change: SeatChange, forms: SeatForms) -> Groups:
    """The groups as an officer leaves them: whoever is named in a case is found by his forms alone."""
    match change:
        case Enter(_, member, title, after):
            seat = meant(forms.newcomers, member)
            at = meant(forms.genitives, after) if after else ""
            return tuple(_joined(group, seat, at) if group.title == title else group for group in groups)
        case Withdraw(_, member):
            seat = _found(groups, meant(forms.accusatives, member))
            return tuple(
                group._replace(seats=tuple(each for each in group.seats if each is not seat))
                for group in groups
            )
        case RestatePost(_, member, text):
            seat = _found(groups, meant(forms.genitives, member))
            return tuple(
                group._replace(
                    seats=tuple(
                        each._replace(standing=text) if each is seat else each for each in group.seats
                    )
                )
                for group in groups
            )


def _joined(group: PrintedGroup, seat: PrintedSeat, after: str) -> PrintedGroup:
    """The group with one more seat, after the one of that name or at the end."""
    names = [each.called for each in group.seats]
    if seat.called in names or (after and after not in names):
        raise NotApplicableError(f"«{seat.called}» нельзя поставить в группу «{group.title}»")
    at = names.index(after) + 1 if after else len(names)
    return group._replace(seats=(*group.seats[:at], seat, *group.seats[at:]))


def meant(forms: Mapping[T, str], words: str) -> T:
    """Who is called so; a sentence may have ended at the full stop of initials."""
    meant = [key for key, form in forms.items() if form.rstrip(".") == words.rstrip(".")]
    if len(meant) != 1:
        raise NotApplicableError(f"по словам «{words}» члена комиссии не узнать")
    return meant[0]


def _found(groups: Groups, called: str) -> PrintedSeat:
    seats = [seat for group in groups for seat in group.seats if seat.called == called]
    if len(seats) != 1:
        raise NotApplicableError(f"мест «{called}» в составе {len(seats)}")
    return seats[0]
