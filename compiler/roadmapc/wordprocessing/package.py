"""The parts of a package and how they refer to one another (ECMA-376, part 2)."""

from collections.abc import Iterator, Mapping
from posixpath import join, normpath
from typing import NamedTuple
from urllib.parse import unquote

from roadmapc.wordprocessing.xml import Element, parsed

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_LINKS = ".rels"
MAIN = "officeDocument"


class BrokenPartError(Exception):
    """A part that is needed and cannot be read; ends in a refusal of the package."""


class Relationship(NamedTuple):
    """Where a part leads."""

    kind: str
    """The last word of its type: `header`, `styles`."""
    target: str
    """The name of another part, or an address outside the package."""
    is_external: bool


class Package:
    """Parts by name, in which the size of letters means nothing."""

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        """`parts` are those of one package by name."""
        self._parts = {name.lower(): content for name, content in parts.items()}
        self._links: dict[str, dict[str, Relationship]] = {}

    def content(self, name: str) -> bytes | None:
        """The bytes of a part; `None` if there is no such part."""
        return self._parts.get(name.lower())

    def root(self, name: str) -> Element:
        """The root of a part that the document cannot be read without."""
        content = self.content(name)
        root = None if content is None else parsed(content)
        if root is None:
            raise BrokenPartError(name)
        return root

    def relationships(self, source: str) -> dict[str, Relationship]:
        """Where a part leads, by the ids it uses; an empty name is that of the package itself."""
        if source not in self._links:
            self._links[source] = dict(self._read(source))
        return self._links[source]

    def all_relationships(self) -> Iterator[Relationship]:
        """Of the package and of all of its parts."""
        for name in self._parts:
            folder, _, own = name.rpartition("/")
            if own.endswith(_LINKS):
                source = join(folder.removesuffix("_rels"), own.removesuffix(_LINKS))
                yield from self.relationships(source).values()

    def related(self, source: str, kind: str) -> str | None:
        """The first part of a kind that a part leads to."""
        links = self.relationships(source).values()
        return next((link.target for link in links if link.kind == kind and not link.is_external), None)

    def _read(self, source: str) -> Iterator[tuple[str, Relationship]]:
        folder, _, name = source.rpartition("/")
        content = self.content(join(folder, "_rels", f"{name}.rels"))
        root = None if content is None else parsed(content)
        for link in () if root is None else root.iter(_RELATIONSHIP):
            target, is_external = link.get("Target", ""), link.get("TargetMode") == "External"
            if not is_external:
                target = normpath(join("/", folder, unquote(target))).lstrip("/")
            kind = link.get("Type", "").rpartition("/")[2]
            yield link.get("Id", ""), Relationship(kind, target, is_external)
