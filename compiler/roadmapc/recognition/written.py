"""The plan and the directory as files: with the questions at their places, and air between their parts."""

import posixpath
from collections import defaultdict
from collections.abc import Iterator, Sequence
from textwrap import wrap

from roadmapc.recognition.account import Question
from roadmapc.syntax.to_yaml import WIDTH, Layout, Place, to_yaml
from roadmapc.syntax.tree import MappingNode, Node, SequenceNode

_AIRY = frozenset(("sections", "measures", "appendices", "parts", "clauses"))
"""Lists whose items are set apart."""
_RULE = 88
"""Characters of a line that parts a file."""


def written_plan(plan: MappingNode, questions: Sequence[Question]) -> str:
    """The text of a plan; a question about nothing in it stands at the top."""
    comments: defaultdict[Place, tuple[str, ...]] = defaultdict(tuple)
    for place in _airy(plan):
        comments[place] = ("",)
    comments["order",] = ("", _ruled("Приказ"), "")
    comments["appendices",] = ("", _ruled("Приложения"), "")
    for question in questions:
        comments[_known(plan, question.place)] += tuple(_asked(question))
    schema = "# yaml-language-server: $schema=../schemas/plan.schema.json\n\n"
    head = "".join(f"# {line}\n" for line in comments.pop((), ()))
    return schema + head + to_yaml(plan, Layout(comments))


def written_directory(directory: MappingNode, reference: str) -> str:
    """The text of a directory that did not exist."""
    comments: dict[Place, tuple[str, ...]] = {("bodies",): ("",), ("officials",): ("",)}
    for part in ("bodies", "officials"):
        records = directory.get(part)
        if isinstance(records, MappingNode):
            comments |= {(part, id_): ("",) for id_ in records.fields}
    up = "../" * (len(posixpath.normpath(reference).split("/")) - 1)
    schema = f"# yaml-language-server: $schema={up}../schemas/organisation.schema.json\n\n"
    return schema + to_yaml(directory, Layout(comments))


def _ruled(name: str) -> str:
    return f"── {name} ".ljust(_RULE, "─")


def _asked(question: Question) -> Iterator[str]:
    """A question with what was taken for the time being, and the id by which it is answered."""
    others = f"; может быть и: {'; '.join(question.others)}" if question.others else ""
    yield from wrap(f"Вопрос {question.id} ({question.where}): {question.question}{others}", WIDTH)


def _airy(plan: MappingNode) -> Iterator[Place]:
    """Places over which an empty line stands: sections, measures of many fields, appendices but the first."""
    for place, item in _items(plan, ()):
        if place[-2] in _AIRY and isinstance(item, MappingNode) and place != ("appendices", 0):
            yield place


def _items(node: Node, place: Place) -> Iterator[tuple[Place, Node]]:
    """All items of all lists with their places."""
    if isinstance(node, MappingNode):
        for name, (_, value) in node.fields.items():
            yield from _items(value, (*place, name))
    elif isinstance(node, SequenceNode):
        for at, item in enumerate(node.items):
            yield (*place, at), item
            yield from _items(item, (*place, at))


def _known(plan: MappingNode, place: Place) -> Place:
    """The place, or the nearest around it that the plan has."""
    node: Node | None = plan
    for depth, step in enumerate(place):
        match node, step:
            case MappingNode(), str():
                node = node.get(step)
            case SequenceNode(items), int() if step < len(items):
                node = items[step]
            case _:
                node = None
        if node is None:
            return place[:depth]
    return place
