"""Words for a time that the phrase has named: «в тот же срок», «к указанной дате», «после этого»."""

from roadmapc.deadline.ast import Relative
from roadmapc.deadline.reading.cursor import Cursor, Item, ItemKind
from roadmapc.deadline.words.tokens import Token, TokenKind, tokenize

_LEADS = ("в", "во", "к", "ко", "до")
_ALIKE = frozenset({"аналогичный", "аналогичные", "аналогичному", "аналогичного"})
_THAT = frozenset(
    {
        *("тот", "те", "то", "той", "того", "тому", "этот", "этой", "этого", "этому", "эти"),
        *("данной", "данного", "указанный", "указанной", "указанного", "указанному", "указанные"),
        *("вышеуказанной", "вышеуказанного", "названной", "названного", "означенной", "означенного"),
    }
)
_IT = frozenset({"этого", "него", "нее", "них"})
_TIMES = ("срок", "дат", "дни", "дня", "день", "дню", "числ", "период")
_OF_EVENT = frozenset(
    {
        *("проведения", "мероприятия", "мероприятий", "события", "окончания", "завершения"),
        *("его", "их", "дня", "даты"),
    }
)
"""Words of an event that call it by no name."""
_EDGES = ("наступлен", "истечен", "окончан")
"""Beginnings of words for the end of what is named behind them: «истечения указанного срока»."""

_SHORTEST_STEM, _LONGEST_ENDING = 4, 2
"""Letters that forms of one word share at least, and those in which they differ at most."""

REFERRING = _ALIKE | _THAT | _IT | _OF_EVENT | {"же", "даты", "дате"}
"""All words that only refer to others."""

REST = ("остальное", "остальные", "остальной", "остальных", "остальным", "прочее", "прочие", "прочий")
"""Words for what no other words name."""


def read_same_term(cursor: Cursor) -> Item | None:
    """«в тот же срок»: an event as long as nothing before it says which term."""
    start = cursor.at
    if cursor.token.text not in _LEADS:
        return None
    end = end_of_time_before(cursor.tokens, start + 1)
    if not end:
        return None
    cursor.at = end
    return cursor.item(ItemKind.RULE, start, rule=Relative(cursor.words_from(start)))


def is_same_term(words: str) -> bool:
    """Whether words say nothing but that the term is the one before."""
    tokens = tokenize(words)
    return tokens[0].text in _LEADS and end_of_time_before(tokens, 1) == len(tokens) - 1


def is_date_before(event: str) -> bool:
    """Whether an event is a date that was named: «указанной даты», «истечения этого срока»."""
    tokens = tokenize(event)
    end = end_of_time_before(tokens, int(tokens[0].text.startswith(_EDGES)))
    return 0 < end == len(tokens) - 1


def is_event_before(event: str) -> bool:
    """Whether an event is what was named before, «этого», «него»: what happens then or is done by then."""
    return plain_words(event) in [[word] for word in _IT]


def is_event_unnamed(event: str) -> bool:
    """Whether an event is called by nothing of its own, «проведения», «окончания мероприятия»."""
    words = plain_words(event)
    return bool(words) and _OF_EVENT.issuperset(words)


def words_of_event(event: str) -> list[str]:
    """The words by which an event is called: «семинара» of «проведения семинара»."""
    return [word for word in plain_words(event) if word not in _OF_EVENT]


def plain_words(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return text.casefold().replace("ё", "е").split()


def are_forms(word: str, other: str) -> bool:
    """Whether two words may be forms of one: «проведение», «проведения»."""
    ending = max(len(word), len(other)) - _LONGEST_ENDING
    stem = max(ending, _SHORTEST_STEM)
    return len(word) >= stem and word[:stem] == other[:stem]


def end_of_time_before(tokens: list[Token], at: int) -> int:
    """The index behind a time that only refers to another; 0 if none stands at an index."""
    if tokens[at].text not in _THAT | _ALIKE:
        return 0
    behind = at + 1 + (tokens[at + 1].text == "же")
    is_time = tokens[behind].kind is TokenKind.WORD and tokens[behind].text.startswith(_TIMES)
    return behind + 1 if is_time else 0


def read_rest(cursor: Cursor) -> Item | None:
    """«в остальное время», «остальные месяцы»: words for all that no other words name."""
    start = cursor.at
    cursor.take_lemma("в")
    if not cursor.take_text(*REST) or cursor.token.kind is not TokenKind.WORD:
        cursor.at = start
        return None
    cursor.advance()
    cursor.take_text("года")
    return cursor.item(ItemKind.TEXT, start)
