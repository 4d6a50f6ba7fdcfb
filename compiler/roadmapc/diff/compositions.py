"""What another composition means: who came in, who went out, whose post or role is another."""

from collections.abc import Iterator
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
    gained = tuple(each.called for each in new if all(each is not other for _, other in pairs))
    lost = tuple(each.called for each in old if all(each is not other for other, _ in pairs))
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


def _pairs(old: _Places, new: _Places) -> Iterator[_Pair]:
    """The same record of the directory, else the same name, else the same post without a name."""
    left = list(new)
    for place in old:
        same = next((each for each in left if _is_same(place.member, each.member)), None)
        if same is not None:
            left.remove(same)
            yield place, same


def _is_same(one: Member, other: Member) -> bool:
    if one.official and other.official:
        return one.official == other.official
    return one.name == other.name and (bool(one.name) or one.post == other.post)


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
