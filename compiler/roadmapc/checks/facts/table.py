"""The table of facts of a plan, each kind drawn once, when the first rule asks for it."""

from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import TypeVar

from roadmapc.checks.facts.homes import Homes
from roadmapc.checks.facts.said import Home, Said
from roadmapc.checks.facts.series import Series, all_series, paragraph_numbers
from roadmapc.checks.texts import Text
from roadmapc.model.plan import Plan

Value = TypeVar("Value")


class Facts:
    """What a plan says, by kind; each fact has its place and its record."""

    def __init__(self, plan: Plan, texts: tuple[Text, ...]) -> None:
        """Nothing is read yet."""
        self._plan = plan
        self._texts = texts

    @cached_property
    def series(self) -> tuple[Series, ...]:
        """Numbers that follow one another."""
        numbers = (
            Said(match["number"], text, *match.span("number"), self.home(text))
            for text in self._texts
            for match in paragraph_numbers(text.field, text.words)
        )
        return all_series(self._plan, numbers)

    def home(self, text: Text) -> Home:
        """The record that a text belongs to."""
        return self._homes.of(text)

    @cached_property
    def _homes(self) -> Homes:
        return Homes(self._plan)
