"""F11: words that give way to others throughout an order."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain

from roadmapc.amend.declension import Declensions, Forms
from roadmapc.amend.instructions import Rename
from roadmapc.amend.printed_order import PrintedOrder
from roadmapc.amend.revise import Change, rewritten
from roadmapc.diff.words import segments
from roadmapc.text.letters import capital

LEAST_TEXTS = 3
"""Texts in which the words have to be replaced before it is told once for all of them."""
LEAST_FORMS = 2
"""Forms of a name in the text before its cases are spoken of."""

Texts = dict[str, str]
"""Every text of an order by its place."""


def renamed(base: PrintedOrder, rename: Rename, declensions: Declensions) -> PrintedOrder:
    """The order with words replaced wherever they stand, each in its case if that is told."""
    return rewritten(base, _replacing(_forms(rename, declensions), is_inflected=rename.is_inflected))


def _forms(rename: Rename, declensions: Declensions) -> Forms:
    plain = {rename.old: rename.new}
    return declensions.get((rename.old, rename.new), plain) if rename.is_inflected else plain


def _replacing(forms: Forms, *, is_inflected: bool) -> Change:
    """What replaces whole words; an inflected name keeps its capital letter."""
    capitals = {capital(old): capital(new) for old, new in forms.items()} if is_inflected else {}
    known = {**forms, **capitals}
    longest_first = sorted(map(re.escape, known), key=len, reverse=True)
    words = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")
    return lambda text: words.sub(lambda found: known[found[0]], text)


def renamings(base: PrintedOrder, target: PrintedOrder, declensions: Declensions) -> tuple[Rename, ...]:
    """The replacements that bring several texts nearer to the new edition and none away from it."""
    before, after = dict(_texts(base)), dict(_texts(target))
    found: list[Rename] = []
    while (rename := _next(before, after, declensions)) is not None:
        found.append(rename)
        before |= _replaced(before, rename, declensions)
    return tuple(found)


def _next(before: Texts, after: Texts, declensions: Declensions) -> Rename | None:
    candidates = chain(_of_bodies(before, declensions), _of_words(before, after))
    return next((each for each in candidates if _helps(each, before, after, declensions)), None)


def _of_bodies(before: Texts, declensions: Declensions) -> Iterator[Rename]:
    """Names of bodies that stand in the order in more than one case."""
    words = "\n".join(before.values())
    for (old, new), forms in declensions.items():
        if sum(form[1:] in words for form in forms) >= LEAST_FORMS:
            yield Rename(old, new, is_inflected=True)


def _of_words(before: Texts, after: Texts) -> Iterator[Rename]:
    """Words in the place of others in several texts, the most frequent first."""
    differing = [place for place, text in before.items() if place in after and text != after[place]]
    counts = Counter(pair for place in differing for pair in _replacements(before[place], after[place]))
    for (old, new), count in counts.most_common():
        if count >= LEAST_TEXTS:
            yield Rename(old, new, is_inflected=False)


def _replacements(old: str, new: str) -> set[tuple[str, str]]:
    """Words of the one text in the place of words of the other."""
    pairs = ((each.before.strip(), each.after.strip()) for each in segments(old, new) if not each.is_same)
    return {(before, after) for before, after in pairs if before and after and "\n" not in before + after}


def _helps(rename: Rename, before: Texts, after: Texts, declensions: Declensions) -> bool:
    """Whether several texts change, and the new edition has all that the replacement puts into them."""
    changed = _replaced(before, rename, declensions)
    forms = [form[1:] for form in _forms(rename, declensions).values()]
    return len(changed) >= LEAST_TEXTS and all(
        text.count(form) <= after[place].count(form)
        for place, text in changed.items()
        if place in after
        for form in forms
    )


def _replaced(texts: Texts, rename: Rename, declensions: Declensions) -> Texts:
    """The texts that a replacement changes, as they then read."""
    forms = _forms(rename, declensions)
    change, tails = _replacing(forms, is_inflected=rename.is_inflected), [form[1:] for form in forms]
    having = {place: text for place, text in texts.items() if any(tail in text for tail in tails)}
    return {place: new for place, text in having.items() if (new := change(text)) != text}


def _texts(edition: PrintedOrder) -> Iterator[tuple[str, str]]:
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
