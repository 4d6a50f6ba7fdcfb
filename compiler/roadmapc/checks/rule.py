"""What a rule is: a pure question about a plan and its calendar."""

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from roadmapc.checks.facts.subjects import Subject, steps, subjects
from roadmapc.checks.facts.table import Facts
from roadmapc.checks.terms import Owned, phrases_without_checkpoint
from roadmapc.checks.texts import ENOUGH, Text, named
from roadmapc.checks.wordings import Answered, Mark, Seen, Wordings
from roadmapc.diagnostics.code import Code
from roadmapc.diagnostics.diagnostic import Edit, Label, Place
from roadmapc.language.slip import Kind, Slip
from roadmapc.memo import Memo
from roadmapc.model.known_names import everyone
from roadmapc.model.plan import Measure, Plan, Section
from roadmapc.schedule.plan_calendar import PlanCalendar
from roadmapc.source.span import Span

if TYPE_CHECKING:
    from roadmapc.language.spelling import Unknown

G = TypeVar("G", bound=Hashable)
T = TypeVar("T")
_Known = Callable[..., Answered | None]


@dataclass(frozen=True)
class CheckInput:
    """All that a rule may look at."""

    plan: Plan
    calendar: PlanCalendar
    texts: tuple[Text, ...]
    """Everything that the author wrote in words, in the order of writing."""
    memo: Memo
    """What was answered of wordings."""

    def find(self, pattern: re.Pattern[str], *marks: Mark) -> Iterator[tuple[Text, re.Match[str]]]:
        """Matches of a pattern in what the author wrote, as many of a text as a reader would look at.

        Each match has one of the `marks`, which are quick to look for: small letters with plain spaces, or a
        pattern that one of its words has. Without marks every text is searched.
        """
        return self._wordings.ask(partial(_found, pattern), *marks, known=self._known(pattern))

    def ask(self, question: Callable[[str], Iterable[T]], *marks: Mark) -> Iterator[tuple[Text, T]]:
        """The answers of each text to a question about its words; texts that say the same are asked once.

        What a function of a module answered is remembered; one made for this plan may know more of it.
        """
        return _asked(self._wordings, self._known, question, *marks)

    def ask_with(
        self, question: Callable[[G, str], Iterable[T]], given: G, *marks: Mark
    ) -> Iterator[tuple[Text, T]]:
        """The same of a question about words and something else: remembered until another is given."""
        known = self._known((question, marks), given)
        return self._wordings.ask(partial(question, given), *marks, known=known)

    @cached_property
    def _wordings(self) -> Wordings:
        return Wordings(self.texts, self._seen)

    @cached_property
    def _seen(self) -> Seen | None:
        return self.memo.of("wordings", make=Seen) if self.memo.is_kept else None

    @cached_property
    def _known(self) -> "_Known":
        return partial(_known, self.memo, self._seen)

    @cached_property
    def rows(self) -> tuple[tuple[Section, Measure], ...]:
        """Every measure with its section, in the order of printing."""
        return tuple(self.plan.walk())

    @cached_property
    def steps(self) -> tuple[tuple[Subject, Subject], ...]:
        """Pairs of measures about one thing, the earlier step first."""
        found = subjects(self.plan, self.memo)
        titles = [each.measure.title for each in found]
        pairs = self.memo.answer(steps, titles, lambda: tuple(steps(found)))
        return tuple((found[before], found[after]) for before, after in pairs)

    @cached_property
    def facts(self) -> Facts:
        """What the plan says, in order to compare it: drawn when the first rule asks."""
        # not our own method: what we hold would hold us, and no plan would be forgotten after its check
        return Facts(self.plan, self.texts, partial(_asked, self._wordings, self._known))

    @cached_property
    def phrases(self) -> tuple[tuple[Owned, ...], ...]:
        """The deadlines without a checkpoint, those of one phrase together."""
        return phrases_without_checkpoint(self.plan)

    def ask_of_names(self, question: Callable[[str], Iterable[T]]) -> Iterator[tuple[Text, T]]:
        """The answers of each name in the directory, which orders print too."""
        known = self.memo.of(("names", question))
        for text in self._names:
            if text.words not in known:
                known[text.words] = tuple(question(text.words))
            for answer in known[text.words]:
                yield text, answer

    @cached_property
    def _names(self) -> tuple[Text, ...]:
        organisation = self.plan.organisation
        return tuple(text for each in everyone(organisation) for text in named(each, organisation.file))

    @cached_property
    def language(self) -> "Language":
        """What is said of the language of the texts and of the names in the directory."""
        slips = defaultdict[Kind, list[tuple[Text, Slip]]](list)
        unknown: list[tuple[Text, Unknown]] = []
        # here, for commands that check nothing load all rules, and need not pay for the tables of language
        from roadmapc.checks.reading import of_language  # noqa: PLC0415

        for text, found in chain(self.ask(of_language), self.ask_of_names(of_language)):
            if isinstance(found, Slip):
                slips[found.kind].append((text, found))
            else:
                unknown.append((text, found))
        return Language(slips, unknown)

    def matches(self, pattern: re.Pattern[str]) -> Callable[[str], tuple[re.Match[str], ...]]:
        """What finds all matches of a pattern in a text, in each once."""
        return self.memo.of_each(lambda words: tuple(pattern.finditer(words)), ("matches", pattern))

    def fields(self, *names: str) -> tuple[Text, ...]:
        """The texts of some fields only."""
        if len(names) == 1:
            return tuple(text for _, text in self._by_field.get(names[0], ()))
        return tuple(
            text for _, text in sorted(chain.from_iterable(self._by_field.get(name, ()) for name in names))
        )

    @cached_property
    def _by_field(self) -> Mapping[str, Sequence[tuple[int, Text]]]:
        """Each with its place in the order of writing."""
        found = defaultdict[str, list[tuple[int, Text]]](list)
        for at, text in enumerate(self.texts):
            found[text.field].append((at, text))
        return found


def _asked(
    wordings: Wordings, known: _Known, question: Callable[[str], Iterable[T]], *marks: Mark
) -> Iterator[tuple[Text, T]]:
    is_of_module = "<" not in getattr(question, "__qualname__", "<")
    return wordings.ask(question, *marks, known=known(question) if is_of_module else None)


def _known(memo: Memo, seen: Seen | None, question: Hashable, given: object = None) -> Answered | None:
    """What a question was answered of wordings seen before, as long as it is given the same."""
    return memo.of(question, (seen, given), make=Answered) if memo.is_kept else None


def _found(pattern: re.Pattern[str], words: str) -> Iterator[re.Match[str]]:
    return islice(pattern.finditer(words), ENOUGH)


class Language(NamedTuple):
    """What is said of the language of all texts."""

    slips: Mapping[Kind, Sequence[tuple[Text, Slip]]]
    """What is wrong, by its kind."""
    unknown: Sequence[tuple[Text, "Unknown"]]
    """Words that nobody knows, without those that a slip corrects."""


class Finding(NamedTuple):
    """What a rule noticed; its code and severity are the rule's."""

    message: str
    where: Span | Place
    """A span is one of the plan's file."""
    hints: tuple[str, ...] = ()
    related: tuple[Label, ...] = ()
    edit: Edit | None = None
    """What `check --fix` writes; `None` where a person has to decide."""
    units: tuple[str, ...] = ()
    """The rows and clauses that it concerns; empty for the one that it stands in."""


class Rule(NamedTuple):
    """A kind of finding with the question that finds it."""

    code: Code
    check: Callable[[CheckInput], Iterator[Finding]]
