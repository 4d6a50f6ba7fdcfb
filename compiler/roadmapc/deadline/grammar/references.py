"""Deadlines that no calendar holds: by a schedule, on demand, at an event, all the time."""

from roadmapc.deadline.ast import Continuous, Direction, OnDemand, Relative, Scheduled, TimeRule
from roadmapc.deadline.grammar.cursor import Cursor
from roadmapc.deadline.grammar.tails import read_tail
from roadmapc.deadline.grammar.terms import read_event
from roadmapc.deadline.idioms import Idiom, Meaning, idiom_at
from roadmapc.deadline.lexicon import Sense
from roadmapc.deadline.tokens import TokenKind, is_mixed

_EVENTS = (Meaning.AFTER, Meaning.URGENT, Meaning.DURING, Meaning.RESULTS)


def read_reference(cursor: Cursor) -> TimeRule | None:
    """A rule without a date, with all the words that belong to it."""
    found = idiom_at(cursor.tokens, cursor.at)
    if found is not None:
        return _read_idiom(cursor, *found)
    return _read_by_preposition(cursor)


def _read_idiom(cursor: Cursor, idiom: Idiom, end: int) -> TimeRule | None:
    start = cursor.at
    if idiom.meaning is Meaning.CONTINUOUS:
        cursor.at = end
        return Continuous()
    if idiom.meaning in (Meaning.ON_DEMAND, Meaning.SCHEDULE, *_EVENTS, Meaning.WITHIN):
        cursor.at = end
        if idiom.meaning is not Meaning.URGENT or cursor.token.kind is TokenKind.WORD:
            read_tail(cursor, is_own=idiom.meaning is Meaning.AFTER)
        words = cursor.words_from(start)
        return _rule(idiom.meaning, words, is_alone=cursor.at == end)
    return None


def _rule(meaning: Meaning, words: str, *, is_alone: bool) -> TimeRule | None:
    match meaning:
        case Meaning.ON_DEMAND:
            return OnDemand(words)
        case Meaning.SCHEDULE:
            return Scheduled(words)
        case Meaning.AFTER | Meaning.URGENT | Meaning.RESULTS:
            return Relative(words, None, Direction.AFTER)
        case Meaning.WITHIN if is_alone:
            return None
        case _:
            return Relative(words)


def _read_by_preposition(cursor: Cursor) -> TimeRule | None:
    """«по …» is a schedule, «до …» and «с …» an event, if what follows is no date."""
    start = cursor.at
    lemma = cursor.take_lemma("по", "до", "к", "с", "от", "перед")
    if (
        lemma is None
        or cursor.token.kind is not TokenKind.WORD
        or _is_numeral(cursor)
        or is_mixed(cursor.token.text)
    ):
        cursor.at = start
        return None
    event = read_event(cursor)
    words = cursor.words_from(start)
    if event is None:
        cursor.at = start
        return None
    if lemma == "по":
        return Scheduled(words)
    return Relative(words, None, Direction.AFTER if lemma in ("с", "от") else Direction.BEFORE)


def _is_numeral(cursor: Cursor) -> bool:
    return cursor.token.sense in (Sense.CARDINAL, Sense.ORDINAL, Sense.MONTH)
