"""A structural unit of an order: what an amendment can name, and what a reviewer asks about."""

from __future__ import annotations

from dataclasses import dataclass, field

from roadmapc.model.organisation import Actor, Executor, actors_of
from roadmapc.model.parts import Composition, Table
from roadmapc.model.plan import AppendixPart, Term
from roadmapc.model.provision import ProvisionKind


@dataclass(frozen=True, slots=True)
class Field:
    """One thing that a provision prints."""

    name: str
    """The key of YAML."""
    heading: str
    """What readers call it: the heading of the column, «Текст пункта»."""
    text: str
    """As printed, a line a paragraph."""


@dataclass(frozen=True, slots=True, eq=False)
class Provision:
    """A structural unit with its place and its fields. Two are equal only if they are one."""

    kind: ProvisionKind
    id: str
    """The author's stable name; made of the number where a clause has none."""
    is_named: bool
    """Whether the author named it, so that equal names mean the same provision."""
    number: str
    """As printed; empty if the provision has none."""
    title: str
    """What a reader knows it by, in one line."""
    parent: Provision | None
    """The provision that holds it; `None` for the order and the appendices."""
    fields: tuple[Field, ...]
    """Without the number, in the order of printing."""
    terms: tuple[Term, ...] = field(default=())
    executors: tuple[Executor, ...] = field(default=())
    addressed: tuple[Actor, ...] = field(default=())
    """Whom the text of a clause, or of the clause above it, tells to act, as far as it refers to them."""
    appendix: str = ""
    """Number of its appendix in a plan of several tables, where numbers of rows are ambiguous."""

    parts: tuple[AppendixPart, ...] = field(default=())
    """Of an appendix, in the order of printing."""

    @property
    def actors(self) -> tuple[Actor, ...]:
        """Everybody who has the duty, each once: executors and their units."""
        return actors_of(self.executors)

    @property
    def addressees(self) -> tuple[Actor, ...]:
        """Whom a change concerns: executors, else who is told to act."""
        return self.actors or self.addressed

    @property
    def compositions(self) -> tuple[Composition, ...]:
        """The parts that say who sits in a commission."""
        return tuple(part for part in self.parts if isinstance(part, Composition))

    @property
    def tables(self) -> tuple[Table, ...]:
        """The parts that are tables without duties."""
        return tuple(part for part in self.parts if isinstance(part, Table))

    def field(self, name: str) -> Field | None:
        """A field by its name; `None` if the provision prints no such thing."""
        return next((field for field in self.fields if field.name == name), None)
