"""What a rule about language is told of a text."""

from collections.abc import Iterator

from roadmapc.checks.texts import ENOUGH
from roadmapc.language.from_text import read
from roadmapc.language.slip import Kind, Slip
from roadmapc.language.spelling import Unknown


def of_language(words: str) -> Iterator[Slip | Unknown]:
    """The slips of a text, of each kind as many as are told, and its unknown words."""
    reading = read(words)
    told: dict[Kind, int] = {}
    for slip in reading.slips:
        told[slip.kind] = told.get(slip.kind, 0) + 1
        if told[slip.kind] <= ENOUGH:
            yield slip
    yield from reading.unknown
