"""The typed plan: an order with its appendices.

What a check points at keeps `origin`, the node it was read from; anything less is pointed at through the
record that holds it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, NewType, TypeAlias

from roadmapc.calendar.season_rule import SeasonRule
from roadmapc.deadline.ast import Deadline
from roadmapc.model.act import ActKind
from roadmapc.model.amendment import Acts
from roadmapc.model.columns import ColumnKind
from roadmapc.model.files import Files
from roadmapc.model.organisation import Body, Executor, Official, Organisation
from roadmapc.model.parts import (
    CalendarPlan,
    Composition,
    Form,
    Head,
    Heading,
    Orientation,
    Passport,
    Picture,
    Prose,
    Table,
    Verbatim,
)
from roadmapc.model.profile import Profile
from roadmapc.model.requisites import Command, DistributionLine, ExecutorMark, Sanction
from roadmapc.source.file import SourceFile
from roadmapc.syntax.tree import MappingNode, Node, ScalarNode
from roadmapc.text.blocks import Block
from roadmapc.text.shorten import shortened_to_words

PlanId = NewType("PlanId", str)
MeasureId = NewType("MeasureId", str)
SectionId = NewType("SectionId", str)
AppendixId = NewType("AppendixId", str)
ClauseId = NewType("ClauseId", str)
AS_SIGNED = "as_signed"
"""The wording of an act that is signed, as plans write it."""
REFERENCE = 40
"""Characters of what is called by its first words."""


class Period(NamedTuple):
    """The days on which the plan is in force, both included."""

    first_day: date
    last_day: date
    text: str
    """As the author wrote it."""


class Term(NamedTuple):
    """One deadline phrase of a measure or a clause."""

    deadline: Deadline
    """Printed as its phrase."""
    audience: str
    """Those whom it binds, printed before the phrase; empty for all executors."""
    checkpoint: Deadline | None
    """What the calendar holds instead of an undated phrase; printed in a calendar plan alone."""
    node: ScalarNode | MappingNode
    """The phrase or its fields in the source."""
    checkpoint_node: ScalarNode | None

    @property
    def controlled(self) -> Deadline:
        """What the calendar holds: the checkpoint if the author set one, else the phrase."""
        return self.checkpoint or self.deadline


class ListMarks(StrEnum):
    """What stands before the items of a clause's list."""

    DASH = "dash"
    LETTER = "letter"
    NUMBER = "number"
    TYPED = "typed"
    """Those that the items of a signed act begin with."""


class Clause(NamedTuple):
    """A clause of the order with what hangs on it."""

    id: ClauseId
    """Empty if the author gave none."""
    number: str
    """As printed, without the final full stop: «7.1»."""
    level: int
    """1 for a clause, 2 for its sub-clauses and so on."""
    text: str
    origin: MappingNode | ScalarNode
    paragraphs: tuple[str, ...] = ()
    """Unnumbered continuation."""
    items: tuple[str, ...] = ()
    """A list, without marks before and after its items."""
    marks: ListMarks = ListMarks.DASH
    quoted: Measures | None = None
    """Rows of the amended plan in their new wording, which an amending order quotes; no duties of its own."""
    clauses: tuple[Clause, ...] = ()
    executors: tuple[Executor, ...] = ()
    terms: tuple[Term, ...] = ()
    control: Official | None = None
    """Who controls the execution of the order, if this clause says so."""
    approves: AppendixId | None = None
    """The appendix that this clause approves."""
    label: str | None = None
    """Its number as a signed act prints it, «7.1.», «1)», empty for none; `None` for a number with a stop."""
    key: str = ""
    """Its place, «#3», by which it is known where it has no id and no number of its own; else empty."""

    @property
    def reference(self) -> str:
        """What a message calls it: its number, its first words where it has none."""
        return self.number or f"«{shortened_to_words(self.text, REFERENCE)}»"

    @property
    def name(self) -> str:
        """By which calendars and editions know it: its id, or one made of its number."""
        return self.id or f"clause-{self.key or self.number}"

    def walk(self) -> Iterator[Clause]:
        """This clause and those within it, in the order of printing."""
        yield self
        for clause in self.clauses:
            yield from clause.walk()


class Signatory(NamedTuple):
    """Who signs (ГОСТ Р 7.0.97, requisite 22)."""

    official: Official
    acting_for: Official | None
    """Whose duties he performs, under whose post he then signs; `None` in his own office."""
    acting_post: str
    """That post, in the genitive: «начальника управления»; empty in his own office."""
    acting_as: str = "исполняющий обязанности"
    """The words before that post."""


class Order(NamedTuple):
    """The requisites and the text of the act (ГОСТ Р 7.0.97): an order, or an act of another kind."""

    kind: ActKind
    date: date | None
    """The day of signing; `None` is a draft."""
    number: str
    """The registration number; empty is a draft."""
    place: str
    """Empty where the blank already names it."""
    authors: tuple[Body | Official, ...]
    """Whose blank, several of a joint act: an official's head carries the post, so the signature omits it."""
    author_genitive: str
    """Whose act: «директора департамента», «администрации города»."""
    command: Command
    title: str
    preamble: str
    """Without the operative word; empty if the order has none. A signed one may say the word, in lines."""
    clauses: tuple[Clause, ...]
    signatories: tuple[Signatory, ...]
    """Several only under a joint act."""
    executor_mark: ExecutorMark | None
    distribution: tuple[DistributionLine, ...]
    """Empty if the order has no such list."""
    approval: tuple[Signatory, ...]
    """Whose visas the approval sheet asks for; empty if there is no sheet."""
    acquaintance: tuple[Signatory, ...]
    """Who signs the acquaintance sheet; empty if there is no sheet."""
    origin: MappingNode
    sitting: str = ""
    """Convocation and sitting of a collegial body, a line of its blank; empty if the author gave none."""
    agreed: tuple[Signatory | Sanction, ...] = ()
    """Those who agree beside the approval sheet (requisite 20): who is to sign, or by what act."""
    fields: tuple[tuple[str, str], ...] = ()
    """Words of the author's own for places of his template, by their names."""
    is_as_signed: bool = False
    """Whether the act is signed already: it is printed as it is, and what is wrong with it stays."""
    written: str = ""
    """The day of a signed act as typed, for print if there is no such day; empty for a draft."""

    @property
    def is_final(self) -> bool:
        """Whether the order has all that registration gives it; a draft has not."""
        return self.date is not None and bool(self.number)

    @property
    def is_amending(self) -> bool:
        """Whether it changes another order: such an order is known by its title."""
        return self.title.startswith("О внесении изменени")

    def walk(self) -> Iterator[Clause]:
        """Every clause before its sub-clauses, in the order of printing."""
        for clause in self.clauses:
            yield from clause.walk()


class Column(NamedTuple):
    """A column of the measure table."""

    key: str
    """A field of `Measure`, or the name of a free cell."""
    heading: str
    """By which it is named: its own head, with those over it where another column has the same."""
    kind: ColumnKind = ColumnKind.TEXT
    is_summed: bool = False
    """Whether totals add it up."""
    term: Term | None = None
    """The deadline that a mark in its cell sets: of a quarter, of a month; `None` for other columns."""


class Total(NamedTuple):
    """A row of sums under a section or at the end of a table; nobody's duty, and in no calendar."""

    title: str
    """«Итого по разделу 1», «Всего»."""
    cells: tuple[tuple[str, str], ...]
    """Sums by the keys of their columns, as printed."""
    origin: Node


class Measure(NamedTuple):
    """A row of the plan."""

    id: MeasureId
    """Never changes; calendars know their events by it."""
    number: str
    """As printed; changes when rows move."""
    text: tuple[Block, ...]
    terms: tuple[Term, ...]
    """Empty if the measure has no deadline."""
    executors: tuple[Executor, ...]
    """The first is the lead."""
    participants: tuple[str, ...]
    document: str
    result: tuple[Block, ...]
    cells: tuple[tuple[str, str], ...]
    """Free cells by column key."""
    origin: MappingNode
    joined: tuple[str, ...] = ()
    """Keys of the columns whose cell is one with that of the row above: several rows under one number."""
    as_signed: tuple[tuple[str, tuple[Block, ...]], ...] | None = None
    """What a signed act prints in other words than the fields would, by column key; `None` for a draft."""

    @property
    def title(self) -> str:
        """The measure in one line."""
        return self.text[0].text if len(self.text) == 1 else " ".join([block.text for block in self.text])

    @property
    def reference(self) -> str:
        """What a message calls it: its number, its first words where it has none."""
        return self.number or f"«{shortened_to_words(self.title, REFERENCE)}»"

    @property
    def has_own_number(self) -> bool:
        """Whether a number stands in its row: neither none nor that of the row above."""
        return bool(self.number) and "number" not in self.joined


class Section(NamedTuple):
    """A section with its measures, then its sub-sections."""

    id: SectionId
    number: str
    """As printed, without a final full stop; empty for a section without a title."""
    title: str
    """Empty for a plan that has no sections."""
    level: int
    measures: tuple[Measure, ...]
    sections: tuple[Section, ...]
    origin: MappingNode
    total: Total | None = None
    """Under all its rows; `None` if there is none."""
    label: str | None = None
    """Its number as a signed act prints it, «II.», empty for none; `None` for a number with a stop."""

    def walk(self) -> Iterator[Section]:
        """This section and those within it, in the order of printing."""
        yield self
        for section in self.sections:
            yield from section.walk()


@dataclass(frozen=True, slots=True)
class Measures:
    """A table of measures with its sections."""

    columns: tuple[Column, ...]
    sections: tuple[Section, ...]
    heads: tuple[Head, ...]
    """Over the columns, in levels."""
    origin: MappingNode
    total: Total | None = None
    """Under all its rows; `None` if there is none."""
    notes: tuple[str, ...] = ()
    """Under the table, a paragraph each."""
    has_column_numbers: bool = False
    """Whether a row «1 2 3» stands under the heads."""
    orientation: Orientation | None = None
    """Of its pages; `None` leaves it to what the columns need."""

    def walk(self) -> Iterator[Section]:
        """All sections in the order of printing."""
        for section in self.sections:
            yield from section.walk()


AppendixPart: TypeAlias = (
    Heading | Prose | Passport | Table | Measures | CalendarPlan | Composition | Form | Picture | Verbatim
)


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix of the order."""

    id: AppendixId
    number: str
    """Empty for a single appendix, which is not numbered."""
    mark: str
    """«Приложение», or the stamp of approval in agreement with the kind of document: «УТВЕРЖДЁН»."""
    title: str
    parts: tuple[AppendixPart, ...]
    origin: MappingNode
    approved_by: Sanction | None = None
    """The act of another body that approves it; `None` if the order itself does."""

    @property
    def tables(self) -> tuple[Measures, ...]:
        """Its tables of measures; most appendices have one or none."""
        return tuple(part for part in self.parts if isinstance(part, Measures))

    def walk(self) -> Iterator[Section]:
        """All sections with measures, in the order of printing."""
        for table in self.tables:
            yield from table.walk()


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan with the order that approves it."""

    id: PlanId
    period: Period
    profile: Profile
    organisation: Organisation
    order: Order
    appendices: tuple[Appendix, ...]
    amendments: Acts
    """The acts that made the plan what it is; empty for one as it was signed."""
    seasons: tuple[SeasonRule, ...]
    """Names for spans and days: of law, of the profile, of the directory, its own over them."""
    own_seasons: tuple[str, ...]
    """Those that its own file names."""
    time_zone: str
    """Of its hours, by its IANA name: its own, else that of the directory; empty if neither names one."""
    file: SourceFile
    files: Files
    """That its appendices are made of besides."""
    origin: MappingNode

    @property
    def edition_day(self) -> date | None:
        """The day of the last act that made the plan what it is; `None` for a draft."""
        days = (self.order.date, *(act.date for act in self.amendments))
        return max((day for day in days if day is not None), default=None)

    @property
    def tables(self) -> tuple[Measures, ...]:
        """Every table of measures, in the order of printing."""
        return tuple(table for appendix in self.appendices for table in appendix.tables)

    def walk(self) -> Iterator[tuple[Section, Measure]]:
        """Every measure with its section, in the order of printing."""
        for appendix in self.appendices:
            for section in appendix.walk():
                for measure in section.measures:
                    yield section, measure
