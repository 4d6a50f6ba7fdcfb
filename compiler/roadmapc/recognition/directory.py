"""The directory that an imported document needs: proposed, or one that exists with what it lacks."""

from roadmapc.recognition.ids import Ids
from roadmapc.syntax.to_yaml import mapping, text
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode


class Directory:
    """Bodies and officials by the names that documents call them."""

    def __init__(self, known: MappingNode | None = None) -> None:
        """`known` is the tree of a directory that exists: its records are found, never changed."""
        self._name = ""
        self._bodies = _records(known, "bodies")
        self._officials = _records(known, "officials")
        self._known = known
        self._body_ids = Ids(frozenset(self._bodies))
        self._official_ids = Ids(frozenset(self._officials))

    def called(self, name: str) -> None:
        """The superior body: the first line of the blank."""
        self._name = self._name or name

    def body(self, name: str, **fields: str) -> str:
        """The id of the body that is called so; a new record if nobody is. `fields` are of the schema."""
        for id_, record in self._bodies.items():
            if name in (record.get("name"), record.get("short")):
                record |= {field: value for field, value in fields.items() if field not in record}
                return id_
        id_ = self._body_ids.name(name, "body")
        self._bodies[id_] = {"name": name, **{field: value for field, value in fields.items() if value}}
        return id_

    def official(self, name: str, **fields: str) -> str:
        """The id of the person «Образцова А. Б.» (nominative, surname first); a new record if nobody is."""
        for id_, record in self._officials.items():
            if record.get("name") == name:
                record |= {field: value for field, value in fields.items() if field not in record}
                return id_
        id_ = self._official_ids.name(name.partition(" ")[0], "official")
        self._officials[id_] = {"name": name, **{field: value for field, value in fields.items() if value}}
        return id_

    def find_official(self, name: str) -> str:
        """The id of the person who is called so in some case; empty if nobody is."""
        return next((id_ for id_, record in self._officials.items() if name and name in record.values()), "")

    def node(self) -> MappingNode:
        """The whole directory, to be written."""
        fields: dict[str, Node] = {"format": text("1")._replace(is_plain=True), "name": text(self._name)}
        for name, records in (("bodies", self._bodies), ("officials", self._officials)):
            if records:
                fields[name] = mapping(
                    {
                        id_: mapping({field: text(value) for field, value in record.items()})
                        for id_, record in records.items()
                    }
                )
        return mapping(fields)


def _records(known: MappingNode | None, name: str) -> dict[str, dict[str, str]]:
    found = known.get(name) if known is not None else None
    if not isinstance(found, MappingNode):
        return {}
    return {
        id_: {
            field: value.text for field, (_, value) in record.fields.items() if isinstance(value, ScalarNode)
        }
        for id_, (_, record) in found.fields.items()
        if isinstance(record, MappingNode)
    }
