"""Bodies and people who are called otherwise in another edition: by the directory, in every form it gives."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.organisation import Official
from roadmapc.model.plan import Plan
from roadmapc.syntax.tree import MappingNode

_Form = tuple[str, str]
"""How somebody was called, and how he is called now."""

_CASES = ("genitive", "dative", "accusative", "instrumental")
_NAMES = ("name", "short", *_CASES)
_POSTS = ("post", "post_genitive")
"""Fields of a record in the directory."""


class Renaming(NamedTuple):
    """One body, post or office that bears another name."""

    before: str
    """As tables print it."""
    after: str
    forms: tuple[_Form, ...]
    """Forms that differ."""
    is_person: bool
    """Whether the office is another person's now, and not the name of a body another."""


class Renamings:
    """All that are called otherwise, and what of two texts they explain."""

    def __init__(self, renamings: Iterable[Renaming]) -> None:
        """Those that are known; without any, no text is explained."""
        self._all = tuple(renamings)
        self._roots = {each: self._root(each) for each in self._all}
        self._new: dict[str, set[str]] = defaultdict(set)
        for old, new in chain.from_iterable(each.forms for each in self._all):
            self._new[old].add(new)
        longest_first = sorted(self._new, key=len, reverse=True)
        self._old = re.compile("|".join(map(re.escape, longest_first)) or "(?!)")

    def explaining(self, before: str, after: str) -> tuple[Renaming, ...]:
        """The renamings that are all the difference of two texts; none if there is another difference.

        One old form may have several new ones: «Образцовой» is two cases, «Примерова» and «Примерову».
        """
        if not self._all or not self._old.search(before) or not re.fullmatch(self._pattern(before), after):
            return ()
        named = set(self._old.findall(before))
        found = (each for each in self._all if any(old in named for old, _ in each.forms))
        return tuple(dict.fromkeys(self._roots[each] for each in found))

    def told(self, text: str) -> str:
        """The text with the new names, in the first form that fits."""
        return self._old.sub(lambda found: min(self._new[found[0]]), text)

    def _root(self, renaming: Renaming) -> Renaming:
        """The renaming by which this one came about: a department bears the name of its institution."""
        for other in self._all:
            is_part = other is not renaming and other.before in renaming.before
            if is_part and renaming.before.replace(other.before, other.after) == renaming.after:
                return other
        return renaming

    def _pattern(self, before: str) -> str:
        """What the text may have become: between the names, nothing else."""
        pattern, end = "", 0
        for found in self._old.finditer(before):
            names = "|".join(map(re.escape, sorted({found[0], *self._new[found[0]]})))
            pattern += f"{re.escape(before[end : found.start()])}(?:{names})"
            end = found.end()
        return pattern + re.escape(before[end:])


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
        if names:
            yield Renaming(before.name, after.name, names, is_person=True)
        if posts:
            yield Renaming(*posts[0], posts, is_person=False)


def _offices(old: Plan, new: Plan) -> Iterator[tuple[Official, Official]]:
    """Who held an office and who holds it: a record that was rewritten, a body's head, the signatory."""
    before, after = old.organisation, new.organisation
    heads = (
        (body.head, after.bodies[name].head) for name, body in before.bodies.items() if name in after.bodies
    )
    same = ((name, name) for name in before.officials if name in after.officials)
    pairs = dict.fromkeys((*same, *heads, (old.order.signatory.id, new.order.signatory.id)))
    for one, other in pairs:
        if one is not None and other is not None:
            yield before.officials[one], after.officials[other]


def _forms(old: MappingNode, new: MappingNode, fields: Iterable[str]) -> tuple[_Form, ...]:
    """Forms that differ, as they are written and as a sentence begins with them."""
    pairs = ((text_of(old.get(field)), text_of(new.get(field))) for field in fields)
    differing = [(before, after) for before, after in pairs if before and after and before != after]
    capital = [(_capital(before), _capital(after)) for before, after in differing]
    return tuple(dict.fromkeys((*differing, *capital)))


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
