"""Slips of language as findings, in the texts of a plan and in the names of its directory."""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from roadmapc.checks.rule import ENOUGH, CheckInput, Finding
from roadmapc.checks.texts import Text, named
from roadmapc.language.slip import Kind, Slip
from roadmapc.model.known_names import everyone

Answer = TypeVar("Answer")


def asked_everywhere(
    subject: CheckInput, question: Callable[[str], Iterable[Answer]]
) -> Iterator[tuple[Text, Answer]]:
    """The answers of every text and of every name of the directory, which orders print too."""
    yield from subject.ask(question)
    organisation = subject.plan.organisation
    for record in everyone(organisation):
        for text in named(record, organisation.file):
            for answer in question(text.words):
                yield text, answer


def of_kind(kind: Kind) -> Callable[[CheckInput], Iterator[Finding]]:
    """The check that tells all slips of a kind."""

    def found(words: str) -> Iterable[Slip]:
        # here, for commands that check nothing load all rules, and need not pay for the tables of language
        from roadmapc.language.from_text import slips  # noqa: PLC0415

        return islice((slip for slip in slips(words) if slip.kind is kind), ENOUGH)

    def check(subject: CheckInput) -> Iterator[Finding]:
        for text, slip in asked_everywhere(subject, found):
            right = slip.replacement
            edit = None if right is None else text.edit(slip.start, slip.end, right)
            yield Finding(slip.message, text.at(slip.start, slip.end), (slip.hint,), edit=edit)

    return check
