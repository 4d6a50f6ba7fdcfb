"""Slips of language as findings."""

from collections.abc import Callable, Iterator

from roadmapc.checks.rule import CheckInput, Finding
from roadmapc.language.slip import Kind


def of_kind(kind: Kind) -> Callable[[CheckInput], Iterator[Finding]]:
    """The check that tells all slips of a kind."""

    def check(subject: CheckInput) -> Iterator[Finding]:
        for text, slip in subject.language.slips.get(kind, ()):
            right = slip.replacement
            edit = None if right is None else text.edit(slip.start, slip.end, right)
            yield Finding(slip.message, text.at(slip.start, slip.end), (slip.hint,), edit=edit)

    return check
