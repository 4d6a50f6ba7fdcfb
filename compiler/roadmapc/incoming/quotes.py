"""Quotation marks of a typewriter and of other languages, as Russian has them."""

import re
from collections.abc import Iterator

QUOTES = re.compile("[\"“”„‟＂]|<<|>>|''")
_INNER = re.compile("„[^„“«»\n]+“")
"""Marks inside «…» as Russian has them: the ones of a typewriter would be less."""
_OPENS_AFTER = frozenset(' \t\n([{«–—-/"“”„')
_CLOSES_BEFORE = frozenset(" \t\n)]}»–—-/.,;:!?…\"“”'>")
_ALWAYS = {"„": "«", "<<": "«", ">>": "»"}


def russian_quotes(text: str) -> Iterator[tuple[int, int, str]]:
    """Each mark by its place with what is read for it; one that may open as well as close is left out."""
    depth = 0
    right = {
        at
        for inner in _INNER.finditer(text)
        if text.count("«", 0, inner.start()) > text.count("»", 0, inner.start())
        for at in (inner.start(), inner.end() - 1)
    }
    for found in QUOTES.finditer(text):
        if found.start() in right:
            continue
        mark = _ALWAYS.get(found[0]) or _by_neighbours(text, found, depth)
        if mark:
            yield *found.span(), mark
            depth = max(0, depth + (1 if mark == "«" else -1))


def _by_neighbours(text: str, found: re.Match[str], depth: int) -> str:
    """What its neighbours make of a mark; empty if they say nothing certain."""
    before, after = text[max(found.start() - 1, 0) : found.start()], text[found.end() : found.end() + 1]
    opens = (not before or before in _OPENS_AFTER) and not (not after or after.isspace())
    closes = not (not before or before.isspace()) and (not after or after in _CLOSES_BEFORE)
    if opens and closes:  # between two marks the depth decides
        return "»" if depth else ""
    if closes and depth == 0 and before.isdigit():  # of inches
        return ""
    return "«" if opens else "»" if closes else ""
