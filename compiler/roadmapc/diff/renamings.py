"""Bodies that are called otherwise in another edition of the directory."""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.organisation import Body, Organisation


def renamings(old: Organisation, new: Organisation) -> tuple[tuple[str, str], ...]:
    """Name before and name after, in every form that the directory gives."""
    common = old.bodies.keys() & new.bodies.keys()
    found = (names for name in common for names in _forms(old.bodies[name], new.bodies[name]))
    return tuple(sorted(set(found)))


def _forms(old: Body, new: Body) -> Iterator[tuple[str, str]]:
    for field in old.origin.fields.keys() & new.origin.fields.keys():
        before, after = text_of(old.origin.get(field)), text_of(new.origin.get(field))
        if before and before != after:
            yield before, after
