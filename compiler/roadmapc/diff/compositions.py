"""What another composition means: who came in, who went out, whose post or role is another."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import NamedTuple

from roadmapc.diff.judgement import Judgement, Meaning
from roadmapc.model.parts import Composition, Member
from roadmapc.model.printed import standing


class _Place(NamedTuple):
    """A member in the group."""

    member: Member
    group: str

    @property
    def called(self) -> str:
        """By which a reader knows the seat."""
        return self.member.name or self.member.post

    @property
    def role(self) -> str:
        """What the member is in the commission, said by the member or by the head above."""
        return self.member.role or self.group


_Places = tuple[_Place, ...]
_Pair = tuple[_Place, _Place]


def judgements(before: tuple[Composition, ...], after: tuple[Composition, ...]) -> tuple[Judgement, ...]:
    """At least one; where nobody came, went or changed, the order or a head is another."""
    old, new = _places(before), _places(after)
    pairs = tuple(_pairs(old, new))
    kept = {id(place) for pair in pairs for place in pair}
    gained, lost = (tuple(each.called for each in side if id(each) not in kept) for side in (new, old))
    found = [Judgement(Meaning.MEMBER_GAINED, gained)] if gained else []
    found += [Judgement(Meaning.MEMBER_LOST, lost)] if lost else []
    heads = _renamed_heads(before, after)
    found += [judgement for pair in pairs for judgement in _of_member(*pair, heads)]
    if found:
        return tuple(found)
    is_reordered = [each for _, each in pairs] != list(new)
    return (Judgement(Meaning.MEMBERS_REORDERED if is_reordered else Meaning.WORDS),)


def _places(parts: tuple[Composition, ...]) -> _Places:
    groups = (group for part in parts for group in part.groups)
    return tuple(_Place(member, group.title) for group in groups for member in group.members)


_KEYS: tuple[Callable[[Member], str], ...] = (
    lambda member: member.official,
    lambda member: member.name,
    lambda member: "" if member.name else member.post,
)
"""By what a member is known again, the surest first; empty by what he is not."""


def _pairs(old: _Places, new: _Places) -> Iterator[_Pair]:
    """Each member of both editions, in the order of the old one."""
    partner: dict[int, int] = {}
    for key in _KEYS:
        waiting: dict[str, list[int]] = defaultdict(list)
        for at in sorted(set(range(len(new))).difference(partner.values()), reverse=True):
            waiting[key(new[at].member)].append(at)
        for at, place in enumerate(old):
            name = key(place.member)
            if at not in partner and name and waiting[name]:
                partner[at] = waiting[name].pop()
    yield from ((place, new[partner[at]]) for at, place in enumerate(old) if at in partner)


def _renamed_heads(before: tuple[Composition, ...], after: tuple[Composition, ...]) -> dict[str, str]:
    """Heads that are worded otherwise over the same groups: «Члены комиссии», «Члены рабочей группы»."""
    old, new = ([group.title for part in parts for group in part.groups] for parts in (before, after))
    if len(old) != len(new) or set(old) == set(new):
        return {}
    return {one: other for one, other in zip(old, new, strict=True) if one != other}


def _of_member(before: _Place, after: _Place, heads: dict[str, str]) -> Iterator[Judgement]:
    """A record whose name is another is another person: a surname that changed is told as one, too."""
    one, other = before.member, after.member
    if one.name != other.name:
        yield Judgement(Meaning.PERSON, (one.name, other.name))
    if (one.post, one.note) != (other.post, other.note):
        posts = (standing(each._replace(role="")) for each in (one, other))
        yield Judgement(Meaning.MEMBER_POST, (after.called, *posts))
    role = heads.get(before.role, before.role)
    if role != after.role:
        yield Judgement(
            Meaning.MEMBER_ROLE, (after.called, before.role or "без роли", after.role or "без роли")
        )
