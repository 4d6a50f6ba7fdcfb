"""What another text means: nothing, other figures, or other words."""

import re
from collections import Counter

from roadmapc.diff.changes import ValueChange
from roadmapc.diff.judgement import Judgement, Meaning
from roadmapc.model.plan import Period
from roadmapc.text.dates import digits
from roadmapc.text.numbers import read_figure
from roadmapc.text.unseen import unseen

_WORD = re.compile(r"[^\W_]+|[%№<>=+±]")
_MARK = re.compile(r" (\w{8})$", re.MULTILINE)
"""Of the file of a picture, at the end of its line."""
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")

_OFFICE = frozenset(
    (
        *("place", "sitting", "executor_mark", "distribution", "agreed", "approval", "acquaintance"),
        *("fields", "amendments"),
    )
)
"""Requisites that serve the document and order nothing, and its history, which tells what others ordered."""


def judgements(value: ValueChange) -> tuple[Judgement, ...]:
    """What the change of a text means."""
    if value.name == "number":
        return (Judgement(Meaning.NUMBER),)
    if value.name == "columns" and _is_reordered(value):
        return (Judgement(Meaning.COLUMNS_REORDERED),)
    if value.name == "pictures":
        return (_of_pictures(*(_MARK.findall(text) for text in (value.before, value.after))),)
    if unseen(value.before) != unseen(value.after):
        return (Judgement(Meaning.UNSEEN),)
    if _letters(value.before) == _letters(value.after) or _values(value.before) == _values(value.after):
        return (Judgement(Meaning.TYPOGRAPHY),)
    before, after = Counter(_FIGURE.findall(value.before)), Counter(_FIGURE.findall(value.after))
    lost, gained = ", ".join((before - after).elements()), ", ".join((after - before).elements())
    return (Judgement(Meaning.FIGURES, (lost, gained)) if lost and gained else Judgement(Meaning.WORDS),)


def requisite_judgements(value: ValueChange) -> tuple[Judgement, ...]:
    """What the change of a requisite means: a number or a date of an order is not its figures."""
    if value.name in _OFFICE:
        return (Judgement(Meaning.OFFICE),)
    return (Judgement(Meaning.WORDS),) if value.name in ("number", "date") else judgements(value)


def period_judgements(before: Period, after: Period) -> tuple[Judgement, ...]:
    """What another period means."""
    if before.first_day != after.first_day:
        return (Judgement(Meaning.WORDS),)
    if before.last_day == after.last_day:
        return (Judgement(Meaning.TYPOGRAPHY),)
    meaning = Meaning.EXTENDED if after.last_day > before.last_day else Meaning.SHORTENED
    return (Judgement(meaning, (digits(before.last_day), digits(after.last_day))),)


def _is_reordered(value: ValueChange) -> bool:
    """Whether each table has the columns that it had."""
    before, after = (
        [Counter(line.split(" | ")) for line in text.split("\n")] for text in (value.before, value.after)
    )
    return before == after


def _values(text: str) -> list[tuple[str, object]]:
    """Lines that end in a number, by its value: «800» and «800,00» are one sum."""
    parts = [line.rpartition(": ") for line in text.split("\n")]
    return [(name, read_figure(last) or last) for name, _, last in parts]


def _of_pictures(before: list[str], after: list[str]) -> Judgement:
    """What became of pictures by the marks of their files."""
    has_lost, has_gained = Counter(before) - Counter(after), Counter(after) - Counter(before)
    if has_lost and has_gained:
        return Judgement(Meaning.PICTURE_REPLACED)
    if has_lost or has_gained:
        return Judgement(Meaning.PICTURE_REMOVED if has_lost else Meaning.PICTURE_ADDED)
    return Judgement(Meaning.PICTURES_REORDERED if before != after else Meaning.WORDS)


def _letters(text: str) -> list[str]:
    """Words and numbers alone: case, «ё», spaces, quotes and dashes are typography."""
    return _WORD.findall(text.casefold().replace("ё", "е"))
