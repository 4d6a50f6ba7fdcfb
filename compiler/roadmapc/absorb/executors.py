"""Executors of a cell back into names of the directory: only those that are certain."""

import re
from collections import defaultdict

from roadmapc.absorb.changes import NotPlacedError
from roadmapc.absorb.codes import UNKNOWN_EXECUTOR
from roadmapc.model.organisation import Organisation
from roadmapc.model.plan import Plan
from roadmapc.model.printed import executor_text
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import Node, ScalarNode, SequenceNode
from roadmapc.verify.meaning import meaning

_PARTED = re.compile(r";\s*|\n")
_IN_BRACKETS = re.compile(r"(?P<name>.+?) \((?P<words>[^()]+)\)")
_QUALIFIED = re.compile(r"(?P<name>.+?), (?P<words>.+)")
_PROVISOS = frozenset({"по согласованию"})


def parted(cell: str) -> list[str]:
    """The executors that a cell names."""
    return [words for each in _PARTED.split(cell) if (words := each.strip(" ,")) and words != "–"]


class Executors:
    """What executors are called, and who is called so."""

    def __init__(self, plan: Plan) -> None:
        """Those of the plan are known as it writes them."""
        self._written: dict[str, Node] = {}
        for _, measure in plan.walk():
            items = measure.origin.get("executors")
            if isinstance(items, SequenceNode) and len(items.items) == len(measure.executors):
                for item, executor in zip(items.items, measure.executors, strict=True):
                    self._written.setdefault(_key(executor_text(executor)), item)
        self._names = _names(plan.organisation)

    def node(self, words: str) -> Node:
        """An executor as a plan writes it; refused if nobody, or not one alone, is called so."""
        if (written := self._written.get(_key(words))) is not None:
            return written
        if name := self._name(words):
            return name
        if (found := _IN_BRACKETS.fullmatch(words)) and (name := self._name(found["name"])):
            if found["words"] in _PROVISOS:
                return mapping({"id": name, "proviso": text(found["words"])})
            units = [self._name(unit) for unit in found["words"].split(", ")]
            if all(units):
                return mapping({"id": name, "units": sequence(tuple(unit for unit in units if unit))})
        if (found := _QUALIFIED.fullmatch(words)) and (name := self._name(found["name"])):
            return mapping({"id": name, "qualifier": text(found["words"])})
        is_several = len(self._names[_key(words)]) > 1
        why = "знает не одного" if is_several else "не знает"
        advice = f"заведите в справочнике запись, short: {words}, или впишите исполнителя в план сами"
        raise NotPlacedError(UNKNOWN_EXECUTOR, f"исполнителя «{words}» справочник {why}", advice)

    def _name(self, words: str) -> ScalarNode | None:
        found = self._names[_key(words)]
        return text(next(iter(found)))._replace(is_plain=True) if len(found) == 1 else None


def _key(words: str) -> str:
    return meaning(words).casefold()


def _names(directory: Organisation) -> defaultdict[str, set[str]]:
    """Names of records by all that tables call them; who is printed otherwise is told by the print."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for body in directory.bodies.values():
        for name in (body.name, body.short):
            found[_key(name)].add(body.id)
    for official in directory.officials.values():
        found[_key(official.name)].add(official.id)
    return found
