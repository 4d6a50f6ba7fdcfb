"""A list of acts into a folder of them: what the revisions of a plan say of each act of its list."""

from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.diagnostics.outcome import Outcome
from roadmapc.edition.carry_out import carried_out
from roadmapc.edition.differences import Difference
from roadmapc.edition.proof import is_setting
from roadmapc.edition.to_file import Entries, act_file, read_act_text
from roadmapc.edition.units import find, requisites, units
from roadmapc.model.amendment import AmendingAct, ChangeKind, ProvisionName
from roadmapc.model.from_tree.fields import mappings, text_of
from roadmapc.model.organisation import Organisation
from roadmapc.model.provision import ProvisionKind
from roadmapc.syntax.tree import MappingNode, Node


class ListedEdition(NamedTuple):
    """The first revision of a plan that lists so many acts."""

    root: MappingNode
    """With the texts of other files in it."""
    acts: tuple[AmendingAct, ...]


class Converted(NamedTuple):
    """An act with the text of its file."""

    act: AmendingAct
    words: str


def converted(
    first: MappingNode, later: Sequence[ListedEdition], organisation: Organisation
) -> Outcome[tuple[Converted, ...]]:
    """A file for each act, whose revisions follow one another.

    Of what a revision changed only what its act says is taken, with the numbers and settings beside it:
    what nobody said is left for the proof to tell.
    """
    root, files = first, list[Converted]()
    for edition in later:
        listed = edition.acts[-1]
        entries = _entries(listed, root, edition.root)
        made = act_file(_head(listed), entries, root, edition.root, organisation, is_kept=_is_beside)
        act = made.then(lambda words: read_act_text(words, organisation))
        if made.value is None or act.value is None:
            return Outcome(None, act.diagnostics)
        files.append(Converted(act.value, made.value))
        root = carried_out(root, act.value).root
    return Outcome(tuple(files))


def _is_beside(each: Difference, field: str) -> bool:
    """Whether a field may change with an act that does not name it."""
    return field in ("number", "period") or is_setting(each, field)


def _head(act: AmendingAct) -> dict[str, Node]:
    fields = ((name, act.origin.get(name)) for name in ("kind", "date", "number", "title"))
    return {name: value for name, value in fields if value is not None}


def _entries(act: AmendingAct, old: MappingNode, new: MappingNode) -> Entries:
    """What the list says of the act, as far as the revisions have it."""
    before, after = units(old), units(new)
    known = requisites(new)
    found: dict[ChangeKind, list[MappingNode]] = {kind: [] for kind in ChangeKind}
    for kind in ChangeKind:
        for entry in mappings(act.origin, kind):
            name = ProvisionName(ProvisionKind(text_of(entry.get("unit"))), text_of(entry.get("id")))
            is_there = find(before, name) is not None, find(after, name) is not None
            wanted = {
                ChangeKind.CHANGED: name in known or all(is_there),
                ChangeKind.ADDED: is_there[1],
                ChangeKind.REMOVED: is_there[0],
            }
            if wanted[kind]:
                found[kind].append(entry)
    return found
