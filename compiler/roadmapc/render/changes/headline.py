"""The first line of a review: what happened, for a person who reads no further."""

import re
from collections.abc import Iterator, Sequence

from roadmapc.diff.findings import JudgedField, Meaning, Review
from roadmapc.diff.words import Segment
from roadmapc.render.changes.view import ChangeRow
from roadmapc.render.changes.wording import NAMING, REQUISITE, label, labels
from roadmapc.text.letters import small
from roadmapc.text.listed import listed
from roadmapc.text.shorten import shortened

SHOWN = 3
"""Changes that the line names before «и ещё …»."""
WIDTH = 160
"""Characters of one of them."""
QUOTED = 70
"""Characters of the words that have gone or come."""

NOTHING_OF_SUBSTANCE = "по существу ничего не меняется"
OTHER_WORDS = "другие слова"

_IN_WORDS = frozenset({Meaning.WORDS, Meaning.FIGURES})
"""Meanings that the words themselves tell better."""
_WHOLE_TEXT = frozenset({REQUISITE, "Текст пункта", "Номер"})
"""Fields that need no naming beside their unit."""
_WORD = re.compile(r"\w{4,}")
_STEM = 4
"""Letters by which words of several cases and numbers are taken for one."""


def headline(review: Review, substantive: Sequence[ChangeRow], editorial: Sequence[ChangeRow]) -> str:
    """The first changes by what they are; if nobody has to act otherwise, that first."""
    told = _substantive(review, substantive)
    if told:
        return _listed(told)
    return f"{NOTHING_OF_SUBSTANCE}; {_listed(tuple(_rows(editorial)))}"


def is_whole(review: Review, substantive: Sequence[ChangeRow]) -> bool:
    """Whether the first line names every change of substance."""
    return len(_substantive(review, substantive)) <= SHOWN


def gist_of(field: JudgedField, words: Sequence[Segment], meaning: str) -> str:
    """A changed field in one phrase: what it means, else the words that have gone and come."""
    if meaning and not any(finding.meaning in _IN_WORDS for finding in field.findings):
        return meaning
    differing = [word for word in words if not word.is_same]
    if len(differing) != 1:
        return OTHER_WORDS
    before, after = (shortened(text, QUOTED) for text in differing[0])
    if not before:
        return f"добавлено «{after}»"
    return f"«{before}» → «{after}»" if after else f"исключено «{before}»"


def _substantive(review: Review, rows: Sequence[ChangeRow]) -> tuple[str, ...]:
    return (*_divisions(review), *_rows(rows))


def _divisions(review: Review) -> Iterator[str]:
    for whole, parts in review.splits:
        yield f"{label(whole)} «{shortened(whole.title, QUOTED)}» разделена, теперь это {labels(parts)}"
    for whole, parts in review.merges:
        yield f"{labels(parts)} объединены, теперь это {label(whole)} «{shortened(whole.title, QUOTED)}»"


def _rows(rows: Sequence[ChangeRow]) -> Iterator[str]:
    return (_row(row) for row in rows if row.gist)


def _row(row: ChangeRow) -> str:
    if row.what in NAMING.values():
        return f"{row.what}: {shortened(row.gist, WIDTH)} ({small(row.where)})"
    what = "" if row.what in _WHOLE_TEXT or _is_named(row) else f", {small(row.what)}"
    return shortened(f"{small(row.where)}{what} – {row.gist}", WIDTH)


def _is_named(row: ChangeRow) -> bool:
    """Whether the gist itself says what changed: «исполнители», then «новый исполнитель»."""
    return not _stems(row.what).isdisjoint(_stems(row.gist.partition("«")[0]))


def _stems(words: str) -> set[str]:
    return {word[:_STEM] for word in _WORD.findall(words.casefold())}


def _listed(told: Sequence[str]) -> str:
    return listed(told, SHOWN, "; ")
