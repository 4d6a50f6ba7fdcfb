"""Directories of many documents put into one: who is called alike is one and has one name."""

from collections.abc import Mapping

from roadmapc.recognition.directory import Directory
from roadmapc.syntax.to_yaml import mapping, sequence, text
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode, SequenceNode

_NAMING = frozenset(
    ("author", "signatory", "official", "acting_for", "control", "executors", "units", "participants")
) | {"members", "approval", "acquaintance"}
"""Fields of a plan whose texts are names in its directory."""


def merged(directory: Directory, added: MappingNode) -> dict[str, str]:
    """Put the records of a document's own directory into the common one; the new names of its records."""
    names: dict[str, str] = {}
    for id_, record in _records(added, "bodies"):
        names[id_] = directory.body(record.pop("name"), **record)
    for id_, record in _records(added, "officials"):
        fields = {
            name: names.get(words, words) if name == "body" else words for name, words in record.items()
        }
        names[id_] = directory.official(fields.pop("name"), **fields)
    return {id_: name for id_, name in names.items() if id_ != name}


def _records(added: MappingNode, part: str) -> list[tuple[str, dict[str, str]]]:
    records = added.get(part)
    if not isinstance(records, MappingNode):
        return []
    return [
        (id_, {name: node.text for name, (_, node) in record.fields.items() if isinstance(node, ScalarNode)})
        for id_, (_, record) in records.fields.items()
        if isinstance(record, MappingNode)
    ]


def renamed(plan: MappingNode, names: Mapping[str, str]) -> MappingNode:
    """The plan with the names that the common directory has."""
    found = _renamed(plan, names, is_name=False) if names else plan
    assert isinstance(found, MappingNode)
    return found


def _renamed(node: Node, names: Mapping[str, str], *, is_name: bool) -> Node:
    match node:
        case ScalarNode():
            return text(names.get(node.text, node.text)) if is_name else node
        case SequenceNode(items):
            return sequence(tuple(_renamed(item, names, is_name=is_name) for item in items))
        case MappingNode():
            # «id» is a name only in an item of executors
            return mapping(
                {
                    name: _renamed(value, names, is_name=name in _NAMING or (is_name and name == "id"))
                    for name, (_, value) in node.fields.items()
                }
            )
