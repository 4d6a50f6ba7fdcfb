"""F11: words that give way to others throughout an order, names of bodies in every case."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from roadmapc.amend.instructions import Rename
from roadmapc.amend.printed_order import (
    PrintedAppendix,
    PrintedGroup,
    PrintedOrder,
    PrintedRow,
    PrintedSection,
)
from roadmapc.diff.words import segments
from roadmapc.model.from_tree.fields import text_of
from roadmapc.model.organisation import Body, Organisation
from roadmapc.text.letters import capital
from roadmapc.text.numbers import read_figure

LEAST_TEXTS = 3
"""Texts in which the words have to be replaced before one instruction does it for all."""
LEAST_FORMS = 2
"""Forms of a name in the text before its cases are spoken of."""

CASES = ("name", "genitive", "dative", "accusative", "instrumental", "prepositional")
"""Fields of the directory; a name is declined only if it has them all in both editions."""

Forms = Mapping[str, str]
"""By each form of the old name the form of the new one in the same case."""
Declensions = Mapping[tuple[str, str], Forms]
"""By the old and the new nominative."""

Rewrite = Callable[[str], str]
Texts = dict[str, str]
"""Every text of an order by its place."""


def declensions(old: Organisation, new: Organisation) -> Declensions:
    """Every body with another name.

    A name is left out if one of its forms stands for two cases in which the new names differ: whoever
    reads «комитет» cannot tell whether «комиссия» or «комиссию» is meant.
    """
    common = old.bodies.keys() & new.bodies.keys()
    found = (_forms(old.bodies[name], new.bodies[name]) for name in sorted(common))
    return {next(iter(forms.items())): forms for forms in found if forms}


def _forms(old: Body, new: Body) -> Forms:
    """The forms, the nominative first; none if the name is the same or cannot be declined."""
    pairs = [(text_of(old.origin.get(case)), text_of(new.origin.get(case))) for case in CASES]
    forms = dict(pairs)
    is_complete = all(before and after for before, after in pairs)
    is_unambiguous = all(forms[before] == after for before, after in pairs)
    return forms if is_complete and is_unambiguous and old.name != new.name else {}


def renamed(base: PrintedOrder, rename: Rename, declensions: Declensions) -> PrintedOrder:
    """The order with words replaced wherever they stand, each in its case if the instruction says so."""
    return _rewritten(base, rewriting(rename, declensions))


def rewriting(rename: Rename, declensions: Declensions) -> Rewrite:
    """What the instruction makes of any text."""
    return _replacing(_forms_of(rename, declensions), is_inflected=rename.is_inflected)


def _forms_of(rename: Rename, declensions: Declensions) -> Forms:
    plain = {rename.old: rename.new}
    return declensions.get((rename.old, rename.new), plain) if rename.is_inflected else plain


def _replacing(forms: Forms, *, is_inflected: bool) -> Rewrite:
    """What replaces whole words; an inflected name keeps its capital letter."""
    capitals = {capital(old): capital(new) for old, new in forms.items()} if is_inflected else {}
    known = {**forms, **capitals}
    longest_first = sorted(map(re.escape, known), key=len, reverse=True)
    words = re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)")
    return lambda text: words.sub(lambda word: known[word[0]], text)


def renamings(base: PrintedOrder, target: PrintedOrder, declensions: Declensions) -> tuple[Rename, ...]:
    """The replacements that bring several texts nearer to the new edition and none away from it."""
    before, after = dict(texts(base)), dict(texts(target))
    renames: list[Rename] = []
    while True:
        # what one replacement has changed decides what others still help
        candidates = chain(_of_bodies(before, declensions), _of_words(before, after))
        helping = (rename for rename in candidates if _helps(rename, before, after, declensions))
        rename = next(helping, None)
        if rename is None:
            return tuple(renames)
        renames.append(rename)
        before |= _replaced(before, rename, declensions)


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
    """Words of the one text in the place of words of the other; a number in a cell is changed there alone."""
    if read_figure(old):
        return set()
    differing = (segment for segment in segments(old, new) if not segment.is_same)
    pairs = ((segment.before.strip(), segment.after.strip()) for segment in differing)
    return {(before, after) for before, after in pairs if before and after and "\n" not in before + after}


def _helps(rename: Rename, before: Texts, after: Texts, declensions: Declensions) -> bool:
    """Whether several texts change, and the new edition has all that the replacement puts into them."""
    changed = _replaced(before, rename, declensions)
    forms = [form[1:] for form in _forms_of(rename, declensions).values()]
    return len(changed) >= LEAST_TEXTS and all(
        text.count(form) <= after[place].count(form)
        for place, text in changed.items()
        if place in after
        for form in forms
    )


def _replaced(texts: Texts, rename: Rename, declensions: Declensions) -> Texts:
    """The texts that a replacement changes, as they then read."""
    forms = _forms_of(rename, declensions)
    change, tails = _replacing(forms, is_inflected=rename.is_inflected), [form[1:] for form in forms]
    having = {place: text for place, text in texts.items() if any(tail in text for tail in tails)}
    return {place: new for place, text in having.items() if (new := change(text)) != text}


def texts(order: PrintedOrder) -> Iterator[tuple[str, str]]:
    """Every text of an order by its place."""
    yield "title", order.title
    yield "preamble", order.preamble
    for clause in order.clauses:
        yield f"clause {clause.number}", clause.text
    for appendix in order.appendices:
        place = f"appendix {appendix.number}"
        yield place, appendix.title
        yield from ((f"{place} column {at}", text) for at, text in enumerate(appendix.columns))
        yield from ((f"{place} rest {at}", text) for at, text in enumerate(appendix.rest))
        for group in appendix.groups:
            yield f"{place} group {group.title}", group.title
            yield from ((f"{place} seat {seat.called}", seat.standing) for seat in group.seats)
        for section in appendix.sections:
            yield f"{place} section {section.number}", section.title
            for row in section.rows:
                yield from (
                    (f"{place} row {row.number} cell {at}", cell) for at, cell in enumerate(row.cells)
                )


def _rewritten(base: PrintedOrder, change: Rewrite) -> PrintedOrder:
    """The order with every text changed."""
    return PrintedOrder(
        change(base.title),
        change(base.preamble),
        tuple(clause._replace(text=change(clause.text)) for clause in base.clauses),
        tuple(_rewritten_appendix(appendix, change) for appendix in base.appendices),
    )


def _rewritten_appendix(appendix: PrintedAppendix, change: Rewrite) -> PrintedAppendix:
    return appendix._replace(
        title=change(appendix.title),
        columns=tuple(map(change, appendix.columns)),
        sections=tuple(
            PrintedSection(
                section.number,
                change(section.title),
                tuple(PrintedRow(row.number, tuple(map(change, row.cells))) for row in section.rows),
            )
            for section in appendix.sections
        ),
        rest=tuple(map(change, appendix.rest)),
        groups=tuple(
            PrintedGroup(
                change(group.title),
                tuple(seat._replace(standing=change(seat.standing)) for seat in group.seats),
            )
            for group in appendix.groups
        ),
    )
