"""Two documents side by side: what is read otherwise, what is only typed otherwise, and where."""

from collections import Counter
from collections.abc import Callable

from roadmapc.verify import around, main_text
from roadmapc.verify.findings import Finding
from roadmapc.verify.meaning import meaning
from roadmapc.verify.passage import Document

_ENOUGH = 0.3
"""The part of a plan's passages below which a document is another one: two orders share their form."""


def are_of_one_order(planned: Document, returned: Document) -> bool:
    """Whether so much of the plan's document is found in the other that differences are worth telling."""
    return _has_enough(planned, returned, str) or _has_enough(planned, returned, meaning)


def _has_enough(planned: Document, returned: Document, key: Callable[[str], str]) -> bool:
    wanted, found = (
        Counter(key(each.text) for each in document.passages) for document in (planned, returned)
    )
    return (wanted & found).total() >= _ENOUGH * wanted.total()


def findings(planned: Document, returned: Document) -> tuple[Finding, ...]:
    """Everything that differs: in the main text in the order of reading, then around it."""
    return (*main_text.findings(planned, returned), *around.findings(planned, returned))
