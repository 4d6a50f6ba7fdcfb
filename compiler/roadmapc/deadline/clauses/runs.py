"""What runs of words hold that are no time by themselves."""

from itertools import pairwise

from roadmapc.deadline.unit import MONTH_DAYS
from roadmapc.deadline.words.lexicon import Sense
from roadmapc.deadline.words.tokens import Token, TokenKind
from roadmapc.deadline.words.verbs import is_infinitive
from roadmapc.text.dates import MONTHS_GENITIVE

_LATER = ("позднее", "позже", "ранее", "раньше")
_BEFORE_DAYS = frozenset({"до", "к", "по", "с"})
_NUMBERS = frozenset({TokenKind.NUMBER, TokenKind.ROMAN})
_MONTHS = tuple(name for name in MONTHS_GENITIVE if name != "мая")
"""Letters in which no other word begins or ends."""
_NOMINATIVE = ("й", "я")
"""Endings of digits that say which one of several things: «1-й осмотр, 2-й»."""
_LISTED = frozenset({TokenKind.DASH, TokenKind.COMMA})


def has_lost_day(tokens: list[Token]) -> bool:
    """Whether a number that may be a day stands behind «до», «к», «по» or «с», and before any action.

    A month that has grown together with its neighbour, «28 мартат.г.», «декадафевраля», is lost as well.
    """
    unknown = [token.text for token in tokens if token.is_unknown]
    if any(text.startswith(_MONTHS) or text.endswith(_MONTHS) for text in unknown):
        return True
    for end, (lead, number) in enumerate(pairwise(tokens), 2):
        leads = lead.text in _LATER or (lead.word is not None and lead.word.lemma in _BEFORE_DAYS)
        if end < len(tokens) and tokens[end].is_unknown:  # «по 20 человек»
            continue
        if leads and number.kind is TokenKind.NUMBER and number.numbers[0] <= MONTH_DAYS[0]:
            return not any(map(is_infinitive, tokens[:end]))
    return False


def are_numbers(tokens: list[Token]) -> bool:
    """Whether words are nothing but numbers, listed or in ranges; «2-й» is one of several, and no day."""
    kinds = {token.kind for token in tokens}
    are_ordinals = all(token.text.endswith(_NOMINATIVE) for token in tokens if token.kind in _NUMBERS)
    return not are_ordinals and kinds <= _NUMBERS | _LISTED


def is_of(tokens: list[Token], sense: Sense) -> bool:
    """Whether any of some words plays this part."""
    return any(token.sense is sense for token in tokens)
