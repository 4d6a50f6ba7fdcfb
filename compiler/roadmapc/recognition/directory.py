"""The directory that an imported document needs: proposed, or one that exists with what it lacks."""

from collections.abc import Iterable

from roadmapc.recognition.grid import alike
from roadmapc.recognition.ids import Ids
from roadmapc.syntax.to_yaml import mapping, text
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode

_NAMES = ("name", "short", "full_name", "genitive", "dative", "accusative", "instrumental", "prepositional")
"""Fields by which a document may call a record."""


class Directory:
    """Bodies and officials by the names that documents call them, whatever their quotes and spaces."""

    def __init__(self, known: MappingNode | None = None) -> None:
        """`known` is the tree of a directory that exists: its records are found, never changed."""
        self._name = ""
        self._records = {part: _records(known, part) for part in ("bodies", "officials")}
        self._given = {part: frozenset(records) for part, records in self._records.items()}
        # a plan names both in one list, so no id is given twice
        self._ids = Ids(frozenset(id_ for records in self._records.values() for id_ in records))
        self._called: dict[str, dict[str, str]] = {"bodies": {}, "officials": {}}
        for part, records in self._records.items():
            for id_, record in records.items():
                self._index(part, id_, record)

    def called(self, name: str) -> None:
        """The superior body: the first line of the blank."""
        self._name = self._name or name

    def body(self, name: str, **fields: str) -> str:
        """The id of the body that is called so; a new record if nobody is. `fields` are of the schema."""
        return self._record("bodies", name, fields, name, "body")

    def official(self, name: str, **fields: str) -> str:
        """The id of the person «Образцова А. Б.» (nominative, surname first); a new record if nobody is."""
        return self._record("officials", name, fields, name.partition(" ")[0], "official")

    def find_body(self, name: str) -> str:
        """The id of the body that is called so in some case; empty if nobody is."""
        return self._called["bodies"].get(alike(name), "")

    def find_official(self, name: str) -> str:
        """The id of the person who is called so in some case; empty if nobody is."""
        return self._called["officials"].get(alike(name), "")

    def also(self, id_: str, name: str) -> None:
        """A body is called otherwise, too."""
        self._called["bodies"].setdefault(alike(name), id_)

    def printed(self, id_: str) -> str:
        """How a table prints a body or a person."""
        record = self._records["bodies"].get(id_) or self._records["officials"].get(id_, {})
        return record.get("short") or record.get("name", "")

    def has_post(self, id_: str) -> bool:
        """Whether the directory says what post a person holds."""
        return bool(self._records["officials"].get(id_, {}).get("post"))

    def names(self) -> Iterable[tuple[str, str]]:
        """Each body's id with its full name."""
        return ((id_, record.get("name", "")) for id_, record in self._records["bodies"].items())

    def take_in(self, other: MappingNode) -> None:
        """The records of another directory: each is found by its names, or is new here."""
        name = other.get("name")
        self.called(name.text if isinstance(name, ScalarNode) else "")
        for part, otherwise in (("bodies", "body"), ("officials", "official")):
            for record in _records(other, part).values():
                named = record.get("name", "")
                words = named if part == "bodies" else named.partition(" ")[0]
                self._record(part, named, record, words, otherwise)

    @property
    def added(self) -> MappingNode:
        """The records that the directory had not."""
        return mapping(self._parts(given=False))

    def node(self) -> MappingNode:
        """The whole directory, to be written."""
        head: dict[str, Node] = {"format": text("1")._replace(is_plain=True), "name": text(self._name)}
        return mapping(head | self._parts(given=True))

    def _record(self, part: str, name: str, fields: dict[str, str], named: str, otherwise: str) -> str:
        said = {field: value for field, value in fields.items() if value}
        id_ = self._called[part].get(alike(name), "")
        if not id_:
            id_ = self._ids.name(named, otherwise)
            self._records[part][id_] = {"name": name}
        if id_ not in self._given[part]:
            self._records[part][id_] = said | self._records[part][id_]
            self._records[part][id_] = {
                "name": self._records[part][id_].pop("name"),
                **self._records[part][id_],
            }
        self._index(part, id_, {"name": name, **said})
        return id_

    def _index(self, part: str, id_: str, record: dict[str, str]) -> None:
        for field in _NAMES:
            if record.get(field):
                self._called[part].setdefault(alike(record[field]), id_)

    def _parts(self, *, given: bool) -> dict[str, Node]:
        found: dict[str, Node] = {}
        for part, records in self._records.items():
            kept = {
                id_: mapping({field: text(value) for field, value in record.items()})
                for id_, record in records.items()
                if given or id_ not in self._given[part]
            }
            if kept:
                found[part] = mapping(dict(kept))
        return found


def _records(known: MappingNode | None, part: str) -> dict[str, dict[str, str]]:
    found = known.get(part) if known is not None else None
    if not isinstance(found, MappingNode):
        return {}
    return {
        id_: {
            field: value.text for field, (_, value) in record.fields.items() if isinstance(value, ScalarNode)
        }
        for id_, (_, record) in found.fields.items()
        if isinstance(record, MappingNode)
    }
