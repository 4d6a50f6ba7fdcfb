"""The table of facts of a plan, each kind drawn once, when the first rule asks for it."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any

from roadmapc.checks.facts.acts import KINDS, Act, acts
from roadmapc.checks.facts.grids import Grid, grids
from roadmapc.checks.facts.homes import Homes
from roadmapc.checks.facts.references import Reference, references
from roadmapc.checks.facts.said import Home, Said
from roadmapc.checks.facts.series import NUMBERED_FIELDS, Series, all_series, paragraph_numbers
from roadmapc.checks.texts import Text
from roadmapc.model.citations import MARKS, mentions_of_numbers
from roadmapc.model.plan import Plan

Ask = Callable[..., Iterator[tuple[Text, Any]]]


class Facts:
    """What a plan says, by kind; each fact has its place and its record."""

    def __init__(self, plan: Plan, texts: tuple[Text, ...], ask: Ask) -> None:
        """Nothing is read yet; `ask` gives the answers of texts to a question, as rules get them."""
        self._plan = plan
        self._texts = texts
        self._ask = ask

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The tables of all appendices in the order of writing."""
        return tuple(grids(self._plan))

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """Numbers that follow one another."""
        numbers = (
            Said(match["number"], text, *match.span("number"), self.home(text))
            for text in self._texts
            if text.field in NUMBERED_FIELDS
            for match in paragraph_numbers(text.field, text.words)
        )
        return tuple(all_series(self._plan, numbers, self.grids))

    @cached_property
    def references(self) -> tuple[Said[Reference], ...]:
        """References to clauses, measures and sections of the plan itself."""
        found = self._ask(mentions_of_numbers, *MARKS)
        return tuple(
            said for text, match in found for said in references(self._plan, text, match, self.home(text))
        )

    @cached_property
    def acts(self) -> tuple[Said[Act], ...]:
        """Acts that are cited anywhere."""
        found = self._ask(acts, *KINDS)
        return tuple(Said(act, text, act.start, act.end, self.home(text)) for text, act in found)

    def is_borrowed(self, text: Text, at: int) -> bool:
        """Whether a place of a text belongs to others: it stands in quotes or in the citation of an act."""
        if text.words.count("«", 0, at) > text.words.count("»", 0, at):
            return True
        return any(start <= at < end for start, end in self._citations.get(text.words, ()))

    @cached_property
    def _citations(self) -> dict[str, list[tuple[int, int]]]:
        """Where acts are cited, by the words of the texts."""
        found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
        for said in self.acts:
            if (said.start, said.end) not in found[said.text.words]:
                found[said.text.words].append((said.start, said.end))
        return found

    def home(self, text: Text) -> Home:
        """The record that a text belongs to."""
        return self._homes.of(text)

    @cached_property
    def _homes(self) -> Homes:
        return Homes(self._plan)
