"""F11: the same words that give way to the same words throughout an order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from roadmapc.amend.edition import Edition
from roadmapc.amend.instructions import Rename
from roadmapc.amend.revise import renamed
from roadmapc.diff.words import segments

LEAST_TEXTS = 3
"""Texts in which the words have to be replaced before it is told once for all of them."""


def renaming(base: Edition, target: Edition) -> Rename | None:
    """The replacement that sets right the most texts and spoils none; `None` if there is no such one."""
    before, after = dict(_texts(base)), dict(_texts(target))
    differing = [key for key, text in before.items() if key in after and text != after[key]]
    counts = Counter(pair for key in differing for pair in _replacements(before[key], after[key]))
    for (old, new), count in counts.most_common():
        if count < LEAST_TEXTS:
            return None
        if _sets_right(base, after, old, new):
            return Rename(old, new)
    return None


def _replacements(old: str, new: str) -> set[tuple[str, str]]:
    """Words of the one text in the place of words of the other."""
    pairs = ((each.before.strip(), each.after.strip()) for each in segments(old, new) if not each.is_same)
    return {(before, after) for before, after in pairs if before and after and "\n" not in before + after}


def _sets_right(base: Edition, after: dict[str, str], old: str, new: str) -> bool:
    """Whether every text that has the words reads as it should once they are replaced."""
    before = dict(_texts(base))
    changed = {key: text for key, text in _texts(renamed(base, old, new)) if text != before[key]}
    return len(changed) >= LEAST_TEXTS and all(after.get(key) == text for key, text in changed.items())


def _texts(edition: Edition) -> Iterator[tuple[str, str]]:
    """Every text of an order by its place."""
    yield "title", edition.title
    yield "preamble", edition.preamble
    for clause in edition.clauses:
        yield f"clause {clause.number}", clause.text
    for appendix in edition.appendices:
        place = f"appendix {appendix.number}"
        yield place, appendix.title
        yield from ((f"{place} column {at}", text) for at, text in enumerate(appendix.columns))
        yield from ((f"{place} rest {at}", text) for at, text in enumerate(appendix.rest))
        for section in appendix.sections:
            yield f"{place} section {section.number}", section.title
            for row in section.rows:
                yield from (
                    (f"{place} row {row.number} cell {at}", cell) for at, cell in enumerate(row.cells)
                )
