"""A printed cell back to how it is written: bodies by their names in the directory, lines as paragraphs."""

import re

from roadmapc.amend.fields import refuse, terms
from roadmapc.model.plan import Measure, Plan
from roadmapc.model.printed import executor_text
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import Node

_REST = re.compile(r"(?: \((?P<units>[^()]*)\))?(?:, (?P<qualifier>.+))?")


def written(plan: Plan, field: str, words: str, measure: Measure | None = None) -> Node:
    """How a printed cell is written: executors by their names in the directory, lines as paragraphs."""
    if not words:
        return text("")
    lines = words.split("\n")
    if field == "executors":
        return sequence(tuple(_executor(plan, line.rstrip(";,")) for line in lines))
    if field == "deadline":
        return terms(lines, measure)
    return text(words.replace("\n", "\n\n") if field in ("measure", "result") else words)


def _executor(plan: Plan, line: str) -> Node:
    """«Школы (Отдел контроля), с низкими результатами»: a body, its units, its qualifier."""
    bodies = sorted(plan.organisation.bodies.values(), key=lambda body: -len(body.short))
    body = next((each for each in bodies if line.startswith(each.short)), None)
    found = _REST.fullmatch(line.removeprefix(body.short)) if body else None
    known = {executor_text(each): each for _, measure in plan.walk() for each in measure.executors}
    people = plan.organisation.officials.values()
    persons = [each.id for each in people if line in (each.name, each.post)]
    if len(persons) == 1:
        return text(persons[0])
    if line in known and not (known[line].units or known[line].qualifier):
        return text(known[line].actor.id)
    if body is None or found is None:
        refuse(f"исполнителя «{line}» в справочнике нет")
    ids = {each.short: each.id for each in bodies}
    units = found["units"].split(", ") if found["units"] else []
    fields: dict[str, Node] = {"id": text(body.id)}
    if not ids.keys() >= set(units):  # no unit of the directory stands in the brackets
        fields["proviso"] = text(found["units"])
        units = []
    if not (units or found["qualifier"] or "proviso" in fields):
        return text(body.id)
    if units:
        fields["units"] = sequence(tuple(text(ids[unit]) for unit in units))
    if found["qualifier"]:
        fields["qualifier"] = text(found["qualifier"])
    return mapping(fields)
