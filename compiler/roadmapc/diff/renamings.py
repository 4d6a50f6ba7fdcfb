"""Bodies and people who are called otherwise in another edition: by the directory, in every form it gives."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.organisation import Official, OfficialId
from roadmapc.model.plan import Plan
from roadmapc.syntax.tree import MappingNode

_Form = tuple[str, str]
"""How somebody was called, and how he is called now."""

_CASES = ("genitive", "dative", "accusative", "instrumental")
_NAMES = ("name", "full_name", "short", *_CASES)
_POSTS = ("post", "post_genitive")
"""Fields of a record in the directory."""

_LETTERS = re.compile(r"[^\W\d_]+")
_SHORT = 5
"""Letters from which a word is taken to have an ending."""
_ENDING = 2
"""Letters that a case changes."""


class Renaming(NamedTuple):
    """One body, post or person of an office that is called otherwise."""

    before: str
    """As tables print it."""
    after: str
    forms: tuple[_Form, ...]
    """Forms that differ."""
    is_person: bool
    """Whether the office is another person's now, and not the name of a body another."""

    def has_become(self, words: str) -> bool:
        """Whether words of a new text are its new name, in any case."""
        return any(re.fullmatch(_inflected(form), words) for _, form in self.forms)


class Renamings:
    """All that are called otherwise, and what of two texts they explain."""

    def __init__(self, renamings: Iterable[Renaming]) -> None:
        """Those that are known; without any, no text is explained."""
        self._all = tuple(renamings)
        owners: dict[str, list[Renaming]] = defaultdict(list)
        for each in self._all:
            for old, _ in each.forms:
                owners[old].append(each)
        longest_first = sorted(owners, key=len, reverse=True)
        self._owners = [owners[old] for old in longest_first]
        self._old = re.compile("|".join(f"({_inflected(old)})" for old in longest_first) or "(?!)")
        self._roots = self._found_roots() if len(self._all) > 1 else {}

    def explaining(self, before: str, after: str) -> tuple[Renaming, ...]:
        """The renamings that are all the difference of two texts; none if there is another difference.

        A department that bears the name of its institution is explained by the institution.
        """
        names = tuple(self._old.finditer(before))
        found = re.fullmatch(self._pattern(before, names), after) if names and before != after else None
        if found is None:
            return ()
        owners = [
            next(each for each in self._owners_of(name) if each.has_become(said))
            for name, said in zip(names, found.groups(), strict=True)
            if said != name[0]
        ]
        return tuple(dict.fromkeys(self._roots.get(owner, owner) for owner in owners))

    def renamed(self, text: str) -> str:
        """The text with the new names, as tables print them."""
        return self._old.sub(lambda name: self._owners_of(name)[0].after, text)

    def _owners_of(self, name: re.Match[str]) -> list[Renaming]:
        """To which renamings a name in a text may belong: who headed a body may have controlled, too."""
        assert name.lastindex
        return self._owners[name.lastindex - 1]

    def _pattern(self, before: str, names: Iterable[re.Match[str]]) -> str:
        """What the text may have become: between the names, nothing else."""
        pattern, end = "", 0
        for name in names:
            forms = (form for owner in self._owners_of(name) for _, form in owner.forms)
            new = "|".join(map(_inflected, forms))
            pattern += f"{re.escape(before[end : name.start()])}({new}|{re.escape(name[0])})"
            end = name.end()
        return pattern + re.escape(before[end:])

    def _found_roots(self) -> dict[Renaming, Renaming]:
        """The renamings that came about by a shorter one, and that one."""
        alone = {each: Renamings((each,)) for each in self._all}
        return {
            renaming: other
            for renaming in self._all
            for other in self._all
            if len(other.before) < len(renaming.before)
            and alone[other].explaining(renaming.before, renaming.after)
        }


def _inflected(name: str) -> str:
    """A pattern of the name in any case: directories need not give the cases that authors write out."""
    words = (_LETTERS.sub(_any_ending, re.escape(word)) for word in name.split())
    return r"(?<!\w)" + r"\s+".join(words) + r"(?!\w)"


def _any_ending(letters: re.Match[str]) -> str:
    """Letters without those that a case changes; abbreviations and short words have none."""
    word = letters[0]
    if len(word) < _SHORT or not (word.islower() or word.istitle()):
        return word
    return rf"[{word[0].lower()}{word[0].upper()}]{word[1:-_ENDING]}\w{{0,{2 * _ENDING}}}"


def renamings(old: Plan, new: Plan) -> Renamings:
    """What the directories of two editions call otherwise, and whose offices have passed to others."""
    return Renamings((*_bodies(old, new), *_people(old, new)))


def _bodies(old: Plan, new: Plan) -> Iterator[Renaming]:
    for name, before in old.organisation.bodies.items():
        after = new.organisation.bodies.get(name)
        forms = _forms(before.origin, after.origin, _NAMES) if after else ()
        if after and forms:
            names = forms[0] if before.short == after.short else (before.short, after.short)
            yield Renaming(*names, forms, is_person=False)


def _people(old: Plan, new: Plan) -> Iterator[Renaming]:
    for before, after in _offices(old, new):
        names, posts = (_forms(before.origin, after.origin, fields) for fields in (_NAMES, _POSTS))
        is_one_record = before.id == after.id
        if names:
            forms = names if is_one_record else (*names, *posts)
            yield Renaming(before.name, after.name, forms, is_person=True)
        if posts and is_one_record:
            yield Renaming(*posts[0], posts, is_person=False)


def _offices(old: Plan, new: Plan) -> Iterator[tuple[Official, Official]]:
    """Who held an office and who holds it: one record rewritten, heads, signatories, controllers."""
    before, after = old.organisation, new.organisation
    heads = (
        (body.head, after.bodies[name].head) for name, body in before.bodies.items() if name in after.bodies
    )
    same = ((name, name) for name in before.officials if name in after.officials)
    signed = [[each.official.id for each in plan.order.signatories] for plan in (old, new)]
    pairs = dict.fromkeys((*same, *heads, *zip(*signed, strict=False), (_controller(old), _controller(new))))
    for old_holder, new_holder in pairs:
        if old_holder is not None and new_holder is not None:
            yield before.officials[old_holder], after.officials[new_holder]


def _controller(plan: Plan) -> OfficialId | None:
    """Who controls the execution of the order; `None` if no clause names anybody."""
    return next((clause.control.id for clause in plan.order.walk() if clause.control), None)


def _forms(old: MappingNode, new: MappingNode, fields: Iterable[str]) -> tuple[_Form, ...]:
    """Forms that differ."""
    pairs = ((text_of(old.get(field)), text_of(new.get(field))) for field in fields)
    return tuple((before, after) for before, after in pairs if before and after and before != after)
