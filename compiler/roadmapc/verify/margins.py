"""Where an office puts its marks: above the text of an order, under the signature, and at the very end."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from roadmapc.verify.meaning import meaning
from roadmapc.verify.office_marks import is_certifier, is_mark, registered
from roadmapc.verify.pairing import meanings
from roadmapc.verify.passage import Unit

_HEAD = 6
"""Units of the head of a form, among which a mark may stand."""
_APPENDIX = "приложение"
"""How the places begin that are in an appendix."""


def margins(planned: Sequence[Unit], returned: Sequence[Unit]) -> Iterator[Unit]:
    """Units of a document that may be marks of an office: no row of a table of the plan, no other number."""
    signatures = set(signing(planned))
    signed = next((at for at, unit in enumerate(returned) if meanings(unit) in signatures), len(returned))
    under = takewhile(
        lambda unit: not (unit.row or unit.cells[0].place).startswith(_APPENDIX), returned[signed + 1 :]
    )
    last = takewhile(_is_of_marks, reversed(returned))
    tables = {unit.shape[0].table for unit in returned if unit.row and not _is_of_marks(unit)}
    for unit in (*returned[:_HEAD], *under, *last):
        is_row = bool(unit.row) and unit.shape[0].table in tables
        if not is_row and not is_of_other(" ".join(unit.texts), planned):
            yield unit


def signing(planned: Sequence[Unit]) -> Iterator[tuple[str, ...]]:
    """What the units mean that have a place for an electronic signature."""
    for unit in planned:
        if any(cell.signature is not None for cell in unit.cells):
            yield meanings(unit)


def is_of_other(mark: str, planned: Sequence[Unit]) -> bool:
    """Whether a mark registers the document under a number that is not the order's."""
    number = registered(mark)
    head = (meaning(text) for unit in planned[: 2 * _HEAD] for text in unit.texts)
    return bool(number) and f"№{meaning(number)}" not in " ".join(head).split()


def _is_of_marks(unit: Unit) -> bool:
    return all(not text or is_mark(text) or is_certifier(text) for text in unit.texts)
